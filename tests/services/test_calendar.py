"""What the calendar shows of what is stored."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.office import Office
from app.services import calendar, contents, obligations, reports
from app.services.calendar import Tile
from app.services.calendar_filter import StateName
from app.services.contents import MediaForm, VariantForm
from app.services.obligations import GapKind
from app.services.reports import LackKind
from tests.content_desk import (
    SLOT,
    account_id,
    approved,
    complete_form,
    made,
    on_instagram,
    picture,
    seen,
    take_category_away,
    version,
)
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues


def november(office: Office) -> list[Tile]:
    return office.read(calendar.month, 2026, 11, office.now())


def test_a_month_begins_with_its_monday_and_has_six_weeks(office: Office) -> None:
    made(office, variants=(), planned_at=datetime(2026, 10, 26, 1, tzinfo=UTC))
    made(office, variants=(), planned_at=datetime(2026, 10, 25, 16, 59, tzinfo=UTC))
    made(office, variants=(), planned_at=datetime(2026, 12, 6, 16, 59, tzinfo=UTC))
    made(office, variants=(), planned_at=datetime(2026, 12, 6, 17, 0, tzinfo=UTC))

    days = [tile.day for tile in november(office)]

    assert calendar.first_day_shown(2026, 11) == date(2026, 10, 26)
    assert days == [date(2026, 10, 26), date(2026, 12, 6)]


def test_a_late_evening_in_utc_is_the_next_morning_in_west_java(office: Office) -> None:
    made(office, variants=(), planned_at=datetime(2026, 11, 2, 23, 30, tzinfo=UTC))

    assert [tile.day for tile in november(office)] == [date(2026, 11, 3)]


def test_variants_of_one_moment_are_one_tile_and_of_two_are_two(office: Office) -> None:
    later = VariantForm(account_id(office, "youtube"), "youtube_video", None, SLOT + timedelta(1))
    made(office, variants=(*complete_form(office).variants, later))

    tiles = november(office)

    assert [(tile.at, tile.platforms) for tile in tiles] == [
        (SLOT, ("facebook", "x")),
        (SLOT + timedelta(1), ("youtube",)),
    ]
    assert {tile.state for tile in tiles} == {StateName("content", "collected")}


def test_two_contents_of_one_hour_stand_beside_each_other(office: Office) -> None:
    made(office, title="Pertama")
    made(office, title="Kedua")

    assert [tile.title for tile in november(office)] == ["Pertama", "Kedua"]


def test_a_day_without_a_time_has_none(office: Office) -> None:
    made(office, variants=(), planned_at=None, planned_on=date(2026, 11, 27))

    (tile,) = november(office)

    assert (tile.day, tile.at) == (date(2026, 11, 27), None)


def test_a_variant_without_a_moment_follows_its_idea(office: Office) -> None:
    made(office, variants=(VariantForm(account_id(office, "x"), "x"),))

    (tile,) = november(office)

    assert (tile.at, tile.platforms) == (SLOT, ("x",))


def test_an_idea_whose_variants_have_their_own_moments_is_not_shown_twice(office: Office) -> None:
    only = VariantForm(account_id(office, "x"), "x", None, SLOT - timedelta(days=2))
    made(office, variants=(only,))

    assert [tile.day for tile in november(office)] == [date(2026, 11, 25)]


def test_approved_means_scheduled_until_its_moment_and_missed_after_it(
    office: Office, colleagues: Colleagues, clock: FixedClock
) -> None:
    approved(office, colleagues, made(office))

    before = november(office)[0].state
    clock.advance(days=8)

    assert before == StateName("content", "scheduled")
    assert november(office)[0].state == StateName("variant", "missed")
    assert [tile.platforms for tile in office.read(calendar.missed, office.now())] == [
        ("facebook", "x")
    ]


def test_publication_shows_in_part_and_whole_at_the_moment_it_happened(
    office: Office, colleagues: Colleagues, clock: FixedClock
) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)
    clock.advance(days=8)
    facebook, tweet = seen(office, content_id).variants

    office.act(contents.record_published, tweet.id, "https://x.com/dislitbudjabar/status/1")
    in_part = november(office)[0]
    link = "https://www.facebook.com/DislitbudJabar/posts/123456"
    office.act(contents.record_published, facebook.id, link, published_at=SLOT)

    assert in_part.state == StateName("content", "partly_published")
    whole = november(office)[0]
    assert (whole.state, whole.is_movable) == (StateName("content", "published"), False)


def test_an_unsure_outcome_shows_as_such(office: Office, colleagues: Colleagues) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)

    office.act(contents.record_unknown, seen(office, content_id).variants[0].id)

    assert november(office)[0].state == StateName("variant", "unknown")


def test_skipped_and_withdrawn_variants_are_told_apart(
    office: Office, colleagues: Colleagues
) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)
    facebook, tweet = seen(office, content_id).variants
    office.act(contents.skip, facebook.id, "Tidak jadi")
    office.act(contents.skip, tweet.id, "Tidak jadi")

    assert november(office)[0].state == StateName("variant", "skipped")


def test_the_tray_holds_open_ideas_without_a_date(office: Office) -> None:
    asset_id = picture(office)
    undated = on_instagram(office, MediaForm(asset_id))
    plain = VariantForm(undated.account_id, undated.post_kind, None, None, undated.media)
    made(office, title="Tanpa tanggal", planned_at=None, variants=(plain,))
    made(office, title="Bertanggal")
    given_up = made(office, title="Batal", planned_at=None, variants=())
    office.act(contents.cancel, given_up, version(office, given_up), "Tidak jadi")

    tray = office.read(calendar.undated)

    assert [(row.title, row.picture) for row in tray.rows] == [("Tanpa tanggal", f"{1:064x}")]
    assert tray.total == 1


def test_what_has_no_category_is_what_beranda_and_the_report_count(
    office: Office, colleagues: Colleagues
) -> None:
    """Ideas and what is still in the making are not counted: the public has not seen them."""
    medium = MediaForm(picture(office), "Rak")
    seen_by_all = [published(office, colleagues, medium) for _number in range(2)]
    made(office, category=None)
    office.act(take_category_away, seen_by_all[0])

    listed = office.read(calendar.uncategorised, office.now())
    gap = next(
        gap
        for gap in office.read(obligations.gaps, office.now())
        if gap.kind is GapKind.CONTENT_WITHOUT_CATEGORY
    )
    report = office.read(reports.report_year, 2026, office.now())

    lacks = {lack.kind: lack.count for part in report.parts for lack in part.lacks}
    assert [tile.content_id for tile in listed] == [seen_by_all[0]]
    assert gap.names == (listed[0].reference,)
    assert lacks[LackKind.CATEGORIES] == len(listed)


def published(office: Office, colleagues: Colleagues, medium: MediaForm) -> int:
    """A content whose link is recorded."""
    content_id = made(office, variants=(on_instagram(office, medium),))
    approved(office, colleagues, content_id)
    variant = seen(office, content_id).variants[0].id
    link = f"https://www.instagram.com/p/DAbCdEfGh{content_id:02}/"
    office.act(contents.record_published, variant, link)
    return content_id


@pytest.mark.parametrize("count", [1, 4])
def test_a_month_costs_the_same_statements_however_full_it_is(
    sqlite_office: Office, count: int
) -> None:
    for _number in range(count):
        made(sqlite_office)
    asked: list[str] = []

    def listening(session: Session) -> None:
        note = lambda *call: asked.append(call[2])  # noqa: E731 the listener is removed by name
        event.listen(session.get_bind(), "before_cursor_execute", note)
        calendar.month(session, 2026, 11, sqlite_office.now())
        event.remove(session.get_bind(), "before_cursor_execute", note)

    sqlite_office.read(listening)

    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 2
