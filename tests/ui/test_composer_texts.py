"""Penyusun: why a text is too long, threads, templates, hashtags, links, hoaxes, company."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.models.content import Category
from app.models.hoax import HoaxVerdict
from app.models.platform_limit import LimitName
from app.models.ready_text import TemplateKind
from app.office import Office
from app.services import approvals, contents
from app.services.contents import DRAFT_SUBJECT, TemplateFacts
from app.services.platform_limits import own_limits
from app.services.presence import Visit
from app.ui.bridge import OfficeBridge
from app.ui.calendar.composer.keeping import DraftKeeping
from app.ui.calendar.screen import CalendarScreen
from app.ui.widgets import Choice, Notice
from app.ui.widgets.preview import PostPreview
from tests.content_desk import account_id, complete_form, made, seen
from tests.offices import Colleagues
from tests.ui.finding import find, shortcomings

Opener = Callable[[int], CalendarScreen]
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
LONG = "Hujan mulai rapat. Sudah amankah ijazah, akta, dan foto keluarga Anda? " * 6


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


@pytest.fixture
def compose(qtbot: QtBot, bridge: OfficeBridge) -> Opener:
    """Opens one content in a calendar of its own."""

    def opened(content_id: int) -> CalendarScreen:
        screen = CalendarScreen(bridge)
        screen.resize(1194, 688)
        qtbot.addWidget(screen)
        screen.show()
        screen.show_target(content_id)
        reference = find(screen, QLabel, "composer.reference")
        qtbot.waitUntil(lambda: reference.text().startswith("KTN"))
        return screen

    return opened


def text(screen: CalendarScreen) -> QPlainTextEdit:
    return find(screen, QPlainTextEdit, "composer.text")


def show_tab(screen: CalendarScreen, office: Office, platform: str, post_kind: str) -> None:
    name = f"composer.tabs.{account_id(office, platform)}.{post_kind}"
    QTest.mouseClick(find(screen, QWidget, name), Qt.MouseButton.LeftButton)


def dialog(qtbot: QtBot, name: str) -> QDialog:
    """The open dialog of that name."""

    def found() -> list[QDialog]:
        tops = QApplication.topLevelWidgets()
        return [it for it in tops if isinstance(it, QDialog) and it.objectName() == name]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def insert(qtbot: QtBot, screen: CalendarScreen, entry: str) -> None:
    """Choose an entry of the menu that puts things into the text."""
    find(screen, QPushButton, "composer.insert").click()
    menus = screen.findChildren(QMenu, "composer.insert.menu")
    action = next(it for it in menus[-1].actions() if it.objectName() == f"composer.insert.{entry}")
    action.trigger()
    menus[-1].close()


def offered(screen: CalendarScreen) -> set[str]:
    find(screen, QPushButton, "composer.insert").click()
    menu = screen.findChildren(QMenu, "composer.insert.menu")[-1]
    names = {it.objectName().rpartition(".")[2] for it in menu.actions()}
    menu.close()
    return names


def choose(choice: Choice, row: int) -> None:
    choice.setCurrentIndex(row)
    choice.activated.emit(row)


def press(over: QWidget, name: str) -> None:
    find(over, QPushButton, name).click()


def words(over: QWidget) -> str:
    return " ".join(label.text() for label in over.findChildren(QLabel))


def test_why_a_text_is_too_long_is_explained_and_marked(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    screen = compose(made(sqlite_office))
    show_tab(screen, sqlite_office, "x", "x")
    text(screen).setPlainText("🚌 " + "a" * 276 + " akhir https://dishub.jabarprov.go.id/berita")

    press(screen, "composer.why_length")

    shown = dialog(qtbot, "composer.why_dialog")
    assert "1 tautan = 23, 1 emoji = 2" in words(shown)
    assert "Melewati batas: “akhir https://dishub.jabarprov.go.id/berita”" in words(shown)
    assert "Batas diperiksa 24 Nov 2026." in words(shown)
    marked = {mark.cursor.selectedText() for mark in text(screen).extraSelections()}
    assert "akhir https://dishub.jabarprov.go.id/berita" in marked
    assert shortcomings(shown) == []
    shown.reject()


def test_an_own_limit_is_set_and_counts_at_once(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    screen = compose(made(sqlite_office))
    show_tab(screen, sqlite_office, "x", "x")
    press(screen, "composer.why_length")
    press(dialog(qtbot, "composer.why_dialog"), "composer.why_dialog.limits")
    limits = dialog(qtbot, "composer.limits")

    find(limits, QLineEdit, "composer.limits.value").setText("4.000")
    find(limits, QLineEdit, "composer.limits.reason").setText("Akun berlangganan")
    press(limits, "composer.limits.yes")

    length = find(screen, QLabel, "composer.length")
    qtbot.waitUntil(lambda: length.text().endswith("dari 4.000"))
    (own,) = sqlite_office.read(own_limits).rows
    assert (own.name, own.value, own.reason) == (LimitName.TEXT, 4000, "Akun berlangganan")


def test_a_long_text_is_divided_into_a_thread_that_is_shown_post_by_post(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)
    show_tab(screen, sqlite_office, "x", "x")
    text(screen).setPlainText(LONG)

    insert(qtbot, screen, "divide")

    assert "\n---\n" in text(screen).toPlainText()
    assert find(screen, QLabel, "composer.problem").isHidden()
    previews = [it for it in screen.findChildren(PostPreview) if it.isVisible()]
    assert ["kiriman 1 dari 2" in it.accessibleName() for it in previews] == [True, False]
    text(screen).undo()
    assert text(screen).toPlainText() == LONG


def test_of_a_thread_the_post_in_which_one_writes_is_counted(
    sqlite_office: Office, compose: Opener
) -> None:
    screen = compose(made(sqlite_office))
    show_tab(screen, sqlite_office, "x", "x")
    text(screen).setPlainText("Satu 🚌\n---\nDua dua")
    length = find(screen, QLabel, "composer.length")

    first = length.text()
    cursor = text(screen).textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    text(screen).setTextCursor(cursor)

    assert first == "kiriman 1 dari 2: 7 dari 280"
    assert length.text() == "kiriman 2 dari 2: 7 dari 280"


def test_threads_are_offered_only_where_a_platform_knows_them(
    sqlite_office: Office, compose: Opener
) -> None:
    screen = compose(made(sqlite_office))

    show_tab(screen, sqlite_office, "facebook", "facebook_page")

    assert not {"divide", "divider"} & offered(screen)


def test_a_template_is_filled_in_and_says_what_is_left(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    facts = TemplateFacts("Duka", TemplateKind.CONDOLENCE, "{nama_kantor} berduka: {nama}")
    sqlite_office.act(contents.keep_template, facts)
    screen = compose(made(sqlite_office))

    insert(qtbot, screen, "template")
    shown = dialog(qtbot, "composer.template")
    said = words(shown)
    press(shown, "composer.template.yes")

    assert "Diisi tangan: {nama}" in said
    assert text(screen).toPlainText().endswith(" berduka: {nama}")
    assert "{nama_kantor}" not in text(screen).toPlainText()


def test_a_single_narrative_cannot_be_edited_until_it_is_taken_off(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    facts = TemplateFacts(
        "Mudik aman", TemplateKind.SINGLE_NARRATIVE, "Mudik aman dan nyaman.", "Kominfo, 2 Nov"
    )
    sqlite_office.act(contents.keep_template, facts)
    content_id = made(sqlite_office)
    screen = compose(content_id)

    insert(qtbot, screen, "template")
    press(dialog(qtbot, "composer.template"), "composer.template.yes")
    is_locked = text(screen).isReadOnly()
    press(screen, "composer.save")
    qtbot.waitUntil(lambda: seen(sqlite_office, content_id).narrative == "Mudik aman")
    insert(qtbot, screen, "free")

    assert is_locked
    assert seen(sqlite_office, content_id).form.category is Category.SINGLE_NARRATIVE
    assert seen(sqlite_office, content_id).form.source == "Kominfo, 2 Nov"
    assert not text(screen).isReadOnly()


def test_of_a_group_only_as_many_hashtags_are_taken_as_the_platform_allows(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    sqlite_office.act(contents.keep_group, "Siaga", "Satu Dua Tiga Empat Lima Enam")
    account = account_id(sqlite_office, "instagram")
    variant = contents.VariantForm(account, "instagram_feed")
    screen = compose(made(sqlite_office, text="Siaga #satu", variants=(variant,)))
    show_tab(screen, sqlite_office, "instagram", "instagram_feed")

    insert(qtbot, screen, "hashtags")
    shown = dialog(qtbot, "composer.hashtags")
    said = words(shown)
    press(shown, "composer.hashtags.yes")

    assert "1 tagar tidak muat: paling banyak 5 di sana." in said
    assert text(screen).toPlainText() == "Siaga #satu\n\n#Dua #Tiga #Empat #Lima"


def test_a_link_gets_its_marks_before_it_is_inserted(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    screen = compose(made(sqlite_office, text="", campaign="Siaga Hujan"))
    show_tab(screen, sqlite_office, "x", "x")

    insert(qtbot, screen, "link")
    shown = dialog(qtbot, "composer.utm")
    press(shown, "composer.utm.yes")
    complaint = words(shown)
    find(shown, QLineEdit, "composer.utm.address").setText("https://dishub.jabarprov.go.id/a")
    press(shown, "composer.utm.yes")

    assert "Ini bukan alamat situs." in complaint
    assert text(screen).toPlainText() == (
        "https://dishub.jabarprov.go.id/a"
        "?utm_source=x&utm_medium=media-sosial&utm_campaign=siaga-hujan"
    )


def test_an_admin_keeps_templates_and_hashtags_here(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    screen = compose(made(sqlite_office))
    insert(qtbot, screen, "keep")
    shown = dialog(qtbot, "composer.ready")
    choose(find(shown, Choice, "composer.ready.entry"), 1)
    find(shown, QLineEdit, "composer.ready.name").setText("Siaga")
    find(shown, QPlainTextEdit, "composer.ready.text").setPlainText("#siaga!")
    press(shown, "composer.ready.yes")
    qtbot.waitUntil(lambda: "tidak dapat menjadi tagar" in words(shown))

    find(shown, QPlainTextEdit, "composer.ready.text").setPlainText("#Siaga #Hujan")
    press(shown, "composer.ready.yes")

    qtbot.waitUntil(lambda: bool(sqlite_office.read(contents.ready_texts).groups))
    assert sqlite_office.read(contents.ready_texts).groups[0].tags == ("Siaga", "Hujan")


def test_who_is_no_admin_is_not_offered_to_keep_them(
    sqlite_office: Office, compose: Opener, colleagues: Colleagues
) -> None:
    content_id = made(sqlite_office)
    colleagues.sit_down(sqlite_office, "cecep")

    assert "keep" not in offered(compose(content_id))


def test_the_explanation_of_a_hoax_asks_for_what_it_rests_on(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)
    claim = find(screen, QPlainTextEdit, "composer.hoax.claim")
    was_hidden = not claim.isVisible()

    category = find(screen, Choice, "composer.category")
    category.set_value(Category.HOAX_EXPLANATION)
    category.activated.emit(category.currentIndex())
    claim.setPlainText("Stiker wajib")
    choose(find(screen, Choice, "composer.hoax.verdict"), 1)
    find(screen, QLineEdit, "composer.influencers").selectAll()
    QTest.keyClicks(find(screen, QLineEdit, "composer.influencers"), "Kang Asep, Teh Ocoh")
    press(screen, "composer.save")

    qtbot.waitUntil(lambda: seen(sqlite_office, content_id).form.hoax.claim == "Stiker wajib")
    form = seen(sqlite_office, content_id).form
    assert was_hidden
    assert form.hoax.verdict is HoaxVerdict.FALSE
    assert form.influencers == ("Kang Asep", "Teh Ocoh")


def test_a_remark_is_about_the_account_whose_text_is_shown(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)
    show_tab(screen, sqlite_office, "x", "x")
    remark = find(screen, QLineEdit, "composer.remark")

    QTest.keyClicks(remark, "Singkat saja")
    QTest.keyClick(remark, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(seen(sqlite_office, content_id).remarks))
    (said,) = seen(sqlite_office, content_id).remarks
    assert (said.about, said.text) == ("X (Twitter)", "Singkat saja")
    assert remark.placeholderText() == "Tentang X (Twitter)…"


def test_an_account_about_which_something_was_said_can_be_taken_out(
    sqlite_office: Office,
) -> None:
    content_id = made(sqlite_office)
    row = seen(sqlite_office, content_id).variants[1]
    sqlite_office.act(approvals.add_remark, "Singkat", content_id=content_id, variant_id=row.id)
    form = complete_form(sqlite_office)

    sqlite_office.act(
        contents.change_content,
        content_id,
        seen(sqlite_office, content_id).version,
        replace(form, variants=form.variants[:1]),
    )

    (said,) = seen(sqlite_office, content_id).remarks
    assert (said.about, said.text) == ("", "Singkat")


def test_who_else_has_it_open_is_named(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    visit = Visit("elsewhere", "Kang Dede", DRAFT_SUBJECT, content_id)
    sqlite_office.presence.come(visit)

    screen = compose(content_id)

    strip = find(screen, Notice, "composer.company")
    qtbot.waitUntil(strip.isVisible)
    assert words(strip).strip().startswith("Kang Dede juga sedang membuka konten ini.")
    assert sqlite_office.presence.come(visit) == ["Teh Rina"]


def test_a_save_right_after_an_autosave_leaves_no_draft(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)
    actor = sqlite_office.actor
    assert actor is not None
    assert actor.id is not None

    drafts = []
    for number in range(12):
        save_right_after_autosave(qtbot, screen, f"Naskah {number}")
        draft = sqlite_office.read(approvals.draft_of, actor.id, DRAFT_SUBJECT, content_id)
        drafts.append((seen(sqlite_office, content_id).form.text, draft))

    assert drafts == [(f"Naskah {number}", None) for number in range(12)]


def save_right_after_autosave(qtbot: QtBot, screen: CalendarScreen, words: str) -> None:
    """What the timer does after a pause, and at once the button; waits until it is saved."""
    keeping = screen.findChild(DraftKeeping)
    assert keeping is not None
    text(screen).setPlainText(words)
    keeping.keep()
    press(screen, "composer.save")
    qtbot.waitUntil(lambda: screen.note == "tersimpan 09.30")


def test_what_is_typed_while_it_is_saved_is_not_taken_for_saved(
    qtbot: QtBot, sqlite_office: Office, compose: Opener
) -> None:
    content_id = made(sqlite_office)
    screen = compose(content_id)
    text(screen).setPlainText("Pertama")
    press(screen, "composer.save")

    text(screen).setPlainText("Pertama dan kedua")
    qtbot.waitUntil(lambda: seen(sqlite_office, content_id).form.text == "Pertama")
    qtbot.waitUntil(find(screen, QPushButton, "composer.save").isEnabled)
    press(screen, "composer.save")

    qtbot.waitUntil(lambda: seen(sqlite_office, content_id).form.text == "Pertama dan kedua")
    assert find(screen, Notice, "composer.notice").isHidden()
