"""BAB III: what was said (huruf b)."""

from app.language import day_text
from app.services.printing.chapters.pieces import add_grid, month_chart, narrative
from app.services.printing.contents import ReportContents
from app.services.printing.outline import Report
from app.services.printing.tables import text_table


def write_messages(report: Report, contents: ReportContents) -> None:
    """BAB III."""
    messages = contents.messages
    report.chapter("Pembahasan Isi Pesan")
    report.section("Isi Pesan menurut Kategori")
    report.text(
        "Kategori mengikuti Pasal 7. Satu konten adalah satu gagasan; satu tayangan adalah konten"
        " itu pada satu akun. Konten yang tayang pada beberapa akun dihitung satu kali sebagai"
        " konten."
    )
    add_grid(report, "Isi pesan menurut kategori", messages.by_category)
    report.section("Isi Pesan menurut Akun")
    add_grid(report, "Tayangan menurut akun", messages.by_account)
    report.section("Isi Pesan menurut Bulan")
    month_chart(report, f"Tayangan menurut bulan, {contents.year}", messages.by_month)
    add_grid(report, "Isi pesan menurut bulan", messages.by_month)
    report.section("Pemilihan dan Persetujuan")
    report.text(
        "Keputusan Pejabat dihitung menurut tanggal keputusannya (Lampiran huruf D). Konten lama"
        " yang dicatat dari berkas, sebelum alur ini dipakai, dihitung tersendiri."
    )
    add_grid(report, "Keputusan atas konten", messages.decisions)
    _examples(report, contents)
    report.section("Pembahasan")
    narrative(report, contents, "b")


def _examples(report: Report, contents: ReportContents) -> None:
    examples = contents.messages.examples
    if not examples:
        return
    report.section("Contoh Isi Pesan")
    lines = [
        (
            day_text(example.published_on, "id") if example.published_on else "",
            example.title,
            example.category,
            example.accounts,
        )
        for example in examples
    ]
    headings = ("Tanggal", "Judul", "Kategori", "Akun")
    table = text_table(headings, lines, (18, 40, 21, 21), report.width)
    report.table("Contoh isi pesan", [table])
