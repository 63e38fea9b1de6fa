"""What people call the fields of a kind: where they map columns, and where a value differs."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.labels import label
from app.language import _, pgettext
from app.models.content import ContentState
from app.models.imports import ImportKind
from app.services.importing.fields import FIELDS

if TYPE_CHECKING:
    from app.services.importing.comparing import Difference

# Kinds whose columns a person may map; platforms' exports are recognised or not at all.
MAPPABLE = (
    ImportKind.PLAN,
    ImportKind.INQUIRIES,
    ImportKind.STANDARD_ANSWERS,
    ImportKind.PEOPLE,
    ImportKind.ACCOUNTS,
    ImportKind.DIRECTORY,
    ImportKind.COMMENTS,
    ImportKind.DAYS,
)


def field_words(kind: ImportKind, field: str) -> str:
    """What a person calls a field of this kind; the field's own name where it has no word."""
    return _words_of(kind).get(field) or _shared_words().get(field, field)


def fields_to_choose(kind: ImportKind) -> list[tuple[str, object]]:
    """The fields of a kind as entries of a list, the number of the row left out."""
    return [(field_words(kind, field), field) for field in FIELDS[kind] if field != "number"]


def difference_text(kind: ImportKind, difference: "Difference") -> str:
    """`Status: Recorded (ours: Collected)`."""
    return _("%(field)s: %(theirs)s (ours: %(ours)s)") % {
        "field": field_words(kind, difference.field),
        "theirs": _value_text(difference, difference.theirs),
        "ours": _value_text(difference, difference.ours) or "–",
    }


def _value_text(difference: "Difference", value: str) -> str:
    if difference.field == "status" and value in set(ContentState):
        return label(ContentState(value))
    return " ".join(value.split())[:120]


def _words_of(kind: ImportKind) -> Mapping[str, str]:
    match kind:
        case ImportKind.INQUIRIES:
            return {"text": pgettext("field", "Message"), "day": _("Day received")}
        case ImportKind.STANDARD_ANSWERS:
            return {"text": _("Answer"), "owner": _("Owner")}
        case ImportKind.DIRECTORY:
            return {"kind": _("Kind of agency"), "name": _("Name of agency")}
        case ImportKind.COMMENTS:
            return {"text": pgettext("field", "Comment"), "link": _("Address of the post")}
        case ImportKind.DAYS:
            return {
                "first_on": _("First day"),
                "last_on": _("Last day"),
                "month": _("Month as a number"),
                "day_number": _("Day as a number"),
                "weekday": _("Day of the week"),
                "words": _("What the day is"),
                "reason": pgettext("field", "Reason"),
                "is_yearly": _("Every year"),
            }
    return {}


def _shared_words() -> Mapping[str, str]:
    return {
        "day": pgettext("field", "Date"),
        "time": pgettext("field", "Time"),
        "channels": _("Channels"),
        "channel": _("Channel"),
        "category": _("Category (Pasal 7)"),
        "title": pgettext("field", "Title"),
        "text": pgettext("field", "Text"),
        "material": _("Material (files)"),
        "person": _("Person in charge"),
        "status": pgettext("field", "Status"),
        "links": _("Links that prove publication"),
        "link": pgettext("field", "Link"),
        "account": _("Our account"),
        "author": _("Who wrote"),
        "kind": pgettext("field", "Kind"),
        "tone": pgettext("field", "Tone"),
        "referred_to": _("Referred to"),
        "answer": _("Answer"),
        "answered_at": _("Answered at"),
        "topic": pgettext("field", "Topic"),
        "question": _("Question"),
        "keywords": _("Keywords"),
        "valid_until": _("Valid until"),
        "name": pgettext("field", "Name"),
        "nip": _("NIP"),
        "rank": _("Rank and grade"),
        "position": pgettext("field", "Position"),
        "duty": _("Duty in the team"),
        "address_term": _("Form of address"),
        "phone": _("Telephone"),
        "platform": _("Platform"),
        "handle": _("Account name"),
        "address": pgettext("field", "Address"),
        "designation_number": _("Number of the designation letter"),
        "designation_on": _("Date of the designation letter"),
        "responsible": _("Responsible person"),
        "audience": _("Target audience"),
        "short_name": _("Short name"),
        "parent": _("Agency above it"),
        "head_title": _("Title of its head"),
        "site": _("Web site"),
        "area": _("Area"),
        "is_certain": _("Certain"),
        "source": pgettext("field", "Source"),
        "contact_name": _("Contact person"),
        "contact_means": _("How to reach them"),
        "id": _("Identifier"),
        "moment": pgettext("field", "Moment"),
        "likes": pgettext("field", "Likes"),
        "reply_to": _("Answers to"),
    }
