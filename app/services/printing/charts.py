"""Charts, drawn once: the same drawing becomes vectors on paper and SVG on the screen.

Colours are arguments, so that the screen passes those of its theme. A month of which nothing is
known has no bar; the axis always begins at 0.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from reportlab.graphics import renderSVG
from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from app.language import number_text
from app.services.printing import fonts

LABEL = 8.5
SCREEN_FAMILY = "Liberation Sans"  # as Qt calls the font


@dataclass(frozen=True, slots=True)
class ChartColours:
    """Colours as `#RRGGBB`; `series` in the order of the series drawn."""

    ink: str
    line: str
    series: tuple[str, ...]


PAPER_BARS = ChartColours("#333333", "#B8B8B8", ("#2B4C8C", "#8A4B22", "#5F8A6A", "#B98A2F"))
PAPER_TONES = ChartColours("#333333", "#B8B8B8", ("#1F6B3A", "#B9B2A6", "#9C2A1C", "#E6E2DB"))


def columns(
    labels: Sequence[str],
    series: Sequence[Sequence[int | None]],
    names: Sequence[str],
    colours: ChartColours,
    size: tuple[float, float] = (430, 190),
) -> Drawing:
    """Upright bars, one group a label; several series stand on each other."""
    chart = VerticalBarChart()
    drawing = _framed(chart, size, len(names), left=42.0, bottom=18.0)
    _fill(chart, labels, series, colours)
    chart.categoryAxis.labels.dy = -4
    _legend(drawing, names, colours)
    return drawing


def groups(
    labels: Sequence[str],
    series: Sequence[Sequence[int | None]],
    names: Sequence[str],
    colours: ChartColours,
    size: tuple[float, float] = (430, 190),
) -> Drawing:
    """Upright bars side by side, for series that must not be added."""
    drawing = columns(labels, series, names, colours, size)
    chart: Any = drawing.contents[0]
    chart.categoryAxis.style = "parallel"
    highest = max((value or 0 for values in series for value in values), default=0)
    chart.valueAxis.valueMax, chart.valueAxis.valueStep = _scale(highest)
    return drawing


def rows(
    labels: Sequence[str],
    series: Sequence[Sequence[int | None]],
    names: Sequence[str],
    colours: ChartColours,
    width: float = 430,
) -> Drawing:
    """Lying bars, the first label at the top; for labels too long to stand under a column."""
    fonts.register()
    shown = [_shortened(fonts.base_text(label), width * 0.38) for label in labels]
    left = max((stringWidth(label, fonts.REGULAR, LABEL) for label in shown), default=0) + 12
    chart = HorizontalBarChart()
    height = 46 + 19.0 * max(len(labels), 1)
    drawing = _framed(chart, (width, height), len(names), left=left, bottom=18.0)
    _fill(chart, shown, series, colours)
    chart.categoryAxis.reverseDirection = 1
    return _legend(drawing, names, colours)


def chart_svg(drawing: Drawing) -> str:
    """The drawing for the screen.

    QtSvg paints ReportLab's clip path as a black rectangle over the ground, so it is taken out.
    """
    svg: str = renderSVG.drawToString(drawing)
    svg = re.sub(r"<clipPath.*?</clipPath>", "", svg, flags=re.DOTALL)
    svg = re.sub(r' style="clip-path: [^"]*"', "", svg)
    return svg.replace(fonts.REGULAR, SCREEN_FAMILY)


def _framed(
    chart: Any, size: tuple[float, float], names: int, left: float, bottom: float
) -> Drawing:
    fonts.register()
    drawing = Drawing(*size)
    legend = 20.0 if names > 1 else 4.0
    chart.x, chart.y = left, bottom + legend
    chart.width, chart.height = size[0] - left - 14, size[1] - bottom - legend - 8
    drawing.add(chart)
    return drawing


def _fill(
    chart: Any, labels: Sequence[str], series: Sequence[Sequence[int | None]], colours: ChartColours
) -> None:
    ink, line = HexColor(colours.ink), HexColor(colours.line)
    chart.data = [tuple(values) for values in series]
    chart.strokeColor = None
    chart.categoryAxis.style = "stacked"
    chart.categoryAxis.categoryNames = list(labels)
    chart.groupSpacing, chart.barSpacing = 6, 0
    for axis in (chart.categoryAxis, chart.valueAxis):
        axis.labels.fontName, axis.labels.fontSize, axis.labels.fillColor = (
            fonts.REGULAR,
            LABEL,
            ink,
        )
        axis.strokeColor = line
        axis.visibleTicks = 0
    # Left to itself the axis begins near the lowest value and exaggerates every difference.
    chart.valueAxis.valueMin = 0
    sums = [sum(value or 0 for value in group) for group in zip(*series, strict=True)]
    chart.valueAxis.valueMax, chart.valueAxis.valueStep = _scale(max(sums, default=0))
    chart.valueAxis.labelTextFormat = _tick_text
    chart.valueAxis.visibleGrid = 1
    chart.valueAxis.gridStrokeColor, chart.valueAxis.gridStrokeWidth = line, 0.4
    for index, _values in enumerate(series):
        chart.bars[index].fillColor = _colour(colours, index)
        chart.bars[index].strokeColor = None


def _scale(highest: int) -> tuple[int, int]:
    """The end of the axis and its step: 1, 2 or 5 times a power of ten, about five steps."""
    steps = (factor * 10**power for power in count() for factor in (1, 2, 5))
    step = next(step for step in steps if step * 5 >= highest)
    return step * max(1, -(-highest // step)), step


def _tick_text(value: float) -> str:
    return number_text(round(value), 0, "id")


def _shortened(label: str, width: float) -> str:
    while label and stringWidth(label, fonts.REGULAR, LABEL) > width:
        label = label.removesuffix("…")[:-1].rstrip() + "…"
    return label


def _colour(colours: ChartColours, index: int) -> Color:
    return HexColor(colours.series[index % len(colours.series)])


def _legend(drawing: Drawing, names: Sequence[str], colours: ChartColours) -> Drawing:
    if len(names) < 2:
        return drawing
    widths = [stringWidth(name, fonts.REGULAR, LABEL) + 26 for name in names]
    x = (drawing.width - sum(widths)) / 2
    for index, (name, width) in enumerate(zip(names, widths, strict=True)):
        mark = Rect(x, 3, 8, 8)
        mark.fillColor, mark.strokeColor = _colour(colours, index), None
        drawing.add(mark)
        drawing.add(
            String(
                x + 12,
                3.5,
                name,
                fontName=fonts.REGULAR,
                fontSize=LABEL,
                fillColor=HexColor(colours.ink),
            )
        )
        x += width
    return drawing
