"""Several things at once: only what was shown can be chosen, and only while it waits."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _, ngettext
from app.services.approvals import QueueRow
from app.ui.widgets import Button, Label, Pane, named


class Chosen(QObject):
    """Which revisions were shown on this screen, and which of them are chosen."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: set[int] = set()
        self._marked: set[int] = set()

    def note_shown(self, revision_id: int) -> None:
        """The person has this one before his eyes."""
        self._shown.add(revision_id)

    def toggle(self, revision_id: int) -> bool:
        """Choose it, or take it out again; False if it was not shown yet."""
        if revision_id not in self._shown:
            return False
        self._marked ^= {revision_id}
        self.changed.emit()
        return True

    def keep(self, rows: Iterable[QueueRow]) -> None:
        """Forget what does not wait any more: a changed thing has another revision."""
        waiting = {row.revision_id for row in rows}
        self._shown &= waiting
        if not self._marked <= waiting:
            self._marked &= waiting
            self.changed.emit()

    def clear(self) -> None:
        """Choose nothing."""
        self._marked.clear()
        self.changed.emit()

    def holds(self, revision_id: int) -> bool:
        """Whether it is chosen."""
        return revision_id in self._marked

    def of(self, rows: Sequence[QueueRow]) -> list[QueueRow]:
        """The chosen ones in the order of the queue."""
        return [row for row in rows if row.revision_id in self._marked]


class ChosenFoot(QWidget):
    """Below the queue while something is chosen: how many, and what can be done with them."""

    approve_asked = Signal()
    copy_asked = Signal()
    note_asked = Signal()
    clear_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = Label("", "label")
        none = named(Button(_("Choose none"), "link", size="small"), "approvals.chosen.none")
        self._approve = named(
            Button("", "primary", "check-check", size="small"), "approvals.chosen.approve"
        )
        self._copy = named(
            Button(_("Copy"), "plain", "copy", size="small"), "approvals.chosen.copy"
        )
        self._note = named(
            Button(_("Note…"), "plain", "stamp", size="small"), "approvals.chosen.note"
        )
        for button, asked in (
            (none, self.clear_asked),
            (self._approve, self.approve_asked),
            (self._copy, self.copy_asked),
            (self._note, self.note_asked),
        ):
            button.clicked.connect(asked)
        pane = Pane("surface", across=False, margins=(12, 8, 12, 8), gap=6)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(none)
        verbs = QHBoxLayout()
        verbs.setSpacing(6)
        for button in (self._approve, self._copy, self._note):
            verbs.addWidget(button)
        verbs.addStretch(1)
        pane.box.addLayout(head)
        pane.box.addLayout(verbs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pane)
        self.hide()

    def show_count(self, n: int, *, may_decide: bool, may_note: bool) -> None:
        """How many are chosen, and what this person may do with them."""
        self._count.setText(ngettext("%(n)d chosen", "%(n)d chosen", n) % {"n": n})
        self._approve.setText(_("Approve %(n)d") % {"n": n})
        self._approve.setVisible(may_decide)
        self._copy.setVisible(may_note)
        self._note.setVisible(may_note)
        self.setVisible(n > 0 and (may_decide or may_note))

    @Slot(bool)
    def set_busy(self, busy: bool) -> None:
        self._approve.setDisabled(busy)
