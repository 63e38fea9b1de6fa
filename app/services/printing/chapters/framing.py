"""BAB I and BAB IX: why the report is made, from what, and to whom it goes."""

from app.language import day_text
from app.services.printing.contents import ReportContents
from app.services.printing.outline import Report
from app.services.printing.tables import NO_DATA
from app.services.printing.words import REGULATION

LEGAL_BASIS = (
    "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 83 Tahun 2012"
    " tentang Pedoman Pemanfaatan Media Sosial Instansi Pemerintah; dan",
    f"{REGULATION}.",
)


def write_introduction(report: Report, contents: ReportContents) -> None:
    """BAB I."""
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


def write_closing(report: Report, contents: ReportContents) -> None:
    """BAB IX."""
    report.chapter("Penutup")
    report.text(
        contents.closing
        or "Demikian laporan pengelolaan dan pelayanan informasi melalui media sosial"
        f" {contents.agency.name} tahun {contents.year} disusun untuk disampaikan kepada Gubernur"
        " Jawa Barat. Hasil evaluasi atas laporan ini akan dipakai sebagai bahan perbaikan"
        " pelayanan informasi tahun berikutnya (Pasal 13 ayat (2))."
    )
