"""How much waits at each place: the counters of the rail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.agency import Agency
from app.models.roles import Role
from app.services.clocks import running_clocks
from app.services.home.needs import NeedKind, inquiries_waiting, needs
from app.services.obligations import GapKind, gaps
from app.services.transaction import Actor

# What is lacking of the office itself; the rest shows at its own place.
OF_THE_OFFICE = frozenset(
    {
        GapKind.ADMIN_NOT_CIVIL_SERVANT,
        GapKind.ACCOUNT_WITHOUT_SEGMENT,
        GapKind.NO_OFFICIAL,
        GapKind.ACCOUNT_NOT_DESIGNATED,
        GapKind.NO_ASSIGNMENT,
        GapKind.DUTY_NOT_GIVEN,
    }
)
_PLACES = {
    NeedKind.OVERDUE: "inquiries",
    NeedKind.INQUIRY: "inquiries",
    NeedKind.REMIND: "inquiries",
    NeedKind.DECIDE: "approvals",
    NeedKind.MISSED: "calendar",
    NeedKind.PUBLISH: "calendar",
    NeedKind.LINK: "calendar",
    NeedKind.RELEASE: "calendar",
    NeedKind.UNDO: "calendar",
    NeedKind.RETURNED: "calendar",
    NeedKind.FINISH: "calendar",
}
_KEEPERS = frozenset({Role.ADMIN, Role.HEAD})


@dataclass(frozen=True, slots=True)
class Waiting:
    """The agency's name, what waits for the person by place, and where a clock is breached."""

    agency: str
    counts: Mapping[str, int]
    alarming: frozenset[str]


def waiting(session: Session, actor: Actor, now: datetime) -> Waiting:
    """The counters of the rail for this person."""
    counts = dict.fromkeys(("calendar", "approvals", "inquiries", "office"), 0)
    found = needs(session, actor, now)
    for need in found:
        counts[_PLACES[need.kind]] += 1
    # The list of needs stops at the most urgent; the rail counts all of the desk.
    reminders = sum(1 for need in found if need.kind is NeedKind.REMIND)
    counts["inquiries"] = inquiries_waiting(session, actor, now) + reminders
    if actor.is_any(_KEEPERS):
        lacking = [gap for gap in gaps(session, now) if gap.kind in OF_THE_OFFICE]
        counts["office"] = len(lacking)
    breached = running_clocks(session, now, timedelta(0), timedelta(0)).breached
    alarming = frozenset({"inquiries"}) if breached and counts["inquiries"] else frozenset()
    agency = session.scalar(select(Agency.name).where(Agency.is_own.is_(True))) or ""
    return Waiting(agency, counts, alarming)
