"""The program as a whole: paints first, opens, lets in, shows the places, says what went wrong."""

import builtins
import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.models.roles import Role
from app.office import Office
from app.services import people
from app.ui.bridge import OfficeBridge
from app.ui.places import places_for
from app.ui.preferences import Preferences
from app.ui.program import Program
from app.ui.quick_start import quick_start
from app.ui.window import MainWindow
from tests.offices import PASSWORD, Template
from tests.ui.finding import find, shortcomings

ROOT = Path(__file__).parents[2]
LONG = 15_000


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    kept = Preferences(tmp_path / "window.ini")
    kept.scheme = "light"
    return kept


@pytest.fixture
def program(qapp: QApplication, preferences: Preferences, qtbot: QtBot) -> Iterator[Program]:
    program = Program(qapp, preferences)
    qtbot.addWidget(program.window)
    yield program
    program.end()
    program.deleteLater()


def is_shown(window: MainWindow, name: str) -> bool:
    found = window.findChild(QWidget, name)
    return found is not None and found.isVisible()


def sign_in(window: MainWindow, name: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: is_shown(window, "sign_in.password"), timeout=LONG)
    chosen = find(window, QComboBox, "sign_in.name")
    chosen.setCurrentIndex(chosen.findData(name))
    QTest.keyClicks(find(window, QLineEdit, "sign_in.password"), PASSWORD)
    find(window, QPushButton, "sign_in.enter").click()
    qtbot.waitUntil(lambda: not window.is_covered, timeout=LONG)


@pytest.fixture
def at_work(program: Program, office_folder: Path, qtbot: QtBot) -> Program:
    """Teh Rina has signed in and sees Beranda."""
    program.start(office_folder)
    sign_in(program.window, "rina", qtbot)
    title = find(program.window, QLabel, "window.title")
    qtbot.waitUntil(lambda: title.text() == "Sampurasun, Teh Rina", timeout=LONG)
    return program


def test_the_window_is_painted_before_the_database_is_imported(tmp_path: Path) -> None:
    code = """
import json, sys
from PySide6.QtWidgets import QApplication
from app.ui.preferences import Preferences
from app.ui.program import Program
from pathlib import Path
app = QApplication([])
program = Program(app, Preferences(Path(sys.argv[1]) / "window.ini"))
program.open = lambda folder: (
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules}))), app.quit()
)
program.start(Path(sys.argv[1]))
app.exec()
program.end()
"""

    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    loaded = set(json.loads(done.stdout))
    heavy = {"sqlalchemy", "alembic", "babel", "keyring", "PIL", "reportlab", "openpyxl", "argon2"}
    assert loaded & heavy == set()
    assert "PySide6" in loaded


def test_without_an_office_the_first_start_is_shown(program: Program, qtbot: QtBot) -> None:
    program.start(None)

    qtbot.waitUntil(lambda: is_shown(program.window, "wizard.next"), timeout=LONG)


def test_signing_in_leads_to_the_places_of_one_s_role(
    program: Program, office_folder: Path, qtbot: QtBot
) -> None:
    program.start(office_folder)

    sign_in(program.window, "tatang", qtbot)

    assert is_shown(program.window, "window.approvals")
    assert program.window.findChild(QWidget, "window.office") is None
    qtbot.waitUntil(
        lambda: program.window.windowTitle() == "Kohkol – Dinas Literasi dan Warisan Budaya",
        timeout=LONG,
    )


def test_the_last_office_is_opened_by_itself(
    program: Program, preferences: Preferences, office_folder: Path, qtbot: QtBot
) -> None:
    preferences.note_office(office_folder)

    program.start(None)

    qtbot.waitUntil(lambda: is_shown(program.window, "sign_in.enter"), timeout=LONG)


