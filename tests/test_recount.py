"""The figures of the report and of the exports, counted again straight from the sample files.

The office is made, filled, printed and exported by the command line alone.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.cli.exit_codes import ExitCode
from app.language import number_text, use_language
from app.office import Office
from app.services.exporting import ExportKind
from tests import sample_counts
from tests.offices import PASSWORD
from tests.sample_counts import MONTHS, SAMPLES
from tests.services.printing.paper_text import whole_text

# 20 November 2026, 09.30 WIB: the day on which the samples were left.
TODAY = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)
UNTIL = 11  # the report's months
FILES = (
    "akun-resmi.xlsx",
    "rencana-konten-2026.xlsx",
    "pertanyaan-2026.csv",
    "pertanyaan-lama-2025.csv",
    "komentar/komentar-alat.csv",
    "analytics/Jan-01-2026_Nov-20-2026_1190027700012345.csv",
    "analytics/Jan-01-2026_Nov-20-2026_2280019900067890.csv",
    "analytics/account_analytics_content_2026-01-01_2026-11-20.csv",
)
ACCOUNTS = {
    "instagram": "Instagram @dishubjabar.contoh",
    "facebook": "Facebook @DishubJabarContoh",
    "x": "X @DishubJbrContoh",
    "youtube": "YouTube @DishubJabarContoh",
    "tiktok": "TikTok @dishubjabar.contoh",
    "linkedin": "LinkedIn @dishub-jabar-contoh",
    "threads": "Threads @dishubjabar.contoh",
    "whatsapp": "WhatsApp @0029VaCONTOHdishubjbr",
    "wordpress": "WordPress @dishub-jabar.example",
}
CATEGORIES = {
    "a": ("agency_activity", "a. Kegiatan instansi"),
    "b": ("current_issue", "b. Isu aktual di Jawa Barat"),
    "c": ("disaster", "c. Kebencanaan"),
    "d": ("regional_promotion", "d. Promosi daerah untuk investasi"),
    "e": ("clarification", "e. Klarifikasi isu/berita"),
    "f": ("hoax_explanation", "f. Penjelasan hoaks"),
    "g": ("policy", "g. Kebijakan Pusat dan Daerah"),
    "h": ("single_narrative", "h. Narasi tunggal"),
    "i": ("cultural_heritage", "i. Pewarisan nilai budaya"),
    "": (None, "Belum dikategorikan"),
}
KINDS = {
    "question": "Pertanyaan",
    "comment": "Komentar",
    "criticism": "Kritik",
    "suggestion": "Saran",
}
REFERRALS = (
    "Tabel 4.5 Penerusan kepada instansi lain dan ketepatan jawabannya",
    "Tabel 4.6 Permintaan kepada instansi di luar pemerintah provinsi",
)
TONES = ("positive", "neutral", "negative")


@dataclass(frozen=True)
class Paper:
    """The report's words, as they are read back from the PDF."""

    text: str

    def table(self, title: str) -> str:
        """The rows of a table: what stands between its title and the next heading."""
        rows = self.text[self.text.rindex(title) + len(title) :]
        return re.split(r" (?:Tabel|Gambar) \d+\.\d+ | \d\.\d [A-Z]", rows, maxsplit=1)[0] + " "


@dataclass(frozen=True)
class Counted:
    """What left the office: the report and each export."""

    paper: Paper
    exports: dict[ExportKind, list[dict[str, Any]]]

    def published(self) -> list[dict[str, Any]]:
        rows = self.exports[ExportKind.CONTENTS]
        return [row for row in rows if row["variant_state"] == "published"]

    def inquiries(self) -> list[dict[str, Any]]:
        rows = self.exports[ExportKind.INQUIRIES]
        return [row for row in rows if row["received_at"].startswith("2026")]

    def comments(self) -> list[dict[str, Any]]:
        """What the public wrote in the year."""
        rows = self.exports[ExportKind.COMMENTS]
        return [row for row in rows if row["written_at"].startswith("2026") and not row["is_own"]]


