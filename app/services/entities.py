"""What a platform makes clickable in a text: links, mentions and hashtags.

The rules are those of X (twitter-text), the only ones that are published and tested; the other
platforms differ in corners that no limit of theirs depends on.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.resources import resource

MAX_LABEL = 63  # characters of one part of a host name, after conversion to ASCII (RFC 1035)
MAX_ADDRESS = 4096
MAX_SUBDOMAINS = 20  # more are no host anyone uses, and only cost time
MAX_SHORT_NAME = 40  # of t.co: a longer one is none of theirs

# Latin letters with accents; Cyrillic may stand in a path as well.
_ACCENTED = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272"
    "\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_CYRILLIC = "\u0400-\u04ff"
_DIRECTION_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SPACES = "\\s\u0085\u180e\u2028\u2029"
_INVALID = "\ufeff\ufffe\uffff"

_HOST_CHARACTER = (
    r"[^!'#%&()*+,\\\-./:;<=>?@\[\]^_{|}~$\x00-\x1f\x7f" + f"{_SPACES}{_INVALID}{_DIRECTION_MARKS}]"
)
_SUBDOMAIN = rf"(?:{_HOST_CHARACTER}++(?:[_-]++{_HOST_CHARACTER}++)*+\.)"
_DOMAIN_NAME = rf"(?:{_HOST_CHARACTER}++(?:-++{_HOST_CHARACTER}++)*+\.)"
_PATH_CHARACTER = rf"[a-z{_CYRILLIC}0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{_ACCENTED}]"
_BRACKETS = (
    rf"\((?:{_PATH_CHARACTER}+|{_PATH_CHARACTER}*\({_PATH_CHARACTER}+\){_PATH_CHARACTER}*)\)"
)
_PATH_END = rf"(?:[+\-a-z{_CYRILLIC}0-9=_#/{_ACCENTED}]|{_BRACKETS})"
_PATH_PIECE = rf"{_PATH_CHARACTER}*(?:{_BRACKETS}{_PATH_CHARACTER}*)*{_PATH_END}"
_PATH = rf"/(?:{_PATH_PIECE}|@{_PATH_CHARACTER}+/)*"
_QUERY_CHARACTER = r"[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]"
_QUERY = rf"\?{_QUERY_CHARACTER}*[a-z0-9\-_&=#/]"
_NEVER_BEFORE_BARE_HOST = ("-", "_", ".", "/")
_SHORT_LINK = re.compile(rf"https?://t\.co/([a-z0-9]+)(?:{_QUERY})?", re.IGNORECASE)

_AT = "@\uff20"
_HASH = "#\uff03"
_MENTION = re.compile(
    rf"(?:^|(?<=[^a-zA-Z0-9_!#$%&*{_AT}])|(?:(?<=^)|(?<=[^a-zA-Z0-9_+~.-]))[rR][tT]:?)"
    rf"[{_AT}]([a-zA-Z0-9_]{{1,20}})(?![a-zA-Z0-9_{_AT}{_ACCENTED}]|://)"
)
_HASHTAG_SIGNS = frozenset(
    "_\u00b7\u05be\u05f3\u05f4\u0f0b\u0f0c\u200c\u200d\u3003\u301c\u309b\u309c\u30a0\u30fb\ua67e"
    "\uff5e"
)
_EMOJI_STYLES = "\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Entity:
    """A piece of a text, by positions in code points; `text` is without its leading sign."""

    text: str
    start: int
    end: int


def _top_level_domains() -> list[str]:
    """As people write them, the longest first: `.みんな` rather than `.xn--q9jyb4c`."""
    lines = resource("facts", "top-level-domains.txt").read_text("ascii").lower().split("\n")
    names = [line for line in lines if line and not line.startswith("#")]
    written = [
        name.removeprefix("xn--").encode().decode("punycode") if name.startswith("xn--") else name
        for name in names
    ]
    return sorted(written, key=len, reverse=True)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Any link, and within a host without a scheme the part that is plain Latin.

    Made when first needed. The domains stand by their first letter: one list of all was 20 times
    slower on text that is full of dots.
    """
    by_letter: dict[str, list[str]] = {}
    for name in _top_level_domains():
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    known = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_letter.items())
    top = rf"(?:(?:{known})(?![0-9a-z@+-])|xn--[-0-9a-z]+)"
    link = (
        rf"(?P<before>^|[^a-z0-9{_AT}${_HASH}{_INVALID}])"
        rf"(?P<address>(?P<scheme>https?://)?"
        rf"(?P<host>{_SUBDOMAIN}{{0,{MAX_SUBDOMAINS}}}{_DOMAIN_NAME}{top})"
        rf"(?::[0-9]+)?(?P<path>{_PATH})?(?:{_QUERY})?)"
    )
    latin = rf"(?:[\-a-z0-9{_ACCENTED}]+\.)+{top}"
    return re.compile(link, re.IGNORECASE), re.compile(latin, re.IGNORECASE)


