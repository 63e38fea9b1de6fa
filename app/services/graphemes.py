"""What a reader sees as one character: extended grapheme clusters (UAX #29).

The standard library has no segmentation, and Qt's is out of reach of the layers below the window.
`unicodedata` knows categories but neither emoji nor Hangul types nor conjuncts: those stand here.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache

ZERO_WIDTH_JOINER = "\u200d"
_ZERO_WIDTH_NON_JOINER = "\u200c"

# Extended_Pictographic of Unicode's emoji-data.txt, as the inside of a regular expression's class.
_PICTOGRAPHS = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf"
    "\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e"
    "\u2611\u2614\u2615\u2618\u261d\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a"
    "\u2640\u2642\u2648-\u2653\u265f\u2660\u2663\u2665\u2666\u2668\u267b\u267e\u267f"
    "\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be"
    "\u26c4\u26c5\u26c8\u26ce\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f7-\u26fa"
    "\u26fd\u2702\u2705\u2708-\u270d\u270f\u2712\u2714\u2716\u271d\u2721\u2728\u2733\u2734"
    "\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u27a1\u27b0\u27bf"
    "\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299\U0001f004"
    "\U0001f02c-\U0001f02f\U0001f094-\U0001f09f\U0001f0af\U0001f0b0\U0001f0c0"
    "\U0001f0cf\U0001f0d0\U0001f0f6-\U0001f0ff\U0001f170\U0001f171\U0001f17e\U0001f17f"
    "\U0001f18e\U0001f191-\U0001f19a\U0001f1af-\U0001f1e5\U0001f201-\U0001f20f\U0001f21a"
    "\U0001f22f\U0001f232-\U0001f23a\U0001f23c-\U0001f23f\U0001f249-\U0001f25f"
    "\U0001f266-\U0001f321\U0001f324-\U0001f393\U0001f396\U0001f397\U0001f399-\U0001f39b"
    "\U0001f39e-\U0001f3f0\U0001f3f3-\U0001f3f5\U0001f3f7-\U0001f3fa\U0001f400-\U0001f4fd"
    "\U0001f4ff-\U0001f53d\U0001f549-\U0001f54e\U0001f550-\U0001f567\U0001f56f\U0001f570"
    "\U0001f573-\U0001f57a\U0001f587\U0001f58a-\U0001f58d\U0001f590\U0001f595\U0001f596"
    "\U0001f5a4\U0001f5a5\U0001f5a8\U0001f5b1\U0001f5b2\U0001f5bc\U0001f5c2-\U0001f5c4"
    "\U0001f5d1-\U0001f5d3\U0001f5dc-\U0001f5de\U0001f5e1\U0001f5e3\U0001f5e8\U0001f5ef"
    "\U0001f5f3\U0001f5fa-\U0001f64f\U0001f680-\U0001f6c5\U0001f6cb-\U0001f6d2"
    "\U0001f6d5-\U0001f6e5\U0001f6e9\U0001f6eb-\U0001f6f0\U0001f6f3-\U0001f6ff"
    "\U0001f7dc-\U0001f7f0\U0001f80c-\U0001f80f\U0001f848-\U0001f84f\U0001f85a-\U0001f85f"
    "\U0001f888-\U0001f88f\U0001f8ae\U0001f8af\U0001f8bc-\U0001f8bf\U0001f8c2-\U0001f8cf"
    "\U0001f8d9-\U0001f8ff\U0001f90c-\U0001f93a\U0001f93c-\U0001f945\U0001f947-\U0001f9ff"
    "\U0001fa58-\U0001fa5f\U0001fa6e-\U0001faff\U0001fc00-\U0001fffd"
)
_SKIN_TONES = "\U0001f3fb-\U0001f3ff"
_FLAG_LETTERS = "\U0001f1e6-\U0001f1ff"
_TAGS = "\U000e0020-\U000e007f"
_IS_PICTOGRAPH = re.compile(f"[{_PICTOGRAPHS}]")

# One emoji however it is put together: keycap, flag, or pictographs joined, coloured and tagged.
EMOJI = re.compile(
    "[0-9#*]\ufe0f?\u20e3"
    f"|[{_FLAG_LETTERS}]{{2}}"
    f"|[{_PICTOGRAPHS}]\ufe0f?[{_SKIN_TONES}]?(?:\u200d[{_PICTOGRAPHS}]\ufe0f?[{_SKIN_TONES}]?)*[{_TAGS}]*"
)


class _Kind(Enum):
    """How a code point binds to its neighbours; names as in UAX #29."""

    OTHER = auto()
    CONTROL = auto()
    EXTEND = auto()  # with SpacingMark, which binds in the same way
    JOINER = auto()
    LINKER = auto()
    PREPEND = auto()
    PICTOGRAPH = auto()
    FLAG_LETTER = auto()
    HANGUL_L = auto()
    HANGUL_V = auto()
    HANGUL_T = auto()
    HANGUL_LV = auto()
    HANGUL_LVT = auto()


