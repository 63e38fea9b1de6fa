"""What needs this person's act now: one list over all desks, the most urgent first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, false, func, or_, select
from sqlalchemy.orm import Session

from app.language import WIB, wib
from app.models.comment import Comment
from app.models.content import Author, Content, ContentState
from app.models.gate import Decision, Revision, Verdict
from app.models.inquiry import Inquiry
from app.models.person import Person
from app.models.roles import ADMIN_ONLY, AUTHORS, DECIDERS, Role
from app.models.variant import Variant, VariantState
from app.services import publishing
from app.services.approvals import queue
from app.services.clocks import OF_REFERRALS, ClockRow
from app.services.inquiries.lists import Asker, InquiryRow, Tab, Wanted, page, tab_counts
from app.services.people import addressed
from app.services.publishing import Hold, Slot
from app.services.transaction import Actor

MOST_NEEDS = 50  # of each kind; more than a person settles in a day
_AHEAD = timedelta(days=7)  # how early an unfinished idea is called for


class NeedKind(StrEnum):
    """What has to be done."""

    OVERDUE = "overdue"  # an agency (or we) broke the 24 hours, and the citizen still waits
    DECIDE = "decide"
    MISSED = "missed"  # approved, its moment has passed, nobody says how it went
    PUBLISH = "publish"  # goes out today
    LINK = "link"  # was scheduled on the platform, its moment has passed: its link is asked for
    RELEASE = "release"  # its moment passed in a pause that has ended: move, skip or keep
    UNDO = "undo"  # scheduled on a platform that it must not go out on any more
    RETURNED = "returned"
    REMIND = "remind"  # handed over to PPID or SP4N-LAPOR!, its day to ask again has come
    FINISH = "finish"  # selected, its day is near or not yet chosen, still being edited
    INQUIRY = "inquiry"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to do. `at` is when it is or was due; `by` and `reason` are of who returned it.

    `day` is known alone where nobody has chosen an hour yet.
    """

    kind: NeedKind
    reference: str
    title: str
    at: datetime | None
    state: str = ""
    platforms: tuple[str, ...] = ()
    by: str = ""
    reason: str = ""
    holders: tuple[str, ...] = ()
    clock: ClockRow | None = None
    day: date | None = None
    place: str = ""  # where it is scheduled on the platform itself

    def urgency(self) -> tuple[bool, bool, float, str]:
        """Broken promises first, then by the moment; what has none comes last."""
        due = self.at
        if due is None and self.day is not None:
            due = datetime.combine(self.day, time.min, WIB)
        moment = due.timestamp() if due is not None else 0.0
        return (self.kind is not NeedKind.OVERDUE, due is None, moment, self.reference)


def needs(session: Session, actor: Actor, now: datetime) -> list[Need]:
    """Everything that waits for this person, the most urgent first."""
    found = [*_inquiries(session, actor, now)]
    if actor.is_any(DECIDERS):
        found += _decisions(session, actor)
    if actor.is_any(ADMIN_ONLY):
        found += _slots(session, now)
        found += _reminders(session, now)
    if actor.is_any(AUTHORS):
        found += _own_ideas(session, actor, now)
    return sorted(found, key=Need.urgency)


def _inquiries(session: Session, actor: Actor, now: datetime) -> Iterable[Need]:
    """What the inquiry desk wants of him; decisions are listed by the gate."""
    roles = actor.roles - DECIDERS
    if not roles & AUTHORS:
        return
    asker = Asker(actor.id, roles, now)
    for row in page(session, Wanted(tab=Tab.MINE), asker, size=MOST_NEEDS):
        yield _of_inquiry(row, now)


def inquiries_waiting(session: Session, actor: Actor, now: datetime) -> int:
    """How many inquiries the desk wants of him; the list shows the most urgent of them."""
    roles = actor.roles - DECIDERS
    if not roles & AUTHORS:
        return 0
    return tab_counts(session, Asker(actor.id, roles, now))[Tab.MINE]


def _of_inquiry(row: InquiryRow, now: datetime) -> Need:
    running = _telling_clock(row, now)
    late = running is not None and running.is_overdue(now)
    return Need(
        NeedKind.OVERDUE if late else NeedKind.INQUIRY,
        row.reference,
        row.text.strip().partition("\n")[0] or row.reference,
        running.due_at if running else None,
        row.state,
        (row.platform,) if row.platform else (),
        holders=row.holders,
        clock=running,
    )


def _telling_clock(row: InquiryRow, now: datetime) -> ClockRow | None:
    """The clock to show: what the regulation promised and was broken, else the earliest due."""
    running = [clock for clock in row.clocks if clock.is_running]
    broken = (clock for clock in running if clock.kind in OF_REFERRALS and clock.is_overdue(now))
    return next(broken, running[0] if running else None)


def _decisions(session: Session, actor: Actor) -> Iterable[Need]:
    for row in queue(session):
        if not row.is_own_of(actor.id):
            yield Need(
                NeedKind.DECIDE,
                row.reference,
                row.title.strip().partition("\n")[0],
                row.urgent_at,
                row.state,
                row.platforms,
                by=", ".join(row.authors),
            )


