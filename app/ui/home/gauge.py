"""How far something has come: words, n of m, a bar; a control that leads there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.language import _
from app.ui.theme import colours, paint_frame, paint_text, scaled
from app.ui.widgets import named

_MARGIN = 16
_BAR = 6


class Gauge(QAbstractButton):
    """Click or Enter leads to what it measures."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setText(words)
        self.setProperty("radius", 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._done = self._total = 0
        self.show_share(0, 0)

    def show_share(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self.setAccessibleName(f"{self.text()}: {self._count()}")
        self.update()

    def _count(self) -> str:
        if not self._total:
            return ""
        return _("%(done)d of %(total)d parts") % {"done": self._done, "total": self._total}

    def sizeHint(self) -> QSize:
        return QSize(200, scaled(20) + _BAR + 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), look.sunken)
        head = QRectF(_MARGIN, 9, self.width() - 2 * _MARGIN, scaled(20))
        paint_text(painter, head, self.text(), "body", look.text)
        paint_text(painter, head, self._count(), "meta", look.text2, Qt.AlignmentFlag.AlignRight)
        bar = QRectF(_MARGIN, head.bottom() + 4, head.width(), _BAR)
        paint_frame(painter, bar, _BAR / 2, look.line)
        if self._total and self._done:
            bar.setWidth(max(_BAR, bar.width() * self._done / self._total))
            paint_frame(painter, bar, _BAR / 2, look.accent)
        rule = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(rule, look.line)
