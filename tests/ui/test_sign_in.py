"""Saying who one is: the right password, a wrong one, the first of one's own, the keyring."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.models.roles import Role
from app.office import Office
from app.services import people
from app.services.people import PersonFacts
from app.ui.bridge import OfficeBridge
from app.ui.preferences import Preferences
from app.ui.sign_in import remembering
from app.ui.sign_in.own_password import ChangePasswordDialog
from app.ui.sign_in.page import SignInPage
from app.ui.widgets import Choice
from tests.offices import PASSWORD
from tests.ui.finding import find, shortcomings

NEW_PASSWORD = "kacapi-suling-2026"  # noqa: S105 of invented people


class KeyringInMemory(KeyringBackend):
    """A keyring that forgets when the test ends."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)


@pytest.fixture
def working_keyring() -> Iterator[KeyringInMemory]:
    before = keyring.get_keyring()
    backend = KeyringInMemory()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture
def bridge(sqlite_office: Office, qtbot: QtBot) -> Iterator[OfficeBridge]:
    sqlite_office.sign_out()
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


@pytest.fixture
def page(bridge: OfficeBridge, office_folder: Path, qtbot: QtBot) -> SignInPage:
    """The page of an office where nobody is signed in."""
    names = bridge.office.read(people.sign_in_names)
    page = SignInPage(bridge, office_folder, "Dinas Contoh", names)
    qtbot.addWidget(page)
    page.resize(1366, 736)
    page.show()
    return page


def type_in(page: SignInPage, name: str, password: str) -> None:
    find(page, Choice, "sign_in.name").set_value(name)
    line = find(page, QLineEdit, "sign_in.password")
    line.clear()
    QTest.keyClicks(line, password)


def test_the_right_password_lets_in(page: SignInPage, bridge: OfficeBridge, qtbot: QtBot) -> None:
    type_in(page, "tatang", PASSWORD)

    with qtbot.waitSignal(page.signed_in, timeout=10_000):
        QTest.keyClick(find(page, QLineEdit, "sign_in.password"), Qt.Key.Key_Return)

    actor = bridge.office.actor
    assert actor is not None
    assert actor.name == "Drs. Tatang Suherlan, M.Si."


def test_a_wrong_password_is_told_and_can_be_typed_again(
    page: SignInPage, bridge: OfficeBridge, qtbot: QtBot
) -> None:
    type_in(page, "rina", "bukan-ini-2026")

    find(page, QPushButton, "sign_in.enter").click()

    notice = find(page, QWidget, "sign_in.notice")
    qtbot.waitUntil(notice.isVisible, timeout=10_000)
    assert bridge.office.actor is None
    assert find(page, QPushButton, "sign_in.enter").isEnabled()