def _slots(session: Session, now: datetime) -> Iterable[Need]:
    """What was missed and what goes out today; what has to be cancelled on platforms."""
    for undo in publishing.to_undo(session, now)[:MOST_NEEDS]:
        yield Need(
            NeedKind.UNDO,
            undo.reference,
            undo.title,
            undo.set_for,
            undo.reason,
            (undo.platform,),
            place=undo.place,
        )
    due, held = publishing.due_and_held(session, now)
    to_decide = [slot for slot in held if slot.hold is Hold.TO_DECIDE]
    yield from _of_slots(NeedKind.RELEASE, to_decide)
    past = [slot for slot in due if slot.is_past(now)]
    yield from _of_slots(NeedKind.MISSED, [slot for slot in past if slot.schedule is None])
    yield from _of_slots(NeedKind.LINK, [slot for slot in past if slot.schedule is not None])
    yield from _of_slots(NeedKind.PUBLISH, [slot for slot in due if not slot.is_past(now)])


def _of_slots(kind: NeedKind, found: list[Slot]) -> Iterable[Need]:
    """One need for what one content does at one moment, on however many accounts."""
    together: dict[tuple[int, datetime], list[Slot]] = {}
    for slot in found:
        together.setdefault((slot.content_id, slot.planned_at), []).append(slot)
    for (_key, at), of_it in list(together.items())[:MOST_NEEDS]:
        first = of_it[0]
        states = {slot.state for slot in of_it}
        state = VariantState.UNKNOWN if VariantState.UNKNOWN in states else VariantState.PLANNED
        yield Need(
            kind,
            first.reference,
            first.title,
            at,
            state,
            tuple(dict.fromkeys(slot.platform for slot in of_it)),
            place=first.schedule.place if first.schedule else "",
        )


def _reminders(session: Session, now: datetime) -> Iterable[Need]:
    """Matters handed over whose day to ask again has come."""
    due = (
        select(Inquiry.reference, Inquiry.handed_over_to, Comment.text)
        .outerjoin(Comment, (Comment.inquiry_id == Inquiry.id) & Comment.is_opening)
        .where(Inquiry.remind_on <= wib(now).date())
        .order_by(Inquiry.remind_on, Inquiry.id)
        .limit(MOST_NEEDS)
    )
    for reference, to, text in session.execute(due):
        title = (text or "").strip().partition("\n")[0] or reference
        yield Need(NeedKind.REMIND, reference, title, None, "handed_over", holders=(to or "",))


def _own_ideas(session: Session, actor: Actor, now: datetime) -> Iterable[Need]:
    """What came back to him, and what he should finish: its day is near, or it has none yet."""
    rows = session.execute(
        select(
            Content.id,
            Content.reference,
            Content.title,
            Content.state,
            _planned(),
            Content.planned_on,
        )
        .where(_is_mine(actor), Content.state.in_((ContentState.RETURNED, ContentState.EDITING)))
        .order_by(Content.planned_at, Content.id)
        .limit(4 * MOST_NEEDS)
    ).all()
    returns = _returns(session, [row[0] for row in rows])
    soon = now + _AHEAD
    for key, reference, title, state, planned_at, planned_on in rows:
        day = planned_on if planned_at is None else None
        if key in returns:
            by, reason = returns[key]
            yield Need(NeedKind.RETURNED, reference, title, planned_at, state, by=by, reason=reason)
        elif state is ContentState.EDITING and _is_near(planned_at, day, soon):
            yield Need(NeedKind.FINISH, reference, title, planned_at, state, day=day)


def _is_near(planned_at: datetime | None, day: date | None, soon: datetime) -> bool:
    """What has no date at all is near too: nothing else would ever call for it."""
    if planned_at is not None:
        return planned_at < soon
    return day is None or day < wib(soon).date()


def _planned() -> ColumnElement[datetime | None]:
    """The idea's own moment, else that of its earliest variant."""
    earliest = (
        select(func.min(Variant.planned_at))
        .where(Variant.content_id == Content.id)
        .correlate(Content)
        .scalar_subquery()
    )
    return func.coalesce(earliest, Content.planned_at)


def _is_mine(actor: Actor) -> ColumnElement[bool]:
    """An admin looks after all ideas, others after those that they wrote or edit."""
    if Role.ADMIN in actor.roles:
        return Content.id.is_not(None)
    if actor.id is None:
        return false()
    wrote = select(Author.id).where(Author.content_id == Content.id, Author.person_id == actor.id)
    return or_(wrote.exists(), Content.created_by_id == actor.id)


def _returns(session: Session, content_ids: list[int]) -> dict[int, tuple[str, str]]:
    """Who returned these last and why; only where the newest decision was a return."""
    newest = (
        select(Revision.content_id, func.max(Decision.id).label("decision_id"))
        .join(Decision, Decision.revision_id == Revision.id)
        .where(Revision.content_id.in_(content_ids))
        .group_by(Revision.content_id)
        .subquery()
    )
    rows = session.execute(
        select(
            newest.c.content_id,
            Person.address_term,
            Person.call_name,
            Person.name,
            Decision.reason,
        )
        .join(Decision, Decision.id == newest.c.decision_id)
        .join(Person, Person.id == Decision.decider_id)
        .where(Decision.verdict == Verdict.RETURNED)
    )
    return {key: (addressed(term, call, name), reason) for key, term, call, name, reason in rows}
