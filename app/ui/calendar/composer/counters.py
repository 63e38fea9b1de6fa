"""The line below a text: how long it is by the platform's own way, hashtags, mentions."""

from app.language import _, ngettext, number_text
from app.services.counting import text_length, text_limit
from app.services.entities import hashtags, mentions
from app.services.graphemes import grapheme_count
from app.services.platforms import PlatformFacts, TextFacts, Unit


def _units() -> dict[Unit, str]:
    return {
        Unit.X_WEIGHTED: _("links 23, emoji 2"),
        Unit.BYTES: _("counted in bytes"),
        Unit.LINKEDIN_ESCAPED: _("brackets and signs 2"),
    }


def length_text(text: str, facts: PlatformFacts | None, *, with_media: bool) -> str:
    """`350 dari 2.200`, by the platform's own way; of the base text the characters one sees."""
    if facts is None:
        count = grapheme_count(text)
        words = ngettext("%(n)s character", "%(n)s characters", count)
        return words % {"n": number_text(count)}
    found = text_length(text, facts.text).units
    limit = text_limit(facts.text, with_media=with_media)
    if limit is None:
        return _("%(found)s, no limit known") % {"found": number_text(found)}
    if limit == 0:
        return _("shows no text")
    return _("%(found)s of %(limit)s") % {
        "found": number_text(found),
        "limit": number_text(limit),
    }


def entities_text(text: str, facts: PlatformFacts | None) -> str:
    """`tagar 3 dari 5 · sebutan 0 dari 20`, where the platform limits them."""
    if facts is None:
        return ""
    parts = []
    if facts.text.hashtag_limit is not None:
        numbers = _numbers(len(hashtags(text)), facts.text.hashtag_limit)
        parts.append(_("hashtags %(found)s of %(limit)s") % numbers)
    if facts.text.mention_limit is not None:
        numbers = _numbers(len(mentions(text)), facts.text.mention_limit)
        parts.append(_("mentions %(found)s of %(limit)s") % numbers)
    return " · ".join(parts)


def unit_text(facts: TextFacts) -> str:
    """What counts otherwise than one thinks; empty where a character is a character."""
    return _units().get(facts.unit, "")


def _numbers(found: int, limit: int) -> dict[str, str]:
    return {"found": number_text(found), "limit": number_text(limit)}
