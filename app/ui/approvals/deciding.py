"""The decisions of the verdict pane as acts, and what is told after them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.language import _
from app.models.gate import Subject
from app.services import approvals
from app.services.approvals import QueueRow, Settled
from app.ui.bridge import ActRunner, OfficeBridge


class Deciding(QObject):
    """Decides on one row at a time; a second decision while one runs does nothing."""

    busy = Signal(bool)
    decided = Signal(str)  # what is told; nothing after a note to the team
    settled = Signal(object)  # Settled, after many at once
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._told = ""
        self._acts = ActRunner(bridge, self)
        self._acts.busy.connect(self.busy)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self.failed)

    def approve(self, row: QueueRow, ethics: str) -> None:
        told = _("%(reference)s is approved.")
        self._run(told, row, approvals.approve, row.revision_id, ethics)

    def select(self, row: QueueRow, ethics: str) -> None:
        told = _("%(reference)s is selected.")
        self._run(told, row, approvals.select, row.revision_id, ethics)

    def return_to_author(self, row: QueueRow, reason: str) -> None:
        told = _("%(reference)s is returned with your reason.")
        self._run(told, row, approvals.return_to_author, row.revision_id, reason)

    def approve_all(self, rows: Sequence[QueueRow], ethics: str) -> None:
        """Many at once; each of them was shown."""
        self._acts.run(approvals.approve_all, [row.revision_id for row in rows], ethics)

    def remark(self, row: QueueRow, text: str) -> None:
        """A note to the team is no decision."""
        about = "content_id" if row.subject is Subject.CONTENT else "inquiry_id"
        self._run("", row, approvals.add_remark, text, **{about: row.subject_id})

    def _run(
        self,
        told: str,
        row: QueueRow,
        act: Callable[..., object],
        *args: object,
        **facts: object,
    ) -> None:
        if self._acts.run(act, *args, **facts):
            self._told = told % {"reference": row.reference} if told else ""

    @Slot(object)
    def _on_done(self, result: object) -> None:
        if isinstance(result, Settled):
            self.settled.emit(result)
            return
        self.decided.emit(self._told)
