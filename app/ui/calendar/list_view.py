"""Daftar: the month's contents as a table, by day and time."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.labels import category_label
from app.language import _, short_day_text, time_text
from app.services.calendar import Tile
from app.ui.calendar.words import platforms_text, state_text
from app.ui.theme import scaled
from app.ui.widgets import Cell, Column, RowsModel, Table, state_chip

_PLATFORMS, _REFERENCE = 3, 6  # columns


def key_of(tile: Tile) -> tuple[int, tuple[str, ...]]:
    """What tells a tile from the others of a month, whatever its day and version."""
    return tile.content_id, tile.platforms


def tile_columns() -> list[Column]:
    """A tile's cells, by day and time; platforms are badges, and words for screen readers."""
    return [
        Column(_("Day"), lambda tile: Cell(short_day_text(tile.day))),
        Column(_("Time"), lambda tile: Cell(time_text(tile.at) if tile.at else "–")),
        Column(_("Title"), lambda tile: Cell(tile.title, type_role="strong")),
        Column(
            _("Platforms"),
            lambda tile: Cell("", spoken=platforms_text(tile), platforms=tile.platforms),
        ),
        Column(_("Category"), _category_cell),
        Column(_("State"), _state_cell),
        Column(_("Reference"), lambda tile: Cell(tile.reference, ink="text2")),
    ]


def _category_cell(tile: Tile) -> Cell:
    return Cell(category_label(tile.category, tile.own_category), ink="text2")


def _state_cell(tile: Tile) -> Cell:
    return Cell(state_text(tile), chip=state_chip(tile.state.group, tile.state.name))


class TileList(Table):
    """The table itself."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__("calendar.list", _("Contents of the month"), "row", parent)
        self.setModel(model)
        self.set_widths(100, 58, 0, 118, 152, 182, 148)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the title keeps its room: reference and platforms go first."""
        super().resizeEvent(event)
        for column, needed in ((_REFERENCE, 940), (_PLATFORMS, 790)):
            self.setColumnHidden(column, event.size().width() < scaled(needed))
