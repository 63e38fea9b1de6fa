"""Push buttons of the five kinds and three sizes; the style paints them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme import icon
from app.ui.widgets.naming import set_tip


class Button(QPushButton):
    """A button that begins with a verb; `…` at its end when a dialog follows.

    `kind`: primary, plain, ghost, link, danger, danger_primary. `size`: small, normal, large.
    `key` is shown as a key cap beside the words; it does not make a shortcut.
    """

    def __init__(
        self,
        text: str,
        kind: str = "plain",
        icon_name: str = "",
        *,
        size: str = "normal",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setProperty("controlSize", size)
        self.setProperty("key", key)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if icon_name:
            self.setIcon(icon(icon_name))
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_kind(self, kind: str) -> None:
        self.setProperty("kind", kind)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon_name: str, *, at_end: bool = False) -> None:
        """Another icon; `at_end` sets it behind the words, as an arrow that leads on."""
        self.setIcon(icon(icon_name))
        self.setProperty("iconAtEnd", at_end)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)


class IconButton(Button):
    """A square button with an icon only; `spoken` is its tooltip and what a screen reader says."""

    def __init__(
        self,
        icon_name: str,
        spoken: str,
        kind: str = "ghost",
        *,
        size: str = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind, icon_name, size=size, parent=parent)
        self.setAccessibleName(spoken)
        set_tip(self, spoken)
