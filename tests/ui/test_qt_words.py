"""Qt's own texts: menus of fields, file dialogs and the printer's dialog speak our language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QTextBrowser
from pytestqt.qtbot import QtBot

from app.ui.qt_words import QtWords
from app.ui.widgets import TextArea, line_edit

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


# Qt waits in these menus until they are closed, so they are not opened here.
@pytest.mark.parametrize(
    ("context", "word"),
    [
        ("QScrollBar", "Scroll here"),
        ("QScrollBar", "Page down"),
        ("QAbstractSpinBox", "&Step up"),
        ("QTabBar", "Scroll Left"),
        ("QFileDialog", "%1 already exists.\nDo you want to replace it?"),
    ],
)
def test_what_qt_says_on_demand_is_known_too(words: Listening, context: str, word: str) -> None:
    assert QCoreApplication.translate(context, word) != word


def test_dialogs_of_qt_have_no_english_word(words: Listening, qtbot: QtBot) -> None:
    saving, folders = QFileDialog(), QFileDialog()
    saving.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    folders.setFileMode(QFileDialog.FileMode.Directory)
    buttons = QMessageBox.StandardButton
    asking = QMessageBox()
    asking.setStandardButtons(buttons.Ok | buttons.Cancel | buttons.Yes | buttons.No | buttons.Save)
    printer = QPrinter()
    printing = QPrintDialog(printer)
    for dialog in (saving, folders, asking, printing):
        qtbot.addWidget(dialog)
        dialog.show()
    QApplication.processEvents()

    assert words.unknown == set()