def test_an_office_that_is_gone_is_told_and_the_first_start_offered(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    program.start(tmp_path / "hilang")

    qtbot.waitUntil(lambda: is_shown(program.window, "wizard.notice"), timeout=LONG)
    assert str(tmp_path / "hilang") in find(program.window, QLabel, "wizard.notice.text").text()


def test_theme_and_text_size_are_chosen_in_the_menu_and_remembered(
    at_work: Program, preferences: Preferences, qapp: QApplication
) -> None:
    at_work.window.scheme_chosen.emit("dark")
    at_work.window.scale_chosen.emit(1.25)

    assert qapp.palette().window().color().lightness() < 60
    assert (preferences.scheme, preferences.scale) == ("dark", 1.25)


def test_another_language_is_spoken_at_once(
    at_work: Program, preferences: Preferences, qtbot: QtBot
) -> None:
    at_work.window.language_chosen.emit("en")

    button = find(at_work.window, QAbstractButton, "window.calendar")
    assert button.text() == "Calendar"
    assert preferences.language == "en"
    title = find(at_work.window, QLabel, "window.note")
    qtbot.waitUntil(lambda: "November" in title.text() and "Jumat" not in title.text())


def test_signing_out_asks_for_the_password_again(at_work: Program, qtbot: QtBot) -> None:
    at_work.window.sign_out_asked.emit()

    qtbot.waitUntil(lambda: is_shown(at_work.window, "sign_in.enter"), timeout=LONG)
    assert at_work.window.findChild(QWidget, "window.calendar") is None


@pytest.mark.may_log("uncaught")
def test_what_nobody_expected_is_logged_and_told(
    at_work: Program, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    error = ZeroDivisionError("a mistake of ours")

    sys.excepthook(ZeroDivisionError, error, None)

    strip = find(at_work.window, QWidget, "window.complaint")
    qtbot.waitUntil(strip.isVisible)
    assert "a mistake of ours" in caplog.text
    text = find(at_work.window, QLabel, "window.complaint.text").text()
    assert "ZeroDivisionError" not in text


def test_what_another_pc_changes_shows_here(
    at_work: Program, office_folder: Path, sqlite_template: Template, qtbot: QtBot
) -> None:
    role = find(at_work.window, QAbstractButton, "window.person")
    qtbot.waitUntil(lambda: "Rina" in role.accessibleName(), timeout=LONG)
    before = role.accessibleName()
    with Office.open(office_folder) as elsewhere:
        me = elsewhere.sign_in_remembered(sqlite_template.tokens["rina"])
        assert me.id is not None
        row = elsewhere.read(people.person, me.id)
        assert row is not None

        elsewhere.act(people.set_roles, me.id, row.version, row.roles | {Role.HEAD})

    qtbot.waitUntil(lambda: role.accessibleName() != before, timeout=LONG)


def test_the_whole_window_has_names_and_is_reached_by_keyboard(at_work: Program) -> None:
    assert shortcomings(at_work.window) == []


@pytest.mark.parametrize(
    ("role", "keys"),
    [
        (Role.ADMIN, "1234567"),
        (Role.DESIGNER, "1245"),
        (Role.CREATIVE, "1245"),
        (Role.OFFICIAL, "123456"),
        (Role.HEAD, "1234567"),
        (Role.EVALUATOR, "16"),
    ],
)
def test_each_role_sees_its_places(sqlite_office: Office, role: Role, keys: str) -> None:
    bridge = OfficeBridge(sqlite_office)

    places = places_for(frozenset({role}), bridge)

    bridge.close()
    assert "".join(str(place.number) for place in places) == keys


def test_preferences_survive_what_is_not_understood(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    file.write_text("[General]\nscheme=pink\nscale=9\nlanguage=xx\n", encoding="utf-8")

    kept = Preferences(file)

    assert (kept.scheme, kept.scale, kept.language, kept.offices) == ("system", 1.0, "id", ())


def test_the_last_office_stands_first(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "window.ini")
    for name in ("a", "b", "a"):
        kept.note_office(tmp_path / name)

    again = Preferences(tmp_path / "window.ini")

    assert again.offices == (tmp_path / "a", tmp_path / "b")


def test_what_the_start_puts_off_is_given_back() -> None:
    gc.enable()
    hooked = builtins.__import__

    with quick_start():
        during = (gc.isenabled(), builtins.__import__)

    assert during == (False, getattr(builtins, "__orig_import__", hooked))
    assert (gc.isenabled(), builtins.__import__) == (True, hooked)
