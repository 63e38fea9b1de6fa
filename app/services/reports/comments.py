"""What the public wrote in a year, and how it was answered (Pasal 12 ayat (3) huruf c)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from app.language import moment_text, wib
from app.models.agency import BOUND_KINDS, Agency
from app.models.answer import Answer, AnswerKind
from app.models.clock import Clock, Outcome
from app.models.comment import Comment, Tone
from app.models.content import Category, Content
from app.models.inquiry import Inquiry, InquiryKind, InquiryOrigin, InquiryState
from app.models.referral import Direction, Referral
from app.models.variant import Variant
from app.services.printing.contents import (
    CommentFigures,
    Figure,
    Grid,
    GridRow,
    InquiryLine,
    ReferralLine,
    ToneCount,
)
from app.services.printing.words import INQUIRY_KINDS, MONTHS, OUTCOMES, category_name
from app.services.reports.accounts import AccountKey, ReportAccount, account_grid
from app.services.reports.year import in_year, month_in

# Where a site shows only an age, the latest moment that it allows stands for it; where it shows
# nothing, the day on which we first had the comment.
WRITTEN_AT: ColumnElement[Any] = func.coalesce(
    Comment.written_at, Comment.written_about_at, Comment.seen_at
)
TONE_COLUMNS = (*(tone.value for tone in ToneCount), "Jumlah")
_TONES = (Tone.POSITIVE, Tone.NEUTRAL, Tone.NEGATIVE, None)  # in the order of `ToneCount`
_NO_CONTENT = "Tidak terkait konten tertentu"
Tones = list[int]


def counts_as_comment(year: int) -> ColumnElement[bool]:
    """What the public wrote in the year; not our own lines, not spam that was dismissed."""
    return and_(
        ~Comment.is_own,
        in_year(WRITTEN_AT, year),
        or_(Comment.inquiry_id.is_(None), Inquiry.state != InquiryState.DISMISSED),
        or_(Comment.inquiry_id.is_(None), Inquiry.origin != InquiryOrigin.AGENCY),
    )


def comment_figures(
    session: Session, year: int, months: int, accounts: Sequence[ReportAccount], now: datetime
) -> CommentFigures:
    """All figures of part c; in five statements."""
    by_account, by_category, by_month = _tones(session, year, months, accounts)
    undetermined = TONE_COLUMNS.index(ToneCount.UNDETERMINED)
    unclassified = sum(row.figures[undetermined].value or 0 for row in by_account.rows)
    bound, outside = _referrals(session, year, now)
    return CommentFigures(
        by_account,
        by_category,
        by_month,
        _inquiries(session, year),
        bound,
        outside,
        _incoming(session, year, now),
        Figure(unclassified),
    )


def _tones(
    session: Session, year: int, months: int, accounts: Sequence[ReportAccount]
) -> tuple[Grid, Grid, Grid]:
    """One statement groups by all at once; three tables are made of it."""
    month = month_in(WRITTEN_AT, year)
    of_inquiry = Content.__table__.alias("content_of_inquiry")
    category = func.coalesce(Content.category, of_inquiry.c.category)
    own = func.coalesce(Content.own_category, of_inquiry.c.own_category)
    has_content = func.coalesce(Content.id, of_inquiry.c.id).is_not(None)
    platform = func.coalesce(Comment.platform, Inquiry.platform)
    keys = (Comment.account_id, platform, has_content, category, own, Comment.tone)
    found = (
        select(*keys, month, func.count())
        .select_from(Comment)
        .outerjoin(Inquiry, Inquiry.id == Comment.inquiry_id)
        .outerjoin(Variant, Variant.id == Comment.variant_id)
        .outerjoin(Content, Content.id == Variant.content_id)
        .outerjoin(of_inquiry, of_inquiry.c.id == Inquiry.content_id)
        .where(counts_as_comment(year))
        .group_by(*keys, "month")
    )
    by_account: dict[AccountKey, Tones] = defaultdict(_none)
    by_category: dict[str, Tones] = defaultdict(_none)
    by_month: dict[str, Tones] = defaultdict(_none)
    platforms = {account.id: account.platform for account in accounts}
    for account, at, known, kind, word, tone, number, count in session.execute(found):
        name = category_name(Category(kind) if kind else None, word) if known else _NO_CONTENT
        for tones in (
            by_account[account, platforms.get(account or 0, at)],
            by_category[name],
            by_month[MONTHS[number - 1]],
        ):
            _add(tones, tone, count)
    return (
        account_grid(
            accounts,
            TONE_COLUMNS,
            {key: _tone_figures(tones) for key, tones in by_account.items()},
            _tone_figures(_none()),
        ),
        _tone_grid("Kategori", by_category, _category_order(by_category)),
        _tone_grid("Bulan", by_month, MONTHS[:months]),
    )


def _none() -> Tones:
    return [0] * len(TONE_COLUMNS)


def _add(tones: Tones, tone: Tone | None, count: int) -> None:
    tones[_TONES.index(tone)] += count
    tones[-1] += count


def _tone_figures(tones: Tones) -> tuple[Figure, ...]:
    return tuple(map(Figure, tones))


def _tone_grid(heading: str, counted: Mapping[str, Tones], names: Iterable[str]) -> Grid:
    rows = (GridRow(name, _tone_figures(counted.get(name, _none()))) for name in names)
    return Grid(heading, TONE_COLUMNS, tuple(rows))


def _category_order(names: Iterable[str]) -> list[str]:
    last = (category_name(None), _NO_CONTENT)
    return sorted(names, key=lambda name: (last.index(name) + 1 if name in last else 0, name))


def _inquiries(session: Session, year: int) -> Grid:
    """What was received in the year, and what of it was answered until now, whenever that was."""
    answered = (
        select(Answer.inquiry_id)
        .where(Answer.kind == AnswerKind.FINAL, or_(Answer.sent_at.is_not(None), Answer.is_history))
        .distinct()
    )
    found = (
        select(
            Inquiry.kind,
            func.count(),
            func.count(Inquiry.id).filter(Inquiry.id.in_(answered)),
            func.count(Inquiry.id).filter(Inquiry.state == InquiryState.HANDED_OVER),
        )
        .where(_is_inquiry_of(year))
        .group_by(Inquiry.kind)
    )
    counted = {kind: numbers for kind, *numbers in session.execute(found)}
    rows = (
        GridRow(INQUIRY_KINDS[kind], tuple(map(Figure, counted.get(kind, (0, 0, 0)))))
        for kind in InquiryKind
    )
    return Grid("Jenis", ("Diterima", "Terjawab", "Dilimpahkan"), tuple(rows))


def _is_inquiry_of(year: int) -> ColumnElement[bool]:
    return and_(
        in_year(Inquiry.received_at, year),
        Inquiry.state != InquiryState.DISMISSED,
        Inquiry.origin != InquiryOrigin.AGENCY,
    )


def _referral_rows(session: Session, year: int, direction: Direction) -> list[Any]:
    found = (
        select(
            Agency.name,
            Agency.kind,
            Referral.is_history,
            Referral.contacted_at,
            Referral.answered_at,
            Clock.due_at,
            Clock.outcome,
            Inquiry.reference,
        )
        .select_from(Referral)
        .join(Agency, Agency.id == Referral.agency_id)
        .join(Inquiry, Inquiry.id == Referral.inquiry_id)
        .outerjoin(Clock, Clock.referral_id == Referral.id)
        .where(Referral.direction == direction, in_year(Referral.contacted_at, year))
        .order_by(Referral.contacted_at, Referral.id)
    )
    return list(session.execute(found))


def _is_late(row: Any, now: datetime) -> bool:
    return row.outcome is Outcome.BREACHED or (
        row.outcome is None and row.due_at is not None and row.due_at < now
    )


def _referrals(session: Session, year: int, now: datetime) -> tuple[Grid, Grid]:
    """Of agencies that the regulation binds, and of others; history has no clock of C.4."""
    bound: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    outside: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for row in _referral_rows(session, year, Direction.OUT):
        _count_referral((bound if row.kind in BOUND_KINDS else outside)[row.name], row, now)
    columns = ("Diteruskan", "Tepat waktu", "Terlambat", "Berjalan", "Catatan lama")
    return _agency_grid(columns, bound), _agency_grid(columns, outside)


def _count_referral(counts: list[int], row: Any, now: datetime) -> None:
    if row.is_history:
        counts[4] += 1
        return
    counts[0] += 1
    if row.outcome is Outcome.MET:
        counts[1] += 1
    elif _is_late(row, now):
        counts[2] += 1
    elif row.outcome is None and row.due_at is not None:
        counts[3] += 1


def _incoming(session: Session, year: int, now: datetime) -> Grid:
    """What other agencies asked of us: there the 24 hours are our duty."""
    counted: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for row in _referral_rows(session, year, Direction.IN):
        _count_referral(counted[row.name], row, now)
    return _agency_grid(("Diterima", "Tepat waktu", "Terlambat", "Berjalan"), counted)


def _agency_grid(columns: tuple[str, ...], counted: Mapping[str, list[int]]) -> Grid:
    rows = (
        GridRow(name, tuple(map(Figure, counts[: len(columns)])))
        for name, counts in sorted(counted.items())
    )
    return Grid("Instansi", columns, tuple(rows))


def referral_lines(session: Session, year: int, now: datetime) -> tuple[ReferralLine, ...]:
    """Every referral of the year that has a clock, for the annex."""
    return tuple(
        ReferralLine(
            row.reference,
            row.name,
            moment_text(row.contacted_at, "id"),
            moment_text(row.answered_at, "id") if row.answered_at else "",
            _outcome_word(row, now),
        )
        for row in _referral_rows(session, year, Direction.OUT)
        if not row.is_history
    )


def _outcome_word(row: Any, now: datetime) -> str:
    if _is_late(row, now):
        return OUTCOMES[Outcome.BREACHED]
    return OUTCOMES[row.outcome] if row.outcome else "Berjalan"


def inquiry_lines(
    session: Session, year: int, accounts: Sequence[ReportAccount]
) -> tuple[InquiryLine, ...]:
    """Every inquiry of the year, for the annex: neither who asked nor what he wrote."""
    names = {account.id: account.name for account in accounts}
    found = (
        select(
            Inquiry.received_at,
            Inquiry.account_id,
            Inquiry.platform,
            Inquiry.kind,
            Inquiry.topic,
            Inquiry.reference,
            func.max(Answer.sent_at).label("sent_at"),
            func.max(Answer.id).filter(Answer.is_history).label("history"),
            Inquiry.handed_over_on,
        )
        .outerjoin(Answer, and_(Answer.inquiry_id == Inquiry.id, Answer.kind == AnswerKind.FINAL))
        .where(_is_inquiry_of(year))
        .group_by(Inquiry.id)
        .order_by(Inquiry.received_at, Inquiry.id)
    )
    return tuple(
        InquiryLine(
            wib(row.received_at).date(),
            names.get(row.account_id or 0) or _way(row.platform),
            INQUIRY_KINDS[row.kind],
            row.topic or "",
            _ending(row),
            row.reference,
        )
        for row in session.execute(found)
    )


def _way(platform: str | None) -> str:
    from app.services.platform_names import platform_label

    return platform_label(platform) if platform else "Langsung"


def _ending(row: Any) -> str:
    if row.sent_at:
        return f"Terjawab {wib(row.sent_at):%d-%m-%Y}"
    if row.history:
        return "Terjawab"
    return "Dilimpahkan" if row.handed_over_on else "Belum terjawab"


def answers_by(session: Session, year: int) -> tuple[dict[AccountKey, int], dict[int, int]]:
    """Answers that went out in the year, final and interim: by account, and by month."""
    month = month_in(Answer.sent_at, year)
    found = (
        select(Inquiry.account_id, Inquiry.platform, month, func.count())
        .join(Inquiry, Inquiry.id == Answer.inquiry_id)
        .where(Answer.sent_at.is_not(None), in_year(Answer.sent_at, year))
        .where(Inquiry.origin != InquiryOrigin.AGENCY)
        .group_by(Inquiry.account_id, Inquiry.platform, "month")
    )
    by_account: dict[AccountKey, int] = defaultdict(int)
    by_month: dict[int, int] = defaultdict(int)
    for account, platform, number, count in session.execute(found):
        by_account[account, platform] += count
        by_month[number] += count
    return by_account, by_month
