"""Words of the office itself: people and what they do, agencies, accounts."""

from collections.abc import Callable
from enum import StrEnum

from app.language import _, pgettext
from app.models.account import AudienceSegment, MediaKind
from app.models.agency import AgencyKind
from app.models.person import CivilServantKind, Duty, SigningMode
from app.models.platform_limit import LimitName
from app.models.roles import Role


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


WORDS: dict[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    Role: _roles,
    Duty: _duties,
    CivilServantKind: _civil_servants,
    SigningMode: _signing_modes,
    AgencyKind: _agency_kinds,
    MediaKind: _media_kinds,
    AudienceSegment: _segments,
    LimitName: _limit_names,
}
