"""How long ago something was written, by the word of a site: `3 mgg`, `2 months ago`, `8-10`."""

import re
from datetime import UTC, datetime, timedelta

from app.language import WIB, wib

_DAYS = (
    (r"s|secs?|seconds?|dtk|detik", 1 / 86400),
    (r"m|mins?|minutes?|mnt|menit", 1 / 1440),
    (r"h|hours?|j|jam", 1 / 24),
    (r"d|days?|hr|hari", 1.0),
    (r"w|wks?|weeks?|mgg|minggu", 7.0),
    (r"mos?|months?|bln|bulan", 30.0),
    (r"y|yrs?|years?|th|thn|tahun", 365.0),
)


def days_in(age: str) -> float | None:
    """About how many days; None for a date, or an age in other words."""
    counted = _counted(age)
    return counted[0] * counted[1] / timedelta(days=1) if counted else None


def about_when(age: str, copied_at: datetime) -> datetime | None:
    """The latest moment at which something of this age can have been written; None: unknown words.

    Sites count whole units: three weeks are three or more, and less than four. A date without a
    year is the last such day before the copying.
    """
    between = _between(age, copied_at)
    return between[1] if between else None


def is_month_known(age: str, copied_at: datetime) -> bool:
    """Whether an age tells in which month something was written, on the clocks of West Java."""
    between = _between(age, copied_at)
    if between is None:
        return False
    earliest, latest = wib(between[0]), wib(between[1])
    return (earliest.year, earliest.month) == (latest.year, latest.month)


def _between(age: str, copied_at: datetime) -> tuple[datetime, datetime] | None:
    counted = _counted(age)
    if counted is not None:
        number, unit = counted
        return copied_at - (number + 1) * unit, copied_at - number * unit
    day = _day(age, copied_at)
    return (day, day) if day is not None else None


def _counted(age: str) -> tuple[int, timedelta] | None:
    found = re.match(r"(\d{1,4})\s?([a-z]+)\b", age.casefold())
    if found is None:
        return None
    number, word = found.groups()
    days = next((days for units, days in _DAYS if re.fullmatch(units, word)), None)
    return (int(number), timedelta(days=days)) if days is not None else None


def _day(age: str, copied_at: datetime) -> datetime | None:
    found = re.fullmatch(r"(?:(\d{4})-)?(\d{1,2})-(\d{1,2})", age.strip())
    if found is None:
        return None
    year = int(found[1] or wib(copied_at).year)
    try:
        day = datetime(year, int(found[2]), int(found[3]), tzinfo=WIB)
        is_next_year = day > copied_at and not found[1]
        return (day.replace(year=year - 1) if is_next_year else day).astimezone(UTC)
    except ValueError:
        return None
