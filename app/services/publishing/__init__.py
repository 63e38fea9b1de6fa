"""Publishing by hand: what is due or was missed, its material, what is scheduled on platforms.

What became of a post is recorded at the content desk (`contents.record_published` …); what a pause
holds is asked of `pausing`.
"""

from typing import TYPE_CHECKING

from app.services.exports import lazily
from app.services.publishing.platform_schedules import (
    Undo,
    UndoReason,
    likely_place,
    set_on_platform,
    to_undo,
    undo_on_platform,
)
from app.services.publishing.slots import Hold, Schedule, Slot, Slots, due, due_and_held, slots

if TYPE_CHECKING:
    from app.services.publishing.materials import (
        Material,
        MediaDamaged,
        Medium,
        lay_out,
        material,
    )
    from app.services.publishing.recaps import Recap, recap

__all__ = [
    "Hold",
    "Material",
    "MediaDamaged",
    "Medium",
    "Recap",
    "Schedule",
    "Slot",
    "Slots",
    "Undo",
    "UndoReason",
    "due",
    "due_and_held",
    "lay_out",
    "likely_place",
    "material",
    "recap",
    "set_on_platform",
    "slots",
    "to_undo",
    "undo_on_platform",
]

__getattr__ = lazily(
    __name__,
    {
        "materials": ("Material", "MediaDamaged", "Medium", "lay_out", "material"),
        "recaps": ("Recap", "recap"),
    },
)
