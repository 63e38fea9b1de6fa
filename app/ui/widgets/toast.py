"""A short word at the foot of the window, with a way back: 8 seconds, Urungkan, Ctrl+Z."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QTimer, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QHBoxLayout, QWidget

from app.language import _
from app.ui.theme import colours, paint_frame, paint_icon, tokens
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.widgets.naming import named
from app.ui.widgets.notices import announce

_MARGIN = 20
_GAP = 8  # pixels between the toast and what is pinned below it
_LOOK_AGAIN = 250  # ms


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

    It lives in the window that it belongs to and stays while it is pointed at or focused. Buttons
    that are pinned to the bottom of a pane stay free: it goes above them.
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
        # What is pinned changes with what was done, as soon as the place has asked again.
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_AGAIN)
        self._looking.timeout.connect(self._on_look_again)
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
        self._looking.start()
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
        self._looking.stop()
        self._key.setEnabled(False)
        self.hide()

    def focus_target(self) -> QWidget:
        """Where F6 comes to while there is something to undo."""
        return self._undo

    @Slot()
    def _on_timeout(self) -> None:
        if self._is_held():
            self._timer.start()
        else:
            self.dismiss()

    @Slot()
    def _on_look_again(self) -> None:
        if not self._is_held():
            self._place()

    def _is_held(self) -> bool:
        return self.underMouse() or self._undo.hasFocus()

    def _place(self) -> None:
        # The window is asked for, not kept: a child that holds its parent may free it too early.
        window = self.parentWidget()
        if window is None:
            return
        room = window.rect()
        spot = self.rect()
        spot.moveTo((room.width() - spot.width()) // 2, room.height() - spot.height() - _MARGIN)
        self.move(_above(spot, _pinned(window, self), room.height() // 2).topLeft())

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


def _pinned(window: QWidget, toast: Toast) -> list[QRect]:
    """Where the window's buttons stand that no list carries away when it scrolls."""
    return [
        QRect(button.mapTo(window, QPoint(0, 0)), button.size())
        for button in window.findChildren(QAbstractButton)
        if button.isVisibleTo(window) and not _is_carried(button, window, toast)
    ]


def _is_carried(button: QWidget, window: QWidget, toast: Toast) -> bool:
    """Whether it scrolls with a list, is the toast's own, or belongs to another window."""
    above = button.parentWidget()
    while above is not None and above is not window:
        if above is toast or above.isWindow() or isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def _above(spot: QRect, pinned: Sequence[QRect], highest: int) -> QRect:
    """The lowest place above what is pinned; if none is left in the lower half, where it was."""
    free = QRect(spot)
    while covered := [rect for rect in pinned if rect.intersects(free)]:
        free.moveBottom(min(rect.top() for rect in covered) - _GAP)
        if free.top() < highest:
            return spot
    return free
