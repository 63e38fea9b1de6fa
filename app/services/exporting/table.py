"""The form of an export: named columns and plain values."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Result


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` is the same in every language, `heading` is what people read."""

    key: str
    heading: str


@dataclass(frozen=True, slots=True)
class Table:
    """One export. Cells are texts, numbers, days, moments (UTC), truth values, states or None."""

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[object]]


def table(columns: Iterable[tuple[str, str]], rows: Iterable[Sequence[Any]]) -> Table:
    return Table(tuple(Column(*column) for column in columns), [tuple(row) for row in rows])


def joined(pairs: Result[*tuple[Any, ...]]) -> dict[int, tuple[object, ...]]:
    """All second values of one first value, as one cell."""
    cells: defaultdict[int, list[object]] = defaultdict(list)
    for pair in pairs:
        cells[pair[0]].append(pair[1])
    return {key: tuple(values) for key, values in cells.items()}
