"""Figures find their posts: the samples against the plan, sums, and what is unknown."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from app.models.account import Account
from app.models.content import Content, ContentState
from app.models.measurement import Measure, Measurement
from app.models.variant import Variant, VariantState
from app.office import Office
from app.resources import resource
from app.services import measurements
from app.services.errors import NotPermitted
from app.services.importing.measurements import Figure, MeasuredPost, MeasurementRows
from app.services.importing.plan import PlanRow, PlanRows, PlanStatus
from app.services.importing.recognise import recognise
from app.services.importing.rows import judge
from app.services.importing.tables import Workbook, workbook_from
from app.services.importing.values import moment_of
from app.services.links import canonical
from app.services.measurements import MatchedBy, MeasurementsTaken
from app.services.reading import workbooks
from app.services.transaction import Transaction
from tests.offices import Colleagues

FILES = {
    "facebook": "Jan-01-2026_Nov-20-2026_1190027700012345.csv",
    "instagram": "Jan-01-2026_Nov-20-2026_2280019900067890.csv",
    "x": "account_analytics_content_2026-01-01_2026-11-20.csv",
}
POST = MeasuredPost(
    "instagram",
    "17911207108475562",
    "https://www.instagram.com/p/DC9wphT6Axj/?igsh=x",
    "dislitbud.jabar",
    None,
    "Rebo Nyunda",
    date(2026, 11, 18),
    time(16, 0),
    None,
    (Figure(Measure.LIKES, "Likes", 227), Figure(Measure.SHARES, "Shares", 36)),
)


def read(*path: str) -> Workbook:
    return workbook_from(workbooks.read({"path": str(resource("demo", *path))}, b"").words)


def measured(platform: str) -> list[MeasuredPost]:
    workbook = read("analytics", FILES[platform])
    recognised = recognise(workbook)
    assert recognised is not None
    return [row.values for row in judge(MeasurementRows(), recognised.tables, workbook).good]


def plan() -> list[PlanRow]:
    workbook = read("rencana-konten-2026.xlsx")
    recognised = recognise(workbook)
    assert recognised is not None
    return [row.values for row in judge(PlanRows(), recognised.tables, workbook).good]


def publish(tx: Transaction, rows: Sequence[PlanRow]) -> None:
    """What the plan's rows say was published, on the office's accounts."""
    accounts = {row.platform: row.id for row in tx.session.scalars(select(Account))}
    for number, row in enumerate(rows):
        if row.status is not PlanStatus.PUBLISHED:
            continue
        content = Content(
            reference=f"KTN-2026-{number:06d}",
            title=row.title,
            text=row.text,
            state=ContentState.RECORDED,
            created_at=tx.now,
        )
        tx.session.add(content)
        tx.session.flush()
        for channel in row.channels:
            if channel.platform in accounts:
                tx.session.add(
                    Variant(
                        content_id=content.id,
                        account_id=accounts[channel.platform],
                        post_kind=channel.post_kind,
                        state=VariantState.PUBLISHED,
                        published_at=moment_of(row.day, row.at),
                        proof_url=channel.address,
                        post_key=canonical(channel.address) if channel.address else None,
                        is_history=True,
                    )
                )
    tx.audit("import", "content")


@pytest.fixture
def year(office: Office) -> Office:
    """The demo plan's posts, on the accounts of this office."""
    office.act(publish, plan())
    return office


def test_every_post_of_the_samples_finds_its_variant(year: Office) -> None:
    found = {
        platform: Counter(
            match.by for match in year.read(measurements.match_posts, measured(platform))
        )
        for platform in FILES
    }

    assert {platform: sum(by.values()) for platform, by in found.items()} == {
        "facebook": 77,
        "instagram": 104,
        "x": 63,
    }
    assert found["facebook"][MatchedBy.NOTHING] == 1
    assert found["x"][MatchedBy.NOTHING] == 3
    assert found["instagram"][MatchedBy.NOTHING] == 0


def test_a_permalink_of_another_form_is_found_by_time_and_text(year: Office) -> None:
    matches = year.read(measurements.match_posts, measured("facebook"))

    other = [match for match in matches if match.by is MatchedBy.DAY_AND_TEXT]

    assert other
    variants = [match.variant_id for match in matches if match.variant_id is not None]
    assert len(variants) == len(set(variants))


