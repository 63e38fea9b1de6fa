"""Where the twelve months of a year lie, their weeks and days."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.ui.theme import scaled

MONTHS = 12
DAYS = 7
_WEEKS = 6
_TITLE = 24
_MARGIN = 14
_GAP = 18
_MOST_ACROSS = (4, 3, 2, 1)  # that divide the year
_LEAST_MONTH = 180  # width, below which a row has fewer months


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day and its cell."""

    day: date
    rect: QRectF


@dataclass(frozen=True, slots=True)
class YearMonth:
    """A month: its whole room, its title, its days."""

    first: date
    rect: QRectF
    title: QRectF
    days: tuple[YearDay, ...]

    def weeks(self) -> list[tuple[YearDay, ...]]:
        """Its days by week, from Monday to Sunday; the first and last week may be short."""
        weeks: dict[date, list[YearDay]] = {}
        for day in self.days:
            monday = day.day - timedelta(days=day.day.weekday())
            weeks.setdefault(monday, []).append(day)
        return [tuple(week) for week in weeks.values()]


class YearPlan:
    """A year, laid out in a size: as many months in a row as have room, at most four."""

    def __init__(self, year: int, size: QSizeF) -> None:
        self.year, self.size = year, size
        room = size.width() - 2 * _MARGIN + _GAP
        fitting = int(room // (scaled(_LEAST_MONTH) + _GAP))
        self.across = next(number for number in _MOST_ACROSS if number <= max(1, fitting))
        rows = MONTHS // self.across
        width = room / self.across - _GAP
        height = (size.height() - 2 * _MARGIN + _GAP) / rows - _GAP
        self.months = [
            self._month(
                number,
                QRectF(
                    round(_MARGIN + number % self.across * (width + _GAP)),
                    round(_MARGIN + number // self.across * (height + _GAP)),
                    width,
                    height,
                ),
            )
            for number in range(MONTHS)
        ]

    def _month(self, number: int, rect: QRectF) -> YearMonth:
        first = date(self.year, number + 1, 1)
        count = calendar.monthrange(self.year, number + 1)[1]
        title = QRectF(rect.left(), rect.top(), rect.width(), scaled(_TITLE))
        width = rect.width() / DAYS
        height = (rect.height() - title.height()) / _WEEKS
        days = []
        for at in range(count):
            row, column = divmod(first.weekday() + at, DAYS)
            cell = QRectF(
                rect.left() + column * width, title.bottom() + row * height, width, height
            )
            days.append(YearDay(first + timedelta(days=at), cell.adjusted(1, 1, -1, -1)))
        return YearMonth(first, rect, title, tuple(days))

    def day_at(self, point: QPointF) -> YearDay | None:
        month = self.month_at(point)
        hit = (day for day in month.days if day.rect.contains(point)) if month else iter(())
        return next(hit, None)

    def month_at(self, point: QPointF) -> YearMonth | None:
        return next((month for month in self.months if month.rect.contains(point)), None)

    def of(self, day: date) -> YearDay | None:
        """The day's place; None if it is of another year."""
        if day.year != self.year:
            return None
        return self.months[day.month - 1].days[day.day - 1]
