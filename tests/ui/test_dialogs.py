"""A dialog that is open stays what it is, whenever Python collects its garbage."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets import Dialog, ask, line_edit


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """The window over which dialogs open."""
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    yield window
    for dialog in window.findChildren(Dialog):
        dialog.reject()


def open_dialogs() -> list[QWidget]:
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if top.isVisible() and top.objectName() == "tanya"]


def test_a_question_that_only_the_screen_still_holds_is_not_collected(window: QWidget) -> None:
    ask(window, "tanya", "Keluarkan dari laporan?", "Kalimat", "Keluarkan", lambda: None)

    gc.collect()

    (shown,) = open_dialogs()
    assert isinstance(shown, Dialog)
    assert not shown.grab().isNull()


def test_typing_goes_to_the_first_field_and_not_to_a_button(window: QWidget) -> None:
    dialog = Dialog("tanya", "Judul", parent=window)
    hidden, off, first = (line_edit(f"tanya.{name}") for name in ("hidden", "off", "first"))
    for field in (hidden, off, first, QLineEdit()):
        dialog.box.addWidget(field)
    hidden.hide()
    off.setEnabled(False)
    dialog.add_cancel()

    dialog.open()

    assert dialog.focusWidget() is first


def test_a_dialog_higher_than_the_window_scrolls_between_title_and_buttons(
    window: QWidget,
) -> None:
    dialog = Dialog("tanya", "Judul", "Kalimat", parent=window)
    fields = [line_edit(f"tanya.{number}") for number in range(40)]
    for field in fields:
        dialog.box.addWidget(field)
    yes = dialog.add_verb("Simpan", "primary", name="yes", default=True)

    dialog.open()
    QApplication.processEvents()

    assert dialog.height() <= window.height()
    assert dialog.focusWidget() is fields[0]
    assert yes.visibleRegion().boundingRect().size() == yes.size()
    fields[-1].setFocus()
    QApplication.processEvents()
    assert not fields[-1].visibleRegion().isEmpty()
    assert not fields[-1].grab().isNull()
