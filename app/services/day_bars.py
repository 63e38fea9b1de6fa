"""Which days are bars across a week and in which lane each lies: for the window and for paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.models.day import DayKind
from app.services.days import OFF_KINDS, DayRow

LANES = 2  # more would leave no room for contents; the rest is told in the day's tip
_WEEK = 7
_ALWAYS = frozenset({DayKind.CAMPAIGN, DayKind.QUIET_PERIOD})


@dataclass(frozen=True, slots=True)
class WeekBar:
    """The part of a span of days that lies in one week: lane from above, columns from 0."""

    row: DayRow
    lane: int
    first: int
    last: int
    begins: bool  # in this week
    ends: bool

    def covers(self, column: int) -> bool:
        return self.first <= column <= self.last


def is_bar(row: DayRow) -> bool:
    """Campaigns and quiet periods always are, notes and observances over several days too."""
    return row.kind in _ALWAYS or (row.kind not in OFF_KINDS and row.first_on < row.last_on)


def week_bars(rows: Sequence[DayRow], monday: date) -> list[WeekBar]:
    """The bars of the week, each in the first lane that is free where it begins."""
    sunday = monday + timedelta(days=_WEEK - 1)
    free = [0] * LANES  # the first column that is free in each lane
    bars = []
    for row in sorted(rows, key=lambda row: (row.first_on, row.kind is not DayKind.QUIET_PERIOD)):
        if not is_bar(row) or row.last_on < monday or row.first_on > sunday:
            continue
        first = max(0, (row.first_on - monday).days)
        last = min(_WEEK - 1, (row.last_on - monday).days)
        lane = next((lane for lane in range(LANES) if free[lane] <= first), None)
        if lane is None:
            continue
        free[lane] = last + 1
        bars.append(WeekBar(row, lane, first, last, row.first_on >= monday, row.last_on <= sunday))
    return bars


def named_mark(rows: Sequence[DayRow]) -> DayRow | None:
    """Of one day: what stands beside its number; holidays before observances before notes."""
    return next((row for row in rows if not is_bar(row)), None)