def _is_host(host: str) -> bool:
    """Whether every label, converted to ASCII, is short enough; half-converted ones are none."""
    for label in host.split("."):
        if label.isascii():
            length = len(label)
        elif label.lower().startswith("xn--"):
            return False
        else:
            length = len("xn--") + len(label.encode("punycode"))
        if length > MAX_LABEL:
            return False
    return True


def _with_scheme(found: re.Match[str]) -> list[Entity]:
    address, start = found["address"], found.start("address")
    if short := _SHORT_LINK.match(address):
        if len(short[1]) > MAX_SHORT_NAME:
            return []
        address = short[0]
    return [Entity(address, start, start + len(address))]


def _without_scheme(found: re.Match[str]) -> list[Entity]:
    """The plain Latin hosts in it; the last one takes the path."""
    if found["before"] in _NEVER_BEFORE_BARE_HOST:
        return []
    start = found.start("host")
    hosts = [
        Entity(host[0], start + host.start(), start + host.end())
        for host in _patterns()[1].finditer(found["host"])
    ]
    if hosts and found["path"]:
        last = hosts[-1]
        hosts[-1] = Entity(found.string[last.start : found.end()], last.start, found.end())
    return hosts


def links(text: str, *, schemeless: bool = True) -> list[Entity]:
    """The web addresses in order; `schemeless`: also those typed without `https://`."""
    found: list[Entity] = []
    if "." not in text:
        return found
    for match in _patterns()[0].finditer(text):
        if len(match["address"]) > MAX_ADDRESS or not _is_host(match["host"]):
            continue
        if match["scheme"]:
            found += _with_scheme(match)
        elif schemeless:
            found += _without_scheme(match)
    return found


def mentions(text: str) -> list[Entity]:
    """The accounts addressed with @, in order."""
    return [Entity(found[1], found.start(1) - 1, found.end()) for found in _MENTION.finditer(text)]


def _in_hashtag(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd" or character in _HASHTAG_SIGNS


def _hashtag_end(text: str, start: int) -> int:
    end = start
    while end < len(text) and _in_hashtag(text[end]):
        end += 1
    return end


def _may_precede_hashtag(text: str, position: int) -> bool:
    if position == 0:
        return True
    before = text[position - 1]
    return before in _EMOJI_STYLES or not (before == "&" or _in_hashtag(before))


def hashtags(text: str) -> list[Entity]:
    """The hashtags in order: a word after # with at least one letter, not part of a link."""
    found = []
    inside_links: list[Entity] | None = None
    for sign in re.finditer(f"[{_HASH}]", text):
        if inside_links is None:
            inside_links = links(text)
        start, end = sign.end(), _hashtag_end(text, sign.end())
        if (
            _may_precede_hashtag(text, sign.start())
            and any(unicodedata.category(letter)[0] in "LM" for letter in text[start:end])
            and text[start : start + 1] not in {"\ufe0f", "\u20e3"}
            and not text.startswith((*_HASH, "://"), end)
            and not any(link.start <= sign.start() < link.end for link in inside_links)
        ):
            found.append(Entity(text[start:end], sign.start(), end))
    return found
