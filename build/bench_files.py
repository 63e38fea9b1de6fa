"""Files of a large year for measuring: a plan of 1,000 posts, a list of 5,000 inquiries."""

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

POSTS = 1_000
INQUIRIES = 5_000
_FIRST_DAY = date(2026, 1, 1)
_DAYS = 320
_CHANNELS = ("Instagram", "Facebook", "X")
_CATEGORIES = ("Kegiatan", "Bencana", "Budaya", "Kebijakan", "Promosi", "Hoaks")
_KINDS = ("pertanyaan", "komentar", "kritik", "saran")
_TONES = ("positif", "netral", "negatif")


def write_plan(file: Path) -> Path:
    """Published posts, spread over the year, accounts and categories."""
    heads = (
        "No",
        "Tanggal",
        "Jam",
        "Kanal",
        "Kategori",
        "Judul",
        "Naskah/Caption",
        "Status",
        "Tautan",
    )
    rows = [
        (
            number,
            _day(number, POSTS),
            f"{7 + number % 12:02}.{number % 60:02}",
            _CHANNELS[number % 3],
            _CATEGORIES[number % 6],
            f"Konten nomor {number} tentang layanan perhubungan",
            f"Wargi, ini naskah nomor {number} dengan beberapa kata yang wajar panjangnya. #Jabar",
            "Tayang",
            _link(number),
        )
        for number in range(1, POSTS + 1)
    ]
    return _write(file, heads, rows)


def write_inquiries(file: Path) -> Path:
    """Messages of the public, nine in ten answered."""
    heads = (
        *("Tanggal", "Jam", "Kanal", "Akun", "Nama Akun Warga", "Isi", "Jenis", "Sifat"),
        *("Diteruskan ke", "Jawaban", "Dijawab pada"),
    )
    rows = []
    for number in range(1, INQUIRIES + 1):
        day, is_answered = _day(number, INQUIRIES), number % 10 != 0
        rows.append(
            (
                day,
                f"{number % 24:02}.{number % 60:02}",
                _CHANNELS[number % 3],
                "",
                f"warga_{number % 1700}_contoh",
                f"Min, pertanyaan nomor {number}: kapan bus berikutnya lewat di halte kami?",
                _KINDS[number % 4],
                _TONES[number % 3],
                "DBMPR" if number % 20 == 0 else "",
                f"Jawaban nomor {number}: setiap 15 menit, Wargi." if is_answered else "",
                f"{day} 23.59" if is_answered else "",
            )
        )
    return _write(file, heads, rows)


def _day(number: int, total: int) -> str:
    return (_FIRST_DAY + timedelta(number * _DAYS // total)).strftime("%d/%m/%Y")


def _link(number: int) -> str:
    return (
        f"https://x.com/dishub_contoh/status/{1_900_000_000_000_000_000 + number}",
        f"https://www.instagram.com/p/BENCH{number:05}/",
        f"https://www.facebook.com/dishubcontoh/posts/pfbid0BENCH{number:05}",
    )[(number + 1) % 3]


def _write(file: Path, heads: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, delimiter=";").writerows([heads, *rows])
    return file
