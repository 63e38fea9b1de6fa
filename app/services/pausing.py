"""The emergency pause: beginning and ending it, what it holds, what is decided on afterwards.

While a pause is in force nothing that it holds is offered as due; a link may be recorded all the
same, for what happened is recorded. Nothing goes out by itself when it ends: what should have gone
out meanwhile stays held until somebody moves it, skips it or keeps it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, false, func, or_, select, true
from sqlalchemy.orm import Session

from app.models.account import Account
from app.models.content import Category, Content, ContentState
from app.models.pause import OF_CATEGORY, PAUSERS, Pause, PauseScope
from app.models.person import Person
from app.models.platform_schedule import PlatformSchedule
from app.models.policy import PolicyKey
from app.models.roles import ADMIN_ONLY
from app.models.variant import Variant, VariantState
from app.services.errors import ActError, AlreadyThere, InvalidValue, NotFound, ReasonMissing
from app.services.people import addressed
from app.services.policies import policy_at
from app.services.transaction import Transaction, found


class PauseEnded(ActError):
    """A colleague was faster: it is not in force any more."""

    def __init__(self, ended_at: datetime) -> None:
        super().__init__(ended_at)
        self.ended_at = ended_at


class NotHeld(ActError):
    """No ended pause holds it: there is nothing to decide, or a pause is still in force."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class HeldByPause(ActError):
    """A pause holds it: nothing of it is set up to go out."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


@dataclass(frozen=True, slots=True)
class Reach:
    """What a pause is about; the account or the category only where the scope has one."""

    scope: PauseScope
    account_id: int | None = None
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class PauseRow:
    """A pause in force, as its banner tells it."""

    id: int
    scope: PauseScope
    platform: str | None
    handle: str | None
    category: Category | None
    reason: str
    begun_at: datetime
    begun_by: str


@dataclass(frozen=True, slots=True)
class Held:
    """How much a pause holds or would hold, and how much of it is scheduled on platforms."""

    planned: int
    on_platform: int


def pause(tx: Transaction, reach: Reach, reason: str) -> int:
    """Hold from now on what is planned within `reach`; returns the pause's key.

    Raises:
        ReasonMissing: a pause needs a reason in words.
        AlreadyThere: a pause of this reach is in force.
        InvalidValue: the scope needs an account or a category.
        NotFound: there is no such account.
        NotPermitted: the actor is neither admin nor official.
    """
    tx.permit("pause", PAUSERS)
    if not reason.strip():
        raise ReasonMissing("pause")
    reach = _exact(tx, reach)
    same = select(Pause.id).where(
        Pause.ended_at.is_(None),
        Pause.scope == reach.scope,
        Pause.account_id.is_not_distinct_from(reach.account_id),
        Pause.category.is_not_distinct_from(reach.category),
    )
    if tx.session.scalar(same.limit(1)) is not None:
        raise AlreadyThere("pause", reach.scope)
    begun = Pause(
        scope=reach.scope,
        account_id=reach.account_id,
        category=reach.category,
        reason=reason.strip(),
        begun_at=tx.now,
        begun_by_id=tx.actor_id,
    )
    tx.session.add(begun)
    tx.session.flush()
    tx.audit(
        "pause",
        "pause",
        begun.id,
        scope=reach.scope,
        account=reach.account_id,
        category=reach.category,
    )
    return begun.id


def resume(tx: Transaction, pause_id: int) -> int:
    """End a pause; returns how many posts should have gone out meanwhile and wait for a decision.

    Raises:
        NotFound: there is no such pause.
        PauseEnded: it was ended before.
        NotPermitted: the actor is neither admin nor official.
    """
    tx.permit("resume", PAUSERS)
    ending = found(tx, Pause, pause_id)
    if ending.ended_at is not None:
        raise PauseEnded(ending.ended_at)
    ending.ended_at = tx.now
    ending.ended_by_id = tx.actor_id
    tx.session.flush()
    waiting = _count(tx.session, goes_out(tx.session, tx.now), is_to_decide())
    tx.audit("resume", "pause", ending.id, to_decide=waiting)
    return waiting


def keep(tx: Transaction, variant_id: int) -> None:
    """Its moment passed in a pause that has ended: it is due again, to be published by hand now.

    Raises:
        NotHeld: no ended pause holds it, or one that is still in force does.
        NotFound, NotPermitted.
    """
    tx.permit("keep", ADMIN_ONLY)
    variant = found(tx, Variant, variant_id)
    content = found(tx, Content, variant.content_id)
    of_it = select(Variant.id).join(Content, Content.id == Variant.content_id)
    if tx.session.scalar(of_it.where(Variant.id == variant.id, is_to_decide())) is None:
        raise NotHeld(content.reference)
    variant.kept_at = tx.now
    tx.audit("keep", "variant", variant.id, content.reference)
    tx.announce("content")


def must_not_be_held(session: Session, variant: Variant, reference: str) -> None:
    """Refuse what would send it out while a pause holds it.

    Raises:
        HeldByPause: one does.
    """
    of_it = select(Variant.id).join(Content, Content.id == Variant.content_id)
    if session.scalar(of_it.where(Variant.id == variant.id, is_paused())) is not None:
        raise HeldByPause(reference)


def in_force(session: Session) -> tuple[PauseRow, ...]:
    """The pauses that nobody has ended, the newest first."""
    rows = session.execute(
        select(Pause, Account.platform, Account.handle, Person)
        .join(Person, Person.id == Pause.begun_by_id)
        .outerjoin(Account, Account.id == Pause.account_id)
        .where(Pause.ended_at.is_(None))
        .order_by(Pause.id.desc())
    )
    return tuple(
        PauseRow(
            row.id,
            row.scope,
            platform,
            handle,
            row.category,
            row.reason,
            row.begun_at,
            addressed(person.address_term, person.call_name, person.name),
        )
        for row, platform, handle, person in rows
    )


def held_by(session: Session, reach: Reach, now: datetime) -> Held:
    """How much a pause of this reach would hold: asked before it begins."""
    within = and_(Variant.planned_at.is_not(None), _within(reach))
    planned = _count(session, goes_out(session, now), within)
    scheduled = _has_schedule()
    return Held(planned, _count(session, goes_out(session, now), within, scheduled))


# Conditions for questions over Variant joined with Content


def goes_out(session: Session, now: datetime) -> ColumnElement[bool]:
    """What may be published and is not yet: approved, recorded, ready where one check is all."""
    states = [ContentState.APPROVED, ContentState.RECORDED]
    if policy_at(session, PolicyKey.CHECKS, now).value == 1:
        states.append(ContentState.READY)
    still_open = (VariantState.PLANNED, VariantState.UNKNOWN)
    return and_(Content.state.in_(states), Variant.state.in_(still_open))


def is_paused() -> ColumnElement[bool]:
    """A pause in force holds the variant."""
    return select(Pause.id).where(_covers(), Pause.ended_at.is_(None)).exists()


def is_to_decide() -> ColumnElement[bool]:
    """No pause in force holds it, but its moment passed in one; nobody has decided since."""
    passed = select(Pause.id).where(
        _covers(),
        Variant.planned_at >= Pause.begun_at,
        Variant.planned_at < Pause.ended_at,
        or_(Variant.kept_at.is_(None), Variant.kept_at < Pause.ended_at),
    )
    return and_(Variant.state == VariantState.PLANNED, passed.exists(), ~is_paused())


def is_held() -> ColumnElement[bool]:
    """It is not offered as due: paused now, or not decided on since."""
    return or_(and_(Variant.state == VariantState.PLANNED, is_paused()), is_to_decide())


def _covers() -> ColumnElement[bool]:
    """Whether the pause's reach has the variant; what has no category is no exception of one."""
    other = or_(Content.category.is_(None), Content.category != Pause.category)
    return or_(
        Pause.scope == PauseScope.ALL,
        and_(Pause.scope == PauseScope.ACCOUNT, Pause.account_id == Variant.account_id),
        and_(Pause.scope == PauseScope.CATEGORY, Pause.category == Content.category),
        and_(Pause.scope == PauseScope.ALL_BUT_CATEGORY, other),
    )