# Viramas that make a conjunct of two letters (GB9c), Sundanese and Javanese among them.
_LINKERS = frozenset(
    "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2\u1a60\u1b44\u1bab\ua9c0\uaaf6"
)
# Spacing combining marks that stand alone all the same (mostly Myanmar).
_STANDING_MARKS = re.compile(
    "[\u102b\u102c\u1038\u1062-\u1064\u1067-\u106d\u1083\u1087-\u108c\u108f\u109a-\u109c\u1a61\u1a63\u1a64"
    "\uaa7b\uaa7d\U00011720\U00011721]"
)
_PREPENDED = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3]"
)
_ALSO_EXTENDING = re.compile(
    f"[{_ZERO_WIDTH_NON_JOINER}\uff9e\uff9f\u0e33\u0eb3{_SKIN_TONES}{_TAGS}]"
)
_HANGUL = (
    (_Kind.HANGUL_L, re.compile("[\u1100-\u115f\ua960-\ua97c]")),
    (_Kind.HANGUL_V, re.compile("[\u1160-\u11a7\ud7b0-\ud7c6]")),
    (_Kind.HANGUL_T, re.compile("[\u11a8-\u11ff\ud7cb-\ud7fb]")),
)
_HANGUL_FOLLOWERS = {
    _Kind.HANGUL_L: {_Kind.HANGUL_L, _Kind.HANGUL_V, _Kind.HANGUL_LV, _Kind.HANGUL_LVT},
    _Kind.HANGUL_LV: {_Kind.HANGUL_V, _Kind.HANGUL_T},
    _Kind.HANGUL_V: {_Kind.HANGUL_V, _Kind.HANGUL_T},
    _Kind.HANGUL_LVT: {_Kind.HANGUL_T},
    _Kind.HANGUL_T: {_Kind.HANGUL_T},
}
_FOLLOWING = {_Kind.EXTEND, _Kind.JOINER, _Kind.LINKER}


@lru_cache(maxsize=4096)
def _kind(character: str) -> _Kind:
    if character == ZERO_WIDTH_JOINER:
        return _Kind.JOINER
    if character in _LINKERS:
        return _Kind.LINKER
    if _ALSO_EXTENDING.match(character):
        return _Kind.EXTEND
    if _PREPENDED.match(character):
        return _Kind.PREPEND
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Mc"):
        return _Kind.OTHER if _STANDING_MARKS.match(character) else _Kind.EXTEND
    if category in ("Cc", "Cf", "Zl", "Zp"):
        return _Kind.CONTROL
    return _letter_kind(character)


def _letter_kind(character: str) -> _Kind:
    if "\uac00" <= character <= "\ud7a3":
        return _Kind.HANGUL_LVT if (ord(character) - 0xAC00) % 28 else _Kind.HANGUL_LV
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        return _Kind.FLAG_LETTER
    if _IS_PICTOGRAPH.match(character):
        return _Kind.PICTOGRAPH
    return next((kind for kind, pattern in _HANGUL if pattern.match(character)), _Kind.OTHER)


def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0]


def _makes_conjunct(cluster: str, character: str) -> bool:
    """Whether a virama at the cluster's end, or before its last accents, takes in this letter."""
    if unicodedata.category(character) != "Lo":
        return False
    for mark in reversed(cluster):
        if mark in _LINKERS:
            return _script(mark) == _script(character)
        if mark != ZERO_WIDTH_JOINER and unicodedata.category(mark) != "Mn":
            return False
    return False


def _joins(cluster: str, character: str) -> bool:
    """Whether the next character belongs to the cluster before it."""
    last, following = _kind(cluster[-1]), _kind(character)
    if _Kind.CONTROL in (last, following):
        return cluster == "\r" and character == "\n"
    if following in _FOLLOWING or last is _Kind.PREPEND:
        return True
    if last is _Kind.FLAG_LETTER and following is _Kind.FLAG_LETTER:
        return sum(_kind(letter) is _Kind.FLAG_LETTER for letter in cluster) == 1
    if last is _Kind.JOINER and following is _Kind.PICTOGRAPH:
        return _IS_PICTOGRAPH.match(cluster) is not None
    return following in _HANGUL_FOLLOWERS.get(last, ()) or _makes_conjunct(cluster, character)


def graphemes(text: str) -> Iterator[str]:
    """The text cut into what a reader sees as characters, in order."""
    cluster = ""
    for character in text:
        if cluster and not _joins(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def grapheme_count(text: str) -> int:
    """How many characters a reader sees: a flag or a family is one."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    return sum(1 for _cluster in graphemes(text))
