"""Marking comments: paste the sample, mark with keys, read the tally."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.language import use_language
from app.models.comment import Tone
from app.models.content import Content, ContentState
from app.models.search_text import search_text
from app.models.variant import Variant, VariantState
from app.office import Office
from app.resources import resource
from app.services import comments
from app.services.comments import PostComments
from app.services.importing.pasted import read_pasted
from app.services.links import canonical
from app.services.transaction import Transaction
from app.ui.bridge import OfficeBridge
from app.ui.inquiries.comment_list import CommentTable
from app.ui.inquiries.comment_model import ListRow
from app.ui.inquiries.comment_paste import CopiedField, PasteDialog
from app.ui.inquiries.comments_view import CommentsView
from app.ui.widgets import Notice, Segments, Table
from tests.fixed_clock import MORNING
from tests.offices import Colleagues
from tests.ui.finding import find, shortcomings

POST = "https://www.instagram.com/p/DC2BDWkzzLA/"
KEY = "https://instagram.com/p/DC2BDWkzzLA"


def published(tx: Transaction, title: str, link: str | None) -> None:
    """A post of the calendar, whose link may not be recorded."""
    content = Content(
        reference=tx.next_reference("KTN"),
        title=title,
        state=ContentState.RECORDED,
        created_at=tx.now,
        search_text=search_text(title),
    )
    tx.session.add(content)
    tx.session.flush()
    tx.session.add(
        Variant(
            content_id=content.id,
            account_id=1,
            post_kind="instagram_feed",
            state=VariantState.PUBLISHED,
            published_at=tx.now,
            is_history=True,
            proof_url=link,
            post_key=canonical(link) if link else None,
        )
    )


def sample() -> str:
    return resource("demo", "komentar", "instagram-tempel.txt").read_text(encoding="utf-8")


@pytest.fixture
def bridge(qtbot: QtBot, sqlite_office: Office) -> Iterator[OfficeBridge]:
    use_language("en")
    opened = OfficeBridge(sqlite_office)
    yield opened
    opened.close()


@pytest.fixture
def view(qtbot: QtBot, bridge: OfficeBridge) -> CommentsView:
    """The comment view as it opens: the list of posts."""
    shown = CommentsView(bridge)
    qtbot.addWidget(shown)
    shown.resize(1194, 689)
    shown.show()
    return shown


@pytest.fixture
def marking(qtbot: QtBot, sqlite_office: Office, view: CommentsView) -> CommentsView:
    """The comments of the sample's post, pasted before."""
    sqlite_office.act(comments.take_pasted, read_pasted(sample()), address=POST)
    view.show_post(KEY)
    qtbot.waitUntil(lambda: table(view).comments().rowCount() > 0)
    return view


def table(view: CommentsView) -> CommentTable:
    return find(view, CommentTable, "comments.table")


def text(view: QWidget, name: str) -> str:
    return find(view, QLabel, name).text()


def current(view: CommentsView) -> ListRow:
    row = table(view).current()
    assert row is not None
    return row


def stored(office: Office) -> PostComments:
    return office.read(comments.comments_of, KEY)


def test_paste_the_sample_mark_with_keys_and_read_the_tally(
    qtbot: QtBot, view: CommentsView, sqlite_office: Office
) -> None:
    QGuiApplication.clipboard().setText(sample())

    find(view, QPushButton, "comments.posts.first").click()
    dialog = find(view, PasteDialog, "comments.paste")
    QTest.keyClicks(find(dialog, QLineEdit, "comments.paste.post.search"), POST)
    store = find(dialog, QPushButton, "comments.paste.store")
    qtbot.waitUntil(lambda: "117" in store.text())
    assert stored(sqlite_office).comments == ()
    store.click()
    qtbot.waitUntil(lambda: table(view).comments().rowCount() > 0)
    first = current(view).fold.comments
    for key in "+0-":
        QTest.keyClicks(table(view), key)

    qtbot.waitUntil(lambda: _tones_shown(view) == 3)
    tally = stored(sqlite_office).tally
    assert (tally.neutral, tally.negative) == (
        int(text(view, "comments.tally.neutral")),
        int(text(view, "comments.tally.negative")),
    )
    assert text(view, "comments.tally.unmarked") == str(tally.unmarked)
    assert text(view, "comments.done") == f"{tally.marked} of {tally.all}"
    assert "Teh Rina" in text(view, "comments.tally.note")
    marked = {row.id: row.tone for row in stored(sqlite_office).comments}
    assert {marked[row.id] for row in first} == {Tone.POSITIVE}


