"""The board: what each account publishes in a week, and on which days it has nothing."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from app.language import _
from app.services.calendar import Tile
from app.services.calendar_filter import AccountChoice
from app.services.platform_names import platform_label
from app.ui.calendar.board_paint import paint_board
from app.ui.calendar.board_plan import DAYS, BoardColumn, BoardPlan, BoardRow, BoardTile
from app.ui.calendar.month_plan import PlacedTile
from app.ui.calendar.painted import Group, Spot
from app.ui.calendar.scrolling_view import ScrollingTileView
from app.ui.calendar.tile_view import Target
from app.ui.calendar.words import day_words, tile_text
from app.ui.theme import colours


class BoardView(ScrollingTileView):
    """A column for each account, a row for each day; a tile stands in all of its accounts.

    Days run down here: Alt with ↑ and ↓ moves by a day, with ← and → by a week.
    """

    alt_days = (-7, 7, -1, 1)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("calendar.board", _("Board"), parent)
        self._monday = date(2025, 12, 29)
        self._accounts: tuple[AccountChoice, ...] = ()
        self._column = 0
        self._across = QScrollBar(Qt.Orientation.Horizontal, self)
        self._across.valueChanged.connect(self._on_shifted)
        self.lay_out()
        self.setMinimumSize(QSize(480, 240))

    @property
    def plan(self) -> BoardPlan:
        """Where everything lies now."""
        return self._plan

    def show_week(
        self, monday: date, tiles: Sequence[Tile], accounts: Sequence[AccountChoice], today: date
    ) -> None:
        """Show the week that begins on this Monday, for these accounts."""
        self._monday, self._accounts = monday, tuple(accounts)
        self.take_tiles(tiles, today)
        self._column = min(self._column, max(0, len(self._plan.columns) - 1))

    def shows(self, day: date) -> bool:
        return 0 <= (day - self._monday).days < DAYS

    def lay_out(self) -> None:
        self._plan = self._planned()
        page = self._plan.size.height() - self._plan.top
        self.set_most_offset(max(0.0, self._plan.height - page), page)
        most = self._plan.most_first
        self._across.blockSignals(True)
        self._across.setRange(0, most)
        self._across.setPageStep(self._plan.fitting)
        self._across.setVisible(most > 0)
        self._across.blockSignals(False)
        self._plan = self._planned()

    def _planned(self) -> BoardPlan:
        below = self._across.sizeHint().height() if self._across.maximum() else 0
        size = QSizeF(self.width() - self.bar_width, self.height() - below)
        place = (self._across.value(), float(self.offset))
        return BoardPlan(self._monday, self._tiles, self._accounts, size, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        height = self._across.sizeHint().height()
        self._across.setGeometry(0, self.height() - height, self.width(), height)
        super().resizeEvent(event)

    @Slot(int)
    def _on_shifted(self, _first: int) -> None:
        self.refresh()

    def tile_at(self, point: QPointF) -> PlacedTile | None:
        found = self._plan.tile_at(point)
        return found.placed if found else None

    def hidden_at(self, _point: QPointF) -> Sequence[Tile]:
        return ()

    def tip_at(self, point: QPointF) -> str:
        """Of a column's head, which account it is."""
        column = self._plan.column_at(point)
        if point.y() >= self._plan.top or column is None:
            return super().tip_at(point)
        return _account_words(self._plan.columns[column])

    def target_at(self, point: QPointF) -> Target | None:
        """The day; accounts are never changed by dragging."""
        row = self._plan.row_at(point)
        return Target(row.rect, row.day) if row else None

    def press_on(self, point: QPointF) -> None:
        column = self._plan.column_at(point)
        self._column = self._column if column is None else column
        super().press_on(point)

    def _row(self) -> BoardRow | None:
        number = (self.current_day() - self._monday).days
        return self._plan.rows[number] if 0 <= number < DAYS else None

    def current_rect(self) -> QRectF | None:
        row = self._row()
        if row is None or not self._plan.columns:
            return None
        tile = self.current_tile()
        found = [
            shown.placed.rect for shown in row.of(self._column) if shown.placed.tile == tile
        ] or [shown.placed.rect for shown in row.tiles if shown.placed.tile == tile]
        cell = self._plan.cell(row, self._column).adjusted(2, 2, -3, -3)
        return found[0] if found else cell

    def set_current(self, day: date, tile: Tile | None = None) -> None:
        """Make it current, and scroll to where it is."""
        super().set_current(day, tile)
        if self._plan.columns and not self._plan.is_shown(self._column):
            last = self._plan.fitting - 1
            is_left = self._column < self._plan.first
            self._across.setValue(self._column if is_left else self._column - last)
        rect = self.current_rect()
        if rect is not None:
            self.show_between(
                rect.top() - 4, rect.bottom() + 4, self._plan.top, self._plan.size.height()
            )

    def paint_page(self, painter: QPainter) -> None:
        paint_board(painter, self._plan, self._today, colours(self.palette()))

    # Keys

    def on_plain_key(self, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_Left:
                self._step_column(-1)
            case Qt.Key.Key_Right:
                self._step_column(1)
            case Qt.Key.Key_Up:
                self._step_down(-1)
            case Qt.Key.Key_Down:
                self._step_down(1)
            case _:
                return False
        return True

    def go_to(self, day: date) -> None:
        """To the first tile of the day in this column."""
        number = (day - self._monday).days
        tiles = self._tiles_in(number) if 0 <= number < DAYS else []
        self.set_current(day, tiles[0] if tiles else None)

    def _tiles_in(self, number: int) -> list[Tile]:
        return [shown.placed.tile for shown in self._plan.rows[number].of(self._column)]

    def _step_column(self, step: int) -> None:
        self._column = min(max(self._column + step, 0), max(0, len(self._plan.columns) - 1))
        self.go_to(self.current_day())

    def _step_down(self, step: int) -> None:
        """To the next tile of the account's day, and from the last one to the next day."""
        number = (self.current_day() - self._monday).days
        tiles = self._tiles_in(number) if 0 <= number < DAYS else []
        tile = self.current_tile()
        at = tiles.index(tile) if tile in tiles else -1
        if at >= 0 and 0 <= at + step < len(tiles):
            self.set_current(self.current_day(), tiles[at + step])
            return
        day = self.current_day() + timedelta(days=step)
        number += step
        there = self._tiles_in(number) if 0 <= number < DAYS else []
        self.set_current(day, there[0 if step > 0 else -1] if there else None)

    # For screen readers

    def make_groups(self) -> Sequence[Group]:
        return [self._group(row) for row in self._plan.rows]

    def _group(self, row: BoardRow) -> Group:
        spots = tuple(Spot(shown.placed.rect, self._words(shown)) for shown in row.tiles)
        count = len({id(shown.placed.tile) for shown in row.tiles})
        return Group(row.rect, day_words(row.day, count), spots)

    def _words(self, shown: BoardTile) -> str:
        account = _account_words(self._plan.columns[shown.column])
        return f"{account}: {tile_text(shown.placed.tile)}"

    def current_place(self) -> tuple[int, int | None]:
        row = self._row()
        if row is None:
            return -1, None
        for number, shown in enumerate(row.tiles):
            if shown.column == self._column and shown.placed.tile == self.current_tile():
                return (row.day - self._monday).days, number
        return (row.day - self._monday).days, None


def _account_words(column: BoardColumn) -> str:
    if column.account is None:
        return _("No account yet")
    return f"{platform_label(column.account.platform)} · {column.account.name}"
