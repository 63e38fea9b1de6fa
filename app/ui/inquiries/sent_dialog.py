"""Recording that an approved answer was sent: exactly its words, with the link or another proof."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _
from app.models.answer import AnswerKind
from app.services import inquiries
from app.services.inquiries import AnswerRow
from app.ui.bridge import OfficeBridge
from app.ui.inquiries.act_dialog import ActDialog, MomentField
from app.ui.widgets import Box, Button, Field, Label, ReadingLabel, line_edit, named, show_errors


class SentDialog(ActDialog):
    """Of a final answer or of an interim reply; to an agency if an agency had asked."""

    def __init__(
        self,
        bridge: OfficeBridge,
        reference: str,
        answer: AnswerRow,
        asking_agency: str | None,
        parent: QWidget,
    ) -> None:
        is_interim = answer.kind is AnswerKind.INTERIM
        title = _("Record the sent interim reply") if is_interim else _("Record the sent answer")
        below = _("Copy these words and send them yourself. What was approved is what is sent.")
        if asking_agency is not None:
            below = _("Hand these words to %(agency)s, then record it.") % {"agency": asking_agency}
        super().__init__(
            bridge, "sent", title, below, icon="send", note=reference, width=600, parent=parent
        )
        self._answer = answer
        self._copy = named(Button(_("Copy"), icon_name="copy", size="small"), "sent.copy")
        self._link = Field(_("Link to the answer"), line_edit("sent.link"))
        self._proof = Field(
            _("Or another proof"),
            line_edit("sent.proof", placeholder=_("Screenshot, name of the file, letter number…")),
        )
        self._moment = MomentField("sent.moment", _("It was sent earlier"), bridge.office.now())
        self._lay_out(answer)
        self.finish(_("Record"), "check")
        self._copy.clicked.connect(self._on_copy_clicked)
        self._link.control.setFocus()

    def _lay_out(self, answer: AnswerRow) -> None:
        box = Box("sunken")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(14, 10, 14, 10)
        inner.addWidget(named(ReadingLabel(answer.text), "sent.text"))
        foot = QHBoxLayout()
        code = _("Approved, code %(code)s") % {"code": answer.revision_code or ""}
        foot.addWidget(Label(code, "meta", "text2"), 1)
        foot.addWidget(self._copy)
        inner.addLayout(foot)
        for part in (box, self._link, self._proof, self._moment):
            self.box.addWidget(part)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._answer.text)
        self._copy.set_icon("check")
        self._copy.setText(_("Copied"))

    def act(self) -> None:
        link, proof = self._link.control.text().strip(), self._proof.control.text().strip()
        missing = "" if link or proof else _("Paste the link, or name another proof.")
        wrong = ""
        if link and not link.lower().startswith(("https://", "http://")):
            wrong = _("A link begins with https://. Copy it from the browser.")
        if not show_errors([(self._link, wrong or missing)]):
            return
        interim = self._answer.kind is AnswerKind.INTERIM
        act: Callable[..., object] = (
            inquiries.send_interim_reply if interim else inquiries.record_answer
        )
        self.run(
            act,
            self._answer.id,
            self._answer.revision_id or 0,
            self._answer.text,
            sent_at=self._moment.value(),
            proof_url=link or None,
            proof_note=proof or None,
        )
