"""Everything that the place Kantor shows, in one consistent answer."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.language import wib
from app.models.person import REQUIRED_DUTIES, Duty
from app.models.policy import PolicyKey, PolicyValue
from app.services.accounts import AccountRow, accounts
from app.services.agencies import AgencyRow, own_agency
from app.services.assignments import AssignmentRow, assignments
from app.services.obligations import Gap, duties_given, gaps
from app.services.people import PersonRow, people
from app.services.policies import policies_at


@dataclass(frozen=True, slots=True)
class Overview:
    """The office as its admin keeps it."""

    agency: AgencyRow
    people: tuple[PersonRow, ...]
    accounts: tuple[AccountRow, ...]
    assignments: tuple[AssignmentRow, ...]
    duties: dict[Duty, tuple[str, ...]]
    gaps: tuple[Gap, ...]
    policies: dict[PolicyKey, PolicyValue]
    today: date

    @property
    def order(self) -> AssignmentRow | None:
        """The newest Surat Perintah that counts: one in force, else one that is only drawn up."""
        living = [row for row in self.assignments if not row.is_void]
        in_force = [row for row in living if row.is_in_force(self.today)]
        return next(iter((*in_force, *living)), None)

    @property
    def missing_duties(self) -> tuple[Duty, ...]:
        """The duties of Pasal 6(4) that nobody holds today."""
        return tuple(duty for duty in REQUIRED_DUTIES if not self.duties[duty])


def overview(session: Session, now: datetime) -> Overview:
    """The office at this moment."""
    today = wib(now).date()
    return Overview(
        own_agency(session),
        tuple(people(session)),
        tuple(accounts(session)),
        tuple(assignments(session)),
        duties_given(session, today),
        tuple(gaps(session, now)),
        policies_at(session, now),
        today,
    )
