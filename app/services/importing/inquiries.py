"""Lists of what citizens wrote, with the answers that were given."""

from dataclasses import dataclass
from datetime import date, datetime, time

from app.models.comment import Tone
from app.models.imports import ImportKind
from app.models.inquiry import InquiryKind
from app.models.search_text import search_text
from app.services.importing.channels import addresses_in, platform_of
from app.services.importing.judged import NoteCode, ReasonCode, RowFault
from app.services.importing.rows import RowJudge, key_of
from app.services.importing.tables import TableRow
from app.services.importing.values import day_and_time_of, moment_of, time_of


@dataclass(frozen=True, slots=True)
class InquiryImport:
    """One message; `received_at` is WIB and stands at 0.00 where no time is known.

    `answered_at` is None where nothing was answered or nobody wrote down when.
    """

    received_at: datetime
    has_time: bool
    platform: str
    account: str | None
    author: str | None
    text: str
    kind: InquiryKind
    kind_word: str | None
    tone: Tone | None
    referred_to: str | None
    answer: str | None
    answered_at: datetime | None
    link: str | None
    topic: str | None

    @property
    def is_answered_before_message(self) -> bool:
        return self.answered_at is not None and self.answered_at < self.received_at


_KINDS = {
    word: kind
    for kind, words in (
        (InquiryKind.QUESTION, ("pertanyaan", "tanya", "question", "permohonan informasi")),
        (InquiryKind.COMMENT, ("komentar", "comment", "apresiasi", "pujian")),
        (
            InquiryKind.CRITICISM,
            ("kritik", "aduan", "pengaduan", "keluhan", "criticism", "complaint"),
        ),
        (InquiryKind.SUGGESTION, ("saran", "usul", "usulan", "masukan", "suggestion")),
    )
    for word in words
}
_TONES = {
    word: tone
    for tone, words in (
        (Tone.POSITIVE, ("positif", "pos", "positive", "baik")),
        (Tone.NEUTRAL, ("netral", "net", "neutral", "biasa")),
        (Tone.NEGATIVE, ("negatif", "neg", "negative", "buruk")),
    )
    for word in words
}


# What stands in for a day that could not be read; the row is faulty then, and its values unused.
_NO_DAY: tuple[date, time | None] = (date.min, None)


class InquiryRows:
    """Understands the rows of an inquiry list."""

    kind = ImportKind.INQUIRIES

    def is_record(self, row: TableRow) -> bool:
        told = ("day", "channel", "author", "text", "kind", "answer")
        return sum(1 for field in told if row.own(field) is not None) >= 2

    def understand(self, judge: RowJudge) -> InquiryImport:
        row = judge.row
        day, at = judge.read("day", lambda: day_and_time_of(row.value("day")), _NO_DAY)
        at = judge.read("time", lambda: time_of(row.value("time")), None) or at
        text = judge.needed("text", ReasonCode.TEXT_MISSING)
        platform = judge.read("channel", lambda: platform_of(row.text("channel")), "")
        kind = judge.read("kind", lambda: _kind(judge), InquiryKind.QUESTION)
        tone = judge.read("tone", lambda: _tone(row.text("tone")), None)
        answered_at = judge.read("answered_at", lambda: _answered_at(judge), None)
        if at is None:
            judge.note(NoteCode.TIME_UNKNOWN)
        values = InquiryImport(
            moment_of(day, at),
            at is not None,
            platform,
            row.text("account") or None,
            row.text("author").removeprefix("@") or None,
            text,
            kind,
            row.text("kind").lower() or None,
            tone,
            _unless_dash(row.text("referred_to")),
            _unless_dash(row.text("answer")),
            answered_at,
            next(iter(addresses_in(row.text("link"))), row.link("link")),
            row.text("topic") or None,
        )
        _note_answer(judge, values)
        return values

    def key(self, values: InquiryImport) -> str:
        author = (values.author or "").casefold()
        return key_of(values.received_at, values.platform, author, search_text(values.text))

    def summary(self, values: InquiryImport) -> str:
        return values.text


def _kind(judge: RowJudge) -> InquiryKind:
    text = judge.row.text("kind")
    if not text:
        judge.note(NoteCode.KIND_ASSUMED)
        return InquiryKind.QUESTION
    if (kind := _KINDS.get(search_text(text))) is None:
        raise RowFault(ReasonCode.KIND_UNKNOWN, text)
    return kind


def _tone(text: str) -> Tone | None:
    if text in ("", "-"):
        return None
    if (tone := _TONES.get(search_text(text))) is None:
        raise RowFault(ReasonCode.TONE_UNKNOWN, text)
    return tone


def _answered_at(judge: RowJudge) -> datetime | None:
    cell = judge.row.value("answered_at")
    if judge.row.text("answered_at") in ("", "-"):
        return None
    try:
        day, at = day_and_time_of(cell)
    except RowFault as fault:
        raise RowFault(ReasonCode.MOMENT_UNREADABLE, fault.value) from fault
    # A day without a time of day can't say whether 24 hours were kept.
    return moment_of(day, at) if at is not None else None


def _note_answer(judge: RowJudge, values: InquiryImport) -> None:
    if values.is_answered_before_message:
        judge.note(NoteCode.ANSWERED_BEFORE_MESSAGE)
    elif values.answer and values.answered_at is None:
        judge.note(NoteCode.ANSWER_TIME_UNKNOWN)


def _unless_dash(text: str) -> str | None:
    return text if text.strip("-– ") else None
