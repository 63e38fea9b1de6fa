"""What the regulation asks of an office and the office still lacks, article by article."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.account import Account, AccountSegment
from app.models.clock import Clock, ClockKind
from app.models.content import Content, ContentState
from app.models.gate import Decision, Means
from app.models.person import (
    REQUIRED_DUTIES,
    Assignment,
    AssignmentMember,
    CivilServantKind,
    Duty,
    Person,
    PersonRole,
)
from app.models.report import AnnualReport
from app.models.roles import DECIDERS
from app.models.variant import Variant
from app.services.platform_names import is_named, platform_label


class GapKind(StrEnum):
    """What may be lacking."""

    ADMIN_NOT_CIVIL_SERVANT = "admin_not_civil_servant"
    ACCOUNT_WITHOUT_SEGMENT = "account_without_segment"
    ACCOUNT_WITHOUT_ADDRESS = "account_without_address"
    NO_OFFICIAL = "no_official"
    ACCOUNT_NOT_DESIGNATED = "account_not_designated"
    NO_ASSIGNMENT = "no_assignment"
    DUTY_NOT_GIVEN = "duty_not_given"
    CONTENT_WITHOUT_CATEGORY = "content_without_category"
    CONTENT_WITHOUT_SOURCE = "content_without_source"
    AGENCY_ANSWER_OVERDUE = "agency_answer_overdue"
    OUR_ANSWER_OVERDUE = "our_answer_overdue"
    DECISION_NOT_CONFIRMED = "decision_not_confirmed"
    REPORT_NOT_SUBMITTED = "report_not_submitted"


# Where it is asked for, as it is cited.
ARTICLES: dict[GapKind, str] = {
    GapKind.ADMIN_NOT_CIVIL_SERVANT: "Pasal 1 angka 6",
    GapKind.ACCOUNT_WITHOUT_SEGMENT: "Pasal 5 huruf a",
    GapKind.ACCOUNT_WITHOUT_ADDRESS: "Pasal 5 huruf c",
    GapKind.NO_OFFICIAL: "Pasal 5 huruf d",
    GapKind.ACCOUNT_NOT_DESIGNATED: "Pasal 6 ayat (1)",
    GapKind.NO_ASSIGNMENT: "Pasal 6 ayat (2)",
    GapKind.DUTY_NOT_GIVEN: "Pasal 6 ayat (4)",
    GapKind.CONTENT_WITHOUT_CATEGORY: "Pasal 7",
    GapKind.CONTENT_WITHOUT_SOURCE: "Pasal 9 huruf f",
    GapKind.AGENCY_ANSWER_OVERDUE: "Lampiran huruf C angka 4",
    GapKind.OUR_ANSWER_OVERDUE: "Lampiran huruf C angka 4",
    GapKind.DECISION_NOT_CONFIRMED: "Lampiran huruf D angka 2",
    GapKind.REPORT_NOT_SUBMITTED: "Pasal 12 ayat (2)",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is lacking: how often, and of whom or what; `names` may be empty."""

    kind: GapKind
    count: int
    names: tuple[str, ...] = ()

    @property
    def article(self) -> str:
        return ARTICLES[self.kind]


def gaps(session: Session, now: datetime) -> list[Gap]:
    """What is lacking at this moment, in the order of the regulation; empty if nothing is."""
    found = [finder(session, now) for finder in _FINDERS]
    order = list(GapKind)
    return sorted((gap for gap in found if gap.count), key=lambda gap: order.index(gap.kind))


def duties_given(session: Session, day: date) -> dict[Duty, tuple[str, ...]]:
    """Who holds which duty on that day by a signed Surat Perintah that is in force."""
    holders: dict[Duty, list[str]] = {duty: [] for duty in Duty}
    found = (
        select(AssignmentMember.duty, Person.name)
        .join(Assignment, Assignment.id == AssignmentMember.assignment_id)
        .join(Person, Person.id == AssignmentMember.person_id)
        .where(*_in_force(day))
        .where(func.coalesce(AssignmentMember.from_on, day) <= day)
        .where(func.coalesce(AssignmentMember.until_on, day) >= day)
        .order_by(AssignmentMember.position, Person.name)
    )
    for duty, name in session.execute(found):
        holders[duty].append(name)
    return {duty: tuple(dict.fromkeys(names)) for duty, names in holders.items()}


def _in_force(day: date) -> tuple[ColumnElement[bool], ...]:
    return (
        Assignment.voided_at.is_(None),
        Assignment.signed_on.is_not(None),
        func.coalesce(Assignment.from_on, Assignment.signed_on) <= day,
        func.coalesce(Assignment.until_on, day) >= day,
    )


def _named(kind: GapKind, names: list[str]) -> Gap:
    return Gap(kind, len(names), tuple(names))


def _admin_not_civil_servant(session: Session, now: datetime) -> Gap:
    """A Pengelola is a civil servant; others of the team need not be."""
    admins = duties_given(session, wib(now).date())[Duty.ADMIN]
    found = select(Person.name).where(
        Person.name.in_(admins), Person.civil_servant_kind == CivilServantKind.NONE
    )
    return _named(GapKind.ADMIN_NOT_CIVIL_SERVANT, list(session.scalars(found)))


