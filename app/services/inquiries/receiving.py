"""Inquiries come in: entered by hand, or made from comments under a post (Lampiran C.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.models.account import Account
from app.models.clock import ClockKind
from app.models.comment import Citizen, Comment, Tone
from app.models.inquiry import DONE, Inquiry, InquiryKind, InquiryOrigin
from app.models.roles import ADMIN_ONLY
from app.models.variant import Variant
from app.services import links
from app.services.clocks import happened, start_clock
from app.services.comment_text import repeat_key
from app.services.errors import AlreadyThere, InvalidValue, NotFound
from app.services.inquiries.writing import add_comment_of, note_search_text, the_citizen
from app.services.transaction import Transaction, found


@dataclass(frozen=True, slots=True)
class Reception:
    """What is typed in of one message.

    `received_at` is when it reached us, None: just now. Without an account or a platform it came
    by telephone, letter or in person.
    """

    text: str
    kind: InquiryKind = InquiryKind.QUESTION
    received_at: datetime | None = None
    account_id: int | None = None
    platform: str | None = None
    handle: str | None = None
    name: str | None = None
    tone: Tone | None = None
    topic: str | None = None
    url: str | None = None


def receive_inquiry(tx: Transaction, facts: Reception) -> int:
    """Enter one message of a citizen; the clock of our first answer starts when it reached us.

    Raises:
        InvalidValue: there is no text.
        BeforeLastEvent: it is said to come from the future.
        AlreadyThere: the same words of the same citizen wait already, under that reference.
        NotPermitted: the actor is not an admin.
    """
    tx.permit("receive_inquiry", ADMIN_ONLY)
    if not facts.text.strip():
        raise InvalidValue("text", "empty")
    inquiry = _new(tx, facts)
    citizen = the_citizen(tx, inquiry.platform, facts.handle, facts.name)
    _refuse_repeat(tx, citizen, facts.text)
    tx.session.add(inquiry)
    tx.session.flush()
    add_comment_of(
        tx, inquiry, citizen, facts.text, inquiry.received_at, is_opening=True, tone=facts.tone
    )
    return begin(tx, inquiry, "receive_inquiry")


def _new(tx: Transaction, facts: Reception) -> Inquiry:
    account = tx.session.get(Account, facts.account_id) if facts.account_id else None
    url = (facts.url or "").strip() or None
    return Inquiry(
        reference=tx.next_reference("INQ"),
        kind=facts.kind,
        topic=(facts.topic or "").strip() or None,
        origin=InquiryOrigin.ENTERED,
        platform=account.platform if account else facts.platform,
        account_id=account.id if account else None,
        content_id=_content_at(tx, url),
        url=url,
        received_at=happened(tx, facts.received_at, datetime.min.replace(tzinfo=tx.now.tzinfo)),
        recorded_at=tx.now,
    )


def _content_at(tx: Transaction, url: str | None) -> int | None:
    """The content whose post is at this address, however it is spelled."""
    key = links.canonical(url) if url else None
    if key is None:
        return None
    at_it = select(Variant.content_id).where(Variant.post_key == key)
    return tx.session.scalar(at_it.order_by(Variant.id).limit(1))


def _refuse_repeat(tx: Transaction, citizen: Citizen, text: str) -> None:
    """A second click, or a colleague who was faster, must not make the same inquiry again."""
    same = (
        select(Inquiry.reference)
        .join(Comment, Comment.inquiry_id == Inquiry.id)
        .where(
            Comment.citizen_id == citizen.id,
            Comment.fold_key == repeat_key(text),
            Inquiry.state.not_in(DONE),
        )
    )
    if (reference := tx.session.scalar(same.order_by(Inquiry.id).limit(1))) is not None:
        raise AlreadyThere("inquiry", reference)


def make_inquiry_from_comments(
    tx: Transaction,
    comment_ids: Sequence[int],
    kind: InquiryKind = InquiryKind.QUESTION,
    topic: str | None = None,
) -> int:
    """Let comments of one citizen under a post become an inquiry; the first one opens it.

    Raises:
        InvalidValue: no comment is named, or one is our own.
        AlreadyThere: one of them belongs to an inquiry already.
        NotFound, NotPermitted: as usual.
    """
    tx.permit("make_inquiry_from_comments", ADMIN_ONLY)
    comments = [found(tx, Comment, key) for key in sorted(set(comment_ids))]
    if not comments:
        raise InvalidValue("comments", "empty")
    for comment in comments:
        _must_be_free(tx, comment)
    opening = comments[0]
    content_id = tx.session.scalar(
        select(Variant.content_id).where(Variant.id == opening.variant_id)
    )
    inquiry = Inquiry(
        reference=tx.next_reference("INQ"),
        kind=kind,
        topic=(topic or "").strip() or None,
        origin=InquiryOrigin.COMMENT,
        platform=opening.platform,
        account_id=opening.account_id,
        content_id=content_id,
        url=opening.post_key,
        received_at=min(opening.written_at or opening.seen_at, tx.now),
        recorded_at=tx.now,
    )
    tx.session.add(inquiry)
    tx.session.flush()
    for comment in comments:
        comment.inquiry_id = inquiry.id
    opening.is_opening = True
    tx.announce("comment")
    return begin(tx, inquiry, "make_inquiry_from_comments", comments=len(comments))


def _must_be_free(tx: Transaction, comment: Comment) -> None:
    if comment.is_own:
        raise InvalidValue("comments", "own")
    if comment.inquiry_id is not None:
        raise AlreadyThere("inquiry", tx.session.get_one(Inquiry, comment.inquiry_id).reference)


def begin(tx: Transaction, inquiry: Inquiry, act: str, **details: object) -> int:
    """All that a new inquiry needs once its message is there: words, first clock, audit."""
    note_search_text(tx, inquiry)
    if inquiry.origin is not InquiryOrigin.AGENCY:
        start_clock(tx, ClockKind.FIRST_ANSWER, inquiry, inquiry.received_at)
    tx.audit(
        act,
        "inquiry",
        inquiry.id,
        inquiry.reference,
        kind=inquiry.kind,
        happened_at=inquiry.received_at.isoformat(),
        **details,
    )
    return inquiry.id


def asking_comment(tx: Transaction, inquiry_id: int) -> Comment:
    """The message that opened an inquiry.

    Raises:
        NotFound: the inquiry has none.
    """
    opening = select(Comment).where(Comment.inquiry_id == inquiry_id, Comment.is_opening)
    comment = tx.session.scalar(opening.order_by(Comment.id).limit(1).with_for_update())
    if comment is None:
        raise NotFound("comment", inquiry_id)
    return comment
