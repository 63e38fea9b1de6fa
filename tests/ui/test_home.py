"""Beranda: every line leads to its place, and it follows what the office does."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.models.day import DayKind
from app.models.inquiry import InquiryKind
from app.office import Office
from app.services import days, inquiries
from app.services.contents import VariantForm
from app.services.days import DayForm
from app.services.inquiries import Reception
from app.services.obligations import GapKind
from app.ui.bridge import OfficeBridge
from app.ui.home.screen import HomeScreen
from app.ui.publishing import PublishingList, PublishingTarget
from tests.content_desk import SLOT, account_id, approved, made
from tests.fixed_clock import FixedClock
from tests.inquiry_desk import Desk
from tests.offices import Colleagues
from tests.ui.finding import find, shortcomings, spoken_name

HOSTILE = "<b>Jam buka</b> & <img src=x> hari Minggu?"


@pytest.fixture
def desk(sqlite_office: Office, clock: FixedClock, colleagues: Colleagues) -> Desk:
    """The inquiry desk of the office of these tests."""
    return Desk(sqlite_office, clock, colleagues)


@pytest.fixture
def bridge(sqlite_office: Office, qtbot: QtBot) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


def shown(bridge: OfficeBridge, qtbot: QtBot) -> HomeScreen:
    screen = HomeScreen(bridge)
    qtbot.addWidget(screen)
    screen.resize(1194, 688)
    screen.show()
    qtbot.waitUntil(lambda: screen.title != "")
    return screen


def lines(screen: HomeScreen, prefix: str) -> list[QAbstractButton]:
    return [
        button
        for button in screen.findChildren(QAbstractButton)
        if button.objectName().startswith(prefix) and button.isVisibleTo(screen)
    ]


def test_it_greets_by_form_of_address_and_names_the_day(bridge: OfficeBridge, qtbot: QtBot) -> None:
    screen = shown(bridge, qtbot)

    assert screen.title == "Sampurasun, Teh Rina"
    assert screen.note == "Jumat, 20 November 2026"


def test_a_new_inquiry_appears_by_itself_and_leads_to_its_place(
    bridge: OfficeBridge, qtbot: QtBot
) -> None:
    screen = shown(bridge, qtbot)
    assert lines(screen, "home.need.") == []

    bridge.office.act(
        inquiries.receive_inquiry, Reception(HOSTILE, InquiryKind.QUESTION, handle="ujang")
    )

    qtbot.waitUntil(lambda: len(lines(screen, "home.need.")) == 1)
    (line,) = lines(screen, "home.need.")
    assert line.text() == HOSTILE
    with qtbot.waitSignal(screen.leads) as led:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert led.args == ["inquiries", "INQ-2026-000001"]


def test_a_running_clock_leads_to_its_inquiry(
    bridge: OfficeBridge, desk: Desk, clock: FixedClock, qtbot: QtBot
) -> None:
    desk.refer(desk.receive())
    clock.advance(hours=25)
    screen = shown(bridge, qtbot)
    qtbot.waitUntil(lambda: lines(screen, "home.clock.") != [])

    (line,) = lines(screen, "home.clock.")

    assert "DBMPR" in spoken_name(line)
    with qtbot.waitSignal(screen.leads) as led:
        line.click()
    assert led.args == ["inquiries", "INQ-2026-000001"]


def test_the_week_and_today_lead_to_the_calendar(
    bridge: OfficeBridge,
    sqlite_office: Office,
    colleagues: Colleagues,
    clock: FixedClock,
    qtbot: QtBot,
) -> None:
    approved(sqlite_office, colleagues, made(sqlite_office))
    clock.now = SLOT.replace(hour=1)
    screen = shown(bridge, qtbot)
    qtbot.waitUntil(lambda: lines(screen, "home.today.") != [])
    led: list[tuple[str, object]] = []
    screen.leads.connect(lambda place, target: led.append((place, target)))

    lines(screen, "home.today.")[0].click()
    lines(screen, "home.week.KTN")[0].click()
    lines(screen, "home.need.")[0].click()

    reference = "KTN-2026-000001"
    due = PublishingTarget(PublishingList.DUE, reference)
    assert led == [("calendar", reference), ("calendar", reference), ("calendar", due)]


def test_a_content_that_goes_out_twice_counts_once_in_the_week(
    bridge: OfficeBridge,
    sqlite_office: Office,
    colleagues: Colleagues,
    clock: FixedClock,
    qtbot: QtBot,
) -> None:
    platforms = ("facebook", "x")
    accounts = [account_id(sqlite_office, platform) for platform in platforms]
    slots = (SLOT, SLOT + timedelta(hours=5))
    formats = ("facebook_page", "x")
    variants = tuple(
        VariantForm(account, form, None, slot)
        for account, form, slot in zip(accounts, formats, slots, strict=True)
    )
    approved(sqlite_office, colleagues, made(sqlite_office, variants=variants))
    clock.now = SLOT.replace(hour=1)

    screen = shown(bridge, qtbot)
    qtbot.waitUntil(lambda: lines(screen, "home.week.KTN") != [])

    assert len(lines(screen, "home.week.KTN")) == 2
    words = [label.text() for label in screen.findChildren(QLabel)]
    assert any(text.startswith("1 konten") for text in words)


def test_what_the_regulation_lacks_leads_to_where_it_is_filled_in(
    bridge: OfficeBridge, qtbot: QtBot
) -> None:
    screen = shown(bridge, qtbot)
    qtbot.waitUntil(lambda: lines(screen, "home.gap.") != [])
    line = find(screen, QAbstractButton, "home.gap.no_assignment")

    with qtbot.waitSignal(screen.leads) as led:
        line.click()

    assert led.args == ["office", GapKind.NO_ASSIGNMENT]
    assert "Pasal 6 ayat (2)" in spoken_name(line)


def test_the_report_tells_how_far_it_is(bridge: OfficeBridge, qtbot: QtBot) -> None:
    screen = shown(bridge, qtbot)
    gauge = find(screen, QAbstractButton, "home.report")

    qtbot.waitUntil(lambda: "7" in spoken_name(gauge))

    with qtbot.waitSignal(screen.leads) as led:
        gauge.click()
    assert led.args == ["reports", None]


def test_days_without_content_lead_to_the_first_of_them(bridge: OfficeBridge, qtbot: QtBot) -> None:
    screen = shown(bridge, qtbot)
    qtbot.waitUntil(lambda: lines(screen, "home.empty_days") != [])

    with qtbot.waitSignal(screen.leads) as led:
        lines(screen, "home.empty_days")[0].click()

    assert led.args == ["calendar", bridge.office.now().date()]


def test_nobody_expects_a_content_on_a_quiet_day(
    bridge: OfficeBridge, sqlite_office: Office, qtbot: QtBot
) -> None:
    quiet = DayForm(
        DayKind.QUIET_PERIOD, date(2026, 11, 20), date(2026, 11, 27), "Masa tenang", "Edaran"
    )
    sqlite_office.act(days.add_day, quiet)
    screen = shown(bridge, qtbot)

    def words() -> list[str]:
        return [spoken_name(line) for line in lines(screen, "home.empty_days")]

    qtbot.waitUntil(lambda: words() == ["Belum ada konten pada 30 November"])


def test_warnings_about_the_plan_lead_to_the_calendar(bridge: OfficeBridge, qtbot: QtBot) -> None:
    screen = shown(bridge, qtbot)
    qtbot.waitUntil(lambda: lines(screen, "home.plan_warnings") != [])

    with qtbot.waitSignal(screen.leads) as led:
        lines(screen, "home.plan_warnings")[0].click()

    assert led.args == ["calendar", bridge.office.now().date()]


def test_a_person_with_nothing_to_do_reads_so(
    bridge: OfficeBridge, sqlite_office: Office, colleagues: Colleagues, qtbot: QtBot
) -> None:
    colleagues.sit_down(sqlite_office, "dede")

    screen = shown(bridge, qtbot)

    qtbot.waitUntil(lambda: lines(screen, "home.need.") == [])
    assert screen.title == "Sampurasun, Kang Dede"
    titles = [label.text() for label in screen.findChildren(QLabel)]
    assert "Tidak ada yang menunggu Anda" in titles or "Nothing waits for you" in titles


def test_everything_has_a_name_and_is_reached_by_keyboard(
    bridge: OfficeBridge, desk: Desk, qtbot: QtBot
) -> None:
    desk.refer(desk.receive())
    screen = shown(bridge, qtbot)
    qtbot.waitUntil(lambda: lines(screen, "home.clock.") != [])

    assert shortcomings(screen) == []
    assert all(isinstance(pane, QWidget) for pane in screen.panes())
    assert len(screen.panes()) >= 2
