"""The month for the wall: one sheet with everything on it, whatever people have typed."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.language import wib
from app.models.day import DayKind
from app.office import Office
from app.services import contents, days
from app.services.days import DayForm
from app.services.plan_paper import month_paper
from app.services.printing.month import write_month
from app.services.printing.month_contents import MonthContents, WallTile
from tests.content_desk import SLOT, made, version
from tests.services.printing.paper_text import embedded_fonts, pages_text

FRIDAY = wib(SLOT).date()


def gathered(office: Office, month: date = FRIDAY) -> MonthContents:
    return office.read(month_paper, month, office.now(), False)


def printed(facts: MonthContents, folder: Path) -> str:
    """The words of the sheet, which must be one."""
    write_month(facts, folder / "bulan.pdf")
    (page,) = pages_text(folder / "bulan.pdf")
    return page


def test_what_is_planned_and_what_the_days_are_stand_on_one_sheet(
    office: Office, tmp_path: Path
) -> None:
    made(office)
    campaign = DayForm(DayKind.CAMPAIGN, date(2026, 11, 13), date(2026, 11, 17), "Pekan Sunda")
    quiet = DayForm(DayKind.QUIET_PERIOD, FRIDAY, FRIDAY, "Masa tenang", "Edaran KPU")
    for form in (campaign, quiet):
        office.act(days.add_day, form)

    page = printed(gathered(office), tmp_path)

    for words in (
        "Rencana konten November 2026",
        "Dinas Literasi dan Warisan Budaya",
        "Siaga arsip musim hujan",
        "11.00 · Facebook, X",
        "Hari Pahlawan",
        "Masa tenang",
        "arsiran: masa tenang",
    ):
        assert words in page
    assert page.count("Pekan Sunda") == 2  # it goes on in the next week


def test_only_the_weeks_of_the_month_are_printed(sqlite_office: Office) -> None:
    assert len(gathered(sqlite_office, date(2027, 2, 1)).days) == 4 * 7
    assert len(gathered(sqlite_office, FRIDAY).days) == 6 * 7


def test_holidays_are_told_and_estimates_marked(sqlite_office: Office, tmp_path: Path) -> None:
    facts = gathered(sqlite_office, date(2028, 2, 1))

    idul_fitri = next(day for day in facts.days if day.day == date(2028, 2, 27))

    assert (idul_fitri.is_off, idul_fitri.words) == (True, "± Hari Raya Idul Fitri")
    assert "±: perkiraan" in printed(facts, tmp_path)


def test_what_is_cancelled_is_not_on_the_wall(sqlite_office: Office) -> None:
    content_id = made(sqlite_office)
    sqlite_office.act(contents.cancel, content_id, version(sqlite_office, content_id), "Batal")

    assert not any(day.tiles for day in gathered(sqlite_office).days)


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_a_full_day_says_how_many_it_leaves_out(
    sqlite_office: Office, tmp_path: Path, paper: str
) -> None:
    for number in range(30):
        made(sqlite_office, title=f"Konten {number}", planned_at=SLOT + timedelta(minutes=number))
    file = tmp_path / "bulan.pdf"

    write_month(gathered(sqlite_office), file, "a4" if paper == "a4" else "a3")

    (page,) = pages_text(file)
    shown = sum(f"Konten {number} " in f"{page} " for number in range(30))
    assert 0 < shown < 30
    assert f"+ {30 - shown} konten lagi" in page


def test_the_sheet_lies_across_and_holds_its_fonts(sqlite_office: Office, tmp_path: Path) -> None:
    file = tmp_path / "bulan.pdf"
    write_month(gathered(sqlite_office), file, "a3")

    box = PdfReader(file).pages[0].mediabox

    assert [round(float(side)) for side in (box.width, box.height)] == [1191, 842]
    assert all(embedded_fonts(file).values())


def test_hostile_words_are_printed_as_they_are(sqlite_office: Office, tmp_path: Path) -> None:
    facts = gathered(sqlite_office)
    tiles = (
        WallTile("09.00", "<b>&amp; Kopi", "X", is_settled=True),
        WallTile("10.00", "tanpaspasi" * 40, "X", is_settled=False),
        WallTile("11.00", "Warta 🎉 ᮞᮥᮔ᮪ᮓ السلام\nbaris dua", "X", is_settled=False),
        WallTile("", "", "", is_settled=False),
    )
    busy = replace(facts.days[10], tiles=tiles, words="<i>")

    page = printed(replace(facts, days=(*facts.days[:10], busy, *facts.days[11:])), tmp_path)

    assert "<b>&amp; Kopi" in page
    assert "<i>" in page
    assert "[U+" not in page


def test_an_invented_office_prints_contoh(sqlite_office: Office, tmp_path: Path) -> None:
    page = printed(replace(gathered(sqlite_office), is_example=True), tmp_path)

    assert "CONTOH – bukan dokumen resmi" in page
