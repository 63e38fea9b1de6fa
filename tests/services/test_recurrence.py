"""Contents that repeat: dates counted from the first, each occurrence its own content."""

from datetime import date, datetime, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language import WIB, wib
from app.models.content import ContentState
from app.models.series import Frequency, ShortMonth
from app.office import Office
from app.services import approvals, contents, recurrence
from app.services.contents import VariantForm
from app.services.errors import AlreadyThere, InvalidValue, NotPermitted
from app.services.recurrence import Rule, SeriesView
from tests.content_desk import SLOT, account_id, approved, complete_form, made, seen, version
from tests.offices import Colleagues

FRIDAY = wib(SLOT).date()
WEEKLY = Rule(Frequency.WEEKLY)


def first(rule: Rule, begins: date, number: int) -> list[date]:
    return list(islice(recurrence.dates(rule, begins), number))


def repeated(office: Office, rule: Rule = WEEKLY) -> tuple[int, int]:
    """Keys of a content that repeats, and of its series."""
    content_id = made(office)
    return content_id, office.act(recurrence.repeat, content_id, version(office, content_id), rule)


def shown(office: Office, content_id: int) -> SeriesView:
    view = office.read(recurrence.series_of, content_id, FRIDAY)
    assert view is not None
    return view


def test_the_31st_never_drifts() -> None:
    skipping = Rule(Frequency.MONTHLY_BY_DAY)
    taking_last = Rule(Frequency.MONTHLY_BY_DAY, short_month=ShortMonth.LAST_DAY)

    assert [day.isoformat() for day in first(skipping, date(2026, 1, 31), 4)] == [
        "2026-01-31",
        "2026-03-31",
        "2026-05-31",
        "2026-07-31",
    ]
    assert [day.isoformat() for day in first(taking_last, date(2026, 1, 31), 4)] == [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
    ]


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(1, 5))
def test_by_last_days_every_month_has_one_and_none_is_later_than_the_first(
    begins: date, every: int
) -> None:
    rule = Rule(Frequency.MONTHLY_BY_DAY, every, short_month=ShortMonth.LAST_DAY)

    days = first(rule, begins, 12)

    months = [day.year * 12 + day.month for day in days]
    assert days[0] == begins
    assert all(after - before == every for before, after in pairwise(months))
    for day in days:
        assert day.day == begins.day or (day + timedelta(days=1)).day == 1


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_every_rule_begins_with_the_first_day_itself(begins: date) -> None:
    for frequency in Frequency:
        for short_month in ShortMonth:
            assert first(Rule(frequency, short_month=short_month), begins, 1) == [begins]


def test_the_29th_of_february_is_kept_or_left_out() -> None:
    leap = date(2028, 2, 29)

    assert first(Rule(Frequency.YEARLY), leap, 2)[1] == date(2032, 2, 29)
    taking_last = Rule(Frequency.YEARLY, short_month=ShortMonth.LAST_DAY)
    assert first(taking_last, leap, 2)[1] == date(2029, 2, 28)


def test_weekdays_and_days_of_the_month_by_weekday() -> None:
    two_days = Rule(Frequency.WEEKLY, weekdays=frozenset({1, 4}), number=3)
    last_friday = Rule(Frequency.MONTHLY_BY_WEEKDAY, nth=-1)

    assert first(two_days, FRIDAY, 9) == [FRIDAY, date(2026, 12, 1), date(2026, 12, 4)]
    assert first(last_friday, FRIDAY, 2)[1] == date(2026, 12, 25)
    assert recurrence.fitting_nths(FRIDAY) == (4, -1)
    assert recurrence.fitting_nths(date(2026, 10, 30)) == (-1,)


def test_each_occurrence_is_a_content_of_its_own_on_its_day(office: Office) -> None:
    content_id, series_id = repeated(office)
    days = shown(office, content_id).following[:2]

    keys = office.act(recurrence.make_occurrences, series_id, days)

    assert days == (date(2026, 12, 4), date(2026, 12, 11))
    copy = seen(office, keys[1])
    assert copy.state is ContentState.COLLECTED
    assert copy.form.title == seen(office, content_id).form.title
    assert not copy.form.source_is_verified
    moments = {variant.planned_at for variant in copy.form.variants}
    assert moments == {SLOT + timedelta(days=14)}
    assert copy.reference != seen(office, content_id).reference


def test_making_again_duplicates_nothing(office: Office) -> None:
    content_id, series_id = repeated(office)
    days = shown(office, content_id).following[:12]
    office.act(recurrence.make_occurrences, series_id, days)

    again = office.act(recurrence.make_occurrences, series_id, days)

    view = shown(office, content_id)
    assert again == ()
    assert len(view.made) == 13
    assert view.following[0] == days[-1] + timedelta(days=7)


