"""What the window shows while nothing covers it: the rail, the top bar, the place being shown."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language import _
from app.ui.theme import scaled
from app.ui.widgets import Button, Notice, Rule, Screen, named
from app.ui.window.pause_banner import PauseBanner
from app.ui.window.rail import Counter, Place, Rail
from app.ui.window.topbar import TopBar

_NARROW_BELOW = 1280  # client width under which the rail shows icons only
_PANES = 1180  # what three panes need at the usual text size; with larger text more
_SECOND = 1000


class PlacesPage(QWidget):
    """Makes the screen of a place when it is entered first, heads it and leads from one to another.

    Above the place stand the banner of a pause and the complaint, each as long as it is in force.
    """

    help_pressed = Signal()
    leads = Signal(str, object)  # a screen leads to a place: its key, and what to show there
    told = Signal(object)  # a screen's Telling

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: dict[str, Place] = {}
        self._screens: dict[str, Screen] = {}
        self._now: Callable[[], datetime] | None = None
        self._is_rail_chosen = False
        self._rail = Rail()
        self.person = self._rail.person
        self._topbar = TopBar()
        self.pause_banner = PauseBanner()
        self._stack = QStackedWidget()
        self._complaint = Notice("window.complaint", "bad")
        self._close_complaint = named(Button(_("Close"), size="small"), "window.complaint.close")
        self._complaint.add_act(self._close_complaint)
        self._complaint.hide()
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self._topbar, Rule(), self.pause_banner, self._complaint):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self._rail.chosen.connect(self.choose)
        self._topbar.back_pressed.connect(self.go_back)
        self._topbar.help_pressed.connect(self.help_pressed)
        self._close_complaint.clicked.connect(self._complaint.hide)
        self._tick.timeout.connect(self._on_tick)

    # Places

    def set_places(self, places: Sequence[Place]) -> None:
        """These are the places that the person may see; screens of before are closed."""
        for screen in self._screens.values():
            self._stack.removeWidget(screen)
            screen.hide()
            screen.deleteLater()
        self._screens = {}
        self._places = {place.key: place for place in places}
        self._rail.set_places(places)

    def set_counter(self, key: str, counter: Counter) -> None:
        """What waits at a place for the person."""
        self._rail.set_counter(key, counter)

    @property
    def screen_shown(self) -> Screen | None:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    @property
    def key_shown(self) -> str:
        """The key of the place being shown; empty before the first is entered."""
        shown = self.screen_shown
        return next((key for key, screen in self._screens.items() if screen is shown), "")

    def enter(self, key: str, target: object = None) -> None:
        """Go to a place, making its screen if this is the first time; `target` is shown there."""
        if key not in self._places:
            return
        screen = self._screens.get(key) or self._open(key)
        self._rail.mark(key)
        self._stack.setCurrentWidget(screen)
        self._on_headed()
        self._on_tick()
        self._focus(screen)
        if target is not None:
            screen.show_target(target)

    def _open(self, key: str) -> Screen:
        screen = self._screens[key] = self._places[key].load()
        screen.headed.connect(self._on_headed)
        screen.leads.connect(self.leads)
        screen.told.connect(self.told)
        self._stack.addWidget(screen)
        return screen

    def _focus(self, screen: Screen) -> None:
        """The keys of a place work as soon as one is there."""
        held = self.window().focusWidget()
        panes = screen.panes()
        if panes and (held is None or not screen.isAncestorOf(held)):
            panes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def choose(self, key: str) -> None:
        """Go there; chosen once more, a place returns from its inner page, as with Esc."""
        screen = self.screen_shown
        if screen is not None and screen is self._screens.get(key) and screen.has_back:
            self.go_back()
        else:
            self.enter(key)

    def choose_number(self, number: int) -> None:
        """The same for the place that has this number."""
        for place in self._places.values():
            if place.number == number:
                self.choose(place.key)

    @Slot()
    def go_back(self) -> None:
        """Return from an inner page of the place being shown, if one is open."""
        screen = self.screen_shown
        if screen is not None and screen.has_back:
            screen.go_back()

    def panes(self) -> tuple[QWidget, ...]:
        """Where F6 goes: the rail, then the panes that the screen names."""
        screen = self.screen_shown
        return (self._rail.focus_target(), *(screen.panes() if screen is not None else ()))

    # What stands above the place

    @Slot()
    def _on_headed(self) -> None:
        screen = self.screen_shown
        if screen is not None:
            self._topbar.show_heading(
                screen.title, screen.note, screen.chips, has_back=screen.has_back
            )

    def start_clock(self, now: Callable[[], datetime]) -> None:
        """Show the office's time from now on; a demo office has one of its own."""
        self._now = now
        self._tick.start()
        self._on_tick()

    @Slot()
    def _on_tick(self) -> None:
        if self._now is not None:
            screen = self.screen_shown
            tells_day = screen is not None and screen.tells_day
            self._topbar.show_time(self._now(), with_day=not tells_day)

    def complain(self, sentence: str) -> None:
        """Say what went wrong in a strip that stays until it is closed."""
        self._complaint.tell(sentence)

    # The rail's width

    @Slot()
    def toggle_rail(self) -> None:
        """Narrow or widen the rail; from now on it stays as the person has chosen."""
        self._is_rail_chosen = True
        self._rail.set_narrow(not self._rail.is_narrow())

    def fit(self, width: int) -> None:
        """The panes have the room first, unless the person has chosen how the rail is."""
        if not self._is_rail_chosen:
            self._rail.set_narrow(width < max(_NARROW_BELOW, scaled(_PANES)))

    def refit(self, width: int) -> None:
        """After size or language of the text has changed: the rail grows with its words."""
        self.person.menu.rename()
        self._rail.set_narrow(self._rail.is_narrow())
        self.fit(width)
