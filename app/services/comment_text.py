"""When two comments say the same: repeats, likenesses, and those of emoji only.

Folding saves key presses, it decides nothing: a fold can be opened, and each comment marked alone.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache

from app.models.search_text import search_text
from app.services.graphemes import EMOJI

_LONGEST_KEY = 200
_SITE_EMOJI = re.compile(r"\[[^\W\d_][\w ]{1,18}\]")  # TikTok copies its own as `[tertawa]`
# Words that make a short praise or complaint louder or politer, in Indonesian, Sundanese, Javanese.
_EMPTY_WORDS = frozenset(
    search_text(
        "pisan, banget, bgt, bngt, sekali, sangat, amat, bener, beneran, tenan, euy, atuh, mah,"
        " teh, deh, dong, sih, ya, yah, nya, nih, min, mimin, admin, kak, kakak, kang, teteh, bu,"
        " ibu, pak, bapak, bun, bang, mas, mbak, gan, sis, guys"
    ).split()
)
# Emoji that take nothing back: "mantap 👍" says what "mantap" says, "mantap 🙄" does not.
_FRIENDLY_EMOJI = frozenset("👍👏🙏❤🧡💛💚💙💜🤍🤎🖤💖🔥💪🙌😍🥰😊😁😀😃😄🤩✨🎉🎊🤲🌹💐👌⭐🌟💯")
_LONGEST_LIKENESS = 4  # words; longer texts that differ at all may differ in what they ask


def repeat_key(text: str) -> str:
    """Equal for the same text of the same author copied twice; short enough for an index."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    if len(plain) <= _LONGEST_KEY:
        return plain
    return "sha256:" + hashlib.sha256(plain.encode()).hexdigest()


@lru_cache(maxsize=8192)
def likeness_key(text: str) -> str:
    """Equal for comments that may be marked as one: "Mantap", "mantap pisan", "Mantaap 👍".

    Stretched letters, loudness and forms of address don't count; a question mark does.
    """
    words = [_unstretched(word) for word in search_text(text).split()]
    if len(words) <= _LONGEST_LIKENESS:
        words = [word for word in words if word not in _EMPTY_WORDS] or words
    signs = sorted(set(_emoji(text)) - _FRIENDLY_EMOJI)
    question = ["?"] if "?" in text else []
    return " ".join([*words, *question, *signs])


@lru_cache(maxsize=8192)
def is_emoji_only(text: str) -> bool:
    """There are emoji (or the site's own in brackets), and beside them at most punctuation."""
    rest = EMOJI.sub(" ", _SITE_EMOJI.sub(" ", text))
    if rest == text:
        return False
    return not any(unicodedata.category(sign)[0] in "LN" for sign in rest)


def is_friendly_emoji(text: str) -> bool:
    """Only emoji of thanks and praise: they fold together, apart from all others."""
    return is_emoji_only(text) and not set(_emoji(text)) - _FRIENDLY_EMOJI


def emoji_in(text: str) -> list[str]:
    """The different emoji of a text as they are drawn, in the order in which they come."""
    found = [match.group() for match in EMOJI.finditer(text)] + _SITE_EMOJI.findall(text)
    return list(dict.fromkeys(found))


def _emoji(text: str) -> list[str]:
    """Without skin tones and variation marks."""
    return [sign[0] if sign[0] not in "[" else sign for sign in emoji_in(text)]


def _unstretched(word: str) -> str:
    """`mantaap` and `mantap`, `kereeen` and `keren` are one word."""
    return re.sub(r"(.)\1+", r"\1", word)