def _tones_shown(view: CommentsView) -> int:
    """How many of the three tones have been given to anything yet."""
    return sum(
        int(text(view, f"comments.tally.{tone}")) > 0
        for tone in (Tone.POSITIVE, Tone.NEUTRAL, Tone.NEGATIVE)
    )


def test_what_was_understood_is_shown_before_anything_is_stored(
    qtbot: QtBot, view: CommentsView, sqlite_office: Office
) -> None:
    QGuiApplication.clipboard().setText("")
    find(view, QPushButton, "comments.posts.first").click()
    dialog = find(view, PasteDialog, "comments.paste")

    find(dialog, QPlainTextEdit, "comments.paste.text").setPlainText(sample())

    preview = find(dialog, Table, "comments.paste.table")
    qtbot.waitUntil(lambda: preview.model().rowCount() == 120)
    notice = find(dialog, Notice, "comments.paste.notice")
    assert "Instagram" in notice.text()
    assert "12 replies not copied" in notice.text()
    find(dialog, QPushButton, "comments.paste.cancel").click()
    assert stored(sqlite_office).comments == ()


def test_a_text_of_no_site_is_explained_and_can_not_be_stored(
    qtbot: QtBot, view: CommentsView
) -> None:
    QGuiApplication.clipboard().setText("")
    find(view, QPushButton, "comments.posts.first").click()
    dialog = find(view, PasteDialog, "comments.paste")

    find(dialog, QPlainTextEdit, "comments.paste.text").setPlainText("Rapat pukul 09.00")

    notice = find(dialog, Notice, "comments.paste.notice")
    qtbot.waitUntil(lambda: "No comments were recognised" in notice.text())
    assert not find(dialog, QPushButton, "comments.paste.store").isEnabled()
    dialog.reject()


def test_without_a_post_one_is_asked_for(qtbot: QtBot, view: CommentsView) -> None:
    QGuiApplication.clipboard().setText(sample())
    find(view, QPushButton, "comments.posts.first").click()
    dialog = find(view, PasteDialog, "comments.paste")
    store = find(dialog, QPushButton, "comments.paste.store")
    qtbot.waitUntil(store.isEnabled)

    store.click()

    search = find(dialog, QLineEdit, "comments.paste.post.search")
    assert "Choose the post" in search.accessibleDescription()
    assert dialog.isVisible()
    dialog.reject()


def test_a_post_is_searched_and_enter_chooses_it_without_storing(
    qtbot: QtBot, view: CommentsView, sqlite_office: Office
) -> None:
    sqlite_office.act(published, "Dongeng Sabtu Pagi", POST)
    QGuiApplication.clipboard().setText(sample())
    find(view, QPushButton, "comments.posts.first").click()
    dialog = find(view, PasteDialog, "comments.paste")
    search = find(dialog, QLineEdit, "comments.paste.post.search")

    QTest.keyClicks(search, "dongeng ig")
    QTest.keyClick(search, Qt.Key.Key_Return)

    store = find(dialog, QPushButton, "comments.paste.store")
    qtbot.waitUntil(lambda: "117" in store.text())
    assert search.text() == "IG · Dongeng Sabtu Pagi · 20 Nov 2026"
    assert stored(sqlite_office).comments == ()
    dialog.reject()


