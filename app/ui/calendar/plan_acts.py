"""What a person does with what is current in the plan: open, move, collect."""

from datetime import date

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.language import _
from app.services.calendar import Tile, TrayRow
from app.ui.bridge import OfficeBridge
from app.ui.calendar.material_dialog import MaterialDialog, holds_material
from app.ui.calendar.moving import Moving
from app.ui.calendar.tile_view import Target
from app.ui.calendar.tray import TrayPane
from app.ui.calendar.views import PlanViews
from app.ui.widgets import Telling


class PlanActs(QObject):
    """Wires views and tray to the acts; who may not write only opens."""

    opened = Signal(object, object)  # key of a content or None, and the day of a new one or None
    told = Signal(object)  # a Telling
    failed = Signal(Exception)

    def __init__(
        self,
        bridge: OfficeBridge,
        over: QWidget,
        views: PlanViews,
        tray: TrayPane,
        *,
        may_write: bool,
    ) -> None:
        super().__init__(over)
        self._bridge, self._over, self._may_write = bridge, over, may_write
        self._views, self._tray = views, tray
        self._moving = Moving(bridge, over)
        self._moving.told.connect(self.told)
        self._moving.failed.connect(self.failed)
        self._moving.arrived.connect(views.set_current_quietly)
        self._moving.cancelled.connect(views.refresh)
        views.opened.connect(self._on_tile_opened)
        views.day_opened.connect(self._on_day_opened)
        views.move_asked.connect(self._moving.move_tile)
        views.hour_asked.connect(self._moving.move_to_hour)
        views.dropped.connect(self._on_dropped)
        tray.opened.connect(self._on_idea_opened)
        tray.material_dropped.connect(self.collect)

    @Slot(object)
    def _on_tile_opened(self, tile: Tile) -> None:
        self.opened.emit(tile.content_id, None)

    @Slot(object)
    def _on_idea_opened(self, row: TrayRow) -> None:
        self.opened.emit(row.content_id, None)

    @Slot(object)
    def _on_day_opened(self, day: date) -> None:
        if self._may_write:
            self.opened.emit(None, day)

    @Slot(int, object)
    def _on_dropped(self, content_id: int, target: Target) -> None:
        row = self._tray.model.row_of(content_id)
        if row is not None:
            self._moving.move_idea(row, target)

    @Slot()
    def ask_where_to(self) -> None:
        """M: what is marked, else the content that is current in the list with the focus."""
        if not self._may_write:
            return
        idea = self._tray.list.current_row() if self._tray.list.hasFocus() else None
        tile, marked = self._views.current_tile(), self._views.marked()
        if idea is not None:
            self._moving.ask_idea(idea, self._views.current_day())
        elif marked:
            self._moving.ask_many(marked)
        elif tile is not None and tile.is_movable:
            self._moving.ask_tile(tile)

    @Slot()
    def paste(self) -> None:
        """Ctrl+V: what was copied in WhatsApp becomes an idea."""
        mime = QGuiApplication.clipboard().mimeData()
        if holds_material(mime):
            self.collect(mime)

    @Slot()
    @Slot(object)
    def collect(self, mime: QMimeData | None = None) -> None:
        """Make an idea of material, of this or of what is pasted then."""
        if not self._may_write:
            return
        dialog = MaterialDialog(self._bridge, self._over, mime)
        dialog.collected.connect(self._on_collected)
        dialog.open()

    @Slot(str)
    def _on_collected(self, title: str) -> None:
        words = _("“%(title)s” is collected; it has no date yet.") % {"title": title}
        self.told.emit(Telling(words, None, "inbox"))
