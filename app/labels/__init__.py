"""States, acts, roles, kinds become words, for window, command line and paper alike.

The paper is always Indonesian: it asks for these words while the language is `id`.
"""

from enum import StrEnum

from app.labels import calendar, contents, inquiries, office, records
from app.labels.contents import category_label
from app.labels.inquiries import clock_label

__all__ = ["category_label", "clock_label", "label"]

_WORDS = {
    **contents.WORDS,
    **inquiries.WORDS,
    **calendar.WORDS,
    **office.WORDS,
    **records.WORDS,
}


def label(value: StrEnum) -> str:
    """The word for a member of any of the models' enumerations.

    Raises:
        KeyError: an enumeration has a member without a word; a test holds that none has.
    """
    return _WORDS[type(value)]()[value]