def test_a_post_without_a_link_says_why_nothing_can_be_kept_under_it(
    qtbot: QtBot, view: CommentsView, sqlite_office: Office
) -> None:
    sqlite_office.act(published, "Dongeng Sabtu Pagi", None)
    QGuiApplication.clipboard().setText("")
    find(view, QPushButton, "comments.posts.first").click()
    dialog = find(view, PasteDialog, "comments.paste")
    search = find(dialog, QLineEdit, "comments.paste.post.search")

    QTest.keyClicks(search, "dongeng")
    QTest.keyClick(search, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "link of this post" in search.accessibleDescription())
    dialog.reject()


def test_ages_count_from_the_day_of_copying(
    qtbot: QtBot, view: CommentsView, sqlite_office: Office
) -> None:
    QGuiApplication.clipboard().setText(sample())
    find(view, QPushButton, "comments.posts.first").click()
    dialog = find(view, PasteDialog, "comments.paste")
    QTest.keyClicks(find(dialog, QLineEdit, "comments.paste.post.search"), POST)

    find(dialog, QDateEdit, "comments.paste.copied.day").setDate(QDate(2026, 11, 10))

    store = find(dialog, QPushButton, "comments.paste.store")
    qtbot.waitUntil(lambda: "117" in store.text())
    store.click()
    qtbot.waitUntil(lambda: bool(stored(sqlite_office).comments))
    row = next(row for row in stored(sqlite_office).comments if row.written_age == "3 mgg")
    assert row.seen_at == MORNING - timedelta(days=10)
    assert row.written_about_at == MORNING - timedelta(days=31)


def test_comments_are_not_copied_tomorrow(
    qtbot: QtBot, view: CommentsView, sqlite_office: Office
) -> None:
    QGuiApplication.clipboard().setText(sample())
    find(view, QPushButton, "comments.posts.first").click()
    dialog = find(view, PasteDialog, "comments.paste")
    QTest.keyClicks(find(dialog, QLineEdit, "comments.paste.post.search"), POST)
    store = find(dialog, QPushButton, "comments.paste.store")
    qtbot.waitUntil(lambda: "117" in store.text())

    find(dialog, QDateEdit, "comments.paste.copied.day").setDate(QDate(2026, 11, 21))
    store.click()

    copied = find(dialog, CopiedField, "comments.paste.copied")
    qtbot.waitUntil(lambda: "has not come yet" in copied.accessibleDescription())
    dialog.reject()


def test_a_mark_leads_on_to_the_next_and_our_own_lines_are_passed_over(
    marking: CommentsView,
) -> None:
    assert not current(marking).fold.comments[0].is_own

    before = table(marking).currentIndex().row()
    table(marking).toned.emit(Tone.NEUTRAL)

    assert table(marking).currentIndex().row() > before
    assert not current(marking).fold.comments[0].is_own


def test_ctrl_z_takes_the_last_mark_back_and_returns_to_its_row(
    qtbot: QtBot, marking: CommentsView, sqlite_office: Office
) -> None:
    first = current(marking).fold.comments[0].id
    QTest.keyClicks(table(marking), "-")
    qtbot.waitUntil(lambda: text(marking, "comments.tally.negative") == "1")

    QTest.keyClick(table(marking), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: text(marking, "comments.tally.negative") == "0")
    qtbot.waitUntil(lambda: current(marking).fold.comments[0].id == first)
    assert stored(sqlite_office).tally.marked == 0


