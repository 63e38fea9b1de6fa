"""What a painted view tells screen readers: groups (days, months) and the spots inside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Spot:
    """Something in a group: where it is painted, and what it is in words."""

    rect: QRectF
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """A day or a month: where it is painted, what it is in words, what lies in it."""

    rect: QRectF
    words: str
    spots: tuple[Spot, ...] = ()


class PaintedView(QWidget):
    """A view without a widget for each thing; `painted_access` speaks for what it paints."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: Sequence[Group] | None = None

    def groups(self) -> Sequence[Group]:
        """What is painted now; worked out only when somebody asks."""
        if self._groups is None:
            self._groups = self.make_groups()
        return self._groups

    def make_groups(self) -> Sequence[Group]:
        raise NotImplementedError

    def current_place(self) -> tuple[int, int | None]:
        """The number of the current group (-1: none), and that of the current spot in it."""
        raise NotImplementedError

    def forget_groups(self) -> None:
        """Something else is painted now."""
        self._groups = None

    def tell_current(self) -> None:
        """A screen reader says what has become current."""
        if QAccessible.isActive() and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Focus))
