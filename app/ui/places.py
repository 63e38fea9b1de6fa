"""The seven places of the window, who sees them, and where their screens are."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from app.language import _, pgettext
from app.ui.bridge import OfficeBridge
from app.ui.widgets import Screen
from app.ui.window import Place

if TYPE_CHECKING:
    from app.models.roles import Role  # at run time only after the first paint


@dataclass(frozen=True, slots=True)
class _Known:
    """A place: `screen` is its class in `app.ui.<key>.screen`, imported when it is first entered.

    A role that may only read a place still sees it; what one may do there, the flows say.
    """

    key: str
    icon: str
    title: Callable[[], str]
    screen: str
    seen_by: frozenset[str]


_EVERYBODY = frozenset({"admin", "designer", "creative", "official", "head", "evaluator"})
_OF_THE_OFFICE = _EVERYBODY - {"evaluator"}

_PLACES = (
    _Known("home", "house", lambda: _("Home"), "HomeScreen", _EVERYBODY),
    _Known("calendar", "calendar-days", lambda: _("Calendar"), "CalendarScreen", _OF_THE_OFFICE),
    _Known(
        "approvals",
        "stamp",
        lambda: _("Approvals"),
        "ApprovalsScreen",
        frozenset({"admin", "official", "head"}),
    ),
    _Known(
        "inquiries",
        "message-circle-question-mark",
        lambda: _("Inquiries"),
        "InquiriesScreen",
        _OF_THE_OFFICE,
    ),
    _Known("assets", "images", lambda: _("Assets"), "AssetsScreen", _OF_THE_OFFICE),
    _Known(
        "reports",
        "file-chart-column",
        lambda: _("Report"),
        "ReportsScreen",
        frozenset({"admin", "official", "head", "evaluator"}),
    ),
    _Known(
        "office",
        "building-2",
        lambda: pgettext("place", "Office"),
        "OfficeScreen",
        frozenset({"admin", "head"}),
    ),
)


def places_for(roles: "frozenset[Role]", bridge: OfficeBridge) -> list[Place]:
    """The places of somebody with these roles; numbers don't move up where one is absent."""
    return [
        Place(known.key, number, known.icon, known.title, _loader(known, bridge))
        for number, known in enumerate(_PLACES, 1)
        if known.seen_by & roles
    ]


def _loader(known: _Known, bridge: OfficeBridge) -> Callable[[], Screen]:
    def load() -> Screen:
        kind: Callable[[OfficeBridge], Screen] = getattr(
            import_module(f"app.ui.{known.key}.screen"), known.screen
        )
        return kind(bridge)

    return load
