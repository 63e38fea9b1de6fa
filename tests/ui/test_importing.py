"""The import dialog: drop files, look through them, map columns, take rows in, save faulty ones."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import shiboken6
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.content import Content
from app.models.imports import ImportKind
from app.office import Office
from app.resources import resource
from app.ui.bridge import OfficeBridge
from app.ui.importing.dialog import ImportDialog
from app.ui.importing.files import open_files
from app.ui.importing.mapping_panel import MappingPanel
from app.ui.importing.rows import Bin
from app.ui.widgets import Choice, DropArea, Table, Tabs
from app.ui.wizard.faulty_dialog import FaultyDialog
from app.ui.wizard.trial_rows import TrialRow
from tests.ui.finding import find, shortcomings

PLAN = resource("demo", "rencana-konten-2026.xlsx")
STAFF = resource("demo", "pegawai.xlsx")


@pytest.fixture
def bridge(qtbot: QtBot, sqlite_office: Office) -> Iterator[OfficeBridge]:
    opened = OfficeBridge(sqlite_office)
    yield opened
    opened.close()


@pytest.fixture
def dialog(qtbot: QtBot, bridge: OfficeBridge) -> Iterator[ImportDialog]:
    """The dialog over a window of an office's size, before any file is dropped."""
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    shown = ImportDialog(bridge, window)
    shown.open()
    yield shown
    if shiboken6.isValid(shown):
        shown.reject()


def drop(dialog: ImportDialog, *files: Path) -> None:
    find(dialog, DropArea, "importing.drop").dropped.emit(files)


def notice(dialog: ImportDialog) -> str:
    return find(dialog, QLabel, "importing.notice.text").text()


def take_button(dialog: ImportDialog) -> QPushButton:
    return find(dialog, QPushButton, "importing.take")


def cells(dialog: ImportDialog, column: int) -> list[str]:
    model = find(dialog, Table, "importing.rows").model()
    return [str(model.index(row, column, QModelIndex()).data()) for row in range(model.rowCount())]


def counts(dialog: ImportDialog) -> list[str]:
    tabs = find(dialog, Tabs, "importing.tabs")
    return [button.accessibleName() for button in tabs.findChildren(QAbstractButton)]


def contents(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Content)) or 0


def choose(dialog: ImportDialog, name: str, value: object) -> None:
    choice = find(dialog, Choice, name)
    choice.set_value(value)
    choice.activated.emit(choice.currentIndex())


def asked_about(dialog: ImportDialog) -> list[str]:
    panel = find(dialog, MappingPanel, "importing.mapping")
    return [choice.accessibleName() for choice in panel.findChildren(Choice)]


def show_bin(dialog: ImportDialog, bin_: Bin) -> None:
    tabs = find(dialog, Tabs, "importing.tabs")
    tabs.set_value(bin_)
    tabs.chosen.emit(bin_)


def test_a_plan_is_shown_before_anything_is_written_and_then_taken_in(
    qtbot: QtBot, dialog: ImportDialog, sqlite_office: Office
) -> None:
    drop(dialog, PLAN)

    qtbot.waitUntil(lambda: take_button(dialog).text() == "&Masukkan 141 baris")
    assert find(dialog, Choice, "importing.kind").value() == ImportKind.PLAN
    assert sqlite_office.read(contents) == 0

    qtbot.waitUntil(take_button(dialog).isEnabled)
    take_button(dialog).click()

    qtbot.waitUntil(lambda: notice(dialog) == "141 baris sudah masuk.")
    assert sqlite_office.read(contents) == 141
    assert not take_button(dialog).isEnabled()


def test_faulty_rows_are_shown_with_place_and_reason(qtbot: QtBot, dialog: ImportDialog) -> None:
    drop(dialog, PLAN)
    qtbot.waitUntil(lambda: len(cells(dialog, 0)) == 141)

    show_bin(dialog, Bin.FAULTY)

    assert cells(dialog, 0)[0] == "TW I · 35"
    assert cells(dialog, 2)[0] == "tanggal tidak terbaca: 31 Februari 2026"
    assert any("8" in name for name in counts(dialog))


def test_the_first_look_at_a_file_names_all_counts_and_the_sheets(
    qtbot: QtBot, sqlite_office: Office
) -> None:
    files = (PLAN, resource("demo", "pertanyaan-2026.csv"))
    of_plan, of_questions = open_files(sqlite_office, files, lambda _done, _total: None)
    assert of_plan.preview is not None
    assert of_questions.preview is not None
    row = TrialRow("wizard.file.plan", "", "")
    faulty = FaultyDialog(of_plan.preview, row)
    qtbot.addWidget(row)

    row.show_preview(of_questions.path, of_questions.preview)

    words = find(row, QLabel, "wizard.file.plan.note").text()
    assert f"{len(of_questions.preview.duplicates)} duplikat" in words
    model = find(faulty, QAbstractItemView, "faulty.table").model()
    assert model.index(0, 0).data() == "TW I · 35"


