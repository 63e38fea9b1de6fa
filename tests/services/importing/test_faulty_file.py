"""Faulty rows go out with their reasons, are corrected, and come in again."""

from pathlib import Path

import openpyxl
import pytest

from app.language import use_language
from app.resources import resource
from app.services.importing.faulty_file import save_faulty
from app.services.importing.judged import ReasonCode
from app.services.importing.reasons import reason_text
from tests.services.importing.conftest import Judging

PLAN = resource("demo", "rencana-konten-2026.xlsx")


def test_reasons_read_as_the_office_would_write_them(judged: Judging) -> None:
    reasons = [reason_text(faulty) for faulty in judged(PLAN).faulty]

    assert reasons[:3] == [
        "tanggal tidak terbaca: 31 Februari 2026",
        "judul kosong",
        "kanal tidak dikenal: Myspace",
    ]
    assert reasons[-1] == "jam tidak sah: 25.00"


def test_a_likely_meaning_is_offered_in_the_reason(judged: Judging) -> None:
    reason = reason_text(judged(PLAN).faulty[5])

    assert reason == "kanal tidak dikenal: Facebok (mungkin Facebook?)"


def test_saved_rows_carry_their_number_and_reason(tmp_path: Path, judged: Judging) -> None:
    save_faulty(judged(PLAN), tmp_path / "perbaiki.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / "perbaiki.xlsx").worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:3] == ("No", "Tanggal", "Jam")
    assert rows[0][-2:] == ("Baris asal", "Alasan")
    assert len(rows) == 9
    assert rows[1][-2:] == ("TW I 35", "tanggal tidak terbaca: 31 Februari 2026")


def test_saved_rows_are_the_same_faulty_rows_when_they_come_back(
    tmp_path: Path, judged: Judging
) -> None:
    first = judged(PLAN)
    save_faulty(first, tmp_path / "perbaiki.xlsx")

    again = judged(tmp_path / "perbaiki.xlsx")

    assert (again.rows_read, len(again.good), again.unknown) == (8, 0, ())
    assert [f.faults[0].reason for f in again.faulty] == [f.faults[0].reason for f in first.faulty]


def test_a_corrected_row_is_good(tmp_path: Path, judged: Judging) -> None:
    file = tmp_path / "perbaiki.xlsx"
    save_faulty(judged(PLAN), file)
    book = openpyxl.load_workbook(file)
    book.worksheets[0]["D7"] = "Facebook, IG"
    book.save(file)

    again = judged(file)

    assert [good.values.title for good in again.good] == [
        "Jalur sepeda Dago–Dipatiukur dicat ulang"
    ]


def test_a_shared_date_is_written_into_each_row(tmp_path: Path, judged: Judging) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Tanggal", "Kanal", "Judul"])
    sheet.append(["2/1/2026", "IG", "satu"])
    sheet.append([None, "Myspace", "dua"])
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "rencana.xlsx")

    save_faulty(judged(tmp_path / "rencana.xlsx"), tmp_path / "perbaiki.xlsx")

    saved = openpyxl.load_workbook(tmp_path / "perbaiki.xlsx").worksheets[0]
    assert saved["A2"].value == "2/1/2026"


def test_no_cell_becomes_a_formula_on_its_way_out(tmp_path: Path, judged: Judging) -> None:
    texts = ['=HYPERLINK("http://jahat")', "+62812", "-5", "@SUM(A1)"]
    lines = [f'x;IG;"{text.replace(chr(34), chr(34) * 2)}"' for text in texts]
    (tmp_path / "rencana.csv").write_text(
        "Tanggal;Kanal;Judul\n" + "\n".join(lines) + "\n", "utf-8"
    )

    save_faulty(judged(tmp_path / "rencana.csv"), tmp_path / "perbaiki.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / "perbaiki.xlsx").worksheets[0]
    cells = [sheet.cell(row, 3) for row in range(2, 6)]
    assert [cell.value for cell in cells] == texts
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)


@pytest.mark.parametrize("code", list(ReasonCode))
def test_every_reason_has_a_sentence_in_both_languages(code: ReasonCode) -> None:
    from app.services.importing.judged import Fault
    from app.services.importing.reasons import fault_text

    fault = Fault("Kolom", "nilai", code, {"length": "600", "limit": "500"})

    indonesian = fault_text(fault)
    use_language("en")
    english = fault_text(fault)
    use_language("id")

    assert indonesian
    assert english
    assert indonesian != english
