"""The frame around the places: opens screens, leads from one to another, tells what was done."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QActionGroup,
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.language import _
from app.ui.theme import icon, mark_icon, scaled, text_scale, tokens
from app.ui.widgets import Button, Dialog, Notice, Rule, Screen, Telling, Toast, named
from app.ui.window.keys import KeysDialog
from app.ui.window.pause_banner import PauseBanner
from app.ui.window.rail import Counter, Place, Rail
from app.ui.window.topbar import TopBar

_NARROW_BELOW = 1280  # client width under which the rail shows icons only
_PANES = 1180  # what three panes need at the usual text size; with larger text more
_SECOND = 1000


class MainWindow(QMainWindow):
    """Rail, top bar, the place being shown, and what concerns the person who is signed in."""

    scheme_chosen = Signal(str)  # system, light or dark
    scale_chosen = Signal(float)
    language_chosen = Signal(str)
    password_asked = Signal()
    sign_out_asked = Signal()
    pause_asked = Signal()
    help_asked = Signal(str)  # the key of the place being shown; empty while a page covers it
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Kohkol")
        self.setWindowIcon(mark_icon())
        self.setMinimumSize(*tokens().window_min)
        self._places: dict[str, Place] = {}
        self._screens: dict[str, Screen] = {}
        self._now: Callable[[], datetime] | None = None
        self._is_rail_chosen = False
        self._page: QWidget | None = None
        self._rail = Rail()
        self._topbar = TopBar()
        self.pause_banner = PauseBanner()
        self._stack = QStackedWidget()
        self._complaint = Notice("window.complaint", "bad")
        self._toast = Toast(self)
        self._build()
        self._connect()
        self._build_person_menu()
        self._make_keys()

    def _build(self) -> None:
        self._close_complaint = named(Button(_("Close"), size="small"), "window.complaint.close")
        self._complaint.add_act(self._close_complaint)
        self._complaint.hide()
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self._topbar, Rule(), self.pause_banner, self._complaint):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(centre)
        self.setCentralWidget(self._whole)

    def _connect(self) -> None:
        self._rail.chosen.connect(self._on_place_chosen)
        self._topbar.back_pressed.connect(self._on_back)
        self._topbar.help_pressed.connect(self._on_help_pressed)
        self._close_complaint.clicked.connect(self._complaint.hide)
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self._on_tick)

    def _make_keys(self) -> None:
        for keys, slot in (
            ("F5", self.reload),
            ("F6", self.next_pane),
            ("F1", self._on_help_pressed),
            ("Ctrl+/", self.show_keys),
            ("Ctrl+Shift+J", self._on_pause_pressed),
            ("Ctrl+B", self._on_rail_toggled),
            ("Ctrl+=", self._on_larger),
            ("Ctrl++", self._on_larger),
            ("Ctrl+-", self._on_smaller),
            ("Esc", self._on_back),
        ):
            QShortcut(QKeySequence(keys), self, slot)
        for number in range(1, 8):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda number=number: self._enter_number(number))

    # Who is here

    def _build_person_menu(self) -> None:
        menu = self._rail.person.menu
        menu.clear()
        menu.setObjectName("window.person.menu")
        menu.addAction(icon("lock"), _("Change password…"), self.password_asked.emit)
        menu.addSeparator()
        self._add_choices(
            ((_("As the system"), "system"), (_("Light"), "light"), (_("Dark"), "dark")),
            self.scheme_chosen.emit,
        )
        menu.addSeparator()
        sizes = (_("Text: usual"), _("Text: large"), _("Text: largest"))
        self._add_choices(tuple(zip(sizes, tokens().scales, strict=True)), self.scale_chosen.emit)
        menu.addSeparator()
        self._add_choices(
            (("Bahasa Indonesia", "id"), ("English", "en")), self.language_chosen.emit
        )
        menu.addSeparator()
        menu.addAction(icon("arrow-right"), _("Sign out"), self.sign_out_asked.emit)

    def _add_choices(
        self, choices: Sequence[tuple[str, object]], choose: Callable[..., object]
    ) -> None:
        menu = self._rail.person.menu
        group = QActionGroup(menu)
        for words, value in choices:
            action = menu.addAction(words)
            action.setData(value)
            action.setCheckable(True)
            group.addAction(action)
        group.triggered.connect(lambda action: choose(action.data()))

    def show_choices(self, *values: object) -> None:
        """Mark in the person's menu what is in force: scheme, text scale, language."""
        for action in self._rail.person.menu.actions():
            if action.isCheckable():
                action.setChecked(action.data() in values)

    def show_office(self, agency: str, name: str, role: str) -> None:
        """Whose office it is, and who is signed in."""
        self.setWindowTitle(f"Kohkol – {agency}" if agency else "Kohkol")
        self._rail.person.show_person(name, role)

    def start_clock(self, now: Callable[[], datetime]) -> None:
        """Show the office's time from now on; a demo office has one of its own."""
        self._now = now
        self._tick.start()
        self._on_tick()

    @Slot()
    def _on_tick(self) -> None:
        if self._now is not None:
            screen = self.screen_shown()
            tells_day = screen is not None and screen.tells_day
            self._topbar.show_time(self._now(), with_day=not tells_day)

    def cover(self, page: QWidget) -> None:
        """Show a page instead of everything: opening, signing in, the first start."""
        self.uncover()
        self._page = page
        self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)

    def uncover(self) -> None:
        """Show the places again; the page that covered them is closed."""
        self._toast.dismiss()
        page, self._page = self._page, None
        if page is not None:
            self._whole.removeWidget(page)
            page.hide()
            page.deleteLater()

    @property
    def is_covered(self) -> bool:
        return self._page is not None

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

    def set_counter(self, key: str, count: int, *, alarming: bool = False) -> None:
        """How much waits at a place for the person; red only while a clock is breached."""
        self._rail.set_counter(key, Counter(count, alarming))

    def screen_shown(self) -> Screen | None:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def enter(self, key: str, target: object = None) -> None:
        """Go to a place, making its screen if this is the first time; `target` is shown there."""
        if key not in self._places or self.is_covered:
            return
        screen = self._screens.get(key) or self._open(key)
        self._rail.mark(key)
        self._stack.setCurrentWidget(screen)
        self._on_headed()
        self._on_tick()
        self._focus(screen)
        if target is not None:
            screen.show_target(target)

    def _focus(self, screen: Screen) -> None:
        """The keys of a place work as soon as one is there."""
        held = self.focusWidget()
        panes = screen.panes()
        if panes and (held is None or not screen.isAncestorOf(held)):
            panes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, key: str) -> Screen:
        screen = self._screens[key] = self._places[key].load()
        screen.headed.connect(self._on_headed)
        screen.leads.connect(self.enter)
        screen.told.connect(self.tell)
        self._stack.addWidget(screen)
        return screen

    @Slot(str)
    def _on_place_chosen(self, key: str) -> None:
        """Go there; chosen once more, a place returns from its inner page, as with Esc."""
        screen = self.screen_shown()
        if screen is not None and screen is self._screens.get(key) and screen.has_back:
            self._on_back()
        else:
            self.enter(key)

    def _enter_number(self, number: int) -> None:
        for place in self._places.values():
            if place.number == number:
                self._on_place_chosen(place.key)

    @Slot()
    def _on_headed(self) -> None:
        screen = self.screen_shown()
        if screen is not None:
            self._topbar.show_heading(
                screen.title, screen.note, screen.chips, has_back=screen.has_back
            )

    # Keys and telling

    @Slot()
    def reload(self) -> None:
        """Let the place being shown ask again."""
        screen = self.screen_shown()
        if screen is not None and not self.is_covered:
            screen.reload()

    @Slot()
    def next_pane(self) -> None:
        """From pane to pane with F6: the rail, then those that the screen names."""
        screen = self.screen_shown()
        panes = (
            self._rail.focus_target(),
            *(screen.panes() if screen is not None else ()),
            self._toast.focus_target(),
        )
        reachable = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
        focused = self.focusWidget()
        here = next(
            (
                number
                for number, pane in enumerate(reachable)
                if focused is not None and (pane is focused or pane.isAncestorOf(focused))
            ),
            0,
        )
        if reachable:
            target = reachable[(here + 1) % len(reachable)]
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_help_pressed(self) -> None:
        """Help for the dialog that is open, if it has a page; else for the place behind it."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Dialog) and dialog.help_page:
            self.help_asked.emit(dialog.help_page)
            return
        shown = None if self.is_covered else self.screen_shown()
        keys = (key for key, screen in self._screens.items() if screen is shown)
        self.help_asked.emit(next(keys, ""))

    @Slot()
    def _on_pause_pressed(self) -> None:
        if not self.is_covered:
            self.pause_asked.emit()

    @Slot()
    def show_keys(self) -> None:
        screen = self.screen_shown()
        KeysDialog(screen.keys() if screen is not None else (), self).open()

    @Slot()
    def _on_back(self) -> None:
        screen = self.screen_shown()
        if screen is not None and screen.has_back and not self.is_covered:
            screen.go_back()

    @Slot(object)
    def tell(self, telling: Telling) -> None:
        """Say in a toast what was done."""
        self._toast.tell(telling)

    def complain(self, sentence: str) -> None:
        """Say what went wrong in a strip that stays until it is closed."""
        self._complaint.tell(sentence)

    # The window's own shape

    @Slot()
    def _on_rail_toggled(self) -> None:
        self._is_rail_chosen = True
        self._rail.set_narrow(not self._rail.is_narrow())

    @Slot()
    def _on_larger(self) -> None:
        self._step_scale(1)

    @Slot()
    def _on_smaller(self) -> None:
        self._step_scale(-1)

    def _step_scale(self, by: int) -> None:
        scales = tokens().scales
        at = scales.index(text_scale()) if text_scale() in scales else 0
        self.scale_chosen.emit(scales[max(0, min(at + by, len(scales) - 1))])

    def refit(self) -> None:
        """After size or language of the text has changed: the rail grows with its words."""
        self._build_person_menu()
        self._rail.set_narrow(self._rail.is_narrow())
        self._fit_rail(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail(event.size().width())

    def _fit_rail(self, width: int) -> None:
        """The panes have the room first, unless the person has chosen how the rail is."""
        if not self._is_rail_chosen:
            self._rail.set_narrow(width < max(_NARROW_BELOW, scaled(_PANES)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A dialog hands F1 on to here, for no shortcut of a blocked window is heard."""
        if event.key() == Qt.Key.Key_F1:
            self._on_help_pressed()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
