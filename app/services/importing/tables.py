"""Foreign tables as they were read: sheets with cells, and a table found below its title rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from app.models.search_text import search_text
from app.services.formula_guard import unguarded

Cell = str | int | float | bool | date | time | timedelta | None  # a datetime is a date, too


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; rows and columns are counted from 0, numbers that people see from 1.

    `merged` holds (first row, first column, last row, last column), `links` where hyperlinks lead.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    links: Mapping[tuple[int, int], str] | None = None
    hidden_rows: frozenset[int] = frozenset()
    is_hidden: bool = False

    def cell(self, row: int, column: int) -> Cell:
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else None


@dataclass(frozen=True, slots=True)
class Workbook:
    """One file; `text` is there instead of sheets where the file is no table."""

    sheets: tuple[Sheet, ...]
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """What stands below one header row.

    `columns` says in which column a field is, `unknown` lists headers that no field belongs to.
    """

    sheet: Sheet
    header_row: int
    columns: Mapping[str, int]
    unknown: tuple[str, ...]

    def header(self, field: str) -> str:
        """The header of a field as the file writes it; the field's own name where it has none."""
        column = self.columns.get(field)
        return field if column is None else text_of(self.sheet.cell(self.header_row, column))

    def rows(self) -> Iterator["TableRow"]:
        """The rows below the header that hold anything in one of its columns."""
        shared = _shared_cells(self.sheet, set(self.columns.values()))
        header = self.sheet.rows[self.header_row]
        for number in range(self.header_row + 1, len(self.sheet.rows)):
            cells = self.sheet.rows[number]
            # A long list repeats its header on every printed page.
            if any(cell is not None for cell in cells) and cells != header:
                yield TableRow(self, number, shared)

    def titles(self) -> tuple[str, ...]:
        """The texts that stand above the header."""
        above = self.sheet.rows[: self.header_row]
        return tuple(cell for row in above for cell in row if isinstance(cell, str))


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table, asked by field."""

    table: Table
    index: int
    _shared: Mapping[tuple[int, int], Cell]

    @property
    def number(self) -> int:
        """The row's number as a spreadsheet program shows it."""
        return self.index + 1

    @property
    def sheet_name(self) -> str | None:
        return self.table.sheet.name or None

    def own(self, field: str) -> Cell:
        """The row's own cell; None where a merged cell begins above."""
        column = self.table.columns.get(field)
        return None if column is None else self.table.sheet.cell(self.index, column)

    def value(self, field: str) -> Cell:
        """The cell, or what it shares with the row above by a merged cell."""
        column = self.table.columns.get(field)
        if column is None:
            return None
        own = self.table.sheet.cell(self.index, column)
        return own if own is not None else self._shared.get((self.index, column))

    def text(self, field: str) -> str:
        """The cell as text, without spaces around it; empty if there is nothing."""
        return text_of(self.value(field))

    def link(self, field: str) -> str | None:
        """Where the cell's hyperlink leads."""
        column = self.table.columns.get(field)
        links = self.table.sheet.links
        return None if column is None or links is None else links.get((self.index, column))

    def cells(self) -> tuple[Cell, ...]:
        """The whole row, shared cells filled in: what is written down for correction."""
        width = len(self.table.sheet.rows[self.table.header_row])
        return tuple(
            own
            if (own := self.table.sheet.cell(self.index, column)) is not None
            else self._shared.get((self.index, column))
            for column in range(width)
        )


def workbook_from(words: Mapping[str, Any]) -> Workbook:
    """The workbook that the reading process answered with, see `reading.workbooks`."""
    return Workbook(tuple(_sheet(sheet) for sheet in words["sheets"]), words["text"])


def text_of(cell: Cell) -> str:
    """A cell as people would type it: `7`, not `7.0`; dates and times in ISO form."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (datetime, date, time)):
        return cell.isoformat()
    return str(cell).strip()


@lru_cache(maxsize=2000)
def normalised(header: str) -> str:
    """A header as it is compared: `Berlaku s.d.` and `berlaku  s/d` are the same."""
    return search_text(header)


def _sheet(words: Mapping[str, Any]) -> Sheet:
    return Sheet(
        words["name"],
        tuple(tuple(_cell(cell) for cell in row) for row in words["rows"]),
        tuple((top, left, bottom, right) for top, left, bottom, right in words["merged"]),
        {(row, column): address for row, column, address in words["links"]},
        frozenset(words["hidden_rows"]),
        words["is_hidden"],
    )


def _cell(value: Any) -> Cell:
    if isinstance(value, dict):
        kind, written = next(iter(value.items()))
        match kind:
            case "date":
                return date.fromisoformat(written)
            case "moment":
                return datetime.fromisoformat(written)
            case "time":
                return time.fromisoformat(written)
        return timedelta(seconds=written)
    if isinstance(value, str):
        return unguarded(value) if value.strip() else None
    cell: Cell = value
    return cell


def _shared_cells(sheet: Sheet, columns: set[int]) -> dict[tuple[int, int], Cell]:
    """What rows share with the one above: cells merged downwards within one column."""
    return {
        (row, left): sheet.cell(top, left)
        for top, left, bottom, right in sheet.merged
        if left == right and left in columns
        for row in range(top + 1, bottom + 1)
    }
