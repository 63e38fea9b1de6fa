"""Answers that are already available (Lampiran C.2), with the day until which they hold."""

from dataclasses import dataclass
from datetime import date

from app.models.imports import ImportKind
from app.models.search_text import search_text
from app.services.importing.judged import ReasonCode
from app.services.importing.rows import RowJudge, key_of
from app.services.importing.tables import TableRow
from app.services.importing.values import day_of


@dataclass(frozen=True, slots=True)
class StandardAnswerImport:
    """One ready answer; `valid_until` is None where it has no end."""

    question: str
    text: str
    keywords: str | None
    owner: str | None
    valid_until: date | None


class StandardAnswerRows:
    """Understands the rows of a list of standard answers."""

    kind = ImportKind.STANDARD_ANSWERS

    def is_record(self, row: TableRow) -> bool:
        told = ("question", "text", "keywords", "valid_until")
        return sum(1 for field in told if row.own(field) is not None) >= 2

    def understand(self, judge: RowJudge) -> StandardAnswerImport:
        row = judge.row
        return StandardAnswerImport(
            judge.needed("question", ReasonCode.TITLE_MISSING),
            judge.needed("text", ReasonCode.ANSWER_MISSING),
            row.text("keywords") or None,
            row.text("owner") or None,
            judge.read("valid_until", lambda: _end(row), None),
        )

    def key(self, values: StandardAnswerImport) -> str:
        return key_of(search_text(values.question))

    def summary(self, values: StandardAnswerImport) -> str:
        return values.question


def _end(row: TableRow) -> date | None:
    text = row.text("valid_until")
    return day_of(row.value("valid_until")) if text.strip("-– ") else None
