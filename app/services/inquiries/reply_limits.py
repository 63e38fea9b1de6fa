"""How long a reply may be where it is given: a comment below a post has limits of its own."""

from app.services.counting import text_length
from app.services.platforms import TextFacts, Unit, post_kinds

# General knowledge, not checked against the platforms: a warning, never a refusal.
_COMMENTS = {"facebook": 8_000, "youtube": 10_000, "tiktok": 150, "linkedin": 1_250}


def reply_length(text: str, platform: str | None) -> tuple[int, int | None]:
    """How long the text is as that platform counts, and how long it may be; None: unknown."""
    facts = _facts(platform)
    return text_length(text, facts).units, facts.limit


def _facts(platform: str | None) -> TextFacts:
    """Where comments have no limit of their own, a reply may be as long as a post."""
    if platform in _COMMENTS:
        return TextFacts(limit=_COMMENTS[platform], unit=Unit.UTF16)
    kinds = post_kinds(platform) if platform else ()
    return kinds[0].text if kinds else TextFacts(unit=Unit.CODE_POINTS)
