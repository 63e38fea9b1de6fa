"""A year in West Java: from when to when, and in which of its months a moment lies."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Label, SQLColumnExpression, and_, case

from app.language import WIB

MONTHS = range(1, 13)


def begin_of(year: int, month: int = 1) -> datetime:
    """When the month begins (UTC); month 13 is the next year's first."""
    first = date(year, month, 1) if month <= len(MONTHS) else date(year + 1, 1, 1)
    return datetime(first.year, first.month, 1, tzinfo=WIB).astimezone(UTC)


def in_year(moment: SQLColumnExpression[Any], year: int) -> ColumnElement[bool]:
    """Whether a stored moment lies in the year, by West Java's clocks."""
    return and_(moment >= begin_of(year), moment < begin_of(year + 1))


def month_in(moment: SQLColumnExpression[Any], year: int) -> Label[int]:
    """1…12 of a moment of that year; the engines' own date functions differ and know no WIB.

    Group by its label's name, "month": PostgreSQL takes a repeated CASE for another expression.
    """
    return case(*((moment < begin_of(year, month + 1), month) for month in MONTHS)).label("month")


def until_day(year: int, today: date) -> date:
    """The last day that the report of this year covers, seen from today."""
    return max(date(year, 1, 1), min(date(year, 12, 31), today))