def test_a_cancelled_occurrence_is_not_made_anew(office: Office) -> None:
    content_id, series_id = repeated(office)
    days = shown(office, content_id).following[:1]
    (key,) = office.act(recurrence.make_occurrences, series_id, days)
    office.act(contents.cancel, key, version(office, key), "Libur")

    again = office.act(recurrence.make_occurrences, series_id, days)

    assert again == ()


def test_correcting_one_occurrence_changes_only_that_one(office: Office) -> None:
    content_id, series_id = repeated(office)
    keys = office.act(
        recurrence.make_occurrences, series_id, shown(office, content_id).following[:2]
    )

    form = complete_form(office, text="Edisi khusus.")
    office.act(contents.change_content, keys[0], version(office, keys[0]), form)

    texts = [seen(office, key).form.text for key in (content_id, *keys)]
    assert texts[1] == "Edisi khusus."
    assert texts[0] == texts[2] != texts[1]


def test_an_approval_is_of_one_occurrence_only(office: Office, colleagues: Colleagues) -> None:
    content_id, series_id = repeated(office)
    approved(office, colleagues, content_id)

    (key,) = office.act(
        recurrence.make_occurrences, series_id, shown(office, content_id).following[:1]
    )

    assert seen(office, content_id).state is ContentState.APPROVED
    assert seen(office, key).state is ContentState.COLLECTED
    assert seen(office, key).revision_id is None


def test_a_first_one_that_was_moved_keeps_the_series_on_its_days(office: Office) -> None:
    content_id, series_id = repeated(office)
    monday = date(2026, 11, 30)
    office.act(contents.move, content_id, version(office, content_id), FRIDAY, monday)

    (key,) = office.act(
        recurrence.make_occurrences, series_id, shown(office, content_id).following[:1]
    )

    planned = seen(office, key).form.variants[0].planned_at
    assert planned == datetime(2026, 12, 4, 11, tzinfo=WIB)


def test_what_somebody_is_typing_stays_when_occurrences_are_made(office: Office) -> None:
    content_id, series_id = repeated(office)
    office.act(approvals.save_draft, contents.DRAFT_SUBJECT, 0, 0, {})
    actor = office.actor
    assert actor is not None
    assert actor.id is not None

    office.act(recurrence.make_occurrences, series_id, shown(office, content_id).following[:1])

    assert office.read(approvals.draft_of, actor.id, contents.DRAFT_SUBJECT, 0) is not None


def test_an_ended_series_makes_no_more(office: Office) -> None:
    content_id, series_id = repeated(office)
    view = shown(office, content_id)
    office.act(recurrence.end_series, series_id, view.version)

    assert shown(office, content_id).following == ()
    with pytest.raises(InvalidValue):
        office.act(recurrence.make_occurrences, series_id, view.following[:1])


def test_a_changed_rule_refuses_the_dates_of_the_old_one(office: Office) -> None:
    content_id, series_id = repeated(office)
    view = shown(office, content_id)
    office.act(recurrence.change_rule, series_id, view.version, Rule(Frequency.YEARLY))

    with pytest.raises(InvalidValue):
        office.act(recurrence.make_occurrences, series_id, view.following[:1])


def test_an_occurrence_does_not_repeat_itself(office: Office) -> None:
    content_id, series_id = repeated(office)
    (key,) = office.act(
        recurrence.make_occurrences, series_id, shown(office, content_id).following[:1]
    )

    for repeating in (content_id, key):
        with pytest.raises(AlreadyThere):
            office.act(recurrence.repeat, repeating, version(office, repeating), WEEKLY)


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (Rule(Frequency.DAILY, 0), "every"),
        (Rule(Frequency.DAILY, until_on=date(2026, 11, 1)), "until_on"),
        (Rule(Frequency.WEEKLY, weekdays=frozenset({1})), "weekdays"),
        (Rule(Frequency.MONTHLY_BY_WEEKDAY, nth=2), "nth"),
    ],
)
def test_a_rule_that_leaves_out_the_first_day_is_refused(
    sqlite_office: Office, rule: Rule, field: str
) -> None:
    content_id = made(sqlite_office)

    with pytest.raises(InvalidValue) as refused:
        sqlite_office.act(recurrence.repeat, content_id, version(sqlite_office, content_id), rule)

    assert refused.value.field == field


def test_what_has_no_day_can_not_repeat(sqlite_office: Office) -> None:
    variants = (VariantForm(account_id(sqlite_office, "x"), "x"),)
    content_id = made(sqlite_office, planned_at=None, variants=variants)

    with pytest.raises(InvalidValue):
        sqlite_office.act(recurrence.repeat, content_id, version(sqlite_office, content_id), WEEKLY)


def test_officials_do_not_make_contents(office: Office, colleagues: Colleagues) -> None:
    content_id, series_id = repeated(office)
    colleagues.sit_down(office, "tatang")

    with pytest.raises(NotPermitted):
        office.act(recurrence.make_occurrences, series_id, shown(office, content_id).following[:1])
