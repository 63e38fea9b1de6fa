"""Asking for the content that is shown in the composer, at first and again."""

from datetime import date, datetime, time

from PySide6.QtCore import QObject, Signal, Slot

from app.language import WIB
from app.services import contents
from app.services.contents import Composition, ContentForm
from app.services.errors import ChangedMeanwhile
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.calendar.composer.allowed import may_edit
from app.ui.calendar.composer.editing import Editing

_MORNING = time(9, 0)


class Loading(QueryRunner):
    """Brings what is stored into what is edited; what is typed and not saved stays."""

    begun = Signal(object, object)  # the Composition, and the Typed that is here again or None
    renewed = Signal(object)  # the Composition
    clashed = Signal(Exception)  # a colleague has stored it since

    def __init__(self, bridge: OfficeBridge, editing: Editing, parent: QObject) -> None:
        super().__init__(bridge, parent)
        self._office, self._editing = bridge.office, editing
        self.is_open = False
        self._is_first = False
        self._day: date | None = None  # on which a new content is to go out
        self.answered.connect(self._on_answered)

    def begin(self, content_id: int | None, day: date | None) -> None:
        """Show a content, or a new one that goes out on `day`."""
        self.is_open = self._is_first = True
        self._day = day
        self._editing.target = None
        self._editing.begin(None, ContentForm(""))
        self._ask(content_id or 0)

    @Slot()
    def again(self) -> None:
        """Ask anew what is stored."""
        if self.is_open:
            self._ask(self._editing.content_id)

    def close(self) -> None:
        """What comes now is of no use any more."""
        self.is_open = False

    def _ask(self, content_id: int) -> None:
        actor = self._office.actor
        if actor is not None and actor.id is not None:
            self.run(contents.composition, content_id, actor.id, self._office.now())

    @Slot(object)
    def _on_answered(self, found: Composition) -> None:
        if not self.is_open:
            return
        editing = self._editing
        editing.accounts = {account.id: account for account in found.accounts}
        editing.limits = found.limits
        if self._is_first and not editing.is_dirty:
            self._begin(found)
            return
        self._is_first = False
        if not editing.is_dirty or found.view is None or found.view.version == editing.version:
            form = editing.form if editing.is_dirty or found.view is None else found.view.form
            editing.begin(found.view, form)
            self.renewed.emit(found)
        else:
            reference, seen = found.view.reference, editing.version
            self.clashed.emit(ChangedMeanwhile(reference, seen, found.view.version))

    def _begin(self, found: Composition) -> None:
        self._is_first = False
        editing, typed = self._editing, found.typed
        stored = found.view.form if found.view else self._new_form()
        editing.begin(found.view, stored)
        editing.stored = stored
        editing.attached = dict(found.attached)
        actor = self._office.actor
        may = actor is not None and may_edit(editing, actor.roles)
        if typed is None or typed.form == stored or not may:
            typed = None
        else:
            editing.form = typed.form
        self.begun.emit(found, typed)

    def _new_form(self) -> ContentForm:
        if self._day is None:
            return ContentForm("")
        at = datetime.combine(self._day, _MORNING, WIB)
        return ContentForm("", planned_at=at)
