"""How wide the columns of a table are: no word is broken as long as there is another way.

First the columns give each other room, then the letters get smaller; only a word that takes half of
the table by itself is broken after all.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.services.printing import fonts

# Size of the letters and what stays free on both sides of a cell, from the usual to the least.
SIZES = ((9.5, 5.0), (9.0, 4.0), (8.5, 3.5), (8.0, 3.0), (7.5, 2.5))
_MOST = 0.45  # of the width: what one column takes at most for the sake of a word
_SLACK = 0.5  # points by which two ways of measuring a word differ
_SPACE = re.compile(r"[^\S\u00a0]+")  # a hard space joins words
_BEHIND_SLASH = re.compile(r"(?<=[^/:]/)(?=[^/])")  # not within `https://`


class Fit(NamedTuple):
    """The widths of the columns, and the letters with which they hold their words."""

    widths: tuple[float, ...]
    size: float
    padding: float

    def room(self, column: int) -> float:
        """What a column has for its text."""
        return self.widths[column] - 2 * self.padding


def fit(
    shares: Sequence[float],
    longest: Sequence[float],
    width: float,
    sizes: Sequence[tuple[float, float]] = SIZES,
) -> Fit:
    """Columns of these proportions, wide enough for their longest words (in points at size 1)."""
    for size, padding in sizes:
        least = [min(word * size + 2 * padding + _SLACK, _MOST * width) for word in longest]
        if sum(least) <= width:
            break
    else:
        least = _capped(least, width)
    return Fit(tuple(_spread(shares, least, width)), size, padding)


def _capped(least: Sequence[float], width: float) -> list[float]:
    """The widest columns give way until all have room; short words stay whole."""
    room = width
    for index, need in enumerate(sorted(least)):
        most = room / (len(least) - index)
        if need > most:
            return [min(column, most) for column in least]
        room -= need
    return list(least)


def _spread(shares: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """The shares; what a column lacks is taken from those that have more than they need."""
    scale = width / sum(shares)
    widths = [max(share * scale, need) for share, need in zip(shares, least, strict=True)]
    spare = [has - need for has, need in zip(widths, least, strict=True)]
    over = sum(widths) - width
    if over <= 0 or not sum(spare):
        return widths
    part = min(1.0, over / sum(spare))
    return [has - part * more for has, more in zip(widths, spare, strict=True)]


def longest_word(texts: Iterable[str], font: str = fonts.REGULAR) -> float:
    """The widest piece that stays in one line, in points at size 1."""
    words = {piece for text in texts for word in _SPACE.split(text) for piece in pieces(word)}
    return max((fonts.text_width(word, 1, font) for word in words), default=0.0)


def pieces(word: str) -> list[str]:
    """The word; an address may go on in the next line behind a slash."""
    return _BEHIND_SLASH.split(word) if "://" in word else [word]


def broken_addresses(text: str, size: float, room: float) -> str:
    """The text with line ends in its addresses where they would not fit."""
    if "://" not in text:
        return text
    return re.sub(r"\S+://\S+", lambda found: _lines(found.group(), size, room), text)


def _lines(address: str, size: float, room: float) -> str:
    lines = [""]
    for piece in pieces(address):
        if lines[-1] and fonts.text_width(lines[-1] + piece, size) > room:
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)
