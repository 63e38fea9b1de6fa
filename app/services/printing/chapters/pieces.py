"""What several chapters are made of: a narrative, a table, a chart by month."""

from app.services.printing.charts import PAPER_BARS, columns, groups
from app.services.printing.contents import Grid, ReportContents
from app.services.printing.outline import Report
from app.services.printing.tables import grid_table
from app.services.printing.words import MONTHS

PART_TITLES = {
    "a": "gambaran umum kebijakan pelayanan informasi melalui media sosial",
    "b": "pembahasan mengenai isi pesan",
    "c": "komentar dan sifat komentar",
    "d": "jumlah sharing dan pesan yang dikirimkan",
    "e": "jumlah lalu lintas percakapan, pengunjung, dan halaman yang disimak, serta komunikasi"
    " viral",
    "f": "kendala eksternal dan internal",
    "g": "rekomendasi dan rencana tindak lanjut",
}


def narrative(report: Report, contents: ReportContents, part: str) -> None:
    """What the office wrote about this part, or that it has not."""
    text = contents.narratives.get(part, "")
    if text.strip():
        report.text(text)
    else:
        report.hint(f"[Uraian {PART_TITLES[part]} belum diisi]")


def add_grid(report: Report, caption: str, grid: Grid) -> None:
    """The grid as a table under its caption."""
    report.table(caption, grid_table(grid, report.width))


def has_bars(grid: Grid) -> bool:
    """Whether a chart of it would show anything."""
    return any(figure.value for row in grid.rows for figure in row.figures)


def month_chart(report: Report, caption: str, grid: Grid) -> None:
    """The grid's first column by month."""
    values = [row.figures[0].value for row in grid.rows]
    if any(values):
        size = (report.width, 175)
        chart = columns(month_labels(grid), [values], grid.columns[:1], PAPER_BARS, size)
        report.figure(caption, chart)


def platform_chart(report: Report, caption: str, grid: Grid) -> None:
    """One measure by month, the platforms side by side; at most as many as there are colours."""
    shown = range(min(len(grid.columns), len(PAPER_BARS.series)))
    if has_bars(grid):
        series = [[row.figures[index].value for row in grid.rows] for index in shown]
        names = [grid.columns[index] for index in shown]
        chart = groups(month_labels(grid), series, names, PAPER_BARS, (report.width, 190))
        report.figure(caption, chart)


def month_labels(grid: Grid) -> list[str]:
    """Short names; a grid by month begins with January."""
    return [month[:3] for month in MONTHS[: len(grid.rows)]]
