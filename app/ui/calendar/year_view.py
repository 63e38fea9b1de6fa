"""The year at a glance: how much each day has, and which weeks have nothing."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.language import _
from app.ui.calendar.month_paint import paint_ring
from app.ui.calendar.painted import Group, PaintedView, Spot
from app.ui.calendar.words import day_words, month_words
from app.ui.calendar.year_paint import begun_in, empty_weeks, paint_year
from app.ui.calendar.year_plan import YearPlan
from app.ui.theme import colours
from app.ui.widgets import named, tip_text

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class YearView(PaintedView):
    """Its groups are the months, their spots the days; Enter opens the month of the current day."""

    month_opened = Signal(object)  # a date of the month
    page_asked = Signal(int)  # years to turn: -1, 1
    day_left = Signal(object)  # a date of another year: show that

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "calendar.year", _("Year"))
        self._counts: Mapping[date, int] = {}
        self._year = 2026
        self._today = self._day = date(2026, 1, 1)
        self.setProperty("ring", "own")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(560, 400))
        self._lay_out()

    @property
    def plan(self) -> YearPlan:
        """Where everything lies now."""
        return self._plan

    def show_year(self, year: int, counts: Mapping[date, int], today: date) -> None:
        """Show how many contents the days of this year have."""
        self._year, self._counts, self._today = year, counts, today
        self._lay_out()
        self.tell_current()

    def current_day(self) -> date:
        return self._day

    def set_current(self, day: date) -> None:
        """Make a day current; where another year has it, that is asked for."""
        self._day = day
        if day.year != self._year:
            self.day_left.emit(day)
        self.tell_current()
        self.update()

    def set_current_quietly(self, day: date) -> None:
        """Make a day current whose year is about to be shown."""
        self._day = day
        self.update()

    def _lay_out(self) -> None:
        self.forget_groups()
        self._plan = YearPlan(self._year, QSizeF(self.size()))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        paint_year(painter, self._plan, self._counts, self._today, look)
        placed = self._plan.of(self._day)
        if placed is not None and self.hasFocus():
            paint_ring(painter, placed.rect, look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.tell_current()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            placed = self._plan.day_at(QPointF(event.pos()))
            words = self._words(placed.day) if placed else ""
            QToolTip.showText(event.globalPos(), tip_text(words) if words else "", self)
            return True
        return super().event(event)

    def _words(self, day: date) -> str:
        return day_words(day, self._counts.get(day, 0))

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _STEPS:
            self.set_current(self._day + timedelta(days=_STEPS[key]))
        elif plain and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.page_asked.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.month_opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        placed = self._plan.day_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and placed is not None:
            self.set_current(placed.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        month = self._plan.month_at(event.position())
        placed = self._plan.day_at(event.position())
        if month is not None:
            self.month_opened.emit(placed.day if placed else month.first)

    # For screen readers

    def make_groups(self) -> Sequence[Group]:
        return [
            Group(
                month.rect,
                month_words(
                    month.first,
                    sum(self._counts.get(day.day, 0) for day in month.days),
                    begun_in(empty_weeks(month, self._counts, self._today)),
                ),
                tuple(Spot(day.rect, self._words(day.day)) for day in month.days),
            )
            for month in self._plan.months
        ]

    def current_place(self) -> tuple[int, int | None]:
        if self._day.year != self._year:
            return -1, None
        return self._day.month - 1, self._day.day - 1
