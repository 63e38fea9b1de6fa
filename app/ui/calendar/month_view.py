"""The month: six weeks painted in one widget; worked by mouse and by keys alone."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
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

from app.language import _
from app.services.calendar import Tile, first_day_shown
from app.ui.calendar.month_paint import paint_drop, paint_month, paint_ring, paint_tile
from app.ui.calendar.month_plan import MonthPlan, PlacedDay, PlacedTile
from app.ui.calendar.words import tile_tip
from app.ui.theme import colours
from app.ui.widgets import named, tip_text

TRAY_FORMAT = "application/x-kohkol-undated"
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}

_LOOK_CHANGES = (
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.DevicePixelRatioChange,
)


class MonthView(QWidget):
    """Shows tiles by day. A day is current, and in it a tile, or none."""

    opened = Signal(object)  # a Tile
    day_opened = Signal(object)  # the date of an empty spot
    more_asked = Signal(object)  # the PlacedDay whose "+2" was pressed
    move_asked = Signal(object, object)  # a Tile and the date to move it to
    dropped = Signal(int, object)  # key of an undated content, and the date it was let go on
    page_asked = Signal(int)  # months to turn: -1, 1
    day_left = Signal(object)  # a date outside this page: show its month

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "calendar.month", _("Month"))
        self._tiles: tuple[Tile, ...] = ()
        self._month = 1
        self._today = self._day = date(2026, 1, 1)
        self._tile: Tile | None = None
        self._may_move = False
        self._pressed: tuple[QPointF, PlacedTile] | None = None
        self._dragged: PlacedTile | None = None
        self._drag_at = QPointF()
        self._drop_on: PlacedDay | None = None
        self._first = first_day_shown(2026, 1)
        self._picture: QPixmap | None = None
        self._lay_out()
        self.setProperty("ring", "own")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(560, 320))

    # What is shown

    @property
    def plan(self) -> MonthPlan:
        """Where everything lies now."""
        return self._plan

    def show_month(self, month: date, tiles: Sequence[Tile], today: date) -> None:
        """Show the page of this month; what was current stays so, if it is still there."""
        self._month, self._today, self._tiles = month.month, today, tuple(tiles)
        self._first = first_day_shown(month.year, month.month)
        self._lay_out()
        if self._tile is not None:
            kept = (self._tile.content_id, self._tile.platforms)
            again = [tile for tile in tiles if (tile.content_id, tile.platforms) == kept]
            nearest = sorted(again, key=lambda tile: abs(tile.day - self._day))
            self._tile = nearest[0] if nearest else None
            self._day = self._tile.day if self._tile else self._day
        self._tell_current()
        self.update()

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
        if self._plan.of(day) is None:
            self.day_left.emit(day)
        self._tell_current()
        self.update()

    def set_current_quietly(self, day: date) -> None:
        """Make a day current whose month is about to be shown."""
        self._day = day
        self.update()

    def _lay_out(self) -> None:
        self._picture = None
        self._plan = MonthPlan(self._first, self._tiles, QSizeF(self.size()))

    def _tell_current(self) -> None:
        """A screen reader says what has become current."""
        if QAccessible.isActive() and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Focus))

    def _tiles_of(self, day: date) -> list[Tile]:
        return [tile for tile in self._tiles if tile.day == day]

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture_of_month())
        if self._drop_on is not None:
            paint_drop(painter, self._drop_on, look)
        self._paint_current(painter)
        if self._dragged is not None and self._pressed is not None:
            rect = self._dragged.rect.translated(self._drag_at - self._pressed[0])
            painter.setOpacity(0.85)
            paint_tile(painter, PlacedTile(self._dragged.tile, rect, self._dragged.is_tall), look)

    def _picture_of_month(self) -> QPixmap:
        """Days and tiles, drawn once: a full month takes 30 ms, too long for a step of a drag."""
        if self._picture is None:
            look = colours(self.palette())
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            painter = QPainter(self._picture)
            paint_month(painter, self._plan, self._month, self._today, look)
            for placed in self._plan.days:
                for tile in placed.tiles:
                    paint_tile(painter, tile, look)
            painter.end()
        return self._picture

    def _paint_current(self, painter: QPainter) -> None:
        placed = self._plan.of(self._day)
        if placed is None or not self.hasFocus():
            return
        paint_ring(painter, self._current_rect(placed), colours(self.palette()))

    def _current_rect(self, placed: PlacedDay) -> QRectF:
        """The current tile's room; of one that does not fit the row with "+2", else the day's."""
        if self._tile is None:
            return placed.rect.adjusted(2, 2, -3, -3)
        shown = [tile.rect for tile in placed.tiles if tile.tile == self._tile]
        return shown[0] if shown else placed.number_rect.adjusted(3, 3, -4, -2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOK_CHANGES:
            self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_current()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            placed = self._plan.tile_at(QPointF(event.pos()))
            words = tip_text(tile_tip(placed.tile)) if placed else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self._ask_move(self._day + timedelta(days=_STEPS[key]))
        elif modifiers or not self._on_plain_key(key):
            super().keyPressEvent(event)

    def _on_plain_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go_to(self._day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step_tile(_STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.page_asked.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self._go_to(self._day - timedelta(days=self._day.weekday()))
        elif key == Qt.Key.Key_End:
            self._go_to(self._day + timedelta(days=6 - self._day.weekday()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
        else:
            return False
        return True

    def _go_to(self, day: date) -> None:
        tiles = self._tiles_of(day)
        self.set_current(day, tiles[0] if tiles else None)

    def _step_tile(self, days: int) -> None:
        """To the next tile of the day, and from its last one to the next week."""
        tiles = self._tiles_of(self._day)
        at = tiles.index(self._tile) if self._tile in tiles else -1
        following = at + (1 if days > 0 else -1)
        if at >= 0 and 0 <= following < len(tiles):
            self.set_current(self._day, tiles[following])
            return
        day = self._day + timedelta(days=days)
        there = self._tiles_of(day)
        self.set_current(day, there[0 if days > 0 else -1] if there else None)

    def _open_current(self) -> None:
        if self._tile is not None:
            self.opened.emit(self._tile)
        else:
            self.day_opened.emit(self._day)

    def _ask_move(self, to_on: date) -> None:
        if self._may_move and self._tile is not None and self._tile.is_movable:
            self.move_asked.emit(self._tile, to_on)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        placed, day = self._plan.tile_at(point), self._plan.day_at(point)
        if event.button() != Qt.MouseButton.LeftButton or day is None:
            return
        self._pressed = (point, placed) if placed else None
        if placed is None and day.hidden and day.number_rect.contains(point):
            self.more_asked.emit(day)
            return
        self.set_current(day.day, placed.tile if placed else None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self._plan.tile_at(event.position())
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
            self._drop_on = self._plan.day_at(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, target = self._dragged, self._plan.day_at(event.position())
        self._end_drag()
        if dragged is not None and target is not None and target.day != dragged.tile.day:
            self.move_asked.emit(dragged.tile, target.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._end_drag()
        placed, day = self._plan.tile_at(event.position()), self._plan.day_at(event.position())
        if placed is not None:
            self.opened.emit(placed.tile)
        elif day is not None:
            self.day_opened.emit(day.day)

    def _end_drag(self) -> None:
        self._pressed = self._dragged = self._drop_on = None
        self.unsetCursor()
        self.update()

    # Ideas from the tray

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._may_move and event.mimeData().hasFormat(TRAY_FORMAT):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drop_on = self._plan.day_at(event.position())
        event.setAccepted(self._drop_on is not None)
        self.update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        day = self._plan.day_at(event.position())
        self._end_drag()
        if day is not None:
            event.acceptProposedAction()
            carried = event.mimeData().data(TRAY_FORMAT).data()
            self.dropped.emit(int(bytes(carried)), day.day)
