"""What is planned when: the month's tiles, the tray of undated ideas, what was missed.

Nothing here is stored: missed, scheduled and published are derived from moments and states.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.language import WIB, wib
from app.models.account import Account
from app.models.asset import Asset
from app.models.content import Category, Content, ContentState
from app.models.material import Material
from app.models.variant import Variant, VariantMedia, VariantState
from app.services import obligations
from app.services.calendar_filter import (
    EVERYTHING,
    StateName,
    Wanted,
    of_variants,
    with_account,
)
from app.services.pausing import is_held

WEEKS_SHOWN = 6
TRAY_SIZE = 60
FOUND_SIZE = 200
_PUBLIC = (ContentState.APPROVED, ContentState.RECORDED)
# Ideas that the tray offers; the others are over, or already on record.
_OPEN = (
    ContentState.COLLECTED,
    ContentState.SUBMITTED,
    ContentState.RETURNED,
    ContentState.EDITING,
    ContentState.READY,
    ContentState.APPROVED,
)


@dataclass(frozen=True, slots=True)
class Tile:
    """What one content does at one moment; `at` is None where only the day is known."""

    content_id: int
    version: int
    reference: str
    title: str
    day: date
    at: datetime | None
    platforms: tuple[str, ...]
    accounts: tuple[int, ...]  # keys, in the order of its variants
    category: Category | None
    own_category: str | None
    state: StateName
    is_movable: bool  # something of it is still planned


@dataclass(frozen=True, slots=True)
class TrayRow:
    """An idea without a date."""

    content_id: int
    version: int
    reference: str
    title: str
    state: StateName
    picture: str | None  # SHA-256 of its first asset, or of what came with it


@dataclass(frozen=True, slots=True)
class Tray:
    """The newest ideas without a date, and how many there are."""

    rows: tuple[TrayRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search has found, and whether more fits than is shown."""

    tiles: tuple[Tile, ...]
    is_cut: bool


class _Part(NamedTuple):
    """One variant, or an idea without variants, as the database has it."""

    content_id: int
    version: int
    reference: str
    title: str
    content_state: ContentState
    category: Category | None
    own_category: str | None
    idea_at: datetime | None
    idea_on: date | None
    variant_state: VariantState | None
    planned_at: datetime | None
    published_at: datetime | None
    is_history: bool | None
    platform: str | None
    account_id: int | None
    is_held: bool | None


def first_day_shown(year: int, month: int) -> date:
    """The Monday with which the month's page begins."""
    first = date(year, month, 1)
    return first - timedelta(days=first.weekday())


def month(session: Session, year: int, month: int, now: datetime) -> list[Tile]:
    """The tiles of the six weeks that a month's page shows, by day and time."""
    first = first_day_shown(year, month)
    return tiles(session, first, first + timedelta(weeks=WEEKS_SHOWN), now)


def tiles(
    session: Session, first: date, end: date, now: datetime, wanted: Wanted = EVERYTHING
) -> list[Tile]:
    """What is planned or published from `first` until before `end` (days in WIB)."""
    start, stop = (datetime.combine(day, time(), WIB) for day in (first, end))
    conditions = of_variants(wanted)
    parts = [
        *_read(session, _with_moments(start, stop).where(*conditions)),
        *_read(session, _without_moments(start, stop).where(*conditions)),
    ]
    return [
        tile for tile in _grouped(parts, now) if first <= tile.day < end and _is_in(tile, wanted)
    ]


def year(
    session: Session, year: int, now: datetime, wanted: Wanted = EVERYTHING
) -> dict[date, int]:
    """How many tiles each day of the year has; days without any are left out."""
    shown = tiles(session, date(year, 1, 1), date(year + 1, 1, 1), now, wanted)
    return dict(Counter(tile.day for tile in shown))


def found(session: Session, now: datetime, wanted: Wanted, size: int = FOUND_SIZE) -> Found:
    """What fits, whatever its day: the newest `size` contents, their tiles by day and time."""
    newest = (
        select(Content.id).where(*with_account(wanted)).order_by(Content.id.desc()).limit(size + 1)
    )
    keys = list(session.scalars(newest))
    query = (
        select(*_COLUMNS)
        .outerjoin(Variant, Variant.content_id == Content.id)
        .outerjoin(Account, Account.id == Variant.account_id)
        .where(Content.id.in_(keys[:size]), *of_variants(wanted))
        .order_by(Content.id, Variant.id)
    )
    dated = [part for part in _read(session, query) if _day(part) is not None]
    shown = tuple(tile for tile in _grouped(dated, now) if _is_in(tile, wanted))
    return Found(shown, is_cut=len(keys) > size)


