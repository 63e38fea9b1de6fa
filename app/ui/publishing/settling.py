"""What is done with one post: its link is recorded, it is moved, skipped, kept, noted as unsure."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _, length_text, short_moment_text
from app.services import contents, pausing, publishing
from app.services.contents import Moved
from app.services.publishing import Slot as PostSlot
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.publishing.dialogs import ReplanDialog, ScheduleDialog, SkipDialog
from app.ui.widgets import Telling


class Settling(ActRunner):
    """One act at a time; dialogs open over `over`. An error in a dialog is said there."""

    told = Signal(object)  # a Telling
    refused = Signal(Exception)  # what no dialog has said

    def __init__(self, bridge: OfficeBridge, over: QWidget) -> None:
        super().__init__(bridge, over)
        self._office, self._over = bridge.office, over
        self._then: Callable[[object], str] = lambda _result: ""
        self._dialog: ReplanDialog | ScheduleDialog | None = None
        self.is_about_link = False  # what runs or ran last records a link
        self.done.connect(self._on_done)
        self.failed.connect(self._on_failed)

    def record(
        self, slot: PostSlot, link: str, moment: datetime, screenshot: int | None, *, sure: bool
    ) -> None:
        """Keep the link that proves it; told with how long it took since it was due."""

        def told(_result: object) -> str:
            length = length_text(self._office.now() - slot.planned_at)
            if self._office.now() < slot.planned_at:
                return _("Recorded: it is published, %(length)s before it was due.") % {
                    "length": length
                }
            return _("Recorded: it is published, %(length)s after it was due.") % {"length": length}

        self.is_about_link = self._act(
            told,
            contents.record_published,
            slot.variant_id,
            link,
            published_at=moment,
            despite_doubt=sure,
            proof_asset_id=screenshot,
        )

    def note_unknown(self, slot: PostSlot) -> None:
        words = _("Marked as unsure: have a look at the account.")
        self._act(lambda _result: words, contents.record_unknown, slot.variant_id)

    def keep(self, slot: PostSlot) -> None:
        words = _("Kept: it is due now, to be published by hand.")
        self._act(lambda _result: words, pausing.keep, slot.variant_id)

    def undo(self, schedule_id: int) -> None:
        """It was cancelled on the platform."""
        words = _("Ticked off: it is cancelled there.")
        self._act(lambda _result: words, publishing.undo_on_platform, schedule_id)

    # With a question before

    def ask_skip(self, slot: PostSlot) -> None:
        dialog = SkipDialog(slot, self._over)
        dialog.given.connect(lambda reason: self._skip(slot, reason))
        dialog.open()

    def _skip(self, slot: PostSlot, reason: str) -> None:
        words = _("Skipped; the reason stays on record.")
        self._act(lambda _result: words, contents.skip, slot.variant_id, reason)

    def ask_moment(self, slot: PostSlot) -> None:
        dialog = ReplanDialog(slot, self._office.now(), self._over)
        dialog.given.connect(lambda moment: self._replan(slot, moment))
        self._open(dialog)

    def _replan(self, slot: PostSlot, moment: datetime) -> None:
        def told(result: object) -> str:
            words = {"when": short_moment_text(moment)}
            if isinstance(result, Moved) and result.approval_is_void:
                return _("Moved to %(when)s. Its approval is void: request it again.") % words
            return _("Moved to %(when)s.") % words

        self._act(told, contents.replan, slot.variant_id, slot.version, moment)

    def ask_schedule(self, slot: PostSlot) -> None:
        dialog = ScheduleDialog(slot, self._office.now(), self._over)
        dialog.given.connect(lambda place, moment: self._schedule(slot, place, moment))
        self._open(dialog)

    def _schedule(self, slot: PostSlot, place: str, moment: datetime) -> None:
        words = _("Noted: it goes out there on %(when)s.") % {"when": short_moment_text(moment)}
        self._act(lambda _result: words, publishing.set_on_platform, slot.variant_id, place, moment)

    def _open(self, dialog: ReplanDialog | ScheduleDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    # Landing

    def _act(
        self,
        told: Callable[[object], str],
        act: Callable[..., object],
        *args: object,
        **facts: object,
    ) -> bool:
        """Start the act; False if one is running, and then nothing happens."""
        has_begun = self.run(act, *args, **facts)
        if has_begun:
            self._then, self.is_about_link = told, False
        return has_begun

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None

    @Slot(object)
    def _on_done(self, result: object) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self.told.emit(Telling(self._then(result)))

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.complain(error)
        else:
            self.refused.emit(error)
