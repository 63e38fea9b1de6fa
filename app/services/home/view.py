"""The whole of Beranda in one question."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from app.language import WIB, wib
from app.models.agency import Agency
from app.models.clock import Clock, ClockKind, Outcome
from app.models.comment import Comment
from app.models.inquiry import DONE, Inquiry
from app.models.person import Person
from app.models.policy import PolicyKey
from app.models.referral import Referral
from app.services import calendar
from app.services.calendar import Tile
from app.services.clocks import OF_REFERRALS
from app.services.home.needs import Need, NeedKind, inquiries_waiting, needs
from app.services.people import addressed
from app.services.policies import policy_at
from app.services.transaction import Actor

_CLOCKS_SHOWN = 4
_WEEK = timedelta(days=7)
_WORKDAYS = 5


@dataclass(frozen=True, slots=True)
class ClockLine:
    """A running clock of a referral: who owes the answer, about what."""

    reference: str
    kind: ClockKind
    agency: str  # who owes it, or who asked us
    subject: str
    started_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Punctuality:
    """Of the referrals of this month whose clocks have ended: how many in time."""

    met: int
    ended: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """Beranda for one person at one moment. `day`s are of West Java."""

    addressed: str
    greets_in_sundanese: bool
    now: datetime
    needs: tuple[Need, ...]  # the most urgent of them
    needs_in_all: int
    clocks: tuple[ClockLine, ...]
    running: int
    punctuality: Punctuality
    monday: date
    week: tuple[Tile, ...]
    empty_days: tuple[date, ...]  # workdays from today to the month's end without any content

    @property
    def today(self) -> date:
        return wib(self.now).date()


def home_view(session: Session, actor: Actor, now: datetime) -> HomeView:
    """Everything that Beranda shows; the number of statements does not depend on the rows."""
    today = wib(now).date()
    monday = today - timedelta(days=today.weekday())
    month_end = _next_month(today)
    tiles = calendar.tiles(session, monday, max(monday + _WEEK, month_end), now)
    person = session.get(Person, actor.id) if actor.id is not None else None
    running = _running_clocks(session)
    waiting = needs(session, actor, now)
    return HomeView(
        addressed=addressed(person.address_term, person.call_name, person.name)
        if person
        else actor.name,
        greets_in_sundanese=bool(policy_at(session, PolicyKey.SUNDANESE_GREETING, now).value),
        now=now,
        needs=tuple(waiting),
        needs_in_all=_in_all(session, actor, now, waiting),
        clocks=tuple(running[:_CLOCKS_SHOWN]),
        running=len(running),
        punctuality=_punctuality(session, today),
        monday=monday,
        week=tuple(tile for tile in tiles if tile.day < monday + _WEEK),
        empty_days=_empty_days(today, month_end, {tile.day for tile in tiles}),
    )


def _in_all(session: Session, actor: Actor, now: datetime, shown: list[Need]) -> int:
    of_inquiries = (NeedKind.INQUIRY, NeedKind.OVERDUE)
    others = sum(need.kind not in of_inquiries for need in shown)
    return others + inquiries_waiting(session, actor, now)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _empty_days(today: date, end: date, filled: set[date]) -> tuple[date, ...]:
    days = (today + timedelta(days=number) for number in range((end - today).days))
    return tuple(day for day in days if day.weekday() < _WORKDAYS and day not in filled)


def _running_clocks(session: Session) -> list[ClockLine]:
    """The clocks of referrals that still run, the earliest due first."""
    opening = and_(Comment.inquiry_id == Inquiry.id, Comment.is_opening)
    rows = session.execute(
        select(
            Inquiry.reference,
            Clock.kind,
            func.coalesce(Agency.short_name, ""),
            func.coalesce(Inquiry.topic, Comment.text, ""),
            Clock.started_at,
            Clock.due_at,
        )
        .join(Inquiry, Inquiry.id == Clock.inquiry_id)
        .outerjoin(Referral, Referral.id == Clock.referral_id)
        .outerjoin(Agency, Agency.id == func.coalesce(Referral.agency_id, Inquiry.asking_agency_id))
        .outerjoin(Comment, opening)
        .where(Clock.stopped_at.is_(None), _is_of_referral(), Inquiry.state.not_in(DONE))
        .order_by(Clock.due_at, Clock.id)
        .limit(200)
    )
    return [ClockLine(*row) for row in rows]


def _is_of_referral() -> ColumnElement[bool]:
    return Clock.kind.in_(sorted(OF_REFERRALS))


def _punctuality(session: Session, today: date) -> Punctuality:
    """Voided clocks are nobody's, and one that still runs has not ended."""
    first = datetime(today.year, today.month, 1, tzinfo=WIB)
    following = _next_month(today)
    end = datetime(following.year, following.month, 1, tzinfo=WIB)
    met = func.sum(case((Clock.outcome == Outcome.MET, 1), else_=0))
    row = session.execute(
        select(met, func.count(Clock.id)).where(
            Clock.kind == ClockKind.AGENCY_ANSWER,
            Clock.started_at >= first,
            Clock.started_at < end,
            or_(Clock.outcome == Outcome.MET, Clock.outcome == Outcome.BREACHED),
        )
    ).one()
    return Punctuality(row[0] or 0, row[1])
