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
    found = re.match(r"(\d+)\s?([a-z]+)\b", age.casefold())
    if found is None:
        return None
    number, unit = found.groups()
    return next((int(number) * days for units, days in _DAYS if re.fullmatch(units, unit)), None)


def about_when(age: str, copied_at: datetime) -> datetime | None:
    """About when something of this age was written; exact only to the age's unit.

    A date without a year is the last such day before the copying.
    """
    days = days_in(age)
    if days is not None:
        return copied_at - timedelta(days=days)
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
