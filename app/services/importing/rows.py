"""Judging a file row by row: what every kind of import does in the same way."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, time
from typing import Protocol, TypeVar

from app.models.imports import ImportKind
from app.models.limits import length
from app.services.importing.judged import (
    Duplicate,
    Fault,
    Faulty,
    GoodRow,
    Judged,
    Note,
    NoteCode,
    ReasonCode,
    RowFault,
)
from app.services.importing.lengths import lengths_of
from app.services.importing.tables import Table, TableRow, Workbook, text_of

Values = TypeVar("Values")
Found = TypeVar("Found")

_SHOWN_OF_TOO_LONG = 40  # characters, enough to find the cell again
DIGEST_FORM = 1  # counts up when a field is added to a row's values: old digests match no more


@dataclass(slots=True)
class RowJudge:
    """One row while it is understood; collects what is wrong with it and what is worth knowing."""

    row: TableRow
    faults: list[Fault] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def read(self, column: str, understand: Callable[[], Found], otherwise: Found) -> Found:
        """What `understand` makes of the column; `otherwise` after noting the fault."""
        try:
            return understand()
        except RowFault as fault:
            self.fault(column, fault.reason, fault.value, **fault.facts)
            return otherwise

    def needed(self, column: str, reason: ReasonCode) -> str:
        """The text of a column that may not be empty."""
        text = self.row.text(column)
        if not text:
            self.fault(column, reason)
        return text

    def fault(self, column: str, reason: ReasonCode, value: str = "", **facts: str) -> None:
        self.faults.append(Fault(self.row.table.header(column), value, reason, facts))

    def note(self, code: NoteCode, **facts: str) -> None:
        self.notes.append(Note(code, self.row.number, self.row.sheet_name, facts))


class KindOfRow(Protocol[Values]):
    """What a kind of import adds: what a record is, what it says, what makes it the same."""

    kind: ImportKind

    def is_record(self, row: TableRow) -> bool: ...

    def understand(self, judge: RowJudge) -> Values: ...

    def key(self, values: Values) -> str: ...

    def summary(self, values: Values) -> str: ...


def judge(rows: KindOfRow[Values], tables: Iterable[Table], workbook: Workbook) -> Judged[Values]:
    """Every record of the tables, judged; nothing is compared with the office yet."""
    tables = tuple(tables)
    good: list[GoodRow[Values]] = []
    duplicates: list[Duplicate] = []
    faulty: list[Faulty] = []
    notes = list(_hidden(tables, workbook))
    seen: dict[str, int] = {}
    read = 0
    for row in (row for table in tables for row in table.rows()):
        if not rows.is_record(row):
            notes.append(_left_out(row))
            continue
        read += 1
        judging = RowJudge(row)
        values = rows.understand(judging)
        _check_lengths(judging, rows.kind)
        if judging.faults:
            faults = tuple(judging.faults)
            faulty.append(Faulty(row.number, row.sheet_name, faults, row.cells()))
            continue
        digest = digest_of(values)
        if digest in seen:
            text = rows.summary(values)
            duplicates.append(Duplicate(row.number, row.sheet_name, text, seen[digest]))
            continue
        seen[digest] = row.number
        notes += judging.notes
        good.append(GoodRow(row.number, row.sheet_name, values, rows.key(values), digest))
    return Judged(
        rows.kind,
        read,
        tuple(good),
        tuple(duplicates),
        tuple(faulty),
        tuple(notes),
        _headers(tables),
        tuple(dict.fromkeys(header for table in tables for header in table.unknown)),
    )


def _check_lengths(judging: RowJudge, kind: ImportKind) -> None:
    for column, limit in lengths_of(kind).items():
        text = judging.row.text(column)
        if len(text) * 2 > limit and (found := length(text)) > limit:
            shown = f"{text[:_SHOWN_OF_TOO_LONG]}…"
            facts = {"length": str(found), "limit": str(limit)}
            judging.fault(column, ReasonCode.TOO_LONG, shown, **facts)


def digest_of(values: object) -> str:
    """A digest over all values of a row, the same in every run and on every machine."""
    content: Mapping[str, object] = asdict(values)  # type: ignore[call-overload]
    written = json.dumps([DIGEST_FORM, content], sort_keys=True, ensure_ascii=False, default=_plain)
    return hashlib.sha256(written.encode()).hexdigest()


def key_of(*parts: object) -> str:
    """What makes a row the same in another file, as one text of bounded length."""
    written = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(written.encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value)


def _headers(tables: tuple[Table, ...]) -> tuple[str, ...]:
    if not tables:
        return ()
    first = tables[0]
    return tuple(text_of(cell) for cell in first.sheet.rows[first.header_row])


def _left_out(row: TableRow) -> Note:
    text = next((text_of(cell) for cell in row.cells() if cell is not None), "")
    return Note(NoteCode.LEFT_OUT, row.number, row.sheet_name, {"text": text[:80]})


def _hidden(tables: tuple[Table, ...], workbook: Workbook) -> Iterable[Note]:
    for sheet in workbook.sheets:
        if sheet.is_hidden:
            yield Note(NoteCode.HIDDEN_SHEET, None, sheet.name, {"sheet": sheet.name})
    for table in tables:
        for row in sorted(table.sheet.hidden_rows):
            if row > table.header_row:
                yield Note(NoteCode.HIDDEN_ROW, row + 1, table.sheet.name or None)
