"""Finding the post that comments belong to: by title, account, link, day or its whole address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import Session

from app.language import WIB, wib
from app.models.account import Account
from app.models.comment import Comment
from app.models.content import Content
from app.models.search_text import search_text
from app.models.variant import Variant, VariantState
from app.services.importing.channels import platform_called
from app.services.importing.values import month_named
from app.services.links import canonical, recognise

_WRITTEN = re.compile(r"(?<!\S)(?:(\d{1,2})\s+)?([^\W\d_]{3,9})(?:\s+(\d{4}))?(?!\S)")
_NUMBERS = re.compile(r"(?<!\S)(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?(?!\S)")
_YEAR = re.compile(r"(?<!\S)((?:19|20)\d{2})(?!\S)")


@dataclass(frozen=True, slots=True)
class PostChoice:
    """A post under which comments may be kept.

    Without a `key` nobody has recorded where it is, so that nothing can be kept under it. Without
    a `title` the calendar does not know it: it is known by its comments, or only by its address.
    """

    variant_id: int | None
    key: str | None
    platform: str | None
    handle: str | None
    title: str | None
    published_at: datetime | None


def find_posts(session: Session, words: str = "", limit: int = 30) -> list[PostChoice]:
    """The posts that hold all the words or were published then, the newest first.

    A whole address finds its post alone, known or not. Words for days are those that people write:
    `9 Okt`, `Oktober 2025`, `09-10-2026`, `2025`.
    """
    key = _address(words)
    if key is not None:
        return _at_address(session, key)
    calendar = [PostChoice(*row) for row in session.execute(_published(session, words, limit))]
    elsewhere = _known_by_comments(session, words, limit - len(calendar))
    return [*calendar, *elsewhere]


def _address(words: str) -> str | None:
    typed = words.strip()
    return canonical(typed) if "/" in typed and not re.search(r"\s", typed) else None


def _at_address(session: Session, key: str) -> list[PostChoice]:
    found = session.execute(_posts().where(Variant.post_key == key).order_by(Variant.id).limit(1))
    if (row := found.one_or_none()) is not None:
        return [PostChoice(*row)]
    known = session.execute(_of_comments().where(Comment.post_key == key)).one_or_none()
    if known is not None:
        return [_outside(*known)]
    link = recognise(key)
    return [PostChoice(None, key, link.platform if link else None, None, None, None)]


def _posts() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Variant.id,
            Variant.post_key,
            Account.platform,
            Account.handle,
            Content.title,
            Variant.published_at,
        )
        .join(Account, Account.id == Variant.account_id)
        .join(Content, Content.id == Variant.content_id)
    )


def _published(session: Session, words: str, limit: int) -> Select[*tuple[Any, ...]]:
    days, rest = _days_in(words)
    query = _posts().where(Variant.state == VariantState.PUBLISHED)
    for said, day, month, year in days:
        spans = _spans(session, day, month, year)
        query = query.where(or_(_published_in(spans), and_(*_holding(said))))
    return (
        query.where(*_holding(rest))
        .order_by(Variant.published_at.is_(None), Variant.published_at.desc(), Variant.id.desc())
        .limit(limit)
    )


def _holding(words: str) -> Iterator[ColumnElement[bool]]:
    """Each word stands in the content, in the account's names, or in the link."""
    names = (Account.handle, Account.name, Variant.post_key)
    for word in words.casefold().split():
        plain, platform = search_text(word), platform_called(word)
        in_names = (func.lower(name).contains(word, autoescape=True) for name in names)
        yield or_(
            and_(*(Content.search_text.contains(part) for part in plain.split()))
            if plain
            else false(),
            Account.platform == platform if platform else false(),
            *in_names,
        )


def _known_by_comments(session: Session, words: str, limit: int) -> list[PostChoice]:
    """Posts that the calendar does not know, with comments that were taken in before."""
    if limit <= 0:
        return []
    query = _of_comments().having(func.max(Comment.variant_id).is_(None))
    for word in words.casefold().split():
        named = (func.lower(name).contains(word, autoescape=True) for name in _NAMES_OF_COMMENTS)
        query = query.where(or_(*named))
    newest = query.order_by(func.max(Comment.seen_at).desc(), Comment.post_key).limit(limit)
    return [_outside(*row) for row in session.execute(newest)]


_NAMES_OF_COMMENTS = (Comment.post_key, Account.handle, Account.name)


def _of_comments() -> Select[*tuple[Any, ...]]:
    return (
        select(Comment.post_key, func.min(Comment.platform), func.min(Account.handle))
        .outerjoin(Account, Account.id == Comment.account_id)
        .where(Comment.post_key.is_not(None))
        .group_by(Comment.post_key)
    )


def _outside(key: str, platform: str | None, handle: str | None) -> PostChoice:
    return PostChoice(None, key, platform, handle, None, None)


_Day = tuple[str, int | None, int | None, int | None]  # as it was said; day, month, year


def _days_in(words: str) -> tuple[list[_Day], str]:
    """What names a day, a month or a year, and the words that are left."""
    days: list[_Day] = []

    def numbers(found: re.Match[str]) -> str:
        day, month, year = found.groups()
        days.append((found[0], int(day), int(month), int(year) if year else None))
        return " "

    def written(found: re.Match[str]) -> str:
        month = month_named(found[2])
        if month is None:
            return found[0]
        day, year = found[1], found[3]
        days.append((found[0], int(day) if day else None, month, int(year) if year else None))
        return " "

    def year_alone(found: re.Match[str]) -> str:
        days.append((found[0], None, None, int(found[1])))
        return " "

    rest = _NUMBERS.sub(numbers, words)
    rest = _WRITTEN.sub(written, rest)
    return days, _YEAR.sub(year_alone, rest)


def _spans(
    session: Session, day: int | None, month: int | None, year: int | None
) -> list[tuple[datetime, datetime]]:
    """From when to when; without a year, in each year in which something was published."""
    spans = []
    for each in [year] if year else _years(session):
        try:
            first = date(each, month or 1, day or 1)
            begin = datetime.combine(first, time.min, WIB).astimezone(UTC)
        except ValueError:  # 30 February
            continue
        spans.append((begin, _end(first, day, month)))
    return spans


def _end(first: date, day: int | None, month: int | None) -> datetime:
    if day is not None:
        last = first + timedelta(days=1)
    elif month is not None:
        last = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    else:
        last = date(first.year + 1, 1, 1)
    return datetime.combine(last, time.min, WIB).astimezone(UTC)


def _years(session: Session) -> range:
    ends = select(func.min(Variant.published_at), func.max(Variant.published_at))
    first, last = session.execute(ends).one()
    return range(wib(first).year, wib(last).year + 1) if first and last else range(0)


def _published_in(spans: list[tuple[datetime, datetime]]) -> ColumnElement[bool]:
    within = (
        and_(Variant.published_at >= begin, Variant.published_at < end) for begin, end in spans
    )
    return or_(false(), *within)
