"""Finding the competent agency: a few letters, then Enter or a click."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.labels import label
from app.language import _, ngettext, number_text, rough_length_text
from app.services import agencies
from app.services.agencies import AgencyRow, CompetentAgency
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.theme import colours, paint_text, scaled
from app.ui.widgets import ROOT, Button, Index, RowRole, SearchBox, named

_ROW = 46
_RADIO = 16
_PAD = 12
_RIGHT = 120


class _Agencies(QAbstractListModel):
    """The agencies found, as Qt sees them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[CompetentAgency] = []

    def replace(self, rows: Sequence[CompetentAgency]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == RowRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join((row.agency.name, agency_note(row), *agency_record(row)))
        return None


def agency_note(row: CompetentAgency) -> str:
    """`Perangkat Daerah · DBMPR`, and whether it was asked something alike before."""
    parts = [label(row.agency.kind), row.agency.short_name]
    if row.was_asked_alike:
        parts.append(_("was asked alike"))
    return " · ".join(parts)


def agency_record(row: CompetentAgency) -> tuple[str, str]:
    """`12 penerusan`, `rata-rata 7 jam`."""
    if not row.referrals:
        return _("never yet"), ""
    n = row.referrals
    count = ngettext("%(n)s referral", "%(n)s referrals", n) % {"n": number_text(n, 0)}
    if row.average is None:
        return count, ""
    return count, _("%(t)s on average") % {"t": rough_length_text(row.average)}


class _Row(QStyledItemDelegate):
    """A radio mark, name and note, and at the right how it answered before."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = colours(option.palette)
        style, view = option.widget.style(), option.widget
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        rect = QRectF(option.rect)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.line)
        row: CompetentAgency = index.data(RowRole)
        is_on = bool(option.state & QStyle.StateFlag.State_Selected)
        mark = QStyleOptionButton()
        mark.palette = option.palette
        mark.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if is_on else QStyle.StateFlag.State_Off
        )
        top = rect.center().y() - _RADIO / 2
        mark.rect = QRectF(rect.left() + _PAD, top, _RADIO, _RADIO).toRect()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorRadioButton, mark, painter, view)
        line = scaled(18)
        left = rect.left() + _PAD + _RADIO + 10
        room = QRectF(
            left, rect.center().y() - line, rect.right() - left - _PAD - scaled(_RIGHT), line
        )
        paint_text(painter, room, row.agency.name, "strong" if is_on else "body", look.text)
        paint_text(painter, room.translated(0, line), agency_note(row), "meta", look.text2)
        side = QRectF(rect.right() - _PAD - scaled(_RIGHT), room.top(), scaled(_RIGHT), line)
        count, average = agency_record(row)
        right = Qt.AlignmentFlag.AlignRight
        if not average:
            side.moveTop(rect.center().y() - line / 2)
        paint_text(painter, side, count, "meta", look.text2, right)
        if average:
            paint_text(painter, side.translated(0, line), average, "meta", look.text2, right)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, scaled(_ROW))


class AgencyPicker(QWidget):
    """A line to search with and the agencies found.

    Only an agency that alone fits the words is chosen by itself: of several the person chooses, for
    the first of them may be the wrong office.
    """

    chosen = Signal(object)  # the AgencyRow, or None
    missing = Signal(str)  # the person does not find it; what he had typed

    def __init__(self, bridge: OfficeBridge, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rows = QueryRunner(bridge, self)
        self.search = SearchBox(f"{name}.search", _("Name, short name, or what it is about"))
        self._model = _Agencies(self)
        self.list = named(QListView(), f"{name}.list", _("Agencies found"))
        self._missing = named(
            Button(_("The agency is not in the list…"), "link", "plus"), f"{name}.missing"
        )
        self._build()
        self._rows.answered.connect(self._on_rows)
        self.search.searched.connect(self.find_agencies)
        self.search.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._missing.clicked.connect(lambda: self.missing.emit(self.search.text().strip()))
        self.find_agencies("")

    def _build(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(scaled(_ROW) * 4 + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._missing, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot(str)
    def find_agencies(self, words: str) -> None:
        """Ask for the agencies of these words."""
        self._rows.run(agencies.competent_agencies, words, self._bridge.office.now())

    def agency(self) -> AgencyRow | None:
        """The one that is chosen."""
        row = self.list.currentIndex().data(RowRole)
        return row.agency if isinstance(row, CompetentAgency) else None

    @Slot(object)
    def _on_rows(self, rows: list[CompetentAgency]) -> None:
        kept = self.agency()
        self._model.replace(rows)
        places = [n for n, row in enumerate(rows) if kept is not None and row.agency.id == kept.id]
        if places:
            self.list.setCurrentIndex(self._model.index(places[0], 0))
        elif len(rows) == 1 and self.search.text().strip():
            self.list.setCurrentIndex(self._model.index(0, 0))
        else:
            self.chosen.emit(self.agency())

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self.agency())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line one goes down into the list without the mouse."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        ):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        if count:
            row = min(max(self.list.currentIndex().row() + by, 0), count - 1)
            self.list.setCurrentIndex(self._model.index(row, 0))
