"""A comment column copied from a web page, of whichever site, becomes comments."""

import re
from collections.abc import Collection
from types import ModuleType

from app.services.errors import NoCommentsFound
from app.services.importing.pasted import facebook, instagram, tiktok, youtube
from app.services.importing.pasted.comments import Draft, PastedComment, PastedComments, Reading
from app.services.importing.pasted.lines import Kind, understand
from app.services.importing.pasted.threads import guess_replies

# From the strictest shape to the loosest: of two that find equally many, the first is believed.
_SITES: tuple[ModuleType, ...] = (youtube, instagram, facebook, tiktok)
# Below a long text the site shows only its beginning; the rest was not copied.
_CUT = re.compile(r"(\.\.\.|…)\s*(?:lihat selengkapnya|selengkapnya|see more|more)$", re.IGNORECASE)
_SAYING_SOMETHING = frozenset({Kind.WORDS, Kind.HEADER, Kind.NUMBER})


def read_pasted(text: str, own_names: Collection[str] = ()) -> PastedComments:
    """The comments of a pasted text; the site is recognised from it.

    `own_names` are the handles and names of the office's accounts; the page's own account is also
    known by its badge, by the caption above, or by what it pinned.

    Raises:
        NoCommentsFound: the text has the shape of no site we know.
    """
    lines = understand(text)
    readings = [(site, site.read(lines)) for site in _SITES]
    site, reading = max(readings, key=lambda pair: len(pair[1].drafts))
    if not reading.drafts:
        raise NoCommentsFound(sum(1 for line in lines if line.text))
    own = _own(reading, own_names)
    guessed, hidden = guess_replies(
        reading.drafts, own, counted_are_shown=site in {youtube, tiktok}
    )
    return PastedComments(
        platform=site.PLATFORM,
        comments=tuple(
            _comment(draft, own, is_reply=is_reply)
            for draft, is_reply in zip(reading.drafts, guessed, strict=True)
        ),
        left_out=tuple(line.text for line in reading.unused if line.kind in _SAYING_SOMETHING),
        hidden_replies=hidden,
    )


def _own(reading: Reading, names: Collection[str]) -> frozenset[str]:
    badged = [draft.author for draft in reading.drafts if Kind.OWNER in draft.badges]
    known = {name.casefold() for name in (*badged, reading.owner) if name}
    handles = {name.casefold().removeprefix("@") for name in names}
    return frozenset(known | handles | {f"@{name}" for name in handles})


def _comment(draft: Draft, own: frozenset[str], *, is_reply: bool) -> PastedComment:
    said = "\n".join(draft.lines)
    whole = _CUT.sub(r"\1", said)
    return PastedComment(
        author=draft.author,
        text=whole,
        age_text=draft.age,
        likes=draft.likes,
        is_reply_guess=is_reply,
        is_own=draft.author.casefold() in own,
        is_pinned=Kind.PINNED in draft.badges,
        is_incomplete=whole != said,
    )
