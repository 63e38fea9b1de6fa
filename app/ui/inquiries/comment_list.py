"""The list of comments to mark: folds that open, one current row set large, its acts below it."""

from PySide6.QtCore import (
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from app.language import _
from app.models.comment import Tone
from app.services.comments import FoldKind
from app.ui.inquiries.comment_acts import CommentActs
from app.ui.inquiries.comment_model import CommentModel, ListRow
from app.ui.inquiries.comment_words import (
    author_text,
    fold_count,
    fold_text,
    meta_text,
    state_text,
    tone_chip,
)
from app.ui.theme import (
    Colours,
    Paragraph,
    colours,
    font,
    line_height,
    paint_icon,
    paint_text,
    scaled,
    text_width,
)
from app.ui.widgets import (
    Cells,
    Index,
    RowRole,
    Table,
    chip_size,
    paint_chip,
)

_SINGLE, _FOLD = 51, 39
_PAD = 20  # from the list's edge to the words
_RIGHT = 16
_TOP = 10
_INDENT = 22
_ACTS = 26 + 12  # the buttons of the current row, with the room below them
_KEYS = {
    Qt.Key.Key_Plus: Tone.POSITIVE,
    Qt.Key.Key_Equal: Tone.POSITIVE,  # the same key without Shift
    Qt.Key.Key_0: Tone.NEUTRAL,
    Qt.Key.Key_Minus: Tone.NEGATIVE,
}


class CommentCells(Cells):
    """Paints a comment in two lines, a fold in one, the current row large."""

    def __init__(self, table: "CommentTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ListRow = index.data(RowRole)
        super().paint(painter, option, index)
        if row.is_fold and not self._table.is_current(index):
            look = colours(option.palette)
            ground = QRectF(option.rect).adjusted(0, 0, 0, -1)
            painter.fillRect(ground, look.sunken)
            self.paint_cell(painter, ground.adjusted(10, 0, -10, 0), index, look)

    def paint_cell(self, painter: QPainter, rect: QRectF, index: Index, look: Colours) -> None:
        row: ListRow = index.data(RowRole)
        room = rect.adjusted(_PAD - 10, 0, 10 - _RIGHT, 0)
        if row.is_inner:
            room.setLeft(room.left() + _INDENT)
        if self._table.is_current(index):
            self._paint_current(painter, room, row, look)
        elif row.is_fold:
            self._paint_fold(painter, room, row, look)
        else:
            self._paint_single(painter, room, row, look)

    def _paint_single(self, painter: QPainter, room: QRectF, row: ListRow, look: Colours) -> None:
        right = self._paint_state(painter, room, row, look)
        comment = row.fold.comments[0]
        line = line_height("meta") + 1
        top = QRectF(room.left(), room.top() + 8, right - room.left(), line)
        words = author_text(comment, self._table.platform) + meta_text(comment)
        paint_text(painter, top, words, "meta", look.text2)
        below = QRectF(top.left(), top.bottom(), top.width(), line_height("body"))
        ink = look.text2 if comment.is_own else look.text
        paint_text(painter, below, comment.text, "body", ink)

    def _paint_fold(self, painter: QPainter, room: QRectF, row: ListRow, look: Colours) -> None:
        right = self._paint_state(painter, room, row, look)
        left = self._paint_fold_signs(painter, room, row, look)
        count = fold_count(row.fold)
        words = QRectF(left, room.top(), right - left, room.height())
        paint_text(painter, words, count, "strong", look.text)
        words.setLeft(left + text_width(f"{count} ", font("strong")))
        paint_text(painter, words, fold_text(row.fold), "body", look.text2)

    def _paint_fold_signs(
        self, painter: QPainter, room: QRectF, row: ListRow, look: Colours
    ) -> float:
        chevron = "chevron-down" if row.is_open else "chevron-right"
        sign = "copy" if row.fold.kind in (FoldKind.SAME, FoldKind.ALIKE) else "smile"
        spot = QRectF(room.left(), room.top(), 16, room.height())
        paint_icon(painter, spot, chevron, look.text2)
        paint_icon(painter, spot.translated(25, 0), sign, look.text2)
        return room.left() + 50

    def _paint_state(self, painter: QPainter, room: QRectF, row: ListRow, look: Colours) -> float:
        """The tone or what stands for it, and the inquiry; returns where the words must end."""
        fold = row.fold
        if fold.tone is not None:
            chip = tone_chip(fold.tone)
            size = chip_size(chip)
            left = room.right() - size.width()
            at = QPointF(left, room.center().y() - size.height() / 2)
            paint_chip(painter, at, chip, look)
        else:
            words = state_text(fold)
            left = room.right() - text_width(words, font("meta"))
            spot = QRectF(left, room.top(), room.right() - left + 1, room.height())
            paint_text(painter, spot, words, "meta", look.text2)
        reference = fold.comments[0].inquiry_reference
        if reference:
            left -= text_width(reference, font("label")) + 10
            spot = QRectF(left, room.top(), room.right() - left, room.height())
            paint_text(painter, spot, reference, "label", look.accent)
        return left - 16

    def _paint_current(self, painter: QPainter, room: QRectF, row: ListRow, look: Colours) -> None:
        line = QRectF(room.left(), room.top() + _TOP, room.width(), line_height("meta"))
        right = self._paint_state(painter, line, row, look)
        if row.is_fold:
            self._paint_fold_head(painter, line, right, row, look)
        else:
            comment = row.fold.comments[0]
            author = author_text(comment, self._table.platform)
            spot = QRectF(line.left(), line.top(), right - line.left(), line.height())
            paint_text(painter, spot, author, "label", look.text)
            spot.setLeft(spot.left() + text_width(author, font("label")))
            paint_text(painter, spot, meta_text(comment), "meta", look.text2)
        paragraph = self._table.paragraph(row)
        paragraph.paint(painter, QPointF(room.left(), line.bottom() + 4), look.text)

    def _paint_fold_head(
        self, painter: QPainter, line: QRectF, right: float, row: ListRow, look: Colours
    ) -> None:
        left = self._paint_fold_signs(painter, line, row, look)
        words = QRectF(left, line.top(), right - left, line.height())
        marks_all = _("one mark is for all %(count)s") % {"count": fold_count(row.fold)}
        paint_text(painter, words, marks_all, "meta", look.text2)


class CommentTable(Table):
    """Comments as rows; single keys mark while it has the focus."""

    toned = Signal(object)  # the Tone for the current row
    inquiry_asked = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("comments.table", _("Comments"), parent=parent)
        self._comments = CommentModel(self)
        self._large = -1  # the row that is set large
        self.horizontalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(_SINGLE))
        self.setItemDelegate(CommentCells(self))
        self.acts = CommentActs(self.viewport())
        self.acts.hide()
        self.setModel(self._comments)
        self._comments.modelReset.connect(self._fit_all)
        self._comments.dataChanged.connect(self._place_acts)
        self.moved.connect(self._fit_moved)
        self.verticalScrollBar().valueChanged.connect(self._place_acts)
        self.acts.toned.connect(self._on_toned)
        self.acts.inquiry_asked.connect(self._on_inquiry_asked)

    def least_width(self) -> int:
        """With less room the acts of the current row would be cut."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self.acts.sizeHint().width() + _PAD + _RIGHT + bar

    @property
    def platform(self) -> str | None:
        return self._comments.platform

    def comments(self) -> CommentModel:
        return self._comments

    def current(self) -> ListRow | None:
        """The current row, or None."""
        row = self.current_row()
        return row if isinstance(row, ListRow) else None

    def is_current(self, index: Index) -> bool:
        return index.row() == self.currentIndex().row()

    def go_to(self, number: int) -> None:
        """Make a row current and show all of it."""
        index = self._comments.index(number, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def paragraph(self, row: ListRow) -> Paragraph:
        """The text of a row that is set large."""
        inner = _INDENT if row.is_inner else 0
        width = self.viewport().width() - _PAD - _RIGHT - inner
        words = fold_text(row.fold) if row.is_fold else row.fold.comments[0].text
        return Paragraph(words, "read", width)

    def sizeHintForColumn(self, column: int) -> int:
        return self.viewport().width()

    @Slot()
    def _fit_all(self) -> None:
        """Give every row its height: small, folded, or large for the current one."""
        self._large = self.currentIndex().row()
        for number in range(self._comments.rowCount()):
            self._fit(number)
        self._place_acts()

    @Slot()
    def _fit_moved(self) -> None:
        """Only two rows change their height: the one that was large, and the one that is."""
        before, self._large = self._large, self.currentIndex().row()
        for number in {before, self._large}:
            if 0 <= number < self._comments.rowCount():
                self._fit(number)
        self._place_acts()

    def _fit(self, number: int) -> None:
        height = self._height(number, is_large=number == self._large)
        if self.rowHeight(number) != height:
            self.setRowHeight(number, height)

    def _height(self, number: int, *, is_large: bool) -> int:
        row = self._comments.row_at(number)
        if not is_large:
            return scaled(_FOLD if row.is_fold else _SINGLE)
        acts = scaled(_ACTS) if row.may_be_marked else 4
        words = round(self.paragraph(row).height)
        return _TOP + line_height("meta") + 4 + words + 8 + acts

    @Slot()
    def _place_acts(self) -> None:
        row = self.current()
        if row is None:
            self.acts.hide()
            return
        self.acts.show_for(row)
        rect = self.visualRect(self.currentIndex())
        left = _PAD + (_INDENT if row.is_inner else 0)
        height = self.acts.sizeHint().height()
        top = rect.bottom() - scaled(12) - height
        self.acts.setGeometry(left, top, self.viewport().width() - left - _RIGHT, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_all()

    def viewportSizeHint(self) -> QSize:
        return QSize(400, 300)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
            return
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        row = self.current()
        if not plain or row is None or not self._on_plain_key(Qt.Key(event.key()), row):
            super().keyPressEvent(event)

    def _on_plain_key(self, key: Qt.Key, row: ListRow) -> bool:
        if key in _KEYS and row.may_be_marked:
            self.toned.emit(_KEYS[key])
        elif key == Qt.Key.Key_J and self.acts.inquiry.isEnabled() and row.may_be_marked:
            self.inquiry_asked.emit()
        elif key == Qt.Key.Key_Right and row.is_fold and not row.is_open:
            self._comments.set_open(row, True)
        elif key == Qt.Key.Key_Left and (row.is_open or row.is_inner):
            self._close_fold()
        else:
            return False
        return True

    def _close_fold(self) -> None:
        number = self._comments.fold_around(self.currentIndex().row())
        self.go_to(number)
        self._comments.set_open(self._comments.row_at(number), False)

    @Slot(object)
    def _on_toned(self, tone: Tone) -> None:
        self.setFocus()
        self.toned.emit(tone)

    @Slot()
    def _on_inquiry_asked(self) -> None:
        self.setFocus()
        self.inquiry_asked.emit()
