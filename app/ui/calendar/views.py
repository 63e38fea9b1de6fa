"""The five views of the plan in one place: only one is shown, all speak with the same signals."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.language import wib
from app.services.calendar import Tile
from app.services.calendar_filter import AccountChoice
from app.ui.calendar.board_view import BoardView
from app.ui.calendar.kinds import BOARD, LIST, MONTH, WEEK, YEAR, begin_of, monday_of
from app.ui.calendar.list_view import TileList, TileRows, key_of
from app.ui.calendar.month_view import MonthView
from app.ui.calendar.tile_view import TileView
from app.ui.calendar.week_view import WeekView
from app.ui.calendar.year_view import YearView
from app.ui.widgets import RowRole


class PlanViews(QStackedWidget):
    """Shows one kind of view; the current day is the same in all of them."""

    opened = Signal(object)  # a Tile
    day_opened = Signal(object)  # the date of an empty spot
    more_asked = Signal(object)  # the Tiles that have no room
    move_asked = Signal(object, object)  # a Tile and the date to move it to
    hour_asked = Signal(object, object)  # a Tile and the moment to move it to
    dropped = Signal(int, object)  # key of an undated content, and the Target
    page_asked = Signal(int)
    day_left = Signal(object)  # a date outside the page
    month_opened = Signal(object)  # a date of the month
    marks_changed = Signal()

    def __init__(self, *, may_move: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = MONTH
        self.month, self._week, self._board = MonthView(), WeekView(), BoardView()
        self._rows = TileRows(self)
        self.list = TileList(self._rows)
        self.list.set_may_mark(may_move)
        self._year = YearView()
        self._painted: dict[str, TileView] = {
            MONTH: self.month,
            WEEK: self._week,
            BOARD: self._board,
        }
        self._pages: dict[str, QWidget] = {**self._painted, LIST: self.list, YEAR: self._year}
        self._day = date(2026, 1, 1)
        for page in self._pages.values():
            self.addWidget(page)
        for view in self._painted.values():
            view.set_may_move(may_move)
            self._connect(view)
        self._year.page_asked.connect(self.page_asked)
        self._year.day_left.connect(self.day_left)
        self._year.month_opened.connect(self.month_opened)
        self.list.opened.connect(lambda index: self.opened.emit(index.data(RowRole)))
        self.list.marks_changed.connect(self.marks_changed)

    def _connect(self, view: TileView) -> None:
        view.opened.connect(self.opened)
        view.day_opened.connect(self.day_opened)
        view.more_asked.connect(self.more_asked)
        view.move_asked.connect(self.move_asked)
        view.hour_asked.connect(self.hour_asked)
        view.dropped.connect(self.dropped)
        view.page_asked.connect(self.page_asked)
        view.day_left.connect(self.day_left)

    def add_key(self, key: str, slot: Callable[[], object]) -> None:
        """A single letter; it works only while one of the views has the focus."""
        for page in self._pages.values():
            shortcut = QShortcut(QKeySequence(key), page, slot)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    @property
    def shown(self) -> QWidget:
        """The view that is shown."""
        return self._pages[self.kind]

    def show_kind(self, kind: str) -> None:
        """Show this view; the focus and the current day go along."""
        had_focus = self.shown.hasFocus()
        day, tile = self.current_day(), self.current_tile()
        self.kind = kind
        if kind in self._painted:
            self._painted[kind].adopt(day, tile)
        self.set_current_quietly(day)
        self.setCurrentWidget(self.shown)
        if had_focus:
            self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown

    def show_tiles(
        self, day: date, tiles: Sequence[Tile], accounts: Sequence[AccountChoice], now: datetime
    ) -> None:
        """Show these tiles on the page with this day."""
        today = wib(now).date()
        if self.kind == MONTH:
            self.month.show_month(begin_of(MONTH, day), tiles, today)
        elif self.kind == WEEK:
            self._week.show_week(monday_of(day), tiles, now)
        elif self.kind == BOARD:
            self._board.show_week(monday_of(day), tiles, accounts, today)
        else:
            self.show_rows(tiles)

    def show_rows(self, tiles: Sequence[Tile]) -> None:
        """List these, whatever page is shown."""
        self._rows.replace(tiles)
        self.marks_changed.emit()

    def show_year(self, day: date, counts: dict[date, int], now: datetime) -> None:
        self._year.show_year(day.year, counts, wib(now).date())

    def refresh(self) -> None:
        """Paint anew, as it was before a move that came to nothing."""
        self.shown.update()

    # What is current

    def current_day(self) -> date:
        """The day that is current in the view that is shown."""
        if self.kind in self._painted:
            self._day = self._painted[self.kind].current_day()
        elif self.kind == YEAR:
            self._day = self._year.current_day()
        elif isinstance(row := self.list.current_row(), Tile):
            self._day = row.day
        return self._day

    def current_tile(self) -> Tile | None:
        if self.kind in self._painted:
            return self._painted[self.kind].current_tile()
        row = self.list.current_row() if self.kind == LIST else None
        return row if isinstance(row, Tile) else None

    def set_current(self, day: date) -> None:
        """Make a day current."""
        self._day = day
        if self.kind in self._painted:
            self._painted[self.kind].set_current(day)
        elif self.kind == YEAR:
            self._year.set_current(day)

    def set_current_quietly(self, day: date) -> None:
        """The same for a day whose page is about to be shown."""
        self._day = day
        if self.kind in self._painted:
            self._painted[self.kind].set_current_quietly(day)
        elif self.kind == YEAR:
            self._year.set_current_quietly(day)

    def marked(self) -> tuple[Tile, ...]:
        """The tiles that are marked in the list."""
        return self._rows.marked() if self.kind == LIST else ()

    def select(self, tile: Tile) -> None:
        """Make a tile of the list current."""
        self.list.select_key(key_of(tile))
