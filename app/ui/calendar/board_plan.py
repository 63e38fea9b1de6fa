"""Where everything of the board lies: a column for each account, a row for each day of the week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.services.calendar import Tile
from app.services.calendar_filter import AccountChoice
from app.ui.calendar.month_plan import PlacedTile
from app.ui.theme import scaled, tokens

DAYS = 7
NO_ACCOUNT = 0  # key of the column for ideas that have no account yet
_HEAD = 34
_GUTTER = 66  # where the days stand
_LEAST_COLUMN = 104
_LEAST_ROW = 44
_SIDE, _GAP = 4, 3


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One account, or none: its head and how many tiles it has this week."""

    account: AccountChoice | None
    head: QRectF
    count: int

    @property
    def key(self) -> int:
        return self.account.id if self.account else NO_ACCOUNT


@dataclass(frozen=True, slots=True)
class BoardTile:
    """A tile in the column of one of its accounts."""

    column: int
    placed: PlacedTile


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A day: its whole row, its head at the left, its tiles by column."""

    day: date
    rect: QRectF
    tiles: tuple[BoardTile, ...]

    def of(self, column: int) -> tuple[BoardTile, ...]:
        return tuple(tile for tile in self.tiles if tile.column == column)


class BoardPlan:
    """A week from a Monday on; `first` is the leftmost column, rows are moved up by `offset`."""

    def __init__(
        self,
        monday: date,
        tiles: Sequence[Tile],
        accounts: Sequence[AccountChoice],
        size: QSizeF,
        place: tuple[int, float],
    ) -> None:
        self.monday, self.size = monday, size
        self.first, self.offset = place
        self.gutter = float(scaled(_GUTTER))
        self.top = float(scaled(_HEAD))
        self.keys: list[int] = [account.id for account in accounts]
        if any(not tile.accounts for tile in tiles):
            self.keys.insert(0, NO_ACCOUNT)
        room = size.width() - self.gutter
        self.fitting = min(len(self.keys), max(1, int(room // scaled(_LEAST_COLUMN))))
        self.first = min(self.first, self.most_first)
        self._width = room / max(1, self.fitting)
        self.columns = self._columns(accounts, tiles)
        self.rows = self._rows(tiles)

    @property
    def most_first(self) -> int:
        """The largest number of a leftmost column."""
        return len(self.keys) - self.fitting

    @property
    def height(self) -> float:
        """What all rows take."""
        return sum(row.rect.height() for row in self.rows)

    def _left(self, column: int) -> float:
        return round(self.gutter + (column - self.first) * self._width)

    def _columns(
        self, accounts: Sequence[AccountChoice], tiles: Sequence[Tile]
    ) -> list[BoardColumn]:
        by_key = {account.id: account for account in accounts}
        return [
            BoardColumn(
                by_key.get(key),
                QRectF(
                    self._left(number), 0, self._left(number + 1) - self._left(number), self.top
                ),
                sum(1 for tile in tiles if key in _keys_of(tile)),
            )
            for number, key in enumerate(self.keys)
        ]

    def _rows(self, tiles: Sequence[Tile]) -> list[BoardRow]:
        days = [self.monday + timedelta(days=number) for number in range(DAYS)]
        cells = {
            day: {
                column: [tile for tile in tiles if tile.day == day and key in _keys_of(tile)]
                for column, key in enumerate(self.keys)
            }
            for day in days
        }
        each = scaled(tokens().size["tile_tall"]) + _GAP
        least = [
            max(scaled(_LEAST_ROW), max(map(len, cells[day].values()), default=0) * each + 8)
            for day in days
        ]
        spare = max(0.0, (self.size.height() - self.top - sum(least)) / DAYS)
        rows, top = [], self.top - self.offset
        for day, height in zip(days, least, strict=True):
            rect = QRectF(
                0, round(top), self.size.width(), round(top + height + spare) - round(top)
            )
            rows.append(BoardRow(day, rect, self._placed(rect, cells[day])))
            top += height + spare
        return rows

    def _placed(self, row: QRectF, cells: dict[int, list[Tile]]) -> tuple[BoardTile, ...]:
        height = scaled(tokens().size["tile_tall"])
        return tuple(
            BoardTile(
                column,
                PlacedTile(
                    tile,
                    QRectF(
                        self._left(column) + _SIDE,
                        row.top() + 4 + at * (height + _GAP),
                        self._width - 2 * _SIDE,
                        height,
                    ),
                    is_tall=True,
                ),
            )
            for column, tiles in cells.items()
            for at, tile in enumerate(tiles)
        )

    # What is where

    def is_shown(self, column: int) -> bool:
        return self.first <= column < self.first + self.fitting

    def row_at(self, point: QPointF) -> BoardRow | None:
        if point.y() < self.top:
            return None
        return next((row for row in self.rows if row.rect.contains(point)), None)

    def column_at(self, point: QPointF) -> int | None:
        for number, column in enumerate(self.columns):
            if self.is_shown(number) and column.head.left() <= point.x() < column.head.right():
                return number
        return None

    def tile_at(self, point: QPointF) -> BoardTile | None:
        row = self.row_at(point)
        hit = (
            tile
            for tile in (row.tiles if row else ())
            if self.is_shown(tile.column) and tile.placed.rect.contains(point)
        )
        return next(hit, None)

    def cell(self, row: BoardRow, column: int) -> QRectF:
        """The room of one account on one day."""
        if not self.columns:
            return row.rect
        head = self.columns[column].head
        return QRectF(head.left(), row.rect.top(), head.width(), row.rect.height())


def _keys_of(tile: Tile) -> tuple[int, ...]:
    return tile.accounts or (NO_ACCOUNT,)
