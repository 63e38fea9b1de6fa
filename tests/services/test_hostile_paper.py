"""What leaves the office, on paper and in files, says letter by letter what was typed."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from app import cli
from app.cli.exit_codes import ExitCode
from app.language import use_language
from app.office import Office
from app.services import letters, reports
from app.services.exporting import ExportKind
from app.services.printing.annual_report import write_annual_report
from app.services.printing.assignment_letter import write_assignment_letter
from app.services.printing.contents import Paper
from tests.fixed_clock import FixedClock
from tests.hostile_office import ENDLESS, FORMULA_SIGNS, MARKUP, SCRIPTS, hostile, hostile_folder
from tests.offices import PASSWORD, Template
from tests.services.printing.paper_text import embedded_fonts, whole_text

# Which fields the papers print, as far as no heading sets them in capitals.
IN_THE_REPORT = (
    *("akun", "alamat-akun", "nama-akun", "nomor-penunjukan", "nomor-surat", "penanda-tangan"),
    *("instansi-alamat", "instansi-kota", "instansi-laman", "instansi-nama", "instansi-surel"),
    *("instansi-telepon", "jabatan", "golongan", "pangkat", "orang-1", "orang-2", "tujuan-nama"),
    *("tayang-judul", "tayang-kategori", "ditarik-judul", "impor-judul"),
    *(f"uraian-{part}" for part in (*"abcdefg", "preface", "introduction", "closing")),
    *("kendala-external", "kendala-internal"),
    *("rekomendasi", "tindak-lanjut", "penanggung-jawab"),
)
IN_THE_LETTER = (
    *("dasar-surat", "tembusan", "nomor-surat", "kota", "golongan", "jabatan", "pangkat"),
    *("instansi-alamat", "instansi-laman", "instansi-nama", "instansi-surel", "instansi-telepon"),
    *("orang-1", "orang-2", "orang-5", "orang-6"),
    *("nip-penanda", "pangkat-penanda", "penanda-tangan"),
)
# The endless word stands in each kind of place: heading, line, paragraph, narrow and wide cell.
WITH_ENDLESS = frozenset(
    {
        "instansi-nama",
        "jabatan-penanda",
        "nama-akun",
        "orang-1",
        "rekomendasi",
        "tayang-judul",
        "tayang-kategori",
        "uraian-c",
    }
)


def _endless_here(field: str) -> str:
    return f"{field} {ENDLESS}" if field in WITH_ENDLESS else field


@pytest.fixture(scope="module")
def hostile_office(
    sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    folder = hostile_folder(sqlite_template, tmp_path_factory.mktemp("hostile"), hostile)
    with Office.open(folder, FixedClock()) as office:
        yield office


@pytest.fixture
def endless_office(sqlite_template: Template, tmp_path: Path) -> Iterator[Office]:
    folder = hostile_folder(sqlite_template, tmp_path, _endless_here)
    with Office.open(folder, FixedClock()) as office:
        yield office


def _printed_report(office: Office, target: Path, paper: Paper = "a4") -> Path:
    contents = office.read(
        reports.report_contents, 2026, office.now(), office.assets, is_example=False
    )
    write_annual_report(contents, target, paper)
    return target


def _printed_letter(office: Office, target: Path, paper: Paper = "a4") -> Path:
    contents = office.read(letters.letter_contents, 1, office.assets, False)
    write_assignment_letter(contents, target, paper)
    return target


def _without_spaces(text: str) -> str:
    """Lines break where the paper ends, so spaces say nothing."""
    return "".join(text.split())


def _lost(fields: tuple[str, ...], pdf: Path) -> list[str]:
    printed = _without_spaces(whole_text(pdf))
    return [name for name in fields if _without_spaces(f"{name}{MARKUP}") not in printed]


@pytest.mark.parametrize("paper", ["a4", "f4"])
def test_the_annual_report_prints_markup_as_letters(
    hostile_office: Office, tmp_path: Path, paper: Paper
) -> None:
    pdf = _printed_report(hostile_office, tmp_path / "laporan.pdf", paper)

    assert _lost(IN_THE_REPORT, pdf) == []


@pytest.mark.parametrize("paper", ["a4", "f4"])
def test_the_assignment_letter_prints_markup_as_letters(
    hostile_office: Office, tmp_path: Path, paper: Paper
) -> None:
    pdf = _printed_letter(hostile_office, tmp_path / "surat.pdf", paper)

    assert _lost(IN_THE_LETTER, pdf) == []


def test_emoji_arabic_and_sundanese_are_printed_in_fonts_that_have_them(
    hostile_office: Office, tmp_path: Path
) -> None:
    pdf = _printed_letter(hostile_office, tmp_path / "surat.pdf")

    printed = whole_text(pdf)
    assert {sign for sign in "😀👍ᮞᮥᮔ᮪ᮓ" if sign not in printed} == set()
    assert re.search("[\u0600-\u06ff\ufe70-\ufeff]{5}", printed)
    assert all(embedded_fonts(pdf).values())


def test_an_override_of_the_direction_turns_nothing_around(
    hostile_office: Office, tmp_path: Path
) -> None:
    pdf = _printed_report(hostile_office, tmp_path / "laporan.pdf")

    printed = whole_text(pdf)
    assert "\u202e" not in printed
    assert "kilabret" not in printed
    assert "terbalik" in printed


def test_an_endless_word_is_printed_whole_over_as_many_lines_as_it_needs(
    endless_office: Office, tmp_path: Path
) -> None:
    report = _without_spaces(whole_text(_printed_report(endless_office, tmp_path / "l.pdf")))
    letter = _without_spaces(whole_text(_printed_letter(endless_office, tmp_path / "s.pdf")))

    # Page numbers may stand between two pages of it.
    assert len(re.findall("w{100,}", report)) > 0
    assert report.count("w") > 4 * len(ENDLESS)
    assert letter.count("w") > len(ENDLESS)


@pytest.fixture(scope="module")
def exported(hostile_office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every export as CSV and XLSX, written by the command line."""
    folder = tmp_path_factory.mktemp("exports")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("KOHKOL_PASSWORD", PASSWORD)
        for kind in ExportKind:
            for form in ("csv", "xlsx"):
                target = folder / f"{kind}.{form}"
                asked = ("export", hostile_office.folder, kind, "--format", form, "--out", target)
                code = cli.main([*map(str, asked), "--as", "rina"])
                use_language("id")
                assert code == ExitCode.DONE
    return folder


