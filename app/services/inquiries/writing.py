"""Who wrote to us and what: citizens, their comments, the words that find an inquiry."""

import re
from datetime import datetime

from sqlalchemy import func, select

from app.models.answer import Answer
from app.models.comment import Citizen, Comment, Tone
from app.models.inquiry import Inquiry
from app.models.search_text import search_text
from app.services.comment_text import repeat_key
from app.services.transaction import Transaction

ELSEWHERE = "elsewhere"  # the platform of a citizen who came by telephone, letter or in person
_PHONE_PLATFORM = "whatsapp"


def plain_handle(platform: str, handle: str | None) -> str | None:
    """A handle without spaces and leading @; a telephone number without its separators."""
    bare = (handle or "").strip().lstrip("@")
    if platform == _PHONE_PLATFORM and re.fullmatch(r"\+?[\d\s().-]+", bare):
        bare = re.sub(r"[\s().-]", "", bare)
    return bare or None


def the_citizen(
    tx: Transaction, platform: str | None, handle: str | None, name: str | None
) -> Citizen:
    """Whoever writes under this handle there; somebody without one is always somebody new."""
    where = platform or ELSEWHERE
    bare = plain_handle(where, handle)
    known = None
    if bare is not None:
        same = select(Citizen).where(
            Citizen.platform == where, func.lower(Citizen.handle) == bare.lower()
        )
        known = tx.session.scalar(same.order_by(Citizen.id).limit(1).with_for_update())
    citizen = known or Citizen(platform=where, handle=bare)
    if name and name.strip():
        citizen.name = name.strip()
    tx.session.add(citizen)
    tx.session.flush()
    return citizen


def add_comment_of(
    tx: Transaction,
    inquiry: Inquiry,
    citizen: Citizen,
    text: str,
    written_at: datetime,
    *,
    is_opening: bool = False,
    tone: Tone | None = None,
) -> Comment:
    """Put one message of this citizen into the inquiry."""
    comment = Comment(
        citizen_id=citizen.id,
        platform=inquiry.platform,
        account_id=inquiry.account_id,
        inquiry_id=inquiry.id,
        is_opening=is_opening,
        text=text.strip(),
        fold_key=repeat_key(text),
        written_at=written_at,
        seen_at=tx.now,
    )
    mark(tx, comment, tone)
    tx.session.add(comment)
    tx.session.flush()
    tx.announce("comment")
    return comment


def mark(tx: Transaction, comment: Comment, tone: Tone | None) -> None:
    """Give a comment its tone, and keep who gave it; None takes the mark away."""
    comment.tone = tone
    comment.marked_by_id = tx.actor.id if tone else None
    comment.marked_at = tx.now if tone else None


def note_search_text(tx: Transaction, inquiry: Inquiry) -> None:
    """Keep the words that find it: references, topic, messages, their authors, answers."""
    tx.session.flush()
    written = tx.session.execute(
        select(Comment.text, Citizen.handle, Citizen.name)
        .join(Citizen, Citizen.id == Comment.citizen_id)
        .where(Comment.inquiry_id == inquiry.id)
        .order_by(Comment.id)
    )
    answers = tx.session.scalars(
        select(Answer.text).where(Answer.inquiry_id == inquiry.id).order_by(Answer.id)
    )
    inquiry.search_text = search_text(
        inquiry.reference,
        inquiry.asking_reference,
        inquiry.topic,
        *(part for row in written for part in row),
        *answers,
    )
