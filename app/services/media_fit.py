"""Whether pictures and videos fit a kind of post: facts, no sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.models.asset import AssetKind
from app.services.counting import length
from app.services.platforms import MediaFacts, MediaNeed, PlatformFacts


class MediaProblemKind(StrEnum):
    """What a platform would refuse, convert or cut."""

    MISSING = "missing"
    NOT_TAKEN = "not_taken"  # this kind of post shows none of that kind
    TOO_MANY = "too_many"
    FORMAT = "format"
    TOO_BIG = "too_big"
    TOO_SMALL = "too_small"
    SIZE = "size"  # pixels
    RATIO = "ratio"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    ALT_TEXT_TOO_LONG = "alt_text_too_long"


# By hand the platforms' own apps convert formats, scale and cut: worth a word, no refusal.
_ADVICE = frozenset({MediaProblemKind.FORMAT, MediaProblemKind.SIZE, MediaProblemKind.RATIO})


@dataclass(frozen=True, slots=True)
class Medium:
    """What is known of one picture or video; `format` is a media type such as `image/png`."""

    kind: AssetKind
    format: str | None
    size: int
    width: int | None
    height: int | None
    seconds: float | None
    alt_text: str


@dataclass(frozen=True, slots=True)
class MediaProblem:
    """One limit that is passed; `number` counts from 1, None where it is about all together."""

    kind: MediaProblemKind
    number: int | None = None
    found: float = 0
    limit: float = 0
    medium: AssetKind | None = None

    @property
    def is_refusal(self) -> bool:
        """Whether the platform would refuse the post."""
        return self.kind not in _ADVICE


def judge_media(media: Sequence[Medium], facts: PlatformFacts) -> tuple[MediaProblem, ...]:
    """What this kind of post would refuse or change about these; unknown limits refuse nothing."""
    if not media:
        needed = facts.media is MediaNeed.REQUIRED
        return (MediaProblem(MediaProblemKind.MISSING),) if needed else ()
    problems = [*_too_many(media, facts)]
    for number, medium in enumerate(media, 1):
        rules = _rules(medium.kind, facts)
        if rules is None and _is_known(facts):
            problems.append(MediaProblem(MediaProblemKind.NOT_TAKEN, number, medium=medium.kind))
        elif rules is not None:
            problems += _judge_one(medium, number, rules)
    return tuple(problems)


def _is_known(facts: PlatformFacts) -> bool:
    """Whether anything is said about media; else all of it is unknown, not forbidden."""
    return any(rules is not None for rules in (facts.images, facts.video, facts.documents))


def _rules(kind: AssetKind, facts: PlatformFacts) -> MediaFacts | None:
    return {
        AssetKind.PICTURE: facts.images,
        AssetKind.VIDEO: facts.video,
        AssetKind.DOCUMENT: facts.documents,
    }.get(kind)


def _too_many(media: Sequence[Medium], facts: PlatformFacts) -> Iterator[MediaProblem]:
    for kind in (AssetKind.PICTURE, AssetKind.VIDEO, AssetKind.DOCUMENT):
        rules = _rules(kind, facts)
        count = sum(medium.kind is kind for medium in media)
        if rules is not None and rules.count is not None and count > rules.count:
            yield MediaProblem(MediaProblemKind.TOO_MANY, None, count, rules.count, medium=kind)


def _judge_one(medium: Medium, number: int, rules: MediaFacts) -> Iterator[MediaProblem]:
    for kind, found, limit in (
        *_bytes(medium, rules),
        *_format(medium, rules),
        *_pixels(medium, rules),
        *_seconds(medium, rules),
        *_alt_text(medium, rules),
    ):
        yield MediaProblem(kind, number, found, limit, medium.kind)


_Found = Iterator[tuple[MediaProblemKind, float, float]]


def _bytes(medium: Medium, rules: MediaFacts) -> _Found:
    is_gif = medium.format == "image/gif" and rules.gif_max_bytes is not None
    most = rules.gif_max_bytes if is_gif else rules.max_bytes
    if most is not None and medium.size > most:
        yield MediaProblemKind.TOO_BIG, medium.size, most
    if rules.min_bytes is not None and medium.size < rules.min_bytes:
        yield MediaProblemKind.TOO_SMALL, medium.size, rules.min_bytes


_SHORT_NAMES = {"quicktime": "mov", "x-ms-bmp": "bmp"}


def _format(medium: Medium, rules: MediaFacts) -> _Found:
    if medium.format is None or not rules.formats:
        return
    name = medium.format.partition("/")[2]
    if _SHORT_NAMES.get(name, name) not in rules.formats:
        yield MediaProblemKind.FORMAT, 0, 0


def _pixels(medium: Medium, rules: MediaFacts) -> _Found:
    if not medium.width or not medium.height:
        return
    for found, least, most in (
        (medium.width, rules.min_width, rules.max_width),
        (medium.height, rules.min_height, rules.max_height),
        (medium.width + medium.height, None, rules.max_width_plus_height),
    ):
        if most is not None and found > most:
            yield MediaProblemKind.SIZE, found, most
        if least is not None and found < least:
            yield MediaProblemKind.SIZE, found, least
    ratio = medium.width / medium.height
    if rules.max_ratio is not None and ratio > rules.max_ratio * 1.01:
        yield MediaProblemKind.RATIO, ratio, rules.max_ratio
    if rules.min_ratio is not None and ratio < rules.min_ratio / 1.01:
        yield MediaProblemKind.RATIO, ratio, rules.min_ratio


def _seconds(medium: Medium, rules: MediaFacts) -> _Found:
    if medium.seconds is None:
        return
    if rules.max_seconds is not None and medium.seconds > rules.max_seconds:
        yield MediaProblemKind.TOO_LONG, medium.seconds, rules.max_seconds
    if rules.min_seconds is not None and medium.seconds < rules.min_seconds:
        yield MediaProblemKind.TOO_SHORT, medium.seconds, rules.min_seconds


def _alt_text(medium: Medium, rules: MediaFacts) -> _Found:
    if rules.alt_text is None:
        return
    found = length(medium.alt_text, rules.alt_text_unit).units
    if found > rules.alt_text:
        yield MediaProblemKind.ALT_TEXT_TOO_LONG, found, rules.alt_text
