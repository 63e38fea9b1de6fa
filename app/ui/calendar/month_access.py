"""The painted month for screen readers: each day is a child of the view, each tile one of its day.

The objects stand for places (third day, second tile) and say what is there when they are asked, so
none has to be made or dropped when the tiles change. Qt keeps them until the program ends.
"""

import weakref

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from app.ui.calendar.month_plan import PlacedDay, PlacedTile
from app.ui.calendar.month_view import MonthView
from app.ui.calendar.words import day_words, tile_text

_Role = QAccessible.Role


class _Part(QAccessibleInterface):
    """What days and tiles have in common: a view that may be gone, and a place on the screen."""

    def __init__(self, view: MonthView) -> None:
        super().__init__()
        self._view = weakref.ref(view)
        QAccessible.registerAccessibleInterface(self)

    def view(self) -> MonthView | None:
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


class _TilePart(_Part):
    def __init__(self, view: MonthView, day: "_DayPart", number: int) -> None:
        super().__init__(view)
        self._day, self._number = day, number

    def placed(self) -> PlacedTile | None:
        day = self._day.placed()
        return day.tiles[self._number] if day and self._number < len(day.tiles) else None

    def place(self) -> QRectF | None:
        placed = self.placed()
        return placed.rect if placed else None

    def parent(self) -> QAccessibleInterface:
        return self._day

    def role(self) -> QAccessible.Role:
        return _Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        view, placed = self.view(), self.placed()
        state.focusable = state.selectable = True
        if view is not None and placed is not None and view.current_tile() == placed.tile:
            state.selected = True
            state.focused = view.hasFocus()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        placed = self.placed()
        return tile_text(placed.tile) if placed and kind == QAccessible.Text.Name else ""


class _DayPart(_Part):
    def __init__(self, view: MonthView, number: int) -> None:
        super().__init__(view)
        self._number = number
        self._tiles: list[_TilePart] = []

    def placed(self) -> PlacedDay | None:
        view = self.view()
        return view.plan.days[self._number] if view is not None else None

    def place(self) -> QRectF | None:
        placed = self.placed()
        return placed.rect if placed else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self.view()
        return QAccessible.queryAccessibleInterface(view) if view is not None else None

    def childCount(self) -> int:
        placed = self.placed()
        return len(placed.tiles) if placed else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self.view()
        if view is None or not 0 <= index < self.childCount():
            return None
        while len(self._tiles) <= index:
            self._tiles.append(_TilePart(view, self, len(self._tiles)))
        return self._tiles[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._tiles.index(child) if child in self._tiles else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        children = (self.child(index) for index in range(self.childCount()))
        return next((child for child in children if child and child.rect().contains(x, y)), None)

    def role(self) -> QAccessible.Role:
        return _Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        view, placed = self.view(), self.placed()
        state.focusable = state.selectable = True
        is_current = view is not None and placed is not None and view.current_day() == placed.day
        if view is not None and is_current and view.current_tile() is None:
            state.selected = True
            state.focused = view.hasFocus()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        placed = self.placed()
        if placed is None or kind != QAccessible.Text.Name:
            return ""
        return day_words(placed.day, len(placed.all_tiles))


class _MonthAccess(QAccessibleWidget):
    """The view itself: a group of days."""

    def __init__(self, view: MonthView) -> None:
        super().__init__(view, _Role.Grouping)
        self._month = view
        self._days = [_DayPart(view, number) for number in range(len(view.plan.days))]

    def childCount(self) -> int:
        return len(self._days)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return self._days[index] if 0 <= index < len(self._days) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._days.index(child) if child in self._days else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        at = self._month.mapFromGlobal(QPoint(x, y))
        placed = self._month.plan.day_at(QPointF(at))
        return self._days[self._month.plan.days.index(placed)] if placed else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        number = (self._month.current_day() - self._month.plan.first).days
        day = self._days[number] if 0 <= number < len(self._days) else None
        placed = day.placed() if day else None
        if day is None or placed is None:
            return None
        shown = [tile.tile for tile in placed.tiles]
        tile = self._month.current_tile()
        return day.child(shown.index(tile)) if tile in shown else day


_kept: list[_MonthAccess] = []  # Qt asks for one again and again; Python must not let go of it


def _month_access(_class: str, about: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(about, MonthView):
        return None
    _kept[:] = [kept for kept in _kept if shiboken6.isValid(kept)]
    _kept.append(_MonthAccess(about))
    return _kept[-1]


_installed: list[bool] = []


def install_month_access() -> None:
    """Let Qt ask here about month views; once a program."""
    if not _installed:
        QAccessible.installFactory(_month_access)
        _installed.append(True)
