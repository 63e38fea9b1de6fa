"""How days of the office look in the month: names of days, bars, the ground of a quiet period."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from app.models.day import DayKind
from app.services.day_bars import WeekBar, named_mark
from app.services.days import OFF_KINDS, DayRow
from app.ui.calendar.days.words import icon_of
from app.ui.theme import Colours, paint_frame, paint_icon, paint_text, tokens

_ICON = 12


def is_off(rows: Sequence[DayRow]) -> bool:
    """Whether offices are closed: its number is red."""
    return any(row.kind in OFF_KINDS for row in rows)


def number_ink(rows: Sequence[DayRow], otherwise: QColor, look: Colours) -> QColor:
    return look.tones["bad"].ink if is_off(rows) else otherwise


def paint_name(painter: QPainter, rect: QRectF, rows: Sequence[DayRow], look: Colours) -> None:
    """What the day is, beside its number: red where offices are closed, with `±` if estimated."""
    row = named_mark(rows)
    if row is None:
        return
    ink = look.tones["bad"].ink if row.kind in OFF_KINDS else look.wood
    if row.kind is DayKind.NOTE:
        spot = QRectF(rect.left(), rect.top(), _ICON, rect.height())
        paint_icon(painter, spot, icon_of(row.kind), look.text2, _ICON)
        rect, ink = rect.adjusted(_ICON + 3, 0, 0, 0), look.text2
    words = f"± {row.words}" if row.is_estimated else row.words
    paint_text(painter, rect, words, "meta", ink)


def paint_quiet_ground(painter: QPainter, rect: QRectF, look: Colours) -> None:
    """Hatched, so that a quiet day is seen without its colour."""
    ink = QColor(look.text3)
    ink.setAlphaF(0.28)
    painter.fillRect(rect, QBrush(ink, Qt.BrushStyle.BDiagPattern))


def paint_bar(painter: QPainter, rect: QRectF, bar: WeekBar, look: Colours) -> None:
    """A campaign is solid wood, a quiet period outlined, anything else soft."""
    radius = tokens().radius["small"]
    fill, edge, ink = look.wood, None, look.surface
    if bar.row.kind is DayKind.QUIET_PERIOD:
        fill, edge, ink = look.surface, look.tones["waiting"].ink, look.tones["waiting"].ink
    elif bar.row.kind is not DayKind.CAMPAIGN:
        fill, ink = look.tones["planned"].soft, look.tones["planned"].ink
    painter.save()
    painter.setClipRect(rect)  # an end that lies in another week is cut off straight
    whole = rect.adjusted(0 if bar.begins else -radius * 2, 0, 0 if bar.ends else radius * 2, 0)
    paint_frame(painter, whole, radius, fill, edge)
    painter.restore()
    spot = QRectF(rect.left() + 7, rect.top(), _ICON, rect.height())
    paint_icon(painter, spot, icon_of(bar.row.kind), ink, _ICON)
    room = rect.adjusted(_ICON + 12, 0, -6, 0)
    paint_text(painter, room, bar.row.words, "label", ink)
