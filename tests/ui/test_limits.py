"""What a form can hold and what an import takes in are one length."""

import re
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import app.ui
from app.models.limits import LINE
from app.ui.widgets import line_edit


def test_a_line_of_a_form_holds_what_an_import_takes_in(qtbot: QtBot) -> None:
    line = line_edit("kantor.nama")
    qtbot.addWidget(line)

    assert line.maxLength() == LINE


def test_a_longer_text_that_is_there_is_not_cut(qtbot: QtBot) -> None:
    line = line_edit("aset.judul", "awal", limit=10)
    qtbot.addWidget(line)

    line.setText("judul yang panjang 🚌")

    assert line.text() == "judul yang panjang 🚌"


def test_typing_ends_at_the_limit(qtbot: QtBot) -> None:
    line = line_edit("aset.judul", limit=10)
    qtbot.addWidget(line)

    QTest.keyClicks(line, "judul yang panjang")

    assert line.text() == "judul yang"


# Lines that show what a file may have brought in.
_IMPORTED = {
    "composer.title",
    "composer.audience",
    "entry.topic",
    "entry.handle",
    "asset_facts.title",
    "wizard.name",
    "wizard.short_name",
}


def test_no_form_of_what_is_taken_in_has_a_length_of_its_own() -> None:
    folder = Path(app.ui.__file__).parent
    own = [
        name
        for file in folder.rglob("*.py")
        for name in re.findall(r'line_edit\(\s*"([\w.]+)"[^()]*limit=\d', file.read_text("utf-8"))
    ]

    assert _IMPORTED.isdisjoint(own)
