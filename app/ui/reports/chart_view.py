"""The report's charts on the screen: drawn as for paper, in the theme's colours, by a worker."""

from concurrent.futures import Future

import shiboken6
from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language import _
from app.resources import resource
from app.ui.bridge import OfficeBridge
from app.ui.reports.figures import ChartFigures
from app.ui.theme import Colours, colours, scaled
from app.ui.widgets import named

_HEIGHT = 170
_WIDTH = 500
_DOCUMENT_FONT = "LiberationSans-Regular.ttf"


class ChartView(QWidget):
    """One chart. ReportLab takes a moment to load, so another thread draws."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "reports.chart", _("Chart"))
        self._bridge = bridge
        self._figures: ChartFigures | None = None
        self._renderer: QSvgRenderer | None = None
        self._asked = 0
        QFontDatabase.addApplicationFont(str(resource("fonts", _DOCUMENT_FONT)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: ChartFigures | None) -> None:
        """Draw these; nothing where there are none or none is known."""
        self._figures = figures if figures is not None and figures.is_known else None
        self._renderer = None
        self.setVisible(self._figures is not None)
        self._ask()

    @property
    def is_drawn(self) -> bool:
        return self._renderer is not None

    def _ask(self) -> None:
        figures = self._figures
        self._asked += 1
        if figures is None:
            return
        asked, look = self._asked, colours(self.palette())
        self._bridge.submit(lambda: svg_of(figures, look), lambda done: self._land(asked, done))

    def _land(self, asked: int, done: "Future[object]") -> None:
        if not shiboken6.isValid(self) or asked != self._asked:
            return
        svg = done.result()
        assert isinstance(svg, str)  # noqa: S101 what svg_of returns
        self._renderer = QSvgRenderer(QByteArray(svg.encode()), self)
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._ask()

    def sizeHint(self) -> QSize:
        return QSize(scaled(_WIDTH), scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._renderer is not None:
            self._renderer.render(QPainter(self), QRectF(self.rect()))


def svg_of(figures: ChartFigures, look: Colours) -> str:
    """The chart in a theme's colours; on a worker."""
    from app.services.printing.charts import ChartColours, chart_svg, columns, groups
    from app.services.printing.words import MONTHS

    inks = {
        "bars": (look.accent,),
        "tones": (look.tones["good"].ink, look.border, look.tones["bad"].ink, look.line),
        "platforms": (look.accent, look.wood, look.tones["good"].ink, look.tones["waiting"].ink),
    }[figures.kind]
    chosen = ChartColours(
        look.text2.name(), look.line.name(), tuple(ink.name() for ink in inks[: len(figures.names)])
    )
    draw = groups if figures.kind == "platforms" else columns
    months = [month[:3] for month in MONTHS[: figures.months]]
    return chart_svg(draw(months, figures.series, figures.names, chosen, (_WIDTH, _HEIGHT)))
