"""The posts that comments stand under: known to the calendar, or only by their address."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from app.models.account import Account
from app.models.comment import Comment
from app.models.content import Content
from app.models.variant import Variant
from app.services.errors import InvalidValue, NotFound
from app.services.links import canonical, recognise


@dataclass(frozen=True, slots=True)
class Post:
    """One post, as comments name it: `key` is the canonical form of its link."""

    key: str
    platform: str | None
    account_id: int | None = None
    variant_id: int | None = None
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post with how far its comments are marked; our own lines are not counted.

    `title` is None where the calendar does not know the post.
    """

    key: str
    platform: str | None
    handle: str | None
    title: str | None
    published_at: datetime | None
    comments: int
    marked: int
    last_seen_at: datetime


def post_of_variant(session: Session, variant_id: int) -> Post:
    """The post of a published variant.

    Raises:
        NotFound: there is no such variant.
        InvalidValue: its link is not recorded, so that nobody knows where it is.
    """
    found = session.execute(
        select(Variant.post_key, Account.platform, Account.id, Variant.published_at)
        .join(Account, Account.id == Variant.account_id)
        .where(Variant.id == variant_id)
    ).one_or_none()
    if found is None:
        raise NotFound("variant", variant_id)
    key, platform, account_id, published_at = found
    if not key:
        raise InvalidValue("post", "no_link", variant_id)
    return Post(key, platform, account_id, variant_id, published_at)


def post_at(session: Session, address: str) -> Post:
    """The post at an address, whether the calendar knows it or not.

    Raises:
        InvalidValue: it is no address.
    """
    key = canonical(address)
    if key is None:
        raise InvalidValue("address", "no_link", address)
    known = session.execute(
        select(Account.platform, Account.id, Variant.id, Variant.published_at)
        .join(Account, Account.id == Variant.account_id)
        .where(Variant.post_key == key)
        .order_by(Variant.id)
        .limit(1)
    ).one_or_none()
    if known is not None:
        return Post(key, *known)
    link = recognise(key)
    platform = link.platform if link else None
    return Post(key, platform, _only_account(session, platform, key))


def own_names(session: Session, platform: str | None) -> frozenset[str]:
    """The handles and names, case folded, under which the office itself writes there."""
    if platform is None:
        return frozenset()
    accounts = session.execute(
        select(Account.handle, Account.name).where(Account.platform == platform)
    )
    return frozenset(name.casefold() for row in accounts for name in row if name)


def posts_with_comments(session: Session) -> list[PostRow]:
    """All posts whose comments were taken in, the newest first."""
    ours, marked = Comment.is_own.is_(True), Comment.tone.is_not(None)
    counted = (
        select(
            Comment.post_key.label("post_key"),
            func.min(Comment.platform).label("platform"),
            func.max(Comment.account_id).label("account_id"),
            func.max(Comment.variant_id).label("variant_id"),
            func.sum(case((ours, 0), else_=1)).label("comments"),
            func.sum(case((marked, 1), else_=0)).label("marked"),
            func.max(Comment.seen_at).label("last_seen_at"),
        )
        .where(Comment.post_key.is_not(None))
        .group_by(Comment.post_key)
        .subquery()
    )
    query = (
        select(
            counted.c.post_key,
            counted.c.platform,
            Account.handle,
            Content.title,
            Variant.published_at,
            counted.c.comments,
            counted.c.marked,
            counted.c.last_seen_at,
        )
        .select_from(counted)
        .outerjoin(Account, Account.id == counted.c.account_id)
        .outerjoin(Variant, Variant.id == counted.c.variant_id)
        .outerjoin(Content, Content.id == Variant.content_id)
        .order_by(counted.c.last_seen_at.desc(), counted.c.post_key)
    )
    return [PostRow(*row) for row in session.execute(query)]


def _only_account(session: Session, platform: str | None, key: str) -> int | None:
    """The account whose name stands in the address, or the only one of the platform."""
    accounts = session.execute(
        select(Account.id, Account.handle).where(Account.platform == platform)
    ).all()
    named: list[int] = [
        row.id for row in accounts if f"/{row.handle.casefold()}/" in f"{key.casefold()}/"
    ]
    fitting = named or [row.id for row in accounts]
    return fitting[0] if len(fitting) == 1 else None
