"""Persetujuan, as an official works in it: by mouse and by keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.models.content import Content, ContentState
from app.office import Office
from app.ui.approvals.screen import ApprovalsScreen
from app.ui.bridge import OfficeBridge
from app.ui.widgets import Notice
from tests.contents import collect, finish, retype, submit
from tests.offices import Colleagues
from tests.ui.finding import find, shortcomings


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


@pytest.fixture
def contents(sqlite_office: Office) -> tuple[int, int]:
    """One content waits for its approval, one for its selection; Teh Rina wrote both."""
    ready = sqlite_office.act(collect)
    sqlite_office.act(finish, ready)
    submitted = sqlite_office.act(collect, ContentState.COLLECTED)
    sqlite_office.act(submit, submitted)
    return ready, submitted


def _shown(qtbot: QtBot, bridge: OfficeBridge) -> ApprovalsScreen:
    screen = ApprovalsScreen(bridge)
    screen.resize(1194, 688)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(
        lambda: find(screen, QAbstractItemView, "approvals.queue").model().rowCount() > 0
    )
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "approvals.remark") is not None)
    return screen


def _state(office: Office, content_id: int) -> ContentState:
    return office.read(lambda session: session.get_one(Content, content_id).state)


def test_an_official_approves_with_two_keys(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    contents: tuple[int, int],
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    screen = _shown(qtbot, bridge)
    queue = find(screen, QAbstractItemView, "approvals.queue")
    queue.setFocus()

    QTest.keyClick(queue, Qt.Key.Key_E)
    QTest.keyClick(queue, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: _state(sqlite_office, contents[0]) is ContentState.APPROVED)
    qtbot.waitUntil(lambda: queue.model().rowCount() == 1)


def test_what_is_not_shown_yet_is_not_approved_by_a_hasty_key(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
) -> None:
    both = [sqlite_office.act(collect) for _number in range(2)]
    for content_id in both:
        sqlite_office.act(finish, content_id)
    colleagues.sit_down(sqlite_office, "tatang")
    screen = _shown(qtbot, bridge)
    find(screen, QCheckBox, "approvals.ethics").click()
    queue = find(screen, QAbstractItemView, "approvals.queue")
    queue.setFocus()

    QTest.keyClick(queue, Qt.Key.Key_Down)
    QTest.keyClick(queue, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    bridge.close()  # once what runs has come to its end
    assert {_state(sqlite_office, content_id) for content_id in both} == {ContentState.READY}


def test_approving_waits_for_the_ethics_checklist(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    contents: tuple[int, int],
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    screen = _shown(qtbot, bridge)
    approve = find(screen, QPushButton, "approvals.approve")
    assert not approve.isEnabled()

    find(screen, QCheckBox, "approvals.ethics").click()

    assert approve.isEnabled()


def test_a_return_without_a_reason_asks_for_one_and_then_goes_back(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    contents: tuple[int, int],
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    screen = _shown(qtbot, bridge)
    button = find(screen, QPushButton, "approvals.return")
    reason = find(screen, QPlainTextEdit, "approvals.reason")

    button.click()
    assert _state(sqlite_office, contents[0]) is ContentState.READY
    reason.setPlainText("Sebut tanggalnya.")
    button.click()

    qtbot.waitUntil(lambda: _state(sqlite_office, contents[0]) is ContentState.EDITING)


def test_what_was_changed_meanwhile_is_named_and_not_approved(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    contents: tuple[int, int],
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    screen = _shown(qtbot, bridge)
    find(screen, QCheckBox, "approvals.ethics").click()
    colleagues.sit_down(sqlite_office, "rina")
    sqlite_office.act(retype, contents[0], "Diam-diam diganti.")
    colleagues.sit_down(sqlite_office, "tatang")

    find(screen, QPushButton, "approvals.approve").click()

    notice = find(screen, Notice, "approvals.notice")
    qtbot.waitUntil(lambda: "KTN-2026-000001" in notice.text())
    assert _state(sqlite_office, contents[0]) is ContentState.READY


def test_an_author_sees_his_items_and_can_not_decide(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, contents: tuple[int, int]
) -> None:
    screen = _shown(qtbot, bridge)

    assert not find(screen, QPushButton, "approvals.approve").isVisible()
    assert find(screen, Notice, "approvals.why").isVisible()


def test_selecting_needs_no_checklist(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    contents: tuple[int, int],
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    screen = _shown(qtbot, bridge)
    screen.show_target("KTN-2026-000002")
    approve = find(screen, QPushButton, "approvals.approve")
    qtbot.waitUntil(lambda: approve.isEnabled())

    approve.click()

    qtbot.waitUntil(lambda: _state(sqlite_office, contents[1]) is ContentState.EDITING)


def test_every_control_has_a_name_and_no_text_is_read_as_markup(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    contents: tuple[int, int],
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    screen = _shown(qtbot, bridge)

    assert shortcomings(screen) == []


def test_what_is_not_complete_is_said_to_the_decider(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    contents: tuple[int, int],
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")

    screen = _shown(qtbot, bridge)

    lacks = find(screen, Notice, "approvals.lacks")
    qtbot.waitUntil(lambda: "Pasal 7" in lacks.text())


@pytest.mark.parametrize(
    "place",
    [
        "approvals.queue",
        "approvals.kinds",
        "approvals.text",
        "approvals.remark",
        "approvals.ethics",
        "approvals.reason",
        "approvals.return",
        "approvals.approve",
    ],
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_approves_wherever_the_focus_is(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    contents: tuple[int, int],
    place: str,
    key: Qt.Key,
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    screen = _shown(qtbot, bridge)
    screen.activateWindow()
    find(screen, QCheckBox, "approvals.ethics").click()
    focused = find(screen, QWidget, place)
    focused.setFocus()
    qtbot.waitUntil(lambda: screen.focusWidget() is not None)

    QTest.keyClick(screen.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: _state(sqlite_office, contents[0]) is ContentState.APPROVED)


def test_ctrl_enter_before_the_checklist_leads_to_it(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    contents: tuple[int, int],
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    screen = _shown(qtbot, bridge)
    screen.activateWindow()
    queue = find(screen, QAbstractItemView, "approvals.queue")
    ethics = find(screen, QCheckBox, "approvals.ethics")
    why = find(screen, Notice, "approvals.why")
    queue.setFocus()

    QTest.keyClick(queue, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    told = why.isVisible()
    focused = screen.focusWidget()
    QTest.keyClick(ethics, Qt.Key.Key_Space)

    assert told
    assert focused is ethics
    assert not why.isVisible()
    assert _state(sqlite_office, contents[0]) is ContentState.READY


def test_ctrl_enter_works_while_the_focus_is_beside_the_place(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    contents: tuple[int, int],
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    window = QWidget()
    qtbot.addWidget(window)
    rail, screen = QPushButton("Persetujuan", window), _shown(qtbot, bridge)
    screen.setParent(window)
    window.show()
    screen.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    find(screen, QCheckBox, "approvals.ethics").click()
    rail.setFocus()
    qtbot.waitUntil(rail.hasFocus)

    QTest.keyClick(rail, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: _state(sqlite_office, contents[0]) is ContentState.APPROVED)


def test_letters_are_keys_of_the_list_only(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    contents: tuple[int, int],
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    screen = _shown(qtbot, bridge)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    text = find(screen, QWidget, "approvals.text")
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)

    QTest.keyClick(text, Qt.Key.Key_E)

    assert not find(screen, QCheckBox, "approvals.ethics").isChecked()