def test_ctrl_z_after_an_inquiry_was_made_leaves_older_marks_alone(
    qtbot: QtBot, marking: CommentsView, sqlite_office: Office
) -> None:
    go_to_singles(marking)
    QTest.keyClicks(table(marking), "-")
    go_to_singles(marking)
    QTest.keyClicks(table(marking), "j")
    qtbot.waitUntil(lambda: text(marking, "comments.tally.inquiries") == "1")

    QTest.keyClick(table(marking), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    notice = find(marking, Notice, "comments.notice")
    qtbot.waitUntil(lambda: "can't be undone" in notice.text())
    assert stored(sqlite_office).tally.negative == 1


def test_ctrl_z_pressed_before_the_inquiry_is_made_leaves_older_marks_alone_too(
    qtbot: QtBot, marking: CommentsView, sqlite_office: Office
) -> None:
    go_to_singles(marking)
    QTest.keyClicks(table(marking), "-")
    qtbot.waitUntil(lambda: text(marking, "comments.tally.negative") == "1")
    go_to_singles(marking)

    QTest.keyClicks(table(marking), "j")
    QTest.keyClick(table(marking), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    notice = find(marking, Notice, "comments.notice")
    qtbot.waitUntil(lambda: "can't be undone" in notice.text())
    assert stored(sqlite_office).tally.negative == 1


def test_keys_that_come_faster_than_the_office_are_all_done(
    qtbot: QtBot, marking: CommentsView, sqlite_office: Office
) -> None:
    go_to_singles(marking)
    QTest.keyClicks(table(marking), "+-+-+-0000")

    qtbot.waitUntil(lambda: text(marking, "comments.tally.neutral") >= "4")
    tally = stored(sqlite_office).tally
    assert min(tally.positive, tally.negative) >= 3


def go_to_singles(view: CommentsView) -> None:
    model = table(view).comments()
    table(view).go_to(next(n for n in range(model.rowCount()) if is_free(model.row_at(n))))


def is_free(row: ListRow) -> bool:
    return not row.is_fold and row.may_be_marked


def test_j_makes_an_inquiry_and_the_row_names_it(
    qtbot: QtBot, marking: CommentsView, sqlite_office: Office
) -> None:
    go_to_singles(marking)
    comment_id = current(marking).fold.comments[0].id

    QTest.keyClicks(table(marking), "j")

    qtbot.waitUntil(lambda: text(marking, "comments.tally.inquiries") == "1")
    row = next(row for row in stored(sqlite_office).comments if row.id == comment_id)
    assert row.inquiry_reference == "INQ-2026-000001"
    assert not find(marking, QPushButton, "comments.inquiry").isEnabled()


def test_a_fold_opens_with_the_right_key_and_closes_with_the_left(
    marking: CommentsView, qtbot: QtBot
) -> None:
    model = table(marking).comments()
    number = next(n for n in range(model.rowCount()) if model.row_at(n).is_fold)
    table(marking).go_to(number)
    rows = model.rowCount()
    inside = len(current(marking).fold.comments)

    QTest.keyClick(table(marking), Qt.Key.Key_Right)
    opened = model.rowCount()
    QTest.keyClick(table(marking), Qt.Key.Key_Down)
    QTest.keyClick(table(marking), Qt.Key.Key_Left)

    assert opened == rows + inside
    assert model.rowCount() == rows
    assert table(marking).currentIndex().row() == number


def test_a_fold_gets_one_mark_for_all_and_no_inquiry(
    qtbot: QtBot, marking: CommentsView, sqlite_office: Office
) -> None:
    model = table(marking).comments()
    number = next(n for n in range(model.rowCount()) if model.row_at(n).is_fold)
    table(marking).go_to(number)
    fold = current(marking).fold

    assert not find(marking, QPushButton, "comments.inquiry").isEnabled()
    find(marking, QPushButton, "comments.positive").click()

    qtbot.waitUntil(lambda: stored(sqlite_office).tally.positive == len(fold.comments))


def test_only_the_unmarked_are_listed_and_marked_ones_leave_the_list(
    qtbot: QtBot, marking: CommentsView
) -> None:
    which = find(marking, Segments, "comments.which")
    find(which, QWidget, "comments.which.unmarked").click()  # type: ignore[attr-defined]
    rows = table(marking).comments().rowCount()
    go_to_singles(marking)

    QTest.keyClicks(table(marking), "0")

    qtbot.waitUntil(lambda: table(marking).comments().rowCount() == rows - 1)
    assert table(marking).current() is not None


def test_who_may_not_mark_is_told_so(
    qtbot: QtBot, marking: CommentsView, sqlite_office: Office, colleagues: Colleagues
) -> None:
    colleagues.sit_down(sqlite_office, "tatang")

    QTest.keyClicks(table(marking), "+")

    notice = find(marking, Notice, "comments.notice")
    qtbot.waitUntil(lambda: "Your role does not allow this" in notice.text())


def test_a_colleagues_marks_appear_by_themselves(
    qtbot: QtBot, marking: CommentsView, sqlite_office: Office
) -> None:
    ids = [row.id for row in stored(sqlite_office).comments if not row.is_own][:4]

    sqlite_office.act(comments.mark_comments, ids, Tone.NEUTRAL)

    qtbot.waitUntil(lambda: text(marking, "comments.tally.neutral") == "4")


def test_the_posts_are_listed_and_lead_to_their_comments(
    qtbot: QtBot, sqlite_office: Office, view: CommentsView
) -> None:
    sqlite_office.act(comments.take_pasted, read_pasted(sample()), address=POST)
    posts = find(view, Table, "comments.posts")
    qtbot.waitUntil(lambda: posts.model().rowCount() == 1)

    posts.setCurrentIndex(posts.model().index(0, 0))
    QTest.keyClick(posts, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: table(view).comments().rowCount() > 0)
    view.go_back()
    assert view.title == "Comments"
    with qtbot.waitSignal(view.closed):
        view.go_back()


def test_in_a_narrow_window_the_post_and_the_tally_take_turns(
    qtbot: QtBot, marking: CommentsView
) -> None:
    swap = find(marking, QPushButton, "comments.swap")
    unmarked = find(marking, QLabel, "comments.tally.unmarked")
    assert not swap.isVisible()
    assert unmarked.isVisible()

    marking.resize(880, 560)
    was_hidden = not unmarked.isVisible()
    swap.click()

    assert was_hidden
    assert unmarked.isVisible()
    assert table(marking).width() > 500


def test_an_age_is_shown_with_the_day_from_which_it_counts(
    qtbot: QtBot, sqlite_office: Office, view: CommentsView
) -> None:
    copied = MORNING - timedelta(days=10)
    column = read_pasted("siti\n3 mgg\nhadir\nBalas\n")
    sqlite_office.act(comments.take_pasted, column, address=POST, copied_at=copied)

    view.show_post(KEY)

    qtbot.waitUntil(lambda: table(view).comments().rowCount() == 1)
    spoken = str(table(view).comments().index(0, 0).data())
    assert spoken.startswith("@siti · 3 mgg before 10 Nov: hadir")


def test_nothing_pasted_is_read_as_html(
    qtbot: QtBot, sqlite_office: Office, view: CommentsView
) -> None:
    hostile = "siti\n3 mgg\n<b>tebal</b> & <img src=x>\nBalas\n"
    sqlite_office.act(comments.take_pasted, read_pasted(hostile), address=POST)
    view.show_post(KEY)
    qtbot.waitUntil(lambda: table(view).comments().rowCount() == 1)

    spoken = str(table(view).comments().index(0, 0).data())

    assert "<b>tebal</b> & <img src=x>" in spoken
    assert shortcomings(view) == []


def test_the_dialog_and_the_marking_view_serve_everybody(
    qtbot: QtBot, marking: CommentsView
) -> None:
    QGuiApplication.clipboard().setText(sample())
    find(marking, QPushButton, "comments.paste_button").click()
    dialog = find(marking, PasteDialog, "comments.paste")
    qtbot.waitUntil(lambda: find(dialog, QPushButton, "comments.paste.store").isEnabled())

    assert shortcomings(dialog) == []
    dialog.reject()
    assert shortcomings(marking) == []
