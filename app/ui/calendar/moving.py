"""Moving contents, by mouse or keys, and back again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _, wib
from app.services import calendar_moving, contents
from app.services.calendar import Tile, TrayRow
from app.services.calendar_moving import NOWHERE, DayStep, Fate, ManyMoved, Place
from app.services.contents import Moved
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.calendar.move_dialog import MoveDialog
from app.ui.calendar.move_many_dialog import MoveManyDialog, Shift
from app.ui.calendar.tile_view import Target
from app.ui.calendar.words import moved_many_text, moved_text, moved_to_hour_text
from app.ui.widgets import Telling, ask


@dataclass(frozen=True, slots=True)
class _Load:
    """What is moved: key, version and title of a content, and where it is."""

    content_id: int
    version: int
    title: str
    place: Place


def _load_of(tile: Tile) -> _Load:
    return _Load(tile.content_id, tile.version, tile.title, Place(tile.day, tile.at))


class Moving(QObject):
    """One move at a time; each is told in a toast that can undo it.

    Where the agency's policy makes moving void an approval, the person is asked before.
    """

    told = Signal(object)  # a Telling
    arrived = Signal(object)  # the date that it has now; not for what lost its date
    failed = Signal(Exception)
    cancelled = Signal()  # the person was asked, and does not want it

    def __init__(self, bridge: OfficeBridge, over: QWidget) -> None:
        super().__init__(over)
        self._office, self._over = bridge.office, over
        self._acts = ActRunner(bridge, self)
        self._fates = QueryRunner(bridge, self)
        self._then: Callable[[object], None] = lambda _result: None
        self._with_fate: Callable[[Fate], None] = lambda _fate: None
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self.failed)
        self._fates.answered.connect(self._on_fate)
        self._fates.failed.connect(self.failed)

    # One content

    @Slot(object, object)
    def move_tile(self, tile: Tile, to_on: date) -> None:
        self._ask_before(_load_of(tile), lambda load: self._move(load, tile.day, to_on))

    @Slot(object, object)
    def move_to_hour(self, tile: Tile, to_at: datetime) -> None:
        target = Place(wib(to_at).date(), to_at)
        self._ask_before(_load_of(tile), lambda load: self._place(load, load.place, target))

    def move_idea(self, row: TrayRow, target: Target) -> None:
        """Give an idea of the tray its day, and its hour if it was let go on one."""
        load = _Load(row.content_id, row.version, row.title, NOWHERE)
        if target.at is not None:
            place = Place(target.day, target.at)
            self._ask_before(load, lambda load: self._place(load, NOWHERE, place))
        else:
            self._ask_before(load, lambda load: self._move(load, None, target.day))

    def ask_tile(self, tile: Tile) -> None:
        """Ask for the day with the keyboard."""
        dialog = MoveDialog(tile.title, tile.day, self._over)
        dialog.chosen.connect(lambda day: self.move_tile(tile, day))
        dialog.open()

    def ask_idea(self, row: TrayRow, near: date) -> None:
        """The same for an idea of the tray; `near` is proposed."""
        dialog = MoveDialog(row.title, near, self._over)
        load = _Load(row.content_id, row.version, row.title, NOWHERE)
        dialog.chosen.connect(
            lambda day: self._ask_before(load, lambda load: self._move(load, None, day))
        )
        dialog.open()

    def _ask_before(self, load: _Load, then: Callable[[_Load], None]) -> None:
        """Move at once, unless an approval would fall by it."""

        def judge(fate: Fate) -> None:
            if not fate.falling:
                then(load)
                return
            question = ask(
                self._over,
                "calendar.void",
                _("Move “%(title)s” although it is approved?") % {"title": load.title},
                _("Its approval will be void by the agency's policy; it has to be asked for anew."),
                _("&Move"),
                lambda: then(load),
                icon="triangle-alert",
            )
            question.rejected.connect(self.cancelled)

        self._ask_fate([load.content_id], judge)

    def _ask_fate(self, keys: Sequence[int], then: Callable[[Fate], None]) -> None:
        self._with_fate = then
        self._fates.run(calendar_moving.fate_of, tuple(keys), self._office.now())

    @Slot(object)
    def _on_fate(self, fate: Fate) -> None:
        self._with_fate(fate)

    def _move(
        self, load: _Load, from_on: date | None, to_on: date | None, *, is_undo: bool = False
    ) -> None:
        def tell(moved: object) -> None:
            if not isinstance(moved, Moved):
                return
            if to_on is not None:
                self.arrived.emit(to_on)
            words = moved_text(load.title, from_on, to_on, approval_is_void=moved.approval_is_void)
            here = _Load(load.content_id, moved.version, load.title, Place(to_on))
            undo = None if is_undo else (lambda: self._move(here, to_on, from_on, is_undo=True))
            self.told.emit(Telling(words, undo, "calendar-days"))

        if self._acts.run(contents.move, load.content_id, load.version, from_on, to_on):
            self._then = tell

    def _place(self, load: _Load, origin: Place, target: Place, *, is_undo: bool = False) -> None:
        def tell(moved: object) -> None:
            if not isinstance(moved, Moved):
                return
            if target.on is not None:
                self.arrived.emit(target.on)
            words = moved_to_hour_text(
                load.title, target.at, target.on, approval_is_void=moved.approval_is_void
            )
            here = _Load(load.content_id, moved.version, load.title, target)
            undo = None if is_undo else (lambda: self._place(here, target, origin, is_undo=True))
            self.told.emit(Telling(words, undo, "calendar-days"))

        act = calendar_moving.move_to
        if self._acts.run(act, load.content_id, load.version, origin, target):
            self._then = tell

    # Many contents

    def ask_many(self, tiles: Sequence[Tile]) -> None:
        """Say how many are moved and what becomes of them, then ask by how much or whereto."""
        movable = [tile for tile in tiles if tile.is_movable]

        def show(fate: Fate) -> None:
            dialog = MoveManyDialog(tiles, fate, self._over)
            going = [tile for tile in movable if tile.content_id not in fate.staying]
            dialog.chosen.connect(lambda shift: self._move_many(going, shift))
            dialog.open()

        self._ask_fate([tile.content_id for tile in movable], show)

    def _move_many(self, tiles: Sequence[Tile], shift: Shift) -> None:
        steps = tuple(
            DayStep(tile.content_id, tile.version, tile.day, shift.of(tile.day))
            for tile in tiles
            if shift.of(tile.day) != tile.day
        )

        def tell(moved: object) -> None:
            if isinstance(moved, ManyMoved):
                count = len(moved.back)
                words = moved_many_text(count, moved.fallen)
                self.told.emit(Telling(words, lambda: self._put_back(moved), "calendar-days"))

        if steps and self._acts.run(calendar_moving.move_many, steps):
            self._then = tell

    def _put_back(self, moved: ManyMoved) -> None:
        def tell(_nothing: object) -> None:
            self.told.emit(Telling(_("All are back where they were."), None, "calendar-days"))

        if self._acts.run(calendar_moving.put_back, moved.back):
            self._then = tell

    @Slot(object)
    def _on_done(self, result: object) -> None:
        self._then(result)
