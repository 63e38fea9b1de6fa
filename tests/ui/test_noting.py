"""Persetujuan beside deciding: copying, noting, confirming, the weekly sheet, many at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.models.content import Content, ContentState
from app.models.gate import Decision, Means, Revision, Verdict
from app.models.policy import PolicyKey
from app.office import Office
from app.services import approvals, policies
from app.services.approvals import Note
from app.services.ethics import ALL_LETTERS
from app.ui.approvals.confirm_dialog import ConfirmDialog
from app.ui.approvals.note_dialog import NoteDialog
from app.ui.approvals.proof_dialog import ProofDialog
from app.ui.approvals.screen import ApprovalsScreen
from app.ui.approvals.sheet_dialog import SheetDialog
from app.ui.bridge import OfficeBridge
from app.ui.widgets import Notice
from tests.contents import collect, finish, retype
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues
from tests.ui.finding import W, find, shortcomings


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


@pytest.fixture
def ready(sqlite_office: Office) -> list[int]:
    """The revisions of two contents that wait; the agency lets decisions be noted."""
    sqlite_office.act(policies.set_policy, PolicyKey.RECORDED_DECISIONS, True)
    return [sqlite_office.act(finish, sqlite_office.act(collect)) for _number in range(2)]


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    file = tmp_path / "setuju.png"
    Image.new("RGB", (400, 300), "white").save(file)
    return file


def _shown(qtbot: QtBot, bridge: OfficeBridge) -> ApprovalsScreen:
    screen = ApprovalsScreen(bridge)
    screen.resize(1194, 688)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "approvals.remark") is not None)
    return screen


def _queue(screen: ApprovalsScreen) -> QAbstractItemView:
    return find(screen, QAbstractItemView, "approvals.queue")


def _dialog(qtbot: QtBot, screen: QWidget, kind: type[W]) -> W:
    qtbot.waitUntil(lambda: bool(screen.findChildren(kind)))
    (dialog,) = screen.findChildren(kind)
    return dialog


def _states(office: Office) -> list[ContentState]:
    query = select(Content.state).order_by(Content.id)
    return office.read(lambda session: list(session.scalars(query)))


def _code(office: Office, revision_id: int) -> str:
    return office.read(lambda session: session.get_one(Revision, revision_id).code)


def _choose(combo: QComboBox, words: str) -> None:
    place = combo.findText(words)
    assert place >= 0, words
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def _note(office: Office, colleagues: Colleagues, revision_id: int) -> int:
    """A spoken yes of Pak Tatang, noted by Teh Rina; returns the decision."""
    tatang = colleagues.sit_down(office, "tatang")
    colleagues.sit_down(office, "rina")
    codes = frozenset({_code(office, revision_id)})
    note = Note(
        tatang, office.now(), Means.SPOKEN, Verdict.APPROVED, codes, ALL_LETTERS, proof="“Setuju”"
    )
    office.act(approvals.record_decisions, [revision_id], note)
    return office.read(lambda session: session.scalars(select(Decision.id)).one())


def test_w_puts_text_and_code_on_the_clipboard(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, ready: list[int]
) -> None:
    QGuiApplication.clipboard().clear()
    screen = _shown(qtbot, bridge)
    queue = _queue(screen)
    queue.setFocus()

    QTest.keyClick(queue, Qt.Key.Key_W)

    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    copied = QGuiApplication.clipboard().text()
    assert _code(sqlite_office, ready[0]) in copied
    assert "Guru bebas meminjam sepuluh buku sekaligus." in copied


def test_a_decision_by_message_is_noted_with_its_screenshot(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    ready: list[int],
    proof: Path,
) -> None:
    screen = _shown(qtbot, bridge)
    find(screen, QAbstractButton, "approvals.note_button").click()
    dialog = _dialog(qtbot, screen, NoteDialog)
    _choose(find(dialog, QComboBox, "approvals.note.decider"), "Pak Tatang")
    find(dialog, QLineEdit, "approvals.note.codes").setText(_code(sqlite_office, ready[0]).lower())
    dialog.use_proof(proof)
    find(dialog, QCheckBox, "approvals.note.ethics").setChecked(True)
    assert shortcomings(dialog) == []

    find(dialog, QAbstractButton, "approvals.note.save").click()

    qtbot.waitUntil(lambda: _states(sqlite_office)[0] is ContentState.APPROVED)
    (row,) = sqlite_office.read(approvals.unconfirmed)
    assert row.means is Means.MESSAGE
    assert row.proof_sha256 is not None
    qtbot.waitUntil(find(screen, QWidget, "approvals.unconfirmed").isVisible)


def test_an_old_code_is_refused_by_name_and_nothing_is_lost(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    ready: list[int],
    proof: Path,
) -> None:
    old = _code(sqlite_office, ready[0])
    content = sqlite_office.read(lambda session: session.get_one(Revision, ready[0]).content_id)
    assert content is not None
    sqlite_office.act(approvals.recall, ready[0])
    sqlite_office.act(retype, content, "Lima buku saja.")
    newer = sqlite_office.act(finish, content)
    screen = _shown(qtbot, bridge)
    find(screen, QAbstractButton, "approvals.note_button").click()
    dialog = _dialog(qtbot, screen, NoteDialog)
    _choose(find(dialog, QComboBox, "approvals.note.decider"), "Pak Tatang")
    find(dialog, QLineEdit, "approvals.note.codes").setText(old)
    dialog.use_proof(proof)
    find(dialog, QCheckBox, "approvals.note.ethics").setChecked(True)

    find(dialog, QAbstractButton, "approvals.note.save").click()

    refusal = find(dialog, Notice, "approvals.note.refusal")
    qtbot.waitUntil(refusal.isVisible)
    assert _code(sqlite_office, newer) in refusal.text()
    assert "KTN-2026-000001" in refusal.text()
    assert ContentState.APPROVED not in _states(sqlite_office)


def test_what_is_missing_is_said_at_its_field(
    qtbot: QtBot, bridge: OfficeBridge, ready: list[int]
) -> None:
    screen = _shown(qtbot, bridge)
    find(screen, QAbstractButton, "approvals.note_button").click()
    dialog = _dialog(qtbot, screen, NoteDialog)

    find(dialog, QAbstractButton, "approvals.note.save").click()

    assert find(dialog, QComboBox, "approvals.note.decider").property("wrong")
    assert dialog.isVisible()


def test_nothing_is_noted_where_the_agency_does_not_allow_it(
    qtbot: QtBot, sqlite_office: Office, bridge: OfficeBridge, ready: list[int]
) -> None:
    sqlite_office.act(policies.set_policy, PolicyKey.RECORDED_DECISIONS, False)

    screen = _shown(qtbot, bridge)

    assert not find(screen, QWidget, "approvals.note_button").isVisible()
    assert not find(screen, QWidget, "approvals.copy").isVisible()
    assert not find(screen, QWidget, "approvals.print_sheet_button").isVisible()


def test_the_official_confirms_all_that_is_shown(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    ready: list[int],
) -> None:
    _note(sqlite_office, colleagues, ready[0])
    colleagues.sit_down(sqlite_office, "tatang")
    screen = _shown(qtbot, bridge)
    find(screen, QAbstractButton, "approvals.unconfirmed").click()
    dialog = _dialog(qtbot, screen, ConfirmDialog)
    assert shortcomings(dialog) == []

    find(dialog, QAbstractButton, "approvals.confirm.all").click()
    find(dialog, QAbstractButton, "approvals.confirm.save").click()

    qtbot.waitUntil(lambda: sqlite_office.read(approvals.unconfirmed) == [])
    qtbot.waitUntil(lambda: not find(screen, QWidget, "approvals.unconfirmed").isVisible())


def test_the_signed_sheet_is_noted_with_its_scan(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    ready: list[int],
    proof: Path,
) -> None:
    _note(sqlite_office, colleagues, ready[0])
    tatang = sqlite_office.read(approvals.unconfirmed)[0].decider_id
    sqlite_office.act(approvals.make_sheet, tatang)
    screen = _shown(qtbot, bridge)
    find(screen, QAbstractButton, "approvals.sheet_button").click()
    dialog = _dialog(qtbot, screen, SheetDialog)
    qtbot.waitUntil(lambda: dialog.findChild(QComboBox, "approvals.sheet.line.2") is not None)
    dialog.use_scan(proof)
    find(dialog, QAbstractButton, "approvals.sheet.all").click()
    assert shortcomings(dialog) == []

    find(dialog, QAbstractButton, "approvals.sheet.save").click()

    qtbot.waitUntil(lambda: _states(sqlite_office) == [ContentState.APPROVED] * 2)
    assert sqlite_office.read(approvals.unconfirmed) == []


def test_only_what_was_shown_can_be_chosen_and_all_chosen_are_approved_at_once(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    colleagues: Colleagues,
    ready: list[int],
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")
    screen = _shown(qtbot, bridge)
    queue = _queue(screen)
    shown = find(screen, QLabel, "approvals.reference")
    queue.setFocus()
    QTest.keyClick(queue, Qt.Key.Key_Down)
    QTest.keyClick(queue, Qt.Key.Key_Space)  # at once: it is not shown yet
    assert not find(screen, QWidget, "approvals.chosen.approve").isVisible()
    qtbot.waitUntil(lambda: "000002" in shown.text())

    for key in (Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_E):
        QTest.keyClick(queue, key)
        QApplication.processEvents()
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(queue, Qt.Key.Key_Return, shift)

    qtbot.waitUntil(lambda: _states(sqlite_office) == [ContentState.APPROVED] * 2)


def test_what_is_past_its_moment_is_listed_and_gets_another(
    qtbot: QtBot,
    sqlite_office: Office,
    bridge: OfficeBridge,
    ready: list[int],
    clock: FixedClock,
) -> None:
    clock.advance(hours=3)
    screen = _shown(qtbot, bridge)
    find(screen, QAbstractButton, "approvals.passed").click()
    assert _queue(screen).model().rowCount() == 2
    assert find(screen, QWidget, "approvals.replan_button").isVisible()


def test_the_proof_is_shown_as_a_picture(qtbot: QtBot, proof: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1194, 688)
    window.show()

    dialog = ProofDialog("KTN-2026-000001", proof.read_bytes(), window)
    dialog.open()

    assert not find(dialog, QLabel, "approvals.proof.picture").pixmap().isNull()