def _kohkol(*words: object) -> int:
    try:
        return cli.main([str(word) for word in words])
    finally:
        use_language("id")


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counted]:
    """An office that took the files in on 20 November 2026, its report and its exports."""
    place = tmp_path_factory.mktemp("recount")
    office, pdf = place / "kantor", place / "laporan.pdf"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("KOHKOL_PASSWORD", PASSWORD)
        kind = ("--kind", "perangkat-daerah", "--admin", "Rina")
        assert _kohkol("new", office, "--name", "Dinas Perhubungan", *kind) == ExitCode.DONE
        with Office.open(office) as opened:
            opened.live_at(TODAY)
        files = [SAMPLES / name for name in FILES]
        assert _kohkol("import", office, *files, "--as", "rina") == ExitCode.FINDINGS
        asked = ("report", office, "--year", 2026, "--out", pdf, "--as", "rina")
        assert _kohkol(*asked) == ExitCode.DONE
        yield Counted(
            Paper(whole_text(pdf)), {kind: _exported(office, kind, place) for kind in ExportKind}
        )


def _exported(office: Path, kind: ExportKind, place: Path) -> list[dict[str, Any]]:
    file = place / f"{kind}.json"
    asked = ("export", office, kind, "--format", "json", "--out", file, "--as", "rina")
    assert _kohkol(*asked) == ExitCode.DONE
    rows: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return rows


def _month(moment: str) -> int:
    """Of a moment as exports write it: `2026-11-20T09:30:00+07:00`."""
    return int(moment[5:7])


def _with_the_rest(marked: list[int], whole: int) -> str:
    """A line of the tables of tones: positive, neutral, negative, not marked, all."""
    return " ".join(map(str, [*marked, whole - sum(marked), whole]))


def test_posts_by_month_are_those_of_the_plan(counted: Counted) -> None:
    published = [row for row in sample_counts.plan() if row.is_published]
    posts = Counter(
        {m: sum(len(r.platforms) for r in published if r.month == m) for m in range(1, 12)}
    )
    contents = Counter(row.month for row in published)

    exported = counted.published()
    printed = counted.paper.table("Tabel 3.3 Isi pesan menurut bulan Bulan Tayangan Konten")

    assert Counter(_month(row["published_at"]) for row in exported) == posts
    first = {row["reference"]: _month(row["published_at"]) for row in reversed(exported)}
    assert Counter(first.values()) == contents
    for number in range(1, UNTIL + 1):
        assert f" {MONTHS[number - 1]} {posts[number]} {contents[number]} " in printed
    assert f" Jumlah {posts.total()} " in printed


def test_posts_by_category_are_those_of_the_plan(counted: Counted) -> None:
    published = [row for row in sample_counts.plan() if row.is_published]
    posts = Counter(row.letter for row in published for _platform in row.platforms)
    contents = Counter(row.letter for row in published)

    exported = Counter(row["category"] for row in counted.published())
    printed = counted.paper.table("Tabel 3.1 Isi pesan menurut kategori Kategori Konten Tayangan")

    assert exported == {CATEGORIES[letter][0]: count for letter, count in posts.items()}
    for letter, (_key, words) in CATEGORIES.items():
        assert f" {words} {contents[letter]} {posts[letter]} " in printed
    assert f" Jumlah {contents.total()} {posts.total()} " in printed


def test_posts_by_account_are_those_of_the_plan(counted: Counted) -> None:
    rows = sample_counts.plan()
    posts = Counter(platform for row in rows if row.is_published for platform in row.platforms)

    exported = Counter(row["platform"] for row in counted.published())
    printed = counted.paper.table("Tabel 3.2 Tayangan menurut akun Akun Tayangan")

    assert exported == posts
    for platform, account in ACCOUNTS.items():
        assert f" {account} {posts[platform]} " in printed


def test_inquiries_by_kind_are_those_of_the_list(counted: Counted) -> None:
    received = Counter(row.kind for row in sample_counts.messages())
    answered = Counter(row.kind for row in sample_counts.messages() if row.is_answered)

    exported = counted.inquiries()
    printed = counted.paper.table("Tabel 4.4 Pertanyaan warga menurut jenis Jenis Diterima")

    assert Counter(row["kind"] for row in exported) == received
    assert Counter(row["kind"] for row in exported if row["answer"]) == answered
    for kind, words in KINDS.items():
        assert f" {words} {received[kind]} {answered[kind]} 0 " in printed
    assert f" Jumlah {received.total()} {answered.total()} 0 " in printed


