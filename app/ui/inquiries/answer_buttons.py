"""The buttons of the answer pane: which are offered now, and what they say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.language import _, pgettext
from app.models.answer import InterimState
from app.models.inquiry import InquiryState
from app.services.inquiries import AnswerRow, InquiryWhole
from app.ui.inquiries.offers import Offer, Offers
from app.ui.widgets import Button, Label, Rule, named

_KINDS = {Offer.SAVE: "ghost", Offer.EDIT_AGAIN: "ghost", Offer.RECORD_ANSWER: "primary"}
_ICONS = {
    Offer.REQUEST: "stamp",
    Offer.RECALL: "undo-2",
    Offer.DECIDE: "stamp",
    Offer.COPY: "copy",
    Offer.RECORD_ANSWER: "send",
    Offer.CLOSE: "check-check",
    Offer.WRITE_AGAIN: "message-circle",
    Offer.REFER: "forward",
}
_BELOW_EDITOR = (
    Offer.SAVE,
    Offer.REQUEST,
    Offer.RECALL,
    Offer.DECIDE,
    Offer.EDIT_AGAIN,
    Offer.COPY,
    Offer.RECORD_ANSWER,
    Offer.REOPEN,
    Offer.CLOSE,
)
_AT_FOOT = (
    Offer.REFER,
    Offer.INTERIM,
    Offer.INTERIM_SENT,
    Offer.INTERIM_RECALL,
    Offer.WRITE_AGAIN,
)
_GAP = 10


class AnswerButtons(QWidget):
    """The foot of the pane, with those buttons that the pane sets below its editor.

    Where the foot's buttons have no room side by side they stand below each other.
    """

    asked = Signal(object)  # an Offer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[Offer, Button] = {}
        for offer in (*_BELOW_EDITOR, *_AT_FOOT):
            self._add(offer)
        self._note = Label(
            _("The interim reply stops the first-answer clock, not the agency's."),
            "meta",
            "text2",
            wrap=True,
        )
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(_GAP)
        for offer in _AT_FOOT:
            self._row.addWidget(self._buttons[offer], 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(self._note, 100)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Rule())
        column.addLayout(self._row)

    def _add(self, offer: Offer) -> None:
        icon = _ICONS.get(offer, "send" if offer in (Offer.INTERIM, Offer.INTERIM_SENT) else "")
        button = Button(_words(offer), _KINDS.get(offer, "plain"), icon)
        named(button, f"inquiries.{offer}").clicked.connect(lambda: self.asked.emit(offer))
        self._buttons[offer] = button

    def below_editor(self) -> Sequence[Button]:
        """Those that act on what stands in the editor."""
        return [self._buttons[offer] for offer in _BELOW_EDITOR]

    def show_acts(self, whole: InquiryWhole, given: Offers) -> None:
        """Show what is offered for this inquiry."""
        for offer, button in self._buttons.items():
            button.setVisible(offer in given)
        if whole.state not in (InquiryState.ANSWERED, InquiryState.CLOSED):
            self._buttons[Offer.WRITE_AGAIN].hide()
        if whole.state is not InquiryState.RECEIVED:
            self._buttons[Offer.REFER].hide()
        self._show_interim(whole.interim_reply, given)
        self.setVisible(any(not self._buttons[offer].isHidden() for offer in _AT_FOOT))
        self._fit()

    def _show_interim(self, reply: AnswerRow | None, given: Offers) -> None:
        begun = reply is not None and reply.interim_state is InterimState.DRAFTED
        words = _("Go on with the interim reply…") if begun else _("Send an interim reply…")
        self._buttons[Offer.INTERIM].setText(words)
        offered = any(
            offer in given for offer in (Offer.INTERIM, Offer.INTERIM_SENT, Offer.INTERIM_RECALL)
        )
        self._note.setVisible(offered and self._buttons[Offer.REFER].isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [self._buttons[offer] for offer in _AT_FOOT if not self._buttons[offer].isHidden()]
        needed = sum(button.sizeHint().width() + _GAP for button in shown) - _GAP
        is_narrow = bool(shown) and needed > self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if is_narrow else across)


def _words(offer: Offer) -> str:
    return {
        Offer.SAVE: _("Save"),
        Offer.REQUEST: _("Request approval"),
        Offer.RECALL: _("Take back"),
        Offer.DECIDE: _("Decide…"),
        Offer.EDIT_AGAIN: _("Edit again…"),
        Offer.COPY: _("Copy"),
        Offer.RECORD_ANSWER: _("Record the sent answer…"),
        Offer.CLOSE: pgettext("inquiry", "Close"),
        Offer.REOPEN: _("Reopen"),
        Offer.WRITE_AGAIN: _("The citizen writes again…"),
        Offer.REFER: _("Refer…"),
        Offer.INTERIM: _("Send an interim reply…"),
        Offer.INTERIM_SENT: _("Record the sent interim reply…"),
        Offer.INTERIM_RECALL: _("Take back the interim reply"),
    }[offer]
