"""Tables as the look has them: heads of 30, rows of 36, 40 or 56, no zebra, all by keyboard.

A model answers `DisplayRole` with words for every cell (that is what a screen reader says), and
beside it whatever of these roles it likes; `Cells` paints them:

- `NoteRole` second line, in the quiet ink · `ChipRole` a `ChipLook` · `ClockRole` a `ClockLook`
- `PlatformsRole` a tuple of platform keys · `SignRole` (icon name, ink)
- `InkRole` an ink · `TypeRole` a type role · `AvatarRole` a person's name
- `RowRole` the frozen row itself · `KeyRole` what tells the row from others, so that the current
  row stays current when the model is reset
"""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from app.ui.theme import Colours, colours, paint_icon, paint_text, scaled, text_width, tokens
from app.ui.theme import font as type_font
from app.ui.widgets.badges import paint_avatar, paint_platforms, platforms_width
from app.ui.widgets.chips import ChipLook, chip_size, paint_chip
from app.ui.widgets.clocks import ClockLook, clock_size, paint_clock
from app.ui.widgets.naming import named, tip_text

RowRole = Qt.ItemDataRole.UserRole
KeyRole = Qt.ItemDataRole.UserRole + 1
NoteRole = Qt.ItemDataRole.UserRole + 2
ChipRole = Qt.ItemDataRole.UserRole + 3
ClockRole = Qt.ItemDataRole.UserRole + 4
PlatformsRole = Qt.ItemDataRole.UserRole + 5
SignRole = Qt.ItemDataRole.UserRole + 6
InkRole = Qt.ItemDataRole.UserRole + 7
TypeRole = Qt.ItemDataRole.UserRole + 8
AvatarRole = Qt.ItemDataRole.UserRole + 9

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

_PAD = 10
_HEAD = 30
_LEAST_STRETCH = 170  # pixels at 100 %
_LEAST_SHARE = 0.55
_ROWS = {"compact": 36, "row": tokens().size["row"], "tall": tokens().size["row_tall"]}


