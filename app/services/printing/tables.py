"""Tables of figures: fixed widths, figures at the right, "Tidak ada data" where none is known."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from app.language import number_text, percent_text
from app.services.printing import fonts
from app.services.printing.columns import Fit, broken_addresses, fit, longest_word
from app.services.printing.contents import Figure, Grid, GridRow
from app.services.printing.paper import (
    BOTTOM,
    CELL,
    CELL_BOLD,
    CELL_HEAD_RIGHT,
    CELL_NOTE,
    CELL_PALE,
    CELL_RIGHT,
    HEAD_GROUND,
    RULE,
    SIZES,
    SOURCE,
    TOP,
)

NO_DATA = "Tidak ada data"
_MOST_IN_ONE_PIECE = SIZES["a4"][1] - TOP - BOTTOM - 60  # below headings and a caption
_HEAD: list[tuple[Any, ...]] = [
    ("BACKGROUND", (0, 0), (-1, 0), HEAD_GROUND),
    ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
]
_LAST_TOGETHER = ("NOSPLIT", (0, -2), (-1, -1))  # the line of sums never begins a page


class _Rows(Table):
    """A table that breaks between its rows; a row is broken only if no page holds it.

    Left to itself ReportLab breaks every row that does not fit, below headings of its own.
    """

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The rows that fit, and the rest."""
        self.wrap(available_width, available_height)
        heights: Sequence[float] = vars(self)["_rowHeights"]  # no public way to them
        self.splitInRow = int(sum(heights[: self.repeatRows + 1]) > _MOST_IN_ONE_PIECE)
        parts: list[Flowable] = super().split(available_width, available_height)
        return parts


def figure_text(figure: Figure) -> str:
    """`1.234`, or "Tidak ada data"."""
    return NO_DATA if figure.value is None else number_text(figure.value, 0, "id")


def share_text(part: int, whole: int) -> str:
    """`55,2%`; `–` of nothing."""
    return percent_text(part / whole, 1, "id") if whole else "–"


def grid_table(grid: Grid, width: float) -> list[Flowable]:
    """The grid with a line of totals, and below it why a figure is missing."""
    if not grid.rows:
        return [text_table((grid.heading,), ((NO_DATA,),), (width,), width)]
    fitted = _grid_fit(grid, width)
    names = (_cell(name, CELL_HEAD_RIGHT, fitted) for name in grid.columns)
    cells: list[list[object]] = [[_cell(grid.heading, CELL_BOLD, fitted), *names]]
    extra: list[tuple[Any, ...]] = []
    for row in grid.rows:
        line, spans = _row(row, len(cells), fitted)
        cells.append(line)
        extra += spans
    if grid.totals:
        sums = (_total(figure, fitted) for figure in grid.totals)
        cells.append([_cell("Jumlah", CELL_BOLD, fitted), *sums])
        extra.append(_LAST_TOGETHER)
    table = _Rows(cells, colWidths=fitted.widths, repeatRows=1)
    table.setStyle(TableStyle([*_lines(fitted), *_HEAD, *extra]))
    return [table, *_notes(grid)]


def _grid_fit(grid: Grid, width: float) -> Fit:
    """The labels have what is left, yet at least a third; the figures share evenly."""
    count = len(grid.columns)
    first = 0.5 if count <= 2 else 0.34
    labels = longest_word((*(row.label for row in grid.rows), grid.heading), fonts.BOLD)
    figures = [
        max(
            longest_word((name,), fonts.BOLD),
            longest_word(figure_text(row.figures[index]) for row in grid.rows),
            longest_word((figure_text(total),), fonts.BOLD) if total else 0.0,
        )
        for index, (name, total) in enumerate(
            zip(grid.columns, grid.totals or [None] * count, strict=True)
        )
    ]
    return fit([first, *[(1 - first) / count] * count], [labels, *figures], width)


def text_table(
    headings: Sequence[str], lines: Sequence[Sequence[str]], shares: Sequence[float], width: float
) -> Flowable:
    """A table of words; `shares` are the proportions of its columns."""
    return _text_table(headings, lines, _text_fit(headings, lines, shares, width))


def text_table_and_last(
    headings: Sequence[str], lines: Sequence[Sequence[str]], shares: Sequence[float], width: float
) -> tuple[Flowable, Flowable]:
    """The same table without its last line, and that line, to be kept with what follows."""
    fitted = _text_fit(headings, lines, shares, width)
    return _text_table(headings, lines[:-1], fitted), _text_table((), lines[-1:], fitted)


