"""Good rows against what the office has: new, there already, or there with other values."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.imports import ImportKind, ImportRow
from app.services.importing.judged import Duplicate, GoodRow
from app.services.importing.kinds import rows_of_kind
from app.services.importing.writing.writer import Writer
from app.services.importing.writing.writers import writer_of


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which a row and what we have differ."""

    field: str
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that we have with other values: it is shown, ours is kept."""

    row: int
    sheet: str | None
    text: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row to write, with the key by which it is known from now on.

    `completes` is the key of what the office has already, where the row only fills its blanks.
    """

    good: GoodRow[Any]
    key: str
    completes: int | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of the good rows; `renewed` are among the duplicates and are written again."""

    new: tuple[NewRow, ...]
    duplicates: tuple[Duplicate, ...]
    changed: tuple[Changed, ...]
    renewed: tuple[NewRow, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A row that came in earlier."""

    key: str
    digest: str
    subject_id: int | None


def compare(session: Session, kind: ImportKind, rows: Sequence[GoodRow[Any]]) -> Compared:
    """Compare the good rows of one file with the office.

    Rows that only share their key are told apart by their order: of three posts of one day and
    title in the file and two in the office, the third is new.
    """
    comparing = _Comparing(session, kind)
    unmatched = [good for good in rows if not comparing.is_copy(good)]
    by_hand = comparing.writer.known(session, [good.values for good in unmatched])
    for good, subject_id in zip(unmatched, by_hand, strict=True):
        comparing.place(good, subject_id)
    return comparing.result()


class _Comparing:
    def __init__(self, session: Session, kind: ImportKind) -> None:
        self.writer: Writer[Any] = writer_of(kind)
        self._session = session
        self._rows = rows_of_kind(kind)
        self._waiting: dict[str, list[_Known]] = defaultdict(list)
        self._keys: set[str] = set()
        query = select(ImportRow.row_key, ImportRow.digest, ImportRow.subject_id)
        for row in session.execute(query.where(ImportRow.kind == kind).order_by(ImportRow.id)):
            known = _Known(*row)
            self._keys.add(known.key)
            self._waiting[known.key.partition("#")[0]].append(known)
        self._new: list[NewRow] = []
        self._duplicates: list[Duplicate] = []
        self._renewed: list[NewRow] = []
        self._differing: list[tuple[NewRow, int | None]] = []

    def is_copy(self, good: GoodRow[Any]) -> bool:
        """Whether the office has exactly this row; it is set aside then."""
        for known in self._waiting.get(good.key, ()):
            if known.digest == good.digest:
                self._waiting[good.key].remove(known)
                self._duplicates.append(self._duplicate(good))
                return True
        return False

    def place(self, good: GoodRow[Any], subject_id: int | None) -> None:
        """Decide about a row of which the office has no exact copy."""
        if earlier := self._waiting.get(good.key):
            known = earlier.pop(0)
            self._meet(good, known.subject_id, known.key)
        elif subject_id is not None:
            self._meet(good, subject_id, self._free_key(good.key))
        else:
            self._new.append(NewRow(good, self._free_key(good.key)))

    def result(self) -> Compared:
        keys = [subject_id for _row, subject_id in self._differing if subject_id is not None]
        ours = self.writer.ours(self._session, keys)
        changed = []
        for row, subject_id in self._differing:
            good = row.good
            differences = self._differences(good, ours.get(subject_id or 0, {}))
            if not differences:
                self._duplicates.append(self._duplicate(good))
            elif self.writer.completes and not any(d.ours for d in differences):
                self._new.append(NewRow(good, row.key, subject_id))
            else:
                text = self._rows.summary(good.values)
                changed.append(Changed(good.row, good.sheet, text, differences))
        return Compared(
            tuple(self._new),
            tuple(sorted(self._duplicates, key=lambda copy: (copy.sheet or "", copy.row))),
            tuple(changed),
            tuple(self._renewed),
        )

    def _meet(self, good: GoodRow[Any], subject_id: int | None, key: str) -> None:
        if self.writer.renews:
            self._renewed.append(NewRow(good, key))
            self._duplicates.append(self._duplicate(good))
        else:
            self._differing.append((NewRow(good, key), subject_id))

    def _differences(self, good: GoodRow[Any], ours: Mapping[str, str]) -> tuple[Difference, ...]:
        """A blank says nothing about what we have."""
        theirs = self.writer.theirs(good.values)
        return tuple(
            Difference(field, value, ours[field])
            for field, value in theirs.items()
            if value and field in ours and value != ours[field]
        )

    def _free_key(self, key: str) -> str:
        free, number = key, 1
        while free in self._keys:
            number += 1
            free = f"{key}#{number}"
        self._keys.add(free)
        return free

    def _duplicate(self, good: GoodRow[Any]) -> Duplicate:
        return Duplicate(good.row, good.sheet, self._rows.summary(good.values))
