"""A colleague saved first: both versions, and which of them stays."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.language import _
from app.ui.widgets import Dialog, DiffText, Label, word_changes


class CompareDialog(Dialog):
    """`theirs_chosen` takes the colleague's words, `mine_chosen` saves one's own over them."""

    theirs_chosen = Signal()
    mine_chosen = Signal()

    def __init__(self, reference: str, who: str, theirs: str, mine: str, parent: QWidget) -> None:
        super().__init__(
            "compare",
            _("%(who)s saved this answer first") % {"who": who},
            _("Nothing is lost. Compare both, then say which words stay."),
            icon="git-compare",
            note=reference,
            width=600,
            parent=parent,
        )
        self.box.addWidget(Label(_("From the saved words to yours"), "label", "text2"))
        difference = DiffText(word_changes(theirs, mine))
        difference.setObjectName("compare.difference")
        self.box.addWidget(difference)
        self.add_cancel().setFocus()
        self.add_verb(_("Take the saved words"), name="theirs", slot=self._on_theirs)
        self.add_verb(_("Save mine"), "primary", name="mine", slot=self._on_mine)

    def _on_theirs(self) -> None:
        self.theirs_chosen.emit()
        self.accept()

    def _on_mine(self) -> None:
        self.mine_chosen.emit()
        self.accept()
