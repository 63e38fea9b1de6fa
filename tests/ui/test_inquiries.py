"""The inquiry desk by mouse and keyboard: from what a citizen wrote to the answer that was sent."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.models.answer import InterimState
from app.models.clock import Outcome
from app.models.comment import Tone
from app.models.inquiry import Inquiry, InquiryKind, InquiryOrigin, InquiryState
from app.models.referral import ReferralState
from app.office import Office
from app.services import approvals, inquiries, standard_answers
from app.services.inquiries import Tab
from app.services.standard_answers import StandardAnswerFacts
from app.services.transaction import Transaction
from app.ui.bridge import OfficeBridge
from app.ui.inquiries.act_dialog import ActDialog
from app.ui.inquiries.available_dialog import AvailableDialog
from app.ui.inquiries.compare_dialog import CompareDialog
from app.ui.inquiries.explanation_dialog import ExplanationDialog
from app.ui.inquiries.line_dialogs import LineDialog
from app.ui.inquiries.refer_dialog import ReferDialog
from app.ui.inquiries.screen import InquiriesScreen
from app.ui.inquiries.table import InquiryTable
from app.ui.theme import Theme
from app.ui.widgets import Choice, Dialog, NoteRole, Segments, Table, Tabs
from tests.fixed_clock import FixedClock
from tests.inquiry_desk import QUESTION, Desk
from tests.offices import Colleagues
from tests.ui.finding import find, shortcomings

# The offscreen platform has neither windows to raise nor a keyboard to grab for a menu.
with_menu = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
LINK = "https://www.facebook.com/DislitbudJabar/posts/1"


@pytest.fixture
def desk(sqlite_office: Office, clock: FixedClock, colleagues: Colleagues) -> Desk:
    return Desk(sqlite_office, clock, colleagues)


@pytest.fixture
def bridge(qtbot: QtBot, sqlite_office: Office) -> Iterator[OfficeBridge]:
    opened = OfficeBridge(sqlite_office)
    yield opened
    opened.close()


@pytest.fixture
def screen(qtbot: QtBot, bridge: OfficeBridge) -> InquiriesScreen:
    """The desk as Teh Rina, an admin, enters it."""
    shown = InquiriesScreen(bridge)
    qtbot.addWidget(shown)
    shown.resize(1194, 688)
    shown.show()
    return shown


def table(screen: InquiriesScreen) -> Table:
    return find(screen, Table, "inquiries.table")


def rows(screen: InquiriesScreen) -> list[str]:
    model = table(screen).model()
    assert isinstance(model, InquiryTable)
    return [row.reference for row in model.rows]


def text(parent: QWidget, name: str) -> str:
    return find(parent, QLabel, name).text()


def editor(screen: InquiriesScreen) -> QPlainTextEdit:
    return find(screen, QPlainTextEdit, "inquiries.answer")


def click(parent: QWidget, name: str) -> None:
    """Press the button of that name; one that was replaced may still wait for its end."""
    shown = [
        button
        for button in parent.findChildren(QAbstractButton, name)
        if button.isVisibleTo(parent)
    ]
    assert shown, f"{name} is not shown"
    assert shown[-1].isEnabled(), f"{name} is not enabled"
    shown[-1].click()


def comes(qtbot: QtBot, screen: InquiriesScreen, name: str) -> None:
    """Wait until a button of the thread is shown."""
    qtbot.waitUntil(
        lambda: any(
            button.isVisibleTo(screen) for button in screen.findChildren(QAbstractButton, name)
        )
    )


def choose(screen: InquiriesScreen, menu: str, entry: str) -> None:
    """Choose an entry of an open menu or of one inside it."""
    shown = find(screen, QMenu, menu)
    found = shown.findChild(QAction, entry)
    assert found is not None, f"no {entry} in {menu}"
    found.trigger()
    shown.close()


def choose_act(screen: InquiriesScreen, name: str) -> None:
    """Open the menu beside the heading and choose there."""
    click(screen, "inquiries.acts")
    choose(screen, "inquiries.acts.menu", f"inquiries.acts.{name}")


def is_offered(screen: InquiriesScreen, name: str) -> bool:
    button = find(screen, QPushButton, f"inquiries.{name}")
    return button.isVisibleTo(screen) and button.isEnabled()


def show(qtbot: QtBot, screen: InquiriesScreen, desk: Desk, inquiry_id: int) -> None:
    """Lead to an inquiry, as another place of the window does."""
    reference = desk.whole(inquiry_id).reference
    screen.show_target(reference)
    qtbot.waitUntil(lambda: text(screen, "inquiries.reference") == reference)
    qtbot.waitUntil(lambda: table(screen).current_row() is not None)


def dialog(qtbot: QtBot, screen: InquiriesScreen, name: str) -> ActDialog:
    qtbot.waitUntil(lambda: screen.findChild(Dialog, name) is not None)
    return find(screen, ActDialog, name)


def reaches(qtbot: QtBot, desk: Desk, inquiry_id: int, state: InquiryState) -> None:
    qtbot.waitUntil(lambda: desk.state(inquiry_id) is state)


def shown_words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def shown_state(screen: InquiriesScreen) -> str:
    return find(screen, QWidget, "inquiries.state").accessibleName()


def test_rows_stand_by_their_clocks_with_words_for_every_cell(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    late = desk.receive("Lama", handle="a", received_at=desk.clock() - timedelta(hours=26))
    fresh = desk.receive("Baru", handle="b")

    qtbot.waitUntil(lambda: len(rows(screen)) == 2)

    assert rows(screen) == [desk.whole(key).reference for key in (late, fresh)]
    model = table(screen).model()
    assert str(model.index(0, 0).data(NoteRole)) == "Jawaban pertama"
    cells = [str(model.index(0, column).data()) for column in range(4)]
    assert cells == ["2 jam 00 mnt", "Lama", "Kritik", "Diterima"]
    assert str(model.index(1, 0).data()) == "baru saja"


def test_imported_history_shows_no_age(qtbot: QtBot, desk: Desk, screen: InquiriesScreen) -> None:
    def import_one(tx: Transaction) -> None:
        inquiry = Inquiry(
            reference=tx.next_reference("INQ"),
            kind=InquiryKind.QUESTION,
            origin=InquiryOrigin.IMPORTED,
            received_at=tx.now - timedelta(days=318),
            recorded_at=tx.now,
        )
        tx.session.add(inquiry)
        tx.session.flush()
        tx.announce("inquiry")

    desk.office.act(import_one)

    qtbot.waitUntil(lambda: len(rows(screen)) == 1)
    assert str(table(screen).model().index(0, 0).data()) == "–"


def test_all_running_clocks_of_an_inquiry_are_named_with_their_ends(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    desk.clock.advance(hours=1)
    desk.refer(inquiry)

    show(qtbot, screen, desk, inquiry)

    clocks = find(screen, QWidget, "inquiries.clocks")
    qtbot.waitUntil(lambda: len(shown_words(clocks)) == 2)
    assert shown_words(clocks) == [
        "Jawaban pertama, sampai Sab, 21 Nov 09.30",
        "Jawaban DBMPR, sampai Sab, 21 Nov 10.30",
    ]


def test_a_referral_says_until_when_and_by_which_rule(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    show(qtbot, screen, desk, desk.receive())
    click(screen, "inquiries.refer")
    refer = find(screen, ReferDialog, "refer")
    assert not find(refer, QLabel, "refer.due").isVisibleTo(refer)

    QTest.keyClicks(find(refer, QLineEdit, "refer.agency.search"), "dbmpr")

    qtbot.waitUntil(lambda: find(refer, QLabel, "refer.due").isVisibleTo(refer))
    assert text(refer, "refer.due") == "Tenggat Sabtu, 21 November 2026, 09.30 WIB"
    assert "Lampiran huruf C angka 4" in text(refer, "refer.rule")
    find(refer, QLineEdit, "refer.agency.search").setText("kota bandung")
    found = find(refer, QListView, "refer.agency.list")
    qtbot.waitUntil(lambda: "Kota Bandung" in str(found.model().index(0, 0).data()))
    found.setCurrentIndex(found.model().index(0, 0))
    qtbot.waitUntil(lambda: "sebagai permintaan" in text(refer, "refer.rule"))


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_nothing_in_the_filters_row_overlaps(
    qtbot: QtBot, theme: Theme, desk: Desk, bridge: OfficeBridge, scale: float
) -> None:
    theme.apply("light", scale)
    screen = InquiriesScreen(bridge)
    qtbot.addWidget(screen)
    screen.resize(1151, 688)
    screen.show()
    qtbot.waitUntil(lambda: text(screen, "inquiries.count") != "")

    names = ("account", "kind", "tone", "find", "comments", "enter", "more")
    row = [find(screen, QWidget, f"inquiries.{name}") for name in names]

    qtbot.waitUntil(
        lambda: all(left.geometry().right() < right.x() for left, right in pairwise(row))
    )


def test_the_clocks_go_on_without_anything_being_changed(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen, bridge: OfficeBridge
) -> None:
    desk.receive()
    qtbot.waitUntil(lambda: len(rows(screen)) == 1)
    desk.clock.advance(hours=23)

    screen.reload()

    qtbot.waitUntil(lambda: str(table(screen).model().index(0, 0).data()) == "1 jam 00 mnt")
    qtbot.waitUntil(lambda: [chip.text for chip in screen.chips] == ["1 mendesak"])


def test_tabs_and_filters_narrow_the_list(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    desk.receive("Jalan rusak", handle="a")
    referred = desk.receive("Kapan buka?", handle="b", kind=InquiryKind.QUESTION, tone=Tone.NEUTRAL)
    desk.refer(referred)
    qtbot.waitUntil(lambda: len(rows(screen)) == 2)

    click(screen, f"inquiries.tabs.{Tab.REFERRED}")
    qtbot.waitUntil(lambda: rows(screen) == [desk.whole(referred).reference])
    click(screen, f"inquiries.tabs.{Tab.OPEN}")
    qtbot.waitUntil(lambda: len(rows(screen)) == 2)
    kinds = find(screen, Choice, "inquiries.kind")
    kinds.set_value(InquiryKind.QUESTION)
    kinds.chosen.emit(InquiryKind.QUESTION)

    qtbot.waitUntil(lambda: rows(screen) == [desk.whole(referred).reference])


def test_words_are_searched_from_the_keyboard(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    desk.receive("Jalan rusak", handle="a")
    desk.receive("Kapan buka?", handle="b")
    qtbot.waitUntil(lambda: len(rows(screen)) == 2)

    click(screen, "inquiries.find")
    QTest.keyClicks(find(screen, QLineEdit, "inquiries.search"), "rusak")

    qtbot.waitUntil(lambda: rows(screen) == ["INQ-2026-000001"])


def test_an_empty_list_says_what_to_do(qtbot: QtBot, screen: InquiriesScreen) -> None:
    qtbot.waitUntil(lambda: text(screen, "inquiries.count") == "0 pertanyaan terbuka")

    words = [label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen)]

    assert "Tidak ada pertanyaan terbuka" in words


def test_scrolling_down_asks_for_the_next_page(
    qtbot: QtBot, desk: Desk, bridge: OfficeBridge
) -> None:
    for number in range(103):
        desk.receive(f"Nomor {number}", handle=f"warga{number}")
    screen = InquiriesScreen(bridge)
    qtbot.addWidget(screen)
    screen.resize(1194, 688)
    screen.show()
    qtbot.waitUntil(lambda: len(rows(screen)) == 100)

    table(screen).scrollToBottom()

    qtbot.waitUntil(lambda: len(set(rows(screen))) == 103)


def test_a_message_is_entered_answered_approved_sent_and_closed(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    qtbot.waitUntil(lambda: text(screen, "inquiries.count") != "")
    click(screen, "inquiries.enter")
    entry = dialog(qtbot, screen, "entry")
    find(entry, QPlainTextEdit, "entry.text").setPlainText("Hari Minggu buka sampai jam berapa?")
    find(entry, QLineEdit, "entry.handle").setText("@kang.ujang88")
    click(entry, "entry.yes")
    qtbot.waitUntil(lambda: text(screen, "inquiries.reference") == "INQ-2026-000001")
    (row,) = desk.office.read(
        inquiries.page, inquiries.Wanted(), inquiries.Asker(None, frozenset(), desk.clock())
    )

    editor(screen).setPlainText("Sampai pukul 16.00, Kak.")
    click(screen, "inquiries.request")
    reaches(qtbot, desk, row.id, InquiryState.AWAITING_APPROVAL)
    revision = desk.answer(row.id).revision_id
    assert revision is not None
    desk.approve(revision)
    qtbot.waitUntil(lambda: is_offered(screen, "record_answer"))
    click(screen, "inquiries.record_answer")
    sent = dialog(qtbot, screen, "sent")
    assert text(sent, "sent.text") == "Sampai pukul 16.00, Kak."
    find(sent, QLineEdit, "sent.link").setText(LINK)
    click(sent, "sent.yes")
    reaches(qtbot, desk, row.id, InquiryState.ANSWERED)
    qtbot.waitUntil(lambda: is_offered(screen, "close"))
    click(screen, "inquiries.close")

    reaches(qtbot, desk, row.id, InquiryState.CLOSED)
    whole = desk.whole(row.id)
    assert (whole.platform, whole.comments[0].handle) == ("instagram", "kang.ujang88")
    assert whole.answers[0].proof_url == LINK
    assert whole.clocks[0].outcome is Outcome.MET


def test_an_inquiry_is_referred_in_two_clicks_and_comes_back_answered(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    show(qtbot, screen, desk, inquiry)

    QTest.keyClick(table(screen), Qt.Key.Key_T)
    refer = dialog(qtbot, screen, "refer")
    QTest.keyClicks(find(refer, QLineEdit, "refer.agency.search"), "bina marga")
    qtbot.waitUntil(lambda: find(refer, QPushButton, "refer.yes").text() == "Teruskan ke DBMPR")
    message = find(refer, QPlainTextEdit, "refer.message")
    qtbot.waitUntil(lambda: "Lampiran huruf C angka 4" in message.toPlainText())
    find(refer, QLineEdit, "refer.contact").setText("Ibu Lilis (Humas)")
    click(refer, "refer.yes")
    reaches(qtbot, desk, inquiry, InquiryState.REFERRED)
    assert desk.referral(inquiry).means == "WhatsApp ke Ibu Lilis (Humas)"

    qtbot.waitUntil(lambda: shown_state(screen) == "Diteruskan")
    QTest.keyClick(table(screen), Qt.Key.Key_C)
    answered = dialog(qtbot, screen, "agency_answer")
    find(answered, QPlainTextEdit, "agency_answer.text").setPlainText("Ditambal pekan depan.")
    click(answered, "agency_answer.yes")

    reaches(qtbot, desk, inquiry, InquiryState.AGENCY_ANSWERED)
    qtbot.waitUntil(lambda: find(screen, QCheckBox, "inquiries.reported").isVisibleTo(screen))
    editor(screen).setPlainText("Jalan ditambal pekan depan, Kang.")
    click(screen, "inquiries.request")
    reaches(qtbot, desk, inquiry, InquiryState.AWAITING_APPROVAL)
    assert desk.answer(inquiry).referral_id == desk.referral(inquiry).id


def test_the_message_to_an_agency_is_copied_masked(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive("Jalan rusak, hubungi 0812-0000-1142.")
    show(qtbot, screen, desk, inquiry)
    click(screen, "inquiries.refer")
    refer = find(screen, ReferDialog, "refer")
    QTest.keyClicks(find(refer, QLineEdit, "refer.agency.search"), "kota bandung")
    message = find(refer, QPlainTextEdit, "refer.message")
    qtbot.waitUntil(lambda: "Kota Bandung" in message.toPlainText())

    click(refer, "refer.copy")

    copied = QGuiApplication.clipboard().text()
    assert "0812-••••-••••" in copied
    assert "Peraturan Gubernur" not in copied


def test_unmasking_names_the_citizen_in_the_message(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    show(qtbot, screen, desk, inquiry)
    click(screen, "inquiries.refer")
    refer = find(screen, ReferDialog, "refer")
    QTest.keyClicks(find(refer, QLineEdit, "refer.agency.search"), "dbmpr")
    message = find(refer, QPlainTextEdit, "refer.message")
    qtbot.waitUntil(lambda: "warga" in message.toPlainText())
    assert "Deden Saputra" not in message.toPlainText()

    find(refer, QCheckBox, "refer.mask").setChecked(False)

    qtbot.waitUntil(lambda: "Deden Saputra" in message.toPlainText())


def test_an_agency_contacted_before_has_its_24_hours_from_then(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive(received_at=desk.clock() - timedelta(hours=3))
    show(qtbot, screen, desk, inquiry)
    click(screen, "inquiries.refer")
    refer = find(screen, ReferDialog, "refer")
    QTest.keyClicks(find(refer, QLineEdit, "refer.agency.search"), "dbmpr")
    qtbot.waitUntil(lambda: find(refer, QPushButton, "refer.yes").isEnabled())

    find(refer, QCheckBox, "refer.moment.earlier").setChecked(True)
    time = find(refer, QTimeEdit, "refer.moment.time")
    time.setTime(time.time().addSecs(-2 * 3600))
    click(refer, "refer.yes")

    reaches(qtbot, desk, inquiry, InquiryState.REFERRED)
    assert desk.referral(inquiry).contacted_at == desk.clock() - timedelta(hours=2)


def test_an_agency_that_the_directory_lacks_is_added_and_found(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    show(qtbot, screen, desk, inquiry)
    click(screen, "inquiries.refer")
    refer = find(screen, ReferDialog, "refer")

    click(refer, "refer.agency.missing")
    new = dialog(qtbot, screen, "new_agency")
    find(new, QLineEdit, "new_agency.name").setText("Perumda Air Minum Contoh")
    find(new, QLineEdit, "new_agency.short_name").setText("PDAM Contoh")
    click(new, "new_agency.yes")

    found = find(refer, QListView, "refer.agency.list")
    qtbot.waitUntil(lambda: found.model().rowCount() == 1)
    qtbot.waitUntil(
        lambda: find(refer, QPushButton, "refer.yes").text() == "Teruskan ke PDAM Contoh"
    )


@with_menu
def test_what_another_agency_asks_is_entered_with_our_clock(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    qtbot.waitUntil(lambda: text(screen, "inquiries.count") != "")
    click(screen, "inquiries.more")
    choose(screen, "inquiries.more.menu", "inquiries.more.incoming")
    incoming = dialog(qtbot, screen, "incoming")
    QTest.keyClicks(find(incoming, QLineEdit, "incoming.agency.search"), "diskominfo")
    find(incoming, QPlainTextEdit, "incoming.text").setPlainText("Mohon jadwal pustaka keliling.")
    find(incoming, QLineEdit, "incoming.reference").setText("NDE-17")
    qtbot.waitUntil(lambda: find(incoming, QPushButton, "incoming.yes").isEnabled())
    click(incoming, "incoming.yes")

    qtbot.waitUntil(lambda: text(screen, "inquiries.reference") == "INQ-2026-000001")
    whole = desk.whole(1)
    assert (whole.origin, whole.asking_reference) == (InquiryOrigin.AGENCY, "NDE-17")


@with_menu
def test_not_its_authority_is_recorded_from_the_card(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    desk.refer(inquiry)
    show(qtbot, screen, desk, inquiry)
    key = desk.referral(inquiry).id

    comes(qtbot, screen, f"inquiries.referral.{key}.more")
    click(screen, f"inquiries.referral.{key}.more")
    begun = f"inquiries.referral.{key}"
    choose(screen, f"{begun}.menu", f"{begun}.not_competent")
    click(dialog(qtbot, screen, "not_competent"), "not_competent.yes")

    qtbot.waitUntil(lambda: desk.referral(inquiry).state is ReferralState.NOT_COMPETENT)


def test_an_answer_before_the_agency_s_asks_why(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    desk.refer(inquiry)
    show(qtbot, screen, desk, inquiry)

    editor(screen).setPlainText("Sudah dijadwalkan.")
    click(screen, "inquiries.save")
    why = find(screen, LineDialog, "reason")
    click(why, "reason.yes")
    assert desk.state(inquiry) is InquiryState.REFERRED
    find(why, QLineEdit, "reason.line").setText("DBMPR sudah mengumumkannya.")
    click(why, "reason.yes")

    reaches(qtbot, desk, inquiry, InquiryState.DRAFTED)


def test_an_interim_reply_goes_through_the_gate_and_leaves_the_agency_s_clock(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    desk.refer(inquiry)
    show(qtbot, screen, desk, inquiry)

    editor(screen).setPlainText("Sedang kami tanyakan ke DBMPR.")
    click(screen, "inquiries.interim")
    reply = dialog(qtbot, screen, "interim")
    assert find(reply, QPlainTextEdit, "interim.text").toPlainText().startswith("Sedang")
    click(reply, "interim.yes")
    qtbot.waitUntil(lambda: desk.whole(inquiry).interim_reply is not None)
    interim = desk.whole(inquiry).interim_reply
    assert interim is not None
    assert interim.interim_state is InterimState.AWAITING_APPROVAL
    desk.approve(interim.revision_id or 0)
    qtbot.waitUntil(lambda: is_offered(screen, "interim_sent"))
    click(screen, "inquiries.interim_sent")
    sent = dialog(qtbot, screen, "sent")
    find(sent, QLineEdit, "sent.proof").setText("tangkapan layar")
    click(sent, "sent.yes")

    qtbot.waitUntil(lambda: not desk.whole(inquiry).clocks[0].is_running)
    assert [clock.is_running for clock in desk.clocks(inquiry)] == [False, True]


def test_a_returned_answer_shows_why_and_is_brought_again(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    desk.return_answer(desk.request(desk.draft(inquiry)), "Sebut jadwalnya.")
    show(qtbot, screen, desk, inquiry)

    qtbot.waitUntil(lambda: "Sebut jadwalnya." in text(screen, "inquiries.returned"))
    editor(screen).setPlainText("Ditambal Selasa.")
    click(screen, "inquiries.request")

    reaches(qtbot, desk, inquiry, InquiryState.AWAITING_APPROVAL)
    assert desk.answer(inquiry).text == "Ditambal Selasa."


def test_what_waits_is_taken_back_and_what_was_approved_is_edited_again(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    desk.request(desk.draft(inquiry))
    show(qtbot, screen, desk, inquiry)
    qtbot.waitUntil(lambda: is_offered(screen, "recall"))
    assert editor(screen).isReadOnly()

    click(screen, "inquiries.recall")
    reaches(qtbot, desk, inquiry, InquiryState.DRAFTED)
    desk.approve(desk.request(desk.answer(inquiry).id))
    qtbot.waitUntil(lambda: is_offered(screen, "edit_again"))
    click(screen, "inquiries.edit_again")
    click(find(screen, Dialog, "edit_again"), "edit_again.yes")

    reaches(qtbot, desk, inquiry, InquiryState.DRAFTED)


def test_the_link_of_a_sent_answer_must_be_one(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    desk.approved(inquiry)
    show(qtbot, screen, desk, inquiry)
    qtbot.waitUntil(lambda: is_offered(screen, "record_answer"))
    click(screen, "inquiries.record_answer")
    sent = dialog(qtbot, screen, "sent")

    click(sent, "sent.yes")
    find(sent, QLineEdit, "sent.link").setText("menyusul")
    click(sent, "sent.yes")

    assert sent.isVisible()
    assert desk.state(inquiry) is InquiryState.APPROVED


def test_spam_is_dismissed_by_key_with_a_reason(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive("Slot gacor")
    show(qtbot, screen, desk, inquiry)

    QTest.keyClick(table(screen), Qt.Key.Key_X)
    dismissing = dialog(qtbot, screen, "dismiss")
    click(dismissing, "dismiss.yes")
    assert desk.state(inquiry) is InquiryState.RECEIVED
    find(dismissing, QLineEdit, "dismiss.reason").setText("Iklan judi")
    click(dismissing, "dismiss.yes")

    reaches(qtbot, desk, inquiry, InquiryState.DISMISSED)


@with_menu
def test_a_formal_request_is_handed_over_from_the_menu(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive("Mohon salinan anggaran 2026.")
    show(qtbot, screen, desk, inquiry)

    choose_act(screen, "hand_over")
    handing = dialog(qtbot, screen, "hand_over")
    find(handing, QLineEdit, "hand_over.number").setText("012/PPID")
    click(handing, "hand_over.yes")

    reaches(qtbot, desk, inquiry, InquiryState.HANDED_OVER)
    assert desk.whole(inquiry).handed_over_number == "012/PPID"


def test_what_the_citizen_writes_again_opens_it_again(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    desk.answered(inquiry)
    show(qtbot, screen, desk, inquiry)
    qtbot.waitUntil(lambda: is_offered(screen, "write_again"))

    click(screen, "inquiries.write_again")
    again = dialog(qtbot, screen, "write_again")
    find(again, QPlainTextEdit, "write_again.text").setPlainText("Berlubang lagi.")
    click(again, "write_again.yes")

    reaches(qtbot, desk, inquiry, InquiryState.RECEIVED)
    qtbot.waitUntil(lambda: len(desk.whole(inquiry).comments) == 2)


def test_a_ready_answer_goes_to_the_cursor_with_its_placeholders_filled(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    facts = StandardAnswerFacts("Jalan rusak", "{sapaan}, sudah kami teruskan.", "berlubang jalan")
    desk.office.act(standard_answers.add_standard_answer, facts)
    inquiry = desk.receive()
    show(qtbot, screen, desk, inquiry)
    qtbot.waitUntil(
        lambda: find(screen, QPushButton, "inquiries.available").text() == "Jawaban tersedia (1)"
    )

    editor(screen).setPlainText("Hatur nuhun. ")
    editor(screen).moveCursor(editor(screen).textCursor().MoveOperation.End)
    click(screen, "inquiries.available")
    click(find(screen, AvailableDialog, "available"), "available.insert")

    assert editor(screen).toPlainText() == "Hatur nuhun. Kak Deden, sudah kami teruskan."


def test_a_new_ready_answer_is_kept_from_the_desk(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    show(qtbot, screen, desk, inquiry)
    click(screen, "inquiries.available")
    available = find(screen, AvailableDialog, "available")

    click(available, "available.new")
    keeping = dialog(qtbot, screen, "keeping")
    find(keeping, QLineEdit, "keeping.question").setText("Jalan rusak")
    find(keeping, QPlainTextEdit, "keeping.text").setPlainText("Kami teruskan ke DBMPR.")
    click(keeping, "keeping.yes")

    found = find(available, Table, "available.table")
    qtbot.waitUntil(lambda: found.model().rowCount() == 1)
    assert text(available, "available.text") == "Kami teruskan ke DBMPR."


def test_the_counter_counts_as_the_platform_does_and_says_what_is_too_much(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    show(qtbot, screen, desk, inquiry)

    editor(screen).setPlainText("a" * 145)
    assert text(screen, "inquiries.counter") == "145 dari 8.000"
    editor(screen).setPlainText("a" * 8_012)

    assert text(screen, "inquiries.counter") == "8.012 dari 8.000 · lebih 12"


def test_what_was_typed_is_kept_by_itself_and_is_there_again(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen, bridge: OfficeBridge
) -> None:
    inquiry, other = desk.receive(), desk.receive("Yang lain", handle="lain")
    show(qtbot, screen, desk, inquiry)
    QTest.keyClicks(editor(screen), "Mohon maaf")
    actor = desk.office.actor
    assert actor is not None

    show(qtbot, screen, desk, other)
    person = actor.id or 0
    qtbot.waitUntil(
        lambda: desk.office.read(approvals.draft_of, person, inquiries.DRAFT, inquiry) is not None
    )
    show(qtbot, screen, desk, inquiry)

    qtbot.waitUntil(lambda: editor(screen).toPlainText() == "Mohon maaf")
    assert desk.state(inquiry) is InquiryState.RECEIVED
    assert "tersimpan" in text(screen, "inquiries.answer_status")


def test_a_colleague_who_saved_first_is_compared_and_nothing_is_lost(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    answer = desk.draft(inquiry, "Kata pertama.")
    show(qtbot, screen, desk, inquiry)
    qtbot.waitUntil(lambda: editor(screen).toPlainText() == "Kata pertama.")
    editor(screen).setPlainText("Kata Rina.")
    with desk.as_person("wulan"):
        seen = desk.answer(inquiry).version
        desk.office.act(inquiries.save_answer, answer, seen, "Kata Wulan.")

    click(screen, "inquiries.save")
    qtbot.waitUntil(lambda: screen.findChild(CompareDialog, "compare") is not None)
    assert desk.answer(inquiry).text == "Kata Wulan."
    click(find(screen, CompareDialog, "compare"), "compare.mine")

    qtbot.waitUntil(lambda: desk.answer(inquiry).text == "Kata Rina.")


def test_the_colleague_s_words_can_be_taken(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    answer = desk.draft(inquiry, "Kata pertama.")
    show(qtbot, screen, desk, inquiry)
    qtbot.waitUntil(lambda: editor(screen).toPlainText() == "Kata pertama.")
    editor(screen).setPlainText("Kata Rina.")
    with desk.as_person("wulan"):
        seen = desk.answer(inquiry).version
        desk.office.act(inquiries.save_answer, answer, seen, "Kata Wulan.")
    click(screen, "inquiries.save")
    qtbot.waitUntil(lambda: screen.findChild(CompareDialog, "compare") is not None)

    click(find(screen, CompareDialog, "compare"), "compare.theirs")

    assert editor(screen).toPlainText() == "Kata Wulan."
    assert desk.answer(inquiry).text == "Kata Wulan."


def test_plus_nought_and_minus_set_the_tone_and_it_can_be_undone(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive(tone=None)
    show(qtbot, screen, desk, inquiry)

    with qtbot.waitSignal(screen.told) as told:
        QTest.keyClick(table(screen), Qt.Key.Key_Plus)
    assert desk.whole(inquiry).comments[0].tone is Tone.POSITIVE
    assert told.args is not None
    told.args[0].undo()

    qtbot.waitUntil(lambda: desk.whole(inquiry).comments[0].tone is None)


def test_letters_do_nothing_while_somebody_types(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    show(qtbot, screen, desk, inquiry)
    QTest.keyClick(table(screen), Qt.Key.Key_J)

    QTest.keyClicks(editor(screen), "txc+0-")

    assert editor(screen).toPlainText() == "txc+0-"
    assert screen.findChild(Dialog) is None


@with_menu
def test_kind_topic_and_handler_are_changed_from_the_menu(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    show(qtbot, screen, desk, inquiry)

    choose_act(screen, f"kind.{InquiryKind.SUGGESTION}")
    qtbot.waitUntil(lambda: desk.whole(inquiry).kind is InquiryKind.SUGGESTION)
    show(qtbot, screen, desk, inquiry)
    qtbot.waitUntil(lambda: "Saran" in [label.text() for label in screen.findChildren(QLabel)])
    choose_act(screen, "topic")
    topic = find(screen, LineDialog, "topic")
    find(topic, QLineEdit, "topic.line").setText("Layanan")
    click(topic, "topic.yes")

    qtbot.waitUntil(lambda: desk.whole(inquiry).topic == "Layanan")


def test_a_remark_stands_in_the_thread_and_in_nothing_that_is_sent(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    show(qtbot, screen, desk, inquiry)
    line = find(screen, QLineEdit, "inquiries.remark")

    line.setText("Bu Lilis janji sebelum pukul 10.")
    QTest.keyClick(line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(desk.whole(inquiry).remarks) == 1)
    qtbot.waitUntil(
        lambda: (
            "Bu Lilis janji sebelum pukul 10."
            in [label.text() for label in screen.findChildren(QLabel)]
        )
    )
    assert line.text() == ""


def test_the_thread_stays_where_it_was_scrolled_to(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive("Panjang sekali. " * 200)
    show(qtbot, screen, desk, inquiry)
    bar = find(screen, QScrollArea, "inquiries.thread").verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(250)
    before = bar.maximum()

    desk.office.act(approvals.add_remark, "Sedang dicek.", inquiry_id=inquiry)

    qtbot.waitUntil(
        lambda: "Sedang dicek." in [label.text() for label in screen.findChildren(QLabel)]
    )
    qtbot.waitUntil(lambda: bar.maximum() > before)
    assert bar.value() == 250


def test_a_due_time_is_explained(qtbot: QtBot, desk: Desk, screen: InquiriesScreen) -> None:
    inquiry = desk.receive()
    desk.refer(inquiry)
    show(qtbot, screen, desk, inquiry)
    key = desk.referral(inquiry).id
    comes(qtbot, screen, f"inquiries.explain.{key}")

    click(screen, f"inquiries.explain.{key}")

    qtbot.waitUntil(lambda: screen.findChild(ExplanationDialog) is not None)
    words = " ".join(
        label.text() for label in find(screen, Dialog, "explanation").findChildren(QLabel)
    )
    assert "24 jam 00 mnt, Lampiran huruf C angka 4" in words
    assert "21 November 2026 09.30 WIB" in words
    find(screen, Dialog, "explanation").reject()


def test_the_creative_team_drafts_and_an_admin_asks_for_the_approval(
    qtbot: QtBot, desk: Desk, bridge: OfficeBridge
) -> None:
    inquiry = desk.receive()
    with desk.as_person("cecep"):
        screen = InquiriesScreen(bridge)
        qtbot.addWidget(screen)
        screen.show()
        show(qtbot, screen, desk, inquiry)

        assert is_offered(screen, "save")
        assert not is_offered(screen, "request")
        assert not is_offered(screen, "enter")
        assert text(screen, "inquiries.why_not") == "Persetujuan diminta oleh Admin."


def test_an_official_is_led_to_where_he_decides(
    qtbot: QtBot, desk: Desk, bridge: OfficeBridge
) -> None:
    inquiry = desk.receive()
    desk.request(desk.draft(inquiry))
    with desk.as_person("tatang"):
        screen = InquiriesScreen(bridge)
        qtbot.addWidget(screen)
        screen.show()
        show(qtbot, screen, desk, inquiry)
        qtbot.waitUntil(lambda: is_offered(screen, "decide"))

        with qtbot.waitSignal(screen.leads) as led:
            click(screen, "inquiries.decide")

    assert led.args == ["approvals", desk.whole(inquiry).reference]


def test_the_comments_are_a_page_inside_and_one_comes_back(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    desk.receive()
    qtbot.waitUntil(lambda: len(rows(screen)) == 1)

    click(screen, "inquiries.comments")
    assert (screen.title, screen.has_back) == ("Komentar", True)
    screen.go_back()

    assert (screen.title, screen.has_back) == ("Pertanyaan", False)


def test_a_refused_act_is_told_above_the_list(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    desk.answered(inquiry)
    show(qtbot, screen, desk, inquiry)
    qtbot.waitUntil(lambda: is_offered(screen, "close"))
    screen.blockSignals(True)
    button = find(screen, QPushButton, "inquiries.close")
    desk.office.act(inquiries.close, inquiry, None)

    button.click()

    notice = find(screen, QLabel, "inquiries.notice.text")
    qtbot.waitUntil(lambda: "INQ-2026-000001" in notice.text())


def test_what_a_citizen_wrote_is_never_read_as_html(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    hostile = "<b>tebal</b> & <img src=x>"
    inquiry = desk.receive(hostile)

    show(qtbot, screen, desk, inquiry)

    shown = [label.text() for label in screen.findChildren(QLabel)]
    assert hostile in shown
    assert not [line for line in shortcomings(screen) if "HTML" in line]


def test_everything_has_a_name_and_is_reached_by_keyboard(
    qtbot: QtBot, desk: Desk, screen: InquiriesScreen
) -> None:
    inquiry = desk.receive()
    desk.refer(inquiry)
    show(qtbot, screen, desk, inquiry)
    qtbot.waitUntil(lambda: QUESTION in [label.text() for label in screen.findChildren(QLabel)])
    assert shortcomings(screen) == []

    click(screen, "inquiries.enter")
    entry = dialog(qtbot, screen, "entry")
    assert shortcomings(entry) == []
    assert find(entry, Segments, "entry.tone").value() == "none"
    entry.reject()


def test_the_tabs_say_how_many_they_hold(qtbot: QtBot, desk: Desk, screen: InquiriesScreen) -> None:
    desk.refer(desk.receive("Satu", handle="a"))
    desk.receive("Dua", handle="b")

    tabs = find(screen, Tabs, "inquiries.tabs")
    counted = {Tab.OPEN: "Terbuka 2", Tab.REFERRED: "Diteruskan 1"}
    for tab, words in counted.items():
        qtbot.waitUntil(
            lambda tab=tab, words=words: (  # type: ignore[misc]
                find(tabs, QAbstractButton, f"inquiries.tabs.{tab}").accessibleName() == words
            )
        )
