"""The band at the left of the first start and of signing in: hills, terraces, the woven band."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import Colours, colours, scaled
from app.ui.widgets.icons import IconLabel
from app.ui.widgets.labels import Label
from app.ui.widgets.weave import paint_weave

_WIDTH = 420
_BAND = 40


class Landscape(QWidget):
    """Painted in mixtures of the scheme's own colours, so that it has its night."""

    def __init__(self, slogan: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(220)
        name = QHBoxLayout()
        name.setSpacing(10)
        name.addWidget(IconLabel("mark", "wood", 42))
        name.addWidget(Label("Kohkol", "figure"))
        name.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 0)
        column.setSpacing(8)
        column.addLayout(name)
        column.addSpacing(18)
        column.addWidget(Label(slogan, "display", wrap=True))
        self._words = Label(words, "read", "text2", wrap=True)
        column.addWidget(self._words)
        column.addStretch(1)
        self.fit(_WIDTH)

    def fit(self, window_width: int) -> None:
        """Leave a narrow window its room: the band is at most a third of it."""
        self.setFixedWidth(min(scaled(_WIDTH), max(220, window_width // 3)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = float(self.width()), float(self.height())
        painter.fillRect(self.rect(), _mixed(look, look.tones["waiting"].ink, 0.07))
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(_mixed(look, look.tones["waiting"].ink, 0.22))
        painter.drawPolygon(_mountains(width, height, self._words.geometry().bottom() + 20))
        painter.setBrush(_mixed(look, look.tones["good"].ink, 0.38))
        painter.drawPath(_hill(width, height, 0.72, 0.60))
        painter.setBrush(_mixed(look, look.tones["good"].ink, 0.62))
        painter.drawPath(_hill(width, height, 0.84, 0.74))
        self._paint_terraces(painter, look, width, height)
        painter.fillRect(QRectF(0, height - _BAND, width, _BAND), look.wood)
        weave = _mixed(look, look.window, 1.0)
        weave.setAlphaF(0.75)
        band = QRectF(3, height - _BAND + 6.5, width, 27)
        paint_weave(painter, band, weave)

    def _paint_terraces(
        self, painter: QPainter, look: Colours, width: float, height: float
    ) -> None:
        ink = QColor(look.window)
        ink.setAlphaF(0.55)
        pen = QPen(ink, 2)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(0, 0, 0, 0))
        painter.save()
        painter.setClipPath(_hill(width, height, 0.84, 0.74))
        for number in range(1, 9):
            painter.drawPath(_ridge(width, height, 0.84 + number * 0.034, 0.74 + number * 0.034))
        painter.restore()


def _mixed(look: Colours, colour: QColor, share: float) -> QColor:
    """So much of a colour on the window's ground."""
    ground = look.window
    return QColor.fromRgbF(
        ground.redF() + (colour.redF() - ground.redF()) * share,
        ground.greenF() + (colour.greenF() - ground.greenF()) * share,
        ground.blueF() + (colour.blueF() - ground.blueF()) * share,
    )


def _mountains(width: float, height: float, least: float) -> QPolygonF:
    """Two peaks and their slopes; the higher one stays below `least`, where the words end."""
    heights = ((0, 0.62), (0.2, 0.46), (0.34, 0.54), (0.56, 0.38), (0.74, 0.52), (1, 0.44))
    lower = max(0.0, least - 0.38 * height)
    points = [QPointF(x * width, y * height + lower) for x, y in heights]
    return QPolygonF([*points, QPointF(width, height), QPointF(0, height)])


def _ridge(width: float, height: float, left: float, right: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, left * height))
    path.cubicTo(
        QPointF(width * 0.28, (left - 0.11) * height),
        QPointF(width * 0.62, (right + 0.15) * height),
        QPointF(width, right * height),
    )
    return path


def _hill(width: float, height: float, left: float, right: float) -> QPainterPath:
    path = _ridge(width, height, left, right)
    path.lineTo(width, height)
    path.lineTo(0, height)
    path.closeSubpath()
    return path
