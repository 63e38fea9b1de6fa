"""Days, times and numbers as people write them."""

from datetime import date, datetime, time, timedelta

import pytest

from app.services.importing.judged import ReasonCode, RowFault
from app.services.importing.tables import Cell
from app.services.importing.values import (
    day_and_time_of,
    day_of,
    time_of,
    whole_number_of,
    year_in,
    yes_or_no_of,
)


def fault_of(understand: object, cell: Cell) -> ReasonCode:
    assert callable(understand)
    with pytest.raises(RowFault) as fault:
        understand(cell)
    return fault.value.reason


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2026, 6, 25), date(2026, 6, 25)),
        (datetime(2026, 6, 25, 9, 30), date(2026, 6, 25)),  # noqa: DTZ001 – as a cell holds it
        ("25 Juni 2026", date(2026, 6, 25)),
        ("12/01/26", date(2026, 1, 12)),
        ("5/1/26", date(2026, 1, 5)),
        ("13-05-2026", date(2026, 5, 13)),
        ("13.05.2026", date(2026, 5, 13)),
        ("19 Jun 2026", date(2026, 6, 19)),
        ("Senin, 9 Maret 2026", date(2026, 3, 9)),
        ("Kamis, 17/12/2026", date(2026, 12, 17)),
        ("Jum'at 13 Nopember 2026", date(2026, 11, 13)),
        ("2-Agt-26", date(2026, 8, 2)),
        ("2026-08-02", date(2026, 8, 2)),
        ("9 May 2026", date(2026, 5, 9)),
        ("June 25, 2026", date(2026, 6, 25)),
        ("Monday, 9 March 2026", date(2026, 3, 9)),
        (46029.0, date(2026, 1, 7)),
    ],
)
def test_a_day_is_read_however_it_is_written(cell: Cell, day: date) -> None:
    assert day_of(cell) == day


@pytest.mark.parametrize(
    "cell",
    [
        "31 Februari 2026",
        "25/13/26",
        "tgl menyusul",
        "30/02/2026",
        "9 Mares",
        "Maret 2026",
        7.0,
        "x",
    ],
)
def test_what_is_no_day_of_the_calendar_is_unreadable(cell: Cell) -> None:
    assert fault_of(day_of, cell) is ReasonCode.DAY_UNREADABLE


def test_a_day_without_its_year_is_told_as_that() -> None:
    assert fault_of(day_of, "9 Maret") is ReasonCode.YEAR_MISSING


def test_an_empty_day_is_missing() -> None:
    assert fault_of(day_of, None) is ReasonCode.DAY_MISSING


def test_a_day_without_its_year_takes_the_year_that_the_table_names() -> None:
    year = year_in(("RENCANA KONTEN TAHUN 2026", "DINAS PERHUBUNGAN"))

    assert day_of("9 Maret", year) == date(2026, 3, 9)


def test_two_years_above_a_table_decide_nothing() -> None:
    assert year_in(("RENCANA 2025", "PERUBAHAN 2026")) is None


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("09.30", time(9, 30)),
        ("09:30 WIB", time(9, 30)),
        ("10:00", time(10)),
        ("pukul 8.05", time(8, 5)),
        ("9", time(9)),
        ("2:15 PM", time(14, 15)),
        ("12 am", time(0)),
        ("09.00 – 10.30 WIB", time(9)),
        ("19.00 s.d. selesai", time(19)),
        (time(15, 30), time(15, 30)),
        (0.375, time(9)),
        (9.3, time(9, 30)),
        (timedelta(hours=7, minutes=45), time(7, 45)),
        (None, None),
        ("-", None),
    ],
)
def test_a_time_is_read_however_it_is_written(cell: Cell, at: time | None) -> None:
    assert time_of(cell) == at


@pytest.mark.parametrize("cell", ["25.00", "09.60", "pagi", "13 pm", 25.0, "24:00"])
def test_what_is_no_time_of_day_is_invalid(cell: Cell) -> None:
    assert fault_of(time_of, cell) is ReasonCode.TIME_INVALID


@pytest.mark.parametrize(
    ("cell", "day", "at"),
    [
        ("02/01/2026 15.58 WIB", date(2026, 1, 2), time(15, 58)),
        ("2 Januari 2026 09.24", date(2026, 1, 2), time(9, 24)),
        ("6/1/26 20.25", date(2026, 1, 6), time(20, 25)),
        ("02/01/2026, pukul 15.58", date(2026, 1, 2), time(15, 58)),
        ("2026-09-03T13:37:48.000Z", date(2026, 9, 3), time(20, 37, 48)),
        ("12.01.26", date(2026, 1, 12), None),
        ("9 Maret 2026", date(2026, 3, 9), None),
    ],
)
def test_a_moment_is_a_day_and_perhaps_a_time(cell: Cell, day: date, at: time | None) -> None:
    assert day_and_time_of(cell) == (day, at)


@pytest.mark.parametrize(
    ("cell", "number"),
    [("1.234", 1234), ("12,345,678", 12345678), ("7", 7), (18400.0, 18400), ("-3", -3), ("", None)],
)
def test_a_count_is_read_with_any_separator(cell: Cell, number: int | None) -> None:
    assert whole_number_of(cell) == number


@pytest.mark.parametrize("cell", ["12,5", "1.2K", "dua", 2.5, True])
def test_what_is_no_whole_number_is_unreadable(cell: Cell) -> None:
    assert fault_of(whole_number_of, cell) is ReasonCode.NUMBER_UNREADABLE


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("Ya", True), ("✓", True), ("true", True), (1, True), ("tidak", False), (None, False)],
)
def test_yes_and_no_are_read(cell: Cell, answer: bool) -> None:
    assert yes_or_no_of(cell) is answer


def test_what_is_neither_yes_nor_no_is_unreadable() -> None:
    assert fault_of(yes_or_no_of, "mungkin") is ReasonCode.YES_OR_NO_UNREADABLE
