"""What an admin does with what is decided outside the program, below the verdict."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.language import _
from app.ui.widgets import Button, named


class Offers(QWidget):
    """Another moment, copying for WhatsApp, noting a decision: each only where it is possible."""

    copy_asked = Signal()  # to be sent to the official
    note_asked = Signal()  # what was decided elsewhere
    replan_asked = Signal()  # its moment went by while it waited

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._replan = named(
            Button(_("Give another moment…"), "plain", "calendar-clock"), "approvals.replan_button"
        )
        self._copy = named(
            Button(_("Copy for WhatsApp"), "plain", "copy", key="W"), "approvals.copy"
        )
        self._note = named(
            Button(_("Note a decision…"), "plain", "stamp", key="C"), "approvals.note_button"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for button, asked in (
            (self._replan, self.replan_asked),
            (self._copy, self.copy_asked),
            (self._note, self.note_asked),
        ):
            button.clicked.connect(asked)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            column.addWidget(button)
        self.show_offers(may_note=False, may_replan=False)

    def show_offers(self, *, may_note: bool, may_replan: bool) -> None:
        """What this person may do with what is shown."""
        self._copy.setVisible(may_note)
        self._note.setVisible(may_note)
        self._replan.setVisible(may_replan)
        self.setVisible(may_note or may_replan)
