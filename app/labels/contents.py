"""Words of contents: their flow, categories and variants, decisions on them, what they explain."""

from collections.abc import Callable
from enum import StrEnum

from app.language import _, pgettext
from app.models.content import CATEGORY_LETTERS, Category, ContentAct, ContentState
from app.models.gate import Means, Verdict
from app.models.hoax import HoaxKind, HoaxVerdict
from app.models.pause import PauseScope
from app.models.ready_text import TemplateKind
from app.models.variant import VariantAct, VariantState


def _content_states() -> dict[StrEnum, str]:
    return {
        ContentState.COLLECTED: _("Collected"),
        ContentState.SUBMITTED: _("Submitted"),
        ContentState.RETURNED: _("Returned"),
        ContentState.EDITING: _("Editing"),
        ContentState.READY: pgettext("content", "Awaiting approval"),
        ContentState.APPROVED: _("Approved"),
        ContentState.CANCELLED: _("Cancelled"),
        ContentState.RECORDED: _("Recorded (imported)"),
    }


def _content_acts() -> dict[StrEnum, str]:
    return {
        ContentAct.SUBMIT: pgettext("act", "Submit"),
        ContentAct.SELECT: pgettext("act", "Select"),
        ContentAct.RETURN_TO_AUTHOR: pgettext("act", "Return"),
        ContentAct.SELECT_AND_APPROVE: pgettext("act", "Select and approve"),
        ContentAct.FINISH: pgettext("act", "Request approval"),
        ContentAct.APPROVE: pgettext("act", "Approve"),
        ContentAct.RECALL: pgettext("act", "Take back"),
        ContentAct.REOPEN: pgettext("act", "Edit again"),
        ContentAct.CANCEL: pgettext("act", "Cancel"),
    }


def _categories() -> dict[StrEnum, str]:
    return {
        Category.AGENCY_ACTIVITY: _("Agency activities"),
        Category.CURRENT_ISSUE: _("Current issues in West Java"),
        Category.DISASTER: _("Disaster information"),
        Category.REGIONAL_PROMOTION: _("Regional promotion for investment"),
        Category.CLARIFICATION: _("Clarification of issues and news"),
        Category.HOAX_EXPLANATION: _("Explanation of hoaxes"),
        Category.POLICY: _("Central and provincial policy"),
        Category.SINGLE_NARRATIVE: _("Single narrative"),
        Category.CULTURAL_HERITAGE: _("Handing down cultural values"),
        Category.OTHER: _("Other, named by the agency"),
    }


def category_label(category: Category | None, own: str | None = None) -> str:
    """`c. Disaster information`: with its letter of Pasal 7; the agency's own word for others."""
    if category is None:
        return _("Not categorised yet")
    if category is Category.OTHER:
        return own or _categories()[category]
    return f"{CATEGORY_LETTERS[category]}. {_categories()[category]}"


def _variant_states() -> dict[StrEnum, str]:
    return {
        VariantState.PLANNED: _("Planned"),
        VariantState.PUBLISHED: _("Published"),
        VariantState.UNKNOWN: _("Outcome unknown"),
        VariantState.WITHDRAWN: _("Withdrawn"),
        VariantState.SKIPPED: _("Skipped"),
    }


def _variant_acts() -> dict[StrEnum, str]:
    return {
        VariantAct.RECORD_PUBLISHED: pgettext("act", "Record the link"),
        VariantAct.RECORD_UNKNOWN: pgettext("act", "Outcome unknown"),
        VariantAct.SKIP: pgettext("act", "Skip"),
        VariantAct.WITHDRAW: pgettext("act", "Withdraw"),
    }


def _pause_scopes() -> dict[StrEnum, str]:
    return {
        PauseScope.ALL: _("Everything"),
        PauseScope.ALL_BUT_CATEGORY: _("Everything but one category"),
        PauseScope.CATEGORY: _("One category"),
        PauseScope.ACCOUNT: _("One account"),
    }


def _verdicts() -> dict[StrEnum, str]:
    return {
        Verdict.SELECTED: _("Selected"),
        Verdict.APPROVED: _("Approved"),
        Verdict.RETURNED: _("Returned"),
    }


def _means() -> dict[StrEnum, str]:
    return {
        Means.IN_PROGRAM: _("In the program"),
        Means.MESSAGE: _("By message"),
        Means.SPOKEN: _("Spoken"),
        Means.PAPER: _("On paper"),
    }


def _template_kinds() -> dict[StrEnum, str]:
    return {
        TemplateKind.CONDOLENCE: _("Condolence"),
        TemplateKind.DISRUPTION: _("Disruption of a service"),
        TemplateKind.EVENT: pgettext("template", "Event"),
        TemplateKind.HOAX_CLARIFICATION: _("Clarification of a hoax"),
        TemplateKind.SINGLE_NARRATIVE: pgettext("template", "Single narrative"),
        TemplateKind.OTHER: pgettext("template", "Other"),
    }


def _hoax_kinds() -> dict[StrEnum, str]:
    return {
        HoaxKind.SATIRE: _("Satire or parody"),
        HoaxKind.MISLEADING: _("Misleading content"),
        HoaxKind.IMPOSTER: _("Imposter content"),
        HoaxKind.FABRICATED: _("Fabricated content"),
        HoaxKind.FALSE_CONNECTION: _("False connection"),
        HoaxKind.FALSE_CONTEXT: _("False context"),
        HoaxKind.MANIPULATED: _("Manipulated content"),
    }


def _hoax_verdicts() -> dict[StrEnum, str]:
    return {
        HoaxVerdict.FALSE: pgettext("verdict of a check", "False"),
        HoaxVerdict.MISLEADING: pgettext("verdict of a check", "Misleading"),
        HoaxVerdict.UNPROVEN: pgettext("verdict of a check", "Not proven"),
        HoaxVerdict.TRUE: pgettext("verdict of a check", "True"),
    }


WORDS: dict[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    ContentState: _content_states,
    ContentAct: _content_acts,
    Category: _categories,
    VariantState: _variant_states,
    VariantAct: _variant_acts,
    PauseScope: _pause_scopes,
    Verdict: _verdicts,
    Means: _means,
    TemplateKind: _template_kinds,
    HoaxKind: _hoax_kinds,
    HoaxVerdict: _hoax_verdicts,
}
