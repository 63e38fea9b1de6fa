"""Sentences of the annual report's signature and delivery."""

from app.language import _
from app.services import errors
from app.wording.registry import says_invalid


@says_invalid("signed_on", "future")
@says_invalid("submitted_on", "future")
def _day_to_come(error: errors.InvalidValue) -> str:
    return _("This day has not come yet. Check the day.")


@says_invalid("submitted_on", "not_signed")
def _not_signed(error: errors.InvalidValue) -> str:
    return _("The signature comes first: record it, then the delivery.")


@says_invalid("submitted_on", "before_signature")
def _before_signature(error: errors.InvalidValue) -> str:
    return _("The report can't be delivered before it was signed. Check the day.")
