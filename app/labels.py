"""States, acts, roles, kinds become words, for window, command line and paper alike.

The paper is always Indonesian: it asks for these words while the language is `id`.
"""

from enum import StrEnum

from app.language import _, pgettext
from app.models.account import AudienceSegment, MediaKind
from app.models.agency import AgencyKind
from app.models.answer import InterimAct, InterimState
from app.models.asset import AssetKind, RightsState
from app.models.clock import ClockKind, Outcome
from app.models.comment import Tone
from app.models.content import CATEGORY_LETTERS, Category, ContentAct, ContentState
from app.models.day import DayKind
from app.models.gate import Means, Verdict
from app.models.hoax import HoaxKind, HoaxVerdict
from app.models.imports import ImportKind
from app.models.inquiry import InquiryAct, InquiryKind, InquiryOrigin, InquiryState
from app.models.measurement import Measure
from app.models.pause import PauseScope
from app.models.person import CivilServantKind, Duty, SigningMode
from app.models.platform_limit import LimitName
from app.models.ready_text import TemplateKind
from app.models.referral import Direction, ReferralAct, ReferralState
from app.models.report import ObstacleSide, Part
from app.models.roles import Role
from app.models.series import Frequency, ShortMonth
from app.models.variant import VariantAct, VariantState


def label(value: StrEnum) -> str:
    """The word for a member of any of the models' enumerations.

    Raises:
        KeyError: an enumeration has a member without a word; a test holds that none has.
    """
    return _WORDS[type(value)]()[value]


def category_label(category: Category | None, own: str | None = None) -> str:
    """`c. Disaster information`: with its letter of Pasal 7; the agency's own word for others."""
    if category is None:
        return _("Not categorised yet")
    if category is Category.OTHER:
        return own or label(category)
    return f"{CATEGORY_LETTERS[category]}. {label(category)}"


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


def _roles() -> dict[StrEnum, str]:
    return {
        Role.ADMIN: pgettext("role", "Admin"),
        Role.DESIGNER: pgettext("role", "Designer"),
        Role.CREATIVE: pgettext("role", "Creative team"),
        Role.OFFICIAL: pgettext("role", "Official"),
        Role.HEAD: pgettext("role", "Head of agency"),
        Role.EVALUATOR: pgettext("role", "Provincial evaluator"),
    }


def _duties() -> dict[StrEnum, str]:
    return {
        Duty.ADMIN: pgettext("duty", "Admin"),
        Duty.GRAPHIC_DESIGN: pgettext("duty", "Graphic design"),
        Duty.CREATIVE_TEAM: pgettext("duty", "Creative team"),
        Duty.RESPONSIBLE_OFFICIAL: pgettext("duty", "Responsible official"),
    }


def _civil_servants() -> dict[StrEnum, str]:
    return {
        CivilServantKind.PNS: "PNS",
        CivilServantKind.PPPK: "PPPK",
        CivilServantKind.NONE: _("Not a civil servant"),
    }


def _signing_modes() -> dict[StrEnum, str]:
    return {
        SigningMode.OWN: _("In own office"),
        SigningMode.PLT: "Plt.",
        SigningMode.PLH: "Plh.",
        SigningMode.AN: "a.n.",
        SigningMode.AN_UB: "a.n. … u.b.",
    }


def _agency_kinds() -> dict[StrEnum, str]:
    return {
        AgencyKind.REGIONAL_AGENCY: _("Regional agency"),
        AgencyKind.BUREAU: _("Bureau"),
        AgencyKind.TECHNICAL_UNIT: _("Regional technical unit"),
        AgencyKind.NON_STRUCTURAL_BODY: _("Non-structural body"),
        AgencyKind.REGENCY: _("Regency"),
        AgencyKind.CITY: _("City"),
        AgencyKind.MINISTRY: _("Ministry"),
        AgencyKind.CENTRAL_AGENCY: _("Central agency"),
        AgencyKind.STATE_ENTERPRISE: _("State enterprise"),
    }


def _media_kinds() -> dict[StrEnum, str]:
    return {
        MediaKind.COLLABORATIVE: _("Collaborative project"),
        MediaKind.BLOG: _("Blog"),
        MediaKind.MICROBLOG: _("Microblog"),
        MediaKind.MEDIA_SHARING: _("Media sharing"),
        MediaKind.SOCIAL_NETWORK: _("Social network"),
    }


def _segments() -> dict[StrEnum, str]:
    return {
        AudienceSegment.CREATOR: _("Creator"),
        AudienceSegment.CONVERSATIONALIST: _("Conversationalist"),
        AudienceSegment.CRITIC: _("Critic"),
        AudienceSegment.COLLECTOR: _("Collector"),
        AudienceSegment.JOINER: _("Joiner"),
        AudienceSegment.SPECTATOR: _("Spectator"),
        AudienceSegment.INACTIVE: pgettext("audience", "Inactive"),
    }


def _asset_kinds() -> dict[StrEnum, str]:
    return {
        AssetKind.PICTURE: _("Picture"),
        AssetKind.VIDEO: _("Video"),
        AssetKind.AUDIO: _("Sound"),
        AssetKind.DOCUMENT: _("Document"),
        AssetKind.OTHER: _("Other file"),
    }


