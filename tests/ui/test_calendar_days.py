"""Days of the office in Kalender: seen in the month, changed by keyboard and by mouse."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.models.day import DayKind
from app.office import Office
from app.services import days
from app.services.day_bars import week_bars
from app.services.days import DayForm, DayRow
from app.ui.bridge import OfficeBridge
from app.ui.calendar.days.days_dialog import DaysDialog
from app.ui.calendar.month_view import MonthView
from app.ui.calendar.screen import CalendarScreen
from app.ui.widgets import Choice, Table
from tests.ui.finding import find, shortcomings

CAMPAIGN = DayForm(DayKind.CAMPAIGN, date(2026, 11, 13), date(2026, 11, 17), "Pekan Sunda")
QUIET = DayForm(
    DayKind.QUIET_PERIOD, date(2026, 11, 25), date(2026, 11, 26), "Masa tenang", "Edaran KPU"
)


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


@pytest.fixture
def screen(qtbot: QtBot, bridge: OfficeBridge) -> CalendarScreen:
    screen = CalendarScreen(bridge)
    screen.resize(1194, 688)
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    month(screen).setFocus()
    qtbot.waitUntil(lambda: bool(marks_of(month(screen), date(2026, 11, 10))))
    return screen


def month(screen: CalendarScreen) -> MonthView:
    return find(screen, MonthView, "calendar.month")


def marks_of(view: MonthView, day: date) -> tuple[DayRow, ...]:
    placed = view.plan.of(day)
    return placed.marks if placed else ()


def listed(dialog: DaysDialog) -> list[str]:
    model = find(dialog, Table, "calendar.days.table").model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def open_dialog(qtbot: QtBot, screen: CalendarScreen) -> DaysDialog:
    QTest.keyClick(month(screen), Qt.Key.Key_H)
    dialog = find(screen, DaysDialog, "calendar.days")
    qtbot.waitUntil(lambda: bool(listed(dialog)))
    return dialog


def test_bars_lie_in_lanes_and_go_on_in_the_next_week(sqlite_office: Office) -> None:
    for form in (CAMPAIGN, QUIET):
        sqlite_office.act(days.add_day, form)
    overlapping = DayForm(DayKind.CAMPAIGN, date(2026, 11, 16), date(2026, 11, 18), "Lomba")
    sqlite_office.act(days.add_day, overlapping)
    rows = sqlite_office.read(days.days, date(2026, 11, 1), date(2026, 12, 1))

    first, second = (week_bars(rows, date(2026, 11, monday)) for monday in (9, 16))

    assert [(bar.row.words, bar.first, bar.last, bar.ends) for bar in first] == [
        ("Pekan Sunda", 4, 6, False)
    ]
    assert [(bar.row.words, bar.lane, bar.begins) for bar in second] == [
        ("Pekan Sunda", 0, False),
        ("Lomba", 1, True),
    ]


def test_tiles_lie_below_the_bars_of_their_day(
    qtbot: QtBot, sqlite_office: Office, screen: CalendarScreen
) -> None:
    sqlite_office.act(days.add_day, CAMPAIGN)
    qtbot.waitUntil(lambda: bool(month(screen).plan.bars))

    bars = month(screen).plan.bars

    assert [bar.bar.first for bar in bars] == [4, 0]
    placed = month(screen).plan.of(date(2026, 11, 13))
    assert placed is not None
    assert bars[0].rect.top() >= placed.number_rect.bottom()


def test_a_holiday_is_red_and_a_quiet_day_is_hatched(
    qtbot: QtBot, sqlite_office: Office, screen: CalendarScreen
) -> None:
    view = month(screen)
    plain = view.grab().toImage()
    sqlite_office.act(days.add_day, QUIET)
    holiday = DayForm(DayKind.HOLIDAY, date(2026, 11, 24), date(2026, 11, 24), "Libur daerah")
    sqlite_office.act(days.add_day, holiday)
    qtbot.waitUntil(lambda: len(marks_of(view, QUIET.first_on)) == 2)

    painted = view.grab().toImage()

    quiet, red = view.plan.of(QUIET.first_on), view.plan.of(holiday.first_on)
    assert quiet is not None
    assert red is not None
    spot = quiet.rect.toRect().adjusted(20, 60, -20, -4)
    assert painted.copy(spot) != plain.copy(spot)
    number = painted.copy(red.number_rect.toRect().adjusted(6, 2, -110, -2))
    seen = (
        QColor(number.pixel(x, y)) for x in range(number.width()) for y in range(number.height())
    )
    assert any(ink.red() > max(ink.green(), ink.blue()) + 60 for ink in seen)


def test_screen_readers_hear_what_a_day_is(
    qtbot: QtBot, sqlite_office: Office, screen: CalendarScreen
) -> None:
    sqlite_office.act(days.add_day, QUIET)
    view = month(screen)
    qtbot.waitUntil(lambda: bool(view.plan.bars))

    whole = QAccessible.queryAccessibleInterface(view)

    number = (QUIET.first_on - view.plan.first).days
    name = whole.child(number).text(QAccessible.Text.Name)
    assert "Hari peringatan: Hari Guru Nasional" in name
    assert "Masa tenang: Masa tenang. Edaran KPU" in name


def test_a_note_is_written_by_keyboard_alone(
    qtbot: QtBot, sqlite_office: Office, screen: CalendarScreen
) -> None:
    dialog = open_dialog(qtbot, screen)

    find(dialog, QPushButton, "calendar.days.add").click()
    words = find(screen, QLineEdit, "calendar.day.words")
    QTest.keyClicks(words, "Rapat pimpinan")
    QTest.keyClick(words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "Rapat pimpinan" in listed(dialog))
    noted = sqlite_office.read(days.days, date(2026, 11, 20), date(2026, 11, 21))
    assert [(row.kind, row.words) for row in noted] == [(DayKind.NOTE, "Rapat pimpinan")]
    dialog.reject()


def test_a_quiet_period_without_a_reason_is_refused_at_its_field(
    qtbot: QtBot, screen: CalendarScreen
) -> None:
    dialog = open_dialog(qtbot, screen)
    find(dialog, QPushButton, "calendar.days.add").click()
    find(screen, Choice, "calendar.day.kind").set_value(DayKind.QUIET_PERIOD)
    find(screen, QLineEdit, "calendar.day.words").setText("Masa tenang")
    find(screen, QDateEdit, "calendar.day.first").setDate(QDate(2026, 11, 30))

    find(screen, QPushButton, "calendar.day.save").click()

    reason = find(screen, QLineEdit, "calendar.day.reason")
    qtbot.waitUntil(lambda: bool(reason.property("wrong")))
    assert find(screen, QDateEdit, "calendar.day.last").date() == QDate(2026, 11, 30)
    dialog.reject()


def test_an_observance_is_hidden_and_shown_again(qtbot: QtBot, screen: CalendarScreen) -> None:
    dialog = open_dialog(qtbot, screen)
    table = find(dialog, Table, "calendar.days.table")
    row = listed(dialog).index("Hari Tani Nasional")
    table.setCurrentIndex(table.model().index(row, 0))

    find(dialog, QPushButton, "calendar.days.hide").click()

    qtbot.waitUntil(lambda: table.model().index(row, 3).data() == "Tersembunyi")
    back = find(dialog, QPushButton, "calendar.days.remove")
    qtbot.waitUntil(back.isEnabled)
    back.click()
    qtbot.waitUntil(lambda: table.model().index(row, 3).data() != "Tersembunyi")
    dialog.reject()


def test_nothing_in_the_dialogs_is_without_name_or_key(
    qtbot: QtBot, screen: CalendarScreen
) -> None:
    dialog = open_dialog(qtbot, screen)
    find(dialog, QPushButton, "calendar.days.add").click()

    assert shortcomings(screen.window()) == []
    dialog.reject()
