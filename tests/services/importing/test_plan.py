"""The content plan: every number and trap that the demo files' README names."""

from collections import Counter
from datetime import date, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.models.content import CATEGORY_LETTERS, Category
from app.models.imports import ImportKind
from app.models.limits import CONTENT_TITLE
from app.resources import resource
from app.services.importing.judged import GoodRow, Judged, NoteCode, ReasonCode
from app.services.importing.plan import PlanRow, PlanStatus
from tests.services.importing.conftest import Judging

PLAN = resource("demo", "rencana-konten-2026.xlsx")
HEADERS = ("No", "Tanggal", "Jam", "Kanal", "Kategori", "Judul", "Caption", "Status", "Tautan")


@pytest.fixture
def plan(judged: Judging) -> Judged[PlanRow]:
    """The demo office's plan of 2026."""
    return judged(PLAN)


def row_at(plan: Judged[PlanRow], sheet: str, row: int) -> GoodRow[PlanRow]:
    return next(good for good in plan.good if (good.sheet, good.row) == (sheet, row))


def plan_file(folder: Path, *rows: tuple[Any, ...], headers: tuple[str, ...] = HEADERS) -> Path:
    book = openpyxl.Workbook()
    for row in (headers, *rows):
        book.worksheets[0].append(row)
    book.save(folder / "rencana.xlsx")
    return folder / "rencana.xlsx"


def test_the_demo_plan_has_its_rows(plan: Judged[PlanRow]) -> None:
    assert plan.kind is ImportKind.PLAN
    assert (plan.rows_read, len(plan.good), len(plan.duplicates)) == (149, 141, 0)
    assert Counter(good.sheet for good in plan.good) == {
        "TW I": 36,
        "TW II": 33,
        "TW III": 36,
        "TW IV": 36,
    }


def test_the_faulty_rows_are_named_as_a_spreadsheet_shows_them(plan: Judged[PlanRow]) -> None:
    faulty = [(row.sheet, row.row, row.faults[0].reason, row.value) for row in plan.faulty]

    assert faulty == [
        ("TW I", 35, ReasonCode.DAY_UNREADABLE, "31 Februari 2026"),
        ("TW II", 17, ReasonCode.TITLE_MISSING, ""),
        ("TW II", 38, ReasonCode.CHANNEL_UNKNOWN, "Myspace"),
        ("TW II", 44, ReasonCode.DAY_UNREADABLE, "25/13/26"),
        ("TW III", 36, ReasonCode.TITLE_MISSING, ""),
        ("TW III", 45, ReasonCode.CHANNEL_UNKNOWN, "Facebok"),
        ("TW III", 46, ReasonCode.DAY_UNREADABLE, "tgl menyusul"),
        ("TW IV", 35, ReasonCode.TIME_INVALID, "25.00"),
    ]


def test_good_rows_by_channel(plan: Judged[PlanRow]) -> None:
    platforms = Counter(c.platform for good in plan.good for c in good.values.channels)

    assert platforms == {
        "instagram": 115,
        "facebook": 85,
        "x": 65,
        "threads": 3,
        "wordpress": 5,
        "whatsapp": 10,
        "tiktok": 12,
        "youtube": 8,
        "linkedin": 10,
    }


def test_good_rows_by_letter_of_article_7(plan: Judged[PlanRow]) -> None:
    letters = Counter(letter_of(good.values) for good in plan.good)

    assert letters == {
        "": 1, "a": 29, "a?": 30, "b": 11, "c": 9, "d": 7, "e": 6, "f": 6, "g": 11, "h": 3, "i": 28,
    }  # fmt: skip


def letter_of(row: PlanRow) -> str:
    if row.category is not None:
        return CATEGORY_LETTERS[row.category]
    return f"{CATEGORY_LETTERS[row.proposed]}?" if row.proposed else ""


def test_only_the_empty_category_is_noted_as_missing(plan: Judged[PlanRow]) -> None:
    missing = [n for n in plan.notes if n.code is NoteCode.CATEGORY_MISSING]

    assert [(note.sheet, note.row) for note in missing] == [("TW III", 22)]


