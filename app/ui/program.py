"""Starting the window: paint first, then open the office, let somebody in, show the places."""

import sys
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.language import _, use_language
from app.services.pc_clock import Clock, pc_clock
from app.ui.bridge import OfficeBridge, Workers
from app.ui.garbage import Garbage
from app.ui.mishaps import Mishaps, note, write_log
from app.ui.opening import OpeningPage
from app.ui.preferences import Preferences
from app.ui.qt_words import QtWords
from app.ui.theme import Theme, mark_icon
from app.ui.widgets import LastFolders, Telling
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from app.office import Office  # at run time only after the first paint
    from app.ui.desk import Desk
    from app.ui.wizard.page import WizardPage

_Opened = tuple["Office", str, list[tuple[str, str]]]
_NO_DISPLAY = 3  # as the command line says: the office can't be opened
_USUAL_SIZE = (1366, 736)
_SETTLED_AFTER = 3000  # ms: by then the home screen is there


def main(words: Sequence[str] = ()) -> int:
    """Open the window with the office in the folder that is named, the last one, or the wizard."""
    if not _has_display():
        sys.stderr.write(
            _("There is no display. `kohkol --help` lists what works without a window.") + "\n"
        )
        return _NO_DISPLAY
    preferences = Preferences()
    use_language(preferences.language)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Kohkol")
    app.setWindowIcon(mark_icon())
    app.installTranslator(QtWords(app))
    write_log()
    program = Program(app, preferences)
    program.start(Path(words[0]) if words else None)
    code = app.exec()
    program.end()
    return code


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


@dataclass(frozen=True, slots=True)
class _Here:
    """The office that is open, and where it lies."""

    bridge: OfficeBridge
    folder: Path


