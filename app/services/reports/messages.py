"""What was published in a year: by category, account and month (Pasal 12 ayat (3) huruf b)."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.account import Account
from app.models.comment import Comment
from app.models.content import Category, Content
from app.models.gate import Decision, Revision, Verdict
from app.models.variant import Variant, VariantState
from app.services.printing.contents import Example, Figure, Grid, GridRow, MessageFigures, PostLine
from app.services.printing.words import MONTHS, category_name
from app.services.reports.accounts import AccountKey, ReportAccount, account_grid
from app.services.reports.year import in_year, month_in

# History may have been written down without a moment; then the planned one stands for it.
PUBLISHED_AT: ColumnElement[Any] = func.coalesce(
    Variant.published_at, case((Variant.is_history, Variant.planned_at))
)

# Contents, then posts: one content may appear on several accounts.
_COUNTS = (func.count(Variant.content_id.distinct()), func.count(Variant.id))


def was_published(year: int) -> ColumnElement[bool]:
    """Posts of the year, by the day they appeared: a later withdrawal does not undo it."""
    return and_(
        or_(
            Variant.published_at.is_not(None),
            and_(Variant.is_history, Variant.state == VariantState.PUBLISHED),
        ),
        in_year(PUBLISHED_AT, year),
    )


def message_figures(
    session: Session, year: int, months: int, accounts: Sequence[ReportAccount]
) -> MessageFigures:
    """All figures of part b; in six statements."""
    return MessageFigures(
        _by_category(session, year),
        posts_by_account(session, year, accounts),
        _by_month(session, year, months),
        _decisions(session, year),
        _examples(session, year),
    )


def _by_category(session: Session, year: int) -> Grid:
    """The nine of Pasal 7 always, the agency's own ones apart, then what has none yet."""
    found = (
        select(Content.category, Content.own_category, *_COUNTS)
        .join(Content, Content.id == Variant.content_id)
        .where(was_published(year))
        .group_by(Content.category, Content.own_category)
    )
    counted: dict[str, tuple[int, int]] = {}
    for category, own, contents, posts in session.execute(found):
        name = category_name(category, own)
        before = counted.get(name, (0, 0))
        counted[name] = (before[0] + contents, before[1] + posts)
    nine = [category_name(category) for category in Category if category is not Category.OTHER]
    none = category_name(None)
    additional = sorted(name for name in counted if name not in nine and name != none)
    names = [*nine, *additional, *([none] if none in counted else [])]
    return Grid(
        "Kategori",
        ("Konten", "Tayangan"),
        tuple(GridRow(name, _figures(*counted.get(name, (0, 0)))) for name in names),
    )


def posts_by_account(session: Session, year: int, accounts: Sequence[ReportAccount]) -> Grid:
    """How many posts each account had."""
    found = (
        select(Account.id, Account.platform, func.count(Variant.id))
        .join(Account, Account.id == Variant.account_id)
        .where(was_published(year))
        .group_by(Account.id, Account.platform)
    )
    counted: dict[AccountKey, tuple[Figure, ...]] = {
        (key, platform): _figures(posts) for key, platform, posts in session.execute(found)
    }
    return account_grid(accounts, ("Tayangan",), counted, _figures(0))


def posts_by_month(session: Session, year: int) -> dict[int, tuple[int, int]]:
    """Posts and contents of each month that has any."""
    month = month_in(PUBLISHED_AT, year)
    found = select(month, *_COUNTS).where(was_published(year)).group_by("month")
    return {number: (posts, contents) for number, contents, posts in session.execute(found)}


def _by_month(session: Session, year: int, months: int) -> Grid:
    counted = posts_by_month(session, year)
    rows = (
        GridRow(MONTHS[number - 1], _figures(*counted.get(number, (0, 0))))
        for number in range(1, months + 1)
    )
    # A content that appears in two months would be counted twice in a sum of its column.
    return Grid("Bulan", ("Tayangan", "Konten"), tuple(rows), unsummed=frozenset({1}))


