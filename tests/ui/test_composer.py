"""Penyusun: from an idea to the proof that it went out, as people type and press it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.models.content import Category, ContentState
from app.models.variant import VariantState
from app.office import Office
from app.services import approvals, contents
from app.services.contents import MediaForm, Unsaved, VariantForm
from app.ui.bridge import OfficeBridge
from app.ui.calendar.screen import CalendarScreen
from app.ui.theme import colours
from app.ui.widgets import Choice, Notice
from tests.content_desk import (
    SLOT,
    account_id,
    approved,
    complete_form,
    made,
    on_instagram,
    picture,
    seen,
    selected,
    version,
)
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues
from tests.ui.finding import find, shortcomings

Opener = Callable[[int | None], CalendarScreen]


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


@pytest.fixture
def compose(qtbot: QtBot, bridge: OfficeBridge) -> Opener:
    """Opens one content, or a new one, in a calendar of its own."""

    def opened(content_id: int | None) -> CalendarScreen:
        screen = CalendarScreen(bridge)
        screen.resize(1194, 688)
        qtbot.addWidget(screen)
        screen.show()
        if content_id is None:
            find(screen, QPushButton, "calendar.new").click()
            qtbot.waitUntil(lambda: not find(screen, QLineEdit, "composer.title").isReadOnly())
            qtbot.waitUntil(lambda: "belum" in find(screen, QLabel, "composer.reference").text())
        else:
            screen.show_target(content_id)
            reference = find(screen, QLabel, "composer.reference")
            qtbot.waitUntil(lambda: reference.text().startswith("KTN"))
        return screen

    return opened


def button(screen: CalendarScreen, name: str) -> QPushButton:
    return find(screen, QPushButton, f"composer.{name}")


def text(screen: CalendarScreen) -> QPlainTextEdit:
    return find(screen, QPlainTextEdit, "composer.text")


def show_tab(screen: CalendarScreen, office: Office, platform: str, post_kind: str) -> None:
    name = f"composer.tabs.{account_id(office, platform)}.{post_kind}"
    tab = find(screen, QWidget, name)
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton)


def type_line(screen: CalendarScreen, name: str, words: str) -> None:
    edit = find(screen, QLineEdit, f"composer.{name}")
    edit.selectAll()
    QTest.keyClicks(edit, words)


def test_an_idea_is_written_dated_and_submitted(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    screen = compose(None)

    type_line(screen, "title", "Siaga arsip")
    type_line(screen, "source", "BMKG, 20 November 2026")
    category = find(screen, Choice, "composer.category")
    category.set_value(Category.DISASTER)
    category.activated.emit(category.currentIndex())
    text(screen).setPlainText("Hujan mulai rapat.")
    assert button(screen, "submit").isEnabled()
    QTest.keyClick(text(screen), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: find(screen, QLabel, "composer.reference").text().startswith("KTN"))
    view = seen(sqlite_office, 1)
    assert (view.state, view.form.category) == (ContentState.SUBMITTED, Category.DISASTER)
    assert view.form.text == "Hujan mulai rapat."
    qtbot.waitUntil(lambda: button(screen, "recall").isVisible())
    assert text(screen).isReadOnly()


def test_what_is_lacking_is_said_beside_the_disabled_button(
    sqlite_office: Office, compose: Opener
) -> None:
    screen = compose(None)

    type_line(screen, "title", "Siaga arsip")

    assert not button(screen, "submit").isEnabled()
    assert find(screen, QLabel, "composer.why").text() == "Pilih kategori (Pasal 7)."


def test_the_counter_counts_as_x_does_and_says_why_it_is_too_long(
    qtbot: QtBot, sqlite_office: Office, compose: Opener, colleagues: Colleagues
) -> None:
    content_id = made(sqlite_office, variants=complete_form(sqlite_office).variants[1:])
    selected(sqlite_office, colleagues, content_id)
    screen = compose(content_id)
    show_tab(screen, sqlite_office, "x", "x")

    text(screen).setPlainText("a" * 257 + " https://jabarprov.go.id/arsip")

    assert find(screen, QLabel, "composer.length").text() == "281 dari 280"
    assert find(screen, QLabel, "composer.problem").text() == (
        "Naskah lebih 1 karakter. Pendekkan, atau bagi menjadi utas. "
        "Cara hitung di sini: 1 tautan = 23."
    )
    assert not button(screen, "finish").isEnabled()

    text(screen).setPlainText("a" * 256 + " https://jabarprov.go.id/arsip")
    qtbot.waitUntil(button(screen, "finish").isEnabled)
    button(screen, "finish").click()

    qtbot.waitUntil(lambda: seen(sqlite_office, content_id).state is ContentState.READY)
    assert seen(sqlite_office, content_id).form.variants[0].text is not None


def test_a_variant_differs_from_the_base_text_until_it_follows_it_again(
    sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)
    base = text(screen).toPlainText()
    show_tab(screen, sqlite_office, "x", "x")

    text(screen).setPlainText("Hanya untuk X")
    shown = button(screen, "same").isVisible()
    button(screen, "same").click()

    assert shown
    assert text(screen).toPlainText() == base


def test_an_account_is_added_with_its_kind_of_post(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)

    button(screen, "add_target").click()
    dialog = find(screen, QWidget, "composer.target")
    choice = find(dialog, QComboBox, "composer.target.choice")
    choice.setCurrentIndex(choice.findText("Instagram (reel)", Qt.MatchFlag.MatchStartsWith))
    find(dialog, QPushButton, "composer.target.yes").click()
    button(screen, "save").click()

    qtbot.waitUntil(lambda: len(seen(sqlite_office, content_id).variants) == 3)
    added = seen(sqlite_office, content_id).form.variants[2]
    assert (added.post_kind, added.planned_at) == ("instagram_reel", SLOT)


def test_day_and_time_hold_for_all_accounts_or_for_one(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    before = version(sqlite_office, content_id)
    screen = compose(content_id)
    show_tab(screen, sqlite_office, "x", "x")

    find(screen, QCheckBox, "composer.shared").setChecked(False)
    clock = find(screen, QTimeEdit, "composer.time")
    clock.setTime(clock.time().addSecs(3600))
    button(screen, "save").click()

    qtbot.waitUntil(lambda: version(sqlite_office, content_id) > before)
    facebook, tweet = seen(sqlite_office, content_id).variants
    assert facebook.planned_at == SLOT
    assert tweet.planned_at is not None
    assert (tweet.planned_at - SLOT).total_seconds() == 3600


def test_a_content_without_a_date_has_none(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)

    find(screen, QCheckBox, "composer.dated").setChecked(False)
    button(screen, "save").click()

    qtbot.waitUntil(lambda: seen(sqlite_office, content_id).form.planned_at is None)
    assert [row.planned_at for row in seen(sqlite_office, content_id).variants] == [None, None]
    assert not find(screen, QDateEdit, "composer.day").isEnabled()


def test_alt_text_is_asked_for_and_written_for_all_accounts(
    qtbot: QtBot, sqlite_office: Office, compose: Opener, colleagues: Colleagues
) -> None:
    medium = MediaForm(picture(sqlite_office))
    facebook = VariantForm(
        account_id(sqlite_office, "facebook"), "facebook_page", None, SLOT, (medium,)
    )
    content_id = made(sqlite_office, variants=(facebook, on_instagram(sqlite_office, medium)))
    selected(sqlite_office, colleagues, content_id)
    screen = compose(content_id)
    why = find(screen, QLabel, "composer.why")
    assert why.text() == "Gambar 1 belum punya teks alternatif. Tulis apa yang terlihat."

    find(screen, QPushButton, "composer.check.0").click()
    QTest.keyClicks(find(screen, QLineEdit, "composer.alt_text"), "Rak arsip")
    button(screen, "finish").click()

    qtbot.waitUntil(lambda: seen(sqlite_office, content_id).state is ContentState.READY)
    variants = seen(sqlite_office, content_id).form.variants
    assert [it.media[0].alt_text for it in variants] == ["Rak arsip", "Rak arsip"]


def test_what_is_typed_survives_without_being_saved(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)
    actor = sqlite_office.actor
    assert actor is not None
    assert actor.id is not None
    person = actor.id

    text(screen).setPlainText("Belum disimpan")
    qtbot.waitUntil(
        lambda: (
            sqlite_office.read(approvals.draft_of, person, contents.DRAFT_SUBJECT, content_id)
            is not None
        )
    )
    again = compose(content_id)

    assert text(again).toPlainText() == "Belum disimpan"
    assert "dipulihkan" in find(again, Notice, "composer.restored").text()
    assert seen(sqlite_office, content_id).form.text != "Belum disimpan"

    button(again, "discard").click()
    qtbot.waitUntil(
        lambda: (
            sqlite_office.read(approvals.draft_of, person, contents.DRAFT_SUBJECT, content_id)
            is None
        )
    )
    assert text(again).toPlainText() == complete_form(sqlite_office).text


def test_the_slower_of_two_people_sees_both_versions_and_decides(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)
    text(screen).setPlainText("Naskah saya")
    theirs = complete_form(sqlite_office, text="Naskah rekan")
    sqlite_office.act(
        contents.change_content, content_id, version(sqlite_office, content_id), theirs
    )

    button(screen, "save").click()
    qtbot.waitUntil(lambda: screen.window().findChild(QWidget, "composer.meanwhile") is not None)
    dialog = find(screen, QWidget, "composer.meanwhile")
    kept = seen(sqlite_office, content_id).form.text
    find(dialog, QPushButton, "composer.meanwhile.mine").click()

    qtbot.waitUntil(lambda: seen(sqlite_office, content_id).form.text == "Naskah saya")
    assert kept == "Naskah rekan"


def test_a_colleagues_save_is_told_before_one_types_on(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)
    text(screen).setPlainText("Naskah saya")

    theirs = complete_form(sqlite_office, title="Judul rekan")
    sqlite_office.act(
        contents.change_content, content_id, version(sqlite_office, content_id), theirs
    )

    notice = find(screen, Notice, "composer.notice")
    qtbot.waitUntil(lambda: "KTN-2026-000001" in notice.text())
    assert text(screen).toPlainText() == "Naskah saya"


def test_the_link_proves_the_publication_and_a_doubtful_one_is_questioned(
    qtbot: QtBot,
    sqlite_office: Office,
    compose: Opener,
    colleagues: Colleagues,
    clock: FixedClock,
) -> None:
    content_id = made(sqlite_office)
    approved(sqlite_office, colleagues, content_id)
    clock.advance(days=8)
    tweet = seen(sqlite_office, content_id).variants[1]
    screen = compose(content_id)

    button(screen, f"record.{tweet.id}").click()
    dialog = find(screen, QWidget, "composer.link")
    address = find(dialog, QLineEdit, "composer.link.address")
    address.setText("https://x.com/tetangga/status/12")
    find(dialog, QPushButton, "composer.link.yes").click()
    sure = find(dialog, QCheckBox, "composer.link.sure")
    qtbot.waitUntil(sure.isVisible)
    address.setText("https://x.com/dislitbudjabar/status/12")
    find(dialog, QPushButton, "composer.link.yes").click()

    def row_state() -> VariantState:
        return seen(sqlite_office, content_id).variants[1].state

    qtbot.waitUntil(lambda: row_state() is VariantState.PUBLISHED)
    assert seen(sqlite_office, content_id).variants[1].published_at == SLOT
    qtbot.waitUntil(
        lambda: screen.findChild(QPushButton, f"composer.withdraw.{tweet.id}") is not None
    )


def test_cancelling_asks_for_a_reason(qtbot: QtBot, sqlite_office: Office, compose: Opener) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)

    button(screen, "cancel").click()
    dialog = find(screen, QWidget, "composer.cancel_reason")
    yes = find(dialog, QPushButton, "composer.cancel_reason.yes")
    yes.click()
    unmoved = seen(sqlite_office, content_id).state
    find(dialog, QPlainTextEdit, "composer.cancel_reason.reason").setPlainText("Acara batal")
    yes.click()

    assert unmoved is ContentState.COLLECTED
    qtbot.waitUntil(lambda: seen(sqlite_office, content_id).state is ContentState.CANCELLED)
    standing = find(screen, Notice, "composer.standing")
    qtbot.waitUntil(lambda: standing.text() == "Dibatalkan: Acara batal")


def test_editing_again_what_is_approved_asks_why(
    qtbot: QtBot, sqlite_office: Office, compose: Opener, colleagues: Colleagues
) -> None:
    content_id = made(sqlite_office)
    approved(sqlite_office, colleagues, content_id)
    screen = compose(content_id)

    button(screen, "reopen").click()
    dialog = find(screen, QWidget, "composer.reopen_reason")
    find(dialog, QPlainTextEdit, "composer.reopen_reason.reason").setPlainText("Tanggal berubah")
    find(dialog, QPushButton, "composer.reopen_reason.yes").click()

    qtbot.waitUntil(lambda: not text(screen).isReadOnly())
    assert seen(sqlite_office, content_id).state is ContentState.EDITING


def test_an_official_reads_the_composer_and_is_told_so(
    sqlite_office: Office, compose: Opener, colleagues: Colleagues
) -> None:
    content_id = made(sqlite_office)
    colleagues.sit_down(sqlite_office, "tatang")

    screen = compose(content_id)

    standing = find(screen, Notice, "composer.standing")
    assert standing.isVisible()
    assert standing.text() == "Peran Anda hanya dapat membaca konten di sini."
    assert text(screen).isReadOnly()
    assert not button(screen, "save").isVisible()
    assert not button(screen, "submit").isVisible()


def test_back_keeps_what_is_typed_and_returns_to_the_month(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    screen = compose(None)
    type_line(screen, "title", "Ide di jalan")

    screen.go_back()

    assert not screen.has_back
    again = compose(None)
    qtbot.waitUntil(lambda: find(again, QLineEdit, "composer.title").text() == "Ide di jalan")


def test_nothing_of_the_composer_is_out_of_reach_or_read_as_markup(
    sqlite_office: Office, compose: Opener, colleagues: Colleagues
) -> None:
    medium = MediaForm(picture(sqlite_office, title="<img src=x>"), "<b>rak</b>")
    content_id = made(
        sqlite_office,
        title="<b>Siaga</b> & arsip",
        source="<a href='x'>BMKG</a>",
        variants=(on_instagram(sqlite_office, medium),),
    )
    selected(sqlite_office, colleagues, content_id)
    sqlite_office.act(approvals.add_remark, "<i>cek</i>", content_id=content_id)

    screen = compose(content_id)

    assert shortcomings(screen) == []
    assert screen.title == "<b>Siaga</b> & arsip"


def test_what_waits_for_a_decision_says_so_and_takes_no_typing(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    sqlite_office.act(contents.submit, content_id, version(sqlite_office, content_id))
    screen = compose(content_id)

    for name in ("title", "source", "policy", "audience", "campaign"):
        QTest.keyClicks(find(screen, QLineEdit, f"composer.{name}"), "hilang")
    QTest.keyClicks(text(screen), "hilang")

    standing = find(screen, Notice, "composer.standing")
    assert "tarik kembali" in standing.text()
    assert screen.findChild(QPushButton, "composer.check.0") is None
    assert "hilang" not in find(screen, QLineEdit, "composer.title").text()
    assert text(screen).toPlainText() == complete_form(sqlite_office).text
    assert not find(screen, QDateEdit, "composer.day").isEnabled()
    assert find(screen, QPlainTextEdit, "composer.brief").placeholderText() == ""
    button(screen, "recall").click()
    qtbot.waitUntil(lambda: not text(screen).isReadOnly())
    assert not standing.isVisible()


def test_an_official_is_led_to_where_it_is_decided(
    sqlite_office: Office, compose: Opener, colleagues: Colleagues
) -> None:
    content_id = made(sqlite_office)
    sqlite_office.act(contents.submit, content_id, version(sqlite_office, content_id))
    colleagues.sit_down(sqlite_office, "tatang")
    screen = compose(content_id)
    led: list[tuple[str, object]] = []
    screen.leads.connect(lambda place, target: led.append((place, target)))

    button(screen, "decide").click()

    assert led == [("approvals", "KTN-2026-000001")]


def test_text_that_can_only_be_read_stands_on_another_ground(
    sqlite_office: Office, compose: Opener, colleagues: Colleagues
) -> None:
    content_id = made(sqlite_office)
    editable = compose(content_id)
    colleagues.sit_down(sqlite_office, "tatang")

    settled = compose(content_id)

    def ground(screen: CalendarScreen) -> QColor:
        area = text(screen).viewport()
        return area.grab().toImage().pixelColor(area.width() - 5, area.height() - 5)

    look = colours(settled.palette())
    assert (ground(editable), ground(settled)) == (look.surface, look.sunken)


def test_the_offices_own_category_keeps_its_name(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)
    category = find(screen, Choice, "composer.category")

    category.set_value(Category.OTHER)
    category.activated.emit(category.currentIndex())
    type_line(screen, "own_category", "Literasi")
    button(screen, "save").click()

    qtbot.waitUntil(lambda: seen(sqlite_office, content_id).form.category is Category.OTHER)
    assert seen(sqlite_office, content_id).form.own_category == "Literasi"


def test_in_a_narrow_window_the_acts_stay_in_view(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)
    checks = find(screen, QLabel, "composer.checks")

    screen.resize(900, 560)

    qtbot.waitUntil(button(screen, "submit").isVisible)
    assert button(screen, "save").isVisible()
    assert not checks.isVisible()
    screen.resize(1194, 688)
    qtbot.waitUntil(button(screen, "submit").isVisible)
    assert checks.isVisible()


def test_of_many_accounts_the_one_being_edited_is_in_view(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    kinds = ("instagram_feed", "instagram_reel", "instagram_story")
    account = account_id(sqlite_office, "instagram")
    more = tuple(VariantForm(account, kind, None, SLOT) for kind in kinds)
    form = complete_form(sqlite_office)
    screen = compose(made(sqlite_office, variants=(*form.variants, *more)))

    QTest.keyClick(text(screen), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    for _number in range(4):
        QTest.keyClick(text(screen), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)

    tab = find(screen, QWidget, f"composer.tabs.{account}.instagram_story")
    qtbot.waitUntil(lambda: tab.visibleRegion().boundingRect() == tab.rect())


def test_why_it_was_returned_stands_over_the_form(
    sqlite_office: Office, compose: Opener, colleagues: Colleagues
) -> None:
    content_id = made(sqlite_office)
    sqlite_office.act(contents.submit, content_id, version(sqlite_office, content_id))
    colleagues.sit_down(sqlite_office, "tatang")
    revision = seen(sqlite_office, content_id).revision_id
    assert revision is not None
    sqlite_office.act(approvals.return_to_author, revision, "Sebut tanggalnya")
    colleagues.sit_down(sqlite_office, "rina")

    screen = compose(content_id)

    assert find(screen, Notice, "composer.standing").text() == "Dikembalikan: Sebut tanggalnya"
    assert not text(screen).isReadOnly()


def test_a_second_click_where_it_was_submitted_does_not_take_it_back(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)
    submit = button(screen, "submit")
    spot = submit.mapTo(screen, submit.rect().center())

    submit.click()
    qtbot.waitUntil(lambda: button(screen, "recall").isVisible())
    screen.grab()  # lays it out anew
    below = screen.childAt(spot)

    assert not isinstance(below, QPushButton)
    assert seen(sqlite_office, content_id).state is ContentState.SUBMITTED


def test_what_is_fulfilled_is_ticked_and_what_comes_later_hinders_nothing(
    sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office, variants=(), category=None, source_is_verified=False)
    screen = compose(content_id)
    before = checks(screen)

    category = find(screen, Choice, "composer.category")
    category.set_value(Category.DISASTER)
    category.activated.emit(category.currentIndex())

    assert before == [
        "Judul terisi",
        "Pilih kategori (Pasal 7).",
        "Sumber terisi (Pasal 9 huruf f)",
        "Wajib nanti, sebelum minta persetujuan",
        "Pilih sedikitnya satu akun.",
        "Disarankan, tidak menghalangi",
        "Sumber belum diverifikasi.",
    ]
    assert checks(screen) == [before[0], "Kategori terpilih (Pasal 7)", *before[2:]]
    assert find(screen, QLabel, "composer.checks").text() == "3 dari 3"
    assert button(screen, "submit").isEnabled()


def checks(screen: CalendarScreen) -> list[str]:
    """The lines of the checklist, from top to bottom."""
    QApplication.processEvents()  # what was just laid out is shown only now
    heading = find(screen, QLabel, "composer.checks")
    around = heading.parentWidget()
    assert around is not None
    labels = [it for it in around.findChildren(QLabel) if it.isVisible() and it.text()]
    labels.sort(key=lambda label: label.mapTo(around, label.rect().topLeft()).y())
    top = heading.mapTo(around, heading.rect().bottomLeft()).y()
    return [it.text() for it in labels if it.mapTo(around, it.rect().topLeft()).y() > top]


def test_rights_that_nobody_filled_in_are_not_called_good(
    sqlite_office: Office, compose: Opener
) -> None:
    medium = MediaForm(picture(sqlite_office), "Rak")
    content_id = made(sqlite_office, variants=(on_instagram(sqlite_office, medium),))

    screen = compose(content_id)

    assert "Hak gambar 1 belum diisi. Isi di Aset." in checks(screen)
    assert "Hak gambar berlaku pada hari tayang" not in checks(screen)


def test_the_base_text_says_of_media_only_what_holds_for_all_accounts(
    sqlite_office: Office, compose: Opener
) -> None:
    medium = MediaForm(picture(sqlite_office), "Rak")
    facebook = complete_form(sqlite_office).variants[0]
    bare = made(sqlite_office)
    mixed = made(sqlite_office, variants=(facebook, on_instagram(sqlite_office, medium)))
    shared = made(sqlite_office, variants=(on_instagram(sqlite_office, medium),))

    screens = [compose(content_id) for content_id in (bare, mixed, shared)]
    said = [find(screen, QLabel, "composer.media").text() for screen in screens]

    assert said == [
        "Belum ada media",
        "Media berbeda: pilih akun untuk melihat medianya",
        "Media: 1, sama untuk semua akun",
    ]


def test_one_note_says_how_safe_the_typing_is(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    screen = compose(None)
    untouched = screen.note

    type_line(screen, "title", "Ide di jalan")
    typing = screen.note
    qtbot.waitUntil(lambda: screen.note == "tersimpan sebagai konsep Anda, 09.30")
    button(screen, "save").click()

    reference = find(screen, QLabel, "composer.reference")
    qtbot.waitUntil(lambda: reference.text().startswith("KTN"))
    assert (untouched, typing) == ("", "belum disimpan")
    assert screen.note == "tersimpan 09.30"


def test_typing_that_was_taken_back_leaves_no_draft(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    screen = compose(None)
    title = find(screen, QLineEdit, "composer.title")
    QTest.keyClicks(title, "Ide")
    qtbot.waitUntil(lambda: bool(drafts(sqlite_office)))

    title.clear()
    title.textEdited.emit("")
    screen.go_back()

    qtbot.waitUntil(lambda: not drafts(sqlite_office))


def drafts(office: Office) -> list[Unsaved]:
    actor = office.actor
    assert actor is not None
    assert actor.id is not None
    return office.read(contents.unsaved, actor.id)


def test_the_category_of_an_approved_content_is_chosen_and_saves_itself(
    qtbot: QtBot, sqlite_office: Office, colleagues: Colleagues, compose: Opener
) -> None:
    content_id = made(
        sqlite_office,
        variants=(on_instagram(sqlite_office, MediaForm(picture(sqlite_office), "Rak")),),
    )
    approved(sqlite_office, colleagues, content_id)
    colleagues.sit_down(sqlite_office, "wulan")
    screen = compose(content_id)
    category = find(screen, Choice, "composer.category")
    qtbot.waitUntil(lambda: category.isEnabled())

    category.set_value(Category.POLICY)
    category.activated.emit(category.currentIndex())

    qtbot.waitUntil(lambda: seen(sqlite_office, content_id).form.category is Category.POLICY)
    assert seen(sqlite_office, content_id).state is ContentState.APPROVED
