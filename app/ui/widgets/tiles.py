"""A grid of pictures with two lines of words below each; painted, no widget per tile.

The grid asks `picture(key)` for what it is about to paint: a pixmap, the name of an icon that
stands for a picture that there is not, or None while it is on its way (then `repaint_tiles`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.theme import (
    Colours,
    colours,
    font,
    paint_frame,
    paint_icon,
    paint_text,
    scaled,
    text_width,
    tokens,
)
from app.ui.widgets.grounds import set_ground
from app.ui.widgets.naming import named
from app.ui.widgets.tables import ROOT, Index, KeyRole, RowRole

Picture = QPixmap | str | None

TileRole = Qt.ItemDataRole.UserRole + 20
_TILE_WIDTH = 160  # the least; tiles share what is left over
_PICTURE_HEIGHT = 112
_PAD = 6
_LINES = (20, 17)
_BADGE_PAD = 6
_WIDEST_CROP = 2.6  # beyond this shape a picture is shown whole rather than cut
_TILE_HEIGHT = _PICTURE_HEIGHT + sum(_LINES) + 3 * _PAD


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile: what tells it from others, what its picture is asked by, and its words."""

    key: object
    picture: str
    title: str
    note: str = ""
    sign: tuple[str, str] | None = None  # icon and ink before the note
    count: str = ""  # at the right end of the note, behind a link
    badge: str = ""  # on the picture: how long a video is
    is_whole: bool = False  # never cut: it is transparent
    spoken: str = ""
    row: object = None  # the frozen row behind it


