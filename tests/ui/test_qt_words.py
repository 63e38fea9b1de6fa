"""Qt's own texts: menus of fields, file dialogs and the printer's dialog speak our language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QTextBrowser
from pytestqt.qtbot import QtBot

from app.ui.qt_words import QtWords
from app.ui.widgets import DayField, Tabs, TextArea, line_edit
from app.ui.widgets.tabs import Part

# Names of keys that are on no keyboard here, of papers, and what is no word.
_NO_WORDS = frozenset({"QShortcut", "QGuiApplication", "QPageSize"})
_NEVER_SHOWN = frozenset({"Form", "...", "Alt+Left", "Alt+Right", "Alt+Up"})


class Listening(QtWords):
    """Notes what Qt asks for and has no answer to."""

    def __init__(self) -> None:
        super().__init__()
        self.unknown: set[tuple[str, str]] = set()

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        answer = super().translate(context, source, disambiguation, n)
        if answer is None and context not in _NO_WORDS and source not in _NEVER_SHOWN:
            self.unknown.add((context, source))
        return answer


@pytest.fixture
def words(qapp: QApplication) -> Iterator[Listening]:
    words = Listening()
    qapp.installTranslator(words)
    yield words
    qapp.removeTranslator(words)


def close_menu() -> None:
    menu = QApplication.activePopupWidget()
    if menu is None:
        QTimer.singleShot(0, close_menu)
    else:
        menu.close()


def test_menus_of_fields_have_no_english_word(words: Listening, qtbot: QtBot) -> None:
    area, line, browser = TextArea("test.area"), line_edit("test.line"), QTextBrowser()
    browser.setHtml("<a href='x'>tautan</a>")
    fields: tuple[TextArea | QLineEdit | QTextBrowser, ...] = (area, line, browser)
    for field in fields:
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        assert menu is not None
        qtbot.addWidget(menu)

    assert words.unknown == set()


# Of menus the offscreen screen says what it can't do.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_days_bars_and_tabs_have_no_english_word(words: Listening, qtbot: QtBot) -> None:
    area, day = TextArea("test.area"), DayField("test.day")
    for widget in (area, day, Tabs("test.tabs", [Part(1, "Satu")])):
        qtbot.addWidget(widget)
        widget.show()
    for place in (area.verticalScrollBar(), day):
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
        QTimer.singleShot(0, close_menu)  # Qt waits in these menus until they are closed
        QApplication.sendEvent(place, asked)

    assert words.unknown == set()


def test_dialogs_of_qt_have_no_english_word(words: Listening, qtbot: QtBot) -> None:
    saving, folders = QFileDialog(), QFileDialog()
    saving.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    folders.setFileMode(QFileDialog.FileMode.Directory)
    buttons = QMessageBox.StandardButton
    asking = QMessageBox()
    asking.setStandardButtons(buttons.Ok | buttons.Cancel | buttons.Yes | buttons.No | buttons.Save)
    printing = QPrintDialog(QPrinter())
    for dialog in (saving, folders, asking, printing):
        qtbot.addWidget(dialog)
        dialog.show()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    assert words.unknown == set()
