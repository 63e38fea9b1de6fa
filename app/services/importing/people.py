"""Lists of staff: names, civil-servant numbers, ranks, and what each does for social media."""

import re
from dataclasses import dataclass
from datetime import date

from app.models.imports import ImportKind
from app.models.person import CivilServantKind, Duty
from app.models.roles import Role
from app.models.search_text import search_text
from app.services.importing.judged import ReasonCode, RowFault
from app.services.importing.rows import RowJudge, key_of
from app.services.importing.tables import TableRow

_DIGITS = 18
_CONTRACT = "21"  # digits 13–14 of a NI PPPK; in a NIP they are the month of appointment
_GRADE = re.compile(r"\(?\b(I{1,3}|IV)\s*[/.]\s*([a-e])\b\)?", re.IGNORECASE)
_CONTRACT_GRADE = re.compile(
    r"^(?:golongan\s+)?(XVII|XVI|XIV|XV|XIII|XII|XI|X|IX|VIII|VII|VI|IV|V|I{1,3})$", re.IGNORECASE
)
_TITLES = re.compile(r"^(?:[\w']{1,5}\.\s*)+")

# What a word of the list says about duty (Pasal 6(4)) and role; longer words first.
_DUTY_WORDS: tuple[tuple[str, Duty | None, Role | None], ...] = (
    ("pejabat penanggung jawab", Duty.RESPONSIBLE_OFFICIAL, Role.OFFICIAL),
    ("desain grafis", Duty.GRAPHIC_DESIGN, Role.DESIGNER),
    ("desainer", Duty.GRAPHIC_DESIGN, Role.DESIGNER),
    ("graphic design", Duty.GRAPHIC_DESIGN, Role.DESIGNER),
    ("tim kreatif", Duty.CREATIVE_TEAM, Role.CREATIVE),
    ("kreatif", Duty.CREATIVE_TEAM, Role.CREATIVE),
    ("creative", Duty.CREATIVE_TEAM, Role.CREATIVE),
    ("pengelola", Duty.ADMIN, Role.ADMIN),
    ("admin", Duty.ADMIN, Role.ADMIN),
    ("pimpinan", None, Role.HEAD),
    ("kepala", None, Role.HEAD),
    ("head", None, Role.HEAD),
    ("pejabat", None, Role.OFFICIAL),
    ("official", None, Role.OFFICIAL),
)


@dataclass(frozen=True, slots=True)
class PersonImport:
    """One member of staff. `duty` and `role` are what the list says; nobody may sign in by it."""

    name: str
    address_term: str | None
    call_name: str
    nip: str | None
    civil_servant_kind: CivilServantKind
    rank: str | None
    grade: str | None
    position: str | None
    phone: str | None
    task: str | None
    duty: Duty | None
    role: Role | None


class PersonRows:
    """Understands the rows of a list of staff."""

    kind = ImportKind.PEOPLE

    def is_record(self, row: TableRow) -> bool:
        return row.own("name") is not None or row.own("nip") is not None

    def understand(self, judge: RowJudge) -> PersonImport:
        row = judge.row
        name = judge.needed("name", ReasonCode.NAME_MISSING)
        nip = judge.read("nip", lambda: _nip(row.text("nip")), None)
        rank, grade = _rank(row.text("rank"))
        duty, role = _duty(row.text("duty"))
        return PersonImport(
            name,
            row.text("address_term") or _address_term(nip),
            _call_name(name),
            nip,
            _kind(nip),
            rank,
            grade,
            row.text("position") or None,
            row.text("phone") or None,
            row.text("duty") or None,
            duty,
            role,
        )

    def key(self, values: PersonImport) -> str:
        return key_of(values.nip or search_text(values.name))

    def summary(self, values: PersonImport) -> str:
        return values.name


def _nip(text: str) -> str | None:
    """18 digits, however they are grouped; none where a dash stands."""
    if not text.strip("-– "):
        return None
    digits = re.sub(r"[\s.]", "", text)
    if not (digits.isdigit() and len(digits) == _DIGITS and _has_birthday(digits)):
        raise RowFault(ReasonCode.NIP_INVALID, text)
    return digits


def _has_birthday(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True


def _kind(nip: str | None) -> CivilServantKind:
    if nip is None:
        return CivilServantKind.NONE
    return CivilServantKind.PPPK if nip[12:14] == _CONTRACT else CivilServantKind.PNS


def _rank(text: str) -> tuple[str | None, str | None]:
    """`Penata Muda Tk. I / III.b` → Penata Muda Tingkat I and III/b; a PPPK has a grade only."""
    if not text.strip("-– "):
        return None, None
    if contract := _CONTRACT_GRADE.match(text):
        return None, contract[1].upper()
    found = _GRADE.search(text)
    grade = f"{found[1].upper()}/{found[2].lower()}" if found else None
    rank = text[: found.start()] if found else text
    rank = re.sub(r"\bTk\.?\s*", "Tingkat ", rank.strip(" ,/–-("))
    return rank or None, grade


def _duty(text: str) -> tuple[Duty | None, Role | None]:
    plain = search_text(text)
    return next(((duty, role) for word, duty, role in _DUTY_WORDS if word in plain), (None, None))


def _address_term(nip: str | None) -> str | None:
    """Digit 15 tells: 1 for a man, 2 for a woman."""
    return {"1": "Pak", "2": "Bu"}.get(nip[14]) if nip else None


def _call_name(name: str) -> str:
    """The first name, without the titles that stand before it."""
    plain = _TITLES.sub("", name.strip())
    return plain.split(",")[0].split()[0] if plain.split(",")[0].split() else name