class Cells(QStyledItemDelegate):
    """Paints ground, line below, then what the roles hold; subclass `paint_cell` for more."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = colours(option.palette)
        view = option.widget
        style = view.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        rect = QRectF(option.rect)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.line)
        self.paint_cell(painter, rect.adjusted(_PAD, 0, -_PAD, -1), index, look)

    def paint_cell(self, painter: QPainter, rect: QRectF, index: Index, look: Colours) -> None:
        """Draw one cell inside `rect`, which has its margins already."""
        words = str(index.data() or "")
        note = str(index.data(NoteRole) or "")
        rect = self._paint_lead(painter, rect, index, look)
        line = scaled(19)
        if not note:
            self._paint_words(painter, rect, index, look, words)
            return
        top = QRectF(rect)
        top.setHeight(line)
        top.moveTop(rect.center().y() - line)
        self._paint_words(painter, top, index, look, words)
        below = top.translated(0, line)
        platforms = index.data(PlatformsRole) or ()
        if platforms:
            y = below.center().y() - scaled(16) / 2
            paint_platforms(painter, QPointF(below.left(), y), platforms, look)
            below.setLeft(below.left() + platforms_width(platforms) + 7)
        paint_text(painter, below, note, "meta", look.text2, _align(index))

    def _paint_lead(self, painter: QPainter, rect: QRectF, index: Index, look: Colours) -> QRectF:
        """An avatar, a sign, or badges of a one-line cell; returns the room that is left."""
        if name := index.data(AvatarRole):
            side = scaled(24)
            disc = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
            paint_avatar(painter, disc, str(name), look)
            return rect.adjusted(side + 8, 0, 0, 0)
        if sign := index.data(SignRole):
            icon, ink = sign
            spot = QRectF(rect.left(), rect.top(), 16, rect.height())
            paint_icon(painter, spot, icon, look.ink(ink))
            return rect.adjusted(16 + 7, 0, 0, 0)
        platforms = index.data(PlatformsRole) or ()
        if platforms and not index.data(NoteRole):
            y = rect.center().y() - scaled(16) / 2
            paint_platforms(painter, QPointF(rect.left(), y), platforms, look)
            return rect.adjusted(platforms_width(platforms) + 8, 0, 0, 0)
        return rect

    def _paint_words(
        self, painter: QPainter, rect: QRectF, index: Index, look: Colours, words: str
    ) -> None:
        chip, clock = index.data(ChipRole), index.data(ClockRole)
        if isinstance(chip, ChipLook):
            y = rect.center().y() - chip_size(chip).height() / 2
            paint_chip(painter, QPointF(rect.left(), y), chip, look)
        elif isinstance(clock, ClockLook):
            y = rect.center().y() - clock_size(clock).height() / 2
            paint_clock(painter, QPointF(rect.left(), y), clock, look)
        else:
            ink = look.ink(str(index.data(InkRole) or "text"))
            role = str(index.data(TypeRole) or "body")
            paint_text(painter, rect, words, role, ink, _align(index))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Words that are cut are told in full where the model has no tip of its own."""
        has_own = bool(index.data(Qt.ItemDataRole.ToolTipRole))
        room = option.rect.width() - self._lead_width(index)
        if has_own or self.sizeHint(option, index).width() <= room:
            return super().helpEvent(event, view, option, index)
        words = (index.data(), index.data(NoteRole))
        told = "\n".join(str(part) for part in words if part)
        QToolTip.showText(event.globalPos(), tip_text(told), view)
        return True

    def _lead_width(self, index: Index) -> int:
        """How much of the cell stands before its words."""
        if index.data(AvatarRole):
            return scaled(24) + 8
        if index.data(SignRole):
            return 16 + 7
        platforms = index.data(PlatformsRole) or ()
        return round(platforms_width(platforms)) + 8 if platforms else 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The width of the words; a row's height is the table's."""
        chip, clock = index.data(ChipRole), index.data(ClockRole)
        if isinstance(chip, ChipLook):
            width = float(chip_size(chip).width())
        elif isinstance(clock, ClockLook):
            width = float(clock_size(clock).width())
        else:
            face = type_font(str(index.data(TypeRole) or "body"))
            width = text_width(str(index.data() or ""), face)
        if note := index.data(NoteRole):
            width = max(width, text_width(str(note), type_font("meta")))
        return QSize(round(width) + 2 * _PAD + 2, option.rect.height())


def _align(index: Index) -> Qt.AlignmentFlag:
    wanted = index.data(Qt.ItemDataRole.TextAlignmentRole)
    flag = Qt.AlignmentFlag(wanted) if wanted is not None else Qt.AlignmentFlag.AlignLeft
    right = bool(flag & Qt.AlignmentFlag.AlignRight)
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft


class Table(QTableView):
    """A list of rows. Enter or a double click opens, Home and End go to the ends.

    `rows`: compact (36), row (40) or tall (56, two lines).
    """

    opened = Signal(QModelIndex)  # the row that the person opens
    moved = Signal(QModelIndex)  # the row that became current (invalid: none)

    def __init__(
        self, name: str, spoken: str, rows: str = "row", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self._rows = rows
        self._kept: object = None
        self._kept_top = 0
        self._widths: tuple[int, ...] = ()
        self._share = 1.0  # of their widths that the columns have now
        self.setItemDelegate(Cells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._dress_heads()
        self.doubleClicked.connect(self.opened)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress_heads()

    def _dress_heads(self) -> None:
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(scaled(24))
        down.setDefaultSectionSize(scaled(_ROWS[self._rows]))
        across.setFixedHeight(scaled(_HEAD))
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setStretchLastSection(True)
        across.setMinimumSectionSize(40)

    def set_widths(self, *widths: int) -> None:
        """Columns in pixels at 100 %; 0 stretches. In little room the others give way to it."""
        self._widths, self._share = widths, 1.0
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        for column, width in enumerate(widths):
            if width:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                head.resizeSection(column, scaled(width))
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_room()
        super().resizeEvent(event)

    def _share_room(self) -> None:
        """Let the columns of a set width shrink before those that stretch are too narrow."""
        fixed = sum(map(scaled, self._widths))
        stretching = self._widths.count(0)
        if not fixed or not stretching:
            return
        spare = self.viewport().width() - stretching * scaled(_LEAST_STRETCH)
        share = max(_LEAST_SHARE, min(1.0, spare / fixed))
        if share == self._share:
            return
        self._share = share
        for column, width in enumerate(self._widths):
            if width:
                self.horizontalHeader().resizeSection(column, round(scaled(width) * share))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelAboutToBeReset.connect(self._on_about_to_reset)
            model.modelReset.connect(self._on_reset)

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._kept = self.currentIndex().data(KeyRole)
        self._kept_top = self.verticalScrollBar().value()

    @Slot()
    def _on_reset(self) -> None:
        """The same row is current again, at the same height of the list."""
        if self._kept is None:
            return
        self.select_key(self._kept, scroll=False)
        self.verticalScrollBar().setValue(self._kept_top)

    def select_key(self, key: object, *, scroll: bool = True) -> bool:
        """Make the row with this `KeyRole` current; False if it is not there."""
        model = self.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.data(KeyRole) == key:
                self.setCurrentIndex(index)
                if scroll:
                    self.scrollTo(index)
                return True
        return False

    def current_row(self) -> object:
        """The frozen row that is current, or None."""
        return self.currentIndex().data(RowRole)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            return
        if plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.model().rowCount():
            row = 0 if key == Qt.Key.Key_Home else self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(row, max(0, self.currentIndex().column())))
            return
        super().keyPressEvent(event)
