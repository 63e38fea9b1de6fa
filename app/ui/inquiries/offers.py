"""Which acts the desk offers for an inquiry as it stands, and to whom: from the flow tables."""

from dataclasses import dataclass
from enum import StrEnum

from app.language import _
from app.models.answer import INTERIM_FLOW, InterimAct, InterimState
from app.models.flow import find_step, open_acts
from app.models.inquiry import FLOW, InquiryAct, InquiryState
from app.models.roles import ADMIN_ONLY, AUTHORS, DECIDERS
from app.services.inquiries import AnswerRow, InquiryView
from app.services.transaction import Actor

_ANSWERABLE = frozenset(
    state
    for state in InquiryState
    if find_step(FLOW, state, InquiryAct.DRAFT) or state is InquiryState.DRAFTED
)
_ENDED = frozenset(
    {
        InquiryState.ANSWERED,
        InquiryState.CLOSED,
        InquiryState.DISMISSED,
        InquiryState.HANDED_OVER,
    }
)


class Offer(StrEnum):
    """What a button of the desk does; screens name their buttons after it."""

    SAVE = "save"
    REQUEST = "request"
    RECALL = "recall"
    DECIDE = "decide"
    EDIT_AGAIN = "edit_again"
    COPY = "copy"
    RECORD_ANSWER = "record_answer"
    CLOSE = "close"
    REOPEN = "reopen"
    WRITE_AGAIN = "write_again"
    REFER = "refer"
    DISMISS = "dismiss"
    HAND_OVER = "hand_over"
    SETTLE_REMINDER = "settle_reminder"
    INTERIM = "interim"
    INTERIM_RECALL = "interim_recall"
    INTERIM_SENT = "interim_sent"
    INTERIM_EDIT_AGAIN = "interim_edit_again"


@dataclass(frozen=True, slots=True)
class Offers:
    """The acts offered, whether the answer may be typed, and why not."""

    acts: frozenset[Offer]
    may_type: bool
    why_not: str

    def __contains__(self, offer: Offer) -> bool:
        return offer in self.acts


def offers(view: InquiryView, actor: Actor) -> Offers:
    """What this person may do now."""
    whole = view.whole
    mine = whole.answer is not None and actor.id in whole.answer.author_ids
    possible = open_acts(FLOW, whole.state, actor.roles, is_author=mine)
    acts = {offer for act, offer in _OF_FLOW.items() if act in possible}
    may_type = InquiryAct.DRAFT in possible or (
        whole.state is InquiryState.DRAFTED and actor.is_any(AUTHORS)
    )
    if may_type:
        acts.add(Offer.SAVE)
    if may_type and actor.is_any(ADMIN_ONLY):
        acts.add(Offer.REQUEST)
    if whole.state is InquiryState.AWAITING_APPROVAL and actor.is_any(DECIDERS) and not mine:
        acts.add(Offer.DECIDE)
    acts |= _reopening(whole.state, possible)
    if actor.is_any(ADMIN_ONLY) and whole.state not in _DEAD:
        acts.add(Offer.WRITE_AGAIN)
    if actor.is_any(ADMIN_ONLY) and whole.remind_on is not None:
        acts.add(Offer.SETTLE_REMINDER)
    acts |= _interim(whole.interim_reply, whole.state, actor)
    return Offers(frozenset(acts), may_type, _why_not(whole.state, actor, may_type=may_type))


_OF_FLOW = {
    InquiryAct.REFER: Offer.REFER,
    InquiryAct.DISMISS: Offer.DISMISS,
    InquiryAct.HAND_OVER: Offer.HAND_OVER,
    InquiryAct.RECALL: Offer.RECALL,
    InquiryAct.RECORD_ANSWER: Offer.RECORD_ANSWER,
    InquiryAct.CLOSE: Offer.CLOSE,
}
_DEAD = frozenset({InquiryState.DISMISSED, InquiryState.HANDED_OVER})


def _reopening(state: InquiryState, possible: frozenset[StrEnum]) -> set[Offer]:
    """One act of the flow, two meanings: edit what was approved, or open what had ended."""
    if InquiryAct.REOPEN not in possible:
        return set()
    if state is InquiryState.APPROVED:
        return {Offer.EDIT_AGAIN, Offer.COPY}
    return {Offer.REOPEN}


def _interim(reply: AnswerRow | None, state: InquiryState, actor: Actor) -> set[Offer]:
    if state in _ENDED:
        return set()
    if reply is None or reply.interim_state is None:
        return {Offer.INTERIM} if actor.is_any(AUTHORS) and state in _ANSWERABLE else set()
    mine = actor.id in reply.author_ids
    possible = open_acts(INTERIM_FLOW, reply.interim_state, actor.roles, is_author=mine)
    found = set()
    if reply.interim_state is InterimState.DRAFTED and actor.is_any(AUTHORS):
        found.add(Offer.INTERIM)
    if InterimAct.RECALL in possible:
        found.add(Offer.INTERIM_RECALL)
    if InterimAct.SEND_INTERIM_REPLY in possible:
        found |= {Offer.INTERIM_SENT, Offer.INTERIM_EDIT_AGAIN}
    return found


def _why_not(state: InquiryState, actor: Actor, *, may_type: bool) -> str:
    """Why the answer, or its way to the official, is not open to this person."""
    if state not in _ANSWERABLE:
        return ""
    if not actor.is_any(AUTHORS):
        return _("Admins, designers and the creative team write answers.")
    if not may_type:
        return _("While an agency is asked, an admin writes the answer.")
    if not actor.is_any(ADMIN_ONLY):
        return _("An admin asks for the approval.")
    return ""
