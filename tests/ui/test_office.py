"""Kantor, as an admin keeps it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.models.account import Account, MediaKind
from app.models.policy import PolicyKey
from app.office import Office
from app.services import accounts, agencies, people, policies
from app.services.assignments import assignments
from app.services.obligations import Gap, GapKind
from app.services.transaction import Transaction
from app.ui.bridge import OfficeBridge
from app.ui.office.screen import OfficeScreen
from app.ui.office.summary_page import SummaryPage
from app.ui.widgets import Notice, Table
from tests.offices import Colleagues
from tests.ui.finding import find, shortcomings


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


@pytest.fixture
def screen(qtbot: QtBot, bridge: OfficeBridge) -> OfficeScreen:
    screen = OfficeScreen(bridge)
    screen.resize(1194, 688)
    qtbot.addWidget(screen)
    screen.show()
    rows = find(screen, QTableView, "office.people").model()
    qtbot.waitUntil(lambda: rows.rowCount() == 7)
    return screen


def dialog(qtbot: QtBot, name: str) -> QDialog:
    """The open dialog of that name."""

    def found() -> list[QWidget]:
        return [
            w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(found()))
    shown = found()[0]
    assert isinstance(shown, QDialog)
    return shown


def closed(qtbot: QtBot, name: str) -> None:
    def shown() -> set[str]:
        return {w.objectName() for w in QApplication.topLevelWidgets() if w.isVisible()}

    qtbot.waitUntil(lambda: name not in shown())


def test_an_order_is_drawn_up_from_the_roles_and_completed_later(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    find(screen, QPushButton, "office.draw_up").click()
    form = dialog(qtbot, "office.assignment")
    find(form, QPushButton, "office.assignment.save").click()
    closed(qtbot, "office.assignment")
    order = sqlite_office.read(assignments)[0]
    assert {member.duty.value for member in order.members} == {
        "admin",
        "graphic_design",
        "creative_team",
        "responsible_official",
    }
    complete = find(screen, QPushButton, "office.complete")
    qtbot.waitUntil(complete.isVisible)

    complete.click()
    form = dialog(qtbot, "office.assignment")
    find(form, QLineEdit, "office.assignment.number").setText("800.1.11.1/041/Dislitbud")
    find(form, QLineEdit, "office.assignment.signed_on").setText("6 Januari 2026")
    find(form, QPushButton, "office.assignment.save").click()
    closed(qtbot, "office.assignment")

    assert sqlite_office.read(assignments)[0].is_in_force(sqlite_office.now().date())


def test_a_day_that_nobody_can_read_is_named_and_nothing_is_saved(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    find(screen, QPushButton, "office.draw_up").click()
    form = dialog(qtbot, "office.assignment")
    field = find(form, QLineEdit, "office.assignment.signed_on")
    field.setText("31 Februari 2026")

    find(form, QPushButton, "office.assignment.save").click()

    assert "31 Februari 2026" in field.accessibleDescription()
    assert sqlite_office.read(assignments) == []
    form.reject()


def test_a_person_is_added_with_his_role(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    screen.show_target("people")
    find(screen, QPushButton, "office.people.add").click()
    form = dialog(qtbot, "office.person")
    find(form, QLineEdit, "office.person.name").setText("Asep Hidayatulloh, S.Sn.")
    find(form, QLineEdit, "office.person.nip").setText("19930219 202221 1 012")
    find(form, QCheckBox, "office.person.role.creative").setChecked(True)

    find(form, QPushButton, "office.person.save").click()
    closed(qtbot, "office.person")

    asep = next(row for row in sqlite_office.read(people.people) if row.name.startswith("Asep"))
    assert asep.nip == "199302192022211012"
    assert {role.value for role in asep.roles} == {"creative"}


def test_a_wrong_nip_is_named_beside_its_field(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    screen.show_target("people")
    find(screen, QPushButton, "office.people.add").click()
    form = dialog(qtbot, "office.person")
    find(form, QLineEdit, "office.person.name").setText("Asep")
    nip = find(form, QLineEdit, "office.person.nip")
    nip.setText("1993")

    find(form, QPushButton, "office.person.save").click()

    assert nip.accessibleDescription()
    assert len(sqlite_office.read(people.people)) == 7
    form.reject()


def test_an_account_becomes_official_by_its_letter(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    screen.show_target("accounts")
    find(screen, QPushButton, "office.accounts.designate").click()
    form = dialog(qtbot, "office.designation")
    find(form, QLineEdit, "office.designation.designation_number").setText("800/042/Dislitbud")
    find(form, QLineEdit, "office.designation.designation_on").setText("06/01/2026")

    find(form, QPushButton, "office.designation.save").click()
    closed(qtbot, "office.designation")

    assert sqlite_office.read(accounts.accounts)[0].is_official


def test_a_rule_holds_from_when_it_is_set(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    screen.show_target("agency")
    find(screen, QCheckBox, "office.rule.move_voids_approval").click()

    def holds() -> bool:
        rules = sqlite_office.read(policies.policies_at, sqlite_office.now())
        return rules[PolicyKey.MOVE_VOIDS_APPROVAL] is True

    qtbot.waitUntil(holds)


def test_the_spacing_of_posts_is_set_when_its_field_is_left(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    screen.show_target("agency")
    spacing = find(screen, QSpinBox, "office.rule.spacing_minutes")
    qtbot.waitUntil(lambda: spacing.value() == 30)

    spacing.setValue(45)
    spacing.editingFinished.emit()

    def spaced() -> bool:
        rules = sqlite_office.read(policies.policies_at, sqlite_office.now())
        return rules[PolicyKey.SPACING_MINUTES] == 45

    qtbot.waitUntil(spaced)


def test_a_form_saved_by_a_colleague_meanwhile_is_told(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen, colleagues: Colleagues
) -> None:
    screen.show_target("people")
    find(screen, QTableView, "office.people").selectRow(0)
    find(screen, QPushButton, "office.people.change").click()
    form = dialog(qtbot, "office.person")
    cecep = next(row for row in sqlite_office.read(people.people) if row.sign_in_name == "cecep")
    facts = people.PersonFacts("Cecep Mulyana, S.Sn.", "Kang", "Cecep")
    sqlite_office.act(people.change_person, cecep.id, cecep.version, facts)

    find(form, QPushButton, "office.person.save").click()

    refusal = find(form, Notice, "office.person.refusal")
    qtbot.waitUntil(lambda: bool(refusal.text()))
    form.reject()


def test_the_kop_is_kept_and_used(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen, tmp_path: Path
) -> None:
    from PySide6.QtGui import QImage

    picture = QImage(800, 120, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    file = tmp_path / "kop.png"
    picture.save(str(file))
    screen.show_target("agency")

    find(screen, QWidget, "office.own.kop").dropped.emit((file,))  # type: ignore[attr-defined]

    def kept() -> bool:
        return sqlite_office.read(agencies.own_agency).letterhead_sha256 is not None

    qtbot.waitUntil(kept, timeout=15_000)


def test_every_control_has_a_name_on_every_tab(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    for tab in ("summary", "people", "accounts", "agency", "directory"):
        screen.show_target(tab)

        assert shortcomings(screen) == []


def test_esc_over_something_typed_asks_once_before_it_is_lost(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    screen.show_target("people")
    find(screen, QPushButton, "office.people.add").click()
    form = dialog(qtbot, "office.person")
    name = find(form, QLineEdit, "office.person.name")
    assert name.hasFocus() or form.focusWidget() is name
    QTest.keyClicks(name, "Asep")

    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert name.text() == "Asep"
    QTest.keyClick(form, Qt.Key.Key_Escape)

    closed(qtbot, "office.person")
    assert len(sqlite_office.read(people.people)) == 7


def test_facts_of_the_agency_that_are_not_saved_are_marked(
    qtbot: QtBot, screen: OfficeScreen
) -> None:
    screen.show_target("agency")
    unsaved = find(screen, QLabel, "office.own.unsaved")
    QTest.keyClicks(find(screen, QLineEdit, "office.own.address"), "Jalan Kawaluyaan")
    assert unsaved.text()

    find(screen, QPushButton, "office.own.save").click()

    qtbot.waitUntil(lambda: not unsaved.text())


def enter_stand_in(tx: Transaction) -> None:
    """As an import does of whose posts it knows only the platform."""
    tx.session.add(Account(platform="tiktok", handle="tiktok", media_kind=MediaKind.MEDIA_SHARING))
    tx.announce("account")


def test_what_is_lacking_leads_to_where_it_is_mended(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    sqlite_office.act(enter_stand_in)
    name = f"office.gap.{GapKind.ACCOUNT_WITHOUT_ADDRESS}"
    qtbot.waitUntil(lambda: screen.findChild(QWidget, name) is not None)
    line = find(screen, QAbstractButton, name)
    told = line.text()

    QTest.keyClick(line, Qt.Key.Key_Return)

    table = find(screen, Table, "office.accounts")
    row = table.current_row()
    assert told == "1 alamat akun belum diisi: TikTok."
    assert table.isVisible()
    assert isinstance(row, accounts.AccountRow)
    assert row.platform == "tiktok"
    assert table.model().index(table.currentIndex().row(), 0).data() == "alamat akun belum diisi"


def test_beranda_leads_to_the_row_even_before_kantor_has_been_seen(
    qtbot: QtBot, bridge: OfficeBridge, sqlite_office: Office
) -> None:
    sqlite_office.act(enter_stand_in)
    screen = OfficeScreen(bridge)
    qtbot.addWidget(screen)
    screen.show()

    screen.show_target(GapKind.ACCOUNT_WITHOUT_ADDRESS)

    table = find(screen, Table, "office.accounts")
    qtbot.waitUntil(lambda: table.current_row() is not None)
    row = table.current_row()
    assert isinstance(row, accounts.AccountRow)
    assert row.handle == "tiktok"


def test_a_missing_order_is_mended_by_its_form(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    find(screen, QAbstractButton, f"office.gap.{GapKind.NO_ASSIGNMENT}").click()

    dialog(qtbot, "office.assignment").reject()


def test_what_another_place_mends_is_led_to(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    led: list[tuple[str, object]] = []
    screen.leads.connect(lambda place, target: led.append((place, target)))

    find(screen, SummaryPage, "office.summary").gap_chosen.emit(
        Gap(GapKind.REPORT_NOT_SUBMITTED, 1, ("2025",))
    )

    assert led == [("reports", None)]


def test_a_colleague_s_change_of_an_account_is_told(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    screen.show_target("accounts")
    find(screen, QTableView, "office.accounts").selectRow(0)
    find(screen, QPushButton, "office.accounts.change").click()
    form = dialog(qtbot, "office.account")
    row = sqlite_office.read(accounts.accounts)[0]
    facts = accounts.AccountFacts(row.platform, row.handle, row.media_kind, "Nama baru")
    sqlite_office.act(accounts.change_account, row.id, row.version, facts)

    find(form, QPushButton, "office.account.save").click()

    refusal = find(form, Notice, "office.account.refusal")
    qtbot.waitUntil(lambda: bool(refusal.text()))
    assert sqlite_office.read(accounts.accounts)[0].name == "Nama baru"
    form.reject()


def test_a_member_is_given_a_task_of_his_own(
    qtbot: QtBot, sqlite_office: Office, screen: OfficeScreen
) -> None:
    find(screen, QPushButton, "office.draw_up").click()
    form = dialog(qtbot, "office.assignment")
    find(form, QLineEdit, "office.assignment.member1.task").setText("Membalas komentar Facebook")
    find(form, QPushButton, "office.assignment.save").click()
    closed(qtbot, "office.assignment")

    complete = find(screen, QPushButton, "office.complete")
    qtbot.waitUntil(complete.isVisible)
    complete.click()
    form = dialog(qtbot, "office.assignment")

    assert sqlite_office.read(assignments)[0].members[0].task == "Membalas komentar Facebook"
    task = find(form, QLineEdit, "office.assignment.member1.task")
    assert task.text() == "Membalas komentar Facebook"
    form.reject()
