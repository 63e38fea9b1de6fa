"""Moving a content on: submit, finish, cancel, and moving it to another day.

Selecting, approving, returning, taking back and reopening are the gate's, see approvals.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.language import _, wib
from app.models.content import FLOW, Content, ContentAct, ContentState
from app.models.policy import PolicyKey
from app.models.roles import AUTHORS
from app.models.variant import Variant, VariantState
from app.services.approvals import is_author, make_revision, void_approvals
from app.services.contents.completeness import Lack, lacks_to_submit
from app.services.contents.lacking import lacks_of
from app.services.contents.stored import content_form
from app.services.errors import Incomplete, WrongState
from app.services.policies import policy_at
from app.services.transaction import Transaction, advance, found

# What may still be moved in the calendar; the rest is over, or only on record.
_MOVABLE = frozenset(ContentState) - {ContentState.CANCELLED, ContentState.RECORDED}
_WAITING = frozenset({ContentState.SUBMITTED, ContentState.READY})


@dataclass(frozen=True, slots=True)
class Moved:
    """How a move ended: the version it has now, and whether its approval fell."""

    version: int
    approval_is_void: bool


def submit(tx: Transaction, content_id: int, seen: int) -> None:
    """Put an idea before the official (D.2); makes the revision that he decides on.

    Raises:
        Incomplete: title, category or source is missing.
        ChangedMeanwhile, NotPermitted, WrongState.
    """
    content = found(tx, Content, content_id, seen)
    _must_lack_nothing(content, lacks_to_submit(content_form(content)))
    mine = is_author(tx.session, content, tx.actor.id)
    advance(tx, content, FLOW, ContentAct.SUBMIT, is_author=mine)
    content.returned_reason = None
    make_revision(tx, content)


def finish(tx: Transaction, content_id: int, seen: int) -> None:
    """Ask for the approval of exactly what will be seen (D.4, D.5).

    Raises:
        Incomplete: no variant, or one is over its platform's limits or lacks alt text.
        ChangedMeanwhile, NotPermitted, WrongState.
    """
    content = found(tx, Content, content_id, seen)
    _must_lack_nothing(content, lacks_of(tx.session, content, tx.now))
    mine = is_author(tx.session, content, tx.actor.id)
    advance(tx, content, FLOW, ContentAct.FINISH, is_author=mine)
    content.returned_reason = None
    make_revision(tx, content)


def cancel(tx: Transaction, content_id: int, seen: int, reason: str) -> None:
    """Give an idea up; it stays on record with the reason.

    Raises:
        WrongState: something of it is published: that is withdrawn, not cancelled.
        ChangedMeanwhile, NotPermitted, ReasonMissing.
    """
    content = found(tx, Content, content_id, seen)
    published = (VariantState.PUBLISHED, VariantState.UNKNOWN)
    if any(variant.state in published for variant in content.variants):
        raise WrongState(content.reference, ContentAct.CANCEL, content.state)
    content.closing_reason = reason.strip()
    advance(tx, content, FLOW, ContentAct.CANCEL, reason=reason)
    void_approvals(tx, content, reason)


def move(
    tx: Transaction, content_id: int, seen: int, from_on: date | None, to_on: date | None
) -> Moved:
    """Move what is planned on one day (WIB) to another, keeping the time of day.

    An idea without a date comes from None and takes only the day: no time is invented and no
    state changes. Moving back is the same act with the days exchanged. Published variants stay.
    Where the agency's policy says that moving voids the approval, it falls and the item goes back
    to editing; what waits for a decision can't be moved then.

    Raises:
        WrongState: it is cancelled, recorded, or waits under that policy.
        ChangedMeanwhile, NotPermitted.
    """
    tx.permit("move", AUTHORS)
    content = found(tx, Content, content_id, seen)
    falls = let_approval_fall_if_moved(tx, content)
    shift_days(content, from_on, to_on)
    days = {"from_on": _iso(from_on), "to_on": _iso(to_on)}
    tx.audit("move", "content", content.id, content.reference, **days)
    tx.session.flush()
    return Moved(content.version, falls)


def let_approval_fall_if_moved(tx: Transaction, content: Content) -> bool:
    """What moving does to the approval by the agency's policy; True if it fell just now.

    Raises:
        WrongState: it is cancelled, recorded, or waits for a decision under that policy.
    """
    voids = bool(policy_at(tx.session, PolicyKey.MOVE_VOIDS_APPROVAL, tx.now).value)
    is_locked = voids and content.state in _WAITING
    if content.state not in _MOVABLE or is_locked:
        raise WrongState(content.reference, ContentAct.REOPEN, content.state)
    falls = voids and content.state is ContentState.APPROVED
    if falls:
        reason = _("The planned time was moved.")
        advance(tx, content, FLOW, ContentAct.REOPEN, reason=reason)
        void_approvals(tx, content, reason)
    return falls


def _must_lack_nothing(content: Content, lacks: Sequence[Lack]) -> None:
    refusals = tuple(lack for lack in lacks if lack.is_refusal)
    if refusals:
        raise Incomplete(content.reference, refusals)


def shift_days(content: Content, from_on: date | None, to_on: date | None) -> None:
    """Move what is still planned on one day to another; the times of day stay."""
    if from_on is None or to_on is None:
        # Onto the calendar, or back into the tray: a day without a time.
        content.planned_on = to_on
        return
    by = to_on - from_on
    for variant in _movable_variants(content, from_on):
        if variant.planned_at is not None:
            variant.planned_at += by
    if content.planned_at is not None and wib(content.planned_at).date() == from_on:
        content.planned_at += by
    if content.planned_on == from_on:
        content.planned_on = to_on


def _movable_variants(content: Content, day: date) -> list[Variant]:
    return [
        variant
        for variant in content.variants
        if variant.state is VariantState.PLANNED
        and variant.planned_at is not None
        and wib(variant.planned_at).date() == day
    ]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
