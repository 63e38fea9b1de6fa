"""Daftar: contents as a table, by day and time; several can be marked to be moved together."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.labels import category_label
from app.language import _, short_day_text, time_text
from app.services.calendar import Tile
from app.ui.calendar.words import platforms_text, state_text
from app.ui.theme import scaled
from app.ui.widgets import (
    Cell,
    Column,
    EmptyState,
    Index,
    RowRole,
    RowsModel,
    SignRole,
    Table,
    state_chip,
)

_PLATFORMS, _REFERENCE = 3, 6  # columns
_ROOM_OF_ALL = ((_REFERENCE, 940), (_PLATFORMS, 790))
_WIDTHS = (128, 74, 0, 118, 140, 172, 148)

Key = tuple[int, tuple[str, ...]]


def key_of(tile: Tile) -> Key:
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


class TileRows(RowsModel):
    """The tiles as Qt sees them; what is marked stays so while the rows are asked for again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(tile_columns(), parent, key_of)
        self._marked: set[Key] = set()

    def marked(self) -> tuple[Tile, ...]:
        """The marked tiles that are listed."""
        rows = (self.index(row, 0).data(RowRole) for row in range(self.rowCount()))
        return tuple(tile for tile in rows if key_of(tile) in self._marked)

    def mark(self, keys: Sequence[Key], *, on: bool) -> None:
        """Mark these, or let them go."""
        self._marked = self._marked | set(keys) if on else self._marked - set(keys)
        last = max(0, self.rowCount() - 1)
        self.dataChanged.emit(self.index(0, 0), self.index(last, 0))

    def is_marked(self, tile: Tile) -> bool:
        return key_of(tile) in self._marked

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.column() == 0 and role in (SignRole, Qt.ItemDataRole.AccessibleTextRole):
            tile = super().data(index, RowRole)
            if isinstance(tile, Tile) and self.is_marked(tile):
                spoken = _("chosen, %(day)s") % {"day": short_day_text(tile.day)}
                return ("check", "accent") if role == SignRole else spoken
        return super().data(index, role)


class TileList(Table):
    """The table itself. Space marks, Shift with arrows or a click marks all on the way."""

    marks_changed = Signal()

    def __init__(self, model: TileRows, parent: QWidget | None = None) -> None:
        super().__init__("calendar.list", _("Contents of the month"), "row", parent)
        self._tiles = model
        self._may_mark = False
        self._fitted = list(_WIDTHS)
        self._empty = EmptyState(
            _("Nothing planned here"),
            _("Press New content, or look at another page."),
            parent=self.viewport(),
        )
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._empty.hide()
        model.modelReset.connect(self._show_empty)
        self.setModel(model)
        self.set_widths(*_WIDTHS)

    @Slot()
    def _show_empty(self) -> None:
        self._empty.setGeometry(self.viewport().rect())
        self._empty.setVisible(self._tiles.rowCount() == 0)

    def set_may_mark(self, may_mark: bool) -> None:
        """Whether the person may move tiles at all."""
        self._may_mark = may_mark

    def _tile(self, row: int) -> Tile:
        tile: Tile = self._tiles.index(row, 0).data(RowRole)
        return tile

    def _mark(self, rows: Sequence[int], *, on: bool) -> None:
        self._tiles.mark([key_of(self._tile(row)) for row in rows], on=on)
        self.marks_changed.emit()

    def unmark_all(self) -> None:
        """Nothing is marked any more."""
        self._tiles.mark([key_of(tile) for tile in self._tiles.marked()], on=False)
        self.marks_changed.emit()

    def _toggle(self, row: int) -> None:
        self._mark([row], on=not self._tiles.is_marked(self._tile(row)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        key, shift = event.key(), event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if not self._may_mark or row < 0:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space and not event.modifiers():
            self._toggle(row)
        elif key == Qt.Key.Key_Escape and self._tiles.marked():
            self.unmark_all()
        elif shift and Qt.Key(key) in steps:
            self._mark_on(row, min(max(row + steps[Qt.Key(key)], 0), self._tiles.rowCount() - 1))
        else:
            super().keyPressEvent(event)

    def _mark_on(self, begin: int, end: int) -> None:
        """Mark from one row to another, which becomes current."""
        self._mark(range(min(begin, end), max(begin, end) + 1), on=True)
        self._go_to(end)

    def _go_to(self, row: int) -> None:
        index = self._tiles.index(row, max(0, self.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        begin = self.currentIndex().row()
        if self._may_mark and row >= 0:
            if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self._toggle(row)
                self._go_to(row)
                return
            if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and begin >= 0:
                self._mark_on(begin, row)
                return
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the title keeps its room: reference and platforms go first."""
        self._fit()
        super().resizeEvent(event)
        self._show_empty()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._fit()

    def _fit(self) -> None:
        """A column that is hidden takes no part in sharing the room."""
        widths = list(_WIDTHS)
        for column, needed in _ROOM_OF_ALL:
            if self.width() < scaled(needed):
                widths[column] = 1
        for column, _needed in _ROOM_OF_ALL:
            self.setColumnHidden(column, widths[column] == 1)
        if self._fitted != widths:
            self._fitted = widths
            self.set_widths(*widths)