def test_faulty_rows_are_saved_to_be_corrected(
    qtbot: QtBot, tmp_path: Path, dialog: ImportDialog
) -> None:
    drop(dialog, PLAN)
    qtbot.waitUntil(take_button(dialog).isEnabled)

    dialog.save_faulty_to(tmp_path / "perbaiki.xlsx")

    qtbot.waitUntil(lambda: str(tmp_path / "perbaiki.xlsx") in notice(dialog))
    sheet = openpyxl.load_workbook(tmp_path / "perbaiki.xlsx").worksheets[0]
    assert sheet.max_row == 9


def test_the_same_file_again_would_change_nothing(qtbot: QtBot, dialog: ImportDialog) -> None:
    drop(dialog, STAFF)
    qtbot.waitUntil(take_button(dialog).isEnabled)
    take_button(dialog).click()
    qtbot.waitUntil(lambda: "12 baris" in notice(dialog))

    drop(dialog, STAFF)

    qtbot.waitUntil(lambda: "Tidak ada yang akan berubah" in notice(dialog))
    assert not take_button(dialog).isEnabled()


def test_unknown_columns_are_mapped_by_hand(
    qtbot: QtBot, tmp_path: Path, dialog: ImportDialog
) -> None:
    file = tmp_path / "rencana.csv"
    file.write_text("Tanggal;Di mana;Judul\n2/1/2026;IG;Apel\n", encoding="utf-8")
    drop(dialog, file)
    qtbot.waitUntil(lambda: "Tanggal, Di mana, Judul" in notice(dialog))

    choose(dialog, "importing.kind", ImportKind.PLAN)
    qtbot.waitUntil(lambda: asked_about(dialog) == ["Di mana"])
    choose(dialog, "importing.map.1", "channels")

    qtbot.waitUntil(lambda: take_button(dialog).text() == "&Masukkan 1 baris")
    assert cells(dialog, 1) == ["Apel"]


def test_several_files_are_looked_through_one_by_one(qtbot: QtBot, dialog: ImportDialog) -> None:
    drop(dialog, STAFF, PLAN)
    qtbot.waitUntil(lambda: len(cells(dialog, 0)) == 12)

    choose(dialog, "importing.file", 1)

    qtbot.waitUntil(lambda: len(cells(dialog, 0)) == 141)


def test_a_file_that_cannot_be_read_gets_a_sentence(
    qtbot: QtBot, tmp_path: Path, dialog: ImportDialog
) -> None:
    cut = tmp_path / "rencana.xlsx"
    cut.write_bytes(PLAN.read_bytes()[:20_000])

    drop(dialog, cut)

    qtbot.waitUntil(lambda: "rencana.xlsx" in notice(dialog))
    assert not take_button(dialog).isEnabled()


def test_copied_comments_are_sent_to_their_own_place(qtbot: QtBot, dialog: ImportDialog) -> None:
    drop(dialog, resource("demo", "komentar", "tiktok-tempel.txt"))

    qtbot.waitUntil(lambda: "Pertanyaan" in notice(dialog))


def test_escape_closes_without_writing(
    qtbot: QtBot, dialog: ImportDialog, sqlite_office: Office
) -> None:
    drop(dialog, PLAN)
    qtbot.waitUntil(take_button(dialog).isEnabled)

    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert sqlite_office.read(contents) == 0


def test_everything_is_reached_by_keyboard_and_has_a_name(
    qtbot: QtBot, dialog: ImportDialog
) -> None:
    drop(dialog, PLAN)
    qtbot.waitUntil(take_button(dialog).isEnabled)

    assert shortcomings(dialog) == []


def test_who_would_be_allowed_to_decide_is_told_before(qtbot: QtBot, dialog: ImportDialog) -> None:
    drop(dialog, resource("demo", "pegawai.xlsx"))

    qtbot.waitUntil(lambda: "Wawan Gumilar" in notice(dialog))
    assert "(Kepala)" in notice(dialog)
    assert "Neneng" not in notice(dialog)  # she gets no role that decides


def test_a_table_without_rows_is_told_as_such(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "rencana.csv"
    file.write_text("Tanggal;Kanal;Judul\n", encoding="utf-8")

    drop(dialog, file)

    qtbot.waitUntil(lambda: notice(dialog).startswith("Tidak ada baris di bawah judul kolom"))


def test_of_very_many_rows_the_first_are_shown_and_the_rest_counted(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "rencana.csv"
    rows = (f"12/01/2026;Instagram;Judul {number}\n" for number in range(2500))
    file.write_text("Tanggal;Kanal;Judul\n" + "".join(rows), encoding="utf-8")

    drop(dialog, file)

    qtbot.waitUntil(lambda: "2.500" in take_button(dialog).text(), timeout=20_000)
    assert len(cells(dialog, 0)) == 2001
    assert cells(dialog, 1)[-1] == "dan 500 baris lagi"
