"""TikTok: name, text, then age and "Balas" (often glued), the likes in a line of their own."""

from collections.abc import Sequence

from app.services.importing.pasted.blocks import Buttons, cut, draft_below_its_author
from app.services.importing.pasted.comments import Reading
from app.services.importing.pasted.lines import Kind, Line

PLATFORM = "tiktok"

_BUTTONS = Buttons(
    before=frozenset({"age"}),
    behind=frozenset(),
    needed=frozenset({"age", "reply"}),
    tail=frozenset(
        {
            Kind.BLANK,
            Kind.CHROME,
            Kind.NUMBER,
            Kind.PINNED,
            Kind.REPLIES_SHOWN,
            Kind.REPLIES_ANNOUNCED,
            Kind.REPLIES_MORE,
        }
    ),
)


def read(lines: Sequence[Line]) -> Reading:
    """The comments below the heading with their number."""
    reading = Reading()
    blocks, rest = cut(lines, _BUTTONS)
    for number, block in enumerate(blocks):
        draft, above = draft_below_its_author(block, is_first=number == 0)
        reading.unused += above
        if draft is None:
            continue
        number_below = next((line for line in block.tail if line.kind is Kind.NUMBER), None)
        draft.likes = number_below.count if number_below else None
        reading.drafts.append(draft)
    reading.unused += rest
    return reading
