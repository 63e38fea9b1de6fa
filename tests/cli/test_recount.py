"""`kohkol export` gives the figures that a recount of the sample file by other means gives."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from app.resources import resource
from tests.cli.test_commands import run
from tests.offices import PASSWORD

# As the file writes them, for the recount; the program has words of its own for it.
CHANNELS = {
    "fb": "facebook",
    "facebook": "facebook",
    "ig": "instagram",
    "instagram": "instagram",
    "x": "x",
    "twitter": "x",
    "x (twitter)": "x",
    "wa": "whatsapp",
    "whatsapp": "whatsapp",
    "tiktok": "tiktok",
    "yt": "youtube",
    "youtube": "youtube",
    "linkedin": "linkedin",
    "threads": "threads",
    "blog": "wordpress",
    "web": "wordpress",
}
FAULTY = {"30/02/2026", ""}  # the days in the file that are none


@pytest.fixture(scope="module")
def recounted() -> list[dict[str, str]]:
    """The good records: with a day, with a text, and no exact copy of an earlier one."""
    file = resource("demo", "pertanyaan-2026.csv")
    with file.open(encoding="utf-8-sig", newline="") as text:
        records = list(csv.DictReader(text, delimiter=";"))
    distinct = {tuple(record.values()): record for record in records}.values()
    return [
        record for record in distinct if record["Tanggal"] not in FAULTY and record["Isi"].strip()
    ]


@pytest.fixture
def exported(
    office_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> list[dict[str, str | None]]:
    """The same after import and export."""
    monkeypatch.setenv("KOHKOL_PASSWORD", PASSWORD)
    files = [resource("demo", name) for name in ("akun-resmi.xlsx", "pertanyaan-2026.csv")]
    run("import", office_folder, *files, "--as", "rina")
    target = tmp_path / "inquiries.json"
    run("export", office_folder, "inquiries", "--format", "json", "--out", target)
    rows: list[dict[str, str | None]] = json.loads(target.read_text("utf-8"))
    return rows


def test_every_inquiry_came_through(
    recounted: list[dict[str, str]], exported: list[dict[str, str | None]]
) -> None:
    assert len(exported) == len(recounted) == 395
    assert Counter(row["text"] for row in exported) == Counter(
        record["Isi"].replace("\r\n", "\n").strip() for record in recounted
    )


def test_platforms_tones_answers_and_referrals_are_the_same(
    recounted: list[dict[str, str]], exported: list[dict[str, str | None]]
) -> None:
    platforms = Counter(CHANNELS[record["Kanal"].strip().casefold()] for record in recounted)
    tones = Counter(record["Sifat"].strip().casefold()[:3] for record in recounted)

    assert Counter(row["platform"] for row in exported) == platforms
    assert Counter((row["tone"] or "")[:3] for row in exported) == {
        "": tones[""],
        "pos": tones["pos"],
        "neg": tones["neg"],
        "neu": tones["net"] + tones["neu"],
    }
    answered = sum(bool(record["Jawaban"].strip()) for record in recounted)
    referred = sum(bool(record["Diteruskan ke"].strip()) for record in recounted)
    assert sum(bool(row["answer"]) for row in exported) == answered
    assert sum(bool(row["referred_to"]) for row in exported) == referred
