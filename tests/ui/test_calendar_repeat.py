"""Repeating a content from Kalender: the rule, the dates it names, and making them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from app.language import wib
from app.models.series import Frequency
from app.office import Office
from app.services import recurrence
from app.ui.bridge import OfficeBridge
from app.ui.calendar.days.repeat_dialog import RepeatDialog
from app.ui.widgets import Choice, Notice, Table
from tests.content_desk import SLOT, made
from tests.ui.finding import find, shortcomings

FRIDAY = wib(SLOT).date()


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.resize(1194, 700)
    qtbot.addWidget(window)
    window.show()
    return window


def opened(
    qtbot: QtBot, bridge: OfficeBridge, window: QMainWindow, content_id: int
) -> RepeatDialog:
    """The dialog over a window, its content asked for."""
    dialog = RepeatDialog(bridge, content_id, window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.heading.text() != "Ulangi konten")
    return dialog


def days_of(dialog: RepeatDialog) -> list[tuple[str, str]]:
    model = find(dialog, Table, "calendar.repeat.dates").model()
    return [
        (model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())
    ]


def test_the_dates_that_follow_are_shown_before_anything_is_made(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, window: QMainWindow
) -> None:
    content_id = made(sqlite_office)

    dialog = opened(qtbot, bridge, window, content_id)

    assert len(days_of(dialog)) == 12
    assert days_of(dialog)[0] == ("Jumat, 4 Desember 2026", "dibuat berikutnya")
    assert sqlite_office.read(recurrence.series_of, content_id, FRIDAY) is None
    find(dialog, Choice, "calendar.repeat.frequency").set_value(Frequency.DAILY)
    find(dialog, QSpinBox, "calendar.repeat.count").setValue(2)
    assert [day for day, _state in days_of(dialog)] == [
        "Sabtu, 28 November 2026",
        "Minggu, 29 November 2026",
    ]
    dialog.reject()


def test_occurrences_are_made_by_keyboard_and_listed(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, window: QMainWindow
) -> None:
    content_id = made(sqlite_office)
    dialog = opened(qtbot, bridge, window, content_id)
    count = find(dialog, QSpinBox, "calendar.repeat.count")
    count.setValue(3)
    count.setFocus()

    QTest.keyClick(count, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: len(days_of(dialog)) == 1 + 3 + 3)
    assert [state for _day, state in days_of(dialog)][:4] == ["Terkumpul"] * 4
    view = sqlite_office.read(recurrence.series_of, content_id, FRIDAY)
    assert view is not None
    assert len(view.made) == 4
    dialog.reject()


def test_ending_a_series_stops_making(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, window: QMainWindow
) -> None:
    content_id = made(sqlite_office)
    dialog = opened(qtbot, bridge, window, content_id)
    find(dialog, QPushButton, "calendar.repeat.save").click()
    end = find(dialog, QPushButton, "calendar.repeat.end_series")
    qtbot.waitUntil(end.isEnabled)

    end.click()

    qtbot.waitUntil(lambda: not end.isEnabled())
    view = sqlite_office.read(recurrence.series_of, content_id, FRIDAY)
    assert view is not None
    assert view.is_ended
    dialog.reject()


def test_a_content_without_a_day_says_what_to_do(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, window: QMainWindow
) -> None:
    content_id = made(sqlite_office, planned_at=None, variants=())

    dialog = opened(qtbot, bridge, window, content_id)

    assert "belum bertanggal" in find(dialog, Notice, "calendar.repeat.notice").text()
    assert not find(dialog, QPushButton, "calendar.repeat.make").isEnabled()
    dialog.reject()


def test_every_control_has_its_name_and_key(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, window: QMainWindow
) -> None:
    dialog = opened(qtbot, bridge, window, made(sqlite_office))

    assert shortcomings(dialog) == []
    dialog.reject()
