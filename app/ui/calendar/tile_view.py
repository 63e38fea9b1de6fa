"""What month, week and board share: a current day and tile, keys, dragging, dropping, tips."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from app.services.calendar import Tile
from app.ui.calendar.month_paint import paint_drop, paint_ring, paint_tile
from app.ui.calendar.month_plan import PlacedTile
from app.ui.calendar.painted import PaintedView
from app.ui.calendar.words import tile_tip
from app.ui.theme import colours
from app.ui.widgets import named, tip_text

TRAY_FORMAT = "application/x-kohkol-undated"
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_LOOK_CHANGES = (
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.DevicePixelRatioChange,
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where something may be let go: its room, the day, and the moment if the view knows hours."""

    rect: QRectF
    day: date
    at: datetime | None = None


class TileView(PaintedView):
    """Shows tiles by day. A day is current, and in it a tile, or none."""

    opened = Signal(object)  # a Tile
    day_opened = Signal(object)  # the date of an empty spot
    more_asked = Signal(object)  # the Tiles behind the "+2" that was pressed
    move_asked = Signal(object, object)  # a Tile and the date to move it to
    hour_asked = Signal(object, object)  # a Tile and the moment to move it to
    dropped = Signal(int, object)  # key of an undated content, and the Target it was let go on
    page_asked = Signal(int)  # pages to turn: -1, 1
    day_left = Signal(object)  # a date outside this page: show the page with it

    alt_days = (-1, 1, -7, 7)  # what Alt with ← → ↑ ↓ moves a tile by

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self._tiles: tuple[Tile, ...] = ()
        self._today = self._day = date(2026, 1, 1)
        self._tile: Tile | None = None
        self._may_move = False
        self._pressed: tuple[QPointF, PlacedTile] | None = None
        self._dragged: PlacedTile | None = None
        self._drag_at = QPointF()
        self._target: Target | None = None
        self._picture: QPixmap | None = None
        self.setProperty("ring", "own")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # What each view decides

    def shows(self, day: date) -> bool:
        """Whether this page shows the day."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """Work out where everything lies, in the size that the view has now."""
        raise NotImplementedError

    def tile_at(self, point: QPointF) -> PlacedTile | None:
        raise NotImplementedError

    def hidden_at(self, point: QPointF) -> Sequence[Tile]:
        """The tiles that the "+2" at this point stands for."""
        raise NotImplementedError

    def target_at(self, point: QPointF) -> Target | None:
        """Where something is let go at this point; what is dragged is asked of `dragged_by`."""
        raise NotImplementedError

    def current_rect(self) -> QRectF | None:
        """The room of what is current; None if it is out of sight."""
        raise NotImplementedError

    def paint_page(self, painter: QPainter) -> None:
        """Grounds, days and tiles; what moves is painted over it."""
        raise NotImplementedError

    def on_plain_key(self, key: Qt.Key) -> bool:
        """Do what the key means here; False if it means nothing."""
        raise NotImplementedError

    # What is shown

    def set_may_move(self, may_move: bool) -> None:
        """Whether the person may move tiles at all."""
        self._may_move = may_move

    def current_day(self) -> date:
        return self._day

    def current_tile(self) -> Tile | None:
        return self._tile

    def set_current(self, day: date, tile: Tile | None = None) -> None:
        """Make a day current; where another page shows it, that page is asked for."""
        self._day, self._tile = day, tile
        if not self.shows(day):
            self.day_left.emit(day)
        self.tell_current()
        self.update()

    def set_current_quietly(self, day: date) -> None:
        """Make a day current whose page is about to be shown."""
        self._day = day
        self.update()

    def adopt(self, day: date, tile: Tile | None) -> None:
        """Make current what was so in another view; its page is about to be shown."""
        self._day, self._tile = day, tile
        self.update()

    def take_tiles(self, tiles: Sequence[Tile], today: date) -> None:
        """Show these; what was current stays so, if it is still there."""
        self._tiles, self._today = tuple(tiles), today
        self.refresh()
        if self._tile is not None:
            kept = (self._tile.content_id, self._tile.platforms)
            again = [tile for tile in tiles if (tile.content_id, tile.platforms) == kept]
            nearest = sorted(again, key=lambda tile: abs(tile.day - self._day))
            self._tile = nearest[0] if nearest else None
            self._day = self._tile.day if self._tile else self._day
        self.tell_current()
        self.update()

    def tiles_of(self, day: date) -> list[Tile]:
        return [tile for tile in self._tiles if tile.day == day]

    def refresh(self) -> None:
        """Lay out and paint anew."""
        self._picture = None
        self.forget_groups()
        self.lay_out()
        self.update()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._page_picture())
        if self._target is not None:
            paint_drop(painter, self._target.rect, look)
        ring = self.current_rect() if self.hasFocus() else None
        if ring is not None:
            paint_ring(painter, ring, look)
        if self._dragged is not None:
            rect = self._dragged.rect.translated(self.dragged_by())
            painter.setOpacity(0.85)
            paint_tile(painter, PlacedTile(self._dragged.tile, rect, self._dragged.is_tall), look)

    def _page_picture(self) -> QPixmap:
        """Days and tiles, drawn once: a full month takes 30 ms, too long for a step of a drag."""
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            painter = QPainter(self._picture)
            self.paint_page(painter)
            painter.end()
        return self._picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOK_CHANGES:
            self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.tell_current()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.tip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip_text(words) if words else "", self)
            return True
        return super().event(event)

    def tip_at(self, point: QPointF) -> str:
        """What a tooltip says there."""
        placed = self.tile_at(point)
        return tile_tip(placed.tile) if placed else ""

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _ARROWS:
            self._ask_move(self._day + timedelta(days=self.alt_days[_ARROWS.index(key)]))
        elif modifiers or not (self._on_common_key(key) or self.on_plain_key(key)):
            super().keyPressEvent(event)

    def _on_common_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.page_asked.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self.go_to(self._day - timedelta(days=self._day.weekday()))
        elif key == Qt.Key.Key_End:
            self.go_to(self._day + timedelta(days=6 - self._day.weekday()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
        else:
            return False
        return True

    def go_to(self, day: date) -> None:
        """To the first tile of a day."""
        tiles = self.tiles_of(day)
        self.set_current(day, tiles[0] if tiles else None)

    def step_tile(self, step: int, days: int) -> None:
        """To the next tile of the day, and from its last one `days` further."""
        tiles = self.tiles_of(self._day)
        at = tiles.index(self._tile) if self._tile in tiles else -1
        if at >= 0 and 0 <= at + step < len(tiles):
            self.set_current(self._day, tiles[at + step])
            return
        if not days:
            return
        day = self._day + timedelta(days=days)
        there = self.tiles_of(day)
        self.set_current(day, there[0 if step > 0 else -1] if there else None)

    def _open_current(self) -> None:
        if self._tile is not None:
            self.opened.emit(self._tile)
        else:
            self.day_opened.emit(self._day)

    def movable_tile(self) -> Tile | None:
        """The current tile, if this person may move it."""
        tile = self._tile
        return tile if self._may_move and tile is not None and tile.is_movable else None

    def _ask_move(self, to_on: date) -> None:
        if (tile := self.movable_tile()) is not None:
            self.move_asked.emit(tile, to_on)

    # The mouse

    def dragged_by(self) -> QPointF:
        """How far the mouse has dragged a tile; nothing while none is dragged."""
        if self._dragged is None or self._pressed is None:
            return QPointF()
        return self._drag_at - self._pressed[0]

    def dragged_tile(self) -> PlacedTile | None:
        return self._dragged

    def press_on(self, point: QPointF) -> None:
        """Make current what lies at this point."""
        placed, target = self.tile_at(point), self.target_at(point)
        if target is not None:
            self.set_current(target.day, placed.tile if placed else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if event.button() != Qt.MouseButton.LeftButton or self.target_at(point) is None:
            return
        placed, hidden = self.tile_at(point), self.hidden_at(point)
        self._pressed = (point, placed) if placed else None
        if placed is None and hidden:
            self.more_asked.emit(tuple(hidden))
            return
        self.press_on(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self.tile_at(event.position())
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        origin, placed = self._pressed
        far = (event.position() - origin).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged is None and far and self._may_move and placed.tile.is_movable:
            self._dragged = placed
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragged is not None:
            self._drag_at = event.position()
            self._target = self.target_at(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag_at = event.position()
        dragged, target = self._dragged, self.target_at(event.position())
        self._end_drag()
        if dragged is None or target is None:
            return
        if target.at is not None and target.at != dragged.tile.at:
            self.hour_asked.emit(dragged.tile, target.at)
        elif target.day != dragged.tile.day:
            self.move_asked.emit(dragged.tile, target.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._end_drag()
        placed, target = self.tile_at(event.position()), self.target_at(event.position())
        if placed is not None:
            self.opened.emit(placed.tile)
        elif target is not None:
            self.day_opened.emit(target.day)

    def _end_drag(self) -> None:
        self._pressed = self._dragged = self._target = None
        self.unsetCursor()
        self.update()

    # Ideas from the tray

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._may_move and event.mimeData().hasFormat(TRAY_FORMAT):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._target = self.target_at(event.position())
        event.setAccepted(self._target is not None)
        self.update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        target = self.target_at(event.position())
        self._end_drag()
        if target is not None:
            event.acceptProposedAction()
            carried = event.mimeData().data(TRAY_FORMAT).data()
            self.dropped.emit(int(bytes(carried)), target)
