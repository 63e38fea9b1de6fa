"""The emergency pause in the window: Ctrl+Shift+J, the banner, its end."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.models.content import Category
from app.models.pause import PauseScope
from app.office import Office
from app.services import pausing
from app.services.pausing import Reach
from app.ui.bridge import OfficeBridge
from app.ui.pause_desk import PauseDesk
from app.ui.publishing import PublishingList, PublishingTarget
from app.ui.widgets import Screen
from app.ui.window import MainWindow, Place
from tests.content_desk import SLOT, approved, made
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues
from tests.ui.finding import find, shortcomings

REASON = "Longsor di Cililin"


class Calendar(Screen):
    """Keeps where it was led to."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[object] = []

    def reload(self) -> None:
        """Nothing is shown."""

    def show_target(self, target: object) -> None:
        self.targets.append(target)


@pytest.fixture
def calendar(qtbot: QtBot) -> Calendar:
    calendar = Calendar()
    qtbot.addWidget(calendar)
    return calendar


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


@pytest.fixture
def window(qtbot: QtBot, bridge: OfficeBridge, calendar: Calendar) -> MainWindow:
    """The window of whoever is signed in, with a calendar."""
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 736)
    window.set_places([Place("calendar", 2, "calendar-days", lambda: "Kalender", lambda: calendar)])
    PauseDesk(window, bridge, window).ask()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def planned(sqlite_office: Office, colleagues: Colleagues) -> int:
    """Approved for Friday at 11 on Facebook and X."""
    content_id = made(sqlite_office, category=Category.POLICY)
    approved(sqlite_office, colleagues, content_id)
    return content_id


def banner(window: MainWindow) -> list[str]:
    """What the banner says; nothing while there is none."""
    shown = find(window, QWidget, "pause")
    if not shown.isVisible():
        return []
    return [label.text() for label in shown.findChildren(QLabel) if label.text()]


def test_everything_but_disaster_is_paused_with_four_keys(
    window: MainWindow, sqlite_office: Office, planned: int, qtbot: QtBot
) -> None:
    QTest.keyClick(
        window,
        Qt.Key.Key_J,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: window.findChild(QWidget, "pause.ask") is not None)
    dialog = find(window, QWidget, "pause.ask")
    means = find(dialog, QLabel, "pause.means")
    qtbot.waitUntil(lambda: "2 tayangan" in means.text())
    reason = find(dialog, QPlainTextEdit, "pause.reason")
    assert shortcomings(dialog) == []
    assert reason.hasFocus()

    QTest.keyClicks(reason, REASON)
    QTest.keyClick(reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: banner(window) != [])
    what, told = banner(window)
    assert what == "Jeda darurat: semua ditahan kecuali “c. Kebencanaan”"
    assert told == f"Teh Rina, Jum, 20 Nov 09.30 WIB: {REASON}"
    (row,) = sqlite_office.read(pausing.in_force)
    assert (row.scope, row.category) == (PauseScope.ALL_BUT_CATEGORY, Category.DISASTER)


def test_a_category_or_an_account_is_chosen_where_the_scope_has_one(
    window: MainWindow, planned: int, qtbot: QtBot
) -> None:
    window.pause_asked.emit()
    dialog = find(window, QWidget, "pause.ask")
    category = find(dialog, QWidget, "pause.category")
    account = find(dialog, QWidget, "pause.account")

    find(dialog, QRadioButton, "pause.scope.account").click()
    of_account = (category.isVisible(), account.isVisible())
    find(dialog, QRadioButton, "pause.scope.all").click()
    of_all = (category.isVisible(), account.isVisible())

    assert of_account == (False, True)
    assert of_all == (False, False)


def test_without_a_reason_nothing_is_paused(
    window: MainWindow, sqlite_office: Office, qtbot: QtBot
) -> None:
    window.pause_asked.emit()
    dialog = find(window, QWidget, "pause.ask")

    find(dialog, QAbstractButton, "pause.ask.yes").click()

    assert find(dialog, QPlainTextEdit, "pause.reason").accessibleDescription() != ""
    assert sqlite_office.read(pausing.in_force) == ()


def test_the_banner_leads_to_what_is_held_and_ending_it_to_what_is_decided(
    window: MainWindow,
    sqlite_office: Office,
    calendar: Calendar,
    planned: int,
    clock: FixedClock,
    qtbot: QtBot,
) -> None:
    pause_id = sqlite_office.act(pausing.pause, Reach(PauseScope.ALL), REASON)
    qtbot.waitUntil(lambda: banner(window) != [])
    assert shortcomings(window) == []
    find(window, QAbstractButton, f"pause.{pause_id}.look").click()
    clock.now = SLOT + timedelta(hours=1)

    find(window, QAbstractButton, f"pause.{pause_id}.end").click()
    find(window, QAbstractButton, "pause.end.yes").click()

    qtbot.waitUntil(lambda: banner(window) == [])
    assert sqlite_office.read(pausing.in_force) == ()
    qtbot.waitUntil(lambda: len(calendar.targets) == 2)
    assert calendar.targets == [PublishingTarget(PublishingList.HELD)] * 2


def test_who_may_not_pause_is_told_who_may_and_sees_the_banner_without_its_end(
    request: pytest.FixtureRequest,
    sqlite_office: Office,
    colleagues: Colleagues,
    qtbot: QtBot,
) -> None:
    pause_id = sqlite_office.act(pausing.pause, Reach(PauseScope.ALL), REASON)
    colleagues.sit_down(sqlite_office, "cecep")
    window: MainWindow = request.getfixturevalue("window")
    qtbot.waitUntil(lambda: banner(window) != [])

    window.pause_asked.emit()

    assert "Pejabat" in find(window, QLabel, "toast.text").text()
    assert window.findChild(QWidget, "pause.ask") is None
    assert window.findChild(QAbstractButton, f"pause.{pause_id}.end") is None
