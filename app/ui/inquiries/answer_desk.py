"""The words of an answer on their way: kept while typed, saved, compared with a colleague's."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _
from app.models.roles import ADMIN_ONLY
from app.services import approvals, inquiries
from app.services.errors import ChangedMeanwhile
from app.services.inquiries import InquiryView
from app.services.standard_answers import StandardAnswerRow
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.inquiries.answer_pane import Typed
from app.ui.inquiries.available_dialog import AvailableDialog
from app.ui.inquiries.compare_dialog import CompareDialog
from app.ui.inquiries.desk_acts import DeskActs
from app.ui.inquiries.offers import Offer
from app.ui.inquiries.whole_pane import WholePane


class AnswerDesk(QObject):
    """Nothing that was typed is lost, whoever saved first."""

    written = Signal()  # something is being saved: what was refused before is past
    failed = Signal(Exception)

    def __init__(
        self, bridge: OfficeBridge, pane: WholePane, acts: DeskActs, screen: QWidget
    ) -> None:
        super().__init__(screen)
        self._bridge, self._office = bridge, bridge.office
        self._pane, self._acts, self._screen = pane, acts, screen
        self._to_compare: Typed | None = None
        self._drafts = ActRunner(bridge, self)
        self._drafts.done.connect(self._on_draft_kept)
        self._drafts.failed.connect(self.failed)
        acts.failed.connect(self._on_refused)
        pane.answer.available_asked.connect(self._on_available_asked)
        pane.answer.kept.connect(self._on_kept)

    def write(self, *, submit: bool) -> None:
        """Save what stands in the editor, or bring it to the official."""
        view, typed = self._pane.view(), self._pane.answer.typed()
        if view is not None and typed is not None:
            self._pane.answer.forget_pause()
            self.written.emit()
            self._acts.write(typed, view, submit=submit)

    def save(self) -> None:
        """Ctrl+S: save what was changed, where it may be."""
        if Offer.SAVE in self._pane.offers() and self._pane.answer.is_changed():
            self.write(submit=False)

    @Slot()
    def _on_available_asked(self) -> None:
        view, actor = self._pane.view(), self._office.actor
        if view is None or actor is None:
            return
        may_keep = actor.is_any(ADMIN_ONLY)
        dialog = AvailableDialog(self._bridge, view.fitting, self._screen, may_keep=may_keep)
        dialog.chosen.connect(self._on_available_chosen)
        dialog.open()

    @Slot(object)
    def _on_available_chosen(self, row: StandardAnswerRow) -> None:
        self._pane.answer.insert(row.text, row.id)

    @Slot(object)
    def _on_kept(self, typed: Typed) -> None:
        """Autosave: a draft of this person, no audit, no announcement."""
        self._drafts.run(
            approvals.save_draft,
            inquiries.DRAFT,
            typed.inquiry_id,
            typed.seen,
            {"text": typed.text},
        )

    @Slot(object)
    def _on_draft_kept(self, _none: object) -> None:
        self._pane.answer.show_kept(self._office.now())

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        """A colleague was faster: first look at both, for nothing is lost."""
        if isinstance(error, ChangedMeanwhile):
            self._to_compare = self._pane.answer.typed()
        self.failed.emit(error)

    def compare(self, view: InquiryView) -> None:
        """The inquiry was asked for again: show both versions, if one was refused."""
        typed, self._to_compare = self._to_compare, None
        answer = view.whole.answer
        if typed is None or answer is None or typed.inquiry_id != view.whole.id:
            return
        if answer.text == typed.text.strip():
            return
        self.written.emit()
        who = answer.author or _("A colleague")
        dialog = CompareDialog(view.whole.reference, who, answer.text, typed.text, self._screen)
        dialog.theirs_chosen.connect(lambda: self._pane.answer.adopt(answer.text, answer.version))
        dialog.mine_chosen.connect(lambda: self._save_over(answer.version))
        dialog.open()

    def _save_over(self, seen: int) -> None:
        self._pane.answer.overwrite_next(seen)
        self.write(submit=False)
