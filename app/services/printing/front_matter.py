"""What stands before the first chapter: cover, approval page, preface, lists of contents."""

from datetime import date

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Paragraph, Spacer, Table

from app.language import day_text, month_text
from app.services.printing import fonts
from app.services.printing.contents import Paper, ReportContents, Signatory
from app.services.printing.letterhead import letterhead, name_line, signature_pair, title_lines
from app.services.printing.outline import Place, PlaceList, Report
from app.services.printing.paper import (
    BODY,
    BOTTOM,
    SIZES,
    TOP,
    WARNING_INK,
    paragraphs,
    style,
)
from app.services.printing.words import REGULATION

_COVER_TITLE = style("cover_title", 18, 27, font=fonts.BOLD, alignment=TA_CENTER)
_COVER_LINE = style("cover_line", 14, 21, font=fonts.BOLD, alignment=TA_CENTER)
_COVER_MARK = style("cover_mark", 14, 20, font=fonts.BOLD, alignment=TA_CENTER, ink=WARNING_INK)
_PREFACE_SIGN = style("preface_sign", 12, 17)
_RIGHT_BLOCK = 78 * mm


def report_title(contents: ReportContents) -> str:
    """The report's name, for the cover and the file's properties."""
    return f"Laporan Pengelolaan dan Pelayanan Informasi melalui Media Sosial Tahun {contents.year}"


def cover(contents: ReportContents, paper: Paper, width: float) -> list[Flowable]:
    """Kop, title, agency, place and year."""
    height = SIZES[paper][1]
    kop = letterhead(contents.agency, width)
    title = [
        Paragraph("LAPORAN", _COVER_TITLE),
        Paragraph("PENGELOLAAN DAN PELAYANAN INFORMASI<br/>MELALUI MEDIA SOSIAL", _COVER_TITLE),
        Spacer(0, 8 * mm),
        Paragraph(f"TAHUN {contents.year}", _COVER_TITLE),
    ]
    example = [Spacer(0, 10 * mm), Paragraph("CONTOH", _COVER_MARK)] if contents.is_example else []
    foot = [
        Paragraph(fonts.markup(contents.agency.name.upper()), _COVER_LINE),
        Paragraph(fonts.markup(contents.agency.town.upper()), _COVER_LINE),
        Paragraph(str(contents.made_on.year), _COVER_LINE),
    ]
    return [*kop, Spacer(0, height * 0.17), *title, *example, _Push(foot)]


class _Push(Flowable):
    """Its lines at the foot of the page."""

    def __init__(self, lines: list[Paragraph]) -> None:
        super().__init__()
        self.lines = lines

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """All the room that is left."""
        self.heights = [line.wrap(available_width, available_height)[1] for line in self.lines]
        return available_width, max(available_height - 1, sum(self.heights))

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Lines that no page holds go on over the next ones, as they are."""
        first, *others = self.lines
        begun: list[Flowable] = first.split(available_width, available_height)
        return [*begun, *others] if begun else []

    def draw(self) -> None:
        """From below upwards."""
        y = 0.0
        for line, height in zip(reversed(self.lines), reversed(self.heights), strict=True):
            line.drawOn(self.canv, 0, y)
            y += height


def write_front(report: Report, contents: ReportContents, paper: Paper) -> None:
    """Lembar pengesahan, kata pengantar, daftar isi, daftar tabel, daftar gambar; on new pages."""
    _approval_page(report, contents)
    report.add(PageBreak())
    _preface(report, contents)
    report.add(PageBreak())
    height = SIZES[paper][1] - TOP - BOTTOM
    tables, figures = PlaceList(report, ("table",), height), PlaceList(report, ("figure",), height)
    following: list[tuple[Place, PlaceList]] = []
    report.front("Daftar Isi")
    report.add(PlaceList(report, ("front", "chapter", "section"), height, following))
    for title, places in (("Daftar Tabel", tables), ("Daftar Gambar", figures)):
        report.add(PageBreak())
        following.append((report.front(title), places))
        report.add(places)


def _approval_page(report: Report, contents: ReportContents) -> None:
    report.front("Lembar Pengesahan")
    report.text(
        f"{report_title(contents)} pada {contents.agency.name} disusun untuk memenuhi ketentuan"
        f" Pasal 12 ayat (1) {REGULATION}, dan disahkan untuk disampaikan kepada Gubernur Jawa"
        " Barat."
    )
    report.add(Spacer(0, 14 * mm))
    compiler = contents.compiler or Signatory(("Pejabat yang bertanggung jawab",))
    place = f"{contents.agency.town}, {_dated(contents.signed_on, contents.made_on)}"
    left = compiler, ("", "Disusun oleh:")
    right = contents.head, (place, "Disahkan oleh:")
    report.add(signature_pair(left, right, report.width))


def _dated(signed_on: date | None, made_on: date) -> str:
    return day_text(signed_on, "id") if signed_on else f"{'.' * 22} {made_on.year}"


def _preface(report: Report, contents: ReportContents) -> None:
    report.front("Kata Pengantar")
    text = contents.preface or (
        f"Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa. {report_title(contents)} pada"
        f" {contents.agency.name} telah selesai disusun.\nLaporan ini memuat gambaran umum"
        " kebijakan, pembahasan isi pesan, komentar dan sifat komentar, jumlah sharing dan pesan"
        " yang dikirimkan, lalu lintas percakapan, kendala, serta rekomendasi dan rencana tindak"
        " lanjut sebagaimana diwajibkan dalam Pasal 12 ayat (3).\nKami menyampaikan terima kasih"
        " kepada semua pihak yang membantu pengelolaan media sosial dan penyusunan laporan ini."
        " Masukan bagi perbaikan pelayanan informasi akan kami terima dengan senang hati."
    )
    report.add(*paragraphs(text, BODY))
    moment = contents.signed_on or contents.made_on
    lines = [f"{contents.agency.town}, {month_text(moment, 'id')}", *title_lines(contents.head)]
    block: list[Flowable] = [Paragraph(fonts.markup(line), _PREFACE_SIGN) for line in lines]
    block += [Spacer(0, 22 * mm), name_line(contents.head.name, _PREFACE_SIGN, _RIGHT_BLOCK - 12)]
    table = Table(
        [["", block]], colWidths=[report.width - _RIGHT_BLOCK, _RIGHT_BLOCK], splitInRow=1
    )
    table.setStyle([("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR)])
    report.add(Spacer(0, 8 * mm), table)
