"""The plan for other programs: the month as a table, everything dated as a calendar file."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

from icalendar import Calendar

from app.language import use_language, wib
from app.office import Office
from app.services import contents
from app.services.contents import VariantForm
from app.services.exporting import (
    FileFormat,
    calendar_entries,
    month_table,
    write_calendar,
    write_table,
)
from tests.content_desk import SLOT, account_id, complete_form, made, version

FRIDAY = wib(SLOT).date()


def read_back(office: Office) -> list[Any]:
    """The events of the file as a calendar program finds them."""
    written = BytesIO()
    write_calendar(office.read(calendar_entries), written, office.now())
    return list(Calendar.from_ical(written.getvalue()).walk("VEVENT"))


def test_a_moment_in_wib_is_an_instant_in_utc(office: Office) -> None:
    made(office)

    (event,) = read_back(office)

    assert event["DTSTART"].dt == datetime(2026, 11, 27, 4, 0, tzinfo=UTC)
    assert event["DTSTART"].to_ical() == b"20261127T040000Z"
    assert event["STATUS"] == "TENTATIVE"


def test_signs_that_the_format_needs_are_read_back_as_they_were(office: Office) -> None:
    title = "Rapat; hadir: Ibu, Bapak \\ tamu\nbaris dua 🎉 ᮞᮥᮔ᮪ᮓ"
    made(office, title=title, text="Baris satu,\nbaris dua; " + "panjang " * 40)

    (event,) = read_back(office)

    assert str(event["SUMMARY"]) == title
    assert "Baris satu,\nbaris dua; panjang" in str(event["DESCRIPTION"])


def test_a_moved_content_is_the_same_event_with_a_higher_number(office: Office) -> None:
    content_id = made(office)
    (before,) = read_back(office)

    monday = FRIDAY + timedelta(days=3)
    office.act(contents.move, content_id, version(office, content_id), FRIDAY, monday)

    (after,) = read_back(office)
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["DTSTART"].dt == before["DTSTART"].dt + timedelta(days=3)


def test_each_moment_of_a_content_has_an_event_and_the_first_keeps_its_name(
    office: Office,
) -> None:
    later = SLOT + timedelta(hours=5)
    variants = (
        VariantForm(account_id(office, "facebook"), "facebook_page", None, SLOT),
        VariantForm(account_id(office, "x"), "x", "Singkat saja.", later),
    )
    content_id = made(office, variants=variants)

    events = read_back(office)

    assert [event["DTSTART"].dt for event in events] == [SLOT, later]
    assert len({event["UID"] for event in events}) == 2
    assert "Singkat saja." in events[1]["DESCRIPTION"]
    alone = complete_form(office, variants=variants[:1])
    office.act(contents.change_content, content_id, version(office, content_id), alone)
    assert [event["UID"] for event in read_back(office)] == [events[0]["UID"]]


def test_a_day_without_a_time_stays_a_day_and_undated_ideas_are_left_out(office: Office) -> None:
    made(office, planned_at=None, planned_on=FRIDAY, variants=())
    made(office, planned_at=None, variants=())

    (event,) = read_back(office)

    assert event["DTSTART"].dt == FRIDAY
    assert event["DTEND"].dt == FRIDAY + timedelta(days=1)


def test_a_cancelled_content_is_told_as_cancelled(office: Office) -> None:
    content_id = made(office)
    office.act(contents.cancel, content_id, version(office, content_id), "Batal")

    assert [event["STATUS"] for event in read_back(office)] == ["CANCELLED"]


def test_the_table_of_a_month_has_its_contents_by_day_and_time(office: Office) -> None:
    made(office, title="Kedua", planned_at=SLOT, variants=())
    made(office, title="Pertama", planned_at=SLOT - timedelta(hours=3), variants=())
    made(office, title="Desember", planned_at=SLOT + timedelta(days=9), variants=())

    month = office.read(month_table, FRIDAY, office.now())

    titles = [column.key for column in month.columns].index("title")
    assert [row[titles] for row in month.rows] == ["Pertama", "Kedua"]
    assert month.rows[0][:2] == (FRIDAY, "08.00")


def test_what_begins_like_a_formula_stays_text_in_the_workbook(sqlite_office: Office) -> None:
    from openpyxl import load_workbook

    made(sqlite_office, title="=1+1")
    use_language("id")
    written = BytesIO()

    write_table(
        sqlite_office.read(month_table, date(2026, 11, 1), sqlite_office.now()),
        FileFormat.XLSX,
        written,
    )

    sheet = load_workbook(written).worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    cell = sheet.cell(2, headings.index("Judul") + 1)
    assert (cell.value, cell.data_type) == ("=1+1", "s")