def _rights() -> dict[StrEnum, str]:
    return {
        RightsState.CLEAR: _("Rights clear"),
        RightsState.ENDING: _("Ending soon"),
        RightsState.ENDED: _("Rights ended"),
        RightsState.UNKNOWN: _("Not filled in yet"),
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


def _import_kinds() -> dict[StrEnum, str]:
    return {
        ImportKind.PLAN: _("Content plan"),
        ImportKind.INQUIRIES: _("Inquiry list"),
        ImportKind.COMMENTS: _("Comments"),
        ImportKind.STANDARD_ANSWERS: _("Standard answers"),
        ImportKind.PEOPLE: _("Staff list"),
        ImportKind.ACCOUNTS: _("Account list"),
        ImportKind.MEASUREMENTS: _("Platform figures"),
        ImportKind.DIRECTORY: _("Directory of agencies"),
        ImportKind.ASSETS: _("Assets"),
        ImportKind.DAYS: _("Days of the office"),
    }


def _day_kinds() -> dict[StrEnum, str]:
    return {
        DayKind.HOLIDAY: _("Public holiday"),
        DayKind.COLLECTIVE_LEAVE: _("Collective leave"),
        DayKind.OBSERVANCE: _("Observance"),
        DayKind.QUIET_PERIOD: _("Quiet period"),
        DayKind.CAMPAIGN: _("Campaign"),
        DayKind.NOTE: _("Day note"),
    }


def _frequencies() -> dict[StrEnum, str]:
    return {
        Frequency.DAILY: _("Daily"),
        Frequency.WEEKLY: _("Weekly"),
        Frequency.MONTHLY_BY_DAY: _("Monthly, on a date"),
        Frequency.MONTHLY_BY_WEEKDAY: _("Monthly, on a day of the week"),
        Frequency.YEARLY: _("Yearly"),
    }


def _short_months() -> dict[StrEnum, str]:
    return {
        ShortMonth.SKIP: _("Leave that month out"),
        ShortMonth.LAST_DAY: _("Take its last day"),
    }


def _measures() -> dict[StrEnum, str]:
    return {
        Measure.SHARES: _("Shares"),
        Measure.REPOSTS: _("Reposts"),
        Measure.VIEWS: _("Views"),
        Measure.IMPRESSIONS: _("Impressions"),
        Measure.REACH: _("Reach"),
        Measure.LIKES: _("Likes"),
        Measure.REACTIONS: _("Reactions"),
        Measure.COMMENTS: _("Comments"),
        Measure.SAVES: _("Saves"),
        Measure.FOLLOWS: _("New followers"),
        Measure.CLICKS: _("Clicks"),
        Measure.ENGAGEMENTS: _("Engagements"),
        Measure.PROFILE_VISITS: _("Profile visits"),
        Measure.VISITORS: _("Visitors"),
        Measure.PAGE_VIEWS: _("Page views"),
        Measure.CONVERSATIONS: _("Conversations"),
        Measure.MESSAGES_SENT: _("Messages sent"),
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


def _limit_names() -> dict[StrEnum, str]:
    return {
        LimitName.TEXT: _("Length of the text"),
        LimitName.CAPTION: _("Length of the text below a picture"),
        LimitName.FOLD: _("Characters before “more”"),
        LimitName.HASHTAGS: pgettext("limit", "Hashtags"),
        LimitName.MENTIONS: pgettext("limit", "Mentions"),
        LimitName.LINKS: pgettext("limit", "Links"),
        LimitName.PICTURES: pgettext("limit", "Pictures"),
    }


def _sides() -> dict[StrEnum, str]:
    return {
        ObstacleSide.EXTERNAL: _("External obstacle"),
        ObstacleSide.INTERNAL: _("Internal obstacle"),
    }


def _parts() -> dict[StrEnum, str]:
    return {
        Part.POLICY_OVERVIEW: _("Policy overview"),
        Part.CONTENT_REVIEW: _("Review of content"),
        Part.COMMENTS: _("Comments and their tone"),
        Part.SHARES: _("Shares and messages sent"),
        Part.TRAFFIC: _("Conversations, visitors, page views, viral events"),
        Part.OBSTACLES: _("External and internal obstacles"),
        Part.RECOMMENDATIONS: _("Recommendations and follow-up plan"),
        Part.PREFACE: _("Preface"),
        Part.INTRODUCTION: _("Introduction"),
        Part.CLOSING: _("Closing"),
    }


_WORDS = {
    TemplateKind: _template_kinds,
    HoaxKind: _hoax_kinds,
    HoaxVerdict: _hoax_verdicts,
    LimitName: _limit_names,
    ContentState: _content_states,
    ContentAct: _content_acts,
    Category: _categories,
    VariantState: _variant_states,
    VariantAct: _variant_acts,
    PauseScope: _pause_scopes,
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
    Role: _roles,
    Duty: _duties,
    CivilServantKind: _civil_servants,
    SigningMode: _signing_modes,
    AgencyKind: _agency_kinds,
    MediaKind: _media_kinds,
    AudienceSegment: _segments,
    AssetKind: _asset_kinds,
    RightsState: _rights,
    Verdict: _verdicts,
    Means: _means,
    ImportKind: _import_kinds,
    DayKind: _day_kinds,
    Frequency: _frequencies,
    ShortMonth: _short_months,
    Measure: _measures,
    ObstacleSide: _sides,
    Part: _parts,
}
