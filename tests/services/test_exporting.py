"""Everything that an office has, in files that others can read."""

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta

import openpyxl
import pytest

from app.language import use_language
from app.models.account import Account, MediaKind
from app.models.comment import Citizen, Comment, Tone
from app.models.content import Category, Content
from app.models.inquiry import Inquiry, InquiryKind, InquiryOrigin
from app.models.measurement import Measure, Measurement
from app.models.variant import Variant
from app.office import Office
from app.services.errors import Cancelled
from app.services.exporting import (
    Column,
    ExportKind,
    FileFormat,
    Table,
    export_table,
    write_table,
)
from app.services.transaction import Transaction

FORMULAS = ["=1+1", "+62812", "-5 derajat", "@dishub", "\t=1+1"]


def fill(tx: Transaction) -> None:
    """One of nearly everything."""
    account = tx.session.query(Account).filter(Account.platform == "instagram").one()
    content = Content(
        reference=tx.next_reference("KTN"),
        title="Uji KIR gratis",
        text="Gratis!",
        category=Category.POLICY,
        created_at=tx.now,
        created_by_id=tx.actor_id,
        planned_at=datetime(2026, 11, 20, 2, 30, tzinfo=UTC),
    )
    content.variants.append(Variant(account=account, post_kind="feed", text="Gratis, Wargi!"))
    content.variants.append(Variant(account=account, post_kind="story"))
    idea = Content(reference=tx.next_reference("KTN"), title="Gagasan", created_at=tx.now)
    inquiry = Inquiry(
        reference=tx.next_reference("INQ"),
        kind=InquiryKind.QUESTION,
        origin=InquiryOrigin.ENTERED,
        received_at=tx.now - timedelta(hours=3),
        recorded_at=tx.now,
    )
    tx.session.add_all([content, idea, inquiry])
    tx.session.flush()
    comment = Comment(
        citizen=Citizen(platform="instagram", handle="neng.contoh"),
        inquiry_id=inquiry.id,
        is_opening=True,
        text="=HYPERLINK(1) jam berapa?",
        fold_key="jam berapa",
        seen_at=tx.now,
        tone=Tone.NEUTRAL,
        marked_at=tx.now,
    )
    figure = Measurement(
        account_id=account.id,
        measure=Measure.SHARES,
        value=12.0,
        from_on=date(2026, 1, 1),
        until_on=date(2026, 11, 20),
        as_of=date(2026, 11, 20),
    )
    tx.session.add_all([comment, figure])
    tx.audit("fill", "content")


def written(table: Table, file_format: FileFormat) -> bytes:
    target = io.BytesIO()
    write_table(table, file_format, target)
    return target.getvalue()


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("kind", list(ExportKind))
def test_every_row_has_a_cell_for_every_column(office: Office, kind: ExportKind) -> None:
    office.act(fill)

    table = office.read(export_table, kind)

    assert {len(row) for row in table.rows} <= {len(table.columns)}
    assert len({column.key for column in table.columns}) == len(table.columns)
    assert len(table.rows) > 0 or kind is ExportKind.ASSETS


def test_contents_have_one_row_a_variant_and_ideas_one(office: Office) -> None:
    office.act(fill)

    rows = json.loads(written(office.read(export_table, ExportKind.CONTENTS), FileFormat.JSON))

    assert [(row["title"], row["post_kind"], row["text"]) for row in rows] == [
        ("Uji KIR gratis", "feed", "Gratis, Wargi!"),
        ("Uji KIR gratis", "story", "Gratis!"),
        ("Gagasan", None, ""),
    ]
    assert rows[0]["category"] == "policy"
    assert rows[0]["planned_at"] == "2026-11-20T09:30:00+07:00"


def test_people_read_words_of_their_language_and_times_of_west_java(office: Office) -> None:
    office.act(fill)

    rows = csv_rows(written(office.read(export_table, ExportKind.INQUIRIES), FileFormat.CSV))

    row = dict(zip(rows[0], rows[1], strict=True))
    assert "Pertanyaan" in row.values()
    assert "2026-11-20 06:30:00" in row.values()


def test_an_english_export_is_english(office: Office) -> None:
    office.act(fill)
    use_language("en")

    try:
        rows = csv_rows(written(office.read(export_table, ExportKind.INQUIRIES), FileFormat.CSV))
    finally:
        use_language("id")

    assert rows[0][:3] == ["Reference", "State", "Kind"]
    assert rows[1][2] == "Question"


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_like_a_formula_stays_text_in_csv(text: str) -> None:
    table = Table((Column("text", "Text"),), [(text,)])

    assert csv_rows(written(table, FileFormat.CSV))[1] == ["'" + text]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_like_a_formula_stays_text_in_xlsx(text: str) -> None:
    table = Table((Column("text", "Text"),), [(text,)])

    sheet = openpyxl.load_workbook(io.BytesIO(written(table, FileFormat.XLSX))).active

    assert sheet is not None
    cell = sheet["A2"]
    assert (cell.data_type, cell.value) == ("s", text)


def test_numbers_days_and_moments_stay_such_in_xlsx() -> None:
    moment = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)
    table = Table(
        tuple(Column(str(number), str(number)) for number in range(4)),
        [(-5, 1.5, date(2026, 1, 2), moment)],
    )

    sheet = openpyxl.load_workbook(io.BytesIO(written(table, FileFormat.XLSX))).active

    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == [
        -5,
        1.5,
        datetime(2026, 1, 2),  # noqa: DTZ001 (a cell of a workbook has no zone)
        datetime(2026, 11, 20, 9, 30),  # noqa: DTZ001 (the same)
    ]


def test_a_character_that_xml_can_not_hold_does_not_end_the_export() -> None:
    table = Table((Column("text", "Text"),), [("bel\x07l",)])

    sheet = openpyxl.load_workbook(io.BytesIO(written(table, FileFormat.XLSX))).active

    assert sheet is not None
    assert sheet["A2"].value == "bell"


def test_csv_keeps_line_breaks_semicolons_and_decimals() -> None:
    table = Table((Column("a", "A"), Column("b", "B")), [('satu;\r\n"dua"', 0.25)])

    assert csv_rows(written(table, FileFormat.CSV))[1] == ['satu;\r\n"dua"', "0,25"]


def test_unknown_is_empty_and_not_zero() -> None:
    table = Table((Column("a", "A"), Column("b", "B")), [(None, 0)])

    assert csv_rows(written(table, FileFormat.CSV))[1] == ["", "0"]
    assert json.loads(written(table, FileFormat.JSON)) == [{"a": None, "b": 0}]


def test_passwords_are_never_exported(office: Office) -> None:
    everything = b"".join(
        written(office.read(export_table, kind), FileFormat.JSON) for kind in ExportKind
    )

    assert b"argon2" not in everything


def test_a_long_export_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_table(Table((Column("a", "A"),), [(1,)]), FileFormat.CSV, io.BytesIO(), stop)


def test_an_account_that_nobody_has_named_is_exported_without_a_handle(office: Office) -> None:
    def stand_in(tx: Transaction) -> None:
        tx.session.add(
            Account(platform="tiktok", handle="tiktok", media_kind=MediaKind.MEDIA_SHARING)
        )

    office.act(stand_in)

    rows = office.read(export_table, ExportKind.ACCOUNTS).rows
    assert rows[-1][:2] == ("tiktok", None)
    assert rows[0][1] is not None
