"""Warnings for planning: what deserves a second look before it goes out."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event

from app.language import wib
from app.models.content import Category
from app.models.day import DayKind
from app.models.policy import PolicyKey
from app.office import Office
from app.services import contents, days, policies
from app.services.contents import VariantForm
from app.services.days import DayForm
from app.services.plan_warnings import PlanWarning, WarningKind, plan_warnings
from tests.content_desk import SLOT, account_id, made, version

FRIDAY = wib(SLOT).date()


def warned(office: Office, kind: WarningKind, month: date = FRIDAY) -> list[PlanWarning]:
    return [
        warning
        for warning in office.read(plan_warnings, month, office.now())
        if warning.kind is kind
    ]


def on_facebook(office: Office, at: datetime, text: str | None = None) -> tuple[VariantForm, ...]:
    return (VariantForm(account_id(office, "facebook"), "facebook_page", text, at),)


def test_the_same_text_on_one_account_and_day_is_told_once(office: Office) -> None:
    first = made(office, variants=on_facebook(office, SLOT))
    again = made(
        office,
        text="HUJAN mulai rapat; simpan surat penting dalam map bersegel! #siagaarsip",
        variants=on_facebook(office, SLOT + timedelta(hours=4)),
    )
    made(office, variants=on_facebook(office, SLOT + timedelta(days=1)))

    (warning,) = warned(office, WarningKind.SAME_TEXT)

    assert [named.content_id for named in warning.contents] == [first, again]
    assert (warning.day, warning.platform) == (FRIDAY, "facebook")


def test_one_content_in_two_places_repeats_nothing(office: Office) -> None:
    made(office)

    assert warned(office, WarningKind.SAME_TEXT) == []
    assert warned(office, WarningKind.TOO_CLOSE) == []


def test_two_posts_within_the_agencys_spacing_are_told(office: Office) -> None:
    made(office, text="satu", variants=on_facebook(office, SLOT))
    made(office, text="dua", variants=on_facebook(office, SLOT + timedelta(minutes=20)))

    (warning,) = warned(office, WarningKind.TOO_CLOSE)
    office.act(policies.set_policy, PolicyKey.SPACING_MINUTES, 20)

    assert warning.minutes == 20
    assert warned(office, WarningKind.TOO_CLOSE) == []


def test_a_planned_content_in_a_quiet_period_is_told_with_its_words(office: Office) -> None:
    content_id = made(office)
    quiet = DayForm(DayKind.QUIET_PERIOD, FRIDAY, FRIDAY, "Masa tenang", "Edaran KPU")
    office.act(days.add_day, quiet)

    (warning,) = warned(office, WarningKind.QUIET_PERIOD)

    assert (warning.contents[0].content_id, warning.words) == (content_id, "Masa tenang")


def test_holidays_are_told_only_if_the_office_wants(office: Office) -> None:
    made(office)
    office.act(days.add_day, DayForm(DayKind.HOLIDAY, FRIDAY, FRIDAY, "Libur daerah"))

    before = warned(office, WarningKind.HOLIDAY)
    office.act(policies.set_policy, PolicyKey.WARN_ON_HOLIDAYS, True)

    assert before == []
    assert [warning.words for warning in warned(office, WarningKind.HOLIDAY)] == ["Libur daerah"]


def test_empty_weeks_that_have_not_ended_are_told(office: Office) -> None:
    made(office)

    november = [warning.day for warning in warned(office, WarningKind.EMPTY_WEEK)]

    assert november == [date(2026, 11, 16), date(2026, 11, 30)]
    assert warned(office, WarningKind.EMPTY_WEEK, date(2026, 10, 5)) == []


def test_what_is_cancelled_fills_no_week(office: Office) -> None:
    content_id = made(office)
    office.act(contents.cancel, content_id, version(office, content_id), "Batal")

    assert date(2026, 11, 23) in [warning.day for warning in warned(office, WarningKind.EMPTY_WEEK)]


def test_categories_without_content_are_told_together(office: Office) -> None:
    made(office)

    (warning,) = warned(office, WarningKind.CATEGORY_WITHOUT_CONTENT)

    assert len(warning.categories) == 8
    assert Category.DISASTER not in warning.categories
    assert warned(office, WarningKind.CATEGORY_WITHOUT_CONTENT, date(2026, 10, 1)) == []


def test_what_is_over_is_not_warned_about(office: Office) -> None:
    past = office.now() - timedelta(days=1)
    for text in ("satu", "dua"):
        made(office, text=text, variants=on_facebook(office, past))

    assert warned(office, WarningKind.TOO_CLOSE) == []


@pytest.fixture
def counting(sqlite_office: Office) -> Callable[[], int]:
    """How many statements the question takes."""

    def count() -> int:
        said: list[str] = []

        def asked(session):  # type: ignore[no-untyped-def]
            connection = session.connection()
            event.listen(
                connection, "before_cursor_execute", lambda *given: said.append(str(given[2]))
            )
            return plan_warnings(session, FRIDAY, sqlite_office.now())

        sqlite_office.read(asked)
        return len(said)

    return count


def test_more_contents_take_no_more_statements(
    sqlite_office: Office, counting: Callable[[], int]
) -> None:
    made(sqlite_office)
    few = counting()
    for minutes in range(12):
        at = SLOT + timedelta(minutes=minutes)
        made(sqlite_office, variants=on_facebook(sqlite_office, at))

    assert counting() == few
