"""The kinds of view: which days each shows, how it turns, what its heading says."""

from datetime import date, timedelta

from app.language import _, date_pattern_text, month_text
from app.services.calendar import WEEKS_SHOWN, first_day_shown

MONTH, WEEK, BOARD, LIST, YEAR = "month", "week", "board", "list", "year"
KINDS = (MONTH, WEEK, BOARD, LIST, YEAR)
_WEEKLY = (WEEK, BOARD)
_WEEK = timedelta(weeks=1)


def kind_words(kind: str) -> str:
    """What the view is called."""
    return {
        MONTH: _("Month"),
        WEEK: _("Week"),
        BOARD: _("Board"),
        LIST: _("List"),
        YEAR: _("Year"),
    }[kind]


def turn_words(kind: str) -> tuple[str, str]:
    """What the two arrows lead to."""
    if kind in _WEEKLY:
        return _("Week before"), _("Week after")
    if kind == YEAR:
        return _("Year before"), _("Year after")
    return _("Month before"), _("Month after")


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def begin_of(kind: str, day: date) -> date:
    """The first day of the month, week or year that has this day."""
    if kind in _WEEKLY:
        return monday_of(day)
    return day.replace(month=1, day=1) if kind == YEAR else day.replace(day=1)


def turned(kind: str, day: date, pages: int) -> date:
    """The first day of the page so many pages further."""
    begin = begin_of(kind, day)
    if kind in _WEEKLY:
        return begin + pages * _WEEK
    months = begin.year * 12 + begin.month - 1 + pages * (12 if kind == YEAR else 1)
    return date(months // 12, months % 12 + 1, 1)


def span(kind: str, day: date) -> tuple[date, date]:
    """The first day that the page shows, and the first one that it does not."""
    if kind == MONTH:
        first = first_day_shown(day.year, day.month)
        return first, first + timedelta(weeks=WEEKS_SHOWN)
    return begin_of(kind, day), turned(kind, day, 1)


def heading(kind: str, day: date) -> str:
    """`November 2026`, `23–29 November 2026`, `2026`."""
    begin = begin_of(kind, day)
    if kind == YEAR:
        return str(begin.year)
    if kind not in _WEEKLY:
        return month_text(begin)
    last = begin + _WEEK - timedelta(days=1)
    if begin.month == last.month:
        return f"{begin.day}–{last.day} {month_text(last)}"
    return f"{date_pattern_text(begin, 'd MMM')} – {date_pattern_text(last, 'd MMM y')}"
