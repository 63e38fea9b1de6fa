"""The lists of inquiries: a page of one tab, and how many each tab holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.models.agency import Agency
from app.models.answer import Answer, InterimState
from app.models.clock import Clock, ClockKind
from app.models.comment import Citizen, Comment, Tone
from app.models.inquiry import DONE, Inquiry, InquiryKind, InquiryOrigin, InquiryState
from app.models.person import Person, PersonRole
from app.models.referral import RUNNING, Direction, Referral
from app.models.roles import AUTHORS, DECIDERS, Role
from app.models.search_text import search_text
from app.services.clocks import ClockRow, clocks_of
from app.services.people import addressed


class Tab(StrEnum):
    """How the desk divides its inquiries."""

    OPEN = "open"
    MINE = "mine"  # needs an act of whoever asks
    REFERRED = "referred"
    AWAITING = "awaiting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Asker:
    """Who looks at the list, and when: what needs *his* act now depends on it."""

    person_id: int | None
    roles: frozenset[Role]
    now: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which inquiries a list shows; None and "" let all pass."""

    tab: Tab = Tab.OPEN
    account_id: int | None = None
    kind: InquiryKind | None = None
    tone: Tone | None = None
    words: str = ""


class Rank(IntEnum):
    """What stands above what among the open ones."""

    CLOCK = 0  # a clock runs
    ACT = 1  # none runs, but somebody has to act
    HISTORY = 2  # imported, and nobody has touched it


@dataclass(frozen=True, slots=True)
class PageKey:
    """Where a page begins: after the row with this place in the order."""

    rank: Rank
    moment: datetime
    id: int


@dataclass(frozen=True, slots=True)
class InquiryRow:
    """One inquiry as lists show it.

    `holders` are the agencies that are asked, `handler` whoever deals with it, `decider` the
    official if there is only one. `clocks` are all of its clocks, the earliest due first.
    """

    id: int
    version: int
    reference: str
    state: InquiryState
    kind: InquiryKind
    topic: str | None
    origin: InquiryOrigin
    platform: str | None
    received_at: datetime
    attention_at: datetime | None
    text: str
    tone: Tone | None
    handle: str | None
    name: str | None
    asking_agency: str | None
    handler: str | None
    holders: tuple[str, ...]
    decider: str | None
    has_interim_waiting: bool
    clocks: tuple[ClockRow, ...]

    @property
    def place(self) -> PageKey:
        """Where it stands in the order of its list."""
        if self.attention_at is not None and self.state not in DONE:
            return PageKey(Rank.CLOCK, self.attention_at, self.id)
        is_history = self.origin is InquiryOrigin.IMPORTED and self.state is InquiryState.RECEIVED
        return PageKey(Rank.HISTORY if is_history else Rank.ACT, self.received_at, self.id)


def page(
    session: Session,
    wanted: Wanted,
    asker: Asker,
    after: PageKey | None = None,
    size: int = 100,
) -> list[InquiryRow]:
    """A page of one tab, from `after` on, in four statements whatever its length.

    Open ones: the earliest due clock first, then those without one, the oldest first, imported
    history that nobody has touched below them. Done ones: the newest first.
    """
    asking = aliased(Agency)
    query: Select[*tuple[Any, ...]] = (
        select(
            Inquiry.id,
            Inquiry.version,
            Inquiry.reference,
            Inquiry.state,
            Inquiry.kind,
            Inquiry.topic,
            Inquiry.origin,
            Inquiry.platform,
            Inquiry.received_at,
            Inquiry.attention_at,
            func.coalesce(Comment.text, ""),
            Comment.tone,
            Citizen.handle,
            Citizen.name,
            asking.short_name,
            Person.address_term,
            Person.call_name,
            Person.name,
        )
        .outerjoin(Comment, and_(Comment.inquiry_id == Inquiry.id, Comment.is_opening))
        .outerjoin(Citizen, Citizen.id == Comment.citizen_id)
        .outerjoin(asking, asking.id == Inquiry.asking_agency_id)
        .outerjoin(Person, Person.id == Inquiry.handler_id)
        .where(*_conditions(wanted, asker))
    )
    found = session.execute(_ordered(query, wanted.tab, after).limit(size)).all()
    keys = [row[0] for row in found]
    clocks, agencies = clocks_of(session, keys), _asked(session, keys)
    interim = _interim(session, keys)
    decider = _only_decider(session)
    return [
        InquiryRow(
            *(
                *tuple(row)[:15],
                addressed(row[15], row[16], row[17]) if row[17] else None,
                tuple(agencies.get(row[0], ())),
                decider,
                row[0] in interim,
                tuple(clocks.get(row[0], ())),
            )
        )
        for row in found
    ]


