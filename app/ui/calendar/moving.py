"""Moving contents from day to day, by mouse or keys, and back again."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.services import contents
from app.services.calendar import Tile, TrayRow
from app.services.contents import Moved
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.calendar.move_dialog import MoveDialog
from app.ui.calendar.words import moved_text
from app.ui.widgets import Telling


class _Load(NamedTuple):
    """What is moved: key, version and title of a content."""

    content_id: int
    version: int
    title: str


class Moving(ActRunner):
    """One move at a time; each is told in a toast that can undo it."""

    told = Signal(object)  # a Telling
    arrived = Signal(object)  # the date that it has now; not for what lost its date

    def __init__(self, bridge: OfficeBridge, over: QWidget) -> None:
        super().__init__(bridge, over)
        self._over = over
        self._then: Callable[[Moved], None] = lambda _moved: None
        self.done.connect(self._on_done)

    @Slot(object, object)
    def move_tile(self, tile: Tile, to_on: date) -> None:
        self._move(_Load(tile.content_id, tile.version, tile.title), tile.day, to_on)

    def move_idea(self, row: TrayRow, to_on: date) -> None:
        """Give an idea of the tray its day."""
        self._move(_Load(row.content_id, row.version, row.title), None, to_on)

    def ask_tile(self, tile: Tile) -> None:
        """Ask for the day with the keyboard."""
        dialog = MoveDialog(tile.title, tile.day, self._over)
        dialog.chosen.connect(lambda day: self.move_tile(tile, day))
        dialog.open()

    def ask_idea(self, row: TrayRow, near: date) -> None:
        """The same for an idea of the tray; `near` is proposed."""
        dialog = MoveDialog(row.title, near, self._over)
        dialog.chosen.connect(lambda day: self.move_idea(row, day))
        dialog.open()

    def _move(
        self, load: _Load, from_on: date | None, to_on: date | None, *, is_undo: bool = False
    ) -> None:
        def tell(moved: Moved) -> None:
            if to_on is not None:
                self.arrived.emit(to_on)
            words = moved_text(load.title, from_on, to_on, approval_is_void=moved.approval_is_void)
            undo = None if is_undo else (lambda: back(moved))
            self.told.emit(Telling(words, undo, "calendar-days"))

        def back(moved: Moved) -> None:
            self._move(load._replace(version=moved.version), to_on, from_on, is_undo=True)

        if self.run(contents.move, load.content_id, load.version, from_on, to_on):
            self._then = tell

    @Slot(object)
    def _on_done(self, moved: Moved) -> None:
        self._then(moved)
