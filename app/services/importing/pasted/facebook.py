"""Facebook: name, badge, text, then "Suka · Balas · 2 hr" in one line or three, the count below."""

from collections.abc import Sequence

from app.services.importing.pasted.blocks import Buttons, cut, draft_below_its_author
from app.services.importing.pasted.comments import Reading
from app.services.importing.pasted.lines import Kind, Line

PLATFORM = "facebook"

_ROW = frozenset({"like", "reply", "age"})
_BUTTONS = Buttons(
    before=_ROW,
    behind=_ROW,
    needed=_ROW,
    tail=frozenset(
        {
            Kind.BLANK,
            Kind.CHROME,
            Kind.EDITED,
            Kind.NUMBER,
            Kind.REPLIES_SHOWN,
            Kind.REPLIES_ANNOUNCED,
            Kind.REPLIES_MORE,
        }
    ),
)


def read(lines: Sequence[Line]) -> Reading:
    """The comments below the choice of order ("Paling relevan")."""
    reading = Reading()
    blocks, rest = cut(lines, _BUTTONS)
    for number, block in enumerate(blocks):
        draft, above = draft_below_its_author(block, is_first=number == 0)
        reading.unused += above
        if draft is None:
            continue
        number_below = next((line for line in block.tail if line.kind is Kind.NUMBER), None)
        draft.likes = number_below.count if number_below else block.likes
        reading.drafts.append(draft)
    reading.unused += rest
    return reading
