"""What things stand on: panes, rules, cards, scrolling columns."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import colours, paint_frame, scaled, tokens
from app.ui.widgets.labels import ElidedLabel, Label

_GROUNDS = {
    "window": QPalette.ColorRole.Window,
    "surface": QPalette.ColorRole.Base,
    "sunken": QPalette.ColorRole.AlternateBase,
}


def set_ground(widget: QWidget, ground: str) -> None:
    """Let a widget stand on `window`, `surface` or `sunken`; it follows the theme."""
    widget.setBackgroundRole(_GROUNDS[ground])
    widget.setAutoFillBackground(True)


class Pane(QWidget):
    """A column or a row of a screen on its own ground; `box` is its layout."""

    def __init__(
        self,
        ground: str = "surface",
        *,
        across: bool = False,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        gap: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_ground(self, ground)
        self.box: QHBoxLayout | QVBoxLayout = QHBoxLayout(self) if across else QVBoxLayout(self)
        self.box.setContentsMargins(*margins)
        self.box.setSpacing(gap)


class Rule(QWidget):
    """A line of one pixel between panes or rows: decoration, never a control's edge."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grow, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        if upright:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, grow)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(grow, fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colours(self.palette()).line)


class Scroll(QScrollArea):
    """A column that scrolls when it is higher than its room."""

    def __init__(
        self, content: QWidget, ground: str = "surface", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_ground(self.viewport(), ground)
        content.setAutoFillBackground(False)
        self.setWidget(content)


class Box(QFrame):
    """A rounded box with an edge: on cards and in panes, around rows or a quotation."""

    def __init__(
        self,
        ground: str = "surface",
        *,
        edge: str = "line",
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground, self._edge, self._dashed = ground, edge, dashed

    def set_look(self, ground: str, edge: str, *, dashed: bool = False) -> None:
        self._ground, self._edge, self._dashed = ground, edge, dashed
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        tone = look.tones.get(self._ground)
        fill = tone.soft if tone is not None else look.ink(self._ground)
        radius = tokens().radius["card"]
        rect = QRectF(self.rect())
        paint_frame(QPainter(self), rect, radius, fill, look.ink(self._edge), dashed=self._dashed)


class Card(Box):
    """A titled card of Beranda and Kantor: head with title and note, then `box`."""

    def __init__(
        self,
        title: str,
        note: str = "",
        *,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.head = QWidget()
        self.head.setMinimumHeight(scaled(40))
        self.head_box = QHBoxLayout(self.head)
        self.head_box.setContentsMargins(16, 0, 12, 0)
        self.head_box.setSpacing(8)
        self.title = Label(title, "heading")
        self.counter = Label("", "meta", "text2")
        self.note = ElidedLabel(note, "meta", "text2")
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for part in (self.title, self.counter):
            self.head_box.addWidget(part)
        self.head_box.addWidget(self.note, 1)
        column.addWidget(self.head)
        column.addWidget(Rule())
        self.box = QVBoxLayout()
        self.box.setContentsMargins(*margins)
        self.box.setSpacing(0)
        column.addLayout(self.box, 1)

    def add_to_head(self, widget: QWidget) -> None:
        """A chip or a button at the right of the head."""
        self.head_box.addWidget(widget)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, before it is filled anew."""
    while (taken := layout.takeAt(0)) is not None:
        if (widget := taken.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := taken.layout()) is not None:
            clear(inner)
