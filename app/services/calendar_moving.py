"""Moving in the calendar beyond one day's step: to another hour, and many contents at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.content import Content, ContentState
from app.models.policy import PolicyKey
from app.models.roles import AUTHORS
from app.models.variant import VariantState
from app.services.contents import Moved
from app.services.contents.passing import let_approval_fall_if_moved, shift_days
from app.services.policies import policy_at
from app.services.transaction import Transaction, found

_WAITING = (ContentState.SUBMITTED, ContentState.READY)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a content stands: at a moment, on a day without an hour, or nowhere yet."""

    on: date | None = None
    at: datetime | None = None


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class DayStep:
    """One content of many, and the days (WIB) between which what it plans is moved."""

    content_id: int
    seen: int
    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True)
class Before:
    """What one content had planned before it was moved, to be put back exactly."""

    content_id: int
    seen: int  # its version after the move
    place: Place
    variants: tuple[tuple[int, datetime | None], ...]  # of planned ones: key and moment


@dataclass(frozen=True, slots=True)
class ManyMoved:
    """How moving many ended: what leads back, and how many approvals fell."""

    back: tuple[Before, ...]
    fallen: int


@dataclass(frozen=True, slots=True)
class Fate:
    """What moving these contents would do, by the agency's policy as it holds now."""

    falling: int  # approved ones, whose approval would be void
    staying: frozenset[int]  # keys of those that wait for a decision and can't be moved


def fate_of(session: Session, content_ids: Iterable[int], now: datetime) -> Fate:
    """What is told before contents are moved."""
    if not policy_at(session, PolicyKey.MOVE_VOIDS_APPROVAL, now).value:
        return Fate(0, frozenset())
    wanted = Content.id.in_(list(content_ids))
    falling = session.scalar(
        select(func.count(Content.id)).where(wanted, Content.state == ContentState.APPROVED)
    )
    staying = session.scalars(select(Content.id).where(wanted, Content.state.in_(_WAITING)))
    return Fate(falling or 0, frozenset(staying))


def move_to(tx: Transaction, content_id: int, seen: int, origin: Place, target: Place) -> Moved:
    """Move what is planned at one place to another, where the hour is known as well.

    What is planned at the origin's moment goes to the target's; an idea of a day or of the tray
    takes the moment that the person pointed at, and its state stays: nothing is scheduled by that.
    Moving back is the same act with the places exchanged.

    Raises:
        WrongState: it is cancelled, recorded, or waits under the agency's policy.
        ChangedMeanwhile, NotPermitted.
    """
    tx.permit("move", AUTHORS)
    content = found(tx, Content, content_id, seen)
    falls = let_approval_fall_if_moved(tx, content)
    if origin.at is not None and target.at is not None:
        _shift_moment(content, origin.at, target.at)
    else:
        content.planned_at = target.at
        content.planned_on = None if target.at else target.on
    places = {"from": _written(origin), "to": _written(target)}
    tx.audit("move", "content", content.id, content.reference, **places)
    tx.session.flush()
    return Moved(content.version, falls)


def _shift_moment(content: Content, from_at: datetime, to_at: datetime) -> None:
    for variant in content.variants:
        if variant.state is VariantState.PLANNED and variant.planned_at == from_at:
            variant.planned_at = to_at
    if content.planned_at == from_at:
        content.planned_at = to_at


def _written(place: Place) -> str | None:
    if place.at is not None:
        return wib(place.at).isoformat(timespec="minutes")
    return place.on.isoformat() if place.on else None


def move_many(tx: Transaction, steps: Sequence[DayStep]) -> ManyMoved:
    """Move many contents in one act, each keeping its times of day; all of them or none.

    A content that is planned on several of the days comes once for each of them.

    Raises:
        WrongState: one is cancelled, recorded, or waits under the agency's policy.
        ChangedMeanwhile, NotPermitted.
    """
    tx.permit("move", AUTHORS)
    by_content: dict[int, list[DayStep]] = {}
    for step in steps:
        by_content.setdefault(step.content_id, []).append(step)
    fallen = 0
    moved: list[tuple[Content, Before]] = []
    for key in sorted(by_content):
        own = by_content[key]
        content = found(tx, Content, key, own[0].seen)
        moved.append((content, _before(content)))
        fallen += let_approval_fall_if_moved(tx, content)
        for step in _apart(own):
            shift_days(content, step.from_on, step.to_on)
    tx.session.flush()
    lines = (f"{step.content_id} {step.from_on} {step.to_on}" for step in steps)
    tx.audit("move_many", "content", count=len(moved), fallen=fallen, digest=_digest(lines))
    back = tuple(replace(before, seen=content.version) for content, before in moved)
    return ManyMoved(back, fallen)


def put_back(tx: Transaction, moved: Sequence[Before]) -> None:
    """Take a move of many back; an approval that fell by it stays void.

    Raises:
        WrongState: one waits for a decision again, under a policy that locks it.
        ChangedMeanwhile, NotPermitted.
    """
    tx.permit("move", AUTHORS)
    for before in moved:
        content = found(tx, Content, before.content_id, before.seen)
        let_approval_fall_if_moved(tx, content)
        content.planned_at, content.planned_on = before.place.at, before.place.on
        moments = dict(before.variants)
        for variant in content.variants:
            if variant.state is VariantState.PLANNED and variant.id in moments:
                variant.planned_at = moments[variant.id]
    tx.session.flush()
    lines = (f"{before.content_id} {before.place}" for before in moved)
    tx.audit("put_back", "content", count=len(moved), digest=_digest(lines))


def _before(content: Content) -> Before:
    return Before(
        content.id,
        content.version,
        Place(content.planned_on, content.planned_at),
        tuple(
            (variant.id, variant.planned_at)
            for variant in content.variants
            if variant.state is VariantState.PLANNED
        ),
    )


def _apart(steps: Sequence[DayStep]) -> list[DayStep]:
    """In an order in which no step takes along what another one has just brought."""
    is_forward = any(step.to_on > step.from_on for step in steps)
    return sorted(steps, key=lambda step: step.from_on, reverse=is_forward)


def _digest(lines: Iterable[str]) -> str:
    """What went where, so that one event can speak for many contents."""
    return sha256("\n".join(sorted(lines)).encode()).hexdigest()
