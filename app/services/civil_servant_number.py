"""NIP (PNS) and NI PPPK: read, judged, written in groups, masked.

Both have 18 digits. NIP (Perka BKN 43/2007): birth date 8, month of appointment 6, sex 1,
sequence 3. NI PPPK: birth date 8, year of appointment 4, number of the contract 2 (from 21 on),
sex 1, sequence 3. So the 13th and 14th digit tell them apart.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.models.person import CivilServantKind
from app.services.errors import InvalidValue

DIGITS = 18
FIRST_CONTRACT = 21
YOUNGEST_APPOINTED = 18
OLDEST_APPOINTED = 58
OLDEST_SERVING = 65


class Sex(StrEnum):
    """As the 15th digit says it."""

    MAN = "man"
    WOMAN = "woman"


class Doubt(StrEnum):
    """What is odd about a number; a reason to look again, never to refuse."""

    APPOINTED_TOO_YOUNG = "appointed_too_young"
    APPOINTED_TOO_OLD = "appointed_too_old"
    PAST_SERVICE_AGE = "past_service_age"
    APPOINTED_IN_FUTURE = "appointed_in_future"


@dataclass(frozen=True, slots=True)
class CivilServantNumber:
    """What the number says of its holder."""

    digits: str
    kind: CivilServantKind
    born_on: date
    appointed_year: int
    appointed_month: int | None  # a PPPK's number does not say it
    sex: Sex

    @property
    def grouped(self) -> str:
        """As it is printed: `19880619 202012 2 010`."""
        return grouped(self.digits)


def read_number(typed: str) -> CivilServantNumber:
    """The number behind what was typed, with or without spaces and dots.

    Raises:
        InvalidValue: of the field `nip`, with the code length, birth_date, appointment, sex
            or sequence.
    """
    digits = re.sub(r"[\s.\-]", "", typed)
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
        raise InvalidValue("nip", "length", typed)
    if digits[14] not in "12":
        raise InvalidValue("nip", "sex", typed)
    if digits[15:] == "000":
        raise InvalidValue("nip", "sequence", typed)
    month_or_contract = int(digits[12:14])
    is_pns = 1 <= month_or_contract <= 12
    if not is_pns and month_or_contract < FIRST_CONTRACT:
        raise InvalidValue("nip", "appointment", typed)
    return CivilServantNumber(
        digits=digits,
        kind=CivilServantKind.PNS if is_pns else CivilServantKind.PPPK,
        born_on=_birth_date(digits, typed),
        appointed_year=int(digits[8:12]),
        appointed_month=month_or_contract if is_pns else None,
        sex=Sex.MAN if digits[14] == "1" else Sex.WOMAN,
    )


def _birth_date(digits: str, typed: str) -> date:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        raise InvalidValue("nip", "birth_date", typed) from None


def _age(born_on: date, on: date) -> int:
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def doubts(number: CivilServantNumber, today: date) -> tuple[Doubt, ...]:
    """What is odd about it on this day."""
    # Where the day or month is not known, the one that speaks for the holder is taken.
    first = date(number.appointed_year, number.appointed_month or 1, 1)
    month = number.appointed_month or 12
    last = date(first.year, month, monthrange(first.year, month)[1])
    found = (
        (Doubt.APPOINTED_TOO_YOUNG, _age(number.born_on, last) < YOUNGEST_APPOINTED),
        (Doubt.APPOINTED_TOO_OLD, _age(number.born_on, first) > OLDEST_APPOINTED),
        (Doubt.PAST_SERVICE_AGE, _age(number.born_on, today) > OLDEST_SERVING),
        (Doubt.APPOINTED_IN_FUTURE, first > today),
    )
    return tuple(doubt for doubt, holds in found if holds)


def grouped(digits: str) -> str:
    """Stored digits as they are printed; anything else stays as it is."""
    if len(digits) != DIGITS:
        return digits
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def masked(digits: str) -> str:
    """For exports: `19880619••••••••••`."""
    return digits[:8] + "•" * max(0, len(digits) - 8)
