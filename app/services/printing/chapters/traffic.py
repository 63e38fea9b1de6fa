"""BAB VI: conversations, visitors, pages, and what went viral (huruf e)."""

from app.language import day_text, number_text
from app.services.printing.chapters.pieces import add_grid, narrative, platform_chart
from app.services.printing.contents import ReportContents
from app.services.printing.outline import Report
from app.services.printing.tables import NO_DATA, text_table


def write_traffic(report: Report, contents: ReportContents) -> None:
    """BAB VI."""
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
    add_grid(report, "Lalu lintas percakapan menurut akun", traffic.conversations)
    report.section("Pengunjung dan Halaman yang Disimak")
    report.text(
        "Kolom Profil memuat kunjungan ke profil akun, kolom Halaman jumlah halaman yang disimak."
    )
    add_grid(
        report, "Pengunjung, halaman yang disimak, dan jangkauan menurut akun", traffic.visitors
    )
    if traffic.by_month:
        report.section("Perkembangan menurut Bulan")
        for month in traffic.by_month:
            platform_chart(report, f"{month.title} menurut bulan, {contents.year}", month.grid)
            add_grid(report, f"{month.title} menurut bulan dan platform", month.grid)
    report.section("Komunikasi Viral")
    _shared_posts(report, contents)
    report.section("Pembahasan")
    narrative(report, contents, "e")


def _shared_posts(report: Report, contents: ReportContents) -> None:
    if not contents.traffic.most_shared:
        report.hint(f"{NO_DATA}: belum ada angka sharing tiap tayangan.")
        return
    report.text(
        "Komunikasi viral dilihat dari pembagian kembali oleh masyarakat. Tabel berikut memuat"
        " tayangan yang paling banyak dibagikan pada tiap akun, dibandingkan dengan nilai tengah"
        " (median) akun itu."
    )
    lines = [
        (
            day_text(post.published_on, "id") if post.published_on else "",
            post.title,
            post.account,
            number_text(post.shares, 0, "id"),
            number_text(post.usual, 0, "id"),
        )
        for post in contents.traffic.most_shared
    ]
    headings = ("Tanggal", "Judul", "Akun", "Sharing", "Median akun")
    table = text_table(headings, lines, (18, 36, 22, 12, 12), report.width)
    report.table("Tayangan yang paling banyak dibagikan", [table])
