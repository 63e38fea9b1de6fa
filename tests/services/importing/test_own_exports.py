"""What the program exports it can take in again, word for word."""

import csv
from pathlib import Path

import pytest

from app.models.imports import ImportKind
from app.office import Office
from app.resources import resource
from app.services.exporting import ExportKind, FileFormat, export_table, write_table
from app.services.importing.foreign import read_foreign
from app.services.importing.previewing import preview
from app.services.importing.recognise import recognise
from app.services.importing.taking import take
from app.services.reading.process import ReaderProcess
from tests.services.importing.conftest import Judging

MESSAGES = (
    "=1+1 itu berapa, Min?",
    "+62 812-0000-1234 nomor siapa?",
    "- halte rusak\n- bus lama",
    "@dishub kapan uji KIR?",
    "'=bukan rumus",
    "'Pak' Dede ke mana?",
)


def take_in(office: Office, file: Path) -> None:
    with ReaderProcess() as reader:
        shown = office.read(preview, read_foreign(reader, file))
    office.act(take, shown)


def exported(office: Office, kind: ExportKind, file: Path) -> Path:
    with file.open("wb") as target:
        write_table(office.read(export_table, kind), FileFormat(file.suffix[1:]), target)
    return file


@pytest.fixture
def asked(sqlite_office: Office, tmp_path: Path) -> Office:
    """An office that has messages beginning like formulas."""
    file = tmp_path / "pertanyaan.csv"
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(["Tanggal", "Jam", "Kanal", "Pesan"])
        writer.writerows(
            # The first apostrophe is the guard that the program itself would have written.
            [
                "12/01/2026",
                f"09.0{number}",
                "Instagram",
                f"''{text[1:]}" if "bukan" in text else text,
            ]
            for number, text in enumerate(MESSAGES)
        )
    take_in(sqlite_office, file)
    return sqlite_office


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_messages_that_look_like_formulas_come_back_as_they_were(
    asked: Office, tmp_path: Path, judged: Judging, ending: str
) -> None:
    file = exported(asked, ExportKind.INQUIRIES, tmp_path / f"keluar.{ending}")

    result = judged(file)

    assert result.kind is ImportKind.INQUIRIES
    assert result.faulty == ()
    assert sorted(row.values.text for row in result.good) == sorted(MESSAGES)


def test_exported_figures_are_not_taken_for_a_list_of_accounts(
    sqlite_office: Office, tmp_path: Path
) -> None:
    take_in(sqlite_office, resource("demo", "akun-resmi.xlsx"))
    take_in(
        sqlite_office, resource("demo", "analytics", "Jan-01-2026_Nov-20-2026_1190027700012345.csv")
    )
    file = exported(sqlite_office, ExportKind.MEASUREMENTS, tmp_path / "angka.csv")

    with ReaderProcess() as reader:
        assert recognise(read_foreign(reader, file).workbook) is None
