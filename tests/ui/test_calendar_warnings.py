"""Warnings about the plan in Kalender: their number, the list, where each leads."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.language import wib
from app.models.day import DayKind
from app.office import Office
from app.services import days
from app.services.days import DayForm
from app.ui.bridge import OfficeBridge
from app.ui.calendar.days.warnings import WarningsDialog
from app.ui.calendar.month_view import MonthView
from app.ui.calendar.screen import CalendarScreen
from app.ui.widgets import Table
from tests.content_desk import SLOT, made
from tests.ui.finding import find, shortcomings

FRIDAY = wib(SLOT).date()


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


def opened(qtbot: QtBot, bridge: OfficeBridge) -> CalendarScreen:
    screen = CalendarScreen(bridge)
    screen.resize(1194, 688)
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    find(screen, MonthView, "calendar.month").setFocus()
    qtbot.waitUntil(lambda: button(screen).isVisible())
    return screen


def button(screen: CalendarScreen) -> QPushButton:
    return find(screen, QPushButton, "calendar.warnings.show")


def lines(dialog: WarningsDialog) -> list[str]:
    model = find(dialog, Table, "calendar.warnings.list").model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_the_number_grows_when_something_is_planned_in_a_quiet_period(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office)
    screen = opened(qtbot, bridge)
    before = int(button(screen).text())

    quiet = DayForm(DayKind.QUIET_PERIOD, FRIDAY, FRIDAY, "Masa tenang", "Edaran KPU")
    sqlite_office.act(days.add_day, quiet)

    qtbot.waitUntil(lambda: button(screen).text() == str(before + 1))
    assert button(screen).accessibleName() == f"{before + 1} peringatan rencana bulan ini"


def test_the_list_opens_by_key_and_leads_to_the_content(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office)
    made(sqlite_office, planned_at=SLOT + timedelta(hours=5))
    screen = opened(qtbot, bridge)
    QTest.keyClick(find(screen, MonthView, "calendar.month"), Qt.Key.Key_W)
    dialog = find(screen, WarningsDialog, "calendar.warnings")
    table = find(dialog, Table, "calendar.warnings.list")
    row = next(row for row, line in enumerate(lines(dialog)) if "naskah yang sama" in line)
    table.setCurrentIndex(table.model().index(row, 0))

    QTest.keyClick(table, Qt.Key.Key_Return)

    title = find(screen, QLineEdit, "composer.title")
    qtbot.waitUntil(lambda: title.text() == "Siaga arsip musim hujan")


def test_a_warning_about_a_week_leads_to_its_day(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office)
    screen = opened(qtbot, bridge)
    view = find(screen, MonthView, "calendar.month")
    button(screen).click()
    dialog = find(screen, WarningsDialog, "calendar.warnings")
    row = lines(dialog).index("Tidak ada yang tayang pada minggu ini")
    table = find(dialog, Table, "calendar.warnings.list")
    table.setCurrentIndex(table.model().index(row, 0))

    find(dialog, QPushButton, "calendar.warnings.lead").click()

    qtbot.waitUntil(lambda: view.current_day() == date(2026, 11, 16))


def test_every_control_of_the_list_has_name_and_key(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge
) -> None:
    made(sqlite_office)
    screen = opened(qtbot, bridge)
    button(screen).click()

    assert shortcomings(find(screen, WarningsDialog, "calendar.warnings")) == []
    find(screen, WarningsDialog, "calendar.warnings").reject()
