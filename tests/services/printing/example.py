"""An invented agency's year, as small or as large as a test needs it."""

from dataclasses import replace
from datetime import date, timedelta

from app.services.printing.contents import (
    AccountFacts,
    AgencyFacts,
    CommentFigures,
    Example,
    Figure,
    Grid,
    GridRow,
    InquiryLine,
    Letterhead,
    MemberFacts,
    MessageFigures,
    MonthGrid,
    ObstacleFacts,
    OrderFacts,
    PolicyFacts,
    PostLine,
    RecommendationFacts,
    ReferralLine,
    ReportContents,
    SendingFigures,
    SharedPost,
    Signatory,
    TrafficFigures,
)

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
ACCOUNTS = (
    "Instagram @literasijabar",
    "Facebook Literasi Jabar",
    "X @literasijabar",
    "YouTube Literasi TV",
)
CATEGORIES = (
    "a. Kegiatan instansi",
    "b. Isu aktual di Jawa Barat",
    "c. Kebencanaan",
    "d. Promosi daerah",
    "e. Klarifikasi isu atau berita",
    "f. Penjelasan hoaks",
    "g. Kebijakan Pusat dan Daerah",
    "h. Narasi tunggal",
    "i. Pewarisan nilai budaya",
    "Belum dikategorikan",
)
TONES = ("Positif", "Netral", "Negatif", "Belum ditentukan", "Jumlah")
HEAD = Signatory(
    ("Kepala Dinas Literasi dan Warisan Budaya",),
    "Dr. Hj. Ratna Komalasari, S.Sos., M.Si.",
    "Pembina Utama Muda",
    "197001011995032001",
)


def figures(*values: int | None) -> tuple[Figure, ...]:
    return tuple(Figure(value) for value in values)


def counted(
    heading: str,
    columns: tuple[str, ...],
    labels: tuple[str, ...],
    factor: int,
    *,
    is_summed: bool = True,
) -> Grid:
    rows = tuple(
        GridRow(
            label,
            figures(*(factor * (index + 3) % 97 * (column + 1) for column in range(len(columns)))),
        )
        for index, label in enumerate(labels)
    )
    return Grid(heading, columns, rows, is_summed=is_summed)


def tones(heading: str, labels: tuple[str, ...], factor: int) -> Grid:
    rows = []
    for index, label in enumerate(labels):
        positive, neutral, negative = factor * (index + 5), factor * 3, 7 * (index + 1)
        counts = (positive, neutral, negative, index)
        rows.append(GridRow(label, figures(*counts, sum(counts))))
    return Grid(heading, TONES, tuple(rows))


def months_by_platform(factor: int) -> Grid:
    platforms = ("Instagram", "Facebook", "X")
    return replace(
        counted("Bulan", platforms, MONTHS, factor), unsummed=frozenset(range(len(platforms)))
    )


def empty_contents() -> ReportContents:
    """A new agency that has nothing yet."""
    none = Grid("Akun", ("Jumlah",))
    return ReportContents(
        year=2026,
        agency=AgencyFacts("Dinas Literasi dan Warisan Budaya"),
        head=Signatory(()),
        until=date(2026, 12, 31),
        made_on=date(2027, 1, 11),
        messages=MessageFigures(none, none, none, none),
        comments=CommentFigures(none, none, none, none, none, none, none),
        sending=SendingFigures(none, none, none),
        traffic=TrafficFigures(none, none),
    )


