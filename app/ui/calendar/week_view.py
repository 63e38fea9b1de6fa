"""The week: hours down the side; tiles are dragged to another day and, up or down, to an hour."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from app.language import WIB, _, wib
from app.services.calendar import Tile
from app.ui.calendar.month_plan import PlacedTile
from app.ui.calendar.painted import Group, Spot
from app.ui.calendar.scrolling_view import ScrollingTileView
from app.ui.calendar.tile_view import Target
from app.ui.calendar.week_paint import paint_week
from app.ui.calendar.week_plan import DAYS, WeekDay, WeekPlan
from app.ui.calendar.words import day_words, more_words, tile_text
from app.ui.theme import colours

QUARTER = timedelta(minutes=15)
_FIRST_HOUR = 6.5  # the one at the top, until the person scrolls
_DAWN = datetime(2026, 1, 1, tzinfo=WIB)


class WeekView(ScrollingTileView):
    """Shows seven days from a Monday on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("calendar.week", _("Week"), parent)
        self._monday = date(2025, 12, 29)
        self._now = _DAWN
        self._was_scrolled = False
        self.lay_out()
        self.setMinimumSize(QSize(560, 240))

    @property
    def plan(self) -> WeekPlan:
        """Where everything lies now."""
        return self._plan

    def show_week(self, monday: date, tiles: Sequence[Tile], now: datetime) -> None:
        """Show the week that begins on this Monday."""
        self._monday, self._now = monday, now
        self.take_tiles(tiles, wib(now).date())

    def shows(self, day: date) -> bool:
        return 0 <= (day - self._monday).days < DAYS

    def lay_out(self) -> None:
        self._plan = self._planned()
        self.set_most_offset(self._plan.most_offset, self._plan.hours.height())
        if self.isVisible() and not self._was_scrolled:
            self._was_scrolled = True
            self.scroll_to(_FIRST_HOUR * self._plan.hour)
        if self.offset != self._plan.offset or self.bar_width:
            self._plan = self._planned()

    def _planned(self) -> WeekPlan:
        size = QSizeF(self.width() - self.bar_width, self.height())
        return WeekPlan(self._monday, self._tiles, size, self.offset)

    def tile_at(self, point: QPointF) -> PlacedTile | None:
        return self._plan.tile_at(point)

    def hidden_at(self, point: QPointF) -> Sequence[Tile]:
        return self._plan.rest_at(point)

    def tip_at(self, point: QPointF) -> str:
        return super().tip_at(point) or "\n".join(map(tile_text, self._plan.rest_at(point)))

    def target_at(self, point: QPointF) -> Target | None:
        """The day and, among the hours, the quarter; a dragged tile keeps its minutes."""
        day = self._plan.day_at(point)
        if day is None:
            return None
        dragged = self.dragged_tile()
        if dragged is None:
            at = self._plan.moment_at(day.day, point.y())
        else:
            at = self._plan.moved(dragged.tile, day.day, self.dragged_by().y())
        return Target(day.column, day.day, at)

    def current_rect(self) -> QRectF | None:
        day = self._week_day()
        if day is None:
            return None
        if self.current_tile() is None:
            return day.head.adjusted(2, 2, -3, -3)
        shown = [placed.rect for placed in day.tiles if placed.tile == self.current_tile()]
        rests = [rest.rect for rest in day.rests if self.current_tile() in rest.tiles]
        return next(iter(shown + rests), None)

    def _week_day(self) -> WeekDay | None:
        number = (self.current_day() - self._monday).days
        return self._plan.days[number] if 0 <= number < DAYS else None

    def set_current(self, day: date, tile: Tile | None = None) -> None:
        """Make it current, and scroll to where it is."""
        super().set_current(day, tile)
        rect = self.current_rect()
        if tile is not None and tile.at is not None and rect is not None:
            hours = self._plan.hours
            self.show_between(rect.top() - 4, rect.bottom() + 4, hours.top(), hours.bottom())

    def paint_page(self, painter: QPainter) -> None:
        paint_week(painter, self._plan, self._now, colours(self.palette()))

    # Keys

    def on_plain_key(self, key: Qt.Key) -> bool:
        day = self.current_day()
        match key:
            case Qt.Key.Key_Left:
                self.go_to(day - timedelta(days=1))
            case Qt.Key.Key_Right:
                self.go_to(day + timedelta(days=1))
            case Qt.Key.Key_Up:
                self.step_tile(-1, 0)
            case Qt.Key.Key_Down:
                self.step_tile(1, 0)
            case _:
                return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Shift with ↑ or ↓ moves a tile by a quarter of an hour."""
        both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = steps.get(Qt.Key(event.key()))
        if modifiers != both or step is None:
            super().keyPressEvent(event)
            return
        tile = self.movable_tile()
        if tile is None or tile.at is None:
            return
        to_at = tile.at + step * QUARTER
        if wib(to_at).date() == tile.day:
            self.hour_asked.emit(tile, to_at)

    # For screen readers

    def make_groups(self) -> Sequence[Group]:
        return [_group(day) for day in self._plan.days]

    def current_place(self) -> tuple[int, int | None]:
        day = self._week_day()
        if day is None:
            return -1, None
        shown = [placed.tile for placed in day.tiles]
        tile = self.current_tile()
        number = (day.day - self._monday).days
        if tile in shown:
            return number, shown.index(tile)
        rests = [at for at, rest in enumerate(day.rests) if tile in rest.tiles]
        return number, len(shown) + rests[0] if rests else None


def _group(day: WeekDay) -> Group:
    shown = [Spot(placed.rect, tile_text(placed.tile)) for placed in day.tiles]
    rests = [Spot(rest.rect, more_words(rest.tiles)) for rest in day.rests]
    rect = day.head.united(day.column)
    return Group(rect, day_words(day.day, len(day.all_tiles)), (*shown, *rests))
