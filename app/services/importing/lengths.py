"""How long a cell of each field may be: what a form of the office could show and save again."""

from collections.abc import Mapping

from app.models.imports import ImportKind
from app.models.limits import CONTENT_TITLE, LINE, LINK, TOPIC

_LENGTHS: Mapping[ImportKind, Mapping[str, int]] = {
    ImportKind.PLAN: {"title": CONTENT_TITLE, "category": LINE, "person": LINE},
    ImportKind.INQUIRIES: {
        "topic": TOPIC,
        "account": LINE,
        "author": LINE,
        "kind": LINE,
        "referred_to": LINE,
        "link": LINK,
    },
    ImportKind.STANDARD_ANSWERS: {"question": LINE, "keywords": LINE, "owner": LINE},
    ImportKind.PEOPLE: {
        "name": LINE,
        "address_term": LINE,
        "rank": LINE,
        "position": LINE,
        "duty": LINE,
        "phone": LINE,
    },
    ImportKind.ACCOUNTS: {
        "handle": LINE,
        "address": LINE,
        "designation_number": LINE,
        "responsible": LINE,
        "audience": LINE,
    },
    ImportKind.DIRECTORY: {
        "name": LINE,
        "short_name": LINE,
        "head_title": LINE,
        "site": LINE,
        "area": LINE,
        "contact_name": LINE,
        "contact_means": LINE,
    },
    ImportKind.DAYS: {"words": LINE, "reason": LINE},
    ImportKind.COMMENTS: {"author": LINE, "link": LINK},
}


def lengths_of(kind: ImportKind) -> Mapping[str, int]:
    """The longest text of each field of a kind; a field that is missing has no limit."""
    return _LENGTHS.get(kind, {})
