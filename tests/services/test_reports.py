"""The report desk: what is counted, what is lacking, what is kept (Pasal 12)."""

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.models.account import Account
from app.models.asset import Asset, AssetKind
from app.models.comment import Citizen, Comment, Tone
from app.models.content import Category, Content, ContentState
from app.models.inquiry import InquiryState
from app.models.measurement import Measure, Measurement
from app.models.report import ObstacleSide, Part
from app.models.variant import Variant, VariantState
from app.office import Office
from app.resources import resource
from app.services import inquiries, reports
from app.services.errors import ChangedMeanwhile, InvalidValue, NotPermitted
from app.services.importing.foreign import read_foreign
from app.services.importing.previewing import preview
from app.services.importing.taking import take
from app.services.importing.writing.account_book import AccountBook
from app.services.printing.annual_report import write_annual_report
from app.services.printing.contents import Figure, Grid, GridRow
from app.services.reading.process import ReaderProcess
from app.services.reports import LackKind, PartState, RecommendationFacts, ReportYear
from app.services.transaction import Transaction
from tests.inquiry_desk import Desk
from tests.offices import Colleagues
from tests.services.printing.paper_text import whole_text

DEMO = resource("demo")
SAMPLES = (
    "akun-resmi.xlsx",
    "rencana-konten-2026.xlsx",
    "pertanyaan-2026.csv",
    "pertanyaan-lama-2025.csv",
    "analytics/Jan-01-2026_Nov-20-2026_1190027700012345.csv",
    "analytics/Jan-01-2026_Nov-20-2026_2280019900067890.csv",
    "analytics/account_analytics_content_2026-01-01_2026-11-20.csv",
)


def year_of(office: Office, year: int = 2026) -> ReportYear:
    return office.read(reports.report_year, year, office.now())


def values(row: GridRow) -> list[int | None]:
    return [figure.value for figure in row.figures]


def row_of(grid: Grid, beginning: str) -> GridRow:
    return next(row for row in grid.rows if row.label.startswith(beginning))


def total(grid: Grid, column: int) -> int:
    return sum(row.figures[column].value or 0 for row in grid.rows)


def lacks(office: Office, part: Part) -> set[LackKind]:
    return {lack.kind for lack in year_of(office).part(part).lacks}


def add_post(
    tx: Transaction, /, on: datetime | None, category: Category | None, **more: Any
) -> int:
    """A published post on Instagram; returns its variant."""
    account = tx.session.scalars(select(Account).where(Account.platform == "instagram")).one()
    content = Content(
        reference=tx.next_reference("KTN"),
        title="Pustaka keliling <b>Cianjur</b>",
        category=category,
        state=ContentState.APPROVED,
        created_at=tx.now,
    )
    variant = Variant(
        account=account,
        post_kind="instagram_feed",
        state=more.pop("state", VariantState.PUBLISHED),
        published_at=on,
        proof_url="https://www.instagram.com/p/contoh/",
        **more,
    )
    content.variants = [variant]
    tx.session.add(content)
    tx.session.flush()
    return variant.id


def add_comment(
    tx: Transaction, /, at: datetime | None, tone: Tone | None, variant_id: int | None, **more: Any
) -> None:
    citizen = Citizen(platform="instagram", handle=None)
    tx.session.add(citizen)
    tx.session.flush()
    tx.session.add(
        Comment(
            citizen_id=citizen.id,
            platform="instagram",
            account_id=tx.session.scalar(select(Account.id).where(Account.platform == "instagram")),
            variant_id=variant_id,
            text="Mantap",
            fold_key="mantap",
            written_at=at,
            seen_at=tx.now,
            tone=tone,
            marked_at=tx.now if tone else None,
            **more,
        )
    )


def _add_measurement(tx: Transaction, /, on: date, value: float, **more: Any) -> None:
    account = tx.session.scalars(select(Account).where(Account.platform == "instagram")).one()
    tx.session.add(
        Measurement(
            account_id=account.id,
            measure=more.pop("measure", Measure.SHARES),
            value=value,
            from_on=on,
            until_on=on,
            as_of=on,
            **more,
        )
    )


