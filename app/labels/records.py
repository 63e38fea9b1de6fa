"""Words of what is kept: assets, imported files, measurements, the annual report."""

from collections.abc import Callable
from enum import StrEnum

from app.language import _
from app.models.asset import AssetKind, RightsState
from app.models.imports import ImportKind
from app.models.measurement import Measure
from app.models.report import ObstacleSide, Part


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


WORDS: dict[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    AssetKind: _asset_kinds,
    RightsState: _rights,
    ImportKind: _import_kinds,
    Measure: _measures,
    ObstacleSide: _sides,
    Part: _parts,
}
