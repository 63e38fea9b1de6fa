"""An interim reply: what the citizen is told while the answer itself takes longer."""

from PySide6.QtWidgets import QWidget

from app.language import _
from app.services import inquiries
from app.services.inquiries import AnswerRow, InquiryWhole
from app.ui.bridge import OfficeBridge
from app.ui.inquiries.act_dialog import ActDialog
from app.ui.widgets import Field, Label, TextArea, show_errors


class InterimDialog(ActDialog):
    """Drafts it or goes on with it, and brings it to the official; an admin may ask for that."""

    def __init__(
        self,
        bridge: OfficeBridge,
        whole: InquiryWhole,
        typed: str,
        parent: QWidget,
        *,
        may_request: bool,
    ) -> None:
        super().__init__(
            bridge,
            "interim",
            _("Interim reply"),
            _("The interim reply stops the first-answer clock, not the agency's."),
            icon="send",
            note=whole.reference,
            width=560,
            parent=parent,
        )
        self._inquiry_id = whole.id
        self._reply: AnswerRow | None = whole.interim_reply
        self._may_request = may_request
        text = self._reply.text if self._reply else typed
        self._text = Field(
            _("What the citizen is told"), TextArea("interim.text", lines=5, reading=True)
        )
        self._text.control.setPlainText(text)
        if self._reply is not None and self._reply.returned_reason:
            words = _("Returned: %(reason)s") % {"reason": self._reply.returned_reason}
            self.box.addWidget(Label(words, "body", "bad", wrap=True))
        self.box.addWidget(self._text)
        if may_request:
            self.finish(_("Request approval"), "stamp")
        else:
            self.box.addWidget(Label(_("An admin asks for the approval."), "meta", "text2"))
            self.finish(_("Save"), "check")
        self._text.control.setFocus()

    def act(self) -> None:
        text = self._text.control.toPlainText()
        missing = "" if text.strip() else _("Write what the citizen is told.")
        if not show_errors([(self._text, missing)]):
            return
        answer_id = self._reply.id if self._reply else None
        seen = self._reply.version if self._reply else None
        if self._may_request:
            self.run(inquiries.submit_interim_reply, self._inquiry_id, answer_id, seen, text)
        elif answer_id is None:
            self.run(inquiries.draft_interim_reply, self._inquiry_id, text)
        else:
            self.run(inquiries.save_answer, answer_id, seen, text)
