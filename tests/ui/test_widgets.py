"""The parts of screens: what they say, how they are operated; they read nothing as HTML."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QHelpEvent, QImage, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.language import use_language
from app.resources import resource
from app.ui.qt_words import QtWords
from app.ui.theme import tokens
from app.ui.widgets import (
    Avatar,
    Button,
    Cell,
    ChipLook,
    Choice,
    Column,
    DiffText,
    DropArea,
    ElidedLabel,
    EmptyState,
    Field,
    KeyRole,
    Label,
    Notice,
    Part,
    Piece,
    ProgressFoot,
    ReadingLabel,
    RowRole,
    RowsModel,
    Scroll,
    SearchBox,
    Segments,
    StateChip,
    Table,
    Tabs,
    Telling,
    TextArea,
    Toast,
    ask,
    chip_size,
    clock_look,
    initials,
    line_edit,
    named,
    platform_letters,
    show_errors,
    state_chip,
    tip_text,
    word_changes,
)
from app.ui.widgets.state_words import state_word
from tests.ui.finding import find, shortcomings, spoken_name

NOW = datetime(2026, 11, 24, 2, 42, tzinfo=UTC)
DAY = timedelta(hours=24)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An empty window to put things in."""
    window = QWidget()
    window.setObjectName("window")
    window.resize(800, 600)
    qtbot.addWidget(window)
    QVBoxLayout(window)
    window.show()
    return window


def put(window: QWidget, *parts: QWidget) -> None:
    column = window.layout()
    assert column is not None
    for part in parts:
        column.addWidget(part)
        part.show()


def settle(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition)


def test_a_choice_gives_back_the_very_value_that_it_was_given(qtbot: QtBot) -> None:
    """Qt's own data makes a plain str of an enum's member."""
    choice = Choice("test.choice", [("Tayang", Fruit.APPLE), ("Tidak", None)])
    qtbot.addWidget(choice)
    chosen: list[object] = []
    choice.chosen.connect(chosen.append)

    choice.set_value(Fruit.APPLE)
    choice.activated.emit(0)

    assert choice.value() is Fruit.APPLE
    assert chosen == [Fruit.APPLE]
    assert isinstance(chosen[0], Fruit)


class Fruit(StrEnum):
    """Any enum whose members are texts."""

    APPLE = "apple"


def test_every_state_of_the_look_has_a_word(qtbot: QtBot) -> None:
    use_language("en")
    for group, states in tokens().states.items():
        for state in states:
            assert state_chip(group, state).text


def test_a_chip_says_its_state_to_screen_readers(qtbot: QtBot) -> None:
    use_language("en")
    chip = StateChip("inquiry", "referred")
    qtbot.addWidget(chip)

    chip.set_state("inquiry", "answered")

    assert spoken_name(chip) == "Answered"
    assert chip.look().form == "solid"
    assert chip.sizeHint() == chip_size(ChipLook("Answered", "message-circle-check"))


@pytest.mark.parametrize(
    ("hours", "mood"),
    [(18, "calm"), (6.01, "calm"), (6, "notice"), (2.01, "notice"), (2, "urgent"), (0, "urgent")],
)
def test_a_clock_grows_more_urgent(hours: float, mood: str) -> None:
    due = NOW + timedelta(hours=hours)

    look = clock_look(due - DAY, due, NOW)

    assert look.mood == mood
    assert look.left == pytest.approx(hours / 24)


def test_a_breached_clock_counts_up_and_a_stopped_one_says_what_it_took() -> None:
    use_language("en")
    due = NOW - timedelta(hours=2, minutes=31)

    late = clock_look(due - DAY, due, NOW)
    narrow = clock_look(due - DAY, due, NOW, narrow=True)
    stopped = clock_look(due - DAY, due, NOW, due - timedelta(hours=14, minutes=48))

    assert (late.mood, late.text) == ("breached", "Overdue by 2 h 31 min")
    assert narrow.text == "2 h 31 min"
    assert (stopped.mood, stopped.text) == ("stopped", "Answered in 9 h 12 min")


def test_initials_leave_titles_and_degrees_out() -> None:
    assert initials("Drs. Tatang Suherlan, M.Si.") == "TS"
    assert initials("Rina Marlina, S.I.Kom.") == "RM"
    assert initials("Cher") == "C"
    assert initials("") == "?"


