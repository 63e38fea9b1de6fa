"""BAB IV: what the public wrote, and how it was answered (huruf c)."""

from app.language import number_text
from app.services.printing.chapters.pieces import add_grid, has_bars, month_labels, narrative
from app.services.printing.charts import PAPER_TONES, columns, rows
from app.services.printing.contents import CommentFigures, Grid, ReportContents, ToneCount, sum_of
from app.services.printing.outline import Report
from app.services.printing.tables import NO_DATA, figure_text, share_text

_MOST_BARS = 20


def write_comments(report: Report, contents: ReportContents) -> None:
    """BAB IV."""
    report.chapter("Komentar dan Sifat Komentar")
    _tones(report, contents)
    _inquiries(report, contents.comments)
    _referrals(report, contents.comments)
    report.section("Pembahasan")
    narrative(report, contents, "c")


def _tones(report: Report, contents: ReportContents) -> None:
    comments = contents.comments
    report.section("Jumlah Komentar menurut Sifat")
    report.text(_tone_sentence(comments.by_account))
    add_grid(report, "Komentar menurut akun dan sifat", comments.by_account)
    _account_chart(report, comments.by_account)
    report.section("Sifat Komentar menurut Kategori Pesan")
    add_grid(report, "Komentar menurut kategori pesan dan sifat", comments.by_category)
    report.section("Sifat Komentar menurut Bulan")
    _tone_chart(report, f"Sifat komentar menurut bulan, {contents.year}", comments.by_month)
    add_grid(report, "Komentar menurut bulan dan sifat", comments.by_month)
    report.section("Cara Penentuan Sifat Komentar")
    report.text(
        "Sifat tiap komentar ditentukan oleh Pengelola yang membacanya. Komentar yang belum"
        f" ditentukan sifatnya: {figure_text(comments.unclassified)}."
    )


def _account_chart(report: Report, grid: Grid) -> None:
    """Accounts with comments only, lying, for their names are long; no more than a page holds."""
    counted = [(sum(figure.value or 0 for figure in row.figures), row) for row in grid.rows]
    shown = [row for count, row in counted if count]
    caption = "Sifat komentar menurut akun"
    if len(shown) > _MOST_BARS:
        least = sorted(count for count, _row in counted)[-_MOST_BARS]
        shown = [row for count, row in counted if count >= least][:_MOST_BARS]
        caption = f"Sifat komentar menurut {_MOST_BARS} akun dengan komentar terbanyak"
    if shown:
        series = [[row.figures[tone].value for row in shown] for tone in range(len(ToneCount))]
        labels, names = [row.label for row in shown], [tone.value for tone in ToneCount]
        chart = rows(labels, series, names, PAPER_TONES, report.width)
        report.figure(caption, chart)


def _tone_chart(report: Report, caption: str, grid: Grid) -> None:
    if has_bars(grid):
        series = [[row.figures[tone].value for row in grid.rows] for tone in range(len(ToneCount))]
        names = [tone.value for tone in ToneCount]
        chart = columns(month_labels(grid), series, names, PAPER_TONES, (report.width, 190))
        report.figure(caption, chart)


def _inquiries(report: Report, comments: CommentFigures) -> None:
    report.section("Pertanyaan, Komentar, Kritik, dan Saran yang Dilayani")
    add_grid(report, "Pertanyaan warga menurut jenis", comments.inquiries)


def _referrals(report: Report, comments: CommentFigures) -> None:
    report.section("Penerusan kepada Instansi Lain")
    report.text(
        "Pertanyaan yang merupakan kewenangan instansi lain diteruskan kepada instansi itu, yang"
        " memberi jawaban dalam waktu paling lama 24 (dua puluh empat) jam sejak dihubungi"
        " (Lampiran huruf C angka 4). Waktu tanggap yang diimpor dari catatan lama tidak dipakai"
        " untuk menghitung ketepatan waktu ini."
    )
    add_grid(report, "Penerusan kepada instansi lain dan ketepatan jawabannya", comments.referrals)
    if comments.requests.rows:
        report.text(
            "Terhadap instansi di luar Pemerintah Daerah Provinsi Jawa Barat, 24 jam itu"
            " merupakan permintaan, bukan kewajiban; angkanya disajikan terpisah."
        )
        add_grid(
            report, "Permintaan kepada instansi di luar pemerintah provinsi", comments.requests
        )
    add_grid(
        report, "Penerusan masuk dari instansi lain dan ketepatan jawabannya", comments.incoming
    )


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