def _decisions(session: Session, year: int) -> Grid:
    """Decisions by their day; what the agency recorded as history never had one."""
    found = (
        select(Decision.verdict, func.count().label("number"))
        .join(Revision, Revision.id == Decision.revision_id)
        .where(Revision.content_id.is_not(None), in_year(Decision.happened_at, year))
        .group_by(Decision.verdict)
    )
    counted = {row.verdict: row.number for row in session.execute(found)}
    history = (
        select(func.count(Variant.content_id.distinct()))
        .where(was_published(year), Variant.is_history)
        .scalar_subquery()
    )
    recorded = session.scalar(select(history)) or 0
    rows = [
        GridRow("Dipilih (Lampiran huruf D angka 2)", _figures(counted.get(Verdict.SELECTED, 0))),
        GridRow("Disetujui untuk tayang", _figures(counted.get(Verdict.APPROVED, 0))),
        GridRow(
            "Dikembalikan (Lampiran huruf D angka 3)", _figures(counted.get(Verdict.RETURNED, 0))
        ),
    ]
    if marked := _unconfirmed(session, year):
        words = "Di antaranya belum dikonfirmasi Pejabat (pesan, lisan, atau kertas)"
        rows.append(GridRow(words, _figures(marked)))
    rows.append(GridRow("Dicatat dari berkas lama, di luar alur", _figures(recorded)))
    return Grid("Keputusan", ("Jumlah",), tuple(rows), is_summed=False)


def _unconfirmed(session: Session, year: int) -> int:
    """Of these decisions those that an admin noted and their official has not confirmed."""
    found = (
        select(func.count(Decision.id))
        .join(Revision, Revision.id == Decision.revision_id)
        .where(
            Revision.content_id.is_not(None),
            in_year(Decision.happened_at, year),
            Decision.confirmed_at.is_(None),
            Decision.voided_at.is_(None),
        )
    )
    return session.scalar(found) or 0


def _examples(session: Session, year: int) -> tuple[Example, ...]:
    """Of each category the content that drew most comments; the earlier one if two drew as many."""
    comments = (
        select(Comment.variant_id, func.count().label("number"))
        .where(Comment.variant_id.is_not(None), ~Comment.is_own)
        .group_by(Comment.variant_id)
        .subquery()
    )
    first = func.min(PUBLISHED_AT).label("first")
    drawn = func.coalesce(func.sum(comments.c.number), 0).label("drawn")
    found = (
        select(Content.id, Content.title, Content.category, Content.own_category, first, drawn)
        .join(Variant, Variant.content_id == Content.id)
        .outerjoin(comments, comments.c.variant_id == Variant.id)
        .where(was_published(year), Content.category.is_not(None))
        .group_by(Content.id, Content.title, Content.category, Content.own_category)
        .order_by(drawn.desc(), first, Content.id)
    )
    chosen: dict[str, Any] = {}
    for row in session.execute(found):
        chosen.setdefault(category_name(row.category, row.own_category), row)
    on = _platforms_of(session, [row.id for row in chosen.values()], year)
    return tuple(
        Example(wib(row.first).date(), row.title, name, ", ".join(on.get(row.id, ())))
        for name, row in sorted(chosen.items())
    )


def _platforms_of(session: Session, contents: list[int], year: int) -> dict[int, list[str]]:
    from app.services.platform_names import platform_label

    found = (
        select(Variant.content_id, Account.platform)
        .join(Account, Account.id == Variant.account_id)
        .where(was_published(year), Variant.content_id.in_(contents))
        .order_by(Account.id)
    )
    names: dict[int, list[str]] = {}
    for content, platform in session.execute(found):
        label = platform_label(platform)
        if label not in names.setdefault(content, []):
            names[content].append(label)
    return names


def post_lines(
    session: Session, year: int, accounts: Sequence[ReportAccount]
) -> tuple[PostLine, ...]:
    """Every post of the year, for the annex."""
    names = {account.id: account.name for account in accounts}
    moment = PUBLISHED_AT.label("moment")
    found = (
        select(
            moment,
            Variant.account_id,
            Content.category,
            Content.own_category,
            Content.title,
            Content.reference,
        )
        .join(Content, Content.id == Variant.content_id)
        .where(was_published(year))
        .order_by(moment, Variant.id)
    )
    return tuple(
        PostLine(
            wib(row.moment).date(),
            names[row.account_id],
            category_name(row.category, row.own_category),
            row.title,
            row.reference,
        )
        for row in session.execute(found)
    )


def _figures(*counts: int) -> tuple[Figure, ...]:
    return tuple(map(Figure, counts))
