"""Days of the office: lists of holidays and observances, agendas, campaigns, quiet periods."""

import re
from dataclasses import dataclass
from datetime import date

from app.models.day import DayKind
from app.models.imports import ImportKind
from app.models.search_text import search_text
from app.services.importing.judged import ReasonCode, RowFault
from app.services.importing.rows import RowJudge, key_of
from app.services.importing.tables import TableRow, normalised
from app.services.importing.values import day_of, has_no_year, whole_number_of, yes_or_no_of

YEARLY_BASE = 2000  # a leap year, which days without a year are written down in
_SPAN = re.compile(
    r"^(.*?\d[^-–]*?)\s*(?:[-–]|s\.?\s*d\.?|sampai(?:\s+dengan)?|hingga)\s+(\d.*)$", re.IGNORECASE
)
_KINDS = {
    word: kind
    for kind, words in (
        (
            DayKind.HOLIDAY,
            ("hari libur nasional", "libur nasional", "hari libur", "libur", "holiday",
             "public holiday", "tanggal merah"),
        ),
        (DayKind.COLLECTIVE_LEAVE, ("cuti bersama", "collective leave")),
        (
            DayKind.OBSERVANCE,
            ("hari peringatan", "peringatan", "hari besar", "hari penting", "observance"),
        ),
        (DayKind.QUIET_PERIOD, ("masa tenang", "quiet period")),
        (DayKind.CAMPAIGN, ("kampanye", "campaign", "program")),
        (DayKind.NOTE, ("catatan", "catatan hari", "agenda", "kegiatan", "note", "day note")),
    )
    for word in words
}  # fmt: skip
_HEADER_KINDS = {
    **_KINDS,
    "nama hari libur": DayKind.HOLIDAY,
    "hari libur nasional dan cuti bersama": DayKind.HOLIDAY,
    "nama hari": DayKind.OBSERVANCE,
    "name id": DayKind.OBSERVANCE,
}


@dataclass(frozen=True, slots=True)
class DayImport:
    """One day, or a span of days with both ends; what is yearly is of `YEARLY_BASE`."""

    kind: DayKind
    first_on: date
    last_on: date
    words: str
    reason: str
    is_yearly: bool
    is_certain: bool


class DayRows:
    """Understands the rows of a list of days."""

    kind = ImportKind.DAYS

    def is_record(self, row: TableRow) -> bool:
        return row.own("words") is not None

    def understand(self, judge: RowJudge) -> DayImport:
        row = judge.row
        nowhere = (date(YEARLY_BASE, 1, 1), date(YEARLY_BASE, 1, 1), False)
        first_on, last_on, lacks_year = judge.read("first_on", lambda: _span(row), nowhere)
        words = judge.needed("words", ReasonCode.TITLE_MISSING)
        kind = judge.read("kind", lambda: _kind(row, words), DayKind.NOTE)
        is_yearly = judge.read("is_yearly", lambda: yes_or_no_of(row.value("is_yearly")), False)
        reason = row.text("reason")
        if kind is DayKind.QUIET_PERIOD and not reason:
            judge.fault("reason", ReasonCode.REASON_MISSING)
        certain = row.value("is_certain")
        return DayImport(
            kind,
            first_on,
            last_on,
            words,
            reason,
            is_yearly or lacks_year,
            judge.read("is_certain", lambda: certain is None or yes_or_no_of(certain), True),
        )

    def key(self, values: DayImport) -> str:
        return key_of(values.kind, values.first_on, search_text(values.words))

    def summary(self, values: DayImport) -> str:
        return values.words


def _span(row: TableRow) -> tuple[date, date, bool]:
    """First day, last day, and whether no year is written."""
    if row.text("month"):
        return _numbered_day(row)
    cell, end = row.value("first_on"), row.value("last_on")
    lacks_year = has_no_year(cell) or (end is not None and has_no_year(end))
    year = YEARLY_BASE if lacks_year else None
    parts = _SPAN.match(cell.strip()) if isinstance(cell, str) else None
    if parts:
        last_on = day_of(parts[2])
        first_on = day_of(_completed(parts[1], last_on), last_on.year)
    else:
        first_on = day_of(cell, year)
        last_on = first_on if row.text("last_on") in ("", "-") else day_of(end, year)
    if last_on < first_on:
        raise RowFault(ReasonCode.END_BEFORE_START, row.text("last_on") or row.text("first_on"))
    return first_on, last_on, lacks_year


def _completed(beginning: str, last_on: date) -> str:
    """`20` of `20–24 Maret 2026` is in the month in which the span ends."""
    return f"{beginning}/{last_on.month}/{last_on.year}" if beginning.isdigit() else beginning


def _numbered_day(row: TableRow) -> tuple[date, date, bool]:
    month, number = (whole_number_of(row.value(field)) for field in ("month", "day_number"))
    try:
        on = date(YEARLY_BASE, month or 0, number or 0)
    except ValueError as error:
        raise RowFault(ReasonCode.DAY_UNREADABLE, f"{number}/{month}") from error
    return on, on, True


def _kind(row: TableRow, words: str) -> DayKind:
    """As it is written; else what the words or the column's header say."""
    written = search_text(row.text("kind"))
    if written:
        if (kind := _KINDS.get(written)) is None:
            raise RowFault(ReasonCode.KIND_UNKNOWN, row.text("kind"))
        return kind
    if search_text(words).startswith("cuti bersama"):
        return DayKind.COLLECTIVE_LEAVE
    return _HEADER_KINDS.get(normalised(row.table.header("words")), DayKind.NOTE)
