"""Asking for files: what is offered is named, and each purpose begins where it was left."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ui.preferences import Preferences
from app.ui.widgets import (
    Dialog,
    FileKind,
    LastFolders,
    ask_for_file,
    ask_for_files,
    ask_for_folder,
    ask_where_to_save,
)
from tests.ui.finding import choose_file, find


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences) -> QWidget:
    """A window that remembers folders."""
    window = QWidget()
    window.resize(800, 600)
    LastFolders(preferences.folder, preferences.note_folder, window)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    folder = tmp_path / "pindaian"
    folder.mkdir()
    scan = folder / "halaman.pdf"
    scan.write_bytes(b"%PDF-")
    return scan


def shown(window: QWidget, purpose: str) -> QFileDialog:
    return find(window, QFileDialog, f"{purpose}.dialog")


def test_each_purpose_begins_where_its_last_file_was(window: QWidget, scan: Path) -> None:
    chosen: list[Path] = []
    ask_for_file(window, "test.scan", "Pilih pindaian", chosen.append, (FileKind.SCAN,))
    choose_file(window, "test.scan", scan)

    dialog = Dialog("test", "Judul", parent=window)
    dialog.open()
    ask_for_file(dialog, "test.scan", "Pilih pindaian", chosen.append, (FileKind.SCAN,))
    ask_for_file(window, "test.other", "Pilih", chosen.append)

    assert chosen == [scan]
    assert Path(shown(dialog, "test.scan").directory().absolutePath()) == scan.parent
    assert Path(shown(window, "test.other").directory().absolutePath()) != scan.parent


def test_a_folder_that_is_gone_is_not_begun_in(
    window: QWidget, preferences: Preferences, tmp_path: Path
) -> None:
    preferences.note_folder("test.scan", tmp_path / "lepas")

    ask_for_files(window, "test.scan", "Pilih", lambda _files: None)

    assert Path(shown(window, "test.scan").directory().absolutePath()).is_dir()


def test_kinds_of_files_are_named_and_no_pattern_is_shown(window: QWidget) -> None:
    kinds = (FileKind.TABLE, FileKind.PICTURE)

    ask_for_files(window, "test.files", "Pilih", lambda _files: None, kinds)

    offered = find(shown(window, "test.files"), QComboBox, "fileTypeCombo")
    words = [offered.itemText(row) for row in range(offered.count())]
    assert words == [
        "Semua yang dapat dibaca (XLSX, XLS, ODS, CSV, TSV, TXT, PNG, JPG)",
        "Tabel (XLSX, XLS, ODS, CSV, TSV, TXT)",
        "Gambar (PNG, JPG)",
        "Semua berkas",
    ]


def test_a_saved_file_gets_its_ending(window: QWidget, tmp_path: Path) -> None:
    saved: list[Path] = []
    ask_where_to_save(
        window, "test.pdf", "Simpan", "laporan.pdf", FileKind.PDF, saved.append, tmp_path
    )
    choose_file(window, "test.pdf", tmp_path / "laporan 2026")

    assert saved == [tmp_path / "laporan 2026.pdf"]


def test_of_a_folder_the_folder_itself_is_remembered(
    window: QWidget, preferences: Preferences, tmp_path: Path
) -> None:
    folder = tmp_path / "kantor"
    folder.mkdir()
    chosen: list[Path] = []
    ask_for_folder(window, "test.folder", "Pilih folder", chosen.append, tmp_path)
    choose_file(window, "test.folder", folder)

    assert chosen == [folder]
    assert preferences.folder("test.folder") == folder