def _within(reach: Reach) -> ColumnElement[bool]:
    match reach.scope:
        case PauseScope.ACCOUNT:
            return Variant.account_id == reach.account_id
        case PauseScope.CATEGORY:
            return Content.category == reach.category if reach.category else false()
        case PauseScope.ALL_BUT_CATEGORY:
            return or_(Content.category.is_(None), Content.category != reach.category)
        case _:
            return true()


def _has_schedule() -> ColumnElement[bool]:
    return (
        select(PlatformSchedule.id)
        .where(
            PlatformSchedule.content_id == Variant.content_id,
            PlatformSchedule.account_id == Variant.account_id,
            PlatformSchedule.post_kind == Variant.post_kind,
            PlatformSchedule.undone_at.is_(None),
        )
        .exists()
    )


def _count(session: Session, *conditions: ColumnElement[bool]) -> int:
    query = select(func.count(Variant.id)).join(Content, Content.id == Variant.content_id)
    return session.scalar(query.where(Variant.state == VariantState.PLANNED, *conditions)) or 0


def _exact(tx: Transaction, reach: Reach) -> Reach:
    """The reach with nothing that its scope has no use for."""
    if reach.scope is PauseScope.ACCOUNT:
        if reach.account_id is None:
            raise InvalidValue("account", "empty")
        if tx.session.get(Account, reach.account_id) is None:
            raise NotFound("account", reach.account_id)
        return Reach(reach.scope, account_id=reach.account_id)
    if reach.scope in OF_CATEGORY:
        if reach.category is None:
            raise InvalidValue("category", "empty")
        return Reach(reach.scope, category=reach.category)
    return Reach(reach.scope)
