"""The help's window: opened at the place, searched, read in either theme."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from app.language import use_language
from app.models.content import FLOW
from app.office import Office
from app.ui.bridge import OfficeBridge
from app.ui.help import HelpWindow, show_help
from app.ui.help.pages import PAGES
from app.ui.places import places_for
from app.ui.preferences import Preferences
from app.ui.program import Program
from app.ui.theme import Theme, tokens
from app.ui.widgets import Dialog, line_edit
from app.ui.window import MainWindow
from tests.ui.finding import find, shortcomings


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 736)
    window.show()
    return window


@pytest.fixture
def shown(window: MainWindow) -> HelpWindow:
    """The help, at the page of the inquiries."""
    return show_help(window, "inquiries")


@pytest.fixture
def bridge(sqlite_office: Office) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(sqlite_office)
    yield bridge
    bridge.close()


def page(shown: QWidget) -> QTextBrowser:
    return find(shown, QTextBrowser, "help.page")


def first_line(shown: QWidget) -> str:
    return page(shown).toPlainText().partition("\n")[0]


def titles(shown: QWidget) -> list[str]:
    model = find(shown, QTableView, "help.pages").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def flow_tables(shown: QWidget) -> list[QTextTable]:
    frames = page(shown).document().rootFrame().childFrames()
    tables = [frame for frame in frames if isinstance(frame, QTextTable)]
    return [table for table in tables if table.columns() == 5]


def search(qtbot: QtBot, shown: QWidget, words: str) -> None:
    box = find(shown, QLineEdit, "help.search")
    box.setText(words)
    QTest.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize("language", ["id", "en"])
def test_it_opens_at_the_page_of_each_place(window: MainWindow, language: str) -> None:
    use_language(language)

    for place in PAGES:
        shown = show_help(window, place)

        table = find(shown, QTableView, "help.pages")
        assert first_line(shown) == table.currentIndex().data()
        assert table.currentIndex().row() == PAGES.index(place)
        assert "{{" not in page(shown).toPlainText()


def test_before_somebody_is_in_it_opens_at_the_first_day(window: MainWindow) -> None:
    shown = show_help(window, "")

    assert first_line(shown) == "Hari pertama"


def test_f1_and_the_question_mark_ask_for_the_place_being_shown(
    qtbot: QtBot, window: MainWindow, bridge: OfficeBridge
) -> None:
    actor = bridge.office.actor
    assert actor is not None
    window.set_places(places_for(actor.roles, bridge))
    window.enter("assets")
    asked: list[str] = []
    window.help_asked.connect(asked.append)

    QTest.keyClick(window, Qt.Key.Key_F1)
    find(window, QWidget, "window.help").click()  # type: ignore[attr-defined]

    assert asked == ["assets", "assets"]


def test_the_program_opens_the_help_even_before_there_is_an_office(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    program = Program(qapp, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(program.window)
    program.start(None)
    qtbot.waitUntil(lambda: program.window.findChild(QWidget, "wizard") is not None)

    QTest.keyClick(program.window, Qt.Key.Key_F1)

    assert first_line(find(program.window, HelpWindow, "help")) == "Hari pertama"
    program.end()
    program.deleteLater()


def test_asking_again_leads_the_open_window_on(window: MainWindow, shown: HelpWindow) -> None:
    again = show_help(window, "reports")

    assert again is shown
    assert first_line(shown) == "Laporan"


def test_after_another_language_is_chosen_it_speaks_that(
    qtbot: QtBot, window: MainWindow, shown: HelpWindow
) -> None:
    use_language("en")

    again = show_help(window, "reports")

    assert again is not shown
    assert first_line(again) == "Report"


def test_every_control_has_a_name_and_is_reached_by_keyboard(shown: HelpWindow) -> None:
    assert shortcomings(shown) == []


def test_a_flow_is_drawn_from_its_table(window: MainWindow) -> None:
    shown = show_help(window, "approvals")

    (table,) = flow_tables(shown)
    text = page(shown).toPlainText()
    assert 1 < table.rows() <= len(FLOW) + 1
    assert "Menunggu persetujuan" in text
    assert "Pejabat, Kepala" in text


def test_pages_are_found_by_their_words(qtbot: QtBot, shown: HelpWindow) -> None:
    search(qtbot, shown, "kohkol backup")

    assert titles(shown) == ["Data, cadangan, dan pindah"]
    assert first_line(shown) == "Data, cadangan, dan pindah"
    assert page(shown).textCursor().selectedText().casefold() == "kohkol"
    assert len(page(shown).extraSelections()) > 1


def test_enter_goes_from_hit_to_hit_and_begins_again(qtbot: QtBot, shown: HelpWindow) -> None:
    search(qtbot, shown, "sidiknya")
    box = find(shown, QLineEdit, "help.search")
    first = page(shown).textCursor().position()

    QTest.keyClick(box, Qt.Key.Key_Return)

    assert page(shown).textCursor().position() == first
    assert page(shown).textCursor().selectedText() == "sidiknya"


def test_what_is_nowhere_is_said_and_esc_brings_the_pages_back(
    qtbot: QtBot, shown: HelpWindow
) -> None:
    search(qtbot, shown, "kelapa parut")
    assert titles(shown) == []
    assert not page(shown).isVisible()

    QTest.keyClick(find(shown, QLineEdit, "help.search"), Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: len(titles(shown)) == len(PAGES))
    assert page(shown).isVisible()


def test_a_link_leads_to_another_page(shown: HelpWindow) -> None:
    page(shown).anchorClicked.emit(QUrl("approvals.md"))

    assert first_line(shown) == "Persetujuan"


def test_it_follows_the_theme(qtbot: QtBot, theme: Theme, shown: HelpWindow) -> None:
    theme.apply("dark")

    qtbot.waitUntil(lambda: _ink(shown) == tokens().dark.text.name())


def _ink(shown: QWidget) -> str:
    return (
        page(shown).document().begin().begin().fragment().charFormat().foreground().color().name()
    )


def test_esc_closes_it(qtbot: QtBot, window: MainWindow, shown: HelpWindow) -> None:
    QTest.keyClick(page(shown), Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: window.findChild(HelpWindow) is None)


def test_every_key_of_every_place_is_on_the_page_of_keys(
    window: MainWindow, bridge: OfficeBridge
) -> None:
    actor = bridge.office.actor
    assert actor is not None
    shown = show_help(window, "keys")
    told = page(shown).toPlainText()
    places = places_for(actor.roles, bridge)
    window.set_places(places)

    missing = []
    for place in places:
        window.enter(place.key)
        screen = window.screen_shown()
        assert screen is not None
        keys = screen.keys()
        missing += [(cap, words) for cap, words in keys if cap not in told]

    assert missing == []


def test_f1_opens_the_help_over_a_dialog_and_it_stays_when_that_is_done(
    qtbot: QtBot, window: MainWindow, bridge: OfficeBridge
) -> None:
    actor = bridge.office.actor
    assert actor is not None
    window.set_places(places_for(actor.roles, bridge))
    window.enter("assets")
    window.help_asked.connect(lambda place: show_help(window, place))
    below = Dialog("test.below", "Judul", parent=window)
    below.open()
    above = Dialog("test.above", "Judul", parent=below)
    line = line_edit("test.line")
    above.box.addWidget(line)
    above.open()

    QTest.keyClick(line, Qt.Key.Key_F1)
    shown = find(window, HelpWindow, "help")
    over = shown.parentWidget()
    above.accept()

    assert over is above, "a window that the dialog does not own is blocked by it"
    assert shown.parentWidget() is below
    assert shown.isVisible()
    assert first_line(shown) == "Aset"
    below.accept()
    assert shown.parentWidget() is window
    assert shown.isVisible()


def test_a_dialog_with_a_page_of_its_own_is_helped_by_that(window: MainWindow) -> None:
    asked: list[str] = []
    window.help_asked.connect(asked.append)
    window.show_keys()
    (keys,) = window.findChildren(Dialog)

    QTest.keyClick(keys, Qt.Key.Key_F1)
    keys.accept()

    assert asked == ["keys"]