class Program(QObject):
    """One window and the office that is open in it, from the first paint to the end."""

    def __init__(
        self, app: QApplication, preferences: Preferences, clock: Clock = pc_clock
    ) -> None:
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        self._clock = clock
        self._theme = Theme(app)
        self._theme.apply(preferences.scheme, preferences.scale)
        self.window = MainWindow()
        LastFolders(preferences.folder, preferences.note_folder, self.window)
        self._workers = Workers(self)
        self._here: _Here | None = None
        self._desk: Desk | None = None
        self._wizard: WizardPage | None = None
        self._garbage = Garbage(self)
        self._mishaps = Mishaps(self.tell, self)
        self._mishaps.watch()
        self._connect()

    def _connect(self) -> None:
        self.window.scheme_chosen.connect(self._on_scheme_chosen)
        self.window.scale_chosen.connect(self._on_scale_chosen)
        self.window.language_chosen.connect(self._on_language_chosen)
        self.window.password_asked.connect(self._on_password_asked)
        self.window.sign_out_asked.connect(self._on_sign_out)
        self.window.help_asked.connect(self._on_help_asked)
        self.window.closing.connect(self._on_closing)

    def start(self, folder: Path | None) -> None:
        """Show the window; what comes next begins after its first paint."""
        QTimer.singleShot(_SETTLED_AFTER, self, self._garbage.begin)
        self._show_choices()
        kept = self._preferences.geometry
        if kept is None or not self.window.restoreGeometry(kept):
            self.window.resize(*_USUAL_SIZE)
        known = self._preferences.offices
        page = OpeningPage()
        self.window.cover(page)
        chosen = folder or (known[0] if known else None)
        if chosen is None:
            page.painted.connect(self._show_wizard)
        else:
            page.painted.connect(lambda: self.open(chosen))
        self.window.show()

    # Opening

    def open(self, folder: Path) -> None:
        """Open an office on a worker; the window says so meanwhile."""
        self._close_office()
        self.window.cover(OpeningPage())
        self._workers.submit(
            lambda: _opened(folder, self._clock), lambda done: self._on_opened(folder, done)
        )

    def _on_opened(self, folder: Path, done: "Future[object]") -> None:
        error = done.exception()
        if error is not None:
            self._show_wizard(self._sentence(error))
            return
        self._on_open(folder, *cast("_Opened", done.result()))

    def _on_open(
        self, folder: Path, office: "Office", agency: str, names: list[tuple[str, str]]
    ) -> None:
        here = self._take(office, folder)
        if office.actor is not None:
            self._enter()
        else:
            self._show_sign_in(here, agency, names)

    def adopt(self, office: "Office", folder: Path) -> None:
        """Take over an office that the wizard has made, with its first person signed in."""
        self._close_office()
        self._take(office, folder)
        self._enter()

    def _take(self, office: "Office", folder: Path) -> _Here:
        self._preferences.note_office(folder)
        bridge = OfficeBridge(office, self)
        office.watch()
        bridge.failed.connect(self.tell)
        self._here = _Here(bridge, folder)
        return self._here

    def _show_sign_in(self, here: _Here, agency: str, names: Sequence[tuple[str, str]]) -> None:
        from app.ui.sign_in.page import SignInPage

        kept, folder = self._preferences, here.folder
        last = kept.last_name(folder)
        page = SignInPage(here.bridge, folder, agency, names, last_name=last)
        page.came_in.connect(lambda name: kept.note_name(folder, name))
        page.signed_in.connect(self._enter)
        page.other_office_asked.connect(self._show_wizard)
        self.window.cover(page)
        page.focus_first()

    @Slot()
    def _show_wizard(self, complaint: str = "") -> None:
        from app.ui.wizard.page import WizardPage

        self._close_office()
        page = self._wizard = WizardPage(self._workers, self._preferences.offices, self._clock)
        page.opening.connect(self.open)
        page.made.connect(self.adopt)
        self.window.show_office("", "", "")
        self.window.cover(page)
        if complaint:
            page.complain(complaint)

    @Slot()
    def _enter(self) -> None:
        """Somebody is in: show him his places."""
        from app.ui.desk import Desk

        if self._here is None:
            return
        self.window.uncover()
        self._desk = Desk(self.window, self._here.bridge)
        self._desk.begin()

    # What concerns the person

    def _show_choices(self) -> None:
        kept = self._preferences
        self.window.show_choices(kept.scheme, kept.scale, kept.language)

    @Slot(str)
    def _on_scheme_chosen(self, scheme: str) -> None:
        self._preferences.scheme = scheme
        self._theme.apply(scheme, self._preferences.scale)
        self._show_choices()

    @Slot(float)
    def _on_scale_chosen(self, scale: float) -> None:
        self._preferences.scale = scale
        self._theme.apply(self._preferences.scheme, scale)
        self.window.refit()
        self._show_choices()

    @Slot(str)
    def _on_language_chosen(self, language: str) -> None:
        """Texts are asked for when they are shown: the places are made anew."""
        self._preferences.language = language
        use_language(language)
        self.window.refit()
        self._show_choices()
        if self._desk is not None:
            self._desk.begin()

    @Slot()
    def _on_password_asked(self) -> None:
        from app.ui.sign_in.own_password import ChangePasswordDialog

        if self._here is not None:
            dialog = ChangePasswordDialog(self._here.bridge, self.window)
            dialog.accepted.connect(lambda: self.window.tell(Telling(_("Password changed"))))
            dialog.open()

    @Slot(str)
    def _on_help_asked(self, place: str) -> None:
        from app.ui.help import show_help

        show_help(self.window, place)

    @Slot()
    def _on_sign_out(self) -> None:
        """This PC forgets the person, and the office is opened anew for whoever comes."""
        if self._here is None:
            return
        from app.ui.sign_in import remembering

        bridge, folder = self._here.bridge, self._here.folder
        self._leave_desk()
        self.window.cover(OpeningPage())
        bridge.submit(
            lambda: remembering.forget(bridge.office, folder), lambda _done: self.open(folder)
        )

    # What goes wrong, and the end

    def tell(self, error: BaseException) -> None:
        """Say an error in one sentence, in the strip below the top bar."""
        self.window.complain(self._sentence(error))

    def _sentence(self, error: BaseException) -> str:
        from app.services.errors import ActError, OfficeError
        from app.wording import sentence

        if not isinstance(error, ActError | OfficeError):
            note(error)
        return sentence(error)

    @Slot()
    def _on_closing(self) -> None:
        self._preferences.geometry = self.window.saveGeometry()

    def _leave_desk(self) -> None:
        if self._desk is not None:
            self._desk.end()
            self._desk = None

    def _close_office(self) -> None:
        self._leave_desk()
        here, self._here = self._here, None
        if here is not None:
            here.bridge.close()
            here.bridge.office.close()
            here.bridge.deleteLater()

    def end(self) -> None:
        """Let what runs come to its end, then let go of everything."""
        if self._wizard is not None and shiboken6.isValid(self._wizard):
            self._wizard.abandon()
        self._close_office()
        self._workers.close()
        self._mishaps.rest()
        self._garbage.end()


def _opened(folder: Path, clock: Clock) -> "_Opened":
    """On a worker: the office; if nobody is remembered, its agency and who can sign in."""
    from app.office import Office
    from app.ui.sign_in import remembering

    office = Office.open(folder, clock)
    agency, names = "", []
    with ExitStack() as unless_opened:
        unless_opened.callback(office.close)
        if not remembering.sign_in_as_remembered(office, folder):
            from app.services import agencies, people

            agency = office.read(agencies.own_agency).name
            names = office.read(people.sign_in_names)
        unless_opened.pop_all()
    return office, agency, names
