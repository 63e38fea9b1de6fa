"""Words of the calendar: kinds of days, how often something repeats."""

from collections.abc import Callable
from enum import StrEnum

from app.language import _
from app.models.day import DayKind
from app.models.series import Frequency, ShortMonth


def _day_kinds() -> dict[StrEnum, str]:
    return {
        DayKind.HOLIDAY: _("Public holiday"),
        DayKind.COLLECTIVE_LEAVE: _("Collective leave"),
        DayKind.OBSERVANCE: _("Observance"),
        DayKind.QUIET_PERIOD: _("Quiet period"),
        DayKind.CAMPAIGN: _("Campaign"),
        DayKind.NOTE: _("Day note"),
    }


def _frequencies() -> dict[StrEnum, str]:
    return {
        Frequency.DAILY: _("Daily"),
        Frequency.WEEKLY: _("Weekly"),
        Frequency.MONTHLY_BY_DAY: _("Monthly, on a date"),
        Frequency.MONTHLY_BY_WEEKDAY: _("Monthly, on a day of the week"),
        Frequency.YEARLY: _("Yearly"),
    }


def _short_months() -> dict[StrEnum, str]:
    return {
        ShortMonth.SKIP: _("Leave that month out"),
        ShortMonth.LAST_DAY: _("Take its last day"),
    }


WORDS: dict[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    DayKind: _day_kinds,
    Frequency: _frequencies,
    ShortMonth: _short_months,
}
