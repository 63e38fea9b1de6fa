"""The queue at the left: when, where, what, whose, how far."""

from datetime import datetime

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
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.labels import clock_label
from app.language import _, rough_length_text, short_day_text, short_moment_text, time_text, wib
from app.models.gate import Subject
from app.services.approvals import QueueRow
from app.ui.approvals.chosen import Chosen
from app.ui.theme import Paragraph, colours, paint_icon, paint_text, scaled
from app.ui.widgets import (
    ROOT,
    ChipLook,
    Index,
    RowRole,
    chip_size,
    named,
    paint_chip,
    set_ground,
    state_chip,
)
from app.ui.widgets.badges import paint_platforms, platforms_width

_PAD = 16
_SOON_SECONDS = 24 * 3600


class QueueModel(QAbstractListModel):
    """The rows of the queue as Qt sees them."""

    def __init__(self, chosen: Chosen, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[QueueRow] = []
        self._chosen = chosen
        self.now: datetime | None = None
        chosen.changed.connect(self._on_chosen_changed)

    @Slot()
    def _on_chosen_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def is_chosen(self, row: QueueRow) -> bool:
        """Whether it is one of several to be decided on at once."""
        return self._chosen.holds(row.revision_id)

    def replace(self, rows: list[QueueRow], now: datetime) -> None:
        self.beginResetModel()
        self._rows, self.now = rows, now
        self.endResetModel()

    def row_of(self, revision_id: int) -> int:
        """The place of a revision; -1 if it does not wait any more."""
        places = [n for n, row in enumerate(self._rows) if row.revision_id == revision_id]
        return places[0] if places else -1

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, RowRole):
            return None
        row = self._rows[index.row()]
        if role == RowRole:
            return row
        parts = (
            row.title,
            row.reference,
            _clock_name(row),
            self.when(row),
            _chip(row).text,
            ", ".join(row.authors),
            _("chosen") if self.is_chosen(row) else "",
        )
        return ". ".join(part for part in parts if part)

    def when(self, row: QueueRow) -> str:
        """Its slot or due moment, and what is left of it where that is soon."""
        if row.urgent_at is None and row.planned_on is not None:
            return short_day_text(row.planned_on)
        if row.urgent_at is None:
            return _("No date") if row.subject is Subject.CONTENT else ""
        text = short_moment_text(row.urgent_at)
        if self.now is None:
            return text
        left = row.urgent_at - self.now
        if row.has_passed(self.now):
            return _("Passed %(left)s ago") % {"left": rough_length_text(-left)}
        if left.total_seconds() <= 0:
            return _("%(left)s late") % {"left": rough_length_text(left)}
        if left.total_seconds() < _SOON_SECONDS:
            is_today = wib(row.urgent_at).date() == wib(self.now).date()
            day = _("Today") if is_today else _("Tomorrow")
            facts = {"day": day, "time": time_text(row.urgent_at), "left": rough_length_text(left)}
            return _("%(day)s %(time)s, %(left)s left") % facts
        return text

    def is_soon(self, row: QueueRow) -> bool:
        if row.urgent_at is None or self.now is None:
            return False
        return (row.urgent_at - self.now).total_seconds() < _SOON_SECONDS


def _clock_name(row: QueueRow) -> str:
    """Of what the moment of an answer is; the desk calls its clocks the same."""
    return clock_label(row.clock) if row.clock is not None else ""


def _chip(row: QueueRow) -> ChipLook:
    group = "content" if row.subject is Subject.CONTENT else "inquiry"
    return state_chip(group, row.state.value)


class _Item(QStyledItemDelegate):
    """Paints one waiting thing: moment and platforms, title, authors, state."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = colours(option.palette)
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        rect = QRectF(option.rect)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.line)
        row: QueueRow = index.data(RowRole)
        model = index.model()
        assert isinstance(model, QueueModel)  # noqa: S101 the list has no other model
        room = rect.adjusted(_PAD, 10, -_PAD, -10)
        line = QRectF(room.left(), room.top(), room.width(), scaled(18))
        self._paint_head(painter, line, row, model, option)
        title = Paragraph(row.title, "strong", _title_width(option.widget))
        painter.save()
        painter.setClipRect(QRectF(room.left(), line.bottom() + 3, room.width(), scaled(38)))
        title.paint(painter, QPointF(room.left(), line.bottom() + 3), look.text)
        painter.restore()
        top = line.bottom() + 3 + min(title.height, scaled(38))
        below = QRectF(room.left(), top, room.width(), scaled(18))
        paint_text(painter, below, self._note(row), "meta", look.text2)
        paint_chip(painter, QPointF(room.left(), below.bottom() + 5), _chip(row), look)
        if model.is_chosen(row):
            sign = QRectF(room.right() - 18, below.bottom() + 5, 18, scaled(20))
            paint_icon(painter, sign, "circle-check", look.accent, 18)

    def _paint_head(
        self,
        painter: QPainter,
        line: QRectF,
        row: QueueRow,
        model: QueueModel,
        option: QStyleOptionViewItem,
    ) -> None:
        look = colours(option.palette)
        width = platforms_width(row.platforms)
        spot = QPointF(line.right() - width, line.top() + 1)
        paint_platforms(painter, spot, row.platforms, look)
        words = model.when(row)
        if not words:
            return
        soon = model.is_soon(row)
        ink = look.tones["waiting"].ink if soon else look.text2
        icon = QRectF(line.left(), line.top(), 15, line.height())
        paint_icon(painter, icon, "alarm-clock" if soon else "calendar-clock", ink, 15)
        room = QRectF(line.left() + 21, line.top(), line.width() - 21 - width - 8, line.height())
        paint_text(painter, room, words, "label" if soon else "meta", ink)

    def _note(self, row: QueueRow) -> str:
        parts = (_clock_name(row), row.reference, ", ".join(row.authors))
        return " · ".join(part for part in parts if part)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: QueueRow = index.data(RowRole)
        title = Paragraph(row.title, "strong", _title_width(option.widget)).height
        chip = chip_size(_chip(row)).height()
        height = 10 + scaled(18) + 3 + min(title, scaled(38)) + scaled(18) + 5 + chip + 11
        return QSize(_title_width(option.widget), round(height))


def _title_width(view: QWidget) -> int:
    """Room for a title, the scroll bar's taken off whether it is there or not: rows keep height."""
    bar = view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, view)
    return view.width() - bar - 2 * _PAD


class QueueList(QListView):
    """The list itself; digits and decision keys are left to the screen."""

    moved = Signal(object)  # the QueueRow that became current, or None

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "approvals.queue", _("What waits for a decision"))
        self.setModel(model)
        self.setItemDelegate(_Item(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        set_ground(self.viewport(), "window")
        self.selectionModel().currentChanged.connect(self._on_moved)

    def current(self) -> QueueRow | None:
        row = self.currentIndex().data(RowRole)
        return row if isinstance(row, QueueRow) else None

    def select_row(self, place: int) -> None:
        self.setCurrentIndex(self.model().index(place, 0))

    @Slot(QModelIndex, QModelIndex)
    def _on_moved(self, index: QModelIndex, before: QModelIndex) -> None:
        self.moved.emit(index.data(RowRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No search by typing: single letters and digits are the screen's keys."""
        if event.text() and not event.modifiers() and event.text().isalnum():
            event.ignore()
            return
        super().keyPressEvent(event)
