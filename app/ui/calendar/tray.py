"""The tray at the right: ideas without a date, to drag onto a day or to move with M."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.language import _, number_text
from app.services.calendar import Tray, TrayRow
from app.ui.calendar.material_dialog import holds_material
from app.ui.calendar.tile_view import TRAY_FORMAT
from app.ui.theme import Paragraph, colours, paint_frame, paint_icon, scaled, tokens
from app.ui.widgets import (
    EmptyState,
    Label,
    RowRole,
    named,
    paint_chip,
    set_ground,
    state_chip,
)

Index = QModelIndex | QPersistentModelIndex
Picture = QPixmap | str | None
ROOT = QModelIndex()

WIDTH = 236
_CARD = 78
_GAP = 7
_PICTURE = 52
_GRIP = 26


class TrayModel(QAbstractListModel):
    """The tray's rows as Qt sees them; what is dragged carries the content's key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[TrayRow] = ()
        self.may_move = False

    def replace(self, rows: Sequence[TrayRow]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place_of(self, content_id: int) -> QModelIndex:
        """Where an idea lies in the list; invalid if it is not there any more."""
        for number, row in enumerate(self._rows):
            if row.content_id == content_id:
                return self.index(number, 0)
        return QModelIndex()

    def row_of(self, content_id: int) -> TrayRow | None:
        row = self.place_of(content_id).data(RowRole)
        return row if isinstance(row, TrayRow) else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.title}, {state_chip(row.state.group, row.state.name).text}"
        return row if role == RowRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        draggable = Qt.ItemFlag.ItemIsDragEnabled if self.may_move else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | draggable

    def mimeTypes(self) -> list[str]:
        return [TRAY_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        row: TrayRow = indexes[0].data(RowRole)
        carried.setData(TRAY_FORMAT, QByteArray(str(row.content_id).encode()))
        return carried


class _Card(QStyledItemDelegate):
    """Paints one idea as a card: grip, title, state, its first picture."""

    def __init__(self, picture: Callable[[str], Picture], parent: QWidget) -> None:
        super().__init__(parent)
        self._picture, self._over = picture, parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = colours(option.palette)
        row: TrayRow = index.data(RowRole)
        rect = QRectF(option.rect).adjusted(0, 0, -1, -scaled(_GAP))
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        is_focused = is_current and bool(option.state & QStyle.StateFlag.State_Active)
        edge = look.focus if is_focused and option.widget.hasFocus() else look.line
        width = tokens().size["focus"] if edge == look.focus else 1
        paint_frame(painter, rect, tokens().radius["card"], look.surface, edge, width)
        grip = QRectF(rect.left() + 4, rect.top() + 9, 18, 18)
        paint_icon(painter, grip, "grip-vertical", look.text3, 14)
        room = rect.width() - scaled(_GRIP) - 8
        if row.picture is not None:
            room -= scaled(_PICTURE) + 10
            self._paint_picture(painter, rect, row.picture)
        title = Paragraph(row.title, "strong", room, most=2)
        left = rect.left() + scaled(_GRIP)
        title.paint(painter, QPointF(left, rect.top() + 6), look.text)
        chip = state_chip(row.state.group, row.state.name)
        paint_chip(painter, QPointF(left, rect.bottom() - scaled(22) - 7), chip, look)

    def _paint_picture(self, painter: QPainter, card: QRectF, sha256: str) -> None:
        side = scaled(_PICTURE)
        spot = QRectF(card.right() - side - 9, card.top() + 9, side, side)
        picture = self._picture(sha256)
        look = colours(self._over.palette())
        paint_frame(painter, spot, tokens().radius["small"], look.sunken)
        if isinstance(picture, QPixmap) and not picture.isNull():
            painter.save()
            around = QPainterPath()
            around.addRoundedRect(spot, tokens().radius["small"], tokens().radius["small"])
            painter.setClipPath(around)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(spot, picture, _middle_square(picture))
            painter.restore()
        else:
            icon = picture if isinstance(picture, str) else "image"
            paint_icon(painter, spot, icon, look.text3, 20)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(WIDTH - 24, scaled(_CARD) + scaled(_GAP))


def _middle_square(picture: QPixmap) -> QRectF:
    side = min(picture.width(), picture.height())
    return QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)


class TrayList(QListView):
    """The list itself; Enter opens."""

    opened = Signal(object)  # a TrayRow

    def __init__(self, model: TrayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "calendar.tray", _("Without a date"))
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        set_ground(self.viewport(), "window")
        self.doubleClicked.connect(self._on_opened)

    def current_row(self) -> TrayRow | None:
        row = self.currentIndex().data(RowRole)
        return row if isinstance(row, TrayRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._on_opened()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_opened(self) -> None:
        if (row := self.current_row()) is not None:
            self.opened.emit(row)


class TrayPane(QWidget):
    """Heading with the count, the cards, a hint how to date them; `above` stands over all."""

    opened = Signal(object)  # a TrayRow
    material_dropped = Signal(object)  # QMimeData of a message or pictures, from elsewhere

    def __init__(
        self, picture: Callable[[str], Picture], above: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_ground(self, "window")
        self.setFixedWidth(scaled(WIDTH))
        self._above = above
        self.model = TrayModel(self)
        self.list = TrayList(self.model)
        self.list.setItemDelegate(_Card(picture, self.list))
        self.list.opened.connect(self.opened)
        self._count = Label("", "meta", "text2")
        self._hint = Label(
            _("Drag it onto a day, or select it and press M. Time and state stay as they are."),
            "meta",
            "text2",
            wrap=True,
        )
        self._empty = EmptyState(_("Every idea has a date"))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(Label(_("Without a date"), "heading"))
        head.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 11, 10)
        column.setSpacing(9)
        column.addWidget(self._above)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._hint)

    def show_tray(self, tray: Tray, *, may_move: bool) -> None:
        """Show these ideas; what was selected stays so."""
        current = self.list.current_row()
        self.model.may_move = may_move
        self.setAcceptDrops(may_move)
        self.model.replace(tray.rows)
        self._count.setText(number_text(tray.total) if tray.total else "")
        self.list.setVisible(bool(tray.rows))
        self._empty.setVisible(not tray.rows)
        self._hint.setVisible(bool(tray.rows) and may_move)
        if current is not None:
            self.list.setCurrentIndex(self.model.place_of(current.content_id))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        is_own = mime.hasFormat(TRAY_FORMAT)
        if self.acceptDrops() and not is_own and holds_material(mime):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.material_dropped.emit(event.mimeData())

    def repaint_pictures(self) -> None:
        self.list.viewport().update()
