"""What the other agency said: its answer, or that it is not its authority."""

from PySide6.QtWidgets import QWidget

from app.language import _, moment_text
from app.services import referrals
from app.services.inquiries import ReferralRow
from app.ui.bridge import OfficeBridge
from app.ui.inquiries.act_dialog import ActDialog, MomentField
from app.ui.widgets import Field, Label, TextArea, show_errors


class AgencyAnswerDialog(ActDialog):
    """Records the answer and when it came, which may be before now."""

    def __init__(
        self, bridge: OfficeBridge, reference: str, referral: ReferralRow, parent: QWidget
    ) -> None:
        super().__init__(
            bridge,
            "agency_answer",
            _("Record the answer of %(agency)s") % {"agency": referral.agency_short},
            icon="building-2",
            note=reference,
            width=560,
            parent=parent,
        )
        self._referral = referral
        self._text = Field(
            _("What the agency answered"),
            TextArea("agency_answer.text", lines=5, reading=True),
        )
        self._moment = MomentField(
            "agency_answer.moment", _("It came earlier"), bridge.office.now()
        )
        self.box.addWidget(self._text)
        self.box.addWidget(self._moment)
        if referral.clock is not None:
            words = _("Due %(due)s. The clock stops when the answer came, not when you enter it.")
            due = {"due": moment_text(referral.clock.due_at)}
            self.box.addWidget(Label(words % due, "meta", "text2", wrap=True))
        self.finish(_("Record"), "check")
        self._text.control.setFocus()

    def act(self) -> None:
        text = self._text.control.toPlainText()
        missing = "" if text.strip() else _("Write what the agency answered.")
        if show_errors([(self._text, missing)]):
            self.run(
                referrals.record_agency_answer,
                self._referral.id,
                self._referral.version,
                text,
                self._moment.value(),
            )


class NotCompetentDialog(ActDialog):
    """Records that the agency is not competent; then the inquiry is referred on."""

    def __init__(
        self, bridge: OfficeBridge, reference: str, referral: ReferralRow, parent: QWidget
    ) -> None:
        super().__init__(
            bridge,
            "not_competent",
            _("%(agency)s says it is not its authority") % {"agency": referral.agency_short},
            _("Its clock ends; a breach until then stays on record. Refer the inquiry on next."),
            icon="corner-up-left",
            note=reference,
            parent=parent,
        )
        self._referral = referral
        self._moment = MomentField(
            "not_competent.moment", _("It said so earlier"), bridge.office.now()
        )
        self.box.addWidget(self._moment)
        self.finish(_("Record"), "check")

    def act(self) -> None:
        self.run(
            referrals.record_not_competent,
            self._referral.id,
            self._referral.version,
            self._moment.value(),
        )
