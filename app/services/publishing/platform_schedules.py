"""Posts scheduled on the platform itself: marking them, and which of them must be cancelled there.

A plan that is paused, moved, voided or cancelled here still goes out there. So what no longer
agrees is derived, and listed until somebody says that he cancelled it there.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, case, literal, select
from sqlalchemy.orm import Session

from app.models.account import Account
from app.models.content import Content, ContentState
from app.models.person import Person
from app.models.platform_schedule import PlatformSchedule
from app.models.roles import ADMIN_ONLY
from app.models.variant import Variant, VariantAct, VariantState
from app.services.approvals import may_publish
from app.services.errors import AlreadyThere, InvalidValue, NotFound, WrongState
from app.services.pausing import goes_out, is_held, must_not_be_held
from app.services.people import addressed
from app.services.transaction import Transaction, found

# Where posts of a platform are usually scheduled.
_PLACES = {
    "facebook": "Meta Business Suite",
    "instagram": "Meta Business Suite",
    "youtube": "YouTube Studio",
    "tiktok": "TikTok Studio",
}


class UndoReason(StrEnum):
    """Why a post has to be cancelled on the platform."""

    PAUSED = "paused"
    CANCELLED = "cancelled"
    NOT_APPROVED = "not_approved"  # the approval fell, or somebody edits it again
    TAKEN_OUT = "taken_out"  # the plan no longer has this account
    SKIPPED = "skipped"
    MOVED = "moved"
    PUBLISHED = "published"  # by hand, before its moment there: it would go out twice


@dataclass(frozen=True, slots=True)
class Undo:
    """One post to cancel on the platform; after `set_for` it may be out there already."""

    schedule_id: int
    content_id: int
    reference: str
    title: str
    platform: str
    handle: str
    post_kind: str
    place: str
    set_for: datetime
    set_by: str
    reason: UndoReason
    planned_at: datetime | None  # where it was moved to


def likely_place(platform: str) -> str:
    """Where posts of this platform are usually scheduled; empty where each office has its own."""
    return _PLACES.get(platform, "")


def set_on_platform(tx: Transaction, variant_id: int, place: str, set_for: datetime) -> int:
    """Note that a post is scheduled on the platform itself; returns the key of the note.

    Its approval, its pause and its plan are the program's, so only what may go out is scheduled.

    Raises:
        InvalidValue: no place is named, or the moment is past.
        AlreadyThere: it is scheduled there already; that is taken off first.
        HeldByPause: a pause holds it.
        WrongState: its content is not approved, or it has gone out.
        NotFound, NotPermitted.
    """
    tx.permit("set_on_platform", ADMIN_ONLY)
    variant = found(tx, Variant, variant_id)
    content = found(tx, Content, variant.content_id)
    if variant.state is not VariantState.PLANNED:
        raise WrongState(content.reference, VariantAct.RECORD_PUBLISHED, variant.state)
    if not may_publish(tx.session, content, tx.now):
        raise WrongState(content.reference, VariantAct.RECORD_PUBLISHED, content.state)
    must_not_be_held(tx.session, variant, content.reference)
    if not place.strip():
        raise InvalidValue("place", "empty")
    if set_for <= tx.now:
        raise InvalidValue("set_for", "past", set_for)
    query = select(PlatformSchedule).where(is_schedule_of(), Variant.id == variant.id)
    if (there := tx.session.scalar(query)) is not None:
        raise AlreadyThere("platform_schedule", there.place)
    noted = PlatformSchedule(
        content_id=content.id,
        account_id=variant.account_id,
        post_kind=variant.post_kind,
        place=place.strip(),
        set_for=set_for,
        set_at=tx.now,
        set_by_id=tx.actor_id,
    )
    tx.session.add(noted)
    tx.session.flush()
    facts = {"place": noted.place, "set_for": set_for.isoformat()}
    tx.audit("set_on_platform", "variant", variant.id, content.reference, **facts)
    tx.announce("content")
    return noted.id


def undo_on_platform(tx: Transaction, schedule_id: int) -> None:
    """Note that it is not scheduled there any more: it was cancelled on the platform.

    Raises:
        NotFound: there is no such note, or a colleague has ticked it off already.
        NotPermitted.
    """
    tx.permit("undo_on_platform", ADMIN_ONLY)
    noted = found(tx, PlatformSchedule, schedule_id)
    if noted.undone_at is not None:
        raise NotFound("platform_schedule", schedule_id)
    content = tx.session.get_one(Content, noted.content_id)
    noted.undone_at = tx.now
    noted.undone_by_id = tx.actor_id
    tx.audit("undo_on_platform", "content", content.id, content.reference, place=noted.place)
    tx.announce("variant")


def to_undo(session: Session, now: datetime) -> list[Undo]:
    """What goes out on a platform although the plan no longer says so; the earliest first."""
    reason = _reason(session, now)
    rows = session.execute(
        select(PlatformSchedule, Content, Account, Person, Variant.planned_at, reason)
        .join(Content, Content.id == PlatformSchedule.content_id)
        .join(Account, Account.id == PlatformSchedule.account_id)
        .join(Person, Person.id == PlatformSchedule.set_by_id)
        .outerjoin(Variant, _same_target())
        .where(PlatformSchedule.undone_at.is_(None), reason.is_not(None))
        .order_by(PlatformSchedule.set_for, PlatformSchedule.id)
    )
    return [
        Undo(
            noted.id,
            content.id,
            content.reference,
            content.title,
            account.platform,
            account.handle,
            noted.post_kind,
            noted.place,
            noted.set_for,
            addressed(person.address_term, person.call_name, person.name),
            UndoReason(why),
            planned_at,
        )
        for noted, content, account, person, planned_at, why in rows
        if why is not None
    ]


def is_schedule_of() -> ColumnElement[bool]:
    """The open note of the variant in the question."""
    return and_(_same_target(), PlatformSchedule.undone_at.is_(None))


def _same_target() -> ColumnElement[bool]:
    return and_(
        PlatformSchedule.content_id == Variant.content_id,
        PlatformSchedule.account_id == Variant.account_id,
        PlatformSchedule.post_kind == Variant.post_kind,
    )


def _reason(session: Session, now: datetime) -> ColumnElement[str | None]:
    """Why it must be cancelled there; NULL where plan and platform agree."""
    is_out = Variant.state.in_((VariantState.PUBLISHED, VariantState.WITHDRAWN))
    still_ahead = PlatformSchedule.set_for > now
    return case(
        (Content.state == ContentState.CANCELLED, literal(UndoReason.CANCELLED.value)),
        (Variant.id.is_(None), literal(UndoReason.TAKEN_OUT.value)),
        (Variant.state == VariantState.SKIPPED, literal(UndoReason.SKIPPED.value)),
        (and_(is_out, still_ahead), literal(UndoReason.PUBLISHED.value)),
        (Variant.state != VariantState.PLANNED, literal(None)),
        (~goes_out(session, now), literal(UndoReason.NOT_APPROVED.value)),
        (is_held(), literal(UndoReason.PAUSED.value)),
        (Variant.planned_at.is_(None), literal(UndoReason.MOVED.value)),
        (Variant.planned_at != PlatformSchedule.set_for, literal(UndoReason.MOVED.value)),
        else_=literal(None),
    )