def test_a_platform_unknown_to_the_look_has_letters_of_its_own() -> None:
    assert platform_letters("instagram") == "IG"
    assert platform_letters("threads") == "TH"


HOSTILE = "<b>tebal</b> & <img src=x onerror=y>"


def test_no_part_reads_its_text_as_html(window: QWidget, qtbot: QtBot) -> None:
    put(
        window,
        Label(HOSTILE),
        Label(HOSTILE, wrap=True),
        ElidedLabel(HOSTILE),
        Notice("test.notice", "bad", HOSTILE, strong=HOSTILE),
        EmptyState(HOSTILE, HOSTILE),
        Field(HOSTILE, line_edit("test.line", HOSTILE)),
        DiffText(word_changes(HOSTILE, HOSTILE + "!")),
        Avatar(HOSTILE),
    )
    dialog = ask(window, "test.ask", HOSTILE, HOSTILE, "Ya", lambda: None)

    formats = {
        label.textFormat() for owner in (window, dialog) for label in owner.findChildren(QLabel)
    }
    dialog.reject()

    assert formats == {Qt.TextFormat.PlainText}


def test_a_tooltip_shows_tags_as_they_are() -> None:
    assert "&lt;b&gt;tebal&lt;/b&gt; &amp;" in tip_text(HOSTILE)
    assert tip_text("") == ""


def test_what_is_shown_has_names_and_is_reached_by_keyboard(window: QWidget) -> None:
    put(
        window,
        Field("Nama", line_edit("test.name")),
        Field("Naskah", TextArea("test.text")),
        Choice("test.choice", [("Semua", None)], prefix="Akun"),
        SearchBox("test.search", "Cari instansi"),
        Tabs("test.tabs", [Part("a", "Semua", "5"), Part("b", "Konten")]),
        Segments("test.segments", [Part("m", "Bulan"), Part("w", "Minggu")]),
        DropArea("test.drop", "Seret berkas ke sini"),
        Table("test.table", "Pertanyaan"),
        named(Button("Catat", "primary", "plus"), "test.record"),
    )

    assert shortcomings(window) == []


def test_a_nameless_control_is_found_out(window: QWidget) -> None:
    put(window, QPushButton(), QLabel("<b>"))

    found = "\n".join(shortcomings(window))

    assert "no objectName" in found
    assert "no accessible name" in found
    assert "HTML" in found


def test_a_cut_label_shows_all_of_it_in_its_tip(window: QWidget) -> None:
    label = ElidedLabel("Dinas Bina Marga dan Penataan Ruang " * 8)
    put(window, label)

    assert label.shown_text().endswith("…")
    assert label.text().startswith("Dinas Bina Marga")


def test_wrapped_text_takes_the_height_that_its_width_needs(qtbot: QtBot) -> None:
    label = Label("Catat yang masuk lewat telepon atau WhatsApp.", wrap=True)
    qtbot.addWidget(label)

    assert label.heightForWidth(600) == 19
    assert label.heightForWidth(160) >= 38


def test_errors_stand_below_their_fields_and_lead_to_the_first(
    window: QWidget, qtbot: QtBot
) -> None:
    name, mail = Field("Nama", line_edit("test.name")), Field("Pos-el", line_edit("test.mail"))
    put(window, name, mail)
    window.activateWindow()

    is_right = show_errors([(name, ""), (mail, "Ganti koma dengan titik.")])

    assert not is_right
    settle(qtbot, mail.control.hasFocus)
    assert mail.error() == "Ganti koma dengan titik."
    assert mail.control.accessibleDescription() == "Ganti koma dengan titik."
    assert show_errors([(name, ""), (mail, "")])


def test_enter_presses_the_button_that_has_the_focus(window: QWidget, qtbot: QtBot) -> None:
    button = named(Button("Setujui", "primary"), "test.approve")
    put(window, button)
    window.activateWindow()
    button.setFocus()

    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_arrows_go_from_tab_to_tab(window: QWidget, qtbot: QtBot) -> None:
    tabs = Tabs("test.tabs", [Part("a", "Semua"), Part("b", "Konten"), Part("c", "Jawaban")])
    put(window, tabs)
    chosen: list[object] = []
    tabs.chosen.connect(chosen.append)

    QTest.keyClick(find(tabs, QWidget, "test.tabs.a"), Qt.Key.Key_Right)
    QTest.keyClick(find(tabs, QWidget, "test.tabs.b"), Qt.Key.Key_Left)
    QTest.keyClick(find(tabs, QWidget, "test.tabs.a"), Qt.Key.Key_Left)

    assert chosen == ["b", "a", "c"]
    assert tabs.value() == "c"


