"""How what the regulation still lacks reads, and where it leads.

A module of its own, imported after the first view: the words bring the report desk along.
"""

from app.findings import gap_text
from app.services.obligations import Gap, GapKind
from app.ui.home.lines import LineLook

_PLACES = {
    GapKind.CONTENT_WITHOUT_CATEGORY: "calendar",
    GapKind.CONTENT_WITHOUT_SOURCE: "calendar",
    GapKind.AGENCY_ANSWER_OVERDUE: "inquiries",
    GapKind.OUR_ANSWER_OVERDUE: "inquiries",
    GapKind.DECISION_NOT_CONFIRMED: "approvals",
    GapKind.REPORT_NOT_SUBMITTED: "reports",
}

_TABS = {
    GapKind.ADMIN_NOT_CIVIL_SERVANT: "people",
    GapKind.NO_OFFICIAL: "people",
    GapKind.ACCOUNT_WITHOUT_SEGMENT: "accounts",
    GapKind.ACCOUNT_NOT_DESIGNATED: "accounts",
    GapKind.NO_ASSIGNMENT: "summary",
    GapKind.DUTY_NOT_GIVEN: "summary",
}


def place_of_gap(gap: Gap) -> str:
    """The place where what is lacking can be filled in."""
    return _PLACES.get(gap.kind, "office")


def target_of_gap(gap: Gap) -> str | None:
    """What that place shows: a tab of Kantor, the list of what is counted, or the first of it."""
    if gap.kind is GapKind.CONTENT_WITHOUT_CATEGORY:
        return gap.kind
    if gap.kind is GapKind.CONTENT_WITHOUT_SOURCE:
        return gap.names[0] if gap.names else None
    return _TABS.get(gap.kind)


def gap_line(gap: Gap) -> LineLook:
    return LineLook(gap_text(gap), gap.article, "triangle-alert", "waiting", tile=False, wraps=True)