_IS_UNTOUCHED = and_(
    Inquiry.origin == InquiryOrigin.IMPORTED, Inquiry.state == InquiryState.RECEIVED
)


def _ordered(
    query: Select[*tuple[Any, ...]], tab: Tab, after: PageKey | None
) -> Select[*tuple[Any, ...]]:
    if tab is Tab.DONE:
        if after is not None:
            query = query.where(
                or_(
                    Inquiry.received_at < after.moment,
                    and_(Inquiry.received_at == after.moment, Inquiry.id < after.id),
                )
            )
        return query.order_by(Inquiry.received_at.desc(), Inquiry.id.desc())
    if after is not None:
        query = query.where(_after(after))
    return query.order_by(
        _rank(),
        func.coalesce(Inquiry.attention_at, Inquiry.received_at),
        Inquiry.id,
    )


def _after(key: PageKey) -> ColumnElement[bool]:
    column = Inquiry.attention_at if key.rank is Rank.CLOCK else Inquiry.received_at
    later = or_(column > key.moment, and_(column == key.moment, Inquiry.id > key.id))
    return or_(_rank() > key.rank, and_(_rank() == key.rank, later))


def _rank() -> ColumnElement[int]:
    return case(
        (Inquiry.attention_at.is_not(None), Rank.CLOCK.value),
        (_IS_UNTOUCHED, Rank.HISTORY.value),
        else_=Rank.ACT.value,
    )


def _conditions(wanted: Wanted, asker: Asker) -> list[ColumnElement[bool]]:
    conditions = [_tab_condition(wanted.tab, asker)]
    if wanted.account_id is not None:
        conditions.append(Inquiry.account_id == wanted.account_id)
    if wanted.kind is not None:
        conditions.append(Inquiry.kind == wanted.kind)
    if wanted.tone is not None:
        conditions.append(_has_tone(wanted.tone))
    for word in search_text(wanted.words).split():
        conditions.append(Inquiry.search_text.contains(word))
    return conditions


def _has_tone(tone: Tone) -> ColumnElement[bool]:
    opening = aliased(Comment)  # the list itself joins it by its own name
    marked = select(opening.id).where(
        opening.inquiry_id == Inquiry.id, opening.is_opening, opening.tone == tone
    )
    return marked.exists()


def _tab_condition(tab: Tab, asker: Asker) -> ColumnElement[bool]:
    match tab:
        case Tab.MINE:
            return _needs_act(asker)
        case Tab.REFERRED:
            return Inquiry.state == InquiryState.REFERRED
        case Tab.AWAITING:
            return or_(Inquiry.state == InquiryState.AWAITING_APPROVAL, _interim_in(_WAITING))
        case Tab.DONE:
            return Inquiry.state.in_(DONE)
        case _:
            return Inquiry.state.not_in(DONE)


_WAITING = (InterimState.AWAITING_APPROVAL,)
_FOR_ADMIN = (
    InquiryState.RECEIVED,
    InquiryState.AGENCY_ANSWERED,
    InquiryState.DRAFTED,
    InquiryState.APPROVED,
)
_FOR_AUTHORS = (InquiryState.RECEIVED, InquiryState.AGENCY_ANSWERED)


