"""A file is known by its headers and what stands below them, never by its name."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from app.models.imports import ImportKind
from app.resources import resource
from app.services.importing.recognise import recognise, tables_of
from app.services.importing.tables import Workbook
from tests.services.importing.conftest import Judging

Reading = Callable[[Path], Workbook]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("rencana-konten-2026.xlsx", ImportKind.PLAN),
        ("pertanyaan-2026.csv", ImportKind.INQUIRIES),
        ("pertanyaan-lama-2025.csv", ImportKind.INQUIRIES),
        ("jawaban-standar.xlsx", ImportKind.STANDARD_ANSWERS),
        ("pegawai.xlsx", ImportKind.PEOPLE),
        ("akun-resmi.xlsx", ImportKind.ACCOUNTS),
    ],
)
def test_each_kind_is_recognised_under_any_name(
    tmp_path: Path, read: Reading, name: str, kind: ImportKind
) -> None:
    (tmp_path / "berkas").write_bytes(resource("demo", name).read_bytes())

    recognised = recognise(read(tmp_path / "berkas"))

    assert recognised is not None
    assert recognised.kind is kind


def test_a_summary_sheet_is_not_part_of_the_plan(read: Reading) -> None:
    recognised = recognise(read(resource("demo", "rencana-konten-2026.xlsx")))

    assert recognised is not None
    assert [(table.sheet.name, table.header_row + 1) for table in recognised.tables] == [
        ("TW I", 5),
        ("TW II", 5),
        ("TW III", 6),
        ("TW IV", 5),
    ]


@pytest.mark.parametrize("name", ["komentar/sifat-acuan.csv", "analytics/Overview_TikTok_2026.csv"])
def test_a_table_of_another_kind_is_not_taken_for_one(read: Reading, name: str) -> None:
    assert recognise(read(resource("demo", *name.split("/")))) is None


def test_unknown_headers_are_named_and_mapped_by_hand(tmp_path: Path, judged: Judging) -> None:
    (tmp_path / "rencana.csv").write_text(
        "Kapan;Di mana;Judul;Status;Warna\n2/1/2026;IG;Apel;Draf;biru\n", encoding="utf-8"
    )
    mapping = {"kapan": "day", "Di Mana": "channels", "Warna": ""}

    mapped = judged(tmp_path / "rencana.csv", mapping=mapping)
    unmapped = judged(tmp_path / "rencana.csv", ImportKind.PLAN)

    assert (mapped.kind, len(mapped.good), mapped.unknown) == (ImportKind.PLAN, 1, ())
    assert unmapped.unknown == ("Kapan", "Di mana", "Warna")


def test_a_mapping_by_hand_goes_before_the_aliases(tmp_path: Path, judged: Judging) -> None:
    (tmp_path / "rencana.csv").write_text(
        "Tanggal;Kanal;Judul;Topik;Status\n2/1/2026;IG;lama;baru;Draf\n", encoding="utf-8"
    )

    plan = judged(tmp_path / "rencana.csv", mapping={"Judul": "", "Topik": "title"})

    assert plan.good[0].values.title == "baru"


def test_a_hidden_sheet_is_not_read_but_named(tmp_path: Path, judged: Judging) -> None:
    book = openpyxl.Workbook()
    for title, sheet in (("Tampak", book.worksheets[0]), ("Arsip", book.create_sheet())):
        sheet.title = title
        sheet.append(["Tanggal", "Kanal", "Judul"])
        sheet.append(["2/1/2026", "IG", title])
    book["Arsip"].sheet_state = "hidden"
    book.save(tmp_path / "rencana.xlsx")

    plan = judged(tmp_path / "rencana.xlsx")

    assert [good.values.title for good in plan.good] == ["Tampak"]
    assert {"sheet": "Arsip"} in [dict(note.facts) for note in plan.notes]


def test_a_file_without_a_table_has_no_tables(read: Reading) -> None:
    pasted = read(resource("demo", "komentar", "tiktok-tempel.txt"))

    assert recognise(pasted) is None
    assert tables_of(pasted, ImportKind.PLAN) == ()
