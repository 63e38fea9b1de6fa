"""The frame around the places: what covers them, the keys that work everywhere, the toast."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from app.ui.theme import mark_icon, tokens
from app.ui.widgets import Dialog, Screen, Telling, Toast
from app.ui.window.keys import KeysDialog
from app.ui.window.places_page import PlacesPage
from app.ui.window.rail import Counter, Place


class MainWindow(QMainWindow):
    """The places, or a page that covers them; above both, a toast of what was done."""

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
        self._cover: QWidget | None = None
        self._places = PlacesPage()
        self.pause_banner = self._places.pause_banner
        self._menu = self._places.person.menu
        self._whole = QStackedWidget()
        self._whole.addWidget(self._places)
        self._toast = Toast(self)
        self.setCentralWidget(self._whole)
        self._connect()
        self._make_keys()

    def _connect(self) -> None:
        self._places.help_pressed.connect(self._on_help_pressed)
        self._places.leads.connect(self.enter)
        self._places.told.connect(self.tell)
        self._menu.scheme_chosen.connect(self.scheme_chosen)
        self._menu.scale_chosen.connect(self.scale_chosen)
        self._menu.language_chosen.connect(self.language_chosen)
        self._menu.password_asked.connect(self.password_asked)
        self._menu.sign_out_asked.connect(self.sign_out_asked)

    def _make_keys(self) -> None:
        for keys, slot in (
            ("F5", self.reload),
            ("F6", self.next_pane),
            ("F1", self._on_help_pressed),
            ("Ctrl+/", self.show_keys),
            ("Ctrl+Shift+J", self._on_pause_pressed),
            ("Ctrl+B", self._places.toggle_rail),
            ("Ctrl+=", self._menu.choose_larger),
            ("Ctrl++", self._menu.choose_larger),
            ("Ctrl+-", self._menu.choose_smaller),
            ("Esc", self._on_back),
        ):
            QShortcut(QKeySequence(keys), self, slot)
        for number in range(1, 8):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda number=number: self._enter_number(number))

    # Who is here

    def show_choices(self, *values: object) -> None:
        """Mark in the person's menu what is in force: scheme, text scale, language."""
        self._menu.mark(*values)

    def show_office(self, agency: str, name: str, role: str) -> None:
        """Whose office it is, and who is signed in."""
        self.setWindowTitle(f"Kohkol – {agency}" if agency else "Kohkol")
        self._places.person.show_person(name, role)

    def start_clock(self, now: Callable[[], datetime]) -> None:
        """Show the office's time from now on; a demo office has one of its own."""
        self._places.start_clock(now)

    # A page over the places

    def cover(self, page: QWidget) -> None:
        """Show a page instead of everything: opening, signing in, the first start."""
        self.uncover()
        self._cover = page
        self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)

    def uncover(self) -> None:
        """Show the places again; the page that covered them is closed."""
        self._toast.dismiss()
        page, self._cover = self._cover, None
        if page is not None:
            self._whole.removeWidget(page)
            page.hide()
            page.deleteLater()

    @property
    def is_covered(self) -> bool:
        return self._cover is not None

    # Places

    def set_places(self, places: Sequence[Place]) -> None:
        """These are the places that the person may see; screens of before are closed."""
        self._places.set_places(places)

    def set_counter(self, key: str, count: int, *, alarming: bool = False) -> None:
        """How much waits at a place for the person; red only while a clock is breached."""
        self._places.set_counter(key, Counter(count, alarming))

    def screen_shown(self) -> Screen | None:
        return self._places.screen_shown

    def enter(self, key: str, target: object = None) -> None:
        """Go to a place, making its screen if this is the first time; `target` is shown there."""
        if not self.is_covered:
            self._places.enter(key, target)

    def _enter_number(self, number: int) -> None:
        if not self.is_covered:
            self._places.choose_number(number)

    # Keys and telling

    @Slot()
    def reload(self) -> None:
        """Let the place being shown ask again."""
        screen = self.screen_shown()
        if screen is not None and not self.is_covered:
            screen.reload()

    @Slot()
    def next_pane(self) -> None:
        """From pane to pane with F6: the rail, then those that the screen names, the toast."""
        panes = (*self._places.panes(), self._toast.focus_target())
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
        else:
            self.help_asked.emit("" if self.is_covered else self._places.key_shown)

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
        if not self.is_covered:
            self._places.go_back()

    @Slot(object)
    def tell(self, telling: Telling) -> None:
        """Say in a toast what was done."""
        self._toast.tell(telling)

    def complain(self, sentence: str) -> None:
        """Say what went wrong in a strip that stays until it is closed."""
        self._places.complain(sentence)

    # The window's own shape

    def refit(self) -> None:
        """After size or language of the text has changed: the rail grows with its words."""
        self._places.refit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._places.fit(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A dialog hands F1 on to here, for no shortcut of a blocked window is heard."""
        if event.key() == Qt.Key.Key_F1:
            self._on_help_pressed()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