def test_sums_of_a_year_are_those_of_the_file(year: Office) -> None:
    year.act(measurements.take_measurements, measured("instagram"))

    sums = year.read(measurements.monthly_sums, date(2026, 1, 1), date(2026, 12, 31))

    total: Counter[Measure] = Counter()
    for row in sums:
        total[row.measure] += int(row.value)
    assert total[Measure.VIEWS] == 1_062_711
    assert total[Measure.SHARES] == 6_207
    assert {row.handle for row in sums} == {"dislitbud.jabar"}
    assert sum(row.posts for row in sums if row.measure is Measure.VIEWS) == 104


def test_the_same_file_twice_changes_nothing(office: Office) -> None:
    office.act(measurements.take_measurements, measured("x"))

    again = office.act(measurements.take_measurements, measured("x"))

    assert (again.new, again.renewed, again.unchanged) == (0, 0, 63 * 10)


def test_a_newer_export_renews_and_a_blank_takes_nothing_away(office: Office) -> None:
    office.act(measurements.take_measurements, [POST], as_of=date(2026, 11, 19))
    newer = replace(POST, figures=(Figure(Measure.LIKES, "Likes", 300),))

    taken = office.act(measurements.take_measurements, [newer], as_of=date(2026, 11, 20))

    figures = {
        row.measure: row.value
        for row in office.read(measurements.monthly_sums, date(2026, 11, 1), date(2026, 11, 30))
    }
    assert (taken.new, taken.renewed) == (0, 1)
    assert figures == {Measure.LIKES: 300, Measure.SHARES: 36}


def test_an_older_export_does_not_take_the_place_of_a_newer_one(office: Office) -> None:
    older = replace(POST, figures=(Figure(Measure.LIKES, "Likes", 5),))
    office.act(measurements.take_measurements, [POST], as_of=date(2026, 11, 20))

    taken = office.act(measurements.take_measurements, [older], as_of=date(2026, 11, 10))

    assert (taken.renewed, taken.unchanged) == (0, 1)


def test_posts_that_the_calendar_does_not_know_are_kept_and_listed(office: Office) -> None:
    taken = office.act(measurements.take_measurements, [POST])

    (row,) = office.read(measurements.unmatched_posts)
    assert taken == MeasurementsTaken(2, 0, 0, (POST,), ())
    assert (row.post_key, row.text) == ("https://instagram.com/p/DC9wphT6Axj", "Rebo Nyunda")


def test_posts_of_no_account_of_ours_are_not_kept(office: Office) -> None:
    foreign = replace(POST, platform="tiktok", handle="orang.lain")

    taken = office.act(measurements.take_measurements, [foreign])

    assert taken.homeless == (foreign,)
    assert office.read(measurements.unmatched_posts) == []


def test_a_month_without_figures_is_not_there_rather_than_zero(office: Office) -> None:
    office.act(measurements.take_measurements, [POST])

    sums = office.read(measurements.monthly_sums, date(2026, 10, 1), date(2026, 10, 31))

    assert sums == []


def test_figures_of_the_whole_account_are_not_added_to_those_of_posts(office: Office) -> None:
    def whole(tx: Transaction) -> None:
        tx.session.add(
            Measurement(
                account_id=1,
                measure=Measure.LIKES,
                value=1000,
                from_on=date(2026, 11, 1),
                until_on=date(2026, 11, 30),
                as_of=date(2026, 11, 30),
            )
        )
        tx.audit("import", "measurement")

    office.act(whole)
    office.act(measurements.take_measurements, [POST])

    sums = office.read(measurements.monthly_sums, date(2026, 11, 1), date(2026, 11, 30))

    likes = [(row.value, row.posts) for row in sums if row.measure is Measure.LIKES]
    assert sorted(likes) == [(227, 1), (1000, 0)]


def test_only_an_admin_takes_figures_in(office: Office, colleagues: Colleagues) -> None:
    colleagues.sit_down(office, "cecep")

    with pytest.raises(NotPermitted):
        office.act(measurements.take_measurements, [POST])


def test_two_posts_of_a_day_with_the_same_text_are_not_guessed(office: Office) -> None:
    row = next(row for row in plan() if row.status is PlanStatus.PUBLISHED and row.text)
    nameless = replace(
        row, channels=(replace(row.channels[0], platform="instagram", address=None),)
    )
    office.act(publish, [nameless, nameless])
    post = replace(
        POST, text=row.text, posted_on=row.day, posted_time=row.at or time(0, 0), link=None
    )

    (match,) = office.read(measurements.match_posts, [post])
    (late,) = office.read(
        measurements.match_posts, [replace(post, posted_on=row.day + timedelta(days=1))]
    )

    assert match.by is MatchedBy.NOTHING
    assert late.by is MatchedBy.NOTHING