def full_contents(posts: int = 40, inquiries: int = 60) -> ReportContents:
    """A year with everything in it."""
    first = date(2026, 1, 1)
    no_pages = GridRow(
        "TikTok @literasijabar",
        tuple(Figure(None, "akun baru, dibuat 2 November") for _ in range(4)),
    )
    traffic = counted("Akun", ("Percakapan", "Pengunjung", "Halaman", "Jangkauan"), ACCOUNTS, 311)
    unknown_page = replace(
        traffic.rows[0],
        figures=(
            *traffic.rows[0].figures[:2],
            Figure(None, "Instagram tidak memberi jumlah halaman yang disimak"),
            traffic.rows[0].figures[3],
        ),
    )
    traffic = replace(traffic, rows=(unknown_page, *traffic.rows[1:], no_pages))
    team = OrderFacts(
        "1234/800.1.11.1/Dislitbud",
        date(2026, 1, 5),
        HEAD.name,
        date(2026, 1, 5),
        date(2026, 12, 31),
        (
            MemberFacts(
                "Rina Marlina, S.I.Kom.",
                ("admin",),
                "199005122015032004",
                "Penata / III/c",
                "Pranata Humas",
            ),
            MemberFacts("Dede Suhendar", ("desain grafis",), "", "", "Tenaga desain"),
            MemberFacts(
                "Asep Hidayat, S.Sn.",
                ("tim kreatif",),
                "198811092019031002",
                "Penata Muda / III/a",
                "Pranata Humas",
            ),
        ),
    )
    return replace(
        empty_contents(),
        agency=AgencyFacts(
            "Dinas Literasi dan Warisan Budaya",
            "Perangkat Daerah",
            "Kepala Dinas",
            "Bandung",
            Letterhead(
                unit="Dinas Literasi dan Warisan Budaya",
                address="Jalan Naripan Nomor 7 Telepon (022) 0000000",
                contact="Laman dislitbud.contoh.example Pos-el dislitbud@contoh.example",
                place="BANDUNG – 40111",
            ),
        ),
        head=HEAD,
        compiler=Signatory(
            ("Sekretaris",), "Tatang Suryana, S.H.", "Pembina", "197503032000031003"
        ),
        policy=PolicyFacts(
            accounts=tuple(
                AccountFacts(
                    name.split()[0],
                    name.split(maxsplit=1)[1],
                    f"https://{name.split()[0].lower()}.example/literasi",
                    "Situs untuk berbagi",
                    "Keputusan Nomor 12/2024, 5 Januari 2024",
                    "penyimak",
                    "Rina Marlina",
                )
                for name in ACCOUNTS
            ),
            order=team,
            procedures=("SPO Pelayanan Informasi Nomor 4/SPO/2025, 3 Maret 2025",),
            equipment=("Komputer desain, 2 unit",),
        ),
        messages=MessageFigures(
            counted("Kategori", ("Konten", "Tayangan"), CATEGORIES, 17),
            counted("Akun", ("Tayangan",), ACCOUNTS, 41),
            counted("Bulan", ("Tayangan", "Konten"), MONTHS, 29),
            counted(
                "Keputusan",
                ("Jumlah",),
                ("Dipilih", "Disetujui", "Dikembalikan"),
                5,
                is_summed=False,
            ),
            (
                Example(
                    date(2026, 3, 14),
                    "Dongeng Sabtu Pagi 📚 ᮞᮥᮔ᮪ᮓ",
                    CATEGORIES[8],
                    "Instagram, YouTube",
                ),
                Example(None, "Jadwal pustaka keliling", CATEGORIES[0], "Facebook"),
            ),
        ),
        comments=CommentFigures(
            tones("Akun", ACCOUNTS, 83),
            tones("Kategori", CATEGORIES, 31),
            tones("Bulan", MONTHS, 27),
            counted(
                "Jenis", ("Diterima", "Terjawab"), ("Pertanyaan", "Komentar", "Kritik", "Saran"), 13
            ),
            counted(
                "Instansi",
                ("Diteruskan", "Tepat waktu", "Terlambat"),
                ("Dinas Perhubungan", "Diskominfo"),
                11,
            ),
            Grid("Instansi", ("Diteruskan", "Tepat waktu", "Terlambat")),
            Grid("Instansi", ("Diterima", "Tepat waktu", "Terlambat")),
            Figure(112),
        ),
        sending=SendingFigures(
            counted("Akun", ("Sharing", "Tayangan", "Jawaban"), ACCOUNTS, 57),
            counted("Bulan", ("Tayangan", "Jawaban"), MONTHS, 37),
            months_by_platform(37),
        ),
        traffic=TrafficFigures(
            counted("Akun", ("Tercatat", "Komentar (platform)"), ACCOUNTS, 11),
            traffic,
            (MonthGrid("Jangkauan", months_by_platform(211)),),
            (SharedPost(date(2026, 8, 17), "Lomba baca puisi", "Instagram", 4200, 31),),
        ),
        narratives={
            part: f"Uraian bagian {part}.\nSepanjang tahun pelayanan berjalan baik. " * 3
            for part in "abcdeg"
        },
        external_obstacles=(ObstacleFacts("Jaringan internet terputus saat banjir"),),
        internal_obstacles=(ObstacleFacts("Desainer hanya satu orang"),),
        recommendations=(
            RecommendationFacts(
                "Menambah seorang desainer", "Mengusulkan formasi", "Sekretaris", "Triwulan II 2027"
            ),
            RecommendationFacts(
                "Menetapkan SPO",
                "",
                "Kepala",
                "2026",
                "Sudah ditetapkan 3 Maret",
                is_from_last_year=True,
            ),
        ),
        posts=tuple(
            PostLine(
                first + timedelta(days=number % 330),
                ACCOUNTS[number % 4],
                CATEGORIES[number % 10],
                f"Judul konten nomor {number} tentang perpustakaan keliling di kabupaten dan kota"
                + " 😀" * (number % 9 == 0),
                f"KTN-2026-{number:06}",
            )
            for number in range(1, posts + 1)
        ),
        inquiries=tuple(
            InquiryLine(
                first + timedelta(days=number % 330),
                ACCOUNTS[number % 4],
                ("Pertanyaan", "Kritik", "Saran")[number % 3],
                ("Kartu anggota", "Jam buka layanan", "Pustaka keliling")[number % 3],
                ("Selesai", "Diterima")[number % 2],
                f"INQ-2026-{number:06}",
            )
            for number in range(1, inquiries + 1)
        ),
        referrals=(
            ReferralLine(
                "INQ-2026-000012",
                "Dinas Perhubungan",
                "05-03-2026 09.30",
                "05-03-2026 15.10",
                "Tepat waktu",
            ),
            ReferralLine(
                "INQ-2026-000031",
                "Dinas Komunikasi dan Informatika",
                "07-03-2026 10.00",
                "",
                "Terlambat",
            ),
        ),
    )
