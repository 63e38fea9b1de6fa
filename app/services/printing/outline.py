"""A report as it grows: numbered chapters, tables and figures, and the lists of their pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Paragraph, Spacer

from app.services.printing import fonts
from app.services.printing.paper import (
    BODY,
    CAPTION,
    CHAPTER,
    HINT,
    INK,
    PLAIN,
    SECTION,
    SOURCE,
    paragraphs,
    roman,
    style,
)

Kind = Literal["front", "chapter", "section", "table", "figure"]
ROMAN_CHAPTERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
HEADING_HEIGHT = 34.0
TABLE_BEGIN = 120.0  # caption, headings and a few lines
LONG_TABLE = 320.0  # half a page: a higher one is not moved whole to the next page
CAPTION_HEIGHT = 28.0
FIGURE_EXTRA = 40.0  # caption and the space around it

_ENTRY = style("entry", 11.5, 15)
_ENTRY_CHAPTER = style("entry_chapter", 11.5, 15, font=fonts.BOLD)
_CAPTION_OF_LONG = ParagraphStyle("caption_of_long", parent=CAPTION, keepWithNext=0)
_CAPTION_OF_FIGURE = ParagraphStyle("caption_of_figure", parent=CAPTION, keepWithNext=0)
_NUMBERED = style("numbered", alignment=4, spaceAfter=3)


@dataclass(slots=True)
class Place:
    """Something that a list of contents names; its page is known once it has been drawn."""

    kind: Kind
    text: str
    key: str
    page: int = 0


class Marked(Paragraph):
    """A heading or caption that notes the page on which it is drawn, and can be jumped to."""

    def __init__(self, text: str, of: ParagraphStyle, place: Place) -> None:
        super().__init__(text, of)
        self.place = place

    def draw(self) -> None:
        """Note the page, then draw."""
        self.place.page = self.canv.getPageNumber()
        self.canv.bookmarkHorizontal(self.place.key, 0, self.height + 12)
        super().draw()


class PlaceList(Flowable):
    """A list of contents; made when its turn comes, for then the pages of the chapters are known.

    `following` are the lists that stand behind this one: where they begin follows from the lengths.
    """

    def __init__(
        self,
        report: "Report",
        kinds: tuple[Kind, ...],
        page_height: float,
        following: Sequence[tuple[Place, "PlaceList"]] = (),
    ) -> None:
        super().__init__()
        self.report = report
        self.kinds = kinds
        self.page_height = page_height
        self.following = following

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """More than there is, so that it is split into its lines."""
        return available_width, available_height + 1

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """One line for each place."""
        page = self.canv.getPageNumber() + self.pages(available_width, available_height)
        for heading, places in self.following:
            heading.page = page
            page += places.pages(available_width, available_height)
        return [*self._lines()] or [Paragraph("Tidak ada.", HINT)]

    def _lines(self) -> list["_PlaceLine"]:
        return [
            _PlaceLine(place, self.report.page_label(place))
            for place in self.report.places
            if place.kind in self.kinds
        ]

    def pages(self, width: float, first_height: float) -> int:
        """How many pages the lines take, the first of them under the heading."""
        pages, room = 1, first_height
        for line in self._lines():
            height = line.wrap(width, room)[1]
            if height > room:
                pages, room = pages + 1, self.page_height
            room -= height
        return pages


class _PlaceLine(Flowable):
    """Title, dots, page; the whole line leads there."""

    def __init__(self, place: Place, page: str) -> None:
        super().__init__()
        self.place = place
        self.page = page
        self.indent = 22.0 if place.kind == "section" else 0.0
        self.title = Paragraph(
            fonts.markup(place.text), _ENTRY_CHAPTER if place.kind == "chapter" else _ENTRY
        )

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """As high as its title."""
        self.width = available_width
        room = available_width - self.indent - 34
        self.title_height = self.title.wrap(room, available_height)[1]
        return available_width, self.title_height + (5 if self.place.kind == "chapter" else 2)

    def draw(self) -> None:
        """The page stands on the title's last line."""
        canvas, size = self.canv, _ENTRY.fontSize
        self.title.drawOn(canvas, self.indent, 0)
        canvas.setFont(fonts.REGULAR, size)
        canvas.setFillColor(INK)
        last = self.title.getActualLineWidths0()[-1]
        start, end = self.indent + last + 6, self.width - 22
        dot = fonts.text_width(".", size) + 1.2
        for number in range(int(end // dot), int(start // dot), -1):
            canvas.drawString(number * dot - dot, 3.6, ".")
        canvas.drawRightString(self.width, 3.6, self.page)
        canvas.linkRect(
            "", self.place.key, (0, 0, self.width, self.title_height), relative=1, thickness=0
        )


class Report:
    """The story of a report, with the numbers of its chapters, tables and figures."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.story: list[Flowable] = []
        self.places: list[Place] = []
        self._chapter = self._front = self._body_pages = 0
        self._label = ""
        self._counts: dict[str, int] = {}
        self._heading_at: int | None = None

    def begin_front(self, pages: int) -> None:
        """What is written from here on is front matter; `pages` have been drawn."""
        self._body_pages = pages

    def page_label(self, place: Place) -> str:
        """The page's number as it is printed there."""
        return roman(place.page - self._body_pages) if place.kind == "front" else str(place.page)

    def front(self, title: str) -> Place:
        """A part of the front matter, on a new page; listed before the chapters."""
        place = Place("front", title, f"awal-{self._front}")
        self.places.insert(self._front, place)
        self._front += 1
        self.story.append(Marked(fonts.markup(title.upper()), CHAPTER, place))
        return place

    def chapter(self, title: str) -> None:
        """The next BAB, on a new page."""
        self._chapter += 1
        number = ROMAN_CHAPTERS[self._chapter - 1]
        self._label, self._counts = str(self._chapter), {}
        text = f"BAB {number} {title.upper()}"
        self._heading(
            text,
            f"bab-{self._chapter}",
            "chapter",
            f"BAB {number}<br/>{fonts.markup(title.upper())}",
        )

    def annex(self, number: int, title: str) -> None:
        """The next Lampiran, on a new page."""
        self._label, self._counts = f"L{number}", {}
        text = f"LAMPIRAN {number} {title.upper()}"
        self._heading(
            text,
            f"lampiran-{number}",
            "chapter",
            f"LAMPIRAN {number}<br/>{fonts.markup(title.upper())}",
        )

    def section(self, title: str) -> None:
        """`4.1 Title`; never alone at the foot of a page."""
        number = self._next("section")
        text = f"{self._label}.{number} {title}"
        place = self._place("section", text, f"bagian-{self._label}-{number}")
        self._heading_at = len(self.story)
        self.story.append(Marked(fonts.markup(text), SECTION, place))

    def text(self, *texts: str) -> None:
        """Paragraphs; a person's text as well as ours."""
        self._need(3 * BODY.leading)
        for text in texts:
            self.story += paragraphs(text)

    def plain(self, text: str) -> None:
        """A paragraph without indent, as before a list."""
        self._need(3 * PLAIN.leading)
        self.story += paragraphs(text, PLAIN)

    def hint(self, text: str) -> None:
        """What is not there, in words."""
        self._need(2 * HINT.leading)
        self.story += paragraphs(text, HINT)

    def numbered(self, entries: Sequence[str], letters: bool = False) -> None:
        """1., 2., … or a., b., …; each entry may have several paragraphs."""
        self._need(3 * _NUMBERED.leading)
        for number, entry in enumerate(entries):
            sign = f"{chr(ord('a') + number % 26)}." if letters else f"{number + 1}."
            first, *more = [line for line in entry.splitlines() if line.strip()] or [""]
            indent = ParagraphStyle("entry", parent=_NUMBERED, leftIndent=24, bulletIndent=4)
            self.story.append(Paragraph(fonts.markup(first), indent, bulletText=sign))
            self.story += [Paragraph(fonts.markup(line), indent) for line in more]

    def table(self, caption: str, table: Sequence[Flowable], source: str = "") -> None:
        """A table under its numbered caption; a long one may begin in the middle of a page."""
        height = sum(part.wrap(self.width, 0)[1] for part in table)
        self._need(TABLE_BEGIN if height > LONG_TABLE else height + CAPTION_HEIGHT)
        text = f"Tabel {self._label}.{self._next('table')} {caption}"
        of = CAPTION if height <= LONG_TABLE else _CAPTION_OF_LONG
        self.story += [self._caption("table", text, of), *table]
        self.story.append(Paragraph(fonts.markup(source), SOURCE) if source else Spacer(0, 10))

    def figure(self, caption: str, drawing: Drawing) -> None:
        """A chart above its numbered caption, in one piece."""
        text = f"Gambar {self._label}.{self._next('figure')} {caption}"
        mark = self._caption("figure", text, _CAPTION_OF_FIGURE)
        drawing.hAlign = "CENTER"
        self._need(drawing.height + FIGURE_EXTRA)
        self.story.append(KeepTogether([Spacer(0, 6), drawing, mark, Spacer(0, 6)]))

    def _need(self, height: float) -> None:
        """Begin a new page unless so much fits, together with a heading that stands just above."""
        if self._heading_at is None:
            self.story.append(CondPageBreak(height))
        else:
            self.story.insert(self._heading_at, CondPageBreak(height + HEADING_HEIGHT))
            self._heading_at = None

    def add(self, *flowables: Flowable) -> None:
        """Anything else."""
        self.story += flowables

    def _heading(self, text: str, key: str, kind: Kind, shown: str) -> None:
        if self.story:
            self.story.append(PageBreak())
        self.story.append(Marked(shown, CHAPTER, self._place(kind, text, key)))

    def _caption(self, kind: Kind, text: str, of: ParagraphStyle) -> Flowable:
        return Marked(fonts.markup(text), of, self._place(kind, text, f"{kind}-{len(self.places)}"))

    def _place(self, kind: Kind, text: str, key: str) -> Place:
        place = Place(kind, text, key)
        self.places.append(place)
        return place

    def _next(self, kind: str) -> int:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._counts[kind]
