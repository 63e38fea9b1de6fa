"""The weekly sheet as PDF: letter by letter, with pictures, codes, boxes and room to sign."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.language import use_language
from app.models.policy import PolicyKey
from app.office import Office
from app.services import approvals, policies
from app.services.approvals.sheet_paper import sheet_contents
from app.services.printing.approval_sheet import write_approval_sheet
from app.services.printing.contents import AgencyFacts, Paper, Signatory
from app.services.printing.sheet_contents import SheetContents, SheetItem
from tests.contents import collect, finish
from tests.hostile_office import ENDLESS, hostile
from tests.offices import Colleagues
from tests.services.printing.paper_text import embedded_fonts, pages_text, whole_text

SHA256 = "a" * 64
ITEM = SheetItem(
    1,
    "KTN-2026-000418",
    "7KQX4M",
    "Hatur nuhun, Bapak Ibu Guru",
    (("Tayang", "Rabu, 25 November 2026, 07.00 WIB"), ("Sumber", "Edaran 041/2026")),
    (("Instagram dislitbud.jabar", "Guru bebas meminjam sepuluh buku sekaligus."),),
    (SHA256,),
)
NOTED = replace(ITEM, position=2, code="8MNP2R", pictures=(), noted="Disetujui melalui pesan.")
SHEET = SheetContents(
    AgencyFacts("Dinas Literasi dan Warisan Budaya"),
    Signatory(("Kepala Bidang",), "Drs. Tatang Suherlan, M.Si."),
    "LBR-2026-000001",
    datetime(2026, 11, 20, 2, 30, tzinfo=UTC),
    (ITEM, NOTED),
)


def _picture() -> bytes:
    png = BytesIO()
    Image.new("RGB", (400, 500), "teal").save(png, "PNG")
    return png.getvalue()


def _images(pdf: Path) -> int:
    from pypdf import PdfReader

    return sum(len(page.images) for page in PdfReader(pdf).pages)


def test_it_holds_codes_texts_pictures_boxes_and_room_to_sign(tmp_path: Path) -> None:
    target = tmp_path / "lembar.pdf"

    write_approval_sheet(SHEET, {SHA256: _picture()}, target)

    words = whole_text(target)
    for part in (
        "LEMBAR PERSETUJUAN",
        "1. KTN-2026-000418 · kode 7KQX4M",
        "Guru bebas meminjam sepuluh buku sekaligus.",
        "Setuju",
        "Kembalikan, karena",
        "Disetujui melalui pesan.",
        "Benar, itu keputusan saya",
        "etika Pasal 9 huruf a sampai i",
        "Drs. Tatang Suherlan, M.Si.",
    ):
        assert part in words
    assert _images(target) == 1
    assert all(embedded_fonts(target).values())


def test_a_picture_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    target = tmp_path / "lembar.pdf"

    write_approval_sheet(SHEET, {}, target)

    assert "1 gambar atau video dilihat di program." in whole_text(target)


@pytest.mark.parametrize("paper", ["a4", "f4"])
@pytest.mark.parametrize("words", [hostile("judul"), f"judul {ENDLESS}"], ids=["markup", "endless"])
def test_whatever_was_typed_is_printed_and_no_page_is_lost(
    tmp_path: Path, words: str, paper: Paper
) -> None:
    item = replace(ITEM, title=words, facts=(("Sumber", words),), texts=((words, words),))
    sheet = replace(SHEET, items=(item, replace(NOTED, noted=words)))
    target = tmp_path / "lembar.pdf"

    write_approval_sheet(sheet, {SHA256: _picture()}, target, paper)

    assert "judul" in whole_text(target)
    assert "Drs. Tatang" in pages_text(target)[-1]


def test_a_demo_offices_sheet_says_that_it_is_an_example(tmp_path: Path) -> None:
    target = tmp_path / "lembar.pdf"

    write_approval_sheet(replace(SHEET, is_example=True), {}, target)

    assert all("CONTOH" in page for page in pages_text(target))


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_paper_is_indonesian_whatever_the_window_speaks(
    sqlite_office: Office, colleagues: Colleagues, tmp_path: Path, language: str
) -> None:
    office = sqlite_office
    office.act(policies.set_policy, PolicyKey.RECORDED_DECISIONS, True)
    office.act(finish, office.act(collect))
    tatang = colleagues.sit_down(office, "tatang")
    colleagues.sit_down(office, "rina")
    sheet = office.act(approvals.make_sheet, tatang)
    target = tmp_path / "lembar.pdf"
    use_language(language)

    try:
        contents = office.read(sheet_contents, sheet, office.assets, False)
        write_approval_sheet(contents, {}, target)
    finally:
        use_language("id")

    words = whole_text(target)
    assert "Tayang: Jumat, 20 November 2026" in words
    assert "Sumber: Edaran Kepala Dinas 041/2026" in words
    assert "LBR-2026-000001" in words
