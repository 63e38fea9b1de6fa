"""Instagram: picture, name, age above the text; or age, likes and "Reply" glued below it."""

import re
from collections.abc import Sequence

from app.services.importing.pasted.blocks import Block, Buttons, cut, texts
from app.services.importing.pasted.comments import Draft, Reading
from app.services.importing.pasted.lines import Kind, Line, bare_name

PLATFORM = "instagram"

_BUTTONS = Buttons(
    before=frozenset({"likes"}),
    behind=frozenset(),
    needed=frozenset({"reply"}),
    tail=frozenset(
        {
            Kind.BLANK,
            Kind.CHROME,
            Kind.REPLIES_SHOWN,
            Kind.REPLIES_ANNOUNCED,
            Kind.REPLIES_MORE,
            Kind.HEADER,
        }
    ),
)
_HANDLE = re.compile(r"(?!\d+$)[a-z0-9._]{1,30}", re.IGNORECASE)
_BESIDE = frozenset({Kind.BLANK, Kind.BADGE, Kind.OWNER, Kind.EDITED, Kind.PINNED})


def read(lines: Sequence[Line]) -> Reading:
    """The comments between the post's caption and the box to write a new one."""
    reading = Reading()
    blocks, rest = cut(lines, _BUTTONS)
    for number, block in enumerate(blocks):
        body = block.body
        start = _author_at(body, has_age_below=bool(block.age), is_first=number == 0)
        draft = _draft(body, start, block) if start is not None else None
        if draft is None or start is None:
            reading.unused += [*body, *block.tail]
            continue
        above = body[:start]
        reading.unused += [line for line in above if line.kind is not Kind.AVATAR]
        if not reading.drafts:
            reading.owner = _caption_author(above)
        reading.drafts.append(draft)
    reading.unused += rest
    return reading


def _author_at(body: list[Line], *, has_age_below: bool, is_first: bool) -> int | None:
    """Where in the block the author's name stands.

    Above the first comment stands the post's caption, set like a comment but without buttons: there
    the last name counts, elsewhere the first one.
    """
    named = [at for at in range(1, len(body)) if _is_named_by(body[:at], body[at])]
    if named:
        return named[-1]
    aged = [at for at in range(len(body)) if _is_handle(body[at]) and _age_at(body, at)]
    if aged and is_first:
        return aged[-1]
    first = next((at for at, line in enumerate(body) if line.text), None)
    if first is not None and (first in aged or (has_age_below and _is_handle(body[first]))):
        return first
    return None


def _draft(body: list[Line], start: int, block: Block) -> Draft | None:
    author, badges = bare_name(body[start].text)
    age_at = _age_at(body, start)
    if age_at is None and (not block.age or _is_foreign_age(block)):
        return None
    at = start + 1
    while at < len(body) and (body[at].kind in _BESIDE or at == age_at):
        badges |= {body[at].kind}
        at += 1
    said = texts(body[at:])
    age = body[age_at].age if age_at is not None else block.age
    return Draft(author, said, age, block.likes, badges, block.tail) if said else None


def _age_at(body: list[Line], author: int) -> int | None:
    """Where the age stands if nothing but badges is between it and the name above."""
    for at in range(author + 1, len(body)):
        line = body[at]
        if line.kind is Kind.BAR and line.marks == {"age"}:
            return None if line.has_date_or_ago else at
        if line.kind not in _BESIDE:
            return None
    return None


def _caption_author(above: list[Line]) -> str:
    for at, line in enumerate(above):
        if _is_handle(line) and _age_at(above, at) is not None:
            return bare_name(line.text)[0]
    return ""


def _is_named_by(above: list[Line], line: Line) -> bool:
    """The last thing above the line is the picture of the account that the line names."""
    picture = next((before for before in reversed(above) if before.text), None)
    if picture is None or picture.kind is not Kind.AVATAR:
        return False
    return bare_name(line.text)[0].casefold() == picture.name.casefold()


def _is_handle(line: Line) -> bool:
    name = bare_name(line.text)[0]
    return line.kind is not Kind.BADGE and _HANDLE.fullmatch(name) is not None


def _is_foreign_age(block: Block) -> bool:
    """TikTok's `8-10Reply` is set like Instagram's second layout, but Instagram writes no dates."""
    return Line(Kind.BAR, "", age=block.age).has_date_or_ago
