"""The list at the left: the seven parts and the texts around them, each with how far it is."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.language import _
from app.models.report import REQUIRED_PARTS, Part
from app.services.reports import PartRow, PartState, ReportYear
from app.ui.reports.words import part_note, part_title
from app.ui.theme import Paragraph, colours, paint_icon, scaled, tokens
from app.ui.widgets import ROOT, Index, RowRole, named, set_ground

_PAD = 16
_ICON = 26
_ORDER = (*REQUIRED_PARTS, Part.PREFACE, Part.INTRODUCTION, Part.CLOSING)


class PartsModel(QAbstractListModel):
    """The parts as Qt sees them: the required ones, then the texts around them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._year: ReportYear | None = None
        self._rows: list[PartRow] = []

    def replace(self, year: ReportYear) -> None:
        """Show another state of the same parts; the current one stays current."""
        if self._rows:
            self._year, self._rows = year, [year.part(part) for part in _ORDER]
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
            return
        self.beginResetModel()
        self._year, self._rows = year, [year.part(part) for part in _ORDER]
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == RowRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{part_title(row.part)}. {self.note(row)}"
        return None

    def note(self, row: PartRow) -> str:
        return part_note(row, self._year) if self._year else ""


class _Item(QStyledItemDelegate):
    """Sign, title in up to two lines, note."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = colours(option.palette)
        style = option.widget.style()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, option, painter, option.widget)
        rect = QRectF(option.rect)
        row: PartRow = index.data(RowRole)
        if row.part is Part.PREFACE:
            line = QRectF(rect.left() + _PAD, rect.top(), rect.width() - 2 * _PAD, 1)
            painter.fillRect(line, look.line)
        title, note = self._paragraphs(index, rect.width())
        top = rect.top() + (rect.height() - title.height - note.height) / 2
        state = tokens().states["report"][row.state.value]
        is_required = row.part in REQUIRED_PARTS
        sign = QRectF(rect.left() + _PAD, top, 16, title.height / max(1, _lines(title)))
        paint_icon(painter, sign, state.icon, look.ink(state.tone))
        left = rect.left() + _PAD + _ICON
        title.paint(painter, QPointF(left, top), look.text if is_required else look.text2)
        note.paint(painter, QPointF(left, top + title.height), look.text2)

    def _paragraphs(self, index: Index, width: float) -> tuple[Paragraph, Paragraph]:
        row: PartRow = index.data(RowRole)
        model = index.model()
        assert isinstance(model, PartsModel)  # noqa: S101 the list has no other model
        room = width - _ICON - 2 * _PAD
        return (
            Paragraph(part_title(row.part), "body", room, most=3),
            Paragraph(model.note(row), "meta", room, most=1),
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 250
        title, note = self._paragraphs(index, width)
        return QSize(width, round(title.height + note.height + scaled(10)))


def _lines(paragraph: Paragraph) -> int:
    return max(1, round(paragraph.height / scaled(tokens().types["body"].line)))


class PartsList(QListView):
    """The parts; ↑ ↓ and the mouse choose one."""

    chosen = Signal(object)  # the Part that became current

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "reports.parts", _("Parts of the report"))
        self._model = PartsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Item(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        set_ground(self.viewport(), "sunken")
        self.selectionModel().currentChanged.connect(self._on_moved)

    def show_year(self, year: ReportYear) -> None:
        """Show how far each part is; the first one that is not complete is chosen at first."""
        self._model.replace(year)
        if not self.currentIndex().isValid():
            unfinished = (n for n, part in enumerate(REQUIRED_PARTS) if not _is_done(year, part))
            self.choose(_ORDER[next(unfinished, 0)])
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # other lines are broken at another width

    def choose(self, part: Part) -> None:
        self.setCurrentIndex(self._model.index(_ORDER.index(part)))

    def step(self, by: int) -> None:
        """Go to the next or the previous part."""
        place = self.currentIndex().row() + by
        if 0 <= place < self._model.rowCount():
            self.setCurrentIndex(self._model.index(place))

    @Slot(QModelIndex, QModelIndex)
    def _on_moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(RowRole)
        if isinstance(row, PartRow):
            self.chosen.emit(row.part)


def _is_done(year: ReportYear, part: Part) -> bool:
    return year.part(part).state is PartState.COMPLETE
