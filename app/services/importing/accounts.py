"""Lists of the agency's accounts with the letter that designates each (Pasal 6(1))."""

from dataclasses import dataclass
from datetime import date

from app.models.account import AudienceSegment
from app.models.imports import ImportKind
from app.models.search_text import search_text
from app.services.errors import InvalidValue
from app.services.importing.channels import addresses_in, platform_of
from app.services.importing.judged import ReasonCode, RowFault
from app.services.importing.rows import RowJudge, key_of
from app.services.importing.tables import TableRow
from app.services.importing.values import day_of
from app.services.profiles import Profile, handle_in, profile

_SEGMENT_WORDS: tuple[tuple[str, AudienceSegment], ...] = (
    ("pencipta", AudienceSegment.CREATOR),
    ("pegiat percakapan", AudienceSegment.CONVERSATIONALIST),
    ("pengkritik", AudienceSegment.CRITIC),
    ("pengumpul", AudienceSegment.COLLECTOR),
    ("penggabung", AudienceSegment.JOINER),
    ("penyimak", AudienceSegment.SPECTATOR),
    ("tidak aktif", AudienceSegment.INACTIVE),
)


@dataclass(frozen=True, slots=True)
class AccountImport:
    """One account; without letter and day it is not official yet.

    `handle` is what stands in the address where the list shows a name with spaces, or the address
    itself.
    """

    platform: str
    handle: str
    name: str | None
    address: str | None
    designation_number: str | None
    designation_on: date | None
    responsible: str | None
    audience: str | None
    segments: tuple[AudienceSegment, ...]


class AccountRows:
    """Understands the rows of a list of accounts."""

    kind = ImportKind.ACCOUNTS

    def is_record(self, row: TableRow) -> bool:
        return row.own("platform") is not None and len([c for c in row.cells() if c]) >= 2

    def understand(self, judge: RowJudge) -> AccountImport:
        row = judge.row
        platform = judge.read("platform", lambda: platform_of(row.text("platform")), "")
        shown = judge.needed("handle", ReasonCode.HANDLE_MISSING)
        written = judge.read("handle", lambda: _written(platform, shown), Profile(shown))
        address = next(iter(addresses_in(row.text("address"))), row.link("address"))
        designated = judge.read("designation_on", lambda: _day_if_any(row), None)
        handle = handle_in(platform, address) if platform and " " in written.handle else None
        audience = row.text("audience")
        return AccountImport(
            platform,
            handle or written.handle,
            written.handle if handle else None,
            address or written.address,
            row.text("designation_number").strip("-– ") or None,
            designated,
            row.text("responsible") or None,
            audience or None,
            tuple(s for word, s in _SEGMENT_WORDS if word in search_text(audience)),
        )

    def key(self, values: AccountImport) -> str:
        return key_of(values.platform, values.handle.casefold())

    def summary(self, values: AccountImport) -> str:
        return values.name or values.handle


def _day_if_any(row: TableRow) -> date | None:
    text = row.text("designation_on")
    return day_of(row.value("designation_on")) if text.strip("-– ") else None


def _written(platform: str, shown: str) -> Profile:
    """The account of the cell, which may hold its page's address."""
    if not platform or not shown:
        return Profile(shown)  # what is missing is told already
    try:
        return profile(platform, shown)
    except InvalidValue as invalid:
        raise RowFault(ReasonCode.LINK_INVALID, shown) from invalid