def test_new_parts_keep_the_one_that_was_on(window: QWidget) -> None:
    tabs = Tabs("test.tabs", [Part("a", "Semua", "5"), Part("b", "Konten", "3")])
    put(window, tabs)
    tabs.set_value("b")

    tabs.set_parts([Part("a", "Semua", "4"), Part("b", "Konten", "2")])

    assert tabs.value() == "b"


def test_a_choice_keeps_its_value_when_its_entries_are_replaced(window: QWidget) -> None:
    choice = Choice("test.choice", [("Semua", None), ("Instagram", 1), ("X", 2)])
    put(window, choice)
    choice.set_value(2)

    choice.set_entries([("Semua", None), ("X", 2)])

    assert choice.value() == 2
    assert choice.currentText() == "X"


def test_a_search_is_asked_once_the_person_pauses(window: QWidget, qtbot: QtBot) -> None:
    box = SearchBox("test.search")
    put(window, box)
    asked: list[str] = []
    box.searched.connect(asked.append)

    QTest.keyClicks(box, " desa ")
    settle(qtbot, lambda: asked != [])
    QTest.keyClick(box, Qt.Key.Key_Escape)
    settle(qtbot, lambda: len(asked) == 2)

    assert asked == ["desa", ""]


def model_of(parent: QWidget, names: list[str]) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    fill(model, names)
    return model


def fill(model: QStandardItemModel, names: list[str]) -> None:
    model.beginResetModel()
    model.blockSignals(True)
    model.removeRows(0, model.rowCount())
    for name in names:
        item = QStandardItem(name)
        item.setData(name, KeyRole)
        item.setData(name.upper(), RowRole)
        model.appendRow(item)
    model.blockSignals(False)
    model.endResetModel()


@pytest.fixture
def table(window: QWidget) -> Table:
    """Forty rows, the first of them current."""
    table = Table("test.table", "Pertanyaan")
    table.setModel(model_of(table, [f"baris {number:02}" for number in range(40)]))
    put(window, table)
    table.selectRow(0)
    return table


def test_a_table_is_operated_by_keyboard(table: Table, qtbot: QtBot) -> None:
    opened: list[object] = []
    table.opened.connect(lambda index: opened.append(index.data(RowRole)))

    QTest.keyClick(table, Qt.Key.Key_End)
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Home)

    assert opened == ["BARIS 38"]
    assert table.current_row() == "BARIS 00"


def test_the_current_row_stays_current_when_the_model_is_reset(table: Table) -> None:
    table.select_key("baris 20")
    model = table.model()
    assert isinstance(model, QStandardItemModel)

    fill(model, [f"baris {number:02}" for number in range(5, 40)])

    assert table.current_row() == "BARIS 20"
    assert table.currentIndex().row() == 15


def test_rows_and_heads_have_the_heights_of_the_look(table: Table) -> None:
    assert table.rowHeight(0) == tokens().size["row"]
    assert table.horizontalHeader().height() == 30
    assert not table.alternatingRowColors()


