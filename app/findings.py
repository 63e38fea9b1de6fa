"""What the regulation asks and an office lacks becomes sentences, for window and command line."""

from collections.abc import Callable

from app.labels import label
from app.language import _, ngettext
from app.models.person import Duty
from app.services.obligations import Gap, GapKind
from app.services.reports import Lack, LackKind

MOST_NAMES = 5  # more make a line that nobody reads


def gap_text(gap: Gap) -> str:
    """What is lacking, and whose; `gap.article` says where it is asked for."""
    return _GAPS[gap.kind](gap)


def lack_text(lack: Lack) -> str:
    """What a part of the annual report lacks."""
    return _LACKS[lack.kind](lack.count) % {"n": lack.count}


def names_text(names: tuple[str, ...]) -> str:
    """`a, b, c and 4 more`."""
    shown = ", ".join(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    if more <= 0:
        return shown
    return ngettext("%(names)s and %(n)d more", "%(names)s and %(n)d more", more) % {
        "names": shown,
        "n": more,
    }


def _facts(gap: Gap) -> dict[str, object]:
    return {"n": gap.count, "names": names_text(gap.names)}


def _duties(gap: Gap) -> str:
    duties = ", ".join(label(Duty(name)) for name in gap.names)
    return _("No assignment letter in force names anybody for: %(duties)s.") % {"duties": duties}


_GAPS: dict[GapKind, Callable[[Gap], str]] = {
    GapKind.ADMIN_NOT_CIVIL_SERVANT: lambda gap: (
        _("An admin has to be a civil servant: %(names)s.") % _facts(gap)
    ),
    GapKind.ACCOUNT_WITHOUT_SEGMENT: lambda gap: (
        ngettext(
            "%(n)d account has no audience segment: %(names)s.",
            "%(n)d accounts have no audience segment: %(names)s.",
            gap.count,
        )
        % _facts(gap)
    ),
    GapKind.ACCOUNT_WITHOUT_ADDRESS: lambda gap: (
        ngettext(
            "The address of %(n)d account is not filled in yet: %(names)s.",
            "The addresses of %(n)d accounts are not filled in yet: %(names)s.",
            gap.count,
        )
        % _facts(gap)
    ),
    GapKind.NO_OFFICIAL: lambda gap: _(
        "Nobody has the role of an official, so nothing can be decided."
    ),
    GapKind.ACCOUNT_NOT_DESIGNATED: lambda gap: (
        ngettext(
            "%(n)d account is not designated as official: %(names)s.",
            "%(n)d accounts are not designated as official: %(names)s.",
            gap.count,
        )
        % _facts(gap)
    ),
    GapKind.NO_ASSIGNMENT: lambda gap: _("No signed assignment letter is in force."),
    GapKind.DUTY_NOT_GIVEN: _duties,
    GapKind.CONTENT_WITHOUT_CATEGORY: lambda gap: (
        ngettext(
            "%(n)d content published this year has no category: %(names)s.",
            "%(n)d contents published this year have no category: %(names)s.",
            gap.count,
        )
        % _facts(gap)
    ),
    GapKind.CONTENT_WITHOUT_SOURCE: lambda gap: (
        ngettext(
            "%(n)d content names no source: %(names)s.",
            "%(n)d contents name no source: %(names)s.",
            gap.count,
        )
        % _facts(gap)
    ),
    GapKind.AGENCY_ANSWER_OVERDUE: lambda gap: (
        ngettext(
            "%(n)d agency has not answered within its 24 hours.",
            "%(n)d agencies have not answered within their 24 hours.",
            gap.count,
        )
        % _facts(gap)
    ),
    GapKind.OUR_ANSWER_OVERDUE: lambda gap: (
        ngettext(
            "We have not answered %(n)d incoming referral within the 24 hours.",
            "We have not answered %(n)d incoming referrals within the 24 hours.",
            gap.count,
        )
        % _facts(gap)
    ),
    GapKind.DECISION_NOT_CONFIRMED: lambda gap: (
        ngettext(
            "%(n)d decision recorded for an official is not confirmed yet.",
            "%(n)d decisions recorded for an official are not confirmed yet.",
            gap.count,
        )
        % _facts(gap)
    ),
    GapKind.REPORT_NOT_SUBMITTED: lambda gap: (
        _("The annual report has not been submitted: %(names)s.") % _facts(gap)
    ),
}

_LACKS: dict[LackKind, Callable[[int], str]] = {
    LackKind.NARRATIVE: lambda n: _("Its text is not written yet."),
    LackKind.ACCOUNTS: lambda n: _("No account is entered yet."),
    LackKind.DESIGNATIONS: lambda n: ngettext(
        "%(n)d account is not designated.", "%(n)d accounts are not designated.", n
    ),
    LackKind.ASSIGNMENT: lambda n: _("No signed assignment letter is entered yet."),
    LackKind.POSTS: lambda n: _("No post is recorded as published yet."),
    LackKind.CATEGORIES: lambda n: ngettext(
        "%(n)d content published this year has no category.",
        "%(n)d contents published this year have no category.",
        n,
    ),
    LackKind.COMMENTS: lambda n: _("No comment is recorded yet."),
    LackKind.TONES: lambda n: ngettext(
        "%(n)d comment has no tone yet.", "%(n)d comments have no tone yet.", n
    ),
    LackKind.SHARES: lambda n: _("The number of shares is unknown."),
    LackKind.VISITORS: lambda n: _("The number of visitors is unknown."),
    LackKind.PAGE_VIEWS: lambda n: _("The number of page views is unknown."),
    LackKind.EXTERNAL_OBSTACLES: lambda n: _("External obstacles are not written yet."),
    LackKind.INTERNAL_OBSTACLES: lambda n: _("Internal obstacles are not written yet."),
    LackKind.RECOMMENDATIONS: lambda n: _("Recommendations are not written yet."),
    LackKind.FOLLOW_UP_PLANS: lambda n: ngettext(
        "%(n)d recommendation has no follow-up plan.",
        "%(n)d recommendations have no follow-up plan.",
        n,
    ),
}
