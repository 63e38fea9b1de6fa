"""Who else has this content open: told in a strip, asked again while it is shown."""

from concurrent.futures import Future
from uuid import uuid4

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.services import people
from app.services.contents import DRAFT_SUBJECT
from app.services.presence import Visit
from app.ui.bridge import OfficeBridge
from app.ui.calendar.composer.editing import Editing

_EVERY = 10_000  # ms


class Company(QObject):
    """Says that this person is here, and hears who else is."""

    found = Signal(object)  # the names of the others, a tuple

    def __init__(self, bridge: OfficeBridge, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._editing = bridge, editing
        self._window = uuid4().hex
        self._is_here = False
        self._others: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.come)

    @Slot()
    def come(self) -> None:
        """This content is shown: say so now, and again while it is."""
        office, key = self._bridge.office, self._editing.content_id
        actor, window = office.actor, self._window
        if actor is None or actor.id is None or not key:
            return
        person_id = actor.id
        self._is_here = True
        self._timer.start()

        def come() -> list[str]:
            row = office.read(people.person, person_id)
            name = row.addressed if row else actor.name
            others = office.presence.come(Visit(window, name, DRAFT_SUBJECT, key))
            return [other for other in others if other != name]  # not oneself at another PC

        self._bridge.submit(come, lambda done: self._land(key, done))

    def leave(self) -> None:
        """It is shown no more."""
        self._timer.stop()
        self._others = ()
        if self._is_here:
            self._is_here = False
            presence, window = self._bridge.office.presence, self._window
            self._bridge.submit(lambda: presence.leave(window), lambda _done: None)

    def _land(self, key: int, done: "Future[object]") -> None:
        is_current = shiboken6.isValid(self) and self._is_here
        if is_current and key == self._editing.content_id and done.exception() is None:
            names = done.result()
            others = tuple(names) if isinstance(names, list) else ()
            if others != self._others:
                self._others = others
                self.found.emit(others)
