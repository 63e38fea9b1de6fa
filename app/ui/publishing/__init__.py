"""Publishing by hand, as Beranda, the calendar and the composer lead to it; the emergency pause.

`PublishingPage(bridge)` shows the lists and the assistant for the current post; `PublishingTarget`
says which list and which post another place leads to.
"""

from dataclasses import dataclass
from enum import StrEnum


class PublishingList(StrEnum):
    """The four lists of the page."""

    DUE = "due"
    AHEAD = "ahead"
    HELD = "held"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class PublishingTarget:
    """Where to go: a list, and in it a content by its reference or one of its variants."""

    list: PublishingList = PublishingList.DUE
    reference: str = ""
    variant_id: int | None = None