def _text_fit(
    headings: Sequence[str], lines: Sequence[Sequence[str]], shares: Sequence[float], width: float
) -> Fit:
    longest = [
        max(longest_word((heading,), fonts.BOLD), longest_word(line[index] for line in lines))
        for index, heading in enumerate(headings)
    ]
    return fit(shares, longest, width)


def _text_table(headings: Sequence[str], lines: Sequence[Sequence[str]], fitted: Fit) -> Flowable:
    cells: list[list[object]] = []
    if headings:
        cells.append([_cell(name, CELL_BOLD, fitted) for name in headings])
    for line in lines:
        shown = (
            broken_addresses(text or "–", fitted.size, fitted.room(column))
            for column, text in enumerate(line)
        )
        cells.append([_cell(text, CELL, fitted) for text in shown])
    heads = 1 if headings else 0
    table = _Rows(cells, colWidths=fitted.widths, repeatRows=heads)
    table.setStyle(TableStyle([*_lines(fitted), *(_HEAD if heads else ())]))
    return table


def _lines(fitted: Fit) -> list[tuple[Any, ...]]:
    whole = ((0, 0), (-1, -1))
    return [
        ("FONTNAME", *whole, fonts.REGULAR),
        ("FONTSIZE", *whole, fitted.size),
        ("LEADING", *whole, fitted.size + 2.5),
        ("VALIGN", *whole, "TOP"),
        ("TOPPADDING", *whole, 3),
        ("BOTTOMPADDING", *whole, 4),
        ("LEFTPADDING", *whole, fitted.padding),
        ("RIGHTPADDING", *whole, fitted.padding),
        ("GRID", *whole, 0.5, RULE),
    ]


def _cell(text: str, of: ParagraphStyle, fitted: Fit) -> Paragraph:
    return Paragraph(fonts.markup(text), _smaller(of, CELL.fontSize - fitted.size))


@lru_cache(maxsize=64)
def _smaller(of: ParagraphStyle, by: float) -> ParagraphStyle:
    if not by:
        return of
    size, leading = of.fontSize - by, of.leading - by
    return ParagraphStyle(of.name, parent=of, fontSize=size, leading=leading)


def _row(row: GridRow, index: int, fitted: Fit) -> tuple[list[object], list[tuple[Any, ...]]]:
    """The cells of a line; where nothing at all is known they become one that says why."""
    label = _cell(row.label, CELL, fitted)
    if row.figures and all(figure.value is None for figure in row.figures):
        reasons = dict.fromkeys(figure.reason for figure in row.figures if figure.reason)
        note = NO_DATA + (f": {'; '.join(reasons)}" if reasons else "")
        blanks = [""] * (len(row.figures) - 1)
        spans = [("SPAN", (1, index), (-1, index))]
        return [label, _cell(note, CELL_NOTE, fitted), *blanks], spans
    return [label, *(_figure(figure, CELL_RIGHT, fitted) for figure in row.figures)], []


def _figure(figure: Figure, known: ParagraphStyle, fitted: Fit) -> Paragraph:
    return _cell(figure_text(figure), CELL_PALE if figure.value is None else known, fitted)


def _total(figure: Figure | None, fitted: Fit) -> Paragraph:
    """Unlike figures are never added: a dash stands there."""
    if figure is None:
        return _cell("–", CELL_HEAD_RIGHT, fitted)
    return _figure(figure, CELL_HEAD_RIGHT, fitted)


def _notes(grid: Grid) -> list[Flowable]:
    """Why a single figure of a line that has others is missing, and that sums leave it out."""
    missing: dict[tuple[str, str], list[str]] = {}
    for row in grid.rows:
        if any(figure.value is not None for figure in row.figures):
            for reason, columns in _reasons(grid, row).items():
                missing.setdefault((columns, reason), []).append(row.label)
    reasons = [
        f"{', '.join(labels)} ({columns}): {reason}."
        for (columns, reason), labels in missing.items()
    ]
    unknown = any(figure.value is None for row in grid.rows for figure in row.figures)
    if not unknown:
        return []
    if grid.totals:
        reasons.append("Jumlah hanya memuat angka yang ada.")
    note = fonts.markup(f"Keterangan: {' '.join(reasons)}")
    return [Paragraph(note, SOURCE)] if reasons else []


def _reasons(grid: Grid, row: GridRow) -> dict[str, str]:
    """The columns of a line that lack a figure, by the reason."""
    columns: dict[str, list[str]] = {}
    for column, figure in zip(grid.columns, row.figures, strict=True):
        if figure.value is None and figure.reason:
            columns.setdefault(figure.reason, []).append(column.lower())
    return {reason: ", ".join(names) for reason, names in columns.items()}
