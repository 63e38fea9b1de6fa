"""A sheet of official paper: sizes, margins, type, page numbers, and how a document becomes a file.

Margins and type follow the practice of tata naskah dinas: 25/30/30/25 mm, Arial 12 (its metric twin
Liberation Sans); the lowest 25 mm stay free for the footer of the electronic signature.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
)

from app.services.printing import fonts
from app.services.printing.contents import Paper

Progress = Callable[[int, int], None]

SIZES: dict[Paper, tuple[float, float]] = {
    "a4": (210 * mm, 297 * mm),
    "f4": (215 * mm, 330 * mm),  # in no library's list of named sizes
}
TOP, BOTTOM, LEFT, RIGHT = 25 * mm, 30 * mm, 30 * mm, 25 * mm
NUMBER_HEIGHT = 25.6 * mm

INK = HexColor("#000000")
PALE_INK = HexColor("#5A5A5A")
RULE = HexColor("#8C8C8C")
HEAD_GROUND = HexColor("#E9E9E9")
WATERMARK = HexColor("#EDEDED")
WARNING_INK = HexColor("#9C1C10")


def style(name: str, size: float = 12, leading: float = 20.7, **more: Any) -> ParagraphStyle:
    """A paragraph style in Liberation Sans; `font` chooses another of its faces."""
    fonts.register()
    face = more.pop("font", fonts.REGULAR)
    return ParagraphStyle(
        name,
        fontName=face,
        bulletFontName=face,
        bulletFontSize=size,
        fontSize=size,
        leading=leading,
        textColor=more.pop("ink", INK),
        **more,
    )


BODY = style("body", alignment=TA_JUSTIFY, firstLineIndent=12.5 * mm, spaceAfter=4)
PLAIN = style("plain", alignment=TA_JUSTIFY, spaceAfter=4)
HINT = style("hint", 11, 15, font=fonts.ITALIC, ink=PALE_INK, spaceAfter=6)
CHAPTER = style(
    "chapter", 14, 20, font=fonts.BOLD, alignment=TA_CENTER, spaceAfter=16, keepWithNext=1
)
SECTION = style("section", 12, 17, font=fonts.BOLD, spaceBefore=10, spaceAfter=5, keepWithNext=1)
CAPTION = style(
    "caption", 10.5, 14, alignment=TA_CENTER, spaceBefore=8, spaceAfter=5, keepWithNext=1
)
SOURCE = style("source", 8.5, 11, ink=PALE_INK, spaceBefore=3, spaceAfter=10)
CELL = style("cell", 9.5, 12)
CELL_BOLD = style("cell_bold", 9.5, 12, font=fonts.BOLD)
CELL_RIGHT = style("cell_right", 9.5, 12, alignment=TA_RIGHT)
CELL_HEAD_RIGHT = style("cell_head_right", 9.5, 12, font=fonts.BOLD, alignment=TA_RIGHT)
CELL_PALE = style("cell_pale", 8.5, 11, ink=PALE_INK, alignment=TA_RIGHT)
CELL_NOTE = style("cell_note", 9, 12, ink=PALE_INK)


def paragraphs(text: str, of: ParagraphStyle = BODY) -> list[Flowable]:
    """A person's text: an empty line, or a new line, begins a new paragraph."""
    return [Paragraph(fonts.markup(part), of) for part in text.splitlines() if part.strip()]


def text_width(paper: Paper) -> float:
    """The width between the margins."""
    return SIZES[paper][0] - LEFT - RIGHT