def test_nobody_is_chosen_until_somebody_has_signed_in_here(
    bridge: OfficeBridge, page: SignInPage, office_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = Preferences(tmp_path / "window.ini")
    page.came_in.connect(lambda name: kept.note_name(office_folder, name))
    at_first = find(page, Choice, "sign_in.name").value()
    find(page, QPushButton, "sign_in.enter").click()
    asked = find(page, Choice, "sign_in.name").accessibleDescription()
    type_in(page, "tatang", PASSWORD)
    with qtbot.waitSignal(page.signed_in, timeout=10_000):
        find(page, QPushButton, "sign_in.enter").click()

    last = Preferences(tmp_path / "window.ini").last_name(office_folder)
    names = bridge.office.read(people.sign_in_names)
    again = SignInPage(bridge, office_folder, "Dinas Contoh", names, last_name=last)
    qtbot.addWidget(again)

    assert at_first is None
    assert asked
    assert find(again, Choice, "sign_in.name").value() == "tatang"


def test_an_empty_password_is_not_even_tried(page: SignInPage, bridge: OfficeBridge) -> None:
    find(page, Choice, "sign_in.name").set_value("tatang")

    find(page, QPushButton, "sign_in.enter").click()

    assert find(page, QPushButton, "sign_in.enter").isEnabled()
    assert find(page, QLineEdit, "sign_in.password").accessibleDescription()


def test_a_password_set_by_another_must_be_replaced(
    sqlite_office: Office, office_folder: Path, qtbot: QtBot
) -> None:
    facts = PersonFacts("Neng Wulandari", "Neng", "Wulan")
    sqlite_office.act(people.add_person, facts, frozenset({Role.CREATIVE}), "neng", PASSWORD)
    sqlite_office.sign_out()
    bridge = OfficeBridge(sqlite_office)
    names = sqlite_office.read(people.sign_in_names)
    page = SignInPage(bridge, office_folder, "Dinas Contoh", names)
    qtbot.addWidget(page)
    page.show()
    type_in(page, "neng", PASSWORD)

    find(page, QPushButton, "sign_in.enter").click()
    first = find(page, QLineEdit, "sign_in.own.first")
    qtbot.waitUntil(first.isVisible, timeout=10_000)
    QTest.keyClicks(first, NEW_PASSWORD)
    QTest.keyClicks(find(page, QLineEdit, "sign_in.own.second"), "lain")
    find(page, QPushButton, "sign_in.enter").click()
    differs = find(page, QLineEdit, "sign_in.own.second").accessibleDescription()
    find(page, QLineEdit, "sign_in.own.second").clear()
    QTest.keyClicks(find(page, QLineEdit, "sign_in.own.second"), NEW_PASSWORD)
    with qtbot.waitSignal(page.signed_in, timeout=10_000):
        find(page, QPushButton, "sign_in.enter").click()

    bridge.close()
    assert differs
    assert not sqlite_office.must_change_password
    assert sqlite_office.sign_in("neng", NEW_PASSWORD).name == "Neng Wulandari"


def test_without_a_keyring_the_page_says_so(page: SignInPage, qtbot: QtBot) -> None:
    remember = find(page, QCheckBox, "sign_in.remember")

    qtbot.waitUntil(lambda: not remember.isEnabled())

    notes = [label.text() for label in page.findChildren(QLabel)]
    assert any("kata sandi" in note and "PC ini" in note for note in notes)


def test_a_pc_that_remembers_lets_in_without_the_password(
    working_keyring: KeyringInMemory,
    page: SignInPage,
    bridge: OfficeBridge,
    office_folder: Path,
    qtbot: QtBot,
) -> None:
    qtbot.waitUntil(find(page, QCheckBox, "sign_in.remember").isEnabled)
    find(page, QCheckBox, "sign_in.remember").setChecked(True)
    type_in(page, "rina", PASSWORD)
    with qtbot.waitSignal(page.signed_in, timeout=10_000):
        find(page, QPushButton, "sign_in.enter").click()
    office = bridge.office
    office.sign_out()

    is_in = remembering.sign_in_as_remembered(office, office_folder)

    assert is_in
    assert office.actor is not None
    assert PASSWORD not in working_keyring.kept.values()
    remembering.forget(office, office_folder)
    assert not remembering.sign_in_as_remembered(office, office_folder)


def test_a_token_that_is_no_longer_known_is_thrown_away(
    working_keyring: KeyringInMemory, sqlite_office: Office, office_folder: Path
) -> None:
    remembering.remember(sqlite_office, office_folder)
    sqlite_office.act(people.set_own_password, NEW_PASSWORD)

    assert not remembering.sign_in_as_remembered(sqlite_office, office_folder)
    assert working_keyring.kept == {}


def test_the_password_can_be_changed_while_signed_in(sqlite_office: Office, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    bridge = OfficeBridge(sqlite_office)
    dialog = ChangePasswordDialog(bridge, window)
    dialog.open()
    for name in ("password.own.first", "password.own.second"):
        QTest.keyClicks(find(dialog, QLineEdit, name), NEW_PASSWORD)

    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        find(dialog, QPushButton, "password.change").click()

    bridge.close()
    assert sqlite_office.sign_in("rina", NEW_PASSWORD).name.startswith("Rina")


def test_everything_has_a_name_and_is_reached_by_keyboard(page: SignInPage) -> None:
    assert shortcomings(page) == []
