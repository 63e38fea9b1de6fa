"""Two people changed one content: both versions side by side, and which of them stays."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.services import contents
from app.services.contents import ContentForm, ContentView
from app.services.errors import ChangedMeanwhile
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.calendar.composer.dialogs import MeanwhileDialog
from app.ui.calendar.composer.editing import Editing
from app.wording import sentence


class Meanwhile(QueryRunner):
    """Asks for what a colleague has stored and shows it beside what is typed."""

    theirs_taken = Signal(object)  # the ContentView that is stored
    mine_kept = Signal(object)  # the same: what is typed is to be saved over it

    def __init__(self, bridge: OfficeBridge, editing: Editing, over: QWidget) -> None:
        super().__init__(bridge, over)
        self._office, self._editing, self._over = bridge.office, editing, over
        self._complaint = ""
        self.answered.connect(self._show_both)

    def compare(self, error: ChangedMeanwhile) -> None:
        """Mine can still be saved over theirs, or theirs be taken."""
        self._complaint = sentence(error)
        actor = self._office.actor
        person = actor.id if actor else None
        self.run(contents.content_whole, self._editing.content_id, person, self._office.now())

    @Slot(object)
    def _show_both(self, view: ContentView) -> None:
        MeanwhileDialog(
            self._complaint,
            _told(view.form),
            _told(self._editing.form),
            lambda: self.theirs_taken.emit(view),
            lambda: self.mine_kept.emit(view),
            self._over,
        ).open()


def _told(form: ContentForm) -> str:
    """A form as text, to compare two."""
    texts = [form.title, form.text, *(it.text for it in form.variants if it.text)]
    beside = [
        form.brief,
        form.source,
        form.policy_reference,
        form.audience,
        form.campaign,
        ", ".join(form.influencers),
        form.hoax.claim,
        form.hoax.evidence,
        *(medium.alt_text for it in form.variants for medium in it.media),
    ]
    return "\n\n".join([*texts, *(words for words in beside if words)])
