"""The focus ring: 2 px, 1 px off, around whatever has the keyboard's focus."""

import shiboken6
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFocusFrame,
    QScrollArea,
    QWidget,
)


class FocusRing(QObject):
    """Moves one frame from control to control; the frame floats above what is around it.

    A widget can't paint outside itself, so the ring is Qt's own `QFocusFrame`, a sibling above
    it. Lists mark their current row themselves. A button that was clicked with the mouse shows
    none: there the ring would only linger.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._frame is not None and shiboken6.isValid(self._frame):
            self._frame.setWidget(None)  # type: ignore[arg-type]  # nullptr is Qt's way to let go
            self._frame.deleteLater()
        self._frame = None
        if new is not None and self._wants_ring(new):
            self._frame = QFocusFrame(new.window())
            self._frame.setWidget(new)

    def _wants_ring(self, widget: QWidget) -> bool:
        if widget.isWindow() or isinstance(widget, QAbstractItemView | QScrollArea):
            return False
        if widget.property("ring") == "own":  # it paints one around what is current inside it
            return False
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        return not (by_mouse and isinstance(widget, QAbstractButton))