def _no_official(session: Session, now: datetime) -> Gap:
    deciders = (
        select(func.count())
        .select_from(PersonRole)
        .join(Person, Person.id == PersonRole.person_id)
        .where(Person.is_active, PersonRole.role.in_(DECIDERS))
    )
    return Gap(GapKind.NO_OFFICIAL, 0 if session.scalar(deciders) else 1)


def _open_accounts(session: Session, *conditions: ColumnElement[bool]) -> list[str]:
    found = select(Account.platform, Account.handle).where(Account.closed_on.is_(None))
    found = found.where(*conditions).order_by(Account.id)
    return [_account_name(platform, handle) for platform, handle in session.execute(found)]


def _account_name(platform: str, handle: str) -> str:
    label = platform_label(platform)
    return f"{label} {handle}" if is_named(platform, handle) else label


def _account_not_designated(session: Session, now: datetime) -> Gap:
    missing = (func.coalesce(Account.designation_number, "") == "") | Account.designation_on.is_(
        None
    )
    return _named(GapKind.ACCOUNT_NOT_DESIGNATED, _open_accounts(session, missing))


def _account_without_segment(session: Session, now: datetime) -> Gap:
    missing = Account.id.not_in(select(AccountSegment.account_id))
    return _named(GapKind.ACCOUNT_WITHOUT_SEGMENT, _open_accounts(session, missing))


def _account_without_address(session: Session, now: datetime) -> Gap:
    """Stand-ins that an import made: posts are known, the account they were on is not."""
    return _named(
        GapKind.ACCOUNT_WITHOUT_ADDRESS,
        _open_accounts(session, Account.handle == Account.platform),
    )


def _no_assignment(session: Session, now: datetime) -> Gap:
    found = select(func.count()).select_from(Assignment).where(*_in_force(wib(now).date()))
    return Gap(GapKind.NO_ASSIGNMENT, 0 if session.scalar(found) else 1)


def _duty_not_given(session: Session, now: datetime) -> Gap:
    given = duties_given(session, wib(now).date())
    return _named(
        GapKind.DUTY_NOT_GIVEN, [duty.value for duty in REQUIRED_DUTIES if not given[duty]]
    )


def uncategorised(year: int) -> Select[int]:
    """Keys of what the public saw in a year and nobody has categorised (Pasal 7).

    The annual report counts the same.
    """
    from app.services.reports.messages import was_published  # the report desk; Beranda is before it

    posts = select(Variant.content_id).where(was_published(year))
    return select(Content.id).where(Content.category.is_(None), Content.id.in_(posts))


def _content_without_category(session: Session, now: datetime) -> Gap:
    keys = uncategorised(wib(now).year)
    found = select(Content.reference).where(Content.id.in_(keys)).order_by(Content.id)
    return _named(GapKind.CONTENT_WITHOUT_CATEGORY, list(session.scalars(found)))


def _content_without_source(session: Session, now: datetime) -> Gap:
    """History that was imported is left out: nobody noted the source then."""
    found = (
        select(Content.reference)
        .where(
            Content.state.in_((ContentState.READY, ContentState.APPROVED)),
            func.coalesce(Content.source, "") == "",
        )
        .order_by(Content.id)
    )
    return _named(GapKind.CONTENT_WITHOUT_SOURCE, list(session.scalars(found)))


def _overdue(session: Session, now: datetime, kind: ClockKind) -> int:
    found = select(func.count()).where(
        Clock.kind == kind, Clock.stopped_at.is_(None), Clock.due_at < now
    )
    return session.scalar(found) or 0


def _agency_answer_overdue(session: Session, now: datetime) -> Gap:
    return Gap(GapKind.AGENCY_ANSWER_OVERDUE, _overdue(session, now, ClockKind.AGENCY_ANSWER))


def _our_answer_overdue(session: Session, now: datetime) -> Gap:
    return Gap(GapKind.OUR_ANSWER_OVERDUE, _overdue(session, now, ClockKind.OUR_ANSWER))


def _decision_not_confirmed(session: Session, now: datetime) -> Gap:
    found = select(func.count()).where(
        Decision.means != Means.IN_PROGRAM,
        Decision.confirmed_at.is_(None),
        Decision.voided_at.is_(None),
    )
    return Gap(GapKind.DECISION_NOT_CONFIRMED, session.scalar(found) or 0)


def _report_not_submitted(session: Session, now: datetime) -> Gap:
    """Of years that are over and of which a report was begun; the regulation names no day."""
    found = (
        select(AnnualReport.year)
        .where(AnnualReport.year < wib(now).year, AnnualReport.submitted_on.is_(None))
        .order_by(AnnualReport.year)
    )
    return _named(GapKind.REPORT_NOT_SUBMITTED, [str(year) for year in session.scalars(found)])


_FINDERS: tuple[Callable[[Session, datetime], Gap], ...] = (
    _admin_not_civil_servant,
    _no_official,
    _account_not_designated,
    _account_without_segment,
    _account_without_address,
    _no_assignment,
    _duty_not_given,
    _content_without_category,
    _content_without_source,
    _agency_answer_overdue,
    _our_answer_overdue,
    _decision_not_confirmed,
    _report_not_submitted,
)
