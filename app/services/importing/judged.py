"""What became of each row of a file: good, an exact copy of another, or faulty; and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from app.models.imports import ImportKind
from app.services.importing.tables import Cell

Values = TypeVar("Values")


class ReasonCode(StrEnum):
    """Why a row is faulty; `reasons.reason_text` makes the sentence."""

    DAY_MISSING = "day_missing"
    DAY_UNREADABLE = "day_unreadable"
    YEAR_MISSING = "year_missing"  # and no title above the table names one
    TIME_INVALID = "time_invalid"
    MOMENT_UNREADABLE = "moment_unreadable"
    TITLE_MISSING = "title_missing"
    TEXT_MISSING = "text_missing"
    CHANNEL_MISSING = "channel_missing"
    CHANNEL_UNKNOWN = "channel_unknown"  # facts: `suggestion`, where a typing error is likely
    STATUS_UNKNOWN = "status_unknown"
    KIND_UNKNOWN = "kind_unknown"
    TONE_UNKNOWN = "tone_unknown"
    NAME_MISSING = "name_missing"
    NIP_INVALID = "nip_invalid"
    ANSWER_MISSING = "answer_missing"
    HANDLE_MISSING = "handle_missing"
    SHORT_NAME_MISSING = "short_name_missing"
    NUMBER_UNREADABLE = "number_unreadable"
    LINK_INVALID = "link_invalid"
    TOO_LONG = "too_long"  # facts: `length`, `limit`
    REASON_MISSING = "reason_missing"
    END_BEFORE_START = "end_before_start"
    YES_OR_NO_UNREADABLE = "yes_or_no_unreadable"


class NoteCode(StrEnum):
    """What is worth knowing although the row is good; `reasons.note_text` makes the sentence."""

    CATEGORY_MISSING = "category_missing"
    CATEGORY_UNCERTAIN = "category_uncertain"  # facts: `word`
    LINK_WITHOUT_CHANNEL = "link_without_channel"  # facts: `link`
    PUBLISHED_WITHOUT_LINK = "published_without_link"  # facts: `channels`
    ANSWERED_BEFORE_MESSAGE = "answered_before_message"
    ANSWER_TIME_UNKNOWN = "answer_time_unknown"
    TIME_UNKNOWN = "time_unknown"
    KIND_ASSUMED = "kind_assumed"
    YEAR_FROM_TITLE = "year_from_title"
    LEFT_OUT = "left_out"  # a row that is no record: a sum, a heading, a signature; facts: `text`
    HIDDEN_SHEET = "hidden_sheet"  # not read; facts: `sheet`
    HIDDEN_ROW = "hidden_row"  # read all the same
    ACCOUNT_MADE = "account_made"  # the office has no account there yet; facts: `platform`
    AGENCY_MADE = "agency_made"  # the directory lacks it; facts: `name`
    PERSON_UNKNOWN = "person_unknown"  # facts: `name`
    ROLE_GIVEN = "role_given"  # to somebody new; facts: `name`, `role`
    ORDER_MADE = "order_made"  # the Surat Perintah that a list of staff names; facts: `number`


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a row: the column's header, what stands there, and why."""

    column: str
    value: str
    reason: ReasonCode
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """One thing worth knowing about a row, or about the file (`row` is None)."""

    code: NoteCode
    row: int | None = None
    sheet: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoodRow(Generic[Values]):
    """A row that can be taken in.

    `key` says what makes it the same row in another file, `digest` is over all its values.
    """

    row: int
    sheet: str | None
    values: Values
    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An exact copy of an earlier row; `earlier` is its number, None if the office has it."""

    row: int
    sheet: str | None
    text: str
    earlier: int | None = None


@dataclass(frozen=True, slots=True)
class Faulty:
    """A row that can't be taken in, with all its cells, so that it can be corrected."""

    row: int
    sheet: str | None
    faults: tuple[Fault, ...]
    cells: tuple[Cell, ...]

    @property
    def column(self) -> str:
        return self.faults[0].column

    @property
    def value(self) -> str:
        return self.faults[0].value


@dataclass(frozen=True, slots=True)
class Judged(Generic[Values]):
    """What a file holds, row by row, before anything is compared with the office.

    `headers` are those of the first table, as written; `unknown` those that no field belongs to.
    """

    kind: ImportKind
    rows_read: int
    good: tuple[GoodRow[Values], ...]
    duplicates: tuple[Duplicate, ...]
    faulty: tuple[Faulty, ...]
    notes: tuple[Note, ...]
    headers: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class RowFault(Exception):
    """Raised while a cell is understood; the row collects it."""

    def __init__(self, reason: ReasonCode, value: str = "", **facts: str) -> None:
        super().__init__(reason, value)
        self.reason = reason
        self.value = value
        self.facts = facts
