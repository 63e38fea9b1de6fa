"""The tracker's rows as Qt sees them."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _, pgettext
from app.services.inquiries import InquiryRow
from app.ui.inquiries.words import (
    TONE_ICONS,
    TONE_INKS,
    row_age,
    row_citizen,
    row_clock,
    row_holder,
)
from app.ui.theme import Colours, paint_icon, scaled
from app.ui.widgets import (
    ROOT,
    Cells,
    ChipRole,
    ClockRole,
    Index,
    InkRole,
    KeyRole,
    NoteRole,
    PlatformsRole,
    RowRole,
    SignRole,
    state_chip,
)

CLOCK, QUESTION, KIND, STATE = range(4)
LEAD = 10  # pixels between a table's own margin and the screen's
_LEAST_KIND = 50  # narrower, only the sign has room
_RING = 20  # pixels: words without a clock begin where the words of a clock do


class InquiryTable(QAbstractTableModel):
    """Rows of one list; more are asked for as one scrolls down."""

    more_wanted = Signal()

    def __init__(self, now: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[InquiryRow] = []
        self._now = now
        self._in_all = 0

    @property
    def rows(self) -> Sequence[InquiryRow]:
        return self._rows

    def replace(self, rows: Sequence[InquiryRow], in_all: int, now: datetime) -> None:
        """Show these rows of `in_all`, as the clocks stand now."""
        self.beginResetModel()
        self._rows, self._in_all, self._now = list(rows), in_all, now
        self.endResetModel()

    def append(self, rows: Sequence[InquiryRow]) -> None:
        """Show the next page below."""
        known = {row.id for row in self._rows}
        new = [row for row in rows if row.id not in known]
        if not new:
            self._in_all = len(self._rows)
            return
        self.beginInsertRows(ROOT, len(self._rows), len(self._rows) + len(new) - 1)
        self._rows += new
        self.endInsertRows()

    def set_now(self, now: datetime) -> None:
        """Let the clocks go on; nothing else changes."""
        self._now = now
        if self._rows:
            last = self.index(len(self._rows) - 1, CLOCK)
            self.dataChanged.emit(self.index(0, CLOCK), last)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 4

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._rows) < self._in_all

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self.more_wanted.emit()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (pgettext("clock", "Due"), _("Inquiry"), _("Kind, tone"), _("State, handler"))[
            section
        ]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == RowRole:
            return row
        if role == KeyRole:
            return row.id
        return (self._clock, self._question, self._kind, self._state)[index.column()](row, role)

    def _clock(self, row: InquiryRow, role: int) -> object:
        look, name = row_clock(row, self._now) or (None, "")
        words = look.text if look is not None else row_age(row, self._now)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{name}: {words}" if name else words
            case _ if role == ClockRole:
                return look
            case _ if role == NoteRole:
                return name
            case _ if role == InkRole:
                return "text2"
        return None

    def _question(self, row: InquiryRow, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(row.text.split())
            case _ if role == NoteRole:
                return f"{row.reference} · {row_citizen(row)}"
            case _ if role == PlatformsRole:
                return (row.platform,) if row.platform else ()
        return None

    def _kind(self, row: InquiryRow, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return label(row.kind)
        if role == SignRole:
            return (TONE_ICONS[row.tone], TONE_INKS[row.tone]) if row.tone else ("minus", "text3")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            tone = label(row.tone) if row.tone else _("no tone yet")
            return f"{label(row.kind)}, {tone}"
        return None

    def _state(self, row: InquiryRow, role: int) -> object:
        if role == ChipRole:
            return state_chip("inquiry", row.state)
        if role == NoteRole:
            return row_holder(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return label(row.state)
        return None


class InquiryCells(Cells):
    """The first column stands on the screen's margin, words where the words of its clocks do."""

    def paint_cell(
        self, painter: QPainter, rect: QRectF, index: QModelIndex | Index, look: Colours
    ) -> None:
        if index.column() == CLOCK:
            ring = 0 if index.data(ClockRole) is not None else scaled(_RING)
            rect = rect.adjusted(LEAD + ring, 0, 0, 0)
        if index.column() == KIND and rect.width() < scaled(_LEAST_KIND):
            sign, ink = index.data(SignRole)
            paint_icon(
                painter, QRectF(rect.left(), rect.top(), 16, rect.height()), sign, look.ink(ink)
            )
            return
        super().paint_cell(painter, rect, index, look)
