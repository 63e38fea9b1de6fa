"""A short word at the foot of the window, with a way back: 8 seconds, Urungkan, Ctrl+Z."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import _
from app.ui.theme import colours, paint_frame, paint_icon, tokens
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.widgets.naming import named
from app.ui.widgets.notices import announce

_MARGIN = 20


@dataclass(frozen=True, slots=True)
class Telling:
    """What a toast says; `undo` puts back what was done, `icon` stands before the words."""

    text: str
    undo: Callable[[], object] | None = None
    icon: str = "check"


class _UndoButton(Button):
    """A button on the toast's own ground, outlined in the toast's ink."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_frame(painter, rect, tokens().radius["control"], look.tooltip, look.on_tooltip)
        painter.setFont(self.font())
        painter.setPen(look.on_tooltip)
        painter.drawText(rect, 0x84, self.text())  # AlignCenter


class Toast(QWidget):
    """The window's one toast; a newer one takes the older one's place.

    It lives in the window that it belongs to and stays while it is pointed at or focused.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        named(self, "toast")
        self._telling: Telling | None = None
        self._words = named(Label("", "body", "on_tooltip"), "toast.text")
        self._undo = named(_UndoButton(_("Undo"), size="small"), "toast.undo")
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 7, 9, 7)
        row.setSpacing(24)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(tokens().toast_ms)
        self._timer.timeout.connect(self._on_timeout)
        self._undo.clicked.connect(self.undo)
        self._key = QShortcut(QKeySequence.StandardKey.Undo, window, self.undo)
        self._key.setEnabled(False)
        window.installEventFilter(self)
        self.hide()

    def tell(self, telling: Telling) -> None:
        """Show it, and say it to screen readers."""
        self._telling = telling
        self._words.setText(telling.text)
        self._undo.setVisible(telling.undo is not None)
        self._key.setEnabled(telling.undo is not None)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, telling.text)

    @Slot()
    def undo(self) -> None:
        """Put back what was done last, as long as the toast is there."""
        telling, self._telling = self._telling, None
        self.dismiss()
        if telling is not None and telling.undo is not None:
            telling.undo()

    @Slot()
    def dismiss(self) -> None:
        self._timer.stop()
        self._key.setEnabled(False)
        self.hide()

    @Slot()
    def _on_timeout(self) -> None:
        if self.underMouse() or self._undo.hasFocus():
            self._timer.start()
        else:
            self.dismiss()

    def _place(self) -> None:
        # The window is asked for, not kept: a child that holds its parent may free it too early.
        window = self.parentWidget()
        if window is None:
            return
        room = window.rect()
        left = (room.width() - self.width()) // 2
        self.move(left, room.height() - self.height() - _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        paint_frame(painter, QRectF(self.rect()), tokens().radius["card"], look.tooltip)
        if self._telling is not None:
            spot = QRectF(14, 0, 16, self.height())
            paint_icon(painter, spot, self._telling.icon, look.on_tooltip)
