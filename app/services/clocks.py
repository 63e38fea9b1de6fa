"""Clocks of inquiries: start, stop, what runs, how a due moment was reckoned (Lampiran C.4).

A clock is started and stopped only here. It runs around the clock and never pauses; the limit is
the agency's policy as it held when the clock started; once stopped a clock never changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from app.models.agency import BOUND_KINDS, Agency, AgencyKind
from app.models.clock import Clock, ClockKind, Outcome
from app.models.inquiry import DONE, Inquiry
from app.models.person import Person
from app.models.policy import Policy, PolicyKey
from app.models.referral import Referral
from app.services.errors import BeforeLastEvent, NotFound
from app.services.people import addressed
from app.services.policies import policy_at
from app.services.transaction import Transaction

_LIMITS: dict[ClockKind, PolicyKey] = {
    ClockKind.FIRST_ANSWER: PolicyKey.FIRST_ANSWER_HOURS,
    ClockKind.AGENCY_ANSWER: PolicyKey.AGENCY_ANSWER_HOURS,
    ClockKind.AGENCY_REQUEST: PolicyKey.AGENCY_ANSWER_HOURS,
    ClockKind.OUR_ANSWER: PolicyKey.AGENCY_ANSWER_HOURS,
}
OF_REFERRALS = frozenset({ClockKind.AGENCY_ANSWER, ClockKind.AGENCY_REQUEST, ClockKind.OUR_ANSWER})


def agency_clock(kind: AgencyKind) -> ClockKind:
    """What an agency of this kind owes us: the regulation binds those of the province alone."""
    return ClockKind.AGENCY_ANSWER if kind in BOUND_KINDS else ClockKind.AGENCY_REQUEST


def limit_at(session: Session, kind: ClockKind, moment: datetime) -> timedelta:
    """How long such a clock runs if it starts at that moment; zero: there is none."""
    return timedelta(hours=int(policy_at(session, _LIMITS[kind], moment).value))


def happened(tx: Transaction, moment: datetime | None, after: datetime) -> datetime:
    """The moment that a person gave for something that happened, or now if he gave none.

    People write minutes: a moment in the same minute as `after` counts as `after`.

    Raises:
        BeforeLastEvent: it lies before `after` or has not come yet; the PC's clock may be wrong.
    """
    moment = moment or tx.now
    if moment > tx.now:
        raise BeforeLastEvent(moment, tx.now, is_future=True)
    if moment < after.replace(second=0, microsecond=0):
        raise BeforeLastEvent(moment, after)
    return max(moment, after)


def start_clock(
    tx: Transaction,
    kind: ClockKind,
    inquiry: Inquiry,
    started_at: datetime,
    *,
    referral: Referral | None = None,
    owing_agency_id: int | None = None,
) -> Clock | None:
    """Promise something; None where the agency's policy sets no limit for it."""
    policy = policy_at(tx.session, _LIMITS[kind], started_at)
    limit = timedelta(hours=int(policy.value))
    if not limit:
        return None
    clock = Clock(
        kind=kind,
        inquiry_id=inquiry.id,
        referral_id=referral.id if referral else None,
        owing_agency_id=owing_agency_id,
        policy_id=policy.version,
        limit_seconds=int(limit.total_seconds()),
        started_at=started_at,
        due_at=started_at + limit,
    )
    tx.session.add(clock)
    _note_attention(tx, inquiry)
    return clock


def stop_clocks(
    tx: Transaction,
    inquiry: Inquiry,
    kinds: Iterable[ClockKind],
    happened_at: datetime,
    *,
    referral_id: int | None = None,
) -> None:
    """What was promised has happened, in time or late; with `referral_id` only that one's."""
    for clock in _running_of(tx, inquiry, kinds, referral_id):
        late = happened_at > clock.due_at
        _stop(tx, clock, happened_at, Outcome.BREACHED if late else Outcome.MET)
    _note_attention(tx, inquiry)


def release_clocks(
    tx: Transaction,
    inquiry: Inquiry,
    at: datetime,
    kinds: Iterable[ClockKind] = ClockKind,
    *,
    referral_id: int | None = None,
) -> None:
    """Nobody owes it any more. What had fallen due by then stays a breach all the same."""
    for clock in _running_of(tx, inquiry, kinds, referral_id):
        late = at > clock.due_at
        _stop(tx, clock, at, Outcome.BREACHED if late else Outcome.VOID)
    _note_attention(tx, inquiry)


def _running_of(
    tx: Transaction, inquiry: Inquiry, kinds: Iterable[ClockKind], referral_id: int | None
) -> list[Clock]:
    tx.session.flush()
    query = select(Clock).where(
        Clock.inquiry_id == inquiry.id, Clock.stopped_at.is_(None), Clock.kind.in_(list(kinds))
    )
    if referral_id is not None:
        query = query.where(Clock.referral_id == referral_id)
    return list(tx.session.scalars(query.order_by(Clock.id).with_for_update()))


def _stop(tx: Transaction, clock: Clock, at: datetime, outcome: Outcome) -> None:
    clock.stopped_at, clock.stop_recorded_at, clock.outcome = at, tx.now, outcome


