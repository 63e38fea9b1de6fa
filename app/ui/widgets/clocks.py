"""The 24-hour clock: a ring that empties, then words. Moods come from the tokens."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language import _, length_text
from app.ui.theme import (
    Colours,
    colours,
    font,
    paint_frame,
    paint_icon,
    paint_text,
    scaled,
    text_width,
    tokens,
)
from app.ui.widgets.chips import ChipLook, chip_inks

_PAD = 9
_GAP = 6
_ICON = 14


@dataclass(frozen=True, slots=True)
class ClockLook:
    """What a clock shows: its mood, its words, and the share of its time that is left (0–1)."""

    mood: str
    text: str
    left: float = 0.0


def clock_look(
    started_at: datetime,
    due_at: datetime,
    now: datetime,
    stopped_at: datetime | None = None,
    *,
    narrow: bool = False,
) -> ClockLook:
    """How a clock stands at `now`; `narrow` leaves the word *Terlambat* to the icon."""
    if stopped_at is not None:
        took = length_text(stopped_at - started_at)
        return ClockLook("stopped", took if narrow else _("Answered in %(t)s") % {"t": took})
    left = due_at - now
    if left < timedelta(0):
        late = length_text(left)
        return ClockLook("breached", late if narrow else _("Overdue by %(t)s") % {"t": late})
    hours = left / timedelta(hours=1)
    above = tokens().clock_above_hours
    mood = next((mood for mood in ("calm", "notice") if hours > above[mood]), "urgent")
    return ClockLook(mood, length_text(left), min(left / (due_at - started_at), 1.0))


def elapsed_text(since: datetime, now: datetime) -> str:
    """`sudah 35 mnt`: how long something waits on which no clock runs."""
    return _("for %(t)s") % {"t": length_text(now - since)}


def clock_size(look: ClockLook) -> QSize:
    width = text_width(look.text, font("label")) + _ICON + _GAP + 2 * _PAD
    return QSize(round(width) + 1, scaled(tokens().size["chip"]))


def paint_clock(painter: QPainter, at: QPointF, look: ClockLook, scheme: Colours) -> QRectF:
    """Draw the clock with its left top corner at `at`; returns what it covers."""
    state = tokens().states["clock"][look.mood]
    size = clock_size(look)
    rect = QRectF(at.x(), at.y(), size.width(), size.height())
    chip = ChipLook(look.text, state.icon, state.tone, state.form)
    ink, ground, edge = chip_inks(chip, scheme)
    paint_frame(painter, rect, rect.height() / 2, ground, edge)
    left = rect.left() + (1 if state.form == "plain" else _PAD)
    spot = QRectF(left, rect.center().y() - _ICON / 2, _ICON, _ICON)
    if state.icon == "ring":
        paint_ring(painter, spot, look.left, scheme, state.tone)
    else:
        paint_icon(painter, spot, state.icon, ink, _ICON)
    left += _ICON + _GAP
    room = QRectF(left, rect.top(), rect.right() - left, rect.height())
    paint_text(painter, room, look.text, "label", ink)
    return rect


def paint_ring(
    painter: QPainter, rect: QRectF, left: float, scheme: Colours, tone: str, width: float = 2.5
) -> None:
    """The share that is left, clockwise from the top, on a pale whole ring."""
    ink = scheme.tones[tone].ink
    pale = QColor(ink)
    pale.setAlphaF(0.28)
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(pale, width))
    painter.drawEllipse(inner)
    painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawArc(inner, 90 * 16, round(-360 * 16 * max(0.0, min(left, 1.0))))
    painter.restore()


class ClockChip(QWidget):
    """A clock as a widget; its screen gives it a new look each minute."""

    def __init__(self, look: ClockLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = look
        self.set_look(look)

    def look(self) -> ClockLook:
        return self._look

    def set_look(self, look: ClockLook) -> None:
        self._look = look
        self.setAccessibleName(look.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return clock_size(self._look)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_clock(painter, QPointF(0, 0), self._look, colours(self.palette()))
