"""How long a text is for a platform, and why it is too long: facts, no sentences."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from app.services.entities import Entity, hashtags, links, mentions
from app.services.graphemes import EMOJI, grapheme_count, graphemes
from app.services.platforms import PlatformFacts, TextFacts, Unit
from app.services.threads import posts_of

LINK_WEIGHT = 23  # X shortens every link to this length
# The characters that X weighs once; all others, and any emoji, weigh two (twitter-text v3.json).
_LIGHT = re.compile("[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
_LINKEDIN_ESCAPED = re.compile(r"[|{}@\[\]()<>#*_~\\]")
_NOT_ASCII = re.compile("[^\u0000-\u007f]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class ProblemKind(StrEnum):
    """What a platform would refuse, or not show."""

    TEXT_TOO_LONG = "text_too_long"
    TEXT_NOT_SHOWN = "text_not_shown"  # this kind of post carries none
    TOO_MANY_BYTES = "too_many_bytes"
    TITLE_TOO_LONG = "title_too_long"
    TOO_MANY_HASHTAGS = "too_many_hashtags"
    TOO_MANY_MENTIONS = "too_many_mentions"
    TOO_MANY_LINKS = "too_many_links"
    FORBIDDEN_CHARACTER = "forbidden_character"


class CostKind(StrEnum):
    """What weighs more or less for the platform than it looks."""

    LINKS = "links"
    EMOJI = "emoji"
    WIDE = "wide"  # letters that X weighs twice, such as Chinese or Sundanese script
    ESCAPES = "escapes"
    ENCODING = "encoding"  # characters of several bytes or UTF-16 units


@dataclass(frozen=True, slots=True)
class Cost:
    """`count` things of one kind cost `units` together."""

    kind: CostKind
    count: int
    units: int


@dataclass(frozen=True, slots=True)
class Length:
    """A length in a platform's unit, and what in it does not cost what it looks."""

    units: int
    costs: tuple[Cost, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One limit that is passed."""

    kind: ProblemKind
    found: int
    limit: int
    unit: Unit | None = None
    costs: tuple[Cost, ...] = ()
    characters: str = ""  # the forbidden ones that occur
    post: int | None = None  # its number, where the text is a thread of several
    divisible: bool = False  # it could be divided into a thread there

    @property
    def over(self) -> int:
        """How much must go."""
        return self.found - self.limit

    @property
    def is_refusal(self) -> bool:
        """Whether the platform would refuse the post, not merely leave the text out."""
        return self.kind is not ProblemKind.TEXT_NOT_SHOWN


def _outside(text: str, found: list[Entity]) -> list[str]:
    """The pieces of the text that are in none of these."""
    edges = [0, *(edge for entity in found for edge in (entity.start, entity.end)), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _costs(*costs: Cost) -> tuple[Cost, ...]:
    return tuple(cost for cost in costs if cost.count)


def _weighted(text: str) -> Length:
    text = unicodedata.normalize("NFC", text)
    found = links(text)
    emoji = light = heavy = 0
    for piece in _outside(text, found):
        # A © without the emoji's variation selector is a light letter like any other.
        seen = [match[0] for match in EMOJI.finditer(piece) if not _LIGHT.fullmatch(match[0])]
        emoji += len(seen)
        light_here = len(_LIGHT.findall(piece)) - sum(len(_LIGHT.findall(one)) for one in seen)
        light += light_here
        heavy += len(piece) - light_here - sum(map(len, seen))
    costs = _costs(
        Cost(CostKind.LINKS, len(found), LINK_WEIGHT * len(found)),
        Cost(CostKind.EMOJI, emoji, 2 * emoji),
        Cost(CostKind.WIDE, heavy, 2 * heavy),
    )
    return Length(light + sum(cost.units for cost in costs), costs)


def weighted_length(text: str) -> int:
    """The length X counts: of the NFC form, links 23, any emoji 2, Latin 1, wide letters 2."""
    return _weighted(text).units


def _utf16(text: str) -> Length:
    astral = len(_ASTRAL.findall(text))
    return Length(len(text) + astral, _costs(Cost(CostKind.ENCODING, astral, 2 * astral)))


def _bytes(text: str) -> Length:
    several = "".join(_NOT_ASCII.findall(text))
    size = len(several.encode("utf-8", "surrogatepass"))
    return Length(
        len(text) - len(several) + size, _costs(Cost(CostKind.ENCODING, len(several), size))
    )


def _linkedin_escaped(text: str) -> Length:
    length = _utf16(text)
    escaped = len(_LINKEDIN_ESCAPED.findall(text))
    cost = Cost(CostKind.ESCAPES, escaped, 2 * escaped)
    return Length(length.units + escaped, (*length.costs, *_costs(cost)))


_COUNTS: dict[Unit, Callable[[str], Length]] = {
    Unit.X_WEIGHTED: _weighted,
    Unit.GRAPHEMES: lambda text: Length(grapheme_count(text)),
    Unit.UTF16: _utf16,
    Unit.CODE_POINTS: lambda text: Length(len(text)),
    Unit.BYTES: _bytes,
    Unit.LINKEDIN_ESCAPED: _linkedin_escaped,
}


def length(text: str, unit: Unit, url_cost: int | None = None) -> Length:
    """The text's length in this unit; with `url_cost` each full web address costs just that.

    X's own weights already hold its price of links, those without `https://` included.
    """
    if url_cost is None or unit is Unit.X_WEIGHTED:
        return _COUNTS[unit](text)
    found = links(text, schemeless=False)
    rest = [_COUNTS[unit](piece) for piece in _outside(text, found)]
    cost = Cost(CostKind.LINKS, len(found), url_cost * len(found))
    return Length(
        sum(piece.units for piece in rest) + cost.units,
        (*_costs(cost), *(cost for piece in rest for cost in piece.costs)),
    )


def text_length(text: str, facts: TextFacts) -> Length:
    """The text's length as this kind of post counts it."""
    return length(text, facts.unit, facts.url_cost)


def text_limit(facts: TextFacts, *, with_media: bool) -> int | None:
    """How long the text may be; some platforms allow less below a picture. None: unknown."""
    if with_media and facts.caption_limit is not None:
        return facts.caption_limit
    return facts.limit


def judge(
    text: str, facts: PlatformFacts, *, title: str = "", with_media: bool = False
) -> tuple[Problem, ...]:
    """What this kind of post would refuse about these words; empty if nothing."""
    rules = facts.text
    if rules.limit == 0:
        found = text_length(text, rules).units
        return (Problem(ProblemKind.TEXT_NOT_SHOWN, found, 0, rules.unit),) if found else ()
    posts = posts_of(text, rules)
    limit = text_limit(rules, with_media=with_media)
    of_posts = [
        replace(problem, post=number if len(posts) > 1 else None, divisible=rules.threads)
        for number, post in enumerate(posts, 1)
        for problem in (*_judge_length(post, rules, limit), *_judge_entities(post, rules))
    ]
    return (*of_posts, *_judge_title(title, rules), *_judge_characters(text + title, rules))


def fitting(text: str, facts: TextFacts, limit: int) -> int:
    """How many code points of the text fit, never cutting a character that a reader sees.

    A longer beginning is never shorter by any unit but for the letters of a link that is being
    completed, so that halving finds the place.
    """
    ends = [0]
    for cluster in graphemes(text):
        ends.append(ends[-1] + len(cluster))
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if text_length(text[: ends[middle]], facts).units <= limit:
            low = middle
        else:
            high = middle - 1
    return ends[low]


def _judge_length(text: str, rules: TextFacts, limit: int | None) -> list[Problem]:
    problems = []
    found = text_length(text, rules)
    if limit is not None and found.units > limit:
        problems.append(
            Problem(ProblemKind.TEXT_TOO_LONG, found.units, limit, rules.unit, found.costs)
        )
    size = _bytes(text)
    if rules.max_bytes is not None and size.units > rules.max_bytes:
        problems.append(
            Problem(ProblemKind.TOO_MANY_BYTES, size.units, rules.max_bytes, Unit.BYTES, size.costs)
        )
    return problems


def _judge_title(title: str, rules: TextFacts) -> list[Problem]:
    found = length(title, rules.title_unit)
    if rules.title_limit is None or found.units <= rules.title_limit:
        return []
    kind, limit = ProblemKind.TITLE_TOO_LONG, rules.title_limit
    return [Problem(kind, found.units, limit, rules.title_unit, found.costs)]


def _judge_entities(text: str, rules: TextFacts) -> list[Problem]:
    counted = (
        (ProblemKind.TOO_MANY_HASHTAGS, hashtags, rules.hashtag_limit),
        (ProblemKind.TOO_MANY_MENTIONS, mentions, rules.mention_limit),
        (ProblemKind.TOO_MANY_LINKS, links, rules.link_limit),
    )
    problems = []
    for kind, find, limit in counted:
        if limit is not None and (found := len(find(text))) > limit:
            problems.append(Problem(kind, found, limit))
    return problems


def _judge_characters(text: str, rules: TextFacts) -> list[Problem]:
    used = "".join(character for character in rules.forbidden if character in text)
    if not used:
        return []
    count = sum(text.count(character) for character in used)
    return [Problem(ProblemKind.FORBIDDEN_CHARACTER, count, 0, characters=used)]
