"""What taking a file in would do, row by row, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.imports import HeaderMapping, ImportKind
from app.models.roles import Role
from app.services.importing.comparing import Changed, NewRow, compare
from app.services.importing.errors import ColumnsMissing, NotRecognised, UnknownField
from app.services.importing.fields import FIELDS, REQUIRED
from app.services.importing.foreign import ForeignFile
from app.services.importing.judged import Duplicate, Faulty, Judged, Note, NoteCode
from app.services.importing.kinds import rows_of_kind
from app.services.importing.reasons import reason_text
from app.services.importing.recognise import Recognised, likely_headers, recognise, tables_of
from app.services.importing.rows import judge
from app.services.importing.tables import normalised
from app.services.importing.writing.writers import writer_of


@dataclass(frozen=True, slots=True)
class Preview:
    """One file, judged and compared. `mapping` is what was given by hand, header → field.

    Only `good` is written; `renewed` are duplicates of which likes or figures are written again.
    """

    file: str
    sha256: str
    kind: ImportKind
    judged: Judged[Any]
    good: tuple[NewRow, ...]
    renewed: tuple[NewRow, ...]
    duplicates: tuple[Duplicate, ...]
    changed: tuple[Changed, ...]
    notes: tuple[Note, ...]
    mapping: Mapping[str, str]

    @property
    def rows_read(self) -> int:
        return self.judged.rows_read

    @property
    def roles_given(self) -> tuple[tuple[str, Role], ...]:
        """Who gets which role by taking this in; nobody of them can sign in by it."""
        given = (note.facts for note in self.notes if note.code is NoteCode.ROLE_GIVEN)
        return tuple((facts["name"], Role(facts["role"])) for facts in given)

    @property
    def faulty(self) -> tuple[Faulty, ...]:
        return self.judged.faulty


def preview(
    session: Session,
    foreign: ForeignFile,
    kind: ImportKind | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Preview:
    """Recognise, judge and compare; `kind` and `mapping` are what a person says about the file.

    An empty field in `mapping` leaves a column out. What was mapped once is remembered.

    Raises:
        NotRecognised: the file is of no kind that we know.
        ColumnsMissing: it has not all columns that its kind needs.
        UnknownField: the mapping names a field that the kind does not have.
    """
    by_hand = dict(mapping or {})
    if kind is not None:
        _check_fields(kind, by_hand)
    recognised = _recognised(session, foreign, kind, by_hand)
    _check_fields(recognised.kind, by_hand)
    judged = judge(rows_of_kind(recognised.kind), recognised.tables, foreign.workbook)
    compared = compare(session, recognised.kind, judged.good)
    fresh = [new.good.values for new in compared.new]
    return Preview(
        foreign.name,
        foreign.sha256,
        recognised.kind,
        judged,
        compared.new,
        compared.renewed,
        tuple(sorted((*judged.duplicates, *compared.duplicates), key=_place)),
        compared.changed,
        (*writer_of(recognised.kind).notes(session, fresh), *judged.notes),
        by_hand,
    )


def report_of(preview: Preview) -> dict[str, Any]:
    """A preview as the command line prints it: counts, and each refused row with its reason."""
    return {
        "file": preview.file,
        "kind": preview.kind.value,
        "rows": preview.rows_read,
        "accepted": len(preview.good),
        "duplicates": len(preview.duplicates),
        "changed": len(preview.changed),
        "roles": [{"name": name, "role": role.value} for name, role in preview.roles_given],
        "rejected": [
            {
                "sheet": faulty.sheet,
                "row": faulty.row,
                "column": faulty.column,
                "value": faulty.value,
                "reason": reason_text(faulty),
            }
            for faulty in preview.faulty
        ],
    }


def remembered_mapping(session: Session, kind: ImportKind) -> dict[str, str]:
    """How headers of this kind were explained before: normalised header → field."""
    query = select(HeaderMapping.header, HeaderMapping.field).where(HeaderMapping.kind == kind)
    return dict(session.execute(query).all())


def _recognised(
    session: Session, foreign: ForeignFile, kind: ImportKind | None, by_hand: Mapping[str, str]
) -> Recognised:
    remembered = {known: remembered_mapping(session, known) for known in FIELDS}
    mappings = {known: remembered[known] | _normalised(by_hand) for known in FIELDS}
    if kind is None:
        recognised = recognise(foreign.workbook, mappings)
        if recognised is None:
            raise NotRecognised(foreign.name, likely_headers(foreign.workbook))
        return recognised
    tables = tables_of(foreign.workbook, kind, mappings.get(kind), least_columns=1)
    whole = tuple(table for table in tables if not _missing(table.columns, kind))
    if not whole:
        best = max(tables, key=lambda table: len(table.columns), default=None)
        missing = _missing(best.columns if best else {}, kind)
        headers = best.unknown if best else likely_headers(foreign.workbook)
        raise ColumnsMissing(foreign.name, kind, missing, headers)
    return Recognised(kind, whole)


def _missing(columns: Mapping[str, int], kind: ImportKind) -> tuple[str, ...]:
    return tuple(field for field in REQUIRED[kind] if field not in columns)


def _normalised(mapping: Mapping[str, str]) -> dict[str, str]:
    return {normalised(header): field for header, field in mapping.items()}


def _check_fields(kind: ImportKind, mapping: Mapping[str, str]) -> None:
    for field in mapping.values():
        if field and field not in FIELDS[kind]:
            raise UnknownField(field, kind, tuple(FIELDS[kind]))


def _place(copy: Duplicate) -> tuple[str, int]:
    return copy.sheet or "", copy.row
