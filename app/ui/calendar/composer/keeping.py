"""What is typed is kept as this person's draft a moment later: no audit, nobody is told."""

from collections.abc import Callable
from datetime import datetime

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.language import _, time_text
from app.services import approvals
from app.services.contents import DRAFT_SUBJECT, draft_body
from app.ui.bridge import OfficeBridge
from app.ui.calendar.composer.allowed import may_edit
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.turns import Turns

_PAUSE = 1200  # ms without typing before the draft is kept


class DraftKeeping(QObject):
    """Keeps the draft of what is being edited, and says in one note how safe that is."""

    noted = Signal()  # the note has changed
    changed = Signal()  # a draft was kept or let go
    failed = Signal(Exception)

    def __init__(
        self, bridge: OfficeBridge, editing: Editing, turns: Turns, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._office, self._editing = bridge, bridge.office, editing
        self._turns = turns
        self._has_draft = False
        self._kept_at: datetime | None = None
        self._saved_at: datetime | None = None
        self._turn = 0  # tells an answer about an earlier content from one about this
        self._said = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.keep)

    def begin(self, *, kept_at: datetime | None = None) -> None:
        """Another content, or another state of it, is edited now; `kept_at` of its draft."""
        self._pause.stop()
        self._turn += 1
        self._has_draft = kept_at is not None
        self._kept_at, self._saved_at = kept_at, None
        self._note_anew()

    @property
    def note(self) -> str:
        """`tersimpan 09.41`, `belum disimpan` or that it is kept as a draft; never two of them."""
        if self._editing.is_dirty:
            if self._kept_at is None:
                return _("not saved yet")
            return _("kept as your draft, %(time)s") % {"time": time_text(self._kept_at)}
        if self._saved_at is not None:
            return _("saved %(time)s") % {"time": time_text(self._saved_at)}
        return ""

    def _note_anew(self) -> None:
        if self.note != self._said:
            self._said = self.note
            self.noted.emit()

    def note_typing(self) -> None:
        """Something was typed: keep it once the person pauses."""
        self._pause.start()
        self._note_anew()

    def note_saved(self) -> None:
        """The form was stored, and its draft is gone with that; what was typed since is kept."""
        self.begin()
        self._saved_at = self._office.now()
        self._note_anew()
        if self._editing.is_dirty:
            self.note_typing()
        self.changed.emit()

    def stop(self) -> None:
        """An act is about to store it all."""
        self._pause.stop()

    def keep_now(self) -> None:
        """Keep what waits to be kept: the page is about to be hidden."""
        if self._pause.isActive():
            self.keep()

    @Slot()
    def keep(self) -> None:
        """Keep what is typed; a draft of what was typed and taken back again is let go."""
        self._pause.stop()
        editing, actor = self._editing, self._office.actor
        if actor is None or not may_edit(editing, actor.roles):
            return
        key, version, body = editing.content_id, editing.version, draft_body(editing.form)
        if editing.is_dirty:
            self._store(
                lambda: self._office.act(approvals.save_draft, DRAFT_SUBJECT, key, version, body),
                is_kept=True,
            )
        elif self._has_draft:
            self._store(
                lambda: self._office.act(approvals.discard_draft, DRAFT_SUBJECT, key),
                is_kept=False,
            )

    def _store(self, work: Callable[[], object], *, is_kept: bool) -> None:
        turn, self._has_draft = self._turn, is_kept
        in_turn = self._turns.after_the_others(work)
        self._bridge.submit(in_turn, lambda done: self._on_stored(done.exception(), turn, is_kept))

    def _on_stored(self, error: BaseException | None, turn: int, is_kept: bool) -> None:
        is_here = shiboken6.isValid(self)  # the window may have been closed meanwhile
        if isinstance(error, Exception):
            (self if is_here else self._bridge).failed.emit(error)
        if error is not None or not is_here:
            return
        if turn == self._turn:
            self._kept_at = self._office.now() if is_kept else None
            self._note_anew()
        self.changed.emit()
