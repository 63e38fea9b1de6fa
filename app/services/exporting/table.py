"""The form of an export: named columns and plain values."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Result, Select, SQLColumnExpression
from sqlalchemy.orm import Session

# How a row gives a cell: by the query itself, or from what was gathered by the row's id.
Source: TypeAlias = SQLColumnExpression[Any] | Mapping[int, object]


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


def queried(
    session: Session, ids: Select[int], columns: Sequence[tuple[str, str, Source]]
) -> Table:
    """A table of the database's rows; a column is its key, its heading, where its cells come from.

    `ids` selects the id of every row in the table's order, joined to all that the columns name.
    """
    return table(
        (column[:2] for column in columns),
        _rows(session, ids, [source for _, _, source in columns]),
    )


def _rows(
    session: Session, ids: Select[int], sources: Sequence[Source]
) -> Iterator[tuple[object, ...]]:
    asked = [source for source in sources if not isinstance(source, Mapping)]
    for row_id, *answered in session.execute(ids.add_columns(*asked)):
        cells = iter(answered)
        yield tuple(
            source.get(row_id) if isinstance(source, Mapping) else next(cells) for source in sources
        )


def joined(pairs: Result[*tuple[Any, ...]]) -> dict[int, tuple[object, ...]]:
    """All second values of one first value, as one cell."""
    cells: defaultdict[int, list[object]] = defaultdict(list)
    for pair in pairs:
        cells[pair[0]].append(pair[1])
    return {key: tuple(values) for key, values in cells.items()}
