"""The month: six weeks painted in one widget; worked by mouse and by keys alone."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.language import _
from app.services.calendar import Tile, first_day_shown
from app.services.days import DayRow
from app.ui.calendar.days.words import mark_text, marks_text
from app.ui.calendar.month_paint import paint_month, paint_tile
from app.ui.calendar.month_plan import MonthPlan, PlacedDay, PlacedTile
from app.ui.calendar.painted import Group, Spot
from app.ui.calendar.tile_view import Target, TileView
from app.ui.calendar.words import day_words, tile_text
from app.ui.theme import colours


class MonthView(TileView):
    """Shows a month's page; its days are the groups that screen readers hear of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("calendar.month", _("Month"), parent)
        self._month = 1
        self._first = first_day_shown(2026, 1)
        self._marks: tuple[DayRow, ...] = ()
        self.lay_out()
        self.setMinimumSize(QSize(560, 320))

    @property
    def plan(self) -> MonthPlan:
        """Where everything lies now."""
        return self._plan

    def show_month(self, month: date, tiles: Sequence[Tile], today: date) -> None:
        """Show the page of this month."""
        self._month = month.month
        self._first = first_day_shown(month.year, month.month)
        self.take_tiles(tiles, today)

    def show_days(self, marks: Sequence[DayRow]) -> None:
        """Show what is said of these days beside the tiles."""
        self._marks = tuple(marks)
        self.refresh()

    def shows(self, day: date) -> bool:
        return self._plan.of(day) is not None

    def lay_out(self) -> None:
        self._plan = MonthPlan(self._first, self._tiles, QSizeF(self.size()), self._marks)

    def tile_at(self, point: QPointF) -> PlacedTile | None:
        return self._plan.tile_at(point)

    def tip_at(self, point: QPointF) -> str:
        """Of a tile what it shows; elsewhere what the day is."""
        placed = self._plan.day_at(point)
        return super().tip_at(point) or (marks_text(placed.marks) if placed else "")

    def hidden_at(self, point: QPointF) -> Sequence[Tile]:
        placed = self._plan.day_at(point)
        return placed.hidden if placed and placed.number_rect.contains(point) else ()

    def target_at(self, point: QPointF) -> Target | None:
        placed = self._plan.day_at(point)
        return Target(placed.rect, placed.day) if placed else None

    def current_rect(self) -> QRectF | None:
        """The current tile's room; of one that does not fit the row with "+2", else the day's."""
        placed = self._plan.of(self.current_day())
        if placed is None:
            return None
        if self.current_tile() is None:
            return placed.rect.adjusted(2, 2, -3, -3)
        shown = [tile.rect for tile in placed.tiles if tile.tile == self.current_tile()]
        return shown[0] if shown else placed.number_rect.adjusted(3, 3, -4, -2)

    def paint_page(self, painter: QPainter) -> None:
        look = colours(self.palette())
        paint_month(painter, self._plan, self._month, self._today, look)
        for placed in self._plan.days:
            for tile in placed.tiles:
                paint_tile(painter, tile, look)

    def on_plain_key(self, key: Qt.Key) -> bool:
        day = self.current_day()
        match key:
            case Qt.Key.Key_Left:
                self.go_to(day - timedelta(days=1))
            case Qt.Key.Key_Right:
                self.go_to(day + timedelta(days=1))
            case Qt.Key.Key_Up:
                self.step_tile(-1, -7)
            case Qt.Key.Key_Down:
                self.step_tile(1, 7)
            case _:
                return False
        return True

    # For screen readers

    def make_groups(self) -> Sequence[Group]:
        return [_group(placed) for placed in self._plan.days]

    def current_place(self) -> tuple[int, int | None]:
        placed = self._plan.of(self.current_day())
        if placed is None:
            return -1, None
        shown = [tile.tile for tile in placed.tiles]
        tile = self.current_tile()
        number = (placed.day - self._plan.first).days
        return number, shown.index(tile) if tile in shown else None


def _group(placed: PlacedDay) -> Group:
    spots = (Spot(tile.rect, tile_text(tile.tile)) for tile in placed.tiles)
    said = (day_words(placed.day, len(placed.all_tiles)), *map(mark_text, placed.marks))
    return Group(placed.rect, ", ".join(said), tuple(spots))
