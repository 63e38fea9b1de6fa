"""What is due today or was missed, and what a pause holds: one row a variant, all derived."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, literal, or_, select
from sqlalchemy.orm import Session

from app.language import WIB, wib
from app.models.account import Account
from app.models.content import Category, Content
from app.models.platform_schedule import PlatformSchedule
from app.models.variant import Variant, VariantState
from app.services.pausing import goes_out, is_held, is_paused
from app.services.publishing.platform_schedules import Undo, is_schedule_of, to_undo

MOST = 500  # more than any office has open at once; a list without a limit costs everything


class Hold(StrEnum):
    """Whether and how a pause holds it."""

    NONE = "none"
    PAUSED = "paused"  # a pause is in force
    TO_DECIDE = "to_decide"  # its moment passed in a pause that has ended


@dataclass(frozen=True, slots=True)
class Schedule:
    """Where a post is scheduled on the platform itself, and for when."""

    id: int
    place: str
    set_for: datetime


@dataclass(frozen=True, slots=True)
class Slot:
    """One variant that is to go out, or should have."""

    hold: Hold
    schedule: Schedule | None
    variant_id: int
    content_id: int
    version: int  # of the content
    reference: str
    title: str
    category: Category | None
    account_id: int
    platform: str
    handle: str
    post_kind: str
    state: VariantState
    planned_at: datetime

    def is_past(self, now: datetime) -> bool:
        return self.planned_at < now


@dataclass(frozen=True, slots=True)
class Slots:
    """Everything that is to be settled, each list by its moment.

    `due` was missed or goes out today, `ahead` later; `held` has the posts to decide on first, then
    those of pauses in force; `undos` have to be cancelled on the platforms.
    """

    due: tuple[Slot, ...]
    ahead: tuple[Slot, ...]
    held: tuple[Slot, ...]
    undos: tuple[Undo, ...]


def slots(session: Session, now: datetime) -> Slots:
    """What is due, what is held, what has to be cancelled on platforms."""
    due_ones, held_ones = due_and_held(session, now)
    return Slots(
        tuple(due_ones),
        tuple(_ahead(session, now)),
        tuple(held_ones),
        tuple(to_undo(session, now)),
    )


def due(session: Session, now: datetime) -> list[Slot]:
    """What should have gone out or goes out today (WIB) and no pause holds, the oldest first."""
    return due_and_held(session, now)[0]


def due_and_held(session: Session, now: datetime) -> tuple[list[Slot], list[Slot]]:
    """What is `due`, and what pauses hold: what is to be decided first, then what is paused now."""
    asked = or_(Variant.planned_at < _tomorrow(now), is_held())
    found = _read(session, _query().where(goes_out(session, now), asked).limit(2 * MOST))
    held = [slot for slot in found if slot.hold is not Hold.NONE]
    return (
        [slot for slot in found if slot.hold is Hold.NONE],
        sorted(held, key=lambda slot: slot.hold is Hold.PAUSED),
    )


def _ahead(session: Session, now: datetime) -> list[Slot]:
    open_ones = and_(goes_out(session, now), Variant.planned_at >= _tomorrow(now), ~is_held())
    return _read(session, _query().where(open_ones).limit(MOST))


def _tomorrow(now: datetime) -> datetime:
    return datetime.combine(wib(now).date() + timedelta(days=1), time(), WIB)


def _hold() -> ColumnElement[str]:
    paused = and_(Variant.state == VariantState.PLANNED, is_paused())
    return case(
        (paused, literal(Hold.PAUSED.value)),
        (is_held(), literal(Hold.TO_DECIDE.value)),
        else_=literal(Hold.NONE.value),
    )


def _query() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Variant.id,
            Content.id,
            Content.version,
            Content.reference,
            Content.title,
            Content.category,
            Account.id,
            Account.platform,
            Account.handle,
            Variant.post_kind,
            Variant.state,
            Variant.planned_at,
            _hold(),
            PlatformSchedule.id,
            PlatformSchedule.place,
            PlatformSchedule.set_for,
        )
        .join(Content, Content.id == Variant.content_id)
        .join(Account, Account.id == Variant.account_id)
        .outerjoin(PlatformSchedule, is_schedule_of())
        .where(Variant.planned_at.is_not(None))
        .order_by(Variant.planned_at, Content.id, Variant.id)
    )


def _read(session: Session, query: Select[*tuple[Any, ...]]) -> list[Slot]:
    return [_slot(row) for row in session.execute(query)]


def _slot(row: Row[*tuple[Any, ...]]) -> Slot:
    *facts, hold, schedule_id, place, set_for = row
    schedule = Schedule(schedule_id, place, set_for) if schedule_id is not None else None
    return Slot(Hold(hold), schedule, *facts)
