"""Lists of staff: names, civil-servant numbers, ranks, and what each does for social media."""

import re
from dataclasses import dataclass
from datetime import date

from app.models.imports import ImportKind
from app.models.person import CivilServantKind, Duty
from app.models.roles import Role
from app.models.search_text import search_text
from app.services.civil_servant_number import CivilServantNumber, Sex, read_number
from app.services.errors import InvalidValue
from app.services.importing.judged import ReasonCode, RowFault
from app.services.importing.rows import RowJudge, key_of
from app.services.importing.tables import TableRow
from app.services.importing.values import day_of

_GRADE = re.compile(r"\(?\b(I{1,3}|IV)\s*[/.]\s*([a-e])\b\)?", re.IGNORECASE)
_CONTRACT_GRADE = re.compile(
    r"^(?:golongan\s+)?(XVII|XVI|XIV|XV|XIII|XII|XI|X|IX|VIII|VII|VI|IV|V|I{1,3})$", re.IGNORECASE
)
_TITLES = re.compile(r"^(?:[\w']{1,5}\.\s*)+")
_ORDER = re.compile(r"surat perintah\s+(?:nomor|no\.?)\s*:?\s*(\S+)(?:\s+tanggal\s+(.+))?", re.I)

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
    """One member of staff. `duty` and `role` are what the list says; nobody may sign in by it.

    `order_number` and `order_on` are of the Surat Perintah that the lines above the table name.
    """

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
    order_number: str | None
    order_on: date | None

    @property
    def bare_name(self) -> str:
        """The name as it is compared: without degrees and titles."""
        return bare_name(self.name)


def bare_name(name: str) -> str:
    """A name without what stands before and behind it: `Dr. H. Wawan G., S.T.` → `wawan g`."""
    return search_text(_TITLES.sub("", name.split(",")[0].strip()))


class PersonRows:
    """Understands the rows of a list of staff."""

    kind = ImportKind.PEOPLE

    def is_record(self, row: TableRow) -> bool:
        return row.own("name") is not None or row.own("nip") is not None

    def understand(self, judge: RowJudge) -> PersonImport:
        row = judge.row
        name = judge.needed("name", ReasonCode.NAME_MISSING)
        number = judge.read("nip", lambda: _number(row.text("nip")), None)
        rank, grade = _rank(row.text("rank"))
        duty, role = _duty(row.text("duty"))
        order_number, order_on = _order(row.table.titles())
        return PersonImport(
            name,
            row.text("address_term") or _address_term(number),
            _call_name(name),
            number.digits if number else None,
            number.kind if number else CivilServantKind.NONE,
            rank,
            grade,
            row.text("position") or None,
            row.text("phone") or None,
            row.text("duty") or None,
            duty,
            role,
            order_number,
            order_on,
        )

    def key(self, values: PersonImport) -> str:
        return key_of(values.nip or search_text(values.name))

    def summary(self, values: PersonImport) -> str:
        return values.name


def _order(titles: tuple[str, ...]) -> tuple[str | None, date | None]:
    """Number and day of the Surat Perintah that a list of staff belongs to."""
    found = next((match for title in titles if (match := _ORDER.search(title))), None)
    if found is None:
        return None, None
    try:
        return found[1], day_of(found[2])
    except RowFault:
        return found[1], None


def _number(text: str) -> CivilServantNumber | None:
    """The NIP or NI PPPK, however its digits are grouped; none where a dash stands."""
    if not text.strip("-– "):
        return None
    try:
        return read_number(text)
    except InvalidValue as invalid:
        raise RowFault(ReasonCode.NIP_INVALID, text) from invalid


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


def _address_term(number: CivilServantNumber | None) -> str | None:
    return {Sex.MAN: "Pak", Sex.WOMAN: "Bu"}[number.sex] if number else None


def _call_name(name: str) -> str:
    """The first name, without the titles that stand before it."""
    plain = _TITLES.sub("", name.strip())
    return plain.split(",")[0].split()[0] if plain.split(",")[0].split() else name
