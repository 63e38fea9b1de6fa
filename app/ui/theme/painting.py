"""Small drawings that the style, the widgets and the delegates share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout

from app.ui.theme.fonts import font, line_height


def paint_frame(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded box whose edge lies inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(Qt.PenStyle.NoPen)
    if edge is not None:
        pen = QPen(edge, width)
        if dashed:
            pen.setDashPattern([3 / width, 2 / width])
        rect = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(pen)
    painter.setBrush(QBrush(fill) if fill is not None else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def text_width(text: str, face: QFont) -> float:
    return QFontMetricsF(face).horizontalAdvance(text)


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: str,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line in the middle of `rect`'s height, cut with an ellipsis if it does not fit."""
    face = font(role)
    one_line = text.replace("\n", " ")
    shown = QFontMetricsF(face).elidedText(
        one_line, Qt.TextElideMode.ElideRight, rect.width() + 0.5
    )
    painter.setFont(face)
    painter.setPen(colour)
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, int(flags), shown)


class Paragraph:
    """Wrapped plain text with the line height of its type role, laid out once for a width."""

    def __init__(self, text: str, role: str, width: float) -> None:
        self._role = role
        self._layouts: list[QTextLayout] = []
        self.height = 0.0
        self.natural_width = 0.0
        for block in text.split("\n"):
            self._lay_out(block, width)

    def _lay_out(self, block: str, width: float) -> None:
        face, step = font(self._role), line_height(self._role)
        metrics = QFontMetricsF(face)
        layout = QTextLayout(block, face)
        layout.beginLayout()
        top = self.height
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top + (step - metrics.height()) / 2))
            self.natural_width = max(self.natural_width, line.naturalTextWidth())
            top += step
        layout.endLayout()
        self.height = max(top, self.height + step)
        self._layouts.append(layout)

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setPen(colour)
        for layout in self._layouts:
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                spare = line.width() - line.naturalTextWidth()
                shift = 0.0
                if align & Qt.AlignmentFlag.AlignHCenter:
                    shift = spare / 2
                elif align & Qt.AlignmentFlag.AlignRight:
                    shift = spare
                line.draw(painter, QPointF(at.x() + shift, at.y()))
