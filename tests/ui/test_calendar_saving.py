"""The plan saved from Kalender's menu: workbook, calendar file, sheet for the wall."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.office import Office
from app.ui.bridge import OfficeBridge
from app.ui.calendar.screen import CalendarScreen
from app.ui.widgets import Notice, Telling
from tests.content_desk import made
from tests.services.printing.paper_text import whole_text
from tests.ui.finding import choose_file, find


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    made(sqlite_office)
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


@pytest.fixture
def screen(qtbot: QtBot, bridge: OfficeBridge) -> CalendarScreen:
    screen = CalendarScreen(bridge)
    screen.resize(1194, 688)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: find(screen, QLabel, "calendar.heading").text() != "")
    return screen


def press(screen: CalendarScreen, name: str) -> None:
    entry = screen.findChild(QAction, f"calendar.more.{name}")
    assert entry is not None
    entry.trigger()


def saved(qtbot: QtBot, screen: CalendarScreen, entry: str, purpose: str, file: Path) -> None:
    """Choose the entry and the file, and wait until it is told."""
    told: list[Telling] = []
    screen.told.connect(told.append)
    press(screen, entry)
    choose_file(screen, purpose, file)
    qtbot.waitUntil(lambda: [telling.text for telling in told] == [f"{file.name} tersimpan."])


def test_the_month_is_saved_as_a_workbook(
    qtbot: QtBot, screen: CalendarScreen, tmp_path: Path
) -> None:
    file = tmp_path / "rencana.xlsx"

    saved(qtbot, screen, "xlsx", "calendar.save.xlsx", file)

    cells = [cell.value for row in load_workbook(file).worksheets[0] for cell in row]
    assert "Siaga arsip musim hujan" in cells


def test_the_plan_is_saved_as_a_calendar_file(
    qtbot: QtBot, screen: CalendarScreen, tmp_path: Path
) -> None:
    file = tmp_path / "rencana.ics"

    saved(qtbot, screen, "ics", "calendar.save.ics", file)

    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Siaga arsip musim hujan"]


def test_the_month_is_saved_for_the_wall(
    qtbot: QtBot, screen: CalendarScreen, tmp_path: Path
) -> None:
    file = tmp_path / "dinding.pdf"

    saved(qtbot, screen, "pdf_a3", "calendar.save.pdf", file)

    assert "Rencana konten November 2026" in whole_text(file)


def test_a_folder_that_can_not_be_written_is_told(
    qtbot: QtBot, screen: CalendarScreen, tmp_path: Path
) -> None:
    (tmp_path / "penuh.pdf.part").mkdir()
    press(screen, "pdf_a4")

    choose_file(screen, "calendar.save.pdf", tmp_path / "penuh.pdf")

    notice = find(screen, Notice, "calendar.notice")
    qtbot.waitUntil(lambda: bool(notice.text()))
    assert not (tmp_path / "penuh.pdf").exists()
