"""The floor for the report's speed: bare ReportLab drawing the same strings at the same places.

`drawn_pages` reads a finished report back (not timed); `bare_drawing` draws those pages with
nothing but `setFont` and `drawString`, which is what is timed.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class DrawnText:
    """One string as a page shows it."""

    x: float
    y: float
    font: str
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page's size and all its strings."""

    width: float
    height: float
    texts: tuple[DrawnText, ...]


def drawn_pages(pdf: Path) -> list[DrawnPage]:
    """Every string of a report with its place, font and size."""
    from pypdf import PdfReader

    pages = []
    for page in PdfReader(pdf).pages:
        texts: list[DrawnText] = []

        def note(
            text: str,
            user: list[float],
            matrix: list[float],
            font: dict[str, Any] | None,
            size: float,
            texts: list[DrawnText] = texts,
        ) -> None:
            if text.strip() and font:
                x, y = matrix[4] * user[0] + user[4], matrix[5] * user[3] + user[5]
                name = str(font["/BaseFont"]).partition("+")[2].removesuffix("-Regular")
                texts.append(DrawnText(x, y, name, abs(size * matrix[3]), text.strip("\n")))

        page.extract_text(visitor_text=note)
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        pages.append(DrawnPage(width, height, tuple(texts)))
    return pages


def bare_drawing(pages: list[DrawnPage], path: Path) -> None:
    """The same strings, drawn one by one; no layout, no tables, no contents."""
    from reportlab.pdfgen.canvas import Canvas

    from app.services.printing import fonts

    fonts.register()
    canvas = Canvas(str(path))
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for drawn in page.texts:
            canvas.setFont(drawn.font, drawn.size)
            canvas.drawString(drawn.x, drawn.y, drawn.text)
        canvas.showPage()
    canvas.save()
