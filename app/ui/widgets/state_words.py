"""The words of the states that chips show; the look's tokens hold the same in Indonesian."""

from collections.abc import Callable, Mapping

from app.language import pgettext

_WORDS: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "content": {
        "collected": lambda: pgettext("content state", "Collected"),
        "submitted": lambda: pgettext("content state", "Submitted"),
        "returned": lambda: pgettext("content state", "Returned"),
        "editing": lambda: pgettext("content state", "Editing"),
        "ready": lambda: pgettext("content state", "Ready"),
        "approved": lambda: pgettext("content state", "Approved"),
        "cancelled": lambda: pgettext("content state", "Cancelled"),
        "recorded": lambda: pgettext("content state", "Recorded"),
        "scheduled": lambda: pgettext("content state", "Scheduled"),
        "partly_published": lambda: pgettext("content state", "Partly published"),
        "published": lambda: pgettext("content state", "Published"),
    },
    "variant": {
        "planned": lambda: pgettext("variant state", "Planned"),
        "published": lambda: pgettext("variant state", "Published"),
        "held": lambda: pgettext("variant state", "Held"),
        "missed": lambda: pgettext("variant state", "Missed"),
        "unknown": lambda: pgettext("variant state", "Outcome unknown"),
        "withdrawn": lambda: pgettext("variant state", "Withdrawn"),
        "skipped": lambda: pgettext("variant state", "Skipped"),
    },
    "inquiry": {
        "received": lambda: pgettext("inquiry state", "Received"),
        "referred": lambda: pgettext("inquiry state", "Referred"),
        "agency_answered": lambda: pgettext("inquiry state", "Agency answered"),
        "drafted": lambda: pgettext("inquiry state", "Drafted"),
        "awaiting_approval": lambda: pgettext("inquiry state", "Awaiting approval"),
        "approved": lambda: pgettext("inquiry state", "Approved"),
        "answered": lambda: pgettext("inquiry state", "Answered"),
        "closed": lambda: pgettext("inquiry state", "Closed"),
        "dismissed": lambda: pgettext("inquiry state", "Dismissed"),
        "handed_over": lambda: pgettext("inquiry state", "Handed over"),
    },
    "referral": {
        "sent": lambda: pgettext("referral state", "Sent"),
        "acknowledged": lambda: pgettext("referral state", "Acknowledged"),
        "answered": lambda: pgettext("referral state", "Answered"),
        "not_competent": lambda: pgettext("referral state", "Not competent"),
        "recalled": lambda: pgettext("referral state", "Recalled"),
    },
    "clock": {
        "calm": lambda: pgettext("clock state", "Calm"),
        "notice": lambda: pgettext("clock state", "Notice"),
        "urgent": lambda: pgettext("clock state", "Urgent"),
        "breached": lambda: pgettext("clock state", "Overdue"),
        "stopped": lambda: pgettext("clock state", "Stopped"),
    },
    "rights": {
        "clear": lambda: pgettext("rights state", "Rights clear"),
        "ending": lambda: pgettext("rights state", "Ending soon"),
        "ended": lambda: pgettext("rights state", "Rights ended"),
        "unknown": lambda: pgettext("rights state", "Not filled in"),
    },
    "report": {
        "empty": lambda: pgettext("report state", "Empty"),
        "partial": lambda: pgettext("report state", "Incomplete"),
        "complete": lambda: pgettext("report state", "Complete"),
        "frozen": lambda: pgettext("report state", "Figures locked"),
        "signed": lambda: pgettext("report state", "Signed"),
        "delivered": lambda: pgettext("report state", "Delivered"),
    },
}


def state_word(group: str, state: str) -> str:
    """The word of a state in the language in force."""
    return _WORDS[group][state]()
