"""The rule of a series and its dates: pure, and counted from the first occurrence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from app.models.series import Frequency, ShortMonth
from app.services.errors import InvalidValue

if TYPE_CHECKING:
    from dateutil.rrule import rrule

MOST_EVERY = 99
_FURTHEST = 4000  # dates looked at: ten years of days


@dataclass(frozen=True, slots=True)
class Rule:
    """How a content repeats. `nth` counts weeks of the month, -1 is its last one.

    It ends after `number` occurrences, the first one included, after `until_on`, or never.
    """

    frequency: Frequency
    every: int = 1
    weekdays: frozenset[int] = frozenset()  # of WEEKLY; 0 is Monday
    nth: int | None = None  # of MONTHLY_BY_WEEKDAY
    short_month: ShortMonth = ShortMonth.SKIP
    until_on: date | None = None
    number: int | None = None


def dates(rule: Rule, first_on: date) -> Iterator[date]:
    """The days of a series, the first one included, as far as anybody plans."""
    for moment in islice(_recurrence(rule, first_on), _FURTHEST):
        yield moment.date()


def fitting_nths(day: date) -> tuple[int, ...]:
    """What a day is among its weekdays of the month: (2,) of a second, (4, -1) of a last one."""
    number = (day.day - 1) // 7 + 1
    is_last = (day + timedelta(days=7)).month != day.month
    return ((number,) if number <= 4 else ()) + ((-1,) if is_last else ())


def check(rule: Rule, first_on: date) -> None:
    """Raises InvalidValue where the rule makes no sense, or leaves its first day out."""
    if not 1 <= rule.every <= MOST_EVERY:
        raise InvalidValue("every", "range", MOST_EVERY)
    if rule.number is not None and not 1 <= rule.number <= _FURTHEST:
        raise InvalidValue("number", "range", _FURTHEST)
    if rule.until_on is not None and rule.until_on < first_on:
        raise InvalidValue("until_on", "before_start", rule.until_on)
    if rule.frequency is Frequency.WEEKLY and (
        rule.weekdays and first_on.weekday() not in rule.weekdays
    ):
        raise InvalidValue("weekdays", "without_first")
    if rule.frequency is Frequency.MONTHLY_BY_WEEKDAY and (
        rule.nth is not None and rule.nth not in fitting_nths(first_on)
    ):
        raise InvalidValue("nth", "without_first")


def _recurrence(rule: Rule, first_on: date) -> "rrule":
    from dateutil import rrule as rules  # only who plans a series needs it

    begins = datetime(first_on.year, first_on.month, first_on.day)  # noqa: DTZ001 days, not moments
    ends = rule.until_on and datetime.combine(rule.until_on, begins.time())
    day, nth = first_on.day, rule.nth or fitting_nths(first_on)[0]
    takes_last = rule.short_month is ShortMonth.LAST_DAY and day > 28
    # The last of the 28th … 31st that a month has.
    month_days: tuple[int, ...] = tuple(range(28, day + 1)) if takes_last else (day,)
    last_of_them = -1 if takes_last else None
    every, number = rule.every, rule.number
    match rule.frequency:
        case Frequency.DAILY:
            return rules.rrule(rules.DAILY, begins, every, until=ends, count=number)
        case Frequency.WEEKLY:
            weekdays = sorted(rule.weekdays or {first_on.weekday()})
            return rules.rrule(
                rules.WEEKLY, begins, every, rules.MO, number, ends, byweekday=weekdays
            )
        case Frequency.MONTHLY_BY_DAY:
            return rules.rrule(
                rules.MONTHLY,
                begins,
                every,
                until=ends,
                count=number,
                bymonthday=month_days,
                bysetpos=last_of_them,
            )
        case Frequency.MONTHLY_BY_WEEKDAY:
            weekday = rules.weekday(first_on.weekday(), nth)
            return rules.rrule(
                rules.MONTHLY, begins, every, until=ends, count=number, byweekday=weekday
            )
        case Frequency.YEARLY:
            return rules.rrule(
                rules.YEARLY,
                begins,
                every,
                until=ends,
                count=number,
                bymonth=first_on.month,
                bymonthday=month_days,
                bysetpos=last_of_them,
            )
