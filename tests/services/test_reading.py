"""Foreign files are read in a process of their own: what comes back, what hostile files cost."""

import io
import re
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.resources import resource
from app.services.errors import Cancelled
from app.services.reading.errors import FileRefused, ReaderDied, ReaderTooSlow, Refusal
from app.services.reading.process import ReaderProcess

PLAN = resource("demo", "rencana-konten-2026.xlsx")
INQUIRIES = resource("demo", "pertanyaan-2026.csv")


@pytest.fixture
def reader() -> Iterator[ReaderProcess]:
    with ReaderProcess() as process:
        yield process


def rows_of(reader: ReaderProcess, file: Path) -> list[list[Any]]:
    rows: list[list[Any]] = reader.read("workbook", file).words["sheets"][0]["rows"]
    return rows


def refusal_of(reader: ReaderProcess, file: Path) -> FileRefused:
    with pytest.raises(FileRefused) as refused:
        reader.read("workbook", file)
    return refused.value


def written(file: Path, text: str, encoding: str = "utf-8") -> Path:
    file.write_bytes(text.encode(encoding))
    return file


def test_a_workbook_comes_with_types_merged_cells_and_hyperlinks(reader: ReaderProcess) -> None:
    words = reader.read("workbook", PLAN).words

    first = words["sheets"][0]
    assert [sheet["name"] for sheet in words["sheets"]] == [
        "TW I",
        "TW II",
        "TW III",
        "TW IV",
        "Rekap",
    ]
    assert first["rows"][6][1] == {"date": "2026-01-02"}
    assert first["rows"][9][2] == {"time": "10:00:00"}
    assert [9, 1, 10, 1] in first["merged"]
    assert [8, 10, "https://www.instagram.com/p/DCUk0O3Gw0_/"] in first["links"]


def test_hidden_rows_and_sheets_are_told(tmp_path: Path, reader: ReaderProcess) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Arsip").sheet_state = "hidden"
    sheet = book.worksheets[0]
    for row in range(1, 4):
        sheet.append([row])
    sheet.row_dimensions[2].hidden = True
    book["Arsip"].append(["lama"])
    book.save(tmp_path / "tersembunyi.xlsx")

    sheets = reader.read("workbook", tmp_path / "tersembunyi.xlsx").words["sheets"]

    assert sheets[0]["hidden_rows"] == [1]
    assert [sheet["is_hidden"] for sheet in sheets] == [False, True]


def test_an_old_binary_workbook_is_read(reader: ReaderProcess) -> None:
    file = resource("demo", "analytics", "dishub-jabar-contoh_content_1763600000000.xls")

    words = reader.read("workbook", file).words

    assert words["kind"] == "xls"
    assert len(words["sheets"][1]["rows"]) == 12


def test_an_opendocument_sheet_is_read(tmp_path: Path, reader: ReaderProcess) -> None:
    file = opendocument(tmp_path / "daftar.ods", encrypted=False)

    words = reader.read("workbook", file).words

    assert words["kind"] == "ods"
    assert words["sheets"][0]["rows"] == [["Tanggal", "Isi"], [{"date": "2026-01-02"}, "=halo"]]


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("utf-16-le", ","), ("cp1252", ";")],
)
def test_text_is_read_in_every_encoding_and_delimiter(
    tmp_path: Path, reader: ReaderProcess, encoding: str, delimiter: str
) -> None:
    lines = [
        delimiter.join(["Tanggal", "Isi", "Jenis"]),
        delimiter.join(["02/01/2026", '"satu, dua; tiga\ndan “Café”"', "saran"]),
        delimiter.join(["03/01/2026", "empat", "kritik"]),
    ]
    file = written(tmp_path / "daftar.txt", "\r\n".join(lines) + "\r\n", encoding)

    rows = rows_of(reader, file)

    assert rows[1] == ["02/01/2026", "satu, dua; tiga\ndan “Café”", "saran"]
    assert len(rows) == 3


def test_blank_lines_keep_the_row_numbers_of_a_spreadsheet(
    tmp_path: Path, reader: ReaderProcess
) -> None:
    file = written(tmp_path / "daftar.csv", "Judul\n\na;b\n1;2\n\n3;4\n")

    rows = rows_of(reader, file)

    assert rows[5] == ["3", "4"]


