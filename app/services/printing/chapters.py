"""The nine chapters of the annual report; each function writes one (Pasal 12 ayat (3))."""

from collections.abc import Sequence

from app.language import day_text, number_text
from app.services.printing.charts import PAPER_BARS, PAPER_TONES, columns, groups, rows
from app.services.printing.contents import (
    Figure,
    Grid,
    ObstacleFacts,
    RecommendationFacts,
    ReportContents,
    ToneCount,
    sum_of,
)
from app.services.printing.outline import Report
from app.services.printing.tables import (
    NO_DATA,
    figure_text,
    grid_table,
    share_text,
    text_table,
)

REGULATION = (
    "Peraturan Gubernur Jawa Barat Nomor 29 Tahun 2019 tentang Pedoman Pengelolaan dan Pelayanan"
    " Informasi melalui Media Sosial di Lingkungan Pemerintah Daerah Provinsi Jawa Barat"
)
LEGAL_BASIS = (
    "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 83 Tahun 2012"
    " tentang Pedoman Pemanfaatan Media Sosial Instansi Pemerintah; dan",
    f"{REGULATION}.",
)
PART_TITLES = {
    "a": "gambaran umum kebijakan pelayanan informasi melalui media sosial",
    "b": "pembahasan mengenai isi pesan",
    "c": "komentar dan sifat komentar",
    "d": "jumlah sharing dan pesan yang dikirimkan",
    "e": "jumlah lalu lintas percakapan, pengunjung, dan halaman yang disimak, serta komunikasi"
    " viral",
    "f": "kendala eksternal dan internal",
    "g": "rekomendasi dan rencana tindak lanjut",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


def write_chapters(report: Report, contents: ReportContents) -> None:
    """BAB I to BAB IX."""
    for chapter in (
        _introduction,
        _policy,
        _messages,
        _comments,
        _sending,
        _traffic,
        _obstacles,
        _recommendations,
        _closing,
    ):
        chapter(report, contents)


def _introduction(report: Report, contents: ReportContents) -> None:
    name = contents.agency.name
    report.chapter("Pendahuluan")
    report.section("Latar Belakang")
    if contents.introduction.strip():
        report.text(contents.introduction)
    report.text(
        f"Media sosial menjadi sarana {name} untuk menyampaikan informasi kepada masyarakat serta"
        " menerima dan menanggapi pertanyaan, komentar, kritik, dan saran. Pengelolaannya"
        f" berpedoman pada {REGULATION}.",
        "Pasal 12 ayat (1) Peraturan Gubernur tersebut mewajibkan laporan pengelolaan dan"
        " pelayanan informasi melalui media sosial paling sedikit 1 (satu) kali dalam 1 (satu)"
        f" tahun. Laporan ini disusun untuk memenuhi kewajiban itu bagi tahun {contents.year}.",
    )
    report.section("Dasar Hukum")
    report.numbered(LEGAL_BASIS)
    report.section("Maksud dan Tujuan")
    report.text(
        "Laporan ini dimaksudkan sebagai pertanggungjawaban pengelolaan media sosial kepada"
        " Gubernur Jawa Barat. Tujuannya menyajikan kebijakan, isi pesan, tanggapan masyarakat,"
        " jangkauan, kendala, dan rencana tindak lanjut sebagai bahan evaluasi sebagaimana"
        " dimaksud dalam Pasal 13."
    )
    report.section("Ruang Lingkup")
    report.text(
        f"Laporan ini mencakup akun media sosial {name} dan pelayanan informasi melalui akun"
        f" tersebut dari 1 Januari {contents.year} sampai dengan {day_text(contents.until, 'id')}."
    )
    report.section("Sumber Data")
    report.text(
        "Angka dalam laporan ini dihitung dari catatan konten, persetujuan, pertanyaan, komentar,"
        " dan penerusan yang disimpan instansi, serta dari data yang diekspor dari platform."
        " Angka dihitung menurut tanggal kejadiannya. Angka yang tidak diketahui ditulis"
        f" “{NO_DATA}” dan tidak diperlakukan sebagai nol. Definisi dan rumus dimuat dalam"
        " lampiran.",
    )


def _policy(report: Report, contents: ReportContents) -> None:
    policy = contents.policy
    report.chapter("Gambaran Umum Kebijakan Pelayanan Informasi")
    report.section("Kebijakan Pelayanan Informasi")
    _narrative(report, contents, "a")
    report.section("Akun Resmi")
    if policy.accounts:
        report.text(f"{contents.agency.name} mengelola {len(policy.accounts)} akun media sosial.")
        report.table(
            "Akun media sosial dan penunjukannya",
            [
                text_table(
                    ("Platform", "Akun", "Jenis (Lampiran huruf B)", "Penunjukan"),
                    [
                        (
                            account.platform,
                            account.name,
                            account.kind,
                            account.designation or "belum ditunjuk",
                        )
                        for account in policy.accounts
                    ],
                    (17, 25, 25, 33),
                    report.width,
                )
            ],
        )
    else:
        report.hint(f"{NO_DATA}: belum ada akun yang dicatat.")
    report.section("Pelaksana dan Pejabat yang Bertanggung Jawab")
    _team(report, contents)
    for title, entries in (
        ("Standar Prosedur Operasional", policy.procedures),
        ("Prasarana dan Sarana", policy.equipment),
        ("Pembiayaan", policy.budget),
    ):
        report.section(title)
        if entries:
            report.numbered(entries)
        else:
            report.hint(NO_DATA)


def _team(report: Report, contents: ReportContents) -> None:
    order = contents.policy.order
    if order is None:
        report.hint(f"{NO_DATA}: Surat Perintah sebagaimana dimaksud dalam Pasal 6 belum dicatat.")
        return
    number = f" Nomor {order.number}" if order.number else ""
    dated = f" tanggal {day_text(order.signed_on, 'id')}" if order.signed_on else ""
    period = ""
    if order.valid_from and order.valid_until:
        period = (
            f", berlaku {day_text(order.valid_from, 'id')} sampai dengan"
            f" {day_text(order.valid_until, 'id')}"
        )
    report.text(
        "Pelaksana dan Pejabat yang bertanggung jawab ditunjuk dengan Surat"
        f" Perintah{number}{dated}{period}."
    )
    report.table(
        "Pelaksana dan tugasnya",
        [
            text_table(
                ("Nama", "Jabatan", "Tugas"),
                [
                    (member.name, member.position, ", ".join(member.duties))
                    for member in order.members
                ],
                (38, 34, 28),
                report.width,
            )
        ],
    )


def _messages(report: Report, contents: ReportContents) -> None:
    messages = contents.messages
    report.chapter("Pembahasan Isi Pesan")
    report.section("Isi Pesan menurut Kategori")
    report.text(
        "Kategori mengikuti Pasal 7. Satu konten adalah satu gagasan; satu tayangan adalah konten"
        " itu pada satu akun. Konten yang tayang pada beberapa akun dihitung satu kali sebagai"
        " konten."
    )
    _table(report, "Isi pesan menurut kategori", messages.by_category)
    report.section("Isi Pesan menurut Akun")
    _table(report, "Tayangan menurut akun", messages.by_account)
    report.section("Isi Pesan menurut Bulan")
    _month_chart(report, f"Tayangan menurut bulan, {contents.year}", messages.by_month)
    _table(report, "Isi pesan menurut bulan", messages.by_month)
    report.section("Pemilihan dan Persetujuan")
    report.text(
        "Keputusan Pejabat dihitung menurut tanggal keputusannya (Lampiran huruf D). Konten lama"
        " yang dicatat dari berkas, sebelum alur ini dipakai, dihitung tersendiri."
    )
    _table(report, "Keputusan atas konten", messages.decisions)
    if messages.examples:
        report.section("Contoh Isi Pesan")
        report.table(
            "Contoh isi pesan",
            [
                text_table(
                    ("Tanggal", "Judul", "Kategori", "Akun"),
                    [
                        (
                            day_text(example.published_on, "id") if example.published_on else "",
                            example.title,
                            example.category,
                            example.accounts,
                        )
                        for example in messages.examples
                    ],
                    (18, 40, 21, 21),
                    report.width,
                )
            ],
        )
    report.section("Pembahasan")
    _narrative(report, contents, "b")


def _comments(report: Report, contents: ReportContents) -> None:
    comments = contents.comments
    report.chapter("Komentar dan Sifat Komentar")
    report.section("Jumlah Komentar menurut Sifat")
    report.text(_tone_sentence(comments.by_account))
    _table(report, "Komentar menurut akun dan sifat", comments.by_account)
    if comments.by_account.is_known:
        shown = [
            row for row in comments.by_account.rows if any(figure.value for figure in row.figures)
        ]
        report.figure(
            "Sifat komentar menurut akun",
            rows(
                [row.label for row in shown],
                [[row.figures[tone].value for row in shown] for tone in range(len(ToneCount))],
                [tone.value for tone in ToneCount],
                PAPER_TONES,
                report.width,
            ),
        )
    report.section("Sifat Komentar menurut Kategori Pesan")
    _table(report, "Komentar menurut kategori pesan dan sifat", comments.by_category)
    report.section("Sifat Komentar menurut Bulan")
    if comments.by_month.is_known:
        report.figure(
            f"Sifat komentar menurut bulan, {contents.year}",
            columns(
                _month_labels(comments.by_month),
                [
                    [row.figures[tone].value for row in comments.by_month.rows]
                    for tone in range(len(ToneCount))
                ],
                [tone.value for tone in ToneCount],
                PAPER_TONES,
                (report.width, 190),
            ),
        )
    _table(report, "Komentar menurut bulan dan sifat", comments.by_month)
    report.section("Cara Penentuan Sifat Komentar")
    report.text(
        "Sifat tiap komentar ditentukan oleh Pengelola yang membacanya. Komentar yang belum"
        f" ditentukan sifatnya: {figure_text(comments.unclassified)}."
    )
    report.section("Pertanyaan, Komentar, Kritik, dan Saran yang Dilayani")
    _table(report, "Pertanyaan warga menurut jenis", comments.inquiries)
    report.section("Penerusan kepada Instansi Lain")
    report.text(
        "Pertanyaan yang merupakan kewenangan instansi lain diteruskan kepada instansi itu, yang"
        " memberi jawaban dalam waktu paling lama 24 (dua puluh empat) jam sejak dihubungi"
        " (Lampiran huruf C angka 4). Waktu tanggap yang diimpor dari catatan lama tidak dipakai"
        " untuk menghitung ketepatan waktu ini."
    )
    _table(report, "Penerusan kepada instansi lain dan ketepatan jawabannya", comments.referrals)
    if comments.requests.rows:
        report.text(
            "Terhadap instansi di luar Pemerintah Daerah Provinsi Jawa Barat, 24 jam itu"
            " merupakan permintaan, bukan kewajiban; angkanya disajikan terpisah."
        )
        _table(report, "Permintaan kepada instansi di luar pemerintah provinsi", comments.requests)
    _table(report, "Penerusan masuk dari instansi lain dan ketepatan jawabannya", comments.incoming)
    report.section("Pembahasan")
    _narrative(report, contents, "c")


def _tone_sentence(grid: Grid) -> str:
    sums = [
        sum_of(column).value for column in zip(*(row.figures[:3] for row in grid.rows), strict=True)
    ]
    known = [value or 0 for value in sums]
    total = sum(known)
    if not total:
        return f"Komentar yang sudah ditentukan sifatnya: {NO_DATA.lower()}."
    positive, neutral, negative = known
    return (
        f"Sebanyak {number_text(total, 0, 'id')} komentar telah ditentukan sifatnya: positif"
        f" {number_text(positive, 0, 'id')} ({share_text(positive, total)}), netral"
        f" {number_text(neutral, 0, 'id')} ({share_text(neutral, total)}), dan negatif"
        f" {number_text(negative, 0, 'id')} ({share_text(negative, total)})."
    )


def _sending(report: Report, contents: ReportContents) -> None:
    sending = contents.sending
    report.chapter("Jumlah Sharing dan Pesan yang Dikirimkan")
    report.section("Sharing dan Pesan menurut Akun")
    report.text(
        "Sharing adalah jumlah pesan yang dibagikan kembali oleh masyarakat menurut data"
        " platform. Pesan yang dikirimkan terdiri atas tayangan dan jawaban yang dihitung dari"
        " catatan instansi."
    )
    _table(report, "Sharing dan pesan yang dikirimkan menurut akun", sending.by_account)
    report.section("Sharing dan Pesan menurut Bulan")
    _platform_chart(
        report, f"Sharing menurut bulan dan platform, {contents.year}", sending.shares_by_month
    )
    _table(report, "Sharing menurut bulan dan platform", sending.shares_by_month)
    _table(report, "Pesan yang dikirimkan menurut bulan", sending.messages_by_month)
    report.section("Pembahasan")
    _narrative(report, contents, "d")


def _traffic(report: Report, contents: ReportContents) -> None:
    traffic = contents.traffic
    report.chapter("Lalu Lintas Percakapan, Pengunjung, Halaman yang Disimak, dan Komunikasi Viral")
    report.text(
        "Angka platform tidak dijumlahkan antarplatform karena yang dihitung tiap platform tidak"
        " sama. Angka sebuah tayangan dihitung pada bulan tayangnya."
    )
    report.section("Lalu Lintas Percakapan")
    report.text(
        "Kolom Tercatat dihitung instansi dari komentar, pesan, dan jawaban; kolom lain dihitung"
        " platform."
    )
    _table(report, "Lalu lintas percakapan menurut akun", traffic.conversations)
    report.section("Pengunjung dan Halaman yang Disimak")
    report.text(
        "Kolom Profil memuat kunjungan ke profil akun, kolom Halaman jumlah halaman yang disimak."
    )
    _table(report, "Pengunjung, halaman yang disimak, dan jangkauan menurut akun", traffic.visitors)
    if traffic.by_month:
        report.section("Perkembangan menurut Bulan")
        for month in traffic.by_month:
            _platform_chart(report, f"{month.title} menurut bulan, {contents.year}", month.grid)
            _table(report, f"{month.title} menurut bulan dan platform", month.grid)
    report.section("Komunikasi Viral")
    _shared_posts(report, contents)
    report.section("Pembahasan")
    _narrative(report, contents, "e")


def _shared_posts(report: Report, contents: ReportContents) -> None:
    if not contents.traffic.most_shared:
        report.hint(f"{NO_DATA}: belum ada angka sharing tiap tayangan.")
        return
    report.text(
        "Komunikasi viral dilihat dari pembagian kembali oleh masyarakat. Tabel berikut memuat"
        " tayangan yang paling banyak dibagikan pada tiap akun, dibandingkan dengan nilai tengah"
        " (median) akun itu."
    )
    report.table(
        "Tayangan yang paling banyak dibagikan",
        [
            text_table(
                ("Tanggal", "Judul", "Akun", "Sharing", "Median akun"),
                [
                    (
                        day_text(post.published_on, "id") if post.published_on else "",
                        post.title,
                        post.account,
                        number_text(post.shares, 0, "id"),
                        number_text(post.usual, 0, "id"),
                    )
                    for post in contents.traffic.most_shared
                ],
                (18, 36, 22, 12, 12),
                report.width,
            )
        ],
    )


def _obstacles(report: Report, contents: ReportContents) -> None:
    report.chapter("Kendala Eksternal dan Internal")
    for title, obstacles in (
        ("Kendala Eksternal", contents.external_obstacles),
        ("Kendala Internal", contents.internal_obstacles),
    ):
        report.section(title)
        _obstacle_table(report, title, obstacles)
    if contents.narratives.get("f", "").strip():
        report.section("Pembahasan")
        _narrative(report, contents, "f")


def _obstacle_table(report: Report, title: str, obstacles: Sequence[ObstacleFacts]) -> None:
    if not obstacles:
        report.hint(f"{NO_DATA}: {title.lower()} belum dicatat.")
        return
    report.table(
        title,
        [
            text_table(
                ("No.", "Kendala"),
                [(f"{number}.", fact.text) for number, fact in enumerate(obstacles, 1)],
                (8, 92),
                report.width,
            )
        ],
    )


def _recommendations(report: Report, contents: ReportContents) -> None:
    report.chapter("Rekomendasi dan Rencana Tindak Lanjut")
    earlier = [fact for fact in contents.recommendations if fact.is_from_last_year]
    new = [fact for fact in contents.recommendations if not fact.is_from_last_year]
    report.section("Rekomendasi")
    if new:
        _recommendation_table(report, "Rekomendasi dan rencana tindak lanjut", new)
    else:
        report.hint(f"{NO_DATA}: rekomendasi belum dicatat.")
    if earlier:
        report.section("Tindak Lanjut Rekomendasi Tahun Sebelumnya")
        _recommendation_table(report, "Tindak lanjut rekomendasi tahun sebelumnya", earlier)
    if contents.narratives.get("g", "").strip():
        report.section("Pembahasan")
        _narrative(report, contents, "g")


def _recommendation_table(
    report: Report, caption: str, facts: Sequence[RecommendationFacts]
) -> None:
    report.table(
        caption,
        [
            text_table(
                (
                    "No.",
                    "Rekomendasi",
                    "Rencana tindak lanjut",
                    "Penanggung jawab",
                    "Waktu",
                    "Tindak lanjut",
                ),
                [
                    (f"{number}.", fact.text, fact.plan, fact.owner, fact.due, fact.follow_up)
                    for number, fact in enumerate(facts, 1)
                ],
                (7, 24, 24, 17, 13, 15),
                report.width,
            )
        ],
    )


def _closing(report: Report, contents: ReportContents) -> None:
    report.chapter("Penutup")
    report.text(
        contents.closing
        or "Demikian laporan pengelolaan dan pelayanan informasi melalui media sosial"
        f" {contents.agency.name} tahun {contents.year} disusun untuk disampaikan kepada Gubernur"
        " Jawa Barat. Hasil evaluasi atas laporan ini akan dipakai sebagai bahan perbaikan"
        " pelayanan informasi tahun berikutnya (Pasal 13 ayat (2))."
    )


def _narrative(report: Report, contents: ReportContents, part: str) -> None:
    text = contents.narratives.get(part, "")
    if text.strip():
        report.text(text)
    else:
        report.hint(f"[Uraian {PART_TITLES[part]} belum diisi]")


def _table(report: Report, caption: str, grid: Grid) -> None:
    report.table(caption, grid_table(grid, report.width))


def _month_chart(report: Report, caption: str, grid: Grid) -> None:
    """The grid's first column by month; nothing where it is unknown altogether."""
    values: list[Figure] = [row.figures[0] for row in grid.rows]
    if any(figure.value is not None for figure in values):
        report.figure(
            caption,
            columns(
                _month_labels(grid),
                [[figure.value for figure in values]],
                grid.columns[:1],
                PAPER_BARS,
                (report.width, 175),
            ),
        )


def _platform_chart(report: Report, caption: str, grid: Grid) -> None:
    """One measure by month, the platforms side by side; at most as many as there are colours."""
    shown = range(min(len(grid.columns), len(PAPER_BARS.series)))
    if grid.is_known:
        report.figure(
            caption,
            groups(
                _month_labels(grid),
                [[row.figures[index].value for row in grid.rows] for index in shown],
                [grid.columns[index] for index in shown],
                PAPER_BARS,
                (report.width, 190),
            ),
        )


def _month_labels(grid: Grid) -> list[str]:
    """Short names; a grid by month begins with January."""
    return list(MONTHS[: len(grid.rows)])
