"""YouTube: a handle with @, its age below, the text, likes, "Reply", and the number of answers."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.services.importing.pasted.blocks import texts
from app.services.importing.pasted.comments import Draft, Reading
from app.services.importing.pasted.lines import Kind, Line

PLATFORM = "youtube"

_HANDLE = re.compile(r"@[\w.·-]{2,60}")
_BELOW_TEXT = frozenset({Kind.BLANK, Kind.CHROME})
_TAIL = frozenset(
    {
        Kind.BLANK,
        Kind.BADGE,  # the lone point between "Reply" and the number of answers
        Kind.CHROME,
        Kind.NUMBER,
        Kind.REPLIES_SHOWN,
        Kind.REPLIES_ANNOUNCED,
        Kind.REPLIES_MORE,
    }
)


def read(lines: Sequence[Line]) -> Reading:
    """Every pair of a handle and an age begins a comment; its "Reply" ends it."""
    reading = Reading()
    heads = [at for at in range(len(lines)) if _begins(lines, at)]
    reading.unused += lines[: heads[0] if heads else len(lines)]
    for at, end in pairwise([*heads, len(lines)]):
        draft, unused = _draft(lines[at:end])
        pinned = next(
            (line for line in lines[max(0, at - 2) : at] if line.kind is Kind.PINNED), None
        )
        if draft is not None and pinned is not None:
            draft.badges |= {Kind.PINNED}
            reading.owner = pinned.name
        if draft is not None:
            reading.drafts.append(draft)
        reading.unused += unused
    return reading


def _begins(lines: Sequence[Line], at: int) -> bool:
    below = next((line for line in lines[at + 1 : at + 4] if line.text), None)
    if below is None or not _HANDLE.fullmatch(lines[at].text):
        return False
    return below.kind is Kind.BAR and below.marks == {"age"}


def _draft(lines: Sequence[Line]) -> tuple[Draft | None, list[Line]]:
    """The comment that these lines begin with, and those behind it that are no part of it."""
    age_at = next(at for at, line in enumerate(lines) if line.marks == {"age"})
    reply_at = next((at for at, line in enumerate(lines) if line.marks == {"reply"}), len(lines))
    said = list(lines[age_at + 1 : reply_at])
    likes: int | None = None
    while said and (said[-1].kind in _BELOW_TEXT or _are_likes(said, likes)):
        last = said.pop()
        likes = last.count if last.kind is Kind.NUMBER else likes
    after = list(lines[reply_at + 1 :])
    tail = next((at for at, line in enumerate(after) if line.kind not in _TAIL), len(after))
    if reply_at == len(lines) or not texts(said):
        return None, list(lines)
    age = lines[age_at].age
    return Draft(lines[0].text, texts(said), age, likes, after=after[:tail]), after[tail:]


def _are_likes(said: list[Line], likes: int | None) -> bool:
    """A number at the end counts likes, unless it is all that was said."""
    return (
        said[-1].kind is Kind.NUMBER
        and likes is None
        and any(line.text and line.kind is not Kind.NUMBER for line in said[:-1])
    )
