"""Sentences of the calendar's days and of contents that repeat."""

from app.language import _
from app.services import errors
from app.wording.registry import says_invalid


@says_invalid("words", "empty")
def _day_without_words(error: errors.InvalidValue) -> str:
    return _("Write what the day is.")


@says_invalid("words", "too_long")
def _day_too_long(error: errors.InvalidValue) -> str:
    return _("This is too long for a day of the calendar. Shorten it.")


@says_invalid("reason", "quiet_without_reason")
def _quiet_without_reason(error: errors.InvalidValue) -> str:
    return _("Say why it is a quiet period: colleagues will ask.")


@says_invalid("last_on", "too_far")
def _day_too_far(error: errors.InvalidValue) -> str:
    return _("This is longer than a year. Check the year.")


@says_invalid("content", "without_day")
def _repeats_without_day(error: errors.InvalidValue) -> str:
    return _("%(reference)s has no day yet. Give it one: occurrences are counted from it.") % {
        "reference": error.value
    }


@says_invalid("weekdays", "without_first")
def _weekdays_without_first(error: errors.InvalidValue) -> str:
    return _("The day of the week of the first occurrence must be among them.")


@says_invalid("nth", "without_first")
def _nth_without_first(error: errors.InvalidValue) -> str:
    return _("The first occurrence is not on that day of its month. Choose the other one.")


@says_invalid("every", "range")
@says_invalid("number", "range")
def _repeats_range(error: errors.InvalidValue) -> str:
    return _("Write a number between 1 and %(limit)s.") % {"limit": error.value}


@says_invalid("days", "not_of_series")
def _not_of_series(error: errors.InvalidValue) -> str:
    return _("The rule was changed meanwhile. Look at the dates again.")