def test_good_rows_by_status(plan: Judged[PlanRow]) -> None:
    statuses = Counter(good.values.status for good in plan.good)

    assert statuses == {
        PlanStatus.PUBLISHED: 129,
        PlanStatus.APPROVED: 1,
        PlanStatus.SCHEDULED: 1,
        PlanStatus.AWAITING: 1,
        PlanStatus.DRAFT: 8,
        PlanStatus.RETURNED: 1,
    }
    returned = next(g.values for g in plan.good if g.values.status is PlanStatus.RETURNED)
    assert returned.returned_reason == "angka pungli minta dicek lagi"


def test_published_rows_stand_for_posts_with_their_addresses(plan: Judged[PlanRow]) -> None:
    posts = [
        channel
        for good in plan.good
        if good.values.status is PlanStatus.PUBLISHED
        for channel in good.values.channels
    ]

    # The README counts those that have an address of their own; a WhatsApp channel's have none.
    assert sum(1 for post in posts if post.platform != "whatsapp") == 275
    assert sum(1 for post in posts if post.platform == "whatsapp") == 9
    assert sum(1 for post in posts if post.address) == 244
    assert not any(note.code is NoteCode.LINK_WITHOUT_CHANNEL for note in plan.notes)


def test_rows_of_a_merged_date_share_it(plan: Judged[PlanRow]) -> None:
    assert row_at(plan, "TW I", 10).values.day == date(2026, 1, 9)
    assert row_at(plan, "TW I", 11).values.day == date(2026, 1, 9)


@pytest.mark.parametrize(
    ("sheet", "row", "day", "at"),
    [
        ("TW I", 7, date(2026, 1, 2), time(7, 30)),
        ("TW I", 9, date(2026, 1, 7), time(16)),
        ("TW I", 12, date(2026, 1, 12), time(9)),
        ("TW I", 39, date(2026, 3, 9), time(9)),
        ("TW I", 19, date(2026, 1, 26), time(15, 30)),
    ],
)
def test_dates_and_times_are_read_as_written(
    plan: Judged[PlanRow], sheet: str, row: int, day: date, at: time
) -> None:
    values = row_at(plan, sheet, row).values

    assert (values.day, values.at) == (day, at)


def test_a_format_in_the_cell_and_an_address_name_the_kind_of_post(plan: Judged[PlanRow]) -> None:
    reel = row_at(plan, "TW I", 16).values
    by_address = row_at(plan, "TW I", 28).values

    assert [channel.post_kind for channel in reel.channels] == ["tiktok_video", "instagram_reel"]
    assert by_address.channels[0].post_kind == "instagram_reel"


def test_captions_keep_their_line_breaks_and_materials_are_parted(plan: Judged[PlanRow]) -> None:
    values = row_at(plan, "TW I", 12).values

    assert "\n1️⃣ Siapkan NIB" in values.text
    assert values.material == tuple(f"izin-trayek-slide{n}.png" for n in (1, 2, 3))


def test_month_rows_sums_and_signatures_are_left_out_and_named(plan: Judged[PlanRow]) -> None:
    left_out = [n for n in plan.notes if n.code is NoteCode.LEFT_OUT and n.sheet == "TW I"]

    assert [(note.row, note.facts["text"]) for note in left_out] == [
        (6, "JANUARI 2026"),
        (22, "FEBRUARI 2026"),
        (36, "MARET 2026"),
        (47, "Jumlah konten"),
        (49, "Mengetahui,"),
        (50, "Sekretaris Dinas"),
        (53, "Dra. Hj. Euis Komalasari Wiradipura, M.Si."),
    ]


