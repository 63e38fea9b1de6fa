"""Daftar: the month's contents as a table, by day and time."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QWidget

from app.labels import category_label
from app.language import _, short_day_text, time_text
from app.services.calendar import Tile
from app.ui.calendar.words import platforms_text, state_text
from app.ui.widgets import (
    ROOT,
    ChipRole,
    Index,
    InkRole,
    KeyRole,
    PlatformsRole,
    RowRole,
    Table,
    TypeRole,
    state_chip,
)

_DAY, _TIME, _TITLE, _PLATFORMS, _CATEGORY, _STATE, _REFERENCE = range(7)


def key_of(tile: Tile) -> tuple[int, tuple[str, ...]]:
    """What tells a tile from the others of a month, whatever its day and version."""
    return tile.content_id, tile.platforms


class TileTable(QAbstractTableModel):
    """Tiles as rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[Tile] = ()

    def replace(self, rows: Sequence[Tile]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else _REFERENCE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        heads = (
            _("Day"),
            _("Time"),
            _("Title"),
            _("Platforms"),
            _("Category"),
            _("State"),
            _("Reference"),
        )
        return heads[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        tile, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if column == _PLATFORMS else _cell(tile, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _cell(tile, column)
        if role == RowRole:
            return tile
        if role == KeyRole:
            return key_of(tile)
        if role == ChipRole and column == _STATE:
            return state_chip(tile.state.group, tile.state.name)
        if role == PlatformsRole and column == _PLATFORMS:
            return tile.platforms
        if role == InkRole and column in (_CATEGORY, _REFERENCE):
            return "text2"
        if role == TypeRole and column == _TITLE:
            return "strong"
        return None


def _cell(tile: Tile, column: int) -> str:
    """The words of one cell."""
    words = (
        short_day_text(tile.day),
        time_text(tile.at) if tile.at else "–",
        tile.title,
        platforms_text(tile),
        category_label(tile.category, tile.own_category),
        state_text(tile),
        tile.reference,
    )
    return words[column]


class TileList(Table):
    """The table itself; platforms are badges, and words only for screen readers."""

    def __init__(self, model: TileTable, parent: QWidget | None = None) -> None:
        super().__init__("calendar.list", _("Contents of the month"), "row", parent)
        self.setModel(model)
        self.set_widths(104, 58, 0, 104, 158, 186, 132)
