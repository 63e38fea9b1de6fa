"""NIP and NI PPPK are told apart, judged and written."""

from datetime import date

import pytest

from app.models.person import CivilServantKind
from app.services.civil_servant_number import Doubt, Sex, doubts, grouped, masked, read_number
from app.services.errors import InvalidValue

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed", ["198806192020122010", "19880619 202012 2 010", "19880619.202012.2.010"]
)
def test_a_nip_is_read_however_it_is_grouped(typed: str) -> None:
    number = read_number(typed)

    assert number.kind is CivilServantKind.PNS
    assert (number.born_on, number.sex) == (date(1988, 6, 19), Sex.WOMAN)
    assert (number.appointed_year, number.appointed_month) == (2020, 12)
    assert number.grouped == "19880619 202012 2 010"


def test_the_number_of_a_pppk_names_year_and_contract() -> None:
    number = read_number("199203152022211004")

    assert number.kind is CivilServantKind.PPPK
    assert (number.appointed_year, number.appointed_month) == (2022, None)
    assert number.sex is Sex.MAN


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("19880619202012201", "length"),
        ("19880619202012201A", "length"),
        ("198806312020122010", "birth_date"),
        ("198806192020123010", "sex"),
        ("198806192020122000", "sequence"),
        ("198806192020002010", "appointment"),
        ("198806192020132010", "appointment"),
        ("198806192020202010", "appointment"),
    ],
)
def test_what_is_no_number_is_refused_with_the_reason(typed: str, code: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_number(typed)

    assert (refused.value.field, refused.value.code) == ("nip", code)


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("198806192020122010", ()),
        ("200806192020122010", (Doubt.APPOINTED_TOO_YOUNG,)),
        ("195001012020122010", (Doubt.APPOINTED_TOO_OLD, Doubt.PAST_SERVICE_AGE)),
        ("199806192027012010", (Doubt.APPOINTED_IN_FUTURE,)),
        ("199806192027211010", (Doubt.APPOINTED_IN_FUTURE,)),
        ("200812312026211010", ()),
    ],
)
def test_odd_numbers_are_doubted_but_never_refused(
    digits: str, expected: tuple[Doubt, ...]
) -> None:
    assert doubts(read_number(digits), TODAY) == expected


def test_exports_show_the_birth_date_only() -> None:
    assert masked("198806192020122010") == "19880619••••••••••"
    assert grouped("belum ada") == "belum ada"
