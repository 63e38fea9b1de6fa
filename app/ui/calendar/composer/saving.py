"""Saving and going on: what was done is shown, what could not be done is said."""

from PySide6.QtCore import QObject, Signal, Slot

from app.models.content import ContentAct
from app.services.contents import ContentView
from app.services.errors import ChangedMeanwhile
from app.ui.calendar.composer.acts import ComposerActs, Saved
from app.ui.calendar.composer.allowed import may_edit
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.keeping import DraftKeeping
from app.ui.calendar.composer.meanwhile import Meanwhile
from app.ui.calendar.composer.panes import Panes
from app.wording import sentence


class Saving(QObject):
    """Lets the acts run, and settles what stands in the form when they have."""

    worked = Signal()  # something was done: ask again what is stored
    replaced = Signal()  # a colleague's version was taken: show it

    def __init__(
        self,
        editing: Editing,
        panes: Panes,
        acts: ComposerActs,
        keeping: DraftKeeping,
        meanwhile: Meanwhile,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._editing, self._panes = editing, panes
        self._acts, self._keeping, self._meanwhile = acts, keeping, meanwhile
        acts.busy.connect(panes.note_busy)
        acts.settled.connect(self._settle)
        acts.worked.connect(self._on_worked)
        meanwhile.theirs_taken.connect(self._take_theirs)
        meanwhile.mine_kept.connect(self._keep_mine)
        panes.side.save_asked.connect(self.save)
        panes.side.asked.connect(self._on_act_asked)
        panes.standing.asked.connect(self._on_act_asked)

    @Slot()
    def save(self) -> None:
        """Save what stands in the form."""
        if self._editing.is_dirty and may_edit(self._editing, self._panes.roles):
            self._keeping.stop()
            self._acts.save()

    @Slot()
    def press_primary(self) -> None:
        """Take the act that comes next."""
        button = self._panes.side.primary()
        if button is not None:
            button.click()

    @Slot(object)
    def _on_act_asked(self, act: ContentAct) -> None:
        self._keeping.stop()
        self._acts.take(act)

    @Slot(object)
    def _settle(self, saved: Saved | None) -> None:
        """What was in the form is stored now, or is not wanted any more."""
        if saved is None:
            self._editing.stored = self._editing.form
        else:
            self._editing.note_saved(saved.key, saved.version, saved.form)
        self._panes.restored.hide()
        self._keeping.note_saved()

    @Slot()
    def _on_worked(self) -> None:
        self._panes.notice.hide()
        self.worked.emit()

    def complain(self, error: Exception) -> None:
        """Say what went wrong; where a colleague was faster, show both versions."""
        if self._acts.complain(error):
            return
        if isinstance(error, ChangedMeanwhile) and self._editing.is_dirty:
            self._meanwhile.compare(error)
        else:
            self._panes.notice.tell(sentence(error))

    @Slot(object)
    def _take_theirs(self, view: ContentView) -> None:
        self._editing.begin(view, view.form)
        self._settle(None)
        self.replaced.emit()

    @Slot(object)
    def _keep_mine(self, view: ContentView) -> None:
        self._editing.begin(view, self._editing.form)
        self.save()
