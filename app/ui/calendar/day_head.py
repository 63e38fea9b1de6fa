"""A day's name and number, as week and board head their columns and rows."""

from datetime import date
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.language import date_pattern_text
from app.ui.theme import Colours, font, paint_frame, paint_text, scaled, text_width


def paint_day_head(painter: QPainter, room: QRectF, day: date, today: date, look: Colours) -> None:
    """`Sen 23`; today's number stands on a pill."""
    name = date_pattern_text(day, "EEE")
    paint_text(painter, room, name, "label", look.text2)
    left = room.left() + ceil(text_width(name, font("label"))) + 6
    number = QRectF(left, room.top(), scaled(24), room.height())
    if day != today:
        paint_text(painter, number, str(day.day), "label", look.text)
        return
    height = scaled(18)
    pill = QRectF(left - 2, room.center().y() - height / 2, scaled(24), height)
    paint_frame(painter, pill, height / 2, look.today)
    middle = Qt.AlignmentFlag.AlignHCenter
    paint_text(painter, pill, str(day.day), "label", look.on_accent, middle)
