"""An icon that stands by itself: beside a sentence, or on a tinted tile before a row."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import colours, paint_frame, paint_icon, tokens


class IconLabel(QWidget):
    """An icon in an ink or a tone; it says nothing, the words beside it do."""

    def __init__(
        self, name: str, ink: str = "text2", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name, self._ink, self._size = name, ink, size

    def set_icon(self, name: str, ink: str) -> None:
        self._name, self._ink = name, ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = colours(self.palette()).ink(self._ink)
        paint_icon(QPainter(self), self.rect(), self._name, ink, self._size)


class IconTile(IconLabel):
    """An icon on a soft square of its tone, before a row of Beranda."""

    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = colours(self.palette()).tones[self._ink]
        painter = QPainter(self)
        paint_frame(painter, QRectF(self.rect()), tokens().radius["control"], tone.soft)
        paint_icon(painter, self.rect(), self._name, tone.ink)
