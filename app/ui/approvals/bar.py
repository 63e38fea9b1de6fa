"""The strip above the panes: what was noted and is not confirmed, and the weekly sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import _, ngettext
from app.services.approvals import PersonalQueue
from app.ui.widgets import Button, Pane, named


class NotedBar(QWidget):
    """Shown only where somebody has something to do with noted decisions."""

    confirm_asked = Signal()
    print_asked = Signal()
    sheet_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "approvals.noted")
        self._marked = named(Button("", "plain", "stamp"), "approvals.unconfirmed")
        self._print = named(
            Button(_("Print weekly sheet…"), "plain", "printer"), "approvals.print_sheet_button"
        )
        self._sheet = named(
            Button(_("Note weekly sheet…"), "plain", "signature"), "approvals.sheet_button"
        )
        pane = Pane("surface", across=True, margins=(16, 6, 16, 6), gap=8)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, asked in (
            (self._marked, self.confirm_asked),
            (self._print, self.print_asked),
            (self._sheet, self.sheet_asked),
        ):
            button.clicked.connect(asked)
            row.addWidget(button)
        row.addStretch(1)
        pane.box.addLayout(row)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pane)
        self.hide()

    def show_standing(self, standing: PersonalQueue) -> None:
        """What there is to do for this person."""
        n = standing.unconfirmed
        words = ngettext("%(n)d decision not confirmed…", "%(n)d decisions not confirmed…", n)
        self._marked.setText(words % {"n": n})
        self._marked.setVisible(n > 0)
        self._print.setVisible(standing.may_note)
        self._sheet.setVisible(standing.may_note and standing.open_sheets > 0)
        self.setVisible(n > 0 or standing.may_note)
