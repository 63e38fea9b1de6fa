"""A grid of pictures with two lines of words below each; painted, no widget per tile.

The grid asks `picture(key)` for what it is about to paint: a pixmap, the name of an icon that
stands for a picture that there is not, or None while it is on its way (then `repaint_tiles`).
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QObject,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QWidget,
)

from app.ui.theme import (
    scaled,
)
from app.ui.widgets.grounds import set_ground
from app.ui.widgets.naming import named
from app.ui.widgets.tables import ROOT, Index, KeyRole, RowRole
from app.ui.widgets.tile_painter import (
    TILE_HEIGHT,
    TILE_WIDTH,
    Picture,
    Tile,
    TilePainter,
    TileRole,
)


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
        self.setItemDelegate(TilePainter(picture, self))
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
        """As many columns as there is room for beside a scroll bar, sharing what is left over."""
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 1
        columns = max(1, room // scaled(TILE_WIDTH))
        size = QSize(room // columns, scaled(TILE_HEIGHT))
        if size != self.gridSize():
            self.setGridSize(size)
