"""Cutting the lines at the buttons, which all sites but YouTube put below each comment."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.services.importing.pasted.comments import Draft
from app.services.importing.pasted.lines import Kind, Line, bare_name

_ABOVE = frozenset({Kind.BLANK, Kind.HEADER, Kind.PINNED, Kind.CHROME})
_BESIDE = frozenset({Kind.BLANK, Kind.BADGE, Kind.OWNER, Kind.EDITED})
_BELOW = frozenset({Kind.BLANK, Kind.LIKED_BY_OWNER, Kind.PINNED})
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Buttons:
    """How a site sets the row of age, counters and buttons that closes a comment.

    `before` and `behind` are the marks that may stand in lines of their own around the word
    "Reply", `needed` those without which it is no such row, `tail` what may follow it.
    """

    before: frozenset[str]
    behind: frozenset[str]
    needed: frozenset[str]
    tail: frozenset[Kind]


@dataclass(frozen=True, slots=True)
class Block:
    """The lines up to a row of buttons, what the row says, and what follows before the next."""

    body: list[Line]
    age: str
    likes: int | None
    tail: list[Line]


def cut(lines: Sequence[Line], buttons: Buttons) -> tuple[list[Block], list[Line]]:
    """One block for each row of buttons, and the lines below the last."""
    blocks: list[Block] = []
    start = 0
    for at, line in enumerate(lines):
        if at < start or not line.has_reply:
            continue
        first, end = _row(lines, start, at, buttons)
        row = [part for part in lines[first:end] if part.kind is Kind.BAR]
        if not buttons.needed <= frozenset().union(*(part.marks for part in row)):
            continue
        stop = end
        while stop < len(lines) and _is_tail(lines[stop], buttons):
            stop += 1
        blocks.append(
            Block(
                body=list(lines[start:first]),
                age=next((part.age for part in row if part.age), ""),
                likes=next((part.likes for part in row if part.likes is not None), None),
                tail=list(lines[end:stop]),
            )
        )
        start = stop
    return blocks, list(lines[start:])


def texts(lines: Sequence[Line]) -> list[str]:
    """The lines of a comment as they were written, without blank ones around them."""
    said = [line.text for line in lines]
    while said and not said[-1]:
        said.pop()
    while said and not said[0]:
        said.pop(0)
    return said


def draft_below_its_author(block: Block, *, is_first: bool) -> tuple[Draft | None, list[Line]]:
    """The comment of a block that begins with its author, and the lines above it.

    Above the first comment stand the post and the headings of the list: there the author is the
    first line below the last heading.
    """
    body = block.body
    headings = [at for at, line in enumerate(body) if line.kind is Kind.HEADER]
    start = headings[-1] + 1 if headings and is_first else 0
    start += _leading(body[start:], _ABOVE)
    if start == len(body) or len(body[start].text) > _LONGEST_NAME:
        return None, body
    author, badges = bare_name(body[start].text)
    first = start + 1 + _leading(body[start + 1 :], _BESIDE)
    end = len(body) - _leading(body[:first:-1], _BELOW)
    said = texts(body[first:end])
    if not said:
        return None, body
    around = (*body[:first], *body[end:], *block.tail)
    badges |= {line.kind for line in around if line.kind in {Kind.OWNER, Kind.PINNED}}
    return Draft(author, said, block.age, block.likes, badges, block.tail), body[:start]


def _leading(lines: Sequence[Line], kinds: frozenset[Kind]) -> int:
    """How many lines at the beginning are of these kinds."""
    return next((at for at, line in enumerate(lines) if line.kind not in kinds), len(lines))


def _row(lines: Sequence[Line], start: int, reply: int, buttons: Buttons) -> tuple[int, int]:
    """From where to where the row around the word "Reply" goes; each mark stands in it once."""
    first, end, seen = reply, reply + 1, set(lines[reply].marks)
    at = reply - 1
    while at >= start and _joins(lines[at], buttons.before, seen):
        if lines[at].kind is Kind.BAR:
            first = at
            seen |= lines[at].marks
        at -= 1
    at = end
    while at < len(lines) and _joins(lines[at], buttons.behind, seen):
        if lines[at].kind is Kind.BAR:
            end = at + 1
            seen |= lines[at].marks
        at += 1
    return first, end


def _joins(line: Line, allowed: frozenset[str], seen: set[str]) -> bool:
    if line.kind is Kind.BLANK:
        return True
    return line.kind is Kind.BAR and line.marks <= allowed and not line.marks & seen


def _is_tail(line: Line, buttons: Buttons) -> bool:
    if line.kind is Kind.BAR:  # Instagram's "Like" stands below "Reply"
        return line.marks == {"like"} and "like" not in buttons.needed
    return line.kind in buttons.tail
