"""What the report's parts are called on the screen, and where they stand on paper."""

from app.language import _
from app.models.report import REQUIRED_PARTS, Part
from app.services.reports import PartRow, PartState, ReportYear
from app.ui.widgets.state_words import state_word

# The chapter in which a part is printed: a key of `write_annual_report`.
CHAPTERS = {
    Part.POLICY_OVERVIEW: "bab-2",
    Part.CONTENT_REVIEW: "bab-3",
    Part.COMMENTS: "bab-4",
    Part.SHARES: "bab-5",
    Part.TRAFFIC: "bab-6",
    Part.OBSTACLES: "bab-7",
    Part.RECOMMENDATIONS: "bab-8",
    Part.PREFACE: "awal-1",
    Part.INTRODUCTION: "bab-1",
    Part.CLOSING: "bab-9",
}


def part_title(part: Part) -> str:
    """`c. Comments and their tone`, in the words of the regulation."""
    words = {
        Part.POLICY_OVERVIEW: _("Policy overview"),
        Part.CONTENT_REVIEW: _("Review of content"),
        Part.COMMENTS: _("Comments and their tone"),
        Part.SHARES: _("Shares and messages sent"),
        Part.TRAFFIC: _("Conversations, visitors, pages, what went viral"),
        Part.OBSTACLES: _("External and internal obstacles"),
        Part.RECOMMENDATIONS: _("Recommendations, follow-up plan"),
        Part.PREFACE: _("Preface"),
        Part.INTRODUCTION: _("Introduction"),
        Part.CLOSING: _("Closing"),
    }[part]
    return f"{part.value}. {words}" if part in REQUIRED_PARTS else words


def part_note(row: PartRow, year: ReportYear) -> str:
    """How far the part is, in a few small words."""
    if row.part not in REQUIRED_PARTS:
        return _("written") if row.state is PartState.COMPLETE else _("in the program's own words")
    if row.part is Part.OBSTACLES and year.obstacles:
        external = sum(1 for obstacle in year.obstacles if obstacle.side == "external")
        internal = len(year.obstacles) - external
        counts = _("%(external)d external, %(internal)d internal")
        return counts % {"external": external, "internal": internal}
    return state_word("report", row.state.value).lower()


def text_hint(part: Part) -> str:
    """What belongs into the text of a part."""
    return {
        Part.POLICY_OVERVIEW: _(
            "How the office is organised, which rules and procedures it follows."
        ),
        Part.CONTENT_REVIEW: _("Which messages stood out, what worked and what did not."),
        Part.COMMENTS: _("What the public wrote about, how tones were decided and by whom."),
        Part.SHARES: _("What was shared most, and why."),
        Part.TRAFFIC: _("How conversations and reach developed, and what went viral."),
        Part.OBSTACLES: _("What the lists below do not say; may stay empty."),
        Part.RECOMMENDATIONS: _("What the list below does not say; may stay empty."),
        Part.PREFACE: _("Empty: the program writes a usual preface."),
        Part.INTRODUCTION: _("Added before the usual background; may stay empty."),
        Part.CLOSING: _("Empty: the program writes a usual closing."),
    }[part]
