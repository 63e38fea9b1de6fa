"""Tables of figures: fixed widths, figures at the right, "Tidak ada data" where none is known."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from app.language import number_text, percent_text
from app.services.printing import fonts
from app.services.printing.contents import Figure, Grid, GridRow
from app.services.printing.paper import (
    CELL,
    CELL_BOLD,
    CELL_HEAD_RIGHT,
    CELL_NOTE,
    CELL_PALE,
    CELL_RIGHT,
    HEAD_GROUND,
    RULE,
    SOURCE,
)

NO_DATA = "Tidak ada data"
_LINES: list[tuple[Any, ...]] = [
    ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
    ("FONTSIZE", (0, 0), (-1, -1), 9.5),
    ("LEADING", (0, 0), (-1, -1), 12),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ("LEFTPADDING", (0, 0), (-1, -1), 5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("GRID", (0, 0), (-1, -1), 0.5, RULE),
]
_HEAD: list[tuple[Any, ...]] = [
    ("BACKGROUND", (0, 0), (-1, 0), HEAD_GROUND),
    ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
]


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
    first = width * _first_share(len(grid.columns))
    widths = [first, *[(width - first) / len(grid.columns)] * len(grid.columns)]
    cells: list[list[object]] = [
        [_cell(grid.heading, CELL_BOLD), *(_cell(name, CELL_HEAD_RIGHT) for name in grid.columns)]
    ]
    extra: list[tuple[Any, ...]] = []
    for row in grid.rows:
        line, spans = _row(row, len(cells))
        cells.append(line)
        extra += spans
    if grid.totals:
        cells.append([_cell("Jumlah", CELL_BOLD), *map(_total, grid.totals)])
    table = Table(cells, colWidths=widths, repeatRows=1, splitInRow=1)
    table.setStyle(TableStyle([*_LINES, *_HEAD, *extra]))
    return [table, *_notes(grid)]


def _first_share(columns: int) -> float:
    """The share of the labels; of five columns each still has room for `Diteruskan`."""
    return 0.5 if columns <= 2 else 0.34 if columns <= 4 else 0.32


def text_table(
    headings: Sequence[str], lines: Sequence[Sequence[str]], widths: Sequence[float], width: float
) -> Flowable:
    """A table of words; `widths` are proportions. Without headings it goes on from another."""
    scale = width / sum(widths)
    cells: list[list[object]] = [[_cell(name, CELL_BOLD) for name in headings]] if headings else []
    cells += [[_cell(text or "–", CELL) for text in line] for line in lines]
    heads = len(cells) - len(lines)
    column_widths = [share * scale for share in widths]
    table = Table(cells, colWidths=column_widths, repeatRows=heads, splitInRow=1)
    table.setStyle(TableStyle([*_LINES, *_HEAD] if heads else _LINES))
    return table


def _cell(text: str, of: ParagraphStyle) -> Paragraph:
    return Paragraph(fonts.markup(text), of)


def _row(row: GridRow, index: int) -> tuple[list[object], list[tuple[Any, ...]]]:
    """The cells of a line; where nothing at all is known they become one that says why."""
    label = _cell(row.label, CELL)
    if row.figures and all(figure.value is None for figure in row.figures):
        reasons = dict.fromkeys(figure.reason for figure in row.figures if figure.reason)
        note = NO_DATA + (f": {'; '.join(reasons)}" if reasons else "")
        blanks = [""] * (len(row.figures) - 1)
        return [label, _cell(note, CELL_NOTE), *blanks], [("SPAN", (1, index), (-1, index))]
    return [label, *map(_figure, row.figures)], []


def _figure(figure: Figure) -> Paragraph:
    return _cell(figure_text(figure), CELL_PALE if figure.value is None else CELL_RIGHT)


def _total(figure: Figure | None) -> Paragraph:
    """Unlike figures are never added: a dash stands there."""
    if figure is None:
        return _cell("–", CELL_HEAD_RIGHT)
    return _cell(figure_text(figure), CELL_PALE if figure.value is None else CELL_HEAD_RIGHT)


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
    return [_cell(f"Keterangan: {' '.join(reasons)}", SOURCE)] if reasons else []


def _reasons(grid: Grid, row: GridRow) -> dict[str, str]:
    """The columns of a line that lack a figure, by the reason."""
    columns: dict[str, list[str]] = {}
    for column, figure in zip(grid.columns, row.figures, strict=True):
        if figure.value is None and figure.reason:
            columns.setdefault(figure.reason, []).append(column.lower())
    return {reason: ", ".join(names) for reason, names in columns.items()}
