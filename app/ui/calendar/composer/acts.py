"""The composer's acts: saving, the steps of the flow, what became of each variant."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _
from app.models.content import Category, ContentAct
from app.models.variant import VariantAct
from app.services import approvals, contents
from app.services.contents import ContentForm, VariantRow
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.calendar.composer.dialogs import LinkDialog, ReasonDialog
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.turns import Turns
from app.ui.widgets import Telling


@dataclass(frozen=True, slots=True)
class Saved:
    """What was stored: not always what stands in the form by now."""

    key: int
    version: int
    form: ContentForm


class ComposerActs(ActRunner):
    """One act at a time on the content being edited; dialogs open over `over`."""

    settled = Signal(object)  # the Saved; None: nothing of the form has to be stored any more
    told = Signal(object)  # a Telling
    worked = Signal()  # after any act

    def __init__(self, bridge: OfficeBridge, editing: Editing, turns: Turns, over: QWidget) -> None:
        super().__init__(bridge, over)
        self._office, self._editing, self._turns = bridge.office, editing, turns
        self._over = over
        self._then: Callable[[], object] = lambda: None
        self._link_dialog: LinkDialog | None = None
        self.done.connect(self._on_done)

    def do(self, work: Callable[[], object], then: Callable[[], object]) -> None:
        """Run `work` on a worker, after the drafts that were kept before; then call `then` here."""
        if not self.is_busy:
            self._then = then
            self.call(self._turns.after_the_others(work))

    @Slot(object)
    def _on_done(self, result: object) -> None:
        if isinstance(result, Saved):
            self.settled.emit(result)
        self._then()
        self.worked.emit()

    def tell(self, words: str, icon: str = "check") -> None:
        self.told.emit(Telling(words, None, icon))

    # Saving, and the flow of the content

    def save(self) -> None:
        """Store what stands in the form."""
        self.do(self._saving(), lambda: self.tell(_("Saved.")))

    def _saving(self) -> Callable[[], Saved]:
        """The work of saving, for a worker."""
        office, editing = self._office, self._editing
        key, version, form = editing.content_id, editing.version, editing.form

        def work() -> Saved:
            if key:
                return Saved(key, office.act(contents.change_content, key, version, form), form)
            made = office.act(contents.make_content, form)
            return Saved(made, office.read(contents.version_of, made), form)

        return work

    def take(self, act: ContentAct) -> None:
        """Take a step of the flow; where it needs a reason, that is asked for first."""
        match act:
            case ContentAct.SUBMIT:
                self._go_on(contents.submit, _("Submitted to the official."))
            case ContentAct.FINISH:
                self._go_on(contents.finish, _("Its approval is requested."))
            case ContentAct.RECALL:
                self._take_back()
            case ContentAct.REOPEN:
                dialog = ReasonDialog(
                    "composer.reopen_reason",
                    _("Edit it again?"),
                    self._there_first()
                    + _("Its approval is void then, and has to be requested again."),
                    label(act),
                    self._over,
                )
                dialog.given.connect(self._reopen)
                dialog.open()
            case _:
                dialog = ReasonDialog(
                    "composer.cancel_reason",
                    _("Cancel this content?"),
                    self._there_first()
                    + _("It stays on record with your reason, and nothing of it goes out."),
                    label(act),
                    self._over,
                    danger=True,
                )
                dialog.given.connect(self._cancel)
                dialog.open()

    def _there_first(self) -> str:
        """What has to be cancelled on platforms; nothing here stops it there."""
        view = self._editing.view
        rows = view.variants if view is not None else ()
        there = [f"{row.scheduled.place} ({row.handle})" for row in rows if row.scheduled]
        if not there:
            return ""
        words = _("Scheduled on platforms, to be cancelled there too: %(places)s.")
        return words % {"places": ", ".join(there)} + " "

    def _go_on(self, act: Callable[..., None], told: str) -> None:
        """Save, then take the next step with what was saved."""
        editing, office = self._editing, self._office
        save = self._saving() if editing.is_dirty else None
        shown = Saved(editing.content_id, editing.version, editing.form)

        def work() -> Saved:
            saved = save() if save else shown
            office.act(act, saved.key, saved.version)
            return replace(saved, version=office.read(contents.version_of, saved.key))

        self.do(work, lambda: self.tell(told))

    def _take_back(self) -> None:
        view = self._editing.view
        if view is not None and view.revision_id is not None:
            revision = view.revision_id
            self.do(
                lambda: self._office.act(approvals.recall, revision),
                lambda: self.tell(_("Taken back; it can be changed again."), "undo-2"),
            )

    @Slot(str)
    def _reopen(self, reason: str) -> None:
        key, version = self._editing.content_id, self._editing.version
        self.do(
            lambda: self._office.act(approvals.reopen_content, key, version, reason),
            lambda: self.tell(_("It can be edited again; its approval is void."), "pencil-line"),
        )

    @Slot(str)
    def _cancel(self, reason: str) -> None:
        key, version = self._editing.content_id, self._editing.version
        self.do(
            lambda: self._office.act(contents.cancel, key, version, reason),
            self._on_cancelled,
        )

    def _on_cancelled(self) -> None:
        self.settled.emit(None)
        self.tell(_("Cancelled; it stays on record."))

    @Slot(object, str)
    def categorise(self, category: Category, word: str) -> None:
        """Save the category alone, of a content whose text is settled."""
        view = self._editing.view
        if view is None or (view.form.category, view.form.own_category) == (category, word):
            return
        key, version = view.id, view.version
        self.do(
            lambda: self._office.act(contents.categorise, key, version, category, word),
            lambda: self.tell(_("Saved.")),
        )

    def remark(self, text: str) -> None:
        """Say something to the team, about the account whose text is shown."""
        key, target = self._editing.content_id, self._editing.target
        row = self._editing.row(target) if target else None
        about = row.id if row else None
        self.do(
            lambda: self._office.act(approvals.add_remark, text, content_id=key, variant_id=about),
            lambda: None,
        )

    # What became of a variant

    def record(self, act: VariantAct, row: VariantRow) -> None:
        """Record a link, an unsure outcome, a skip or a withdrawal."""
        match act:
            case VariantAct.RECORD_PUBLISHED:
                self._ask_link(row)
            case VariantAct.RECORD_UNKNOWN:
                self.do(
                    lambda: self._office.act(contents.record_unknown, row.id),
                    lambda: self.tell(_("Marked as unsure: have a look at the account.")),
                )
            case VariantAct.SKIP:
                dialog = ReasonDialog(
                    "composer.skip_reason",
                    _("Skip this account?"),
                    _("It will not go out there; the reason stays on record."),
                    label(act),
                    self._over,
                )
                dialog.given.connect(lambda why: self._end(contents.skip, row, why, _("Skipped.")))
                dialog.open()
            case _:
                dialog = ReasonDialog(
                    "composer.withdraw_reason",
                    _("Was it taken down?"),
                    _("Link and reason stay on record."),
                    label(act),
                    self._over,
                )
                dialog.given.connect(
                    lambda why: self._end(contents.withdraw, row, why, _("Withdrawn."))
                )
                dialog.open()

    def _end(self, act: Callable[..., None], row: VariantRow, reason: str, told: str) -> None:
        self.do(lambda: self._office.act(act, row.id, reason), lambda: self.tell(told))

    def _ask_link(self, row: VariantRow) -> None:
        dialog = self._link_dialog = LinkDialog(row, self._office.now(), self._over)
        dialog.given.connect(lambda link, moment, sure: self._record(row, link, moment, sure))
        dialog.finished.connect(self._on_link_dialog_finished)
        dialog.open()

    @Slot()
    def _on_link_dialog_finished(self) -> None:
        self._link_dialog = None

    def complain(self, error: Exception) -> bool:
        """Say it in the open dialog about a link; False if there is none."""
        if self._link_dialog is None:
            return False
        self._link_dialog.complain(error)
        return True

    def _record(self, row: VariantRow, link: str, moment: datetime, sure: bool) -> None:
        self.do(
            lambda: self._office.act(
                contents.record_published,
                row.id,
                link,
                published_at=moment,
                despite_doubt=sure,
            ),
            self._on_recorded,
        )

    def _on_recorded(self) -> None:
        if self._link_dialog is not None:
            self._link_dialog.accept()
        self.tell(_("Recorded: it is published."), "link")
