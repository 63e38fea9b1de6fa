"""Contents that repeat: the rule, its dates, and the occurrences that people make ahead of time.

Dates are counted from the first occurrence by the rules of calendar files (RFC 5545): the 31st is
the 31st again in every month that has one. Nothing is made by itself. Each occurrence is a content
of its own, a copy of the first one as it is then, with its own decision, source check and proof.
"""

from app.services.recurrence.rules import MOST_EVERY, Rule, dates, fitting_nths
from app.services.recurrence.series import (
    MOST_AT_ONCE,
    OccurrenceRow,
    Repeating,
    SeriesView,
    change_rule,
    end_series,
    make_occurrences,
    repeat,
    repeating,
    series_of,
)

__all__ = [
    "MOST_AT_ONCE",
    "MOST_EVERY",
    "OccurrenceRow",
    "Repeating",
    "Rule",
    "SeriesView",
    "change_rule",
    "dates",
    "end_series",
    "fitting_nths",
    "make_occurrences",
    "repeat",
    "repeating",
    "series_of",
]
