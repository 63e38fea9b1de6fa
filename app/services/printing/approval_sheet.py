"""The weekly approval sheet as PDF: what waits, with pictures, codes and boxes to mark with ink."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image, KeepTogether, Paragraph, Spacer, Table

from app.language import day_text, wib
from app.services.printing import fonts
from app.services.printing.contents import Paper
from app.services.printing.letterhead import DOTS, letterhead, signature_block
from app.services.printing.paper import (
    HINT,
    PALE_INK,
    RULE,
    Document,
    paragraphs,
    style,
    text_width,
    write,
)
from app.services.printing.sheet_contents import SheetContents, SheetItem

_TITLE = style("sheet_title", 13, 18, font=fonts.BOLD, alignment=TA_CENTER)
_CENTRED = style("sheet_centred", 10.5, 14, alignment=TA_CENTER)
_HEAD = style("sheet_head", 11, 15, font=fonts.BOLD, keepWithNext=1)
_NAME = style("sheet_name", 10.5, 14, keepWithNext=1)
_FACT = style("sheet_fact", 9.5, 12.5, keepWithNext=1)
_PLACE = style("sheet_place", 9, 12, font=fonts.BOLD, ink=PALE_INK, spaceBefore=3, keepWithNext=1)
_WORDS = style("sheet_words", 10.5, 14)
_BOX_WORDS = style("sheet_box", 10.5, 14)
_PICTURE_SIDE = 40 * mm
_MOST_PICTURES = 4  # of an album the first ones; all of them are in the program
_SIGNING_LEFT = 74 * mm
_ETHICS = (
    "Dengan menandatangani lembar ini saya menyatakan bahwa etika Pasal 9 huruf a sampai i sudah"
    " saya periksa pada setiap hal yang saya setujui."
)


class _Box(Flowable):
    """An empty square to put a mark in."""

    _SIDE = 11.0

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """A square."""
        return self._SIDE, self._SIDE

    def draw(self) -> None:
        """Only its edge."""
        canvas: Canvas = self.canv
        canvas.setLineWidth(0.9)
        canvas.rect(0, 0, self._SIDE, self._SIDE)


class _Line(Flowable):
    """A thin rule between two items."""

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = available_width
        return available_width, 10.0

    def draw(self) -> None:
        """In grey."""
        canvas: Canvas = self.canv
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.5)
        canvas.line(0, 5, self.width, 5)


def write_approval_sheet(
    contents: SheetContents, pictures: Mapping[str, bytes], path: Path, paper: Paper = "a4"
) -> None:
    """Make the sheet; `pictures` are small ones by their hash, what is missing is said in words.

    `path` is replaced only by a finished one.
    """
    write(path, lambda unfinished: _draw(contents, pictures, unfinished, paper))


def _draw(contents: SheetContents, pictures: Mapping[str, bytes], path: Path, paper: Paper) -> None:
    width = text_width(paper)
    title = f"Lembar Persetujuan {contents.reference}"
    document = Document(path, paper, title, contents.agency.name, contents.is_example)
    made = day_text(wib(contents.made_at).date(), "id")
    story: list[Flowable] = [
        *letterhead(contents.agency, width),
        Paragraph("LEMBAR PERSETUJUAN", _TITLE),
        Paragraph(f"{fonts.markup(contents.reference)} · dicetak {made}", _CENTRED),
        Spacer(0, 4 * mm),
        Paragraph(
            "Beri tanda pada satu kotak di setiap nomor. Yang dibiarkan kosong tetap menunggu.",
            HINT,
        ),
    ]
    for item in contents.items:
        story += _item(item, pictures, width)
    document.build_letter([*story, _signing(contents, width)])


def _item(item: SheetItem, pictures: Mapping[str, bytes], width: float) -> list[Flowable]:
    head = f"{item.position}. {item.reference} · kode {item.code}"
    parts: list[Flowable] = [
        Paragraph(fonts.markup(head), _HEAD),
        *(Paragraph(fonts.markup(line), _NAME) for line in item.title.splitlines()[:1]),
        *(
            Paragraph(f"{fonts.markup(label)}: {fonts.markup(value)}", _FACT)
            for label, value in item.facts
        ),
    ]
    for place, text in item.texts:
        parts += [Paragraph(fonts.markup(place), _PLACE), *paragraphs(text, _WORDS)]
    parts += _pictures(item, pictures)
    return [*parts, KeepTogether([Spacer(0, 2 * mm), _boxes(item, width)]), _Line()]


def _pictures(item: SheetItem, pictures: Mapping[str, bytes]) -> list[Flowable]:
    shown = item.pictures[:_MOST_PICTURES]
    known = [_picture(pictures[sha256]) for sha256 in shown if sha256 in pictures]
    left = len(item.pictures) - len(known)
    row: list[Flowable] = []
    if known:
        table = Table([known], hAlign="LEFT")
        table.setStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
        row = [Spacer(0, 2 * mm), table]
    if left:
        words = f"{left} gambar atau video {'lain ' if known else ''}dilihat di program."
        row.append(Paragraph(words, _FACT))
    return row


def _picture(encoded: bytes) -> Flowable:
    image = Image(BytesIO(encoded))
    scale = min(_PICTURE_SIDE / image.imageWidth, _PICTURE_SIDE / image.imageHeight)
    image.drawWidth, image.drawHeight = image.imageWidth * scale, image.imageHeight * scale
    return image


def _boxes(item: SheetItem, width: float) -> Flowable:
    lines: list[list[Any]]
    if item.noted:
        lines = [
            ["", Paragraph(fonts.markup(item.noted), _FACT)],
            [_Box(), Paragraph("Benar, itu keputusan saya", _BOX_WORDS)],
        ]
    else:
        lines = [
            [_Box(), Paragraph("Setuju", _BOX_WORDS)],
            [_Box(), Paragraph(f"Kembalikan, karena {DOTS}{DOTS}", _BOX_WORDS)],
        ]
    table = Table(lines, colWidths=[20, width - 20], hAlign="LEFT", splitInRow=1)
    table.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ]
    )
    return table


def _signing(contents: SheetContents, width: float) -> Flowable:
    above = (f"{contents.agency.town}, {DOTS[:24]}",)
    block = signature_block(contents.signer, above, width - _SIGNING_LEFT - 6)
    table = Table([["", block]], colWidths=[_SIGNING_LEFT, width - _SIGNING_LEFT], splitInRow=1)
    table.setStyle(
        [("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    )
    return KeepTogether([Spacer(0, 3 * mm), Paragraph(_ETHICS, _WORDS), Spacer(0, 6 * mm), table])
