"""The days that the program brings along: Indonesia's public holidays, and days of observance.

Holidays move with moon calendars and cuti bersama is decided each year by a joint decree of three
ministers, so both are asked of the `holidays` library by year: decreed where a decree is known,
estimated where the library has only computed the day, and no cuti bersama where none is decided.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from app.models.content import CATEGORY_LETTERS, Category
from app.models.day import DayKind
from app.models.search_text import search_text
from app.resources import resource

if TYPE_CHECKING:
    from holidays import HolidayBase

YEARS = range(2000, 2101)  # as far as days of contents go
_ESTIMATED = " (perkiraan)"  # how the library's Indonesian words mark a computed day
_CATEGORIES = {letter: category for category, letter in CATEGORY_LETTERS.items()}


@dataclass(frozen=True, slots=True)
class ShippedDay:
    """One day in one year. `origin` names it whatever its date: an estimated day may move.

    `is_certain` is false of an estimated holiday, and of an observance whose date we have from
    general knowledge only.
    """

    origin: str
    kind: DayKind
    on: date
    words: str
    is_certain: bool
    category: Category | None = None

    @property
    def is_yearly(self) -> bool:
        """Whether it has the same date, and the same origin, in every year."""
        return self.kind is DayKind.OBSERVANCE


@lru_cache(maxsize=8)
def shipped_days(year: int) -> tuple[ShippedDay, ...]:
    """All of one year, by date; outside the years that contents can have there are none."""
    if year not in YEARS:
        return ()
    found = [
        *_holidays(year, DayKind.HOLIDAY),
        *_holidays(year, DayKind.COLLECTIVE_LEAVE),
        *_observances(year),
    ]
    return tuple(sorted(found, key=lambda day: day.on))


def knows_collective_leave(year: int) -> bool:
    """Whether the joint decree on the cuti bersama of that year is known here."""
    return any(day.kind is DayKind.COLLECTIVE_LEAVE for day in shipped_days(year))


def _holidays(year: int, kind: DayKind) -> Iterator[ShippedDay]:
    of_name: Counter[str] = Counter()
    for on, words in sorted(_calendar(year, kind).items()):
        for name in words.split("; "):
            is_estimated = name.endswith(_ESTIMATED)
            plain = name.removesuffix(_ESTIMATED)
            # Isra Mikraj falls into one year of ours twice now and then.
            of_name[plain] += 1
            again = f"#{of_name[plain]}" if of_name[plain] > 1 else ""
            origin = f"{kind}/{year}/{search_text(plain)}{again}"
            yield ShippedDay(origin, kind, on, plain, not is_estimated)


def _calendar(year: int, kind: DayKind) -> "HolidayBase":
    from holidays.constants import GOVERNMENT, PUBLIC  # a tenth of a second, once it is needed
    from holidays.countries.indonesia import Indonesia

    category = PUBLIC if kind is DayKind.HOLIDAY else GOVERNMENT
    return Indonesia(years=year, language="id", categories=(category,))


def _observances(year: int) -> Iterator[ShippedDay]:
    with resource("facts", "observances.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            on = date(year, int(row["month"]), int(row["day"]))
            yield ShippedDay(
                f"{DayKind.OBSERVANCE}/{on:%m-%d}/{search_text(row['name_id'])}",
                DayKind.OBSERVANCE,
                on,
                row["name_id"],
                row["certain"] == "true",
                _CATEGORIES.get(row["category_hint"]),
            )
