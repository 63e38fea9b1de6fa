"""The figures of a part: one table at a time, with its chart."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import _
from app.ui.bridge import OfficeBridge
from app.ui.reports.chart_view import ChartView
from app.ui.reports.figures import Shown
from app.ui.reports.grid_table import GridTable
from app.ui.theme import scaled
from app.ui.widgets import Choice, Part, Segments

_MOST_SEGMENTS = 4


class FiguresPane(QWidget):
    """Segments (or a list, where there are many), table, chart."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Shown, ...] = ()
        self._segments = Segments("reports.tables", [])
        self._choice = Choice("reports.table", prefix=_("Table"))
        self.table = GridTable()
        self._chart = ChartView(bridge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._segments)
        column.addWidget(self._choice)
        column.addWidget(self._chart)
        column.addWidget(self.table, 1)
        self._segments.chosen.connect(self._on_chosen)
        self._choice.chosen.connect(self._on_chosen)

    def show_tables(self, shown: tuple[Shown, ...]) -> None:
        """Show these tables; the one that was chosen stays chosen if it is still there."""
        self._shown = shown
        self.setVisible(bool(shown))
        if not shown:
            return
        few = len(shown) <= _MOST_SEGMENTS
        self._segments.setVisible(few and len(shown) > 1)
        self._choice.setVisible(not few)
        if few:
            self._segments.set_parts([Part(each.key, each.title) for each in shown])
            self._on_chosen(self._segments.value())
        else:
            self._choice.set_entries([(each.title, each.key) for each in shown])
            self._on_chosen(self._choice.value())

    @Slot(object)
    def _on_chosen(self, key: object) -> None:
        chosen = next((each for each in self._shown if each.key == key), self._shown[0])
        self.table.show_grid(chosen)
        self._chart.show_figures(chosen.chart)
        low = scaled(30 + 36 * 2)
        self.table.setMinimumHeight(low)
        self.table.setMaximumHeight(max(low, self.table.wanted_height() + 2))
