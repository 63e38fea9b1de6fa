"""What is worth a second look in a month's plan. A warning never stands in the way of anything."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from app.language import WIB, wib
from app.models.account import Account
from app.models.content import Category, Content, ContentState
from app.models.day import DayKind
from app.models.policy import PolicyKey
from app.models.search_text import search_text
from app.models.variant import Variant, VariantState
from app.services import calendar
from app.services.calendar import Tile
from app.services.days import OFF_KINDS, DayRow, days
from app.services.policies import policies_at

_LIVE = (VariantState.PLANNED, VariantState.UNKNOWN, VariantState.PUBLISHED)
_GONE = frozenset({"cancelled", "skipped", "withdrawn"})
_WEEK = timedelta(weeks=1)


class WarningKind(StrEnum):
    """What may be wrong, in the order in which it is told."""

    SAME_TEXT = "same_text"
    TOO_CLOSE = "too_close"
    QUIET_PERIOD = "quiet_period"
    HOLIDAY = "holiday"
    EMPTY_WEEK = "empty_week"
    CATEGORY_WITHOUT_CONTENT = "category_without_content"


class Named(NamedTuple):
    """A content that a warning is about."""

    content_id: int
    reference: str
    title: str


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """One warning. It leads to its first content, or else to its day (of a week its Monday)."""

    kind: WarningKind
    day: date
    contents: tuple[Named, ...] = ()
    platform: str = ""
    minutes: int = 0  # between two posts
    words: str = ""  # of the quiet period or the holiday
    categories: tuple[Category, ...] = ()


class _Post(NamedTuple):
    content_id: int
    reference: str
    title: str
    account_id: int
    platform: str
    at: datetime
    is_ahead: bool
    text: str

    @property
    def day(self) -> date:
        return wib(self.at).date()

    @property
    def named(self) -> Named:
        return Named(self.content_id, self.reference, self.title)


def plan_warnings(session: Session, month: date, now: datetime) -> list[PlanWarning]:
    """What the plan of a month's page should be looked at for; nothing about what is over.

    `month` is any day of it. The number of statements does not depend on the rows.
    """
    first = calendar.first_day_shown(month.year, month.month)
    end = first + calendar.WEEKS_SHOWN * _WEEK
    today = wib(now).date()
    rules = policies_at(session, now)
    posts = _posts(session, first, end, now)
    tiles = calendar.tiles(session, first, end, now)
    marks = days(session, first, end)
    off = marks if rules[PolicyKey.WARN_ON_HOLIDAYS] else []
    found = (
        *_same_texts(posts),
        *_too_close(posts, int(rules[PolicyKey.SPACING_MINUTES])),
        *_on_marked_days(tiles, marks, today, frozenset({DayKind.QUIET_PERIOD})),
        *_on_marked_days(tiles, off, today, OFF_KINDS),
        *_empty_weeks(tiles, month, today),
        *_categories_without_content(tiles, month, today),
    )
    order = list(WarningKind)
    return sorted(found, key=lambda warning: (warning.day, order.index(warning.kind)))


def _posts(session: Session, first: date, end: date, now: datetime) -> list[_Post]:
    """What goes or went out on our accounts in these days, by account and moment."""
    start, stop = (datetime.combine(day, time(), WIB) for day in (first, end))
    moment = func.coalesce(Variant.published_at, Variant.planned_at)
    rows = session.execute(
        select(
            Content.id,
            Content.reference,
            Content.title,
            Account.id,
            Account.platform,
            Variant.published_at,
            Variant.planned_at,
            Variant.text,
            Content.text,
        )
        .join(Variant, Variant.content_id == Content.id)
        .join(Account, Account.id == Variant.account_id)
        .where(
            Variant.state.in_(_LIVE),
            Variant.is_history.is_(False),
            Content.state.not_in((ContentState.CANCELLED, ContentState.RECORDED)),
            or_(
                and_(Variant.planned_at >= start, Variant.planned_at < stop),
                and_(Variant.published_at >= start, Variant.published_at < stop),
            ),
        )
        .order_by(Account.id, moment, Content.id)
    )
    posts = []
    for row in rows:
        published_at, planned_at, own, base = row[5:]
        at = next(moment for moment in (published_at, planned_at) if moment is not None)
        is_ahead = published_at is None and at >= now
        text = search_text(base if own is None else own)
        posts.append(_Post(*row[:5], at, is_ahead, text))
    return posts


def _same_texts(posts: Iterable[_Post]) -> Iterator[PlanWarning]:
    """Different contents that say the same on one account on one day."""
    together: dict[tuple[int, date, str], list[_Post]] = defaultdict(list)
    for post in posts:
        if post.text:
            together[post.account_id, post.day, post.text].append(post)
    for (_account, day, _text), same in together.items():
        named = tuple(dict.fromkeys(post.named for post in same))
        if len(named) > 1 and any(post.is_ahead for post in same):
            yield PlanWarning(WarningKind.SAME_TEXT, day, named, same[0].platform)


def _too_close(posts: Sequence[_Post], spacing: int) -> Iterator[PlanWarning]:
    """Posts of different contents on one account that follow each other too soon."""
    for before, after in pairwise(posts):
        if before.account_id != after.account_id or before.content_id == after.content_id:
            continue
        minutes = int((after.at - before.at).total_seconds()) // 60
        if minutes < spacing and (before.is_ahead or after.is_ahead):
            yield PlanWarning(
                WarningKind.TOO_CLOSE,
                after.day,
                (after.named, before.named),
                after.platform,
                minutes,
            )


def _on_marked_days(
    tiles: Iterable[Tile], marks: Iterable[DayRow], today: date, kinds: frozenset[DayKind]
) -> Iterator[PlanWarning]:
    """What is planned on days of these kinds: one warning a content and day."""
    wanted = [mark for mark in marks if mark.kind in kinds]
    for tile in tiles:
        mark = next((mark for mark in wanted if mark.covers(tile.day)), None)
        if mark is None or tile.day < today or not _is_planned(tile):
            continue
        is_quiet = mark.kind is DayKind.QUIET_PERIOD
        yield PlanWarning(
            WarningKind.QUIET_PERIOD if is_quiet else WarningKind.HOLIDAY,
            tile.day,
            (Named(tile.content_id, tile.reference, tile.title),),
            words=mark.words,
        )


def _is_planned(tile: Tile) -> bool:
    return tile.is_movable and tile.state.name not in _GONE


def _empty_weeks(tiles: Iterable[Tile], month: date, today: date) -> Iterator[PlanWarning]:
    """Weeks of the month that have not ended and in which nothing goes out."""
    filled = {_monday(tile.day) for tile in tiles if tile.state.name not in _GONE}
    monday = _monday(month.replace(day=1))
    while (monday.year, monday.month) <= (month.year, month.month):
        if monday + _WEEK > today and monday not in filled:
            yield PlanWarning(WarningKind.EMPTY_WEEK, max(monday, month.replace(day=1)))
        monday += _WEEK


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _categories_without_content(
    tiles: Iterable[Tile], month: date, today: date
) -> Iterator[PlanWarning]:
    """The categories of Pasal 7 that have nothing in a month which is not over."""
    if (month.year, month.month) < (today.year, today.month):
        return
    present = {
        tile.category
        for tile in tiles
        if (tile.day.year, tile.day.month) == (month.year, month.month)
        and tile.state.name not in _GONE
    }
    missing = tuple(
        category
        for category in Category
        if category is not Category.OTHER and category not in present
    )
    if missing:
        yield PlanWarning(
            WarningKind.CATEGORY_WITHOUT_CONTENT, month.replace(day=1), categories=missing
        )
