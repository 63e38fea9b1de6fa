"""A table of the report on the screen: the same figures as on paper, "Tidak ada data" never 0."""

from PySide6.QtCore import QAbstractTableModel, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.language import _, number_text
from app.services.platform_names import platform_label
from app.services.printing.contents import Figure, Grid, GridRow
from app.ui.reports.figures import Shown
from app.ui.theme import Colours, Paragraph, font, scaled, text_width
from app.ui.widgets import (
    ROOT,
    Cells,
    Index,
    InkRole,
    KeyRole,
    PlatformsRole,
    Table,
    TypeRole,
    tip_text,
)

ToneRole = Qt.ItemDataRole.UserRole + 40  # the three tones of a row, for its bar
_LEAST, _LEAST_WORDS, _AROUND, _BARS, _LABEL = 40, 52, 20, 104, 120
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def figure_words(figure: Figure) -> str:
    """A number, or that there is none."""
    return _("No data") if figure.value is None else number_text(figure.value, 0)


class GridModel(QAbstractTableModel):
    """The lines of a grid and its line of totals."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = Grid("", ())
        self._totals: tuple[Figure | None, ...] = ()
        self._has_tones = False

    def show_grid(self, shown: Shown) -> None:
        self.beginResetModel()
        self._grid = shown.grid
        self._totals = shown.grid.totals
        self._has_tones = shown.has_tones
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._grid.rows) + bool(self._totals)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1 + len(self._grid.columns) + self._has_tones

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if way is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        headings = (self._grid.heading, *self._grid.columns, _("Comparison"))
        return headings[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        is_total = row == len(self._grid.rows)
        if role == KeyRole:
            return row
        if role == TypeRole:
            return "strong" if is_total else "body"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column else None
        if column == 0:
            return self._label(row, is_total, role)
        if column > len(self._grid.columns):
            return self._tones(row, is_total, role)
        figure = self._figure(row, column - 1, is_total)
        return self._figure_cell(figure, role)

    def _label(self, row: int, is_total: bool, role: int) -> object:
        if role == PlatformsRole:
            platform = "" if is_total else self._grid.rows[row].platform
            return (platform,) if platform else None
        if role == Qt.ItemDataRole.ToolTipRole and not is_total:
            return tip_text(self._grid.rows[row].label)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _("Total") if is_total else _short_label(self._grid.rows[row])

    def _figure(self, row: int, column: int, is_total: bool) -> Figure | None:
        return self._totals[column] if is_total else self._grid.rows[row].figures[column]

    def _figure_cell(self, figure: Figure | None, role: int) -> object:
        """None stands for a sum that must not be made."""
        if role == Qt.ItemDataRole.DisplayRole:
            return "–" if figure is None else figure_words(figure)
        if role == InkRole and figure is not None and figure.value is None:
            return "text3"
        if role == Qt.ItemDataRole.ToolTipRole and figure is not None and figure.reason:
            return tip_text(figure.reason)
        return None

    def _tones(self, row: int, is_total: bool, role: int) -> object:
        figures: tuple[Figure | None, ...] = (
            self._totals if is_total else self._grid.rows[row].figures
        )
        tones = tuple((figure.value or 0) if figure else 0 for figure in figures[:3])
        if role == ToneRole:
            return tones
        total = sum(tones)
        if role == Qt.ItemDataRole.AccessibleTextRole and total:
            shares = (f"{round(100 * tone / total)}%" for tone in tones)
            return ", ".join(shares)
        return None


def _short_label(row: GridRow) -> str:
    """Beside its badge a platform need not be named."""
    if not row.platform:
        return row.label
    return row.label.removeprefix(platform_label(row.platform)).strip() or row.label


def _least(grid: Grid, column: int) -> int:
    """Words need more room than a number."""
    is_known = all(row.figures[column].value is not None for row in grid.rows)
    return _LEAST if is_known else _LEAST_WORDS


class _GridCells(Cells):
    """Draws the bar of the three tones, and "Tidak ada data" in two small lines."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: Index, look: Colours) -> None:
        if tones := index.data(ToneRole):
            self._paint_tones(painter, rect, tones, look)
        elif index.column() and index.data(InkRole):
            words = Paragraph(str(index.data()), "meta", rect.width(), most=2)
            at = QPointF(rect.left(), rect.center().y() - words.height / 2)
            words.paint(painter, at, look.text3, Qt.AlignmentFlag.AlignRight)
        else:
            super().paint_cell(painter, rect, index, look)

    def _paint_tones(
        self, painter: QPainter, rect: QRectF, tones: tuple[int, ...], look: Colours
    ) -> None:
        total = sum(tones)
        if not total:
            return
        inks = (look.tones["good"].ink, look.border, look.tones["bad"].ink)
        bar = QRectF(rect.left(), rect.center().y() - 6, rect.width(), 12)
        left = bar.left()
        for tone, ink in zip(tones, inks, strict=True):
            width = bar.width() * tone / total
            if width >= 1:
                painter.fillRect(QRectF(QPointF(left, bar.top()), bar.bottomRight()), look.surface)
                painter.fillRect(QRectF(left, bar.top(), max(width - 1, 1), bar.height()), ink)
            left += width


class GridTable(Table):
    """The table itself; columns share the room, the first gets what is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("reports.figures", _("Figures"), "compact", parent)
        self._asked_widths: list[int] = []
        self._model = GridModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_GridCells(self))

    def show_grid(self, shown: Shown) -> None:
        self._model.show_grid(shown)
        face = font("label")
        widths = [
            max(scaled(_least(shown.grid, column)), text_width(name, face))
            for column, name in enumerate(shown.grid.columns)
        ]
        self._asked_widths = [round(width) + scaled(_AROUND) for width in widths]
        if shown.has_tones:
            self._asked_widths.append(scaled(_BARS))
        self._share_room()
        self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The labels get what the figures leave, but never so little that nobody can read them."""
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        left = self.viewport().width() - sum(self._asked_widths)
        for column, width in enumerate([max(left, scaled(_LABEL)), *self._asked_widths]):
            head.resizeSection(column, width)

    def wanted_height(self) -> int:
        """What all its lines would take."""
        rows = self._model.rowCount()
        return self.horizontalHeader().height() + rows * self.verticalHeader().defaultSectionSize()
