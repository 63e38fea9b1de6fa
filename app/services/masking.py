"""Personal data in what citizens write, made unreadable in copies that leave the office.

NIK and telephone numbers in all the ways people write them, and e-mail addresses. What the office
itself stores is never changed.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.services.entities import links

MASK = "•"
_KEPT_OF_NIK = 4  # regency or city of the first registration: whose affair it is, not whose person
_KEPT_OF_PHONE = 4

_GAP = r"[ .\-\u00a0]?"
_NIK = re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{15}}(?!\d)")
_LONG_NUMBER = re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{17}}(?!\d)")  # NIP and NI PPPK
_BETWEEN = r"[ .\-()\u00a0]{0,2}"
_PHONE = re.compile(rf"(?<![\d+])(?:\+?6{_BETWEEN}2|0){_BETWEEN}8(?:{_BETWEEN}\d){{7,11}}(?!\d)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}\b")


class PersonalKind(StrEnum):
    """What kind of personal data it is."""

    NIK = "nik"
    CIVIL_SERVANT_NUMBER = "civil_servant_number"
    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Personal:
    """Where in a text something personal stands; positions in code points."""

    kind: PersonalKind
    start: int
    end: int


def personal_data(text: str) -> list[Personal]:
    """Everything personal that is recognised, in order and without overlaps.

    Numbers inside a web address are ids of posts, except a telephone number (`wa.me/62812…`).
    """
    addresses = links(text)
    found: list[Personal] = []
    for kind, pattern in (
        (PersonalKind.EMAIL, _EMAIL),
        (PersonalKind.CIVIL_SERVANT_NUMBER, _LONG_NUMBER),
        (PersonalKind.PHONE, _PHONE),
        (PersonalKind.NIK, _NIK),
    ):
        for match in pattern.finditer(text):
            start, end = match.span()
            in_address = any(link.start <= start < link.end for link in addresses)
            is_post_id = in_address and kind is not PersonalKind.PHONE
            overlaps = any(start < other.end and other.start < end for other in found)
            if not (is_post_id or overlaps):
                found.append(Personal(kind, start, end))
    return sorted(found, key=lambda personal: personal.start)


def _without_digits(written: str, kept: int) -> str:
    """The number with its first digits and its own grouping, the rest masked."""
    seen = 0
    masked = []
    for character in written:
        if character.isdigit():
            seen += 1
            masked.append(character if seen <= kept else MASK)
        else:
            masked.append(character)
    return "".join(masked)


def _masked(kind: PersonalKind, written: str) -> str:
    match kind:
        case PersonalKind.EMAIL:
            name, _, host = written.partition("@")
            return name[0] + MASK * 3 + "@" + host
        case PersonalKind.PHONE:
            return _without_digits(written, _KEPT_OF_PHONE)
        case PersonalKind.NIK:
            return _without_digits(written, _KEPT_OF_NIK)
        case PersonalKind.CIVIL_SERVANT_NUMBER:
            return _without_digits(written, 8)


def mask(text: str) -> str:
    """The text with personal data made unreadable; what kind it was stays recognisable."""
    pieces = []
    position = 0
    for personal in personal_data(text):
        pieces.append(text[position : personal.start])
        pieces.append(_masked(personal.kind, text[personal.start : personal.end]))
        position = personal.end
    return "".join(pieces) + text[position:]