def _note_attention(tx: Transaction, inquiry: Inquiry) -> None:
    """Lists sort by the earliest due moment, kept on the inquiry itself."""
    tx.session.flush()
    earliest = select(func.min(Clock.due_at)).where(
        Clock.inquiry_id == inquiry.id, Clock.stopped_at.is_(None)
    )
    inquiry.attention_at = tx.session.scalar(earliest)


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One clock as it is shown; how it stands follows from the moment at which one looks."""

    id: int
    kind: ClockKind
    inquiry_id: int
    referral_id: int | None
    started_at: datetime
    due_at: datetime
    stopped_at: datetime | None
    outcome: Outcome | None

    @property
    def is_running(self) -> bool:
        return self.stopped_at is None

    def is_overdue(self, now: datetime) -> bool:
        """Late, whether it still runs or was stopped too late."""
        return self.outcome is Outcome.BREACHED or (self.is_running and now > self.due_at)


def clocks_of(session: Session, inquiry_ids: Iterable[int]) -> dict[int, list[ClockRow]]:
    """The clocks of these inquiries, the earliest due first; one statement."""
    query = (
        select(
            Clock.id,
            Clock.kind,
            Clock.inquiry_id,
            Clock.referral_id,
            Clock.started_at,
            Clock.due_at,
            Clock.stopped_at,
            Clock.outcome,
        )
        .where(Clock.inquiry_id.in_(list(inquiry_ids)))
        .order_by(Clock.due_at, Clock.id)
    )
    found: dict[int, list[ClockRow]] = {}
    for row in session.execute(query):
        found.setdefault(row.inquiry_id, []).append(ClockRow(*row))
    return found


@dataclass(frozen=True, slots=True)
class ClockCounts:
    """Open inquiries by how their earliest clock stands; each is counted once."""

    breached: int
    urgent: int
    notice: int
    calm: int


def running_clocks(
    session: Session, now: datetime, urgent: timedelta, notice: timedelta
) -> ClockCounts:
    """How many open inquiries are late, end within `urgent`, within `notice`, or later."""
    until = (now, now + urgent, now + notice)
    edges = [_due_before(session, moment) for moment in until]
    every = session.scalar(_with_clock()) or 0
    return ClockCounts(edges[0], edges[1] - edges[0], edges[2] - edges[1], every - edges[2])


def _with_clock() -> Select[int]:
    return select(func.count(Inquiry.id)).where(
        Inquiry.attention_at.is_not(None), Inquiry.state.not_in(DONE)
    )


def _due_before(session: Session, moment: datetime) -> int:
    return session.scalar(_with_clock().where(Inquiry.attention_at < moment)) or 0


@dataclass(frozen=True, slots=True)
class ClockExplanation:
    """How a due moment was reckoned, so that an inspector can do it again.

    `policy_from` and `policy_set_by` are None while the default limit holds. `start_recorded_at`
    differs from `started_at` where the beginning was entered later.
    """

    kind: ClockKind
    reference: str
    agency: str | None  # of the referral
    owed_by: str | None  # an agency; None: our own office
    means: str | None
    limit: timedelta
    policy_from: datetime | None
    policy_set_by: str | None
    started_at: datetime
    start_recorded_at: datetime
    started_by: str | None
    due_at: datetime
    stopped_at: datetime | None
    stop_recorded_at: datetime | None
    outcome: Outcome | None


def explanation(session: Session, clock_id: int) -> ClockExplanation:
    """ "Bagaimana tenggat ini dihitung?" of one clock.

    Raises:
        NotFound: there is no such clock.
    """
    setter, starter, owing = aliased(Person), aliased(Person), aliased(Agency)
    row = session.execute(
        select(Clock, Inquiry, Referral, Agency, owing, Policy, setter, starter)
        .join(Inquiry, Inquiry.id == Clock.inquiry_id)
        .outerjoin(Referral, Referral.id == Clock.referral_id)
        .outerjoin(Agency, Agency.id == Referral.agency_id)
        .outerjoin(owing, owing.id == Clock.owing_agency_id)
        .outerjoin(Policy, Policy.id == Clock.policy_id)
        .outerjoin(setter, setter.id == Policy.set_by_id)
        .outerjoin(starter, starter.id == Referral.contacted_by_id)
        .where(Clock.id == clock_id)
    ).first()
    if row is None:
        raise NotFound("clock", clock_id)
    clock, inquiry, referral, agency, owing_agency, policy, set_by, started_by = row
    return ClockExplanation(
        clock.kind,
        inquiry.reference,
        agency.name if agency else None,
        owing_agency.name if owing_agency and not owing_agency.is_own else None,
        referral.means if referral else None,
        timedelta(seconds=clock.limit_seconds),
        policy.valid_from if policy else None,
        _addressed(set_by),
        clock.started_at,
        referral.contacted_recorded_at if referral else inquiry.recorded_at,
        _addressed(started_by),
        clock.due_at,
        clock.stopped_at,
        clock.stop_recorded_at,
        clock.outcome,
    )


def _addressed(person: Person | None) -> str | None:
    return addressed(person.address_term, person.call_name, person.name) if person else None