def _csv_cells(folder: Path) -> list[str]:
    """Of all exports but the audit trail's, which each export lengthens."""
    cells: list[str] = []
    for file in sorted(set(folder.glob("*.csv")) - {folder / "audit.csv"}):
        with file.open(encoding="utf-8-sig", newline="") as opened:
            cells += [cell for row in csv.reader(opened, delimiter=";") for cell in row]
    return cells


def _is_whole(cell: object) -> bool:
    return f" {MARKUP} {SCRIPTS}" in str(cell)


def test_exports_keep_every_letter_and_no_cell_begins_a_formula(exported: Path) -> None:
    cells = _csv_cells(exported)

    assert [cell for cell in cells if cell.startswith(tuple(FORMULA_SIGNS))] == []
    kept = list(filter(_is_whole, cells))
    assert len(kept) > 150
    assert {cell[1] for cell in kept if cell.startswith("'")} == set(FORMULA_SIGNS)


def test_workbooks_hold_the_same_letters_as_text(exported: Path) -> None:
    kept = 0
    for file in sorted(set(exported.glob("*.xlsx")) - {exported / "audit.xlsx"}):
        rows = openpyxl.load_workbook(file).worksheets[0].iter_rows()
        cells = [cell for row in rows for cell in row]
        assert {cell.data_type for cell in cells} & {"f", "e"} == set()
        kept += sum(_is_whole(cell.value) for cell in cells)

    assert kept == sum(map(_is_whole, _csv_cells(exported)))


def test_the_audit_trail_is_exported_whole_and_as_text(exported: Path) -> None:
    with (exported / "audit.csv").open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened, delimiter=";"))

    assert len(rows) > 100
    assert any(_is_whole(cell) for row in rows for cell in row)
    assert not any(cell.startswith(tuple(FORMULA_SIGNS)) for row in rows for cell in row)
