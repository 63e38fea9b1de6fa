"""Where everything of a month's page lies: days, tiles, what does not fit. No painting here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.services.calendar import WEEKS_SHOWN, Tile
from app.services.day_bars import WeekBar, week_bars
from app.services.days import DayRow
from app.ui.theme import scaled, tokens

DAYS = 7
_HEAD = 25  # the row with the names of the days
_NUMBER = 20  # the row with the day's number
_BAR = 16  # a campaign's, or a quiet period's
_SIDE = 4
_GAP = 3


@dataclass(frozen=True, slots=True)
class PlacedTile:
    """A tile and its room; two lines where there is room for all of the day's, else one."""

    tile: Tile
    rect: QRectF
    is_tall: bool


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """The part of a campaign or quiet period that lies in one week, and its room."""

    bar: WeekBar
    rect: QRectF


@dataclass(frozen=True, slots=True)
class PlacedDay:
    """A day, its room, what is said of it, the tiles that fit and those that do not."""

    day: date
    rect: QRectF
    tiles: tuple[PlacedTile, ...]
    hidden: tuple[Tile, ...]
    marks: tuple[DayRow, ...] = ()

    @property
    def number_rect(self) -> QRectF:
        """The row of the day's number, where "+2" stands too."""
        return QRectF(self.rect.left(), self.rect.top(), self.rect.width(), scaled(_NUMBER))

    @property
    def all_tiles(self) -> tuple[Tile, ...]:
        return (*(placed.tile for placed in self.tiles), *self.hidden)


class MonthPlan:
    """Six weeks from a Monday on, laid out in a size."""

    def __init__(
        self, first: date, tiles: Sequence[Tile], size: QSizeF, marks: Sequence[DayRow] = ()
    ) -> None:
        self.first = first
        self.head = QRectF(0, 0, size.width(), scaled(_HEAD))
        self.days: list[PlacedDay] = []
        self.bars: list[PlacedBar] = []
        by_day: dict[date, list[Tile]] = {}
        for tile in tiles:
            by_day.setdefault(tile.day, []).append(tile)
        for week in range(WEEKS_SHOWN):
            bars = week_bars(marks, first + timedelta(weeks=week))
            for column in range(DAYS):
                day = first + timedelta(weeks=week, days=column)
                rect = self._cell(week * DAYS + column, size)
                lanes = max((bar.lane + 1 for bar in bars if bar.covers(column)), default=0)
                placed = _placed(day, rect, by_day.get(day, []), lanes)
                said = tuple(mark for mark in marks if mark.covers(day))
                self.days.append(replace(placed, marks=said))
            self.bars += [self._placed_bar(week, bar) for bar in bars]

    def _placed_bar(self, week: int, bar: WeekBar) -> PlacedBar:
        left = self.days[week * DAYS + bar.first].rect
        right = self.days[week * DAYS + bar.last].rect
        begin = left.left() + (_SIDE if bar.begins else 0)
        end = right.right() - (_SIDE if bar.ends else 0)
        top = left.top() + scaled(_NUMBER) + bar.lane * scaled(_BAR + 1)
        return PlacedBar(bar, QRectF(begin, top, end - begin, scaled(_BAR)))

    def _cell(self, number: int, size: QSizeF) -> QRectF:
        """Edges on whole pixels, so that lines stay sharp."""
        row, column = divmod(number, DAYS)
        top = self.head.bottom()
        height = size.height() - top
        left, right = (round(size.width() * at / DAYS) for at in (column, column + 1))
        upper, lower = (round(top + height * at / WEEKS_SHOWN) for at in (row, row + 1))
        return QRectF(left, upper, right - left, lower - upper)

    def day_at(self, point: QPointF) -> PlacedDay | None:
        return next((placed for placed in self.days if placed.rect.contains(point)), None)

    def tile_at(self, point: QPointF) -> PlacedTile | None:
        placed = self.day_at(point)
        found = (tile for tile in placed.tiles if tile.rect.contains(point)) if placed else iter(())
        return next(found, None)

    def of(self, day: date) -> PlacedDay | None:
        """The day's place; None if this page does not show it."""
        number = (day - self.first).days
        return self.days[number] if 0 <= number < len(self.days) else None


def _placed(day: date, rect: QRectF, tiles: Sequence[Tile], lanes: int) -> PlacedDay:
    """The day with its tiles below its number and the lanes of bars."""
    tall, short = scaled(tokens().size["tile_tall"]), scaled(tokens().size["tile"])
    above = scaled(_NUMBER) + lanes * scaled(_BAR + 1)
    room = rect.height() - above - _GAP
    is_tall = bool(tiles) and len(tiles) * (tall + _GAP) - _GAP <= room
    height = tall if is_tall else short
    fitting = len(tiles) if is_tall else max(0, int((room + _GAP) // (short + _GAP)))
    left, width = rect.left() + _SIDE, rect.width() - 2 * _SIDE
    top = rect.top() + above + 1
    placed = tuple(
        PlacedTile(tile, QRectF(left, top + at * (height + _GAP), width, height), is_tall)
        for at, tile in enumerate(tiles[:fitting])
    )
    return PlacedDay(day, rect, placed, tuple(tiles[fitting:]))
