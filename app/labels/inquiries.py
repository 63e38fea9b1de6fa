"""Words of inquiries: their flow, interim replies, referrals, clocks, the tone of comments."""

from collections.abc import Callable
from enum import StrEnum

from app.language import _, pgettext
from app.models.answer import InterimAct, InterimState
from app.models.clock import ClockKind, Outcome
from app.models.comment import Tone
from app.models.inquiry import InquiryAct, InquiryKind, InquiryOrigin, InquiryState
from app.models.referral import Direction, ReferralAct, ReferralState


def _inquiry_states() -> dict[StrEnum, str]:
    return {
        InquiryState.RECEIVED: _("Received"),
        InquiryState.REFERRED: _("Referred"),
        InquiryState.AGENCY_ANSWERED: _("Agency answered"),
        InquiryState.DRAFTED: _("Answer drafted"),
        InquiryState.AWAITING_APPROVAL: pgettext("content", "Awaiting approval"),
        InquiryState.APPROVED: _("Approved"),
        InquiryState.ANSWERED: _("Answered"),
        InquiryState.CLOSED: _("Closed"),
        InquiryState.DISMISSED: _("Dismissed"),
        InquiryState.HANDED_OVER: _("Handed over"),
    }


def _inquiry_acts() -> dict[StrEnum, str]:
    return {
        InquiryAct.DRAFT: pgettext("act", "Draft an answer"),
        InquiryAct.REFER: pgettext("act", "Refer…"),
        InquiryAct.RECORD_AGENCY_ANSWER: pgettext("act", "Record the agency's answer…"),
        InquiryAct.REQUEST_APPROVAL: pgettext("act", "Request approval"),
        InquiryAct.APPROVE: pgettext("act", "Approve"),
        InquiryAct.RETURN_TO_AUTHOR: pgettext("act", "Return"),
        InquiryAct.RECALL: pgettext("act", "Take back"),
        InquiryAct.REOPEN: pgettext("act", "Reopen"),
        InquiryAct.RECORD_ANSWER: pgettext("act", "Record the sent answer…"),
        InquiryAct.CLOSE: pgettext("act", "Close"),
        InquiryAct.HAND_OVER: pgettext("act", "Hand over to PPID / SP4N-LAPOR!…"),
        InquiryAct.DISMISS: pgettext("act", "Dismiss…"),
    }


def _inquiry_kinds() -> dict[StrEnum, str]:
    return {
        InquiryKind.QUESTION: pgettext("inquiry", "Question"),
        InquiryKind.COMMENT: pgettext("inquiry", "Comment"),
        InquiryKind.CRITICISM: pgettext("inquiry", "Criticism"),
        InquiryKind.SUGGESTION: pgettext("inquiry", "Suggestion"),
    }


def _inquiry_origins() -> dict[StrEnum, str]:
    return {
        InquiryOrigin.ENTERED: _("Entered"),
        InquiryOrigin.COMMENT: _("From a comment"),
        InquiryOrigin.AGENCY: _("Incoming referral"),
        InquiryOrigin.IMPORTED: _("Imported"),
    }


def _interim_states() -> dict[StrEnum, str]:
    return {
        InterimState.DRAFTED: _("Answer drafted"),
        InterimState.AWAITING_APPROVAL: pgettext("content", "Awaiting approval"),
        InterimState.APPROVED: _("Approved"),
        InterimState.SENT: _("Sent"),
    }


def _interim_acts() -> dict[StrEnum, str]:
    return {
        InterimAct.REQUEST_APPROVAL: pgettext("act", "Request approval"),
        InterimAct.APPROVE: pgettext("act", "Approve"),
        InterimAct.RETURN_TO_AUTHOR: pgettext("act", "Return"),
        InterimAct.RECALL: pgettext("act", "Take back"),
        InterimAct.REOPEN: pgettext("act", "Edit again"),
        InterimAct.SEND_INTERIM_REPLY: pgettext("act", "Send the interim reply…"),
    }


def _referral_states() -> dict[StrEnum, str]:
    return {
        ReferralState.SENT: pgettext("referral", "Sent"),
        ReferralState.ACKNOWLEDGED: pgettext("referral", "Received by the agency"),
        ReferralState.ANSWERED: pgettext("referral", "Answered"),
        ReferralState.NOT_COMPETENT: pgettext("referral", "Not its authority"),
        ReferralState.RECALLED: pgettext("referral", "Recalled"),
    }


def _referral_acts() -> dict[StrEnum, str]:
    return {
        ReferralAct.ACKNOWLEDGE: pgettext("act", "Received by the agency"),
        ReferralAct.RECORD_AGENCY_ANSWER: pgettext("act", "Record the agency's answer…"),
        ReferralAct.RECORD_NOT_COMPETENT: pgettext("act", "Not its authority…"),
        ReferralAct.RECALL: pgettext("act", "Recall the referral…"),
    }


def _directions() -> dict[StrEnum, str]:
    return {Direction.OUT: _("Referral"), Direction.IN: _("Incoming referral")}


def _clock_kinds() -> dict[StrEnum, str]:
    return {
        ClockKind.FIRST_ANSWER: _("First answer to the citizen"),
        ClockKind.AGENCY_ANSWER: _("Answer of the other agency (Lampiran huruf C angka 4)"),
        ClockKind.AGENCY_REQUEST: _("Answer asked of an agency outside the province"),
        ClockKind.OUR_ANSWER: _("Our answer to the asking agency (Lampiran huruf C angka 4)"),
    }


def clock_label(kind: ClockKind) -> str:
    """What a clock is of, where it stands beside other words."""
    return {
        ClockKind.FIRST_ANSWER: pgettext("clock", "First answer"),
        ClockKind.AGENCY_ANSWER: pgettext("clock", "Agency's answer"),
        ClockKind.AGENCY_REQUEST: pgettext("clock", "Answer asked for"),
        ClockKind.OUR_ANSWER: pgettext("clock", "Our answer"),
    }[kind]


def _outcomes() -> dict[StrEnum, str]:
    return {
        Outcome.MET: _("On time"),
        Outcome.BREACHED: pgettext("clock", "Overdue"),
        Outcome.VOID: pgettext("clock", "Void"),
    }


def _tones() -> dict[StrEnum, str]:
    return {
        Tone.POSITIVE: _("Positive"),
        Tone.NEUTRAL: _("Neutral"),
        Tone.NEGATIVE: _("Negative"),
    }


WORDS: dict[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    InquiryState: _inquiry_states,
    InquiryAct: _inquiry_acts,
    InquiryKind: _inquiry_kinds,
    InquiryOrigin: _inquiry_origins,
    InterimState: _interim_states,
    InterimAct: _interim_acts,
    ReferralState: _referral_states,
    ReferralAct: _referral_acts,
    Direction: _directions,
    ClockKind: _clock_kinds,
    Outcome: _outcomes,
    Tone: _tones,
}
