"""How what the regulation still lacks reads as a line, and where it can be mended.

Imported after the first view: the words bring the report desk along.
"""

from app.findings import gap_text
from app.services.obligations import Gap, GapKind
from app.ui.widgets.lines import LineLook

_PLACES = {
    GapKind.CONTENT_WITHOUT_CATEGORY: "calendar",
    GapKind.CONTENT_WITHOUT_SOURCE: "calendar",
    GapKind.AGENCY_ANSWER_OVERDUE: "inquiries",
    GapKind.OUR_ANSWER_OVERDUE: "inquiries",
    GapKind.DECISION_NOT_CONFIRMED: "approvals",
    GapKind.REPORT_NOT_SUBMITTED: "reports",
}


def place_of_gap(gap: Gap) -> str:
    """The place where what is lacking can be filled in."""
    return _PLACES.get(gap.kind, "office")


def target_of_gap(gap: Gap) -> str | None:
    """What that place shows: what is lacking, or the first content that lacks it."""
    if gap.kind is GapKind.CONTENT_WITHOUT_SOURCE:
        return gap.names[0] if gap.names else None
    if gap.kind is GapKind.CONTENT_WITHOUT_CATEGORY or place_of_gap(gap) == "office":
        return gap.kind
    return None


def gap_line(gap: Gap) -> LineLook:
    return LineLook(gap_text(gap), gap.article, "triangle-alert", "waiting", tile=False, wraps=True)
