"""How a week looks; colours are read from the palette when painting."""

from datetime import date, datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.language import wib
from app.ui.calendar.day_head import paint_day_head
from app.ui.calendar.month_paint import paint_tile
from app.ui.calendar.week_plan import HOURS, Rest, WeekDay, WeekPlan
from app.ui.theme import Colours, paint_frame, paint_text, scaled, tokens

_SATURDAY = 5


def paint_week(painter: QPainter, plan: WeekPlan, now: datetime, look: Colours) -> None:
    """The hours with their tiles first, then what stands over them."""
    today = wib(now).date()
    painter.fillRect(QRectF(0, 0, plan.size.width(), plan.size.height()), look.surface)
    for day in plan.days:
        if day.day.weekday() >= _SATURDAY:
            painter.fillRect(day.column, look.weekend)
    painter.save()
    painter.setClipRect(plan.hours)
    _paint_hours(painter, plan, look)
    _paint_columns(painter, plan, look)
    for day in plan.days:
        _paint_tiles(painter, plan, day, look, timed=True)
    _paint_now(painter, plan, now, look)
    painter.restore()
    _paint_head(painter, plan, today, look)
    for day in plan.days:
        _paint_tiles(painter, plan, day, look, timed=False)


def _paint_hours(painter: QPainter, plan: WeekPlan, look: Colours) -> None:
    for hour in range(HOURS):
        y = round(plan.hours.top() - plan.offset + hour * plan.hour)
        painter.fillRect(QRectF(plan.gutter, y, plan.size.width(), 1), look.line)
        room = QRectF(0, y, plan.gutter - 8, scaled(18))
        right = Qt.AlignmentFlag.AlignRight
        paint_text(painter, room, f"{hour:02}.00", "meta", look.text3, right)


def _paint_columns(painter: QPainter, plan: WeekPlan, look: Colours) -> None:
    for day in plan.days:
        painter.fillRect(
            QRectF(day.column.left() - 1, 0, 1, plan.size.height()),
            look.line,
        )


def _paint_tiles(
    painter: QPainter, plan: WeekPlan, day: WeekDay, look: Colours, *, timed: bool
) -> None:
    for placed in day.tiles:
        if (placed.tile.at is not None) == timed:
            paint_tile(painter, placed, look)
    for rest in day.rests:
        if (rest.tiles[0].at is not None) == timed:
            _paint_rest(painter, rest, look)


def _paint_rest(painter: QPainter, rest: Rest, look: Colours) -> None:
    paint_frame(painter, rest.rect, tokens().radius["small"], look.sunken, look.line)
    middle = Qt.AlignmentFlag.AlignHCenter
    paint_text(painter, rest.rect, f"+{len(rest.tiles)}", "label", look.text2, middle)


def _paint_now(painter: QPainter, plan: WeekPlan, now: datetime, look: Colours) -> None:
    """A line at this very minute, across the day of today."""
    here = wib(now)
    for day in plan.days:
        if day.day == here.date():
            hours = here.hour + here.minute / 60
            y = plan.hours.top() - plan.offset + hours * plan.hour
            painter.fillRect(QRectF(day.column.left(), y, day.column.width(), 2), look.accent)


def _paint_head(painter: QPainter, plan: WeekPlan, today: date, look: Colours) -> None:
    painter.fillRect(plan.head, look.window)
    painter.save()
    painter.setClipRect(plan.head.united(plan.band))
    _paint_columns(painter, plan, look)
    painter.restore()
    for line in {plan.head.bottom(), plan.hours.top()}:
        painter.fillRect(QRectF(0, line - 1, plan.size.width(), 1), look.line)
    for day in plan.days:
        paint_day_head(painter, day.head.adjusted(8, 0, -4, -1), day.day, today, look)
