"""The woven band (anyaman): groups of three strokes, upright and level by turns."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import colours

_CELL = 11
_GAP = 5


def paint_weave(
    painter: QPainter, rect: QRectF, colour: QColor, rows: int = 2, scale: float = 1.0
) -> None:
    """Fill `rect` from the left with whole cells of the band."""
    cell, gap, stroke = _CELL * scale, _GAP * scale, 2.0 * scale
    columns = int((rect.width() + gap) // (cell + gap))
    for row in range(rows):
        for column in range(columns):
            left = rect.left() + column * (cell + gap)
            top = rect.top() + row * (cell + gap)
            for number in range(3):
                shift = number * (cell - stroke) / 2
                if (row + column) % 2 == 0:
                    painter.fillRect(QRectF(left + shift, top, stroke, cell), colour)
                else:
                    painter.fillRect(QRectF(left, top + shift, cell, stroke), colour)


class Weave(QWidget):
    """A short band, six cells wide, above the words of an empty place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(6 * _CELL + 5 * _GAP, 2 * _CELL + _GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = QColor(colours(self.palette()).wood)
        colour.setAlphaF(0.75)
        paint_weave(QPainter(self), QRectF(self.rect()), colour)
