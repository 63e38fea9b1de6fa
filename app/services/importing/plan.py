"""The content plan: each row is one idea with its day, its channels and how far it has come."""

import re
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from app.models.content import Category
from app.models.imports import ImportKind
from app.models.search_text import search_text
from app.services.importing.category_words import category_of
from app.services.importing.channels import (
    Channel,
    addresses_in,
    channels_of,
    platform_of_address,
    post_kind_of_address,
)
from app.services.importing.judged import NoteCode, ReasonCode, RowFault
from app.services.importing.rows import RowJudge, key_of
from app.services.importing.tables import TableRow
from app.services.importing.values import day_and_time_of, has_no_year, time_of, year_in


class PlanStatus(StrEnum):
    """How far a row has come; the status words of an office mean one of these."""

    PUBLISHED = "published"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    AWAITING = "awaiting"
    DRAFT = "draft"
    RETURNED = "returned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class PlannedChannel:
    """One channel of a row with the address that proves publication, where there is one."""

    platform: str
    post_kind: str
    address: str | None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One idea; `at` is None where no time of day is planned. Times are WIB.

    `category` is None where the cell is empty or its word has no certain letter; `proposed` is then
    what a person may accept.
    """

    day: date
    at: time | None
    channels: tuple[PlannedChannel, ...]
    category: Category | None
    proposed: Category | None
    category_word: str | None
    title: str
    text: str
    material: tuple[str, ...]
    person: str | None
    status: PlanStatus
    status_word: str
    returned_reason: str | None


_STATUS_WORDS: dict[PlanStatus, tuple[str, ...]] = {
    PlanStatus.PUBLISHED: (
        "tayang", "sudah tayang", "telah tayang", "terbit", "sudah terbit", "terposting", "posted",
        "sudah posting", "published", "selesai", "done", "live",
    ),
    PlanStatus.APPROVED: ("disetujui", "acc", "sudah acc", "approved", "siap tayang"),
    PlanStatus.SCHEDULED: ("terjadwal", "dijadwalkan", "sudah dijadwalkan", "scheduled"),
    PlanStatus.AWAITING: (
        "menunggu acc", "menunggu persetujuan", "menunggu approval", "waiting", "review",
        "in review", "pending", "diajukan", "submitted",
    ),
    PlanStatus.DRAFT: (
        "", "draf", "draft", "konsep", "ide", "rencana", "belum", "proses", "on progress",
        "in progress", "planned", "terkumpul",
    ),
    PlanStatus.RETURNED: ("dikembalikan", "revisi", "perlu revisi", "returned", "needs revision"),
    PlanStatus.CANCELLED: ("batal", "dibatalkan", "batal tayang", "cancelled", "canceled"),
}  # fmt: skip
_STATUSES = {word: status for status, words in _STATUS_WORDS.items() for word in words}
_WITH_REASON = re.compile(r"^\s*(.+?)\s*(?:[–—:;(]|\s-)\s*(.+?)\)?\s*$", re.DOTALL)

_SUM_WORDS = ("jumlah", "total", "rekap", "subtotal")
_TELLING = ("day", "time", "channels", "category", "title", "text", "material", "status", "links")
_MATERIALS = re.compile(r"[,;\n]")


class PlanRows:
    """Understands the rows of a content plan."""

    kind = ImportKind.PLAN

    def is_record(self, row: TableRow) -> bool:
        """A heading, a sum or a signature fills one column; a record has a number or more."""
        if row.text("title").casefold().startswith(_SUM_WORDS) and not row.text("channels"):
            return False
        filled = sum(1 for field in _TELLING if row.own(field) is not None)
        return filled >= 2 or (filled == 1 and isinstance(row.own("number"), (int, float)))

    def understand(self, judge: RowJudge) -> PlanRow:
        row = judge.row
        day, at = judge.read("day", lambda: _day_and_time(judge), _NO_DAY)
        at = judge.read("time", lambda: time_of(row.value("time")), None) or at
        title = judge.needed("title", ReasonCode.TITLE_MISSING)
        named = judge.read("channels", lambda: channels_of(row.text("channels")), _NO_CHANNELS)
        status, reason = judge.read("status", lambda: _status(row.text("status")), _NO_STATUS)
        channels = _with_addresses(judge, named, status)
        category, proposed = _category(judge)
        return PlanRow(
            day,
            at,
            channels,
            category,
            proposed,
            row.text("category") or None,
            title,
            row.text("text"),
            tuple(part.strip() for part in _MATERIALS.split(row.text("material")) if part.strip()),
            row.text("person") or None,
            status,
            row.text("status"),
            reason,
        )

    def key(self, values: PlanRow) -> str:
        return key_of(values.day, search_text(values.title))

    def summary(self, values: PlanRow) -> str:
        return values.title


# What stands in for a cell that could not be read; the row is faulty then, and its values unused.
_NO_DAY: tuple[date, time | None] = (date.min, None)
_NO_CHANNELS: tuple[Channel, ...] = ()
_NO_STATUS: tuple[PlanStatus, str | None] = (PlanStatus.DRAFT, None)


def _day_and_time(judge: RowJudge) -> tuple[date, time | None]:
    cell = judge.row.value("day")
    year = year_in(judge.row.table.titles())
    if year and has_no_year(cell):
        judge.note(NoteCode.YEAR_FROM_TITLE, year=str(year))
    return day_and_time_of(cell, year)


def _status(text: str) -> tuple[PlanStatus, str | None]:
    """The status, and the reason that stands behind `Dikembalikan` in the same cell."""
    if (status := _STATUSES.get(search_text(text))) is not None:
        return status, None
    if found := _WITH_REASON.match(text):
        status = _STATUSES.get(search_text(found[1]))
        if status in (PlanStatus.RETURNED, PlanStatus.CANCELLED):
            return status, found[2]
    raise RowFault(ReasonCode.STATUS_UNKNOWN, text)


def _category(judge: RowJudge) -> tuple[Category | None, Category | None]:
    word = judge.row.text("category")
    if not word:
        judge.note(NoteCode.CATEGORY_MISSING)
        return None, None
    known = category_of(word)
    if known is not None and known.is_certain:
        return known.category, None
    judge.note(NoteCode.CATEGORY_UNCERTAIN, word=word)
    return None, known.category if known else None


def _with_addresses(
    judge: RowJudge, named: tuple[Channel, ...], status: PlanStatus
) -> tuple[PlannedChannel, ...]:
    """Each channel with the first address of its platform; an address may name the kind of post."""
    left = list(_addresses(judge.row))
    found: list[PlannedChannel] = []
    for channel in named:
        address = next((a for a in left if _belongs(a, channel.platform)), None)
        kind = channel.post_kind
        if address is not None:
            left.remove(address)
            kind = kind if channel.is_named else post_kind_of_address(address) or kind
        if any(kind == other.post_kind for other in found):
            kind = channel.post_kind  # `IG, IG Reels` with two addresses of reels
        found.append(PlannedChannel(channel.platform, kind, address))
    for address in left:
        judge.note(NoteCode.LINK_WITHOUT_CHANNEL, link=address)
    without = [channel.platform for channel in found if channel.address is None]
    if status is PlanStatus.PUBLISHED and without:
        judge.note(NoteCode.PUBLISHED_WITHOUT_LINK, channels=", ".join(without))
    return tuple(found)


def _addresses(row: TableRow) -> tuple[str, ...]:
    """The addresses in the cell; the hyperlink too, where the cell shows something else."""
    written = addresses_in(row.text("links"))
    target = row.link("links")
    return written if not target or written else (target,)


def _belongs(address: str, platform: str) -> bool:
    of_address = platform_of_address(address)
    if platform in ("wordpress", "blogger", "mediawiki"):
        return of_address is None
    return of_address == platform
