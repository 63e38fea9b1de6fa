"""Painted views for screen readers: each group is a child of the view, each spot one of its group.

The objects stand for places (third day, second tile) and say what is there when they are asked, so
none has to be made or dropped when the tiles change. Qt keeps them until the program ends.
"""

import weakref

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from app.ui.calendar.painted import Group, PaintedView, Spot

_Role = QAccessible.Role


class _Part(QAccessibleInterface):
    """What groups and spots have in common: a view that may be gone, and a place on the screen."""

    def __init__(self, view: PaintedView) -> None:
        super().__init__()
        self._view = weakref.ref(view)
        QAccessible.registerAccessibleInterface(self)

    def view(self) -> PaintedView | None:
        view = self._view()
        return view if view is not None and shiboken6.isValid(view) else None

    def object(self) -> QObject | None:  # type: ignore[override]  # a part is no QObject
        return None

    def place(self) -> QRectF | None:
        raise NotImplementedError

    def isValid(self) -> bool:
        return self.place() is not None

    def rect(self) -> QRect:
        view, place = self.view(), self.place()
        if view is None or place is None:
            return QRect()
        corner = view.mapToGlobal(QPoint(0, 0))
        return place.toRect().translated(corner)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Nothing here can be written."""


class _SpotPart(_Part):
    def __init__(self, view: PaintedView, group: "_GroupPart", number: int) -> None:
        super().__init__(view)
        self._group, self.number = group, number

    def spot(self) -> Spot | None:
        group = self._group.group()
        return group.spots[self.number] if group and self.number < len(group.spots) else None

    def place(self) -> QRectF | None:
        spot = self.spot()
        return spot.rect if spot else None

    def parent(self) -> QAccessibleInterface:
        return self._group

    def role(self) -> QAccessible.Role:
        return _Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        view = self.view()
        state.focusable = state.selectable = True
        if view is not None and view.current_place() == (self._group.number, self.number):
            state.selected = True
            state.focused = view.hasFocus()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        spot = self.spot()
        return spot.words if spot and kind == QAccessible.Text.Name else ""


class _GroupPart(_Part):
    def __init__(self, view: PaintedView, number: int) -> None:
        super().__init__(view)
        self.number = number
        self._spots: list[_SpotPart] = []

    def group(self) -> Group | None:
        view = self.view()
        groups = view.groups() if view is not None else ()
        return groups[self.number] if self.number < len(groups) else None

    def place(self) -> QRectF | None:
        group = self.group()
        return group.rect if group else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self.view()
        return QAccessible.queryAccessibleInterface(view) if view is not None else None

    def childCount(self) -> int:
        group = self.group()
        return len(group.spots) if group else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self.view()
        if view is None or not 0 <= index < self.childCount():
            return None
        while len(self._spots) <= index:
            self._spots.append(_SpotPart(view, self, len(self._spots)))
        return self._spots[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._spots.index(child) if child in self._spots else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        children = (self.child(index) for index in range(self.childCount()))
        return next((child for child in children if child and child.rect().contains(x, y)), None)

    def role(self) -> QAccessible.Role:
        return _Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        view = self.view()
        state.focusable = state.selectable = True
        if view is not None and view.current_place() == (self.number, None):
            state.selected = True
            state.focused = view.hasFocus()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        group = self.group()
        return group.words if group and kind == QAccessible.Text.Name else ""


class _ViewAccess(QAccessibleWidget):
    """The view itself: the whole of its groups."""

    def __init__(self, view: PaintedView) -> None:
        super().__init__(view, _Role.Grouping)
        self._painted = view
        self._parts: list[_GroupPart] = []

    def childCount(self) -> int:
        return len(self._painted.groups())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        while len(self._parts) <= index:
            self._parts.append(_GroupPart(self._painted, len(self._parts)))
        return self._parts[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._parts.index(child) if child in self._parts else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        at = QPointF(self._painted.mapFromGlobal(QPoint(x, y)))
        for number, group in enumerate(self._painted.groups()):
            if group.rect.contains(at):
                return self.child(number)
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        number, spot = self._painted.current_place()
        group = self.child(number)
        return group.child(spot) if group is not None and spot is not None else group


_kept: list[_ViewAccess] = []  # Qt asks for one again and again; Python must not let go of it


def _painted_access(_class: str, about: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(about, PaintedView):
        return None
    _kept[:] = [kept for kept in _kept if shiboken6.isValid(kept)]
    _kept.append(_ViewAccess(about))
    return _kept[-1]


_installed: list[bool] = []


def install_painted_access() -> None:
    """Let Qt ask here about painted views; once a program."""
    if not _installed:
        QAccessible.installFactory(_painted_access)
        _installed.append(True)