def _needs_act(asker: Asker) -> ColumnElement[bool]:
    """What the flow lets this person do next, unless somebody else deals with it already.

    A referred inquiry needs the admin once no agency can answer in time any more. Imported history
    that nobody has touched rings no bell: it stands among the open ones.
    """
    ways: list[ColumnElement[bool]] = []
    nobody_else = or_(Inquiry.handler_id.is_(None), Inquiry.handler_id == asker.person_id)
    if Role.ADMIN in asker.roles:
        ways.append(and_(Inquiry.state.in_(_FOR_ADMIN), nobody_else))
        ways.append(and_(Inquiry.state == InquiryState.REFERRED, nobody_else, ~_is_awaited(asker)))
        ways.append(
            and_(Inquiry.state.not_in(DONE), nobody_else, _interim_in((InterimState.APPROVED,)))
        )
    elif asker.roles & AUTHORS:
        ways.append(and_(Inquiry.state.in_(_FOR_AUTHORS), nobody_else))
    if asker.roles & DECIDERS:
        ways.append(Inquiry.state == InquiryState.AWAITING_APPROVAL)
        ways.append(_interim_in(_WAITING))
    return and_(or_(*ways), ~_IS_UNTOUCHED) if ways else false()


def _is_awaited(asker: Asker) -> ColumnElement[bool]:
    in_time = select(Clock.id).where(
        Clock.inquiry_id == Inquiry.id,
        Clock.kind.in_((ClockKind.AGENCY_ANSWER, ClockKind.AGENCY_REQUEST)),
        Clock.stopped_at.is_(None),
        Clock.due_at >= asker.now,
    )
    return in_time.exists()


def _interim_in(states: Iterable[InterimState]) -> ColumnElement[bool]:
    interim = select(Answer.id).where(
        Answer.inquiry_id == Inquiry.id, Answer.interim_state.in_(list(states))
    )
    return interim.exists()


def _asked(session: Session, inquiry_ids: list[int]) -> dict[int, list[str]]:
    """The agencies that these inquiries wait for."""
    query = (
        select(Referral.inquiry_id, Agency.short_name)
        .join(Agency, Agency.id == Referral.agency_id)
        .where(
            Referral.inquiry_id.in_(inquiry_ids),
            Referral.direction == Direction.OUT,
            Referral.state.in_(RUNNING),
        )
        .order_by(Referral.contacted_at, Referral.id)
    )
    found: dict[int, list[str]] = {}
    for inquiry_id, name in session.execute(query):
        found.setdefault(inquiry_id, []).append(name)
    return found


def _interim(session: Session, inquiry_ids: list[int]) -> set[int]:
    """Those of which an interim reply waits for approval."""
    return set(
        session.scalars(
            select(Answer.inquiry_id).where(
                Answer.inquiry_id.in_(inquiry_ids), Answer.interim_state.in_(_WAITING)
            )
        )
    )


def _only_decider(session: Session) -> str | None:
    """The official, where the office has just one."""
    query = (
        select(Person.address_term, Person.call_name, Person.name)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(PersonRole.role == Role.OFFICIAL, Person.is_active)
        .limit(2)
    )
    found = session.execute(query).all()
    return addressed(*found[0]) if len(found) == 1 else None


def tab_counts(session: Session, asker: Asker) -> dict[Tab, int]:
    """How many inquiries each tab but the done ones holds, in one statement."""
    tabs = [tab for tab in Tab if tab is not Tab.DONE]
    columns = [
        func.count(Inquiry.id).filter(_tab_condition(tab, asker)).label(tab.value) for tab in tabs
    ]
    row = session.execute(select(*columns).where(Inquiry.state.not_in(DONE))).one()
    return dict(zip(tabs, row, strict=True))


def count_of(session: Session, wanted: Wanted, asker: Asker) -> int:
    """How many inquiries a list holds in all."""
    query = select(func.count(Inquiry.id)).where(*_conditions(wanted, asker))
    return session.scalar(query) or 0
