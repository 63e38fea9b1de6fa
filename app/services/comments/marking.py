"""Comments get their tone by hand (Pasal 12(3) c); who gave it is kept, and it can be put back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.models.comment import Comment, Tone
from app.models.roles import AUTHORS
from app.services.errors import InvalidValue, NotFound
from app.services.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Mark:
    """The tone that a comment had, with who had given it and when; None: none."""

    comment_id: int
    tone: Tone | None
    by_id: int | None
    at: datetime | None


def mark_comments(tx: Transaction, comment_ids: Sequence[int], tone: Tone) -> tuple[Mark, ...]:
    """Give one tone to comments, one or a whole fold; returns what they had, to put it back.

    Raises:
        InvalidValue: one of them is our own line, which has no tone.
        NotFound, NotPermitted: as usual.
    """
    tx.permit("mark_comments", AUTHORS)
    comments = _locked(tx, comment_ids)
    if any(comment.is_own for comment in comments):
        raise InvalidValue("comments", "own")
    before = tuple(_mark_of(comment) for comment in comments)
    for comment in comments:
        _set(comment, tone, tx.actor_id, tx.now)
    tx.audit("mark_comments", "comment", _one(comments), tone=tone, comments=len(comments))
    return before


def put_back_marks(tx: Transaction, before: Sequence[Mark]) -> int:
    """Undo a marking of one's own; what a colleague has marked since stays. Returns how many.

    Raises:
        NotFound, NotPermitted: as usual.
    """
    tx.permit("put_back_marks", AUTHORS)
    comments = _locked(tx, [mark.comment_id for mark in before])
    had = {mark.comment_id: mark for mark in before}
    ours = [comment for comment in comments if comment.marked_by_id == tx.actor_id]
    for comment in ours:
        mark = had[comment.id]
        _set(comment, mark.tone, mark.by_id, mark.at)
    tx.audit("put_back_marks", "comment", _one(ours), comments=len(ours))
    return len(ours)


def _locked(tx: Transaction, comment_ids: Sequence[int]) -> list[Comment]:
    wanted = sorted(set(comment_ids))
    query = select(Comment).where(Comment.id.in_(wanted)).order_by(Comment.id).with_for_update()
    comments = list(tx.session.scalars(query.execution_options(populate_existing=True)))
    if not wanted or len(comments) < len(wanted):
        raise NotFound("comment", wanted)
    return comments


def _one(comments: Sequence[Comment]) -> int | None:
    return comments[0].id if len(comments) == 1 else None


def _mark_of(comment: Comment) -> Mark:
    return Mark(comment.id, comment.tone, comment.marked_by_id, comment.marked_at)


def _set(comment: Comment, tone: Tone | None, by_id: int | None, at: datetime | None) -> None:
    comment.tone, comment.marked_by_id, comment.marked_at = tone, by_id, at