def test_a_line_that_names_the_delimiter_is_no_row(tmp_path: Path, reader: ReaderProcess) -> None:
    file = written(tmp_path / "daftar.csv", "sep=;\na;b\n1;2\n")

    assert rows_of(reader, file)[0] == ["a", "b"]


def test_a_stray_quote_inside_a_field_is_text(tmp_path: Path, reader: ReaderProcess) -> None:
    file = written(tmp_path / "daftar.csv", 'a;b\n"Pak" Dede;2\n3;4\n')

    assert rows_of(reader, file)[1][1] == "2"


def test_pasted_text_comes_back_whole(reader: ReaderProcess) -> None:
    words = reader.read("workbook", resource("demo", "komentar", "instagram-tempel.txt")).words

    assert words["sheets"] == []
    assert words["text"].count("\n") > 300


def test_a_workbook_with_a_wrong_name_is_read_all_the_same(
    tmp_path: Path, reader: ReaderProcess
) -> None:
    renamed = tmp_path / "rencana.csv"
    renamed.write_bytes(PLAN.read_bytes())

    assert reader.read("workbook", renamed).words["kind"] == "xlsx"


def test_a_picture_with_the_name_of_a_workbook_is_named_as_one(
    tmp_path: Path, reader: ReaderProcess
) -> None:
    renamed = tmp_path / "rencana.xlsx"
    renamed.write_bytes(resource("demo", "media", "tangkapan-hoaks.png").read_bytes())

    refused = refusal_of(reader, renamed)

    assert (refused.reason, refused.facts) == (Refusal.UNKNOWN_KIND, {"found": "png"})


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_named_as_empty(
    tmp_path: Path, reader: ReaderProcess, content: bytes
) -> None:
    file = tmp_path / "kosong.csv"
    file.write_bytes(content)

    assert refusal_of(reader, file).reason is Refusal.EMPTY


@pytest.mark.parametrize(
    ("source", "length"), [(PLAN, 20_000), (INQUIRIES, 30_005), (INQUIRIES, 50_000)]
)
def test_a_cut_file_is_damaged(
    tmp_path: Path, reader: ReaderProcess, source: Path, length: int
) -> None:
    cut = tmp_path / source.name
    cut.write_bytes(source.read_bytes()[:length])

    assert refusal_of(reader, cut).reason is Refusal.DAMAGED


def test_a_workbook_with_a_password_is_locked(tmp_path: Path, reader: ReaderProcess) -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
    excel = tmp_path / "terkunci.xlsx"
    excel.write_bytes(container + "EncryptedPackage".encode("utf-16-le"))
    old_excel = tmp_path / "terkunci.xls"
    old_excel.write_bytes(container + b"\x09\x08\x10\x00" + bytes(16) + b"\x2f\x00\x36\x00")
    libre = opendocument(tmp_path / "terkunci.ods", encrypted=True)

    reasons = [refusal_of(reader, file).reason for file in (excel, old_excel, libre)]

    assert reasons == [Refusal.LOCKED] * 3


def test_a_file_that_is_gone_is_missing(tmp_path: Path, reader: ReaderProcess) -> None:
    assert refusal_of(reader, tmp_path / "tidak-ada.xlsx").reason is Refusal.MISSING


def test_a_bomb_is_refused_before_it_unpacks(tmp_path: Path, reader: ReaderProcess) -> None:
    bomb = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(PLAN) as plan, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in plan.namelist():
            if name != "xl/worksheets/sheet1.xml":
                archive.writestr(name, plan.read(name))
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(300):
                sheet.write(b" " * 1024 * 1024)

    refused = refusal_of(reader, bomb)

    assert refused.reason is Refusal.TOO_LARGE
    assert int(str(refused.facts["size"])) > 300 * 1024 * 1024


def test_far_cells_end_the_process_and_nothing_else(tmp_path: Path, reader: ReaderProcess) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = 1
    book.worksheets[0]["XFD1048576"] = 2
    book.save(tmp_path / "jauh.xlsx")

    with pytest.raises(ReaderDied) as died:
        reader.read("workbook", tmp_path / "jauh.xlsx")

    assert died.value.file == "jauh.xlsx"
    assert len(rows_of(reader, PLAN)) == 53


def test_a_slow_reading_is_stopped(tmp_path: Path, reader: ReaderProcess) -> None:
    file = tall_workbook(tmp_path)

    with pytest.raises(ReaderTooSlow):
        reader.read("workbook", file, seconds=0.2)

    assert len(rows_of(reader, PLAN)) == 53


