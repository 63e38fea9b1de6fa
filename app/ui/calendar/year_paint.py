"""How a year at a glance looks: each day's count as number and ground, weeks without any framed."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.language import date_pattern_text, number_text
from app.ui.calendar.year_plan import YearDay, YearMonth, YearPlan
from app.ui.theme import Colours, paint_frame, paint_text, scaled, tokens

_MANY = 5  # contents of a day from which the ground is the darkest
_WHOLE_WEEK = 7
_BOTH = 30  # width of a cell in which number and count stand apart
_SATURDAY = 5
_GAP_TONE = "waiting"


def paint_year(
    painter: QPainter, plan: YearPlan, counts: Mapping[date, int], today: date, look: Colours
) -> None:
    painter.fillRect(QRectF(0, 0, plan.size.width(), plan.size.height()), look.surface)
    for month in plan.months:
        _paint_title(painter, month, counts, look)
        for day in month.days:
            _paint_day(painter, day, counts.get(day.day, 0), today, look)
        for week in empty_weeks(month, counts, today):
            room = week[0].rect.united(week[-1].rect).adjusted(0.5, 0.5, -0.5, -0.5)
            ink = look.tones[_GAP_TONE].ink
            paint_frame(painter, room, tokens().radius["small"], None, ink, dashed=True)


def empty_weeks(
    month: YearMonth, counts: Mapping[date, int], today: date
) -> list[tuple[YearDay, ...]]:
    """What the month has of weeks, not yet over, in which nothing is planned.

    The weeks at the year's ends are left out: their other days are not known here.
    """
    return [week for week in month.weeks() if _is_empty(week[0].day, counts, today)]


def begun_in(weeks: Sequence[tuple[YearDay, ...]]) -> int:
    """How many of the weeks begin in the month: each is counted in one month only."""
    return sum(1 for week in weeks if week[0].day.weekday() == 0)


def _is_empty(day: date, counts: Mapping[date, int], today: date) -> bool:
    monday = day - timedelta(days=day.weekday())
    days = [monday + timedelta(days=number) for number in range(_WHOLE_WEEK)]
    is_within = days[0].year == days[-1].year
    return is_within and days[-1] >= today and not any(counts.get(each) for each in days)


def _paint_title(
    painter: QPainter, month: YearMonth, counts: Mapping[date, int], look: Colours
) -> None:
    name = date_pattern_text(month.first, "LLLL")
    room = month.title.adjusted(2, 0, -2, -2)
    total = sum(counts.get(day.day, 0) for day in month.days)
    paint_text(painter, room, name, "strong", look.text)
    right = Qt.AlignmentFlag.AlignRight
    paint_text(painter, room, number_text(total, 0), "label", look.text2, right)


def _paint_day(painter: QPainter, day: YearDay, count: int, today: date, look: Colours) -> None:
    radius = tokens().radius["small"]
    rect = day.rect
    if count:
        paint_frame(painter, rect, radius, _ground(count, look))
    elif day.day.weekday() >= _SATURDAY:
        paint_frame(painter, rect, radius, look.weekend)
    if day.day == today:
        paint_frame(painter, rect.adjusted(1, 1, -1, -1), radius, None, look.today, 2)
    middle, right = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
    is_narrow = rect.width() < scaled(_BOTH)
    ink = look.text if count else look.text3
    if not (count and is_narrow):
        number = rect.adjusted(4, 0, -2, 0)
        role = "badge" if day.day == today else "meta"
        paint_text(painter, number, str(day.day.day), role, ink)
    if count:
        # In little room the place says the day, as it does for the days around.
        room = rect if is_narrow else rect.adjusted(scaled(18), 0, -4, 0)
        side = middle if is_narrow else right
        paint_text(painter, room, str(count), "label", look.tones["working"].ink, side)


def _ground(count: int, look: Colours) -> QColor:
    """The more contents, the nearer to the accent; the number says the same."""
    soft, strong = look.accent_soft, look.accent
    share = 0.34 * (min(count, _MANY) - 1) / (_MANY - 1)

    def mixed(low: int, high: int) -> int:
        return round(low + (high - low) * share)

    return QColor(
        mixed(soft.red(), strong.red()),
        mixed(soft.green(), strong.green()),
        mixed(soft.blue(), strong.blue()),
    )
