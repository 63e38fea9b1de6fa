"""Where everything of a week lies: hours down the side, tiles of one hour side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.language import WIB, wib
from app.services.calendar import Tile
from app.ui.calendar.month_plan import PlacedTile
from app.ui.theme import scaled, tokens

DAYS = 7
HOURS = 24
QUARTERS = 4  # of an hour: the step in which a tile is dragged
_HEAD = 30  # the row with the days
_HOUR = 48
_GUTTER = 50  # where the hours stand
_SIDE, _GAP = 3, 2
_LEAST_WIDTH = 60  # of a tile: icon and time
_LAST_MINUTE = HOURS * 60 - 60 // QUARTERS


@dataclass(frozen=True, slots=True)
class Rest:
    """What has no room beside the others at its hour."""

    rect: QRectF
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day: its column under the head, its head, the tiles of its hours and those without one."""

    day: date
    head: QRectF
    column: QRectF
    tiles: tuple[PlacedTile, ...]
    rests: tuple[Rest, ...]

    @property
    def all_tiles(self) -> tuple[Tile, ...]:
        shown = (placed.tile for placed in self.tiles)
        return (*shown, *(tile for rest in self.rests for tile in rest.tiles))


class WeekPlan:
    """Seven days from a Monday on, laid out in a size; hours are moved up by `offset`."""

    def __init__(self, monday: date, tiles: Sequence[Tile], size: QSizeF, offset: float) -> None:
        self.monday, self.size, self.offset = monday, size, offset
        self.hour = float(scaled(_HOUR))
        self.gutter = float(scaled(_GUTTER))
        untimed = [tile for tile in tiles if tile.at is None]
        self.head = QRectF(0, 0, size.width(), scaled(_HEAD))
        self.band = QRectF(0, self.head.bottom(), size.width(), _band_height(untimed))
        self.hours = QRectF(
            0, self.band.bottom(), size.width(), max(0.0, size.height() - self.band.bottom())
        )
        self.days = [self._day(number, tiles) for number in range(DAYS)]

    @property
    def most_offset(self) -> float:
        """How far the hours can be moved up."""
        return max(0.0, HOURS * self.hour - self.hours.height())

    def _day(self, number: int, tiles: Sequence[Tile]) -> WeekDay:
        day = self.monday + timedelta(days=number)
        width = self.size.width() - self.gutter
        left, right = (round(self.gutter + width * at / DAYS) for at in (number, number + 1))
        head = QRectF(left, 0, right - left, self.head.height())
        column = QRectF(left, self.band.top(), right - left, self.size.height() - self.band.top())
        own = [tile for tile in tiles if tile.day == day]
        placed, rests = self._untimed(column, [tile for tile in own if tile.at is None])
        for group in _overlapping([tile for tile in own if tile.at is not None], self._height()):
            beside, rest = self._beside(column, group)
            placed += beside
            rests += rest
        return WeekDay(day, head, column, tuple(placed), tuple(rests))

    def _height(self) -> timedelta:
        """How long the room of one tile is."""
        return timedelta(hours=scaled(tokens().size["tile_tall"]) / self.hour)

    def _untimed(
        self, column: QRectF, tiles: Sequence[Tile]
    ) -> tuple[list[PlacedTile], list[Rest]]:
        height = scaled(tokens().size["tile"])
        left, width = column.left() + _SIDE, column.width() - 2 * _SIDE
        top = self.band.top() + _GAP
        if not tiles:
            return [], []
        placed = [PlacedTile(tiles[0], QRectF(left, top, width, height), is_tall=False)]
        below = QRectF(left, top + height + _GAP, width, height)
        if len(tiles) == 2:
            placed.append(PlacedTile(tiles[1], below, is_tall=False))
        return placed, [Rest(below, tuple(tiles[1:]))] if len(tiles) > 2 else []

    def _beside(self, column: QRectF, tiles: Sequence[Tile]) -> tuple[list[PlacedTile], list[Rest]]:
        """Tiles whose rooms overlap, side by side; the last place stands for what is too much."""
        width = column.width() - 2 * _SIDE
        places = max(1, int((width + _GAP) // (scaled(_LEAST_WIDTH) + _GAP)))
        shown, rest = _in_columns(tiles, self._height(), len(tiles))
        columns = 1 + max(number for number, _tile in shown)
        if columns > places:
            columns = places
            shown, rest = _in_columns(tiles, self._height(), max(1, places - 1))
        each = (width - (columns - 1) * _GAP) / columns
        height = scaled(tokens().size["tile_tall"])
        lefts = [column.left() + _SIDE + number * (each + _GAP) for number in range(columns)]
        placed = [
            PlacedTile(tile, QRectF(lefts[number], self.y_of(tile), each, height), is_tall=True)
            for number, tile in shown
        ]
        if not rest:
            return placed, []
        room = QRectF(lefts[-1], self.y_of(rest[0]), each, height)
        if columns == 1:  # the number stands below the tile
            room = QRectF(lefts[0], self.y_of(rest[0]) + height, each, scaled(14))
        return placed, [Rest(room, tuple(rest))]

    def y_of(self, tile: Tile) -> float:
        """Where the tile's hour is."""
        here = wib(tile.at) if tile.at else None
        minutes = here.hour * 60 + here.minute if here else 0
        return self.hours.top() - self.offset + minutes / 60 * self.hour

    # What is where

    def day_at(self, point: QPointF) -> WeekDay | None:
        return next((day for day in self.days if _spans(day.column, point.x())), None)

    def tile_at(self, point: QPointF) -> PlacedTile | None:
        day = self.day_at(point)
        hit = (tile for tile in day.tiles if self.is_seen(tile.rect, point)) if day else iter(())
        return next(hit, None)

    def rest_at(self, point: QPointF) -> tuple[Tile, ...]:
        day = self.day_at(point)
        hit = (rest for rest in day.rests if self.is_seen(rest.rect, point)) if day else iter(())
        found = next(hit, None)
        return found.tiles if found else ()

    def is_seen(self, rect: QRectF, point: QPointF) -> bool:
        """Whether this point of the room is not under the head."""
        is_timed = rect.top() >= self.hours.top() - self.offset
        return rect.contains(point) and (not is_timed or self.hours.contains(point))

    def moment_at(self, day: date, y: float) -> datetime | None:
        """The quarter of an hour at this height; None above the hours."""
        if y < self.hours.top():
            return None
        minutes = self._quarter((y - self.hours.top() + self.offset) / self.hour)
        return datetime.combine(day, time(), WIB) + timedelta(minutes=minutes)

    def moved(self, tile: Tile, day: date, dy: float) -> datetime | None:
        """The moment of a tile that is dragged to a day and by `dy`, in steps of a quarter."""
        if tile.at is None:
            return None
        here = wib(tile.at)
        steps = round(dy / self.hour * QUARTERS) * 60 // QUARTERS
        minutes = min(max(here.hour * 60 + here.minute + steps, 0), HOURS * 60 - 1)
        midnight = datetime.combine(day, time(second=here.second), WIB)
        return midnight + timedelta(minutes=minutes)

    def _quarter(self, hours: float) -> int:
        step = 60 // QUARTERS
        return min(max(int(hours * QUARTERS) * step, 0), _LAST_MINUTE)


def _spans(rect: QRectF, x: float) -> bool:
    return rect.left() <= x < rect.right()


def _band_height(untimed: Sequence[Tile]) -> float:
    """Room for the tiles without an hour: none, one or two lines."""
    counts = [sum(1 for other in untimed if other.day == tile.day) for tile in untimed]
    lines = min(2, max(counts, default=0))
    return lines * (scaled(tokens().size["tile"]) + _GAP) + (2 * _GAP if lines else 0)


def _overlapping(tiles: Sequence[Tile], length: timedelta) -> Iterator[list[Tile]]:
    """Groups of tiles whose rooms touch; `tiles` come by time."""
    group: list[Tile] = []
    for tile in tiles:
        if group and tile.at is not None and group[-1].at is not None:
            if tile.at - group[-1].at < length:
                group.append(tile)
                continue
            yield group
            group = []
        group.append(tile)
    if group:
        yield group


def _in_columns(
    tiles: Sequence[Tile], length: timedelta, most: int
) -> tuple[list[tuple[int, Tile]], list[Tile]]:
    """Each tile in the first of `most` columns that is free at its hour, and what finds none."""
    ends: list[datetime] = []
    placed: list[tuple[int, Tile]] = []
    rest: list[Tile] = []
    for tile in tiles:
        at = tile.at or datetime.min.replace(tzinfo=WIB)
        free = next((number for number, end in enumerate(ends) if end <= at), len(ends))
        if free >= most:
            rest.append(tile)
            continue
        ends[free : free + 1] = [at + length]
        placed.append((free, tile))
    return placed, rest
