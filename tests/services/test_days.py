"""Days of the office: what the program knows of a day, and what the office says of it."""

from datetime import date

import pytest

from app.models.day import DayKind
from app.office import Office
from app.services import days
from app.services.days import DayForm, DayRow
from app.services.errors import AlreadyThere, ChangedMeanwhile, InvalidValue, NotPermitted
from app.services.shipped_days import knows_collective_leave
from tests.offices import Colleagues

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
QUIET = DayForm(
    DayKind.QUIET_PERIOD,
    date(2026, 11, 23),
    date(2026, 11, 25),
    "Masa tenang pemilihan",
    "Surat edaran KPU",
)


def told(office: Office, first: date, end: date) -> dict[str, DayRow]:
    return {row.words: row for row in office.read(days.days, first, end)}


def test_movable_holidays_and_the_decreed_leave_are_known(sqlite_office: Office) -> None:
    march = told(sqlite_office, MARCH, APRIL)

    assert march["Hari Raya Idul Fitri"].first_on == date(2026, 3, 21)
    assert march["Hari Suci Nyepi"].kind is DayKind.HOLIDAY
    assert march["Cuti Bersama Hari Suci Nyepi"].first_on == date(2026, 3, 18)


def test_computed_days_are_marked_and_no_leave_is_invented(sqlite_office: Office) -> None:
    year = sqlite_office.read(days.days_of_year, 2028)

    idul_fitri = next(row for row in year if row.words == "Hari Raya Idul Fitri")
    assert idul_fitri.is_estimated
    assert not any(row.kind is DayKind.COLLECTIVE_LEAVE for row in year)
    assert (knows_collective_leave(2026), knows_collective_leave(2028)) == (True, False)


def test_observances_come_again_every_year(sqlite_office: Office) -> None:
    for year in (2026, 2031):
        birthday = told(sqlite_office, date(year, 8, 1), date(year, 9, 1))[
            "Hari Jadi Provinsi Jawa Barat"
        ]
        assert (birthday.first_on, birthday.is_certain) == (date(year, 8, 19), True)


def test_a_holiday_is_corrected_and_comes_back_when_that_is_taken_back(office: Office) -> None:
    nyepi = told(office, MARCH, APRIL)["Hari Suci Nyepi"]
    form = DayForm(DayKind.HOLIDAY, date(2026, 3, 20), date(2026, 3, 20), "Nyepi (SKB baru)")

    key = office.act(days.add_day, form, nyepi.origin)

    march = told(office, MARCH, APRIL)
    assert "Hari Suci Nyepi" not in march
    assert march["Nyepi (SKB baru)"].first_on == date(2026, 3, 20)
    office.act(days.remove_day, key, march["Nyepi (SKB baru)"].version)
    assert told(office, MARCH, APRIL)["Hari Suci Nyepi"] == nyepi


def test_a_hidden_observance_is_hidden_in_every_year_and_can_be_shown_again(
    office: Office,
) -> None:
    origin = told(office, date(2026, 9, 1), date(2026, 10, 1))["Hari Tani Nasional"].origin
    assert origin is not None

    key = office.act(days.hide_day, origin, 2026)

    assert "Hari Tani Nasional" not in told(office, date(2029, 9, 1), date(2029, 10, 1))
    hidden = [row for row in office.read(days.days_of_year, 2029) if row.is_hidden]
    assert [(row.id, row.first_on) for row in hidden] == [(key, date(2029, 9, 24))]
    office.act(days.remove_day, key, hidden[0].version)
    assert "Hari Tani Nasional" in told(office, date(2029, 9, 1), date(2029, 10, 1))


def test_nothing_stands_in_twice_for_one_day(office: Office) -> None:
    origin = told(office, MARCH, APRIL)["Hari Suci Nyepi"].origin
    assert origin is not None
    office.act(days.hide_day, origin, 2026)

    with pytest.raises(AlreadyThere):
        office.act(days.hide_day, origin, 2026)


def test_a_bar_is_told_wherever_it_touches_what_is_shown(office: Office) -> None:
    form = DayForm(DayKind.CAMPAIGN, date(2026, 2, 20), date(2026, 3, 2), "Bulan Literasi")
    office.act(days.add_day, form)

    bar = told(office, MARCH, APRIL)["Bulan Literasi"]

    assert (bar.first_on, bar.last_on) == (date(2026, 2, 20), date(2026, 3, 2))
    assert bar.covers(MARCH)
    assert "Bulan Literasi" not in told(office, date(2026, 3, 3), APRIL)


def test_what_is_yearly_crosses_the_turn_of_the_year(office: Office) -> None:
    form = DayForm(
        DayKind.CAMPAIGN, date(2024, 12, 28), date(2025, 1, 3), "Angkutan tahun baru", "", True
    )
    office.act(days.add_day, form)

    january = told(office, date(2027, 1, 1), date(2027, 2, 1))

    assert january["Angkutan tahun baru"].first_on == date(2026, 12, 28)


def test_the_29th_of_february_is_kept_on_the_28th_of_other_years(office: Office) -> None:
    form = DayForm(DayKind.NOTE, date(2028, 2, 29), date(2028, 2, 29), "Ulang tahun", "", True)
    office.act(days.add_day, form)

    february = told(office, date(2027, 2, 1), MARCH.replace(year=2027))

    assert february["Ulang tahun"].first_on == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (DayForm(DayKind.NOTE, MARCH, MARCH, "  "), "words"),
        (DayForm(DayKind.NOTE, APRIL, MARCH, "Rapat"), "last_on"),
        (DayForm(DayKind.QUIET_PERIOD, MARCH, APRIL, "Masa tenang"), "reason"),
        (DayForm(DayKind.CAMPAIGN, MARCH, date(2027, 4, 1), "Terlalu panjang"), "last_on"),
    ],
)
def test_what_makes_no_sense_is_refused(sqlite_office: Office, form: DayForm, field: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        sqlite_office.act(days.add_day, form)

    assert refused.value.field == field


def test_a_faster_colleague_is_noticed(office: Office) -> None:
    key = office.act(days.add_day, QUIET)
    version = told(office, QUIET.first_on, QUIET.last_on)[QUIET.words].version
    office.act(days.change_day, key, version, DayForm(DayKind.NOTE, MARCH, MARCH, "Rapat"))

    with pytest.raises(ChangedMeanwhile):
        office.act(days.change_day, key, version, QUIET)


def test_officials_read_the_days_and_do_not_write_them(
    office: Office, colleagues: Colleagues
) -> None:
    colleagues.sit_down(office, "tatang")

    with pytest.raises(NotPermitted):
        office.act(days.add_day, QUIET)
