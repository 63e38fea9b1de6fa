"""The words of a channel cell: which platform is meant, and which kind of post."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from app.models.search_text import search_text
from app.services.importing.judged import ReasonCode, RowFault
from app.services.links import fitting_kinds, recognise
from app.services.platform_names import platform_label
from app.services.platforms import post_kinds

# Platform of platforms.toml → how people write it, already normalised.
_PLATFORM_WORDS: dict[str, tuple[str, ...]] = {
    "instagram": ("instagram", "ig", "insta", "instgram"),
    "facebook": ("facebook", "fb", "fesbuk", "fanpage", "facebook page", "halaman facebook"),
    "x": ("x", "twitter", "x twitter", "twitter x", "tw", "twit"),
    "youtube": ("youtube", "yt", "you tube", "ytb"),
    "tiktok": ("tiktok", "tt", "tik tok", "tktk"),
    "threads": ("threads", "thread", "ig threads"),
    "linkedin": ("linkedin", "li", "linked in"),
    "whatsapp": ("whatsapp", "wa", "whats app", "saluran whatsapp", "saluran wa", "wa channel"),
    "telegram": ("telegram", "tg", "kanal telegram"),
    "wordpress": (
        "blog",
        "web",
        "website",
        "situs",
        "laman",
        "wordpress",
        "blog situs",
        "situs web",
    ),
    "blogger": ("blogger", "blogspot"),
    "mediawiki": ("wikipedia", "wiki", "mediawiki"),
    "pinterest": ("pinterest",),
    "bluesky": ("bluesky",),
    "mastodon": ("mastodon",),
    "line": ("line", "line oa"),
    "google_business": ("google business", "google bisnis", "google maps"),
    "slideshare": ("slideshare",),
    "snapchat": ("snapchat",),
}
_PLATFORMS = {word: platform for platform, words in _PLATFORM_WORDS.items() for word in words}

# (platform, word for the format) → key of platforms.toml.
_FORMATS: dict[tuple[str, str], str] = {
    (platform, word): kind
    for platform, kind, words in (
        ("instagram", "instagram_feed", ("feed", "post", "foto", "carousel", "karusel")),
        ("instagram", "instagram_reel", ("reels", "reel", "video")),
        ("instagram", "instagram_story", ("story", "stories", "instastory", "igs", "cerita")),
        ("facebook", "facebook_page", ("page", "feed", "post", "reels", "reel", "video")),
        ("youtube", "youtube_short", ("shorts", "short")),
        ("youtube", "youtube_video", ("video", "live", "premiere")),
        ("tiktok", "tiktok_photo", ("foto", "photo", "carousel", "karusel")),
        ("tiktok", "tiktok_video", ("video",)),
        ("whatsapp", "whatsapp_channel", ("channel", "saluran")),
    )
    for word in words
}
# Formats that belong to one platform even where it is not named.
_ALONE = {
    "reels": "instagram",
    "reel": "instagram",
    "instastory": "instagram",
    "igs": "instagram",
    "story": "instagram",
    "shorts": "youtube",
}
_SEPARATORS = re.compile(r"[,;/&+|\n•]|\bdan\b|\band\b", re.IGNORECASE)
_LEAST_LIKENESS = 0.8

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s,;<>\"]+|(?<![\w@.])[\w-]+(?:\.[\w-]+)+/[^\s,;<>\"]*"
)


@dataclass(frozen=True, slots=True)
class Channel:
    """Where a content goes: the platform and the kind of post, both as in platforms.toml.

    `is_named` says whether the file named the kind; else it is the platform's usual one.
    """

    platform: str
    post_kind: str
    is_named: bool = False


def channels_of(text: str) -> tuple[Channel, ...]:
    """The channels of one cell, each once, in their order.

    Raises:
        RowFault: the cell is empty, or a word in it is no channel that we know.
    """
    if not text.strip():
        raise RowFault(ReasonCode.CHANNEL_MISSING)
    if whole := _channel(search_text(text), None):
        return (whole,)
    found: list[Channel] = []
    for part in _SEPARATORS.split(text):
        if not (word := search_text(part)):
            continue
        channel = _channel(word, found[-1].platform if found else None)
        if channel is None:
            raise RowFault(ReasonCode.CHANNEL_UNKNOWN, part.strip(), **_suggestion(word))
        if channel not in found:
            found.append(channel)
    if not found:
        raise RowFault(ReasonCode.CHANNEL_UNKNOWN, text.strip())
    return tuple(found)


def known_words() -> tuple[str, ...]:
    """Every spelling of a platform that is understood."""
    return tuple(_PLATFORMS)


def platform_called(word: str) -> str | None:
    """The platform that people call so: `ig`, `fb`; None for any other word."""
    return _PLATFORMS.get(word)


def platform_of(text: str) -> str:
    """The one platform of a cell.

    Raises:
        RowFault: as `channels_of`.
    """
    return channels_of(text)[0].platform


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses in a text, each once, with `https://` before those written without."""
    found = (address.rstrip(".,;)") for address in _ADDRESS.findall(text))
    complete = (a if a.lower().startswith("http") else f"https://{a}" for a in found)
    return tuple(dict.fromkeys(complete))


def platform_of_address(address: str) -> str | None:
    """The platform that an address belongs to; None for any other site."""
    found = recognise(address)
    return found.platform if found else None


def post_kind_of_address(address: str) -> str | None:
    """The kind of post that the address itself names, such as `/reel/`; None if several fit."""
    fitting = fitting_kinds(address)
    return fitting[0].key if len(fitting) == 1 else None


def _channel(word: str, before: str | None) -> Channel | None:
    """`ig reels` → Instagram, reel. A format alone belongs to the platform named before it."""
    if word in _PLATFORMS:
        return _usual(_PLATFORMS[word])
    words = word.split()
    for cut in range(len(words) - 1, 0, -1):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        for platform_word, format_word in ((head, tail), (tail, head)):
            platform = _PLATFORMS.get(platform_word)
            if platform and (kind := _FORMATS.get((platform, format_word))):
                return Channel(platform, kind, is_named=True)
    if before and (kind := _FORMATS.get((before, word))):
        return Channel(before, kind, is_named=True)
    if alone := _ALONE.get(word):
        return Channel(alone, _FORMATS[alone, word], is_named=True)
    return None


def _usual(platform: str) -> Channel:
    return Channel(platform, post_kinds(platform)[0].key)


def _suggestion(word: str) -> dict[str, str]:
    """What a typing error probably meant; offered, never taken for granted."""
    spellings = [spelling for spelling in _PLATFORMS if len(spelling) >= 4]
    near = get_close_matches(word, spellings, 1, _LEAST_LIKENESS)
    if not near:
        return {}
    return {"suggestion": platform_label(_PLATFORMS[near[0]])}
