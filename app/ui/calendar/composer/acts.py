"""The composer's acts: saving, the steps of the flow, what became of each variant."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _
from app.models.content import Category, ContentAct
from app.models.variant import VariantAct
from app.services import approvals, contents
from app.services.contents import VariantRow
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.calendar.composer.dialogs import LinkDialog, ReasonDialog
from app.ui.calendar.composer.editing import Editing
from app.ui.widgets import Telling


class ComposerActs(ActRunner):
    """One act at a time on the content being edited; dialogs open over `over`."""

    settled = Signal()  # what stands in the form is stored
    told = Signal(object)  # a Telling
    worked = Signal(object)  # after any act: the content's key if it was just made, else None

    def __init__(self, bridge: OfficeBridge, editing: Editing, over: QWidget) -> None:
        super().__init__(bridge, over)
        self._office, self._editing, self._over = bridge.office, editing, over
        self._then: Callable[[], object] = lambda: None
        self._link_dialog: LinkDialog | None = None
        self.done.connect(self._on_done)

    def do(self, work: Callable[[], object], then: Callable[[], object]) -> None:
        """Run `work` on a worker; `then` is called on this thread when it has worked."""
        if self.call(work):
            self._then = then

    @Slot(object)
    def _on_done(self, result: object) -> None:
        self._then()
        is_new = isinstance(result, int) and not self._editing.content_id
        self.worked.emit(result if is_new else None)

    def _tell(self, words: str, icon: str = "check") -> None:
        self.told.emit(Telling(words, None, icon))

    # Saving, and the flow of the content

    def save(self) -> None:
        """Store what stands in the form."""
        self.do(self._saving(), lambda: self._on_stored(_("Saved.")))

    def _saving(self) -> Callable[[], int]:
        """The work of saving, for a worker; it returns the content's key."""
        office, editing = self._office, self._editing
        key, version, form = editing.content_id, editing.version, editing.form

        def work() -> int:
            if not key:
                return int(office.act(contents.make_content, form))
            office.act(contents.change_content, key, version, form)
            return key

        return work

    def _on_stored(self, words: str) -> None:
        self.settled.emit()
        self._tell(words)

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
        save = self._saving() if self._editing.is_dirty else None
        key, office = self._editing.content_id, self._office
        person = office.actor.id if office.actor else None

        def work() -> int:
            saved = save() if save else key
            found = office.read(contents.content_whole, saved, person, office.now())
            office.act(act, saved, found.version)
            return saved

        self.do(work, lambda: self._on_stored(told))

    def _take_back(self) -> None:
        view = self._editing.view
        if view is not None and view.revision_id is not None:
            revision = view.revision_id
            self.do(
                lambda: self._office.act(approvals.recall, revision),
                lambda: self._tell(_("Taken back; it can be changed again."), "undo-2"),
            )

    @Slot(str)
    def _reopen(self, reason: str) -> None:
        key, version = self._editing.content_id, self._editing.version
        self.do(
            lambda: self._office.act(approvals.reopen_content, key, version, reason),
            lambda: self._tell(_("It can be edited again; its approval is void."), "pencil-line"),
        )

    @Slot(str)
    def _cancel(self, reason: str) -> None:
        key, version = self._editing.content_id, self._editing.version
        self.do(
            lambda: self._office.act(contents.cancel, key, version, reason),
            lambda: self._on_stored(_("Cancelled; it stays on record.")),
        )

    @Slot(object, str)
    def categorise(self, category: Category, word: str) -> None:
        """Save the category alone, of a content whose text is settled."""
        view = self._editing.view
        if view is None or (view.form.category, view.form.own_category) == (category, word):
            return
        key, version = view.id, view.version
        self.do(
            lambda: self._office.act(contents.categorise, key, version, category, word),
            lambda: self._tell(_("Saved.")),
        )

    def remark(self, text: str) -> None:
        """Say something to the team."""
        key = self._editing.content_id
        self.do(lambda: self._office.act(approvals.add_remark, text, content_id=key), lambda: None)

    # What became of a variant

    def record(self, act: VariantAct, row: VariantRow) -> None:
        """Record a link, an unsure outcome, a skip or a withdrawal."""
        match act:
            case VariantAct.RECORD_PUBLISHED:
                self._ask_link(row)
            case VariantAct.RECORD_UNKNOWN:
                self.do(
                    lambda: self._office.act(contents.record_unknown, row.id),
                    lambda: self._tell(_("Marked as unsure: have a look at the account.")),
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
        self.do(lambda: self._office.act(act, row.id, reason), lambda: self._tell(told))

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
        self._tell(_("Recorded: it is published."), "link")