NEW_YEAR = datetime(2026, 1, 1, 0, 5, tzinfo=UTC).replace(hour=0)  # 07.05 WIB on 1 January
LAST_NIGHT = datetime(2025, 12, 31, 17, 30, tzinfo=UTC)  # 00.30 WIB on 1 January
OLD_YEAR = datetime(2025, 12, 31, 16, 30, tzinfo=UTC)  # 23.30 WIB on 31 December


@pytest.fixture
def samples(office: Office) -> Office:
    """An office that has taken in the sample files of a year."""
    with ReaderProcess() as reader:
        for name in SAMPLES:
            shown = office.read(preview, read_foreign(reader, DEMO / name), None, None)
            office.act(take, shown)
    return office


def test_the_samples_are_counted_as_their_readme_says(samples: Office) -> None:
    year = year_of(samples)

    figures = year.figures
    posts = {row.label.split()[0]: values(row)[0] for row in figures.messages.by_account.rows}
    assert total(figures.messages.by_account, 0) - (posts["WhatsApp"] or 0) == 275
    assert total(figures.messages.by_month, 0) == total(figures.messages.by_account, 0)
    assert total(figures.messages.by_category, 0) == 129
    comments = figures.comments
    for grid in (comments.by_account, comments.by_month, comments.by_category):
        assert [total(grid, column) for column in range(5)] == [56, 69, 97, 173, 395]
    assert figures.comments.unclassified == Figure(173)
    assert [values(row)[:2] for row in figures.comments.inquiries.rows] == [
        [162, values(row_of(figures.comments.inquiries, "Pertanyaan"))[1]],
        [84, values(row_of(figures.comments.inquiries, "Komentar"))[1]],
        [122, values(row_of(figures.comments.inquiries, "Kritik"))[1]],
        [27, values(row_of(figures.comments.inquiries, "Saran"))[1]],
    ]
    assert total(figures.comments.inquiries, 1) == 341
    assert total(year_of(samples, 2025).figures.comments.by_account, -1) == 81


def test_imported_response_times_are_no_clock_of_lampiran_c(samples: Office) -> None:
    comments = year_of(samples).figures.comments

    for grid in (comments.referrals, comments.requests):
        assert [total(grid, column) for column in range(4)] == [0, 0, 0, 0]
    assert total(comments.referrals, 4) + total(comments.requests, 4) == 81


def test_shares_of_platforms_stand_side_by_side_and_are_never_added(samples: Office) -> None:
    figures = year_of(samples).figures

    shares = figures.sending.by_account
    counted: Counter[str] = Counter()
    for row in shares.rows:
        counted[row.platform] += values(row)[0] or 0
    # The office has two accounts of each of these platforms; together they have what was exported.
    assert +counted == {"facebook": 1464, "instagram": 6207, "x": 369}
    assert shares.unsummed == {0, 1}
    youtube = row_of(shares, "YouTube")
    assert youtube.figures[0] == Figure(None, "data platform akun ini belum diimpor")
    reach = next(row for row in figures.traffic.visitors.rows if "DishubJbrContoh" in row.label)
    assert reach.figures[3] == Figure(None, "tidak ada dalam data platform yang diimpor")


def test_the_year_is_that_of_west_java(office: Office) -> None:
    office.act(add_post, LAST_NIGHT, Category.DISASTER)
    office.act(add_post, OLD_YEAR, Category.DISASTER)

    year = year_of(office)

    assert values(row_of(year.figures.messages.by_category, "c. Kebencanaan")) == [1, 1]
    assert values(row_of(year.figures.messages.by_month, "Januari")) == [1, 1]


def test_a_withdrawn_post_was_published_all_the_same(office: Office) -> None:
    office.act(
        add_post, NEW_YEAR, None, state=VariantState.WITHDRAWN, closing_reason="Salah jadwal"
    )

    year = year_of(office)

    assert values(row_of(year.figures.messages.by_category, "Belum dikategorikan")) == [1, 1]
    assert lacks(office, Part.CONTENT_REVIEW) == {LackKind.CATEGORIES, LackKind.NARRATIVE}