def test_a_toast_offers_the_way_back(window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(window)
    undone: list[str] = []

    toast.tell(Telling("Pindah ke 26 Nov, 16.00", lambda: undone.append("x")))
    find(window, QPushButton, "toast.undo").click()
    find(window, QPushButton, "toast.undo").click()

    assert undone == ["x"]
    assert not toast.isVisible()


def test_ctrl_z_undoes_while_the_toast_is_there(window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(window)
    undone: list[str] = []
    window.activateWindow()
    window.setFocus()

    toast.tell(Telling("Ditandai positif", lambda: undone.append("x")))
    settle(qtbot, window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert undone == ["x"]


def test_ctrl_z_in_a_field_undoes_the_typing_not_the_act(window: QWidget, qtbot: QtBot) -> None:
    toast, line = Toast(window), line_edit("test.line")
    put(window, line)
    undone: list[str] = []
    window.activateWindow()
    line.setFocus()
    settle(qtbot, line.hasFocus)
    toast.tell(Telling("Ditandai positif", lambda: undone.append("x")))

    QTest.keyClicks(line, "salah")
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert undone == []
    assert line.text() == ""


def test_esc_leaves_a_question_unanswered(window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    dialog = ask(window, "test.ask", "Tarik?", "Tetap tercatat.", "Tarik", lambda: done.append("x"))
    settle(qtbot, dialog.isVisible)

    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert done == []


def test_a_dangerous_verb_is_never_the_default(window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    dialog = ask(
        window,
        "test.ask",
        "Tarik?",
        "Tetap tercatat.",
        "Tarik",
        lambda: done.append("x"),
        danger=True,
    )
    settle(qtbot, dialog.isVisible)
    verb = find(dialog, QPushButton, "test.ask.yes")

    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert not verb.isDefault()
    assert done == []
    verb.click()
    assert done == ["x"]


def test_ctrl_enter_presses_the_default_verb(window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    dialog = ask(window, "test.ask", "Tutup?", "Selesai.", "Tutup", lambda: done.append("x"))
    dialog.box.addWidget(TextArea("test.ask.reason"))
    settle(qtbot, dialog.isVisible)

    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert done == ["x"]


def test_the_window_lies_under_a_scrim_while_a_dialog_is_open(
    window: QWidget, qtbot: QtBot
) -> None:
    bright = window.grab().toImage().pixelColor(5, 5).lightness()
    dialog = ask(window, "test.ask", "Tutup?", "Selesai.", "Tutup", lambda: None)
    settle(qtbot, dialog.isVisible)
    dim = window.grab().toImage().pixelColor(5, 5).lightness()

    dialog.reject()

    assert dim < bright - 40
    settle(qtbot, lambda: window.grab().toImage().pixelColor(5, 5).lightness() == bright)


def test_work_in_the_foot_says_how_far_it_is_and_can_be_cancelled(
    window: QWidget, qtbot: QtBot
) -> None:
    use_language("en")
    foot = ProgressFoot("test.progress")
    put(window, foot)
    foot.begin("Importing comments")

    foot.set_progress(1240, 3738)

    texts = {label.text() for label in foot.findChildren(QLabel)}
    assert "1,240 of 3,738" in texts
    with qtbot.waitSignal(foot.cancelled):
        find(foot, QPushButton, "test.progress.cancel").click()
    foot.end()
    assert not foot.isVisible()


def test_words_that_changed_are_told_apart() -> None:
    pieces = word_changes("meminjam lima buku", "meminjam sepuluh buku\nsekaligus")

    assert pieces == (
        Piece("same", "meminjam "),
        Piece("removed", "lima"),
        Piece("added", "sepuluh"),
        Piece("same", " buku"),
        Piece("added", "\nsekaligus"),
    )


def test_changes_are_spoken(qtbot: QtBot) -> None:
    use_language("en")
    text = DiffText(word_changes("lima buku", "sepuluh buku"))
    qtbot.addWidget(text)

    assert spoken_name(text) == "[removed: lima][added: sepuluh] buku"


def test_files_are_dropped_and_folders_are_not(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    area = DropArea("test.drop", "Seret berkas ke sini")
    put(window, area)
    plan = tmp_path / "rencana.xlsx"
    plan.write_bytes(b"x")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(plan)), QUrl.fromLocalFile(str(tmp_path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    with qtbot.waitSignal(area.dropped) as dropped:
        area.dropEvent(event)

    assert dropped.args == [(plan,)]


def test_a_line_takes_no_more_than_its_limit(window: QWidget, qtbot: QtBot) -> None:
    line: QLineEdit = line_edit("test.line", limit=5)
    put(window, line)

    QTest.keyClicks(line, "terlalu panjang")

    assert line.text() == "terla"


def test_the_words_of_states_are_those_of_the_look() -> None:
    with resource("translations", "id", "LC_MESSAGES", "kohkol.po").open("rb") as file:
        catalogue = read_po(file)
    use_language("en")
    for group, states in tokens().states.items():
        for state, look in states.items():
            word = catalogue.get(state_word(group, state), context=f"{group} state")

            assert word is not None
            assert word.string == look.label


def test_qts_own_words_are_ours(qtbot: QtBot) -> None:
    words = QtWords()
    use_language("en")

    assert words.translate("QLineEdit", "&Copy") == "&Copy"
    assert words.translate("QLineEdit", "never heard of") is None
    assert not words.isEmpty()


def test_qts_own_words_leave_pictures_alone(qtbot: QtBot, qapp: QApplication) -> None:
    """With an empty answer, Qt's reader of TGA files took every JPEG for one of its own."""
    words = QtWords()
    qapp.installTranslator(words)
    jpeg = resource("demo", "media", "si-oyen-terminal.jpg").read_bytes()

    picture = QImage.fromData(jpeg)

    qapp.removeTranslator(words)
    assert not picture.isNull()


ADDRESS = "https://www.instagram.com/p/" + "DislitbudJabar" * 12


@pytest.mark.parametrize("kind", [Label, ReadingLabel])
def test_an_address_that_no_line_holds_goes_on_in_the_next_ones(
    qtbot: QtBot, kind: type[Label]
) -> None:
    label = Label(ADDRESS, wrap=True) if kind is Label else ReadingLabel(ADDRESS)
    qtbot.addWidget(label)
    label.resize(300, label.heightForWidth(300))

    painted = label.grab().toImage()

    assert label.height() >= 5 * label.fontMetrics().height()
    last = painted.height() - 10
    lowest = [painted.pixelColor(x, last) for x in range(painted.width())]
    assert len({colour.rgb() for colour in lowest}) > 1, "the last line is empty"


def test_a_changed_address_that_no_line_holds_goes_on_in_the_next_ones(qtbot: QtBot) -> None:
    text = DiffText(word_changes("lama", ADDRESS))
    qtbot.addWidget(text)

    assert text.heightForWidth(300) >= 5 * text.fontMetrics().height()


def test_a_toast_leaves_pinned_acts_free(window: QWidget, qtbot: QtBot) -> None:
    column = window.layout()
    assert isinstance(column, QVBoxLayout)
    column.addStretch(1)
    pinned, scrolled = Button("Setujui", "primary", size="large"), Button("Riwayat")
    pinned.setMinimumWidth(700)
    put(window, Scroll(scrolled), pinned)
    toast = Toast(window)

    toast.tell(Telling("Pindah ke 26 Nov, 16.00", lambda: None))

    assert not toast.geometry().intersects(pinned.geometry())
    assert toast.geometry().bottom() < pinned.geometry().top()
    assert toast.geometry().bottom() > window.height() // 2


def test_a_toast_makes_room_for_acts_that_come_later(window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(window)
    toast.tell(Telling("Pindah ke 26 Nov, 16.00", lambda: None))
    column = window.layout()
    assert isinstance(column, QVBoxLayout)
    column.addStretch(1)
    pinned = Button("Setujui", "primary", size="large")
    pinned.setMinimumWidth(700)
    put(window, pinned)

    qtbot.waitUntil(lambda: not toast.geometry().intersects(pinned.geometry()))


def test_what_a_line_does_not_hold_is_said(window: QWidget, qtbot: QtBot) -> None:
    line = line_edit("test.line", limit=5)
    field = Field("Kode", line)
    put(window, field)
    QApplication.clipboard().setText("terlalu panjang")

    line.paste()

    qtbot.waitUntil(lambda: "5 karakter" in field.error())
    assert line.text() == "terla"
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert field.error() == ""


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_cut_words_of_a_table_are_told_in_full(window: QWidget, qtbot: QtBot) -> None:
    table = Table("test.table", "Daftar")
    model = RowsModel([Column("Nama", lambda row: Cell(row))], table, key=str)
    model.replace(["Dinas Perhubungan Provinsi Jawa Barat " * 3, "Dishub"])
    table.setModel(model)
    put(window, table)
    table.setFixedWidth(160)
    told = []
    for row in range(2):
        spot = table.visualRect(model.index(row, 0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, spot, table.viewport().mapToGlobal(spot))
        QApplication.sendEvent(table.viewport(), event)
        told.append(QToolTip.text())
        QToolTip.hideText()

    assert told[0].count("Perhubungan") == 3
    assert "Dishub" not in told[1]
