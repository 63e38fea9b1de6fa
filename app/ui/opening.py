"""What is seen first: the program's name, while the office is being opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _
from app.ui.widgets import IconLabel, Label, set_ground


class OpeningPage(QWidget):
    """The mark and one line. `painted` comes once, after the first paint: then work may begin."""

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("opening")
        set_ground(self, "window")
        self._is_painted = False
        name = QHBoxLayout()
        name.setSpacing(10)
        name.addStretch(1)
        name.addWidget(IconLabel("mark", "wood", 42))
        name.addWidget(Label("Kohkol", "figure"))
        name.addStretch(1)
        words = Label(_("Opening the office…"), "body", "text2")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        column.addLayout(name)
        column.addWidget(words)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()
