"""BAB V: sharing and messages sent (huruf d)."""

from app.services.printing.chapters.pieces import add_grid, narrative, platform_chart
from app.services.printing.contents import ReportContents
from app.services.printing.outline import Report


def write_sending(report: Report, contents: ReportContents) -> None:
    """BAB V."""
    sending = contents.sending
    report.chapter("Jumlah Sharing dan Pesan yang Dikirimkan")
    report.section("Sharing dan Pesan menurut Akun")
    report.text(
        "Sharing adalah jumlah pesan yang dibagikan kembali oleh masyarakat menurut data"
        " platform. Pesan yang dikirimkan terdiri atas tayangan dan jawaban yang dihitung dari"
        " catatan instansi."
    )
    add_grid(report, "Sharing dan pesan yang dikirimkan menurut akun", sending.by_account)
    report.section("Sharing dan Pesan menurut Bulan")
    platform_chart(
        report, f"Sharing menurut bulan dan platform, {contents.year}", sending.shares_by_month
    )
    add_grid(report, "Sharing menurut bulan dan platform", sending.shares_by_month)
    add_grid(report, "Pesan yang dikirimkan menurut bulan", sending.messages_by_month)
    report.section("Pembahasan")
    narrative(report, contents, "d")