def test_a_planned_post_is_not_counted(office: Office) -> None:
    office.act(add_post, None, Category.DISASTER, state=VariantState.PLANNED)

    assert total(year_of(office).figures.messages.by_account, 0) == 0


def test_own_lines_are_no_comments_and_an_unmarked_one_has_no_tone(office: Office) -> None:
    post = office.act(add_post, NEW_YEAR, Category.DISASTER)
    office.act(add_comment, NEW_YEAR, Tone.NEGATIVE, post)
    office.act(add_comment, NEW_YEAR, None, post)
    office.act(add_comment, NEW_YEAR, None, post, is_own=True)

    comments = year_of(office).figures.comments

    assert values(row_of(comments.by_account, "Instagram")) == [0, 0, 1, 1, 2]
    assert values(row_of(comments.by_category, "c. Kebencanaan")) == [0, 0, 1, 1, 2]
    assert comments.unclassified == Figure(1)


def test_a_comment_with_only_an_age_counts_in_the_month_of_its_age(office: Office) -> None:
    september = datetime(2026, 9, 11, 2, tzinfo=UTC)
    office.act(
        add_comment, None, Tone.POSITIVE, None, written_age="10 mgg", written_about_at=september
    )

    comments = year_of(office).figures.comments

    assert values(row_of(comments.by_month, "September")) == [1, 0, 0, 0, 1]
    assert values(row_of(comments.by_month, "November")) == [0, 0, 0, 0, 0]


def test_every_row_of_tones_adds_up_to_its_sum(samples: Office) -> None:
    comments = year_of(samples).figures.comments

    grids = (comments.by_account, comments.by_category, comments.by_month)
    rows = [values(row) for grid in grids for row in grid.rows]
    assert any(undetermined for *_tones, undetermined, _sum in rows)
    for *counts, whole in rows:
        assert sum(count or 0 for count in counts) == whole
    for grid in grids:
        assert total(grid, 3) == 173


def test_dismissed_spam_is_out_of_the_figures(desk: Desk, received: int) -> None:
    before = year_of(desk.office).figures.comments
    whole = desk.whole(received)

    desk.office.act(inquiries.dismiss, received, whole.version, "Iklan pinjaman")

    after = year_of(desk.office).figures.comments
    assert desk.state(received) is InquiryState.DISMISSED
    assert (total(before.inquiries, 0), total(after.inquiries, 0)) == (1, 0)
    assert (total(before.by_account, -1), total(after.by_account, -1)) == (1, 0)


def test_an_agency_that_answers_late_is_late_for_ever(desk: Desk, referred: int) -> None:
    running = row_of(year_of(desk.office).figures.comments.referrals, "Dinas Bina Marga")
    desk.clock.advance(hours=30)
    silent = row_of(year_of(desk.office).figures.comments.referrals, "Dinas Bina Marga")

    desk.agency_answers(referred)

    answered = row_of(year_of(desk.office).figures.comments.referrals, "Dinas Bina Marga")
    assert values(running) == [1, 0, 0, 1, 0]
    assert values(silent) == [1, 0, 1, 0, 0]
    assert values(answered) == [1, 0, 1, 0, 0]


def test_agencies_outside_the_province_have_a_table_of_their_own(desk: Desk, received: int) -> None:
    desk.refer(received, "Kota Bandung")

    comments = year_of(desk.office).figures.comments

    assert not comments.referrals.rows
    assert values(comments.requests.rows[0])[:1] == [1]


def test_an_account_counted_as_a_whole_is_not_added_to_its_posts(office: Office) -> None:
    office.act(_add_measurement, date(2026, 5, 3), 70, post_key="instagram:1")
    office.act(_add_measurement, date(2026, 6, 3), 5, post_key="instagram:2")
    posts = year_of(office).figures.sending

    office.act(_add_measurement, date(2026, 5, 31), 90)

    whole = year_of(office).figures.sending
    assert values(row_of(posts.by_account, "Instagram"))[0] == 75
    assert values(row_of(posts.shares_by_month, "Mei")) == [70]
    assert values(row_of(posts.shares_by_month, "Juli")) == [None]
    assert values(row_of(whole.by_account, "Instagram"))[0] == 90


