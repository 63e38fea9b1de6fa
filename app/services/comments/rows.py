"""The comments of one post as the marking view shows them, with the post and its figures."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.account import Account
from app.models.asset import Asset
from app.models.comment import Citizen, Comment, Tone
from app.models.content import Content
from app.models.inquiry import Inquiry
from app.models.measurement import Measure, Measurement
from app.models.person import Person
from app.models.variant import Variant, VariantMedia
from app.services.people import addressed


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment; `written_age` is the site's own word ("3 mgg") of the day of `seen_at`.

    Where only that is known, `written_about_at` is the latest moment that it allows.
    """

    id: int
    handle: str | None
    name: str | None
    text: str
    written_at: datetime | None
    written_age: str | None
    written_about_at: datetime | None
    seen_at: datetime
    likes: int | None
    is_reply: bool
    is_own: bool
    is_incomplete: bool
    tone: Tone | None
    marked_by: str | None
    inquiry_id: int | None
    inquiry_reference: str | None


@dataclass(frozen=True, slots=True)
class PostFacts:
    """The post above its comments; what the calendar does not know is None.

    `figures` are the newest totals that an import brought, `figures_as_of` the day they are of.
    """

    key: str
    platform: str | None
    handle: str | None
    account_name: str | None
    title: str | None
    text: str | None
    published_at: datetime | None
    picture: str | None  # SHA-256 of its first asset
    figures: dict[Measure, float]
    figures_as_of: date | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many have which tone; our own lines are not among them."""

    positive: int
    neutral: int
    negative: int
    unmarked: int
    inquiries: int

    @property
    def marked(self) -> int:
        return self.positive + self.neutral + self.negative

    @property
    def all(self) -> int:
        return self.marked + self.unmarked


@dataclass(frozen=True, slots=True)
class PostComments:
    """A post with its comments in the order in which they were copied."""

    post: PostFacts
    comments: tuple[CommentRow, ...]

    @property
    def tally(self) -> Tally:
        return tally_of(self.comments)


def tally_of(comments: tuple[CommentRow, ...]) -> Tally:
    """The counts per tone of some comments."""
    tones = [comment.tone for comment in comments if not comment.is_own]
    inquiries = {row.inquiry_id for row in comments if row.inquiry_id is not None}
    return Tally(
        tones.count(Tone.POSITIVE),
        tones.count(Tone.NEUTRAL),
        tones.count(Tone.NEGATIVE),
        tones.count(None),
        len(inquiries),
    )


def comments_of(session: Session, post_key: str) -> PostComments:
    """Everything that the marking view shows of one post, in a fixed number of statements."""
    query = (
        select(
            Comment.id,
            Citizen.handle,
            Citizen.name,
            Comment.text,
            Comment.written_at,
            Comment.written_age,
            Comment.written_about_at,
            Comment.seen_at,
            Comment.likes,
            Comment.is_reply,
            Comment.is_own,
            Comment.is_incomplete,
            Comment.tone,
            Person.address_term,
            Person.call_name,
            Person.name,
            Comment.inquiry_id,
            Inquiry.reference,
        )
        .join(Citizen, Citizen.id == Comment.citizen_id)
        .outerjoin(Person, Person.id == Comment.marked_by_id)
        .outerjoin(Inquiry, Inquiry.id == Comment.inquiry_id)
        .where(Comment.post_key == post_key)
        .order_by(Comment.id)
    )
    rows = tuple(_row(row) for row in session.execute(query))
    return PostComments(_post_facts(session, post_key), rows)


def _row(columns: Any) -> CommentRow:
    *comment, address_term, call_name, name, inquiry_id, reference = columns
    marker = addressed(address_term, call_name, name) if name else None
    shown: Any = (*comment, marker, inquiry_id, reference)
    return CommentRow(*shown)


def _post_facts(session: Session, post_key: str) -> PostFacts:
    known: Any = session.execute(
        select(
            Variant.id,
            Account.platform,
            Account.handle,
            Account.name,
            Content.title,
            func.coalesce(Variant.text, Content.text),
            Variant.published_at,
        )
        .join(Account, Account.id == Variant.account_id)
        .join(Content, Content.id == Variant.content_id)
        .where(Variant.post_key == post_key)
        .order_by(Variant.id)
        .limit(1)
    ).one_or_none()
    figures, as_of = _figures(session, post_key)
    if known is None:
        account = _account_of_comments(session, post_key)
        return PostFacts(post_key, *account, None, None, None, None, figures, as_of)
    variant_id, *facts = known
    pictures = (
        select(Asset.sha256)
        .join(VariantMedia, VariantMedia.asset_id == Asset.id)
        .where(VariantMedia.variant_id == variant_id)
    )
    picture = session.scalar(pictures.order_by(VariantMedia.position).limit(1))
    shown: Any = (post_key, *facts, picture, figures, as_of)
    return PostFacts(*shown)


def _account_of_comments(
    session: Session, post_key: str
) -> tuple[str | None, str | None, str | None]:
    """Platform, handle and name, as far as the comments themselves tell."""
    found = session.execute(
        select(Comment.platform, Account.handle, Account.name)
        .outerjoin(Account, Account.id == Comment.account_id)
        .where(Comment.post_key == post_key)
        .order_by(Comment.id)
        .limit(1)
    ).one_or_none()
    return (None, None, None) if found is None else (found[0], found[1], found[2])


def _figures(session: Session, post_key: str) -> tuple[dict[Measure, float], date | None]:
    rows = session.execute(
        select(Measurement.measure, Measurement.value, Measurement.as_of)
        .where(Measurement.post_key == post_key)
        .order_by(Measurement.as_of, Measurement.id)
    ).all()
    figures = {measure: value for measure, value, _as_of in rows}
    return figures, max((as_of for _measure, _value, as_of in rows), default=None)
