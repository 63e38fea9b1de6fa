"""What the person enters in the fields: it goes into the form, and a draft of it is kept."""

from PySide6.QtCore import QObject, Signal, Slot

from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.keeping import DraftKeeping
from app.ui.calendar.composer.panes import Panes


class Entering(QObject):
    """Between the panes' fields and the form that they show."""

    titled = Signal()  # the title is another
    dropped = Signal()  # what was typed is let go: show what is stored

    def __init__(
        self, editing: Editing, panes: Panes, keeping: DraftKeeping, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editing, self._panes, self._keeping = editing, panes, keeping
        panes.idea.changed.connect(self._on_idea_changed)
        panes.text.typed.connect(self.note)
        panes.schedule.changed.connect(self.note)
        panes.drop_draft.clicked.connect(self._on_draft_dropped)

    @Slot()
    def note(self) -> None:
        """The form has changed."""
        self._keeping.note_typing()
        self._panes.show_acts()

    @Slot()
    def note_all(self) -> None:
        """More than the text has changed: a narrative sets category and source too."""
        self._panes.idea.show_form(self._editing.form)
        self.note()

    @Slot(object)
    def _on_idea_changed(self, fields: dict[str, object]) -> None:
        self._editing.change(**fields)
        self.note()
        if "title" in fields:
            self.titled.emit()

    @Slot()
    def _on_draft_dropped(self) -> None:
        editing, stored = self._editing, self._editing.stored
        self._panes.restored.hide()
        editing.begin(editing.view, stored)
        editing.stored = stored
        self._keeping.keep()
        self.dropped.emit()