def test_a_person_can_stop_a_reading(tmp_path: Path, reader: ReaderProcess) -> None:
    file = tall_workbook(tmp_path)
    stop = threading.Event()
    timer = threading.Timer(0.2, stop.set)
    timer.start()
    begun = time.monotonic()

    with pytest.raises(Cancelled):
        reader.read("workbook", file, cancelled=stop.is_set)

    timer.join()
    assert time.monotonic() - begun < 2


@pytest.mark.skipif(sys.platform != "linux", reason="only /proc tells a child's environment")
def test_the_password_of_the_command_line_is_not_handed_on(
    monkeypatch: pytest.MonkeyPatch, reader: ReaderProcess
) -> None:
    monkeypatch.setenv("KOHKOL_PASSWORD", "rahasia")

    reader.read("workbook", PLAN)

    children = Path("/proc/self/task").glob("*/children")
    pids = " ".join(file.read_text() for file in children).split()
    environments = [Path(f"/proc/{pid}/environ").read_bytes() for pid in pids]
    assert any(b"KOHKOL_READER_MEMORY" in environment for environment in environments)
    assert not any(b"rahasia" in environment for environment in environments)


def tall_workbook(folder: Path) -> Path:
    """A million and a half filled rows: some seconds of work."""
    file = folder / "tinggi.csv"
    file.write_bytes(b"a,b\n" + b"1,2\n" * 900_000)
    return file


def opendocument(file: Path, *, encrypted: bool) -> Path:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    content = """<?xml version="1.0"?><office:document-content
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
        <office:body><office:spreadsheet><table:table table:name="Daftar">
        <table:table-row>
          <table:table-cell office:value-type="string"><text:p>Tanggal</text:p></table:table-cell>
          <table:table-cell office:value-type="string"><text:p>Isi</text:p></table:table-cell>
        </table:table-row><table:table-row>
          <table:table-cell office:value-type="date" office:date-value="2026-01-02"/>
          <table:table-cell office:value-type="string"><text:p>=halo</text:p></table:table-cell>
        </table:table-row></table:table></office:spreadsheet></office:body>
        </office:document-content>"""
    mark = "<manifest:encryption-data/>" if encrypted else ""
    manifest = f"""<manifest:manifest
        xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{mark}
        </manifest:manifest>"""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", re.sub(r">\s+<", "><", content))
        archive.writestr("META-INF/manifest.xml", manifest)
    file.write_bytes(packed.getvalue())
    return file


@pytest.mark.parametrize("content", [b"PK\x03", b"PK", b"PK\x03\x04\x14\x00"])
def test_the_beginning_of_a_workbook_is_damaged(
    tmp_path: Path, reader: ReaderProcess, content: bytes
) -> None:
    (tmp_path / "rencana.xlsx").write_bytes(content)

    assert refusal_of(reader, tmp_path / "rencana.xlsx").reason is Refusal.DAMAGED


def test_text_under_the_name_of_a_workbook_holds_no_table(
    tmp_path: Path, reader: ReaderProcess
) -> None:
    file = written(tmp_path / "rencana.xlsx", "abc")

    assert refusal_of(reader, file).reason is Refusal.NO_TABLE


def test_a_folder_is_named_as_one(tmp_path: Path, reader: ReaderProcess) -> None:
    (tmp_path / "rencana.xlsx").mkdir()

    assert refusal_of(reader, tmp_path / "rencana.xlsx").reason is Refusal.FOLDER


def test_a_table_of_nothing_but_spaces_is_empty(tmp_path: Path, reader: ReaderProcess) -> None:
    file = written(tmp_path / "rencana.csv", "  ;  \n ; \n  ;\n")

    assert refusal_of(reader, file).reason is Refusal.EMPTY


def test_a_few_zero_bytes_in_a_table_are_damage_and_many_another_kind(
    tmp_path: Path, reader: ReaderProcess
) -> None:
    torn = written(tmp_path / "torn.csv", "Tanggal;Kanal;Judul\n12/01/2026;Instagram;A\0B\n")
    (tmp_path / "program.csv").write_bytes(bytes(range(8)) * 50)

    assert refusal_of(reader, torn).reason is Refusal.DAMAGED
    assert refusal_of(reader, tmp_path / "program.csv").reason is Refusal.UNKNOWN_KIND