def test_an_empty_office_has_seven_empty_or_partial_parts(office: Office) -> None:
    year = year_of(office)

    assert year.complete == 0
    assert year.part(Part.COMMENTS).state is PartState.EMPTY
    assert year.part(Part.OBSTACLES).state is PartState.EMPTY
    assert year.part(Part.POLICY_OVERVIEW).state is PartState.PARTIAL
    assert lacks(office, Part.POLICY_OVERVIEW) == {
        LackKind.DESIGNATIONS,
        LackKind.ASSIGNMENT,
        LackKind.NARRATIVE,
    }


def test_a_text_is_kept_and_the_part_becomes_complete(office: Office) -> None:
    office.act(add_post, NEW_YEAR, Category.DISASTER)

    office.act(reports.save_narrative, 2026, Part.CONTENT_REVIEW, "Isi pesan beragam.", None)

    part = year_of(office).part(Part.CONTENT_REVIEW)
    assert (part.state, part.text) == (PartState.COMPLETE, "Isi pesan beragam.")


def test_a_reason_in_words_stands_for_figures_that_nobody_has(office: Office) -> None:
    office.act(
        reports.save_narrative, 2026, Part.TRAFFIC, "Lihat alasan.", None, "Akun baru dibuat."
    )

    part = year_of(office).part(Part.TRAFFIC)
    assert (part.state, part.lacks) == (PartState.COMPLETE, ())


def test_two_people_may_write_different_parts_at_once_but_not_the_same(office: Office) -> None:
    saved = office.act(reports.save_narrative, 2026, Part.COMMENTS, "Satu", None)
    office.act(reports.save_narrative, 2026, Part.SHARES, "Lain", None)
    again = office.act(reports.save_narrative, 2026, Part.COMMENTS, "Satu.", saved)

    with pytest.raises(ChangedMeanwhile):
        office.act(reports.save_narrative, 2026, Part.COMMENTS, "Dua", None)

    assert again >= saved
    assert year_of(office).part(Part.COMMENTS).text == "Satu."


def test_external_and_internal_obstacles_are_two_lists(office: Office) -> None:
    office.act(reports.add_obstacle, 2026, ObstacleSide.INTERNAL, "Satu desainer")
    external = office.act(reports.add_obstacle, 2026, ObstacleSide.EXTERNAL, "Banjir")
    assert year_of(office).part(Part.OBSTACLES).state is PartState.COMPLETE

    office.act(reports.remove_obstacle, external, year_of(office).obstacles[0].version)

    year = year_of(office)
    assert [row.text for row in year.obstacles] == ["Satu desainer"]
    assert lacks(office, Part.OBSTACLES) == {LackKind.EXTERNAL_OBSTACLES}


def test_a_recommendation_needs_a_plan_before_the_part_is_complete(office: Office) -> None:
    key = office.act(reports.add_recommendation, 2026, RecommendationFacts("Tambah desainer"))
    assert lacks(office, Part.RECOMMENDATIONS) == {LackKind.FOLLOW_UP_PLANS}
    seen = year_of(office).recommendations[0].version

    office.act(
        reports.change_recommendation,
        key,
        seen,
        RecommendationFacts("Tambah desainer", "Usul formasi", "Sekretaris", date(2027, 6, 30)),
    )

    assert year_of(office).part(Part.RECOMMENDATIONS).state is PartState.COMPLETE


def test_who_may_only_read_keeps_nothing(office: Office, colleagues: Colleagues) -> None:
    colleagues.sit_down(office, "tatang")

    with pytest.raises(NotPermitted):
        office.act(reports.save_narrative, 2026, Part.COMMENTS, "Satu", None)
    with pytest.raises(NotPermitted):
        office.act(reports.add_obstacle, 2026, ObstacleSide.EXTERNAL, "Banjir")


