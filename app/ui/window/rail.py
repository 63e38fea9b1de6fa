"""The left rail: the mark, the places with their counters, who is signed in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.language import ngettext
from app.ui.theme import colours, paint_frame, paint_icon, paint_text, scaled, tokens
from app.ui.widgets import (
    Screen,
    counter_size,
    named,
    paint_counter,
    set_tip,
)
from app.ui.window.person import PersonButton


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the window: Ctrl+`number` goes there, `load` makes its screen when needed."""

    key: str
    number: int
    icon: str
    title: Callable[[], str]
    load: Callable[[], Screen]


@dataclass(frozen=True, slots=True)
class Counter:
    """What waits at a place for the person; alarming while a clock is breached."""

    count: int
    alarming: bool = False


class PlaceButton(QAbstractButton):
    """A place in the rail: icon, words, counter."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.is_narrow = False
        self._counter = Counter(0)
        named(self, f"window.{place.key}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rename()

    def rename(self) -> None:
        """Say its words, and how much waits there, in the language in force."""
        self.setText(self.place.title())
        waiting = self._counter.count
        words = self.text()
        if waiting:
            words += ", " + ngettext("%(n)d waiting", "%(n)d waiting", waiting) % {"n": waiting}
        self.setAccessibleName(words)
        set_tip(self, f"{self.text()}  Ctrl+{self.place.number}" if self.is_narrow else "")

    def set_counter(self, counter: Counter) -> None:
        self._counter = counter
        self.rename()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self.is_narrow = narrow
        self.rename()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, scaled(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        rect = QRectF(self.rect())
        on = self.isChecked()
        if on or self.underMouse():
            fill = look.surface if on else look.line
            paint_frame(painter, rect, tokens().radius["control"], fill)
        if on:
            bar = QRectF(0, rect.center().y() - 9, 3, 18)
            paint_frame(painter, bar, 1.5, look.accent)
        ink = look.text if on else look.text2
        sign = look.accent if on else look.text2
        if self.is_narrow:
            paint_icon(painter, rect, self.place.icon, sign, 20)
            if self._counter.count:
                self._paint_dot(painter, rect)
            return
        paint_icon(painter, QRectF(10, 0, 18, rect.height()), self.place.icon, sign, 18)
        room = rect.adjusted(38, 0, -8, 0)
        if self._counter.count:
            size = counter_size(self._counter.count)
            spot = QRectF(rect.right() - size.width() - 7, 0, size.width(), size.height())
            spot.moveTop(rect.center().y() - size.height() / 2)
            self._paint_count(painter, spot)
            room.setRight(spot.left() - 4)
        paint_text(painter, room, self.text(), "strong" if on else "body", ink)

    def _paint_count(self, painter: QPainter, spot: QRectF) -> None:
        look = colours(self.palette())
        if self.isChecked() and not self._counter.alarming:
            paint_frame(painter, spot, spot.height() / 2, look.rail)
        counter = self._counter
        paint_counter(painter, spot, counter.count, look, alarming=counter.alarming)

    def _paint_dot(self, painter: QPainter, rect: QRectF) -> None:
        look = colours(self.palette())
        dot = QRectF(rect.center().x() + 6, rect.center().y() - 13, 8, 8)
        fill = look.tones["bad"].ink if self._counter.alarming else look.accent
        paint_frame(painter, dot, 4, fill)


class Rail(QWidget):
    """The rail itself; as wide as the look says, or 56 with icons only."""

    chosen = Signal(str)  # key of the place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("window.rail")
        self._narrow = False
        self._buttons: dict[str, PlaceButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self.person = PersonButton()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 0, 9, 4)
        self._column.setSpacing(2)
        self._column.addSpacing(tokens().size["topbar"])
        self._places = QVBoxLayout()
        self._places.setSpacing(2)
        self._column.addLayout(self._places)
        self._column.addStretch(1)
        self._column.addWidget(self.person)
        self.set_narrow(False)

    def set_places(self, places: Sequence[Place]) -> None:
        """Show these places; those that one may not see are simply not among them."""
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._places.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for place in places:
            button = PlaceButton(place)
            button.set_narrow(self._narrow)
            self._group.addButton(button)
            self._places.addWidget(button)
            self._buttons[place.key] = button

    def mark(self, key: str) -> None:
        """Show that this place is the one being shown."""
        self._buttons[key].setChecked(True)

    def set_counter(self, key: str, counter: Counter) -> None:
        if key in self._buttons:
            self._buttons[key].set_counter(counter)

    def is_narrow(self) -> bool:
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        size = tokens().size
        wide = scaled(size["rail"]) if not narrow else size["rail_narrow"]
        self.setFixedWidth(wide)
        for button in self._buttons.values():
            button.set_narrow(narrow)
        self.person.is_narrow = narrow
        self.update()

    def focus_target(self) -> QWidget:
        """Where F6 lands: the place being shown."""
        return self._group.checkedButton() or self.person

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, PlaceButton):
            self.chosen.emit(button.place.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.rail)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), look.line)
        above = self.person.y() - 1
        painter.fillRect(QRectF(8, above, self.width() - 17, 1), look.line)
        height = tokens().size["topbar"]
        if self._narrow:
            paint_icon(painter, QRectF(0, 0, self.width(), height), "mark", look.wood, 26)
            return
        paint_icon(painter, QRectF(13, 0, 28, height), "mark", look.wood, 26)
        room = QRectF(47, 0, self.width() - 50, height)
        paint_text(painter, room, "Kohkol", "title", look.text)
