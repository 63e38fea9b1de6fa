"""What is seen while files hang over the library: where they may be let go."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.language import _
from app.ui.theme import colours, paint_frame, paint_icon, paint_text, tokens

_MARGIN = 14


class DropVeil(QWidget):
    """Lies over a part of its parent and lets everything through but the eye."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, part: QWidget) -> None:
        corner = self._over.mapFromGlobal(part.mapToGlobal(QPoint(0, 0)))
        self.setGeometry(corner.x(), corner.y(), part.width(), part.height())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        ground = QColor(look.accent_soft)
        ground.setAlpha(235)
        rect = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        radius = tokens().radius["card"]
        paint_frame(painter, rect, radius, ground, look.accent, width=2, dashed=True)
        middle = rect.center()
        spot = QRectF(rect.left(), middle.y() - 40, rect.width(), 24)
        paint_icon(painter, spot, "image-plus", look.accent, 20)
        line = QRectF(rect.left(), middle.y() - 10, rect.width(), 24)
        words = _("Let go to add to the library")
        paint_text(painter, line, words, "heading", look.accent, Qt.AlignmentFlag.AlignHCenter)