def _add_scan(tx: Transaction) -> int:
    scan = Asset(
        reference=tx.next_reference("AST"),
        sha256="a" * 64,
        size=1,
        kind=AssetKind.DOCUMENT,
        file_name="pengesahan.pdf",
        title="Lembar pengesahan",
        added_at=tx.now,
    )
    tx.session.add(scan)
    tx.session.flush()
    return scan.id


def test_a_signature_on_paper_is_recorded_with_its_scan_and_then_the_delivery(
    office: Office,
) -> None:
    scan = office.act(_add_scan)
    with pytest.raises(InvalidValue):
        office.act(reports.record_submission, 2026, date(2026, 11, 20))

    office.act(reports.record_signature, 2026, date(2026, 11, 19), "Dr. Euis", scan)
    office.act(reports.record_submission, 2026, date(2026, 11, 20), "TT-1/2026")

    year = year_of(office)
    assert (year.signed_on, year.has_scan) == (date(2026, 11, 19), True)
    assert year.submitted_on == date(2026, 11, 20)


def test_a_signature_of_tomorrow_is_refused(office: Office) -> None:
    scan = office.act(_add_scan)

    with pytest.raises(InvalidValue):
        office.act(reports.record_signature, 2026, date(2026, 11, 21), "Dr. Euis", scan)


def test_the_number_of_statements_does_not_grow_with_the_rows(office: Office) -> None:
    few = _statements(office)
    for day in range(1, 20):
        post = office.act(add_post, NEW_YEAR.replace(day=day), Category.DISASTER)
        office.act(add_comment, NEW_YEAR.replace(day=day), Tone.POSITIVE, post)
        office.act(reports.add_obstacle, 2026, ObstacleSide.EXTERNAL, "Banjir")

    assert _statements(office) <= few + 1  # the narratives, once there is a report


def _statements(office: Office) -> int:
    counted: list[str] = []

    def count(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        counted.append(statement)

    def query(session: Session) -> None:
        engine = session.get_bind()
        assert isinstance(engine, Engine)
        event.listen(engine, "before_cursor_execute", count)
        try:
            reports.report_contents(session, 2026, office.now(), office.assets, is_example=False)
        finally:
            event.remove(engine, "before_cursor_execute", count)

    office.read(query)
    return len(counted)


def test_the_paper_prints_what_the_office_knows(samples: Office, tmp_path: Path) -> None:
    samples.act(reports.save_narrative, 2026, Part.COMMENTS, "Warga & <b>Dishub</b>", None)
    contents = samples.read(
        reports.report_contents, 2026, samples.now(), samples.assets, is_example=False
    )

    write_annual_report(contents, tmp_path / "laporan.pdf")

    text = whole_text(tmp_path / "laporan.pdf")
    assert "Warga & <b>Dishub</b>" in text
    assert "Sebanyak 222 komentar telah ditentukan sifatnya: positif 56 (25,2%)" in text
    assert "KEPALA DINAS LITERASI DAN WARISAN BUDAYA," in text
    assert len(contents.posts) == 284
    assert len(contents.inquiries) == 395
    assert "huruf a Akun yang belum ditunjuk" in text


def test_of_an_account_that_nobody_has_named_only_the_platform_is_printed(office: Office) -> None:
    office.act(lambda tx: AccountBook(tx.session).need(tx, "tiktok"))

    contents = office.read(reports.report_contents, 2026, office.now(), office.assets, False)

    (fact,) = (fact for fact in contents.policy.accounts if fact.platform == "TikTok")
    assert (fact.name, fact.address) == ("", "")
    labels = [row.label for row in contents.messages.by_account.rows]
    assert labels[-1] == "TikTok"


def test_the_paper_says_which_contents_lack_a_category() -> None:
    from app.services.reports.paper import lack_text
    from app.services.reports.parts import Lack

    words = lack_text(Lack(LackKind.CATEGORIES, 26))

    assert words == "Konten yang tayang tahun ini dan belum dikategorikan (Pasal 7): 26."