def test_inquiries_by_month_and_tone_are_those_of_the_list(counted: Counted) -> None:
    months = Counter(row.month for row in sample_counts.messages())
    tones = Counter(row.tone for row in sample_counts.messages())

    exported = counted.inquiries()

    assert Counter(_month(row["received_at"]) for row in exported) == months
    assert Counter(row["tone"] for row in exported) == tones
    assert len([row for row in exported if row["referred_to"]]) == sum(
        row.is_referred for row in sample_counts.messages()
    )


def test_referrals_of_old_records_stand_apart_under_headings_that_are_not_broken(
    counted: Counted,
) -> None:
    referred = sum(row.is_referred for row in sample_counts.messages())

    heads = "Instansi Diteruskan Tepat waktu Terlambat Berjalan Catatan lama"
    tables = [counted.paper.table(f"{title} {heads}") for title in REFERRALS]

    sums = [re.search(r" Jumlah 0 0 0 0 (\d+) ", printed) for printed in tables]
    assert sum(int(found[1]) for found in sums if found) == referred


def test_comments_by_month_and_tone_are_messages_and_comments_together(counted: Counted) -> None:
    toned = Counter((row.month, row.tone) for row in sample_counts.messages())
    months = Counter(row.month for row in sample_counts.messages())
    months.update(month for month, _platform in sample_counts.comments())

    exported = counted.comments()
    printed = counted.paper.table("Tabel 4.3 Komentar menurut bulan dan sifat Bulan Positif")

    assert Counter(_month(row["written_at"]) for row in exported) == months
    marked = Counter((_month(row["written_at"]), row["tone"]) for row in exported if row["tone"])
    assert marked == {key: count for key, count in toned.items() if key[1]}
    for number in range(1, UNTIL + 1):
        cells = _with_the_rest([toned[number, tone] for tone in TONES], months[number])
        assert f" {MONTHS[number - 1]} {cells} " in printed


def test_comments_by_account_and_tone_are_messages_and_comments_together(
    counted: Counted,
) -> None:
    toned = Counter((row.platform, row.tone) for row in sample_counts.messages())
    platforms = Counter(row.platform for row in sample_counts.messages())
    platforms.update(platform for _month, platform in sample_counts.comments())

    exported = counted.comments()
    printed = counted.paper.table("Tabel 4.1 Komentar menurut akun dan sifat Akun Positif")

    assert Counter(row["platform"] for row in exported) == platforms
    for platform, account in ACCOUNTS.items():
        cells = _with_the_rest([toned[platform, tone] for tone in TONES], platforms[platform])
        assert f" {account} {cells} " in printed
    unmarked = platforms.total() - sum(count for (_p, tone), count in toned.items() if tone)
    assert f"Komentar yang belum ditentukan sifatnya: {unmarked}." in counted.paper.text


def test_shares_are_the_sums_of_the_platforms_exports(counted: Counted) -> None:
    shares = sample_counts.shares()
    sums = Counter[str]()
    for (platform, _month_of), count in shares.items():
        sums[platform] += count

    measured = [
        row for row in counted.exports[ExportKind.MEASUREMENTS] if row["measure"] == "shares"
    ]
    by_account = counted.paper.table("Tabel 5.1 Sharing dan pesan yang dikirimkan menurut akun")
    by_month = counted.paper.table("Tabel 5.2 Sharing menurut bulan dan platform Bulan")

    exported = Counter[str]()
    for row in measured:
        exported[row["platform"]] += row["value"]
    assert exported == sums
    for platform, count in sums.items():
        assert f" {ACCOUNTS[platform]} {number_text(count, 0)} " in by_account
    for number in range(1, UNTIL + 1):
        cells = [number_text(shares[it, number], 0) for it in ("instagram", "facebook", "x")]
        assert f" {MONTHS[number - 1]} {' '.join(cells)} " in by_month


def test_messages_sent_by_month_are_posts_and_answers(counted: Counted) -> None:
    posts = Counter[int]()
    for row in sample_counts.plan():
        posts[row.month] += len(row.platforms) if row.is_published else 0
    answers = Counter(row.answered_in for row in sample_counts.messages() if row.answered_in)

    exported = [_month(row["answered_at"]) for row in counted.inquiries() if row["answered_at"]]
    printed = counted.paper.table("Tabel 5.3 Pesan yang dikirimkan menurut bulan Bulan")

    assert Counter(exported) == answers
    for number in range(1, UNTIL + 1):
        assert f" {MONTHS[number - 1]} {posts[number]} {answers[number]} " in printed
