"""The demo's files come in as any office's: recognised, judged, taken in by ordinary acts."""

import csv
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from app.demo.year import DemoYear
from app.models.comment import Tone
from app.resources import resource
from app.services.asset_library import AssetLibrary, files_below
from app.services.assets import add_assets
from app.services.comments import (
    comments_of,
    mark_comments,
    own_names,
    post_at,
    posts_with_comments,
    take_pasted,
)
from app.services.importing.foreign import read_foreign
from app.services.importing.pasted import read_pasted
from app.services.importing.previewing import preview
from app.services.importing.taking import take
from app.services.reading.delimited import decoded
from app.services.reading.process import ReaderProcess

# What an office has before it begins: people, accounts, answers, last year's list.
FIRST_FILES = (
    "pegawai.xlsx",
    "akun-resmi.xlsx",
    "jawaban-standar.xlsx",
    "pertanyaan-lama-2025.csv",
)
# What it takes in on the demo's own morning.
LAST_FILES = (
    "rencana-konten-2026.xlsx",
    "pertanyaan-2026.csv",
    "komentar/komentar-alat.csv",
    "analytics/Jan-01-2026_Nov-20-2026_1190027700012345.csv",
    "analytics/Jan-01-2026_Nov-20-2026_2280019900067890.csv",
    "analytics/account_analytics_content_2026-01-01_2026-11-20.csv",
)
# A pasted text does not name its post.
PASTED = (
    ("instagram-tempel.txt", "https://www.instagram.com/p/DC2BDWkzzLA/"),
    (
        "facebook-tempel.txt",
        "https://www.facebook.com/DishubJabarContoh/posts/pfbid0ypbkohTXLj20UK3O856UNb6B1CiTNVs6TH",
    ),
    ("youtube-paste.txt", "https://www.youtube.com/watch?v=dJ4fAFbhScI"),
    ("tiktok-tempel.txt", "https://www.tiktok.com/@dishubjabar.contoh/video/7562612131707713462"),
)


def take_files(year: DemoYear, names: tuple[str, ...], told: Callable[[], None]) -> None:
    """Take in workbooks and tables; `told` is called after each."""
    with ReaderProcess() as reader:
        for name in names:
            foreign = read_foreign(reader, demo_file(name))
            year.act("neneng", take, year.read(preview, foreign))
            told()


def take_pasted_comments(year: DemoYear, told: Callable[[], None]) -> None:
    """Take in the comments that were copied from the four sites."""
    for name, post in PASTED:
        names = year.read(own_names, year.read(post_at, post).platform)
        pasted = read_pasted(decoded(demo_file(f"komentar/{name}").read_bytes()), names)
        year.act("neneng", take_pasted, pasted, address=post)
        told()


def mark_comments_as_people_did(year: DemoYear) -> None:
    """Give the comments the tones that a careful person gave them, those he looked at."""
    tones = _tones()
    posts = [row.key for row in year.read(posts_with_comments)]
    for post in posts:
        marked: defaultdict[Tone, list[int]] = defaultdict(list)
        for comment in year.read(comments_of, post).comments:
            tone = tones.get((plain(comment.handle or comment.name or ""), plain(comment.text)))
            if tone is not None and not comment.is_own:
                marked[tone].append(comment.id)
        for tone, comment_ids in marked.items():
            year.act("dadan", mark_comments, comment_ids, tone)


def _tones() -> dict[tuple[str, str], Tone]:
    words = {"positif": Tone.POSITIVE, "netral": Tone.NEUTRAL, "negatif": Tone.NEGATIVE}
    with demo_file("komentar/sifat-acuan.csv").open(encoding="utf-8-sig", newline="") as file:
        return {
            (plain(row["penulis"]), plain(row["komentar"])): words[row["sifat"]]
            for row in csv.DictReader(file)
        }


def plain(text: str) -> str:
    """Without what a site adds or takes away around a name or a text."""
    return " ".join(text.split()).removeprefix("@").casefold()


def take_media(year: DemoYear, told: Callable[[], None]) -> None:
    """Take in the pictures and videos."""
    library = AssetLibrary(year.folder, year.assets)
    try:
        for file in files_below([demo_file("media")]):
            year.act("rizky", add_assets, [library.take_in(file, file.name)])
            told()
    finally:
        library.close()


def demo_file(name: str) -> Path:
    """One of the files that the program ships for this."""
    return resource("demo", *name.split("/"))
