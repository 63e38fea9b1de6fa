"""Small drawings that the style, the widgets and the delegates share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from app.ui.theme.fonts import font, line_height, text_scale

_WRAPPING = QTextOption()
_WRAPPING.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


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
    """Wrapped plain text with the line height of its type role, laid out once for a width.

    A word that no line holds, such as an address, goes on in the next one.
    With `most`, the last line that is allowed ends in an ellipsis; `step` is another line height.
    """

    def __init__(self, text: str, role: str, width: float, *, most: int = 0, step: int = 0) -> None:
        self._face = font(role)
        self._width = max(width, 1.0)
        self._step = round(step * text_scale()) if step else line_height(role)
        self._layouts: list[QTextLayout] = []  # they own the lines
        self._lines: list[QTextLine] = []
        self._blocks: list[str] = []  # of each line, the text that it is a part of
        for block in text.split("\n"):
            self._lay_out(block)
        self.is_cut = 0 < most < len(self._lines)
        if self.is_cut:
            self._cut(most)
        self.height = float(self._step * len(self._lines))
        self.natural_width = max(line.naturalTextWidth() for line in self._lines)

    def _lay_out(self, block: str) -> None:
        layout = QTextLayout(block or " ", self._face)
        layout.setTextOption(_WRAPPING)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, 0))
            self._lines.append(line)
            self._blocks.append(block)
        layout.endLayout()
        self._layouts.append(layout)

    def _cut(self, most: int) -> None:
        """Keep so many lines; the last one takes as much of what follows as it can hold."""
        last = self._lines[most - 1]
        rest = self._blocks[most - 1][last.textStart() :]
        shown = QFontMetricsF(self._face).elidedText(
            rest + "…", Qt.TextElideMode.ElideRight, self._width
        )
        del self._lines[most - 1 :]
        self._lay_out(shown)
        del self._lines[most:]

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setPen(colour)
        inset = (self._step - QFontMetricsF(self._face).height()) / 2
        for number, line in enumerate(self._lines):
            spare = line.width() - line.naturalTextWidth()
            shift = 0.0
            if align & Qt.AlignmentFlag.AlignHCenter:
                shift = spare / 2
            elif align & Qt.AlignmentFlag.AlignRight:
                shift = spare
            line.draw(painter, QPointF(at.x() + shift, at.y() + number * self._step + inset))
