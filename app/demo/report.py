"""What the office writes for its annual report: texts, obstacles, recommendations."""

from collections.abc import Iterator
from datetime import date, datetime

from app.demo.year import DemoYear, Story, at
from app.models.report import ObstacleSide, Part
from app.services.reports import (
    RecommendationFacts,
    add_obstacle,
    add_recommendation,
    save_narrative,
)

YEAR = 2026


def texts(year: DemoYear) -> Iterator[datetime]:
    """Teh Neneng writes on two afternoons; parts d and e stay to be written."""
    yield at(18, "15.30")
    year.act(
        "neneng",
        save_narrative,
        YEAR,
        Part.POLICY_OVERVIEW,
        "Pelayanan informasi melalui media sosial dilaksanakan menurut Surat Perintah Kepala Dinas "
        "dan Standar Prosedur Operasional yang ditetapkan bulan Januari 2026 (contoh).",
        None,
    )
    yield at(18, "15.50")
    year.act(
        "neneng",
        save_narrative,
        YEAR,
        Part.CONTENT_REVIEW,
        "Isi pesan didominasi kegiatan instansi dan pewarisan nilai budaya melalui Rebo Nyunda; "
        "pesan kebencanaan meningkat pada musim hujan.",
        None,
    )
    yield at(19, "15.10")
    year.act(
        "neneng",
        save_narrative,
        YEAR,
        Part.COMMENTS,
        "Komentar negatif terbanyak menyangkut jadwal bus dan lampu lalu lintas; hampir semuanya "
        "dijawab dalam 24 jam.",
        None,
    )


def obstacles(year: DemoYear) -> Iterator[datetime]:
    """What stood in the way, and what should be done about it."""
    yield at(19, "15.20")
    for side, text in (
        (ObstacleSide.EXTERNAL, "Instansi lain kadang menjawab melewati 24 jam."),
        (ObstacleSide.EXTERNAL, "Akun palsu mengatasnamakan layanan mudik gratis."),
        (ObstacleSide.INTERNAL, "Videografer hanya satu orang dan bukan ASN."),
    ):
        year.act("neneng", add_obstacle, YEAR, side, text)
    yield at(19, "15.35")
    year.act(
        "neneng",
        add_recommendation,
        YEAR,
        RecommendationFacts(
            "Menyepakati narahubung media sosial dengan setiap instansi tujuan.",
            "Rapat koordinasi dan daftar narahubung bersama Diskominfo.",
            "Sekretariat",
            date(2027, 2, 26),
        ),
    )
    year.act(
        "neneng",
        add_recommendation,
        YEAR,
        RecommendationFacts("Melatih dua pegawai dalam pembuatan video pendek."),
    )


REPORT: tuple[Story, ...] = (texts, obstacles)
