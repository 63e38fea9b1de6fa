"""The annexes: accounts, the order, logs without personal data, definitions, what is missing."""

from collections.abc import Callable
from datetime import date

from reportlab.platypus import Spacer

from app.language import day_text
from app.services.printing.contents import ReportContents
from app.services.printing.outline import Report
from app.services.printing.row_pages import Column, LongTable
from app.services.printing.tables import NO_DATA, text_table

DEFINITIONS = (
    ("Konten", "Satu gagasan pesan, dihitung satu kali walaupun tayang pada beberapa akun."),
    (
        "Tayangan",
        "Satu konten pada satu akun yang benar-benar tayang, dibuktikan dengan tautan atau"
        " catatan lama.",
    ),
    ("Komentar", "Tulisan masyarakat pada akun resmi yang dicatat satu per satu beserta sifatnya."),
    ("Sifat komentar", "Positif, netral, atau negatif, ditentukan oleh Pengelola yang membacanya."),
    (
        "Persentase sifat",
        "Jumlah komentar bersifat itu dibagi jumlah komentar yang sudah ditentukan sifatnya.",
    ),
    ("Sharing", "Jumlah pembagian kembali (share, retweet, repost) menurut data platform."),
    (
        "Pesan yang dikirimkan",
        "Tayangan dan jawaban yang terkirim, dihitung dari catatan; siaran dihitung dengan tangan.",
    ),
    (
        "Lalu lintas percakapan",
        "Komentar dan pesan masyarakat serta jawaban yang tercatat di instansi; di sampingnya"
        " komentar dan interaksi menurut data platform.",
    ),
    ("Pengunjung", "Jumlah pengunjung profil atau laman menurut data platform."),
    ("Halaman yang disimak", "Jumlah halaman atau tayangan yang dilihat menurut data platform."),
    ("Jangkauan", "Jumlah akun berbeda yang melihat pesan menurut data platform."),
    (
        "Komunikasi viral",
        "Tayangan yang dibagikan kembali jauh di atas nilai tengah (median) akunnya.",
    ),
    (
        "Tepat waktu",
        "Jawaban instansi tujuan diterima paling lama 24 jam sejak instansi itu dihubungi, tanpa"
        " jeda hari libur.",
    ),
    (NO_DATA, "Angka tidak diberikan platform atau belum dicatat; tidak sama dengan nol."),
)


def write_annexes(report: Report, contents: ReportContents) -> None:
    """Lampiran 1 and on; one that would be empty is left out."""
    annexes: tuple[tuple[str, Callable[[Report, ReportContents], None], object], ...] = (
        ("Daftar Akun Resmi", _accounts, contents.policy.accounts),
        ("Surat Perintah dan Pelaksana", _order, contents.policy.order),
        ("Daftar Tayangan", _posts, contents.posts),
        ("Daftar Pertanyaan Warga tanpa Data Pribadi", _inquiries, contents.inquiries),
        ("Daftar Penerusan tanpa Data Pribadi", _referrals, contents.referrals),
        ("Definisi dan Rumus", _definitions, True),
        ("Catatan Kelengkapan", _missing, contents.missing),
    )
    number = 0
    for title, write, facts in annexes:
        if facts:
            number += 1
            report.annex(number, title)
            write(report, contents)


def _accounts(report: Report, contents: ReportContents) -> None:
    lines = [
        (
            f"{number}.",
            "\n".join(filter(None, (fact.platform, fact.name))),
            fact.address,
            fact.designation,
            fact.audience,
            fact.responsible,
        )
        for number, fact in enumerate(contents.policy.accounts, 1)
    ]
    headings = ("No.", "Akun", "Alamat", "Penunjukan", "Sasaran", "Petugas")
    report.add(text_table(headings, lines, (6, 20, 27, 20, 13, 14), report.width))


def _order(report: Report, contents: ReportContents) -> None:
    order = contents.policy.order
    if order is None:
        return
    days = [
        (label, day_text(day, "id") if day else "")
        for label, day in (
            ("Tanggal", order.signed_on),
            ("Berlaku sejak", order.valid_from),
            ("Berlaku sampai", order.valid_until),
        )
    ]
    facts = [("Nomor", order.number), *days, ("Ditandatangani oleh", order.signer)]
    report.add(text_table(("Surat Perintah", "Keterangan"), facts, (30, 70), report.width))
    members = [
        (f"{number}.", member.name, member.rank, member.position, member.work)
        for number, member in enumerate(order.members, 1)
    ]
    report.add(Spacer(0, 12))
    headings = ("No.", "Nama", "Pangkat / golongan", "Jabatan", "Tugas")
    report.add(text_table(headings, members, (7, 29, 20, 24, 20), report.width))


def _posts(report: Report, contents: ReportContents) -> None:
    columns = (
        Column("No.", 5.5),
        Column("Tanggal", 10.5),
        Column("Nomor", 15.5),
        Column("Akun", 22.5),
        Column("Kategori", 17),
        Column("Judul", 29),
    )
    lines = [
        (
            str(number),
            _day(line.published_on),
            line.reference,
            line.account,
            line.category,
            line.title,
        )
        for number, line in enumerate(contents.posts, 1)
    ]
    report.add(LongTable(columns, lines))


def _inquiries(report: Report, contents: ReportContents) -> None:
    columns = (
        Column("No.", 5.5),
        Column("Diterima", 10.5),
        Column("Nomor", 15.5),
        Column("Akun", 24),
        Column("Jenis", 11),
        Column("Topik", 18),
        Column("Keadaan", 15.5),
    )
    lines = [
        (
            str(number),
            _day(line.received_on),
            line.reference,
            line.account,
            line.kind,
            line.topic,
            line.state,
        )
        for number, line in enumerate(contents.inquiries, 1)
    ]
    report.add(LongTable(columns, lines))


def _referrals(report: Report, contents: ReportContents) -> None:
    columns = (
        Column("No.", 6),
        Column("Nomor", 17),
        Column("Instansi", 33),
        Column("Dihubungi", 16),
        Column("Dijawab", 16),
        Column("Hasil", 12),
    )
    lines = [
        (
            str(number),
            line.reference,
            line.agency,
            line.contacted_at,
            line.answered_at,
            line.outcome,
        )
        for number, line in enumerate(contents.referrals, 1)
    ]
    report.add(LongTable(columns, lines))


def _definitions(report: Report, _contents: ReportContents) -> None:
    report.add(
        text_table(("Istilah", "Arti dan cara menghitung"), DEFINITIONS, (28, 72), report.width)
    )


def _missing(report: Report, contents: ReportContents) -> None:
    report.plain("Menurut Pasal 12 ayat (3), laporan ini belum memuat hal-hal berikut.")
    lines = [(f"huruf {fact.part}", fact.sentence) for fact in contents.missing]
    report.add(text_table(("Bagian", "Yang belum ada"), lines, (18, 82), report.width))


def _day(day: date | None) -> str:
    return f"{day.day:02}-{day.month:02}-{day.year}" if day else ""