def _is_in(tile: Tile, wanted: Wanted) -> bool:
    return wanted.state is None or tile.state == wanted.state


def undated(session: Session, wanted: Wanted = EVERYTHING) -> Tray:
    """Open ideas that have no date, the newest first.

    They have only states of the flow: what is wanted in a derived one is not among them.
    """
    dated = select(Variant.id).where(
        Variant.content_id == Content.id,
        or_(Variant.planned_at.is_not(None), Variant.published_at.is_not(None)),
    )
    without_date = (
        Content.planned_at.is_(None),
        Content.planned_on.is_(None),
        Content.state.in_(_OPEN),
        ~dated.exists(),
        *with_account(wanted),
    )
    if wanted.state is not None:
        is_stored = wanted.state.group == "content" and wanted.state.name in set(ContentState)
        state = ContentState(wanted.state.name) if is_stored else None
        without_date = (*without_date, Content.state == state)
    first_asset = (
        select(Asset.sha256)
        .join(VariantMedia, VariantMedia.asset_id == Asset.id)
        .join(Variant, Variant.id == VariantMedia.variant_id)
        .where(Variant.content_id == Content.id)
        .order_by(Variant.id, VariantMedia.position)
        .limit(1)
        .correlate(Content)
        .scalar_subquery()
    )
    first_material = (
        select(Asset.sha256)
        .join(Material, Material.asset_id == Asset.id)
        .where(Material.content_id == Content.id)
        .order_by(Material.position)
        .limit(1)
        .correlate(Content)
        .scalar_subquery()
    )
    page = (
        select(
            Content.id,
            Content.version,
            Content.reference,
            Content.title,
            Content.state,
            func.coalesce(first_asset, first_material),
        )
        .where(*without_date)
        .order_by(Content.id.desc())
        .limit(TRAY_SIZE)
    )
    rows = tuple(
        TrayRow(key, version, reference, title, StateName("content", state), picture)
        for key, version, reference, title, state, picture in session.execute(page)
    )
    total = session.scalar(select(func.count(Content.id)).where(*without_date)) or 0
    return Tray(rows, total)


def missed(session: Session, now: datetime) -> list[Tile]:
    """What was approved and planned, has passed, and nobody says how it went; the oldest first.

    What a pause holds is not among them: it is decided on when the pause has ended.
    """
    query = (
        select(*_COLUMNS)
        .join(Variant, Variant.content_id == Content.id)
        .join(Account, Account.id == Variant.account_id)
        .where(
            Variant.state.in_((VariantState.PLANNED, VariantState.UNKNOWN)),
            Variant.planned_at < now,
            Content.state.in_(_PUBLIC),
            ~is_held(),
        )
        .order_by(Variant.planned_at, Content.id, Variant.id)
    )
    return _grouped(_read(session, query), now)


def uncategorised(session: Session, now: datetime) -> list[Tile]:
    """What the public saw this year and has no category yet: one tile a content, by day."""
    query = (
        select(*_COLUMNS)
        .join(Variant, Variant.content_id == Content.id)
        .join(Account, Account.id == Variant.account_id)
        .where(
            Content.id.in_(obligations.uncategorised(wib(now).year)),
            or_(Variant.planned_at.is_not(None), Variant.published_at.is_not(None)),
        )
        .order_by(Content.id, Variant.id)
    )
    first: dict[int, Tile] = {}
    for tile in _grouped(_read(session, query), now):
        first.setdefault(tile.content_id, tile)
    return list(first.values())


_COLUMNS = (
    Content.id,
    Content.version,
    Content.reference,
    Content.title,
    Content.state,
    Content.category,
    Content.own_category,
    Content.planned_at,
    Content.planned_on,
    Variant.state,
    Variant.planned_at,
    Variant.published_at,
    Variant.is_history,
    Account.platform,
    Account.id,
    is_held(),
)


def _read(session: Session, query: Select[*tuple[Any, ...]]) -> list[_Part]:
    return [_Part(*row) for row in session.execute(query)]


