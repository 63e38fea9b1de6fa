"""Long tables of the annexes: thousands of lines, drawn column by column.

A platypus table costs 0.6 ms a row and grows with the length; one text object per column and page
costs a tenth of that and stays flat.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable

from app.services.printing import fonts
from app.services.printing.columns import fit, longest_word
from app.services.printing.paper import HEAD_GROUND, INK, RULE

SIZE = 8.0
LEADING = 11.4  # every line of the page stands on one grid, so a column is one text object
PADDING = 2.2
MOST_LINES = 4
HEAD_HEIGHT = 15.0
BASELINE = 2.7  # above the foot of a line
ELLIPSIS = "…"


class Column(NamedTuple):
    """A column's heading and its share of the width."""

    heading: str
    share: float


Cells = tuple[str, ...]
Wrapped = tuple[tuple[str, ...], ...]


class LongTable(Flowable):
    """Lines of text under repeated headings, over as many pages as they need."""

    def __init__(
        self,
        columns: Sequence[Column],
        lines: Sequence[Cells],
        start: int = 0,
        longest: Sequence[float] = (),
    ) -> None:
        super().__init__()
        self.columns = columns
        self.lines = lines
        self.start = start
        self.longest = longest or _longest_words(columns, lines)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Its own height if it fits, else more than there is, so that it is split."""
        wrapped = self._fitting(available_width, available_height)
        if self.start + len(wrapped) < len(self.lines):
            return available_width, available_height + 1
        return available_width, _height(wrapped) + HEAD_HEIGHT

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The lines that fit, and the rest."""
        wrapped = self._fitting(available_width, available_height)
        end = self.start + len(wrapped)
        if not wrapped:
            return []
        widths = self._widths(available_width)
        part: list[Flowable] = [_Part(self.columns, widths, wrapped)]
        if end == len(self.lines):
            return part
        return [*part, LongTable(self.columns, self.lines, end, self.longest)]

    def draw(self) -> None:
        """All that is left, on this page."""
        wrapped = self._fitting(self.width, self.height + 1)
        _draw(self.canv, self.columns, self._widths(self.width), wrapped)

    def _widths(self, width: float) -> Sequence[float]:
        shares = [column.share for column in self.columns]
        return fit(shares, self.longest, width, ((SIZE, PADDING),)).widths

    def _fitting(self, width: float, height: float) -> list[Wrapped]:
        self.width, self.height = width, height
        widths = [column - 2 * PADDING for column in self._widths(width)]
        room = height - HEAD_HEIGHT
        fitting: list[Wrapped] = []
        for index in range(self.start, len(self.lines)):
            wrapped = tuple(map(wrapped_cell, self.lines[index], widths))
            room -= _row_height(wrapped)
            if room < 0:
                break
            fitting.append(wrapped)
        return fitting


class _Part(Flowable):
    """One page of a long table."""

    def __init__(
        self, columns: Sequence[Column], widths: Sequence[float], rows: list[Wrapped]
    ) -> None:
        super().__init__()
        self.columns, self.widths, self.rows = columns, widths, rows

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """What its rows need."""
        return available_width, _height(self.rows) + HEAD_HEIGHT

    def draw(self) -> None:
        """Headings, rules and columns."""
        _draw(self.canv, self.columns, self.widths, self.rows)


def _longest_words(columns: Sequence[Column], lines: Sequence[Cells]) -> list[float]:
    """Each column's longest word, in points at size 1."""
    return [
        max(
            longest_word((column.heading,), fonts.BOLD),
            longest_word({line[index] for line in lines}),
        )
        for index, column in enumerate(columns)
    ]


@lru_cache(maxsize=8192)
def wrapped_cell(text: str, width: float) -> tuple[str, ...]:
    """The text in lines of that width; what is longer than four lines ends with an ellipsis."""
    text = fonts.one_line(text)
    if _width(text) <= width:
        return (text,)
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, width):
            if lines and piece is word and _width(f"{lines[-1]} {piece}") <= width:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    if len(lines) > MOST_LINES:
        last = lines[MOST_LINES - 1]
        while last and _width(last + ELLIPSIS) > width:
            last = last[:-1]
        lines[MOST_LINES - 1 :] = [last.rstrip() + ELLIPSIS]
    return tuple(lines)


def _pieces(word: str, width: float) -> list[str]:
    """The word, cut where it is wider than the column."""
    if _width(word) <= width:
        return [word]
    pieces = [""]
    for sign in word:
        if pieces[-1] and _width(pieces[-1] + sign) > width:
            pieces.append("")
            if len(pieces) > MOST_LINES + 1:
                break
        pieces[-1] += sign
    return pieces


@lru_cache(maxsize=1)
def _sign_widths() -> dict[str, float]:
    widths = fonts.face(fonts.REGULAR).charWidths
    return {chr(code): width * SIZE / 1000 for code, width in widths.items()}


def _width(text: str) -> float:
    """Points in Liberation Sans; signs of another font are measured with it."""
    widths = _sign_widths()
    try:
        return sum(map(widths.__getitem__, text))
    except KeyError:
        return fonts.text_width(text, SIZE)


def _row_height(row: Wrapped) -> float:
    return max(map(len, row)) * LEADING


def _height(rows: Sequence[Wrapped]) -> float:
    return sum(map(_row_height, rows))


def _draw(
    canvas: Canvas, columns: Sequence[Column], widths: Sequence[float], rows: list[Wrapped]
) -> None:
    height, width = _height(rows) + HEAD_HEIGHT, sum(widths)
    canvas.setFillColor(HEAD_GROUND)
    canvas.rect(0, height - HEAD_HEIGHT, width, HEAD_HEIGHT, stroke=0, fill=1)
    canvas.setFillColor(INK)
    canvas.setFont(fonts.BOLD, SIZE)
    edges = [sum(widths[:index]) for index in range(len(widths) + 1)]
    for x, column in zip(edges, columns, strict=False):
        canvas.drawString(x + PADDING, height - HEAD_HEIGHT + BASELINE + 1.5, column.heading)
    tops = [height - HEAD_HEIGHT]
    for row in rows:
        tops.append(tops[-1] - _row_height(row))
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.35)
    canvas.lines([(0, y, width, y) for y in (height, *tops)] + [(x, 0, x, height) for x in edges])
    depths = [max(map(len, row)) for row in rows]
    for index, x in enumerate(edges[:-1]):
        text = canvas.beginText(x + PADDING, tops[0] - LEADING + BASELINE)
        text.setFont(fonts.REGULAR, SIZE, LEADING)
        for row, depth in zip(rows, depths, strict=True):
            _draw_cell(text, row[index], depth)
        canvas.drawText(text)


def _draw_cell(text: PDFTextObject, lines: tuple[str, ...], depth: int) -> None:
    """The cell's lines, and empty ones down to the row's depth."""
    for line in lines:
        for run in fonts.runs(line):
            if run.font == fonts.REGULAR:
                text.textOut(run.text)
            else:
                text.setFont(run.font, SIZE, LEADING)
                text.textOut(run.text)
                text.setFont(fonts.REGULAR, SIZE, LEADING)
        text.textLine()
    if depth > len(lines):
        text.moveCursor(0, (depth - len(lines)) * LEADING)
