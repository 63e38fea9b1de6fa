"""A line of a card that leads somewhere: one control as wide as the card."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme import (
    Colours,
    Paragraph,
    colours,
    font,
    paint_frame,
    paint_icon,
    paint_text,
    scaled,
    text_width,
    tokens,
)
from app.ui.widgets.badges import paint_platforms, platforms_width
from app.ui.widgets.clocks import ClockLook, clock_size, paint_clock
from app.ui.widgets.naming import named, tip_text

_MARGIN = 16
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class LineLook:
    """What a line shows, from left to right; `verb` is drawn as a small button.

    `tile` sets the icon on a soft square of its tone; without it the icon stands alone.
    """

    title: str
    note: str = ""
    icon: str = ""
    tone: str = "neutral"
    tile: bool = True
    time: str = ""
    verb: str = ""
    clock: ClockLook | None = None
    platforms: tuple[str, ...] = ()
    wraps: bool = False


class Line(QAbstractButton):
    """Click or Enter leads to what it tells of."""

    def __init__(
        self, look: LineLook, name: str, *, ruled: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, name)
        self.look = look
        self._ruled = ruled
        self.setText(look.title)
        spoken = (look.time, look.title, look.note, look.clock.text if look.clock else "")
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.setAccessibleDescription(look.verb)
        if look.wraps:
            self.setToolTip(tip_text(look.title))  # beyond three lines it is cut
        self.setProperty("radius", 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        upright = QSizePolicy.Policy.Minimum if look.wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, upright)
        policy.setHeightForWidth(look.wraps)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        if self.look.wraps:
            return QSize(200, self.heightForWidth(max(self.width(), 200)))
        if not self.look.note:
            return QSize(200, scaled(36))
        return QSize(200, scaled(52 if self.look.icon else 46))

    def hasHeightForWidth(self) -> bool:
        return self.look.wraps

    def heightForWidth(self, width: int) -> int:
        room = width - 2 * _MARGIN - self._lead_width()
        height = Paragraph(self.look.title, "body", room, most=_MOST_LINES).height
        note = scaled(17) if self.look.note else 0
        return round(height) + note + 16

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _lead_width(self) -> int:
        time = scaled(52) if self.look.time else 0
        if not self.look.icon:
            return time
        return time + (28 + 11 if self.look.tile else 16 + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(self.rect(), look.sunken)
        if self._ruled:
            painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.line)
        room = rect.adjusted(_MARGIN, 0, -_MARGIN, -1)
        self._paint_lead(painter, room, look)
        room.setRight(self._paint_end(painter, room, look))
        room.setLeft(room.left() + self._lead_width())
        self._paint_words(painter, room, look)

    def _paint_lead(self, painter: QPainter, room: QRectF, look: Colours) -> None:
        left = room.left()
        if self.look.time:
            spot = QRectF(left, room.top(), scaled(48), room.height())
            paint_text(painter, spot, self.look.time, "strong", look.text2)
            left += scaled(52)
        if not self.look.icon:
            return
        tone = look.tones[self.look.tone]
        if not self.look.tile:
            height = scaled(35) if self.look.wraps else room.height()
            spot = QRectF(left, room.top(), 16, height)
            paint_icon(painter, spot, self.look.icon, tone.ink)
            return
        spot = QRectF(left, room.center().y() - 14, 28, 28)
        paint_frame(painter, spot, tokens().radius["control"], tone.soft)
        paint_icon(painter, spot, self.look.icon, tone.ink)

    def _paint_end(self, painter: QPainter, room: QRectF, look: Colours) -> float:
        """What stands at the right; returns where the words must end."""
        right = room.right()
        if clock := self.look.clock:
            size = clock_size(clock)
            at = QPointF(right - size.width(), room.center().y() - size.height() / 2)
            paint_clock(painter, at, clock, look)
            return at.x() - 12
        if self.look.verb:
            width = text_width(self.look.verb, font("label")) + 20
            height = scaled(tokens().size["control_small"])
            spot = QRectF(right - width, room.center().y() - height / 2, width, height)
            paint_frame(painter, spot, tokens().radius["control"], look.surface, look.border)
            middle = Qt.AlignmentFlag.AlignHCenter
            paint_text(painter, spot, self.look.verb, "label", look.text, middle)
            return spot.left() - 12
        if self.look.platforms:
            width = platforms_width(self.look.platforms)
            at = QPointF(right - width, room.center().y() - scaled(16) / 2)
            paint_platforms(painter, at, self.look.platforms, look)
            return at.x() - 10
        return right

    def _paint_words(self, painter: QPainter, room: QRectF, look: Colours) -> None:
        if self.look.wraps:
            paragraph = Paragraph(self.look.title, "body", room.width(), most=_MOST_LINES)
            paragraph.paint(painter, QPointF(room.left(), room.top() + 8), look.text)
            if self.look.note:
                below = QRectF(room.left(), room.top() + 8 + paragraph.height, room.width(), 0)
                below.setHeight(scaled(17))
                paint_text(painter, below, self.look.note, "meta", look.text2)
            return
        if not self.look.note:
            paint_text(painter, room, self.look.title, "body", look.text)
            return
        line = scaled(18)
        first = QRectF(room.left(), room.center().y() - line, room.width(), line)
        paint_text(painter, first, self.look.title, "strong", look.text)
        paint_text(painter, first.translated(0, line - 1), self.look.note, "meta", look.text2)