def _with_moments(first: datetime, end: datetime) -> Select[*tuple[Any, ...]]:
    """The variants that are planned or were published in between."""
    return (
        select(*_COLUMNS)
        .join(Variant, Variant.content_id == Content.id)
        .join(Account, Account.id == Variant.account_id)
        .where(
            or_(
                and_(Variant.planned_at >= first, Variant.planned_at < end),
                and_(Variant.published_at >= first, Variant.published_at < end),
            )
        )
        .order_by(Content.id, Variant.id)
    )


def _without_moments(first: datetime, end: datetime) -> Select[*tuple[Any, ...]]:
    """Ideas of these days with their variants that have no moment of their own, or without any."""
    has_none = and_(
        Variant.content_id == Content.id,
        Variant.planned_at.is_(None),
        Variant.published_at.is_(None),
    )
    any_variant = (
        select(Variant.id).where(Variant.content_id == Content.id).correlate(Content).exists()
    )
    return (
        select(*_COLUMNS)
        .outerjoin(Variant, has_none)
        .outerjoin(Account, Account.id == Variant.account_id)
        .where(
            or_(
                and_(Content.planned_at >= first, Content.planned_at < end),
                and_(Content.planned_on >= wib(first).date(), Content.planned_on < wib(end).date()),
            ),
            or_(Variant.id.is_not(None), ~any_variant),
        )
        .order_by(Content.id, Variant.id)
    )


def _moment(part: _Part) -> datetime | None:
    """When it went or goes out; None where only the day is known, or not even that.

    Imported history without a time of day was published at midnight, which nobody saw.
    """
    if part.published_at is not None:
        knows_time = not part.is_history or part.planned_at is not None
        return part.published_at if knows_time else None
    return part.planned_at or part.idea_at


def _day(part: _Part) -> date | None:
    """Its day in WIB; to be asked of few, for zones take long."""
    at = part.published_at or part.planned_at or part.idea_at
    return wib(at).date() if at else part.idea_on


def _grouped(parts: Iterable[_Part], now: datetime) -> list[Tile]:
    """One tile for what one content does at one moment, by day and time."""
    together: dict[tuple[int, datetime | date | None], list[_Part]] = {}
    for part in parts:
        together.setdefault((part.content_id, _moment(part) or _day(part)), []).append(part)
    made = [_tile(group, now) for group in together.values()]
    return sorted(
        made, key=lambda tile: (tile.day, tile.at is None, tile.at or now, tile.content_id)
    )


def _tile(parts: Sequence[_Part], now: datetime) -> Tile:
    first = parts[0]
    at, day = _moment(first), _day(first)
    if day is None:
        raise ValueError(f"{first.reference} has no day")
    platforms = dict.fromkeys(part.platform for part in parts if part.platform)
    open_variants = (None, VariantState.PLANNED)
    return Tile(
        content_id=first.content_id,
        version=first.version,
        reference=first.reference,
        title=first.title,
        day=day,
        at=at,
        platforms=tuple(platforms),
        accounts=tuple(dict.fromkeys(part.account_id for part in parts if part.account_id)),
        category=first.category,
        own_category=first.own_category,
        state=derived_state(
            first.content_state,
            [part.variant_state for part in parts],
            at,
            now,
            is_held=all(part.is_held for part in parts if part.variant_state in open_variants),
        ),
        is_movable=first.content_state in _OPEN
        and any(part.variant_state in open_variants for part in parts),
    )


def derived_state(
    content: ContentState,
    variants: Sequence[VariantState | None],
    at: datetime | None,
    now: datetime,
    *,
    is_held: bool = False,
) -> StateName:
    """How far it has come, as one state for a content's variants (of one moment).

    `at` is when those that are still planned are to go out; `is_held`: a pause holds all of them.
    """
    present = {state for state in variants if state is not None}
    gone = {VariantState.SKIPPED, VariantState.WITHDRAWN}
    live = present - gone
    if content is ContentState.CANCELLED:
        return StateName("content", content)
    if present and not live:
        withdrawn = VariantState.WITHDRAWN in present
        return StateName("variant", VariantState.WITHDRAWN if withdrawn else VariantState.SKIPPED)
    if VariantState.UNKNOWN in live:
        return StateName("variant", VariantState.UNKNOWN)
    if VariantState.PUBLISHED in live:
        return StateName("content", "published" if len(live) == 1 else "partly_published")
    if content in _PUBLIC and at is not None:
        if is_held:
            return StateName("variant", "held")
        is_past = at < now
        return StateName("variant", "missed") if is_past else StateName("content", "scheduled")
    return StateName("content", content)