class TileModel(QAbstractListModel):
    """Tiles as Qt sees them; more come when the person scrolls to the end."""

    more_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tiles: list[Tile] = []
        self._has_more = False

    def replace(self, tiles: Sequence[Tile], *, has_more: bool) -> None:
        self.beginResetModel()
        self._tiles, self._has_more = list(tiles), has_more
        self.endResetModel()

    def append(self, tiles: Sequence[Tile], *, has_more: bool) -> None:
        first = len(self._tiles)
        self._has_more = has_more
        if tiles:
            self.beginInsertRows(ROOT, first, first + len(tiles) - 1)
            self._tiles += tiles
            self.endInsertRows()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._tiles)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more

    def fetchMore(self, _parent: Index) -> None:
        self._has_more = False  # asked once; the answer says whether there is still more
        self.more_wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        tile = self._tiles[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tile.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return tile.spoken or tile.title
            case _ if role == KeyRole:
                return tile.key
            case _ if role == RowRole:
                return tile.row
            case _ if role == TileRole:
                return tile
        return None


class TileGrid(QListView):
    """The grid. Arrow keys move, Enter opens; with `many`, Ctrl and Shift choose several."""

    moved = Signal(object)  # the row of the tile that is current now, or None
    opened = Signal(object)  # the row of the tile on which Enter or a double click came
    chosen = Signal()  # which tiles are chosen has changed

    def __init__(
        self,
        name: str,
        spoken: str,
        picture: Callable[[str], Picture],
        *,
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self.tiles = TileModel(self)
        self._kept: object = None
        self._kept_top = 0
        self.setModel(self.tiles)
        # After the view's own slots: those forget what was current.
        self.tiles.modelAboutToBeReset.connect(self._on_about_to_reset)
        self.tiles.modelReset.connect(self._on_reset)
        self.setItemDelegate(_TilePainter(picture, self))
        self._shape(many=many)
        self.doubleClicked.connect(self._on_double_clicked)

    def _shape(self, *, many: bool) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(500)
        self.setSelectionRectVisible(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(scaled(40))
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setMouseTracking(True)
        set_ground(self.viewport(), "window")

    def current_row(self) -> object:
        """The frozen row of the tile that is current, or None."""
        return self.currentIndex().data(RowRole)

    def chosen_rows(self) -> tuple[object, ...]:
        """The frozen rows of the tiles that are chosen, in the grid's order."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return tuple(index.data(RowRole) for index in indexes)

    def select_key(self, key: object, *, scroll: bool = True) -> bool:
        """Make the tile with this key current; False if it is not there."""
        for row in range(self.tiles.rowCount()):
            index = self.tiles.index(row, 0)
            if index.data(KeyRole) == key:
                self.setCurrentIndex(index)
                if scroll:
                    self.scrollTo(index)
                return True
        return False

    @Slot()
    def repaint_tiles(self) -> None:
        """A picture has come: paint again what is seen."""
        self.viewport().update()

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._kept = self.currentIndex().data(KeyRole)
        self._kept_top = self.verticalScrollBar().value()

    @Slot()
    def _on_reset(self) -> None:
        """The same tile is current again, at the same height of the grid."""
        if self._kept is None or not self.select_key(self._kept, scroll=False):
            self.moved.emit(None)
            return
        self.doItemsLayout()
        self.verticalScrollBar().setValue(self._kept_top)

    @Slot("QModelIndex")
    def _on_double_clicked(self, index: Index) -> None:
        self.opened.emit(index.data(RowRole))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit(current.data(RowRole) if current.isValid() else None)

    def selectionChanged(self, selected: object, deselected: object) -> None:
        super().selectionChanged(selected, deselected)  # type: ignore[arg-type]  # as Qt gives them
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.current_row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """As many columns as there is room for, sharing what is left over."""
        room = self.viewport().width() - 1
        columns = max(1, room // scaled(_TILE_WIDTH))
        size = QSize(room // columns, scaled(_TILE_HEIGHT))
        if size != self.gridSize():
            self.setGridSize(size)


class _TilePainter(QStyledItemDelegate):
    """Paints one tile: ground of the chosen one, picture, title, note."""

    def __init__(self, picture: Callable[[str], Picture], parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        view = option.widget
        return view.gridSize() if isinstance(view, TileGrid) else QSize(_TILE_WIDTH, _TILE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile = index.data(TileRole)
        look = colours(option.palette)
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        self._paint_ground(painter, rect, option, look)
        spot = rect.adjusted(_PAD, _PAD, -_PAD, 0)
        spot.setHeight(rect.height() - sum(map(scaled, _LINES)) - 3 * _PAD)
        self._paint_picture(painter, spot, tile, look)
        line = QRectF(spot.left(), spot.bottom() + _PAD, spot.width(), scaled(_LINES[0]))
        paint_text(painter, line, tile.title, "body", look.text)
        line = QRectF(line.left(), line.bottom(), line.width(), scaled(_LINES[1]))
        _paint_note(painter, line, tile, look)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, look: Colours
    ) -> None:
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if is_chosen:
            width = 2.0 if is_focused or option.widget.hasFocus() else 1.5
            paint_frame(
                painter, rect, tokens().radius["control"], look.selection, look.accent, width=width
            )
        elif is_focused:
            paint_frame(painter, rect, tokens().radius["control"], None, look.focus, width=2.0)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_frame(painter, rect, tokens().radius["control"], look.sunken)

    def _paint_picture(self, painter: QPainter, rect: QRectF, tile: Tile, look: Colours) -> None:
        radius = tokens().radius["small"]
        picture = self._picture(tile.picture)
        if isinstance(picture, QPixmap):
            paint_picture(painter, rect, picture, look, whole=tile.is_whole, radius=radius)
        else:
            paint_frame(painter, rect, radius, look.sunken, look.line)
            if picture:
                paint_icon(painter, rect, picture, look.text3, 20)
        if tile.badge:
            _paint_badge(painter, rect, tile.badge, look)


def paint_picture(
    painter: QPainter,
    rect: QRectF,
    picture: QPixmap,
    look: Colours,
    *,
    whole: bool,
    radius: float = 0,
) -> None:
    """A picture that fills `rect`, cut at its edges, or shown whole on a quiet ground."""
    width, height = picture.width(), picture.height()
    shape = width / max(height, 1)
    whole = whole or not 1 / _WIDEST_CROP < shape < _WIDEST_CROP
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    clip = QPainterPath()
    clip.addRoundedRect(rect, radius, radius)
    painter.setClipPath(clip)
    if whole:
        painter.fillRect(rect, look.sunken)
        share = min(rect.width() / width, rect.height() / height, 1.0)
        size = QPointF(width * share, height * share)
        corner = rect.center() - size / 2
        painter.drawPixmap(
            QRectF(corner.x(), corner.y(), size.x(), size.y()), picture, QRectF(picture.rect())
        )
    else:
        share = max(rect.width() / width, rect.height() / height)
        cut_width, cut_height = rect.width() / share, rect.height() / share
        # A little above the middle: that is where faces and titles are.
        source = QRectF((width - cut_width) / 2, (height - cut_height) * 0.4, cut_width, cut_height)
        painter.drawPixmap(rect, picture, source)
    painter.restore()


def _paint_badge(painter: QPainter, rect: QRectF, words: str, look: Colours) -> None:
    width = text_width(words, font("badge")) + 2 * _BADGE_PAD
    height = scaled(16)
    spot = QRectF(rect.right() - width - 4, rect.bottom() - height - 4, width, height)
    paint_frame(painter, spot, tokens().radius["small"], look.tooltip)
    paint_text(painter, spot, words, "badge", look.on_tooltip, Qt.AlignmentFlag.AlignHCenter)


def _paint_note(painter: QPainter, line: QRectF, tile: Tile, look: Colours) -> None:
    left, right = line.left(), line.right()
    if tile.sign is not None:
        icon, ink = tile.sign
        paint_icon(painter, QRectF(left, line.top(), 14, line.height()), icon, look.ink(ink), 14)
        left += 14 + 5
    if tile.count:
        width = text_width(tile.count, font("meta"))
        spot = QRectF(right - width, line.top(), width + 1, line.height())
        paint_text(painter, spot, tile.count, "meta", look.text2)
        right -= width + 4 + 12
        paint_icon(painter, QRectF(right, line.top(), 12, line.height()), "link", look.text2, 12)
        right -= 4
    paint_text(
        painter,
        QRectF(left, line.top(), right - left, line.height()),
        tile.note,
        "meta",
        look.text2,
    )