def test_an_address_that_is_only_a_hyperlink_is_found(tmp_path: Path, judged: Judging) -> None:
    file = plan_file(
        tmp_path, (1, "2/1/2026", "9", "IG", "Kegiatan", "Judul", "Teks", "Tayang", "Lihat")
    )
    book = openpyxl.load_workbook(file)
    book.worksheets[0]["I2"].hyperlink = "https://www.instagram.com/p/AbC/"
    book.save(file)

    plan = judged(file)

    assert plan.good[0].values.channels[0].address == "https://www.instagram.com/p/AbC/"


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path, judged: Judging) -> None:
    file = plan_file(tmp_path, (1, "2/1/2026", "9", "IG", "Kegiatan", "x", "x", "Draf", ""))
    book = openpyxl.load_workbook(file)
    book.worksheets[0]["F2"].value = "=1+1"
    book.worksheets[0]["F2"].data_type = "s"
    book.worksheets[0]["G2"].value = "@dishub +62 -5"
    book.save(file)

    values = judged(file).good[0].values

    assert (values.title, values.text) == ("=1+1", "@dishub +62 -5")


def test_the_same_row_twice_is_a_duplicate_of_the_earlier_one(
    tmp_path: Path, judged: Judging
) -> None:
    row = ("2/1/2026", "9.00", "IG", "Kegiatan", "Apel", "Teks", "Draf", "")
    file = plan_file(tmp_path, (1, *row), (2, *row), (3, *row[:4], "Lain", *row[5:]))

    plan = judged(file)

    assert [(copy.row, copy.earlier) for copy in plan.duplicates] == [(3, 2)]
    assert [good.values.title for good in plan.good] == ["Apel", "Lain"]


def test_a_header_repeated_on_every_page_is_no_row(tmp_path: Path, judged: Judging) -> None:
    row = (1, "2/1/2026", "9.00", "IG", "Kegiatan", "Apel", "Teks", "Draf", "")

    plan = judged(plan_file(tmp_path, row, HEADERS, (2, "3/1/2026", *row[2:])))

    assert (plan.rows_read, len(plan.good)) == (2, 2)


def test_english_headers_and_status_words_are_understood(tmp_path: Path, judged: Judging) -> None:
    file = plan_file(
        tmp_path,
        ("9 March 2026", "2:15 PM", "Instagram, YouTube Shorts", "Policy", "Fares", "Published"),
        headers=("Date", "Time", "Platform", "Category", "Title", "Status"),
    )

    (good,) = judged(file).good

    assert (good.values.day, good.values.at) == (date(2026, 3, 9), time(14, 15))
    assert good.values.category is Category.POLICY
    assert good.values.channels[1].post_kind == "youtube_short"


def test_an_unknown_status_is_faulty_and_every_fault_of_a_row_is_named(
    tmp_path: Path, judged: Judging
) -> None:
    file = plan_file(tmp_path, (1, "", "9", "Myspace", "", "", "", "Entahlah", ""))

    (faulty,) = judged(file).faulty

    assert [(fault.column, fault.reason) for fault in faulty.faults] == [
        ("Tanggal", ReasonCode.DAY_MISSING),
        ("Judul", ReasonCode.TITLE_MISSING),
        ("Kanal", ReasonCode.CHANNEL_UNKNOWN),
        ("Status", ReasonCode.STATUS_UNKNOWN),
    ]


def test_a_link_of_another_platform_is_not_given_to_a_channel(
    tmp_path: Path, judged: Judging
) -> None:
    link = "https://www.facebook.com/a/posts/1"
    file = plan_file(tmp_path, (1, "2/1/2026", "9", "IG", "Tips", "a", "b", "Tayang", link))

    plan = judged(file)

    assert plan.good[0].values.channels[0].address is None
    assert {"link": link} in [dict(note.facts) for note in plan.notes]


def test_a_title_longer_than_its_form_is_refused_with_its_row_and_column(
    tmp_path: Path, judged: Judging
) -> None:
    file = tmp_path / "rencana.csv"
    longest, longer = "J" * CONTENT_TITLE, "J" * (CONTENT_TITLE - 1) + "🚌"
    file.write_text(
        f"Tanggal;Kanal;Judul\n1/6/2026;IG;{longest}\n1/6/2026;IG;{longer}\n", encoding="utf-8"
    )

    result = judged(file)

    assert [row.row for row in result.good] == [2]
    (faulty,) = result.faulty
    assert (faulty.row, faulty.column) == (3, "Judul")
    assert faulty.faults[0].facts == {"length": "201", "limit": "200"}
