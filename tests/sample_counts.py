"""The sample files counted a second way: with csv, openpyxl and nothing of the program's own.

What the words of the files mean is written here anew, after the files' own README.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import openpyxl

SAMPLES = Path(__file__).parents[1] / "resources" / "demo"
OWN = "dishubjabar.contoh"  # the name by which the agency itself comments
WIB = timezone(timedelta(hours=7))
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
# The letters of Pasal 7; words for which none fits for certain stay without one.
_LETTERS = {
    "kegiatan": "a",
    "layanan": "a",
    "update lalin": "b",
    "lagi ramai": "b",
    "bencana": "c",
    "siaga bencana": "c",
    "investasi": "d",
    "promo daerah": "d",
    "promosi": "d",
    "klarifikasi": "e",
    "klarifikasi berita": "e",
    "cek fakta": "f",
    "anti hoax": "f",
    "hoaks": "f",
    "kebijakan": "g",
    "sosialisasi": "g",
    "aturan baru": "g",
    "rilis pusat (nt)": "h",
    "narasi tunggal": "h",
    "rebo nyunda": "i",
    "budaya": "i",
}
_PLATFORMS = {
    "ig": "instagram",
    "instagram": "instagram",
    "ig reels": "instagram",
    "instagram story": "instagram",
    "fb": "facebook",
    "facebook": "facebook",
    "x": "x",
    "twitter": "x",
    "yt": "youtube",
    "youtube": "youtube",
    "tiktok": "tiktok",
    "linkedin": "linkedin",
    "threads": "threads",
    "wa": "whatsapp",
    "whatsapp": "whatsapp",
    "saluran whatsapp": "whatsapp",
    "blog": "wordpress",
    "web": "wordpress",
}
_KINDS = {
    "pertanyaan": "question",
    "komentar": "comment",
    "kritik": "criticism",
    "aduan": "criticism",
    "saran": "suggestion",
}
_TONES = {"pos": "positive", "net": "neutral", "neg": "negative"}
_EXPORTS = {
    "facebook": ("Jan-01-2026_Nov-20-2026_1190027700012345.csv", "Publish time", "%m/%d/%Y %H:%M"),
    "instagram": ("Jan-01-2026_Nov-20-2026_2280019900067890.csv", "Publish time", "%m/%d/%Y %H:%M"),
    "x": ("account_analytics_content_2026-01-01_2026-11-20.csv", "Date", "%a, %b %d, %Y"),
}


@dataclass(frozen=True)
class Planned:
    """One good row of the content plan; `letter` of Pasal 7, empty where nobody can tell."""

    month: int
    letter: str
    platforms: tuple[str, ...]
    is_published: bool


@dataclass(frozen=True)
class Message:
    """One good row of the list of inquiries; `answered_in` is None without a day of the answer."""

    month: int
    kind: str
    tone: str | None
    platform: str
    is_answered: bool
    answered_in: int | None
    is_referred: bool


@cache
def plan() -> tuple[Planned, ...]:
    """The good rows of the content plan's four sheets."""
    book = openpyxl.load_workbook(SAMPLES / "rencana-konten-2026.xlsx")
    return tuple(row for sheet in book.worksheets[:4] for row in _planned(sheet.values))


def _planned(rows: Iterator[tuple[object, ...]]) -> Iterator[Planned]:
    day_cell: object = None
    for row in rows:
        if not isinstance(row[0], int):
            continue  # titles, months, the count below, signatures
        day_cell = row[1] or day_cell  # a date merged over two rows stands in the first
        day, clock = _day(day_cell), re.match(r"\d+", str(row[2]))
        platforms = [_PLATFORMS.get(word.strip().lower()) for word in str(row[3]).split(",")]
        if day and row[5] and clock and int(clock[0]) < 24 and None not in platforms:
            yield Planned(
                day.month,
                _LETTERS.get(str(row[4]).lower(), ""),
                tuple(filter(None, platforms)),
                "tayang" in str(row[9]).lower(),
            )


def _day(cell: object) -> date | None:
    """`25 Juni 2026`, `12/01/26`, `Senin, 9 Maret 2026`, a date; None if there is no such day."""
    if isinstance(cell, datetime):
        return cell.date()
    words = re.findall(r"\d+|[a-z]+", str(cell or "").lower())
    numbers = [word for word in words if word.isdigit()]
    named = [at for at, name in enumerate(MONTHS, 1) if name[:3].lower() in {w[:3] for w in words}]
    try:
        month = named[0] if named else int(numbers[1])
        year = int(numbers[1] if named else numbers[2])
        return date(year % 100 + 2000, month, int(numbers[0]))
    except (IndexError, ValueError):
        return None


@cache
def messages() -> tuple[Message, ...]:
    """The good rows of this year's list of inquiries, an exact copy of an earlier one left out."""
    rows = dict.fromkeys(tuple(row.items()) for row in _csv("pertanyaan-2026.csv", delimiter=";"))
    return tuple(
        _message(cells, day)
        for cells in map(dict, rows)
        if (day := _day(cells["Tanggal"])) is not None and cells["Isi"].strip()
    )


def _message(cells: dict[str, str], day: date) -> Message:
    answered_on = _day(cells["Dijawab pada"])
    return Message(
        day.month,
        _KINDS[cells["Jenis"].lower()],
        _TONES.get(cells["Sifat"].lower()[:3]),
        _PLATFORMS[cells["Kanal"].strip().lower()],
        bool(cells["Jawaban"].strip()),
        answered_on.month if answered_on else None,
        bool(cells["Diteruskan ke"].strip()),
    )


@cache
def comments() -> tuple[tuple[int, str], ...]:
    """Month (WIB) and platform of each comment of the exporter's table; our own lines left out."""
    rows = dict.fromkeys(tuple(row.items()) for row in _csv("komentar/komentar-alat.csv"))
    return tuple(
        (
            datetime.fromisoformat(cells["date"]).astimezone(WIB).month,
            "instagram" if "instagram" in cells["post_url"] else "facebook",
        )
        for cells in map(dict, rows)
        if cells["username"] != OWN
    )


@cache
def shares() -> dict[tuple[str, int], int]:
    """Shares of the Facebook, Instagram and X exports, by platform and month of the post."""
    counted: dict[tuple[str, int], int] = {}
    for platform, (name, column, form) in _EXPORTS.items():
        for row in _csv(f"analytics/{name}"):
            month = datetime.strptime(row[column], form).replace(tzinfo=WIB).month
            counted[platform, month] = counted.get((platform, month), 0) + int(row["Shares"])
    return counted


def _csv(name: str, delimiter: str = ",") -> Iterator[dict[str, str]]:
    with (SAMPLES / name).open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, delimiter=delimiter)
