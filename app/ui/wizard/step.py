"""What the wizard's steps have in common, and the row above them that says how far one is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import colours, font, paint_frame, paint_icon, paint_text, scaled, text_width
from app.ui.widgets import Label

_DISC = 22
_GAP = 8
_LEAST_LINE = 16


class Step(QWidget):
    """One page of the wizard: a title, one sentence, fields in `box`."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.title = Label(title, "display")
        self.sentence = Label(sentence, "body", "text2", wrap=True)
        self.column.addWidget(self.title)
        self.column.addWidget(self.sentence)
        self.column.addSpacing(10)
        self.box = QVBoxLayout()
        self.box.setSpacing(14)
        self.column.addLayout(self.box)
        self.column.addStretch(1)

    def is_filled(self) -> bool:
        """Whether one may go on; if not, the fields say what is missing."""
        return True

    def enter(self) -> None:
        """It has just been shown."""
        self.focusNextChild()


class StepBar(QWidget):
    """Discs with numbers, done ones with a check, the present one filled."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, number: int) -> None:
        self._at = number
        self.setAccessibleName(f"{number + 1}/{len(self._names)} {self._names[number]}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, scaled(_DISC) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = colours(self.palette())
        widths = [scaled(_DISC) + _GAP + text_width(name, font("strong")) for name in self._names]
        spare = self.width() - sum(widths)
        line = spare / max(len(widths) - 1, 1)
        with_words = line >= _LEAST_LINE
        left = 0.0
        for number, name in enumerate(self._names):
            self._paint_disc(painter, left, number)
            shown = with_words or number == self._at
            right = left + scaled(_DISC)
            if shown:
                role, ink = ("strong", look.text) if number == self._at else ("body", look.text2)
                room = QRectF(right + _GAP, 0, widths[number], self.height())
                paint_text(painter, room, name, role, ink)
                right = left + widths[number]
            step = line if with_words else self._tight_line(widths[self._at])
            if number < len(widths) - 1:
                y = self.height() / 2
                painter.fillRect(QRectF(right + 12, y, max(step - 24, 0), 1), look.line)
            left = right + step

    def _tight_line(self, shown: float) -> float:
        count = len(self._names)
        taken = shown + (count - 1) * scaled(_DISC)
        return max(_GAP, (self.width() - taken) / (count - 1))

    def _paint_disc(self, painter: QPainter, left: float, number: int) -> None:
        look = colours(self.palette())
        size = scaled(_DISC)
        disc = QRectF(left, (self.height() - size) / 2, size, size)
        if number < self._at:
            good = look.tones["good"].ink
            paint_frame(painter, disc, size / 2, None, good, 1.4)
            paint_icon(painter, disc, "check", good, 14)
            return
        present = number == self._at
        fill, edge = (look.accent, look.accent) if present else (None, look.border)
        paint_frame(painter, disc, size / 2, fill, edge)
        ink = look.on_accent if present else look.text2
        paint_text(painter, disc, str(number + 1), "label", ink, Qt.AlignmentFlag.AlignHCenter)