class Document(BaseDocTemplate):
    """A document on official paper; says after each page how far it is, and knows its page kinds.

    Page kinds are `cover` (no number), `front` (small Roman) and `body` (Arabic).
    """

    def __init__(self, path: Path, paper: Paper, title: str, author: str, is_example: bool) -> None:
        self.paper = paper
        self.is_example = is_example
        super().__init__(
            str(path),
            pagesize=SIZES[paper],
            title=title,
            author=author,
            creator="Kohkol",
            lang="id",
            displayDocTitle=True,
        )
        self.addPageTemplates(
            [
                PageTemplate("body", [self._frame()], self._draw_ground, self._number_body_page),
                PageTemplate("front", [self._frame()], self._draw_ground, self._number_front_page),
                PageTemplate("cover", [self._frame()], self._draw_ground),
            ]
        )
        self.body_pages = self.drawn_pages = 0

    def begin_front(self) -> None:
        """The pages from here on are front matter and will stand before all others."""
        self.body_pages = self.canv.getPageNumber() - 1

    def build_front_first(self, story: list[Flowable]) -> None:
        """Lay out a story whose front matter comes last, and move that ahead; then `save`."""
        self._doSave = 0  # platypus would save before the pages stand in order
        self.build(story)
        # ReportLab has no public way to the pages it has drawn.
        pages: list[object] = vars(self.canv)["_doc"].Pages.pages
        pages[:] = pages[self.body_pages :] + pages[: self.body_pages]
        self.drawn_pages = len(pages)
        front = self.drawn_pages - self.body_pages
        self.canv.addPageLabel(0, "ROMAN_LOWER", 1)
        self.canv.addPageLabel(front, "ARABIC", 1)

    def build_letter(self, story: list[Flowable]) -> None:
        """A letter: no number on its first page."""
        self._firstPageTemplateIndex = 2
        self.build([NextPageTemplate("body"), *story])

    def place_in_file(self, drawn: int) -> int:
        """Where the page that was drawn as the first, second … stands in the file, from 0."""
        front = self.drawn_pages - self.body_pages
        return drawn - 1 + front if drawn <= self.body_pages else drawn - 1 - self.body_pages

    def save(self, outline: Sequence[tuple[str, str, int]]) -> None:
        """Write the file, with bookmarks (text, key, level) in this order."""
        for text, key, level in outline:
            self.canv.addOutlineEntry(fonts.one_line(text), key, level, closed=1)
        self.canv.save()

    def _frame(self) -> Frame:
        width, height = self.pagesize
        return Frame(
            LEFT,
            BOTTOM,
            width - LEFT - RIGHT,
            height - TOP - BOTTOM,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )

    def _draw_ground(self, canvas: Canvas, _document: object) -> None:
        if self.is_example:
            draw_example_mark(canvas, self.pagesize)

    def _number_body_page(self, canvas: Canvas, _document: object) -> None:
        self._draw_number(canvas, str(canvas.getPageNumber()))

    def _number_front_page(self, canvas: Canvas, _document: object) -> None:
        self._draw_number(canvas, roman(canvas.getPageNumber() - self.body_pages))

    def _draw_number(self, canvas: Canvas, number: str) -> None:
        canvas.setFont(fonts.REGULAR, 10)
        canvas.setFillColor(INK)
        canvas.drawCentredString(
            LEFT + (self.pagesize[0] - LEFT - RIGHT) / 2, NUMBER_HEIGHT, number
        )


def draw_example_mark(canvas: Canvas, size: tuple[float, float]) -> None:
    """CONTOH across the page, so that paper of an invented office is never taken for real."""
    width, height = size
    canvas.saveState()
    canvas.setFillColor(WATERMARK)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(55)
    canvas.setFont(fonts.BOLD, 130)
    canvas.drawCentredString(0, -45, "CONTOH")
    canvas.restoreState()
    canvas.setFont(fonts.BOLD, 8)
    canvas.setFillColor(WARNING_INK)
    canvas.drawRightString(width - RIGHT, height - 14 * mm, "CONTOH – bukan dokumen resmi")


def roman(number: int) -> str:
    """`iv` of 4."""
    signs = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    text = ""
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text


def write(path: Path, draw: Callable[[Path], None]) -> None:
    """Let `draw` make the file; `path` is replaced only by a whole one.

    Whatever `draw` raises passes through and leaves no half file behind.
    """
    unfinished = path.with_name(f"{path.name}.part")
    try:
        draw(unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
