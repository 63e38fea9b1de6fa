"""Dismissing, handing over, and what the citizen writes again."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.language import _, wib
from app.services import inquiries
from app.services.inquiries import HandOver, InquiryWhole
from app.ui.bridge import OfficeBridge
from app.ui.inquiries.act_dialog import ActDialog, MomentField, date_of, qdate_of
from app.ui.widgets import (
    Choice,
    DayField,
    Field,
    TextArea,
    line_edit,
    named,
    show_errors,
)

_REMIND_AFTER = 14  # days: a working fortnight, as the PPID's first limit


class DismissDialog(ActDialog):
    """Spam goes out of the figures; who did it and why stays."""

    def __init__(self, bridge: OfficeBridge, whole: InquiryWhole, parent: QWidget) -> None:
        super().__init__(
            bridge,
            "dismiss",
            _("Dismiss this inquiry?"),
            _("It leaves the figures and stays in the audit trail with your reason."),
            icon="archive",
            note=whole.reference,
            parent=parent,
        )
        self._whole = whole
        self._reason = Field(
            _("Reason"), line_edit("dismiss.reason", placeholder=_("Spam, advertising, a test…"))
        )
        self.box.addWidget(self._reason)
        self.finish(_("Dismiss"), "archive")
        self._reason.control.setFocus()

    def act(self) -> None:
        reason = self._reason.control.text()
        missing = "" if reason.strip() else _("Write a reason; it stays in the audit trail.")
        if show_errors([(self._reason, missing)]):
            self.run(inquiries.dismiss, self._whole.id, self._whole.version, reason)


class HandOverDialog(ActDialog):
    """To the PPID or SP4N-LAPOR!, which have numbers and limits of their own."""

    def __init__(self, bridge: OfficeBridge, whole: InquiryWhole, parent: QWidget) -> None:
        super().__init__(
            bridge,
            "hand_over",
            _("Hand over to PPID or SP4N-LAPOR!"),
            _("Our clocks end, agencies that were asked owe nothing more."),
            icon="arrow-right",
            note=whole.reference,
            width=580,
            parent=parent,
        )
        self._whole = whole
        today = wib(bridge.office.now()).date()
        entries = [("PPID", "PPID"), ("SP4N-LAPOR!", "SP4N-LAPOR!")]
        self._to = Field(_("Handed over to"), Choice("hand_over.to", entries))
        self._number = Field(_("Number there"), line_edit("hand_over.number"))
        self._on = Field(_("Handed over on"), DayField("hand_over.on", qdate_of(today)))
        self._reminds = named(QCheckBox(_("Remind on")), "hand_over.reminds")
        self._reminds.setChecked(True)
        self._remind = DayField("hand_over.remind_on", qdate_of(today).addDays(_REMIND_AFTER))
        self._remind.setAccessibleName(_("Remind on"))
        self._reminds.toggled.connect(self._remind.setEnabled)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._to, 1)
        row.addWidget(self._number, 1)
        reminder = QHBoxLayout()
        reminder.addWidget(self._reminds)
        reminder.addWidget(self._remind)
        reminder.addStretch(1)
        self.box.addLayout(row)
        self.box.addWidget(self._on)
        self.box.addLayout(reminder)
        self.finish(_("Hand over"), "arrow-right")

    def act(self) -> None:
        facts = HandOver(
            str(self._to.control.value()),
            date_of(self._on.control.date()),
            self._number.control.text(),
            date_of(self._remind.date()) if self._reminds.isChecked() else None,
        )
        self.run(inquiries.hand_over, self._whole.id, self._whole.version, facts)


class WriteAgainDialog(ActDialog):
    """Adds a message; an answered or closed inquiry opens again with it."""

    def __init__(self, bridge: OfficeBridge, whole: InquiryWhole, parent: QWidget) -> None:
        super().__init__(
            bridge,
            "write_again",
            _("The citizen writes again"),
            _("An answered inquiry opens again, and a new answer is owed from then on."),
            icon="message-circle",
            note=whole.reference,
            parent=parent,
        )
        self._whole = whole
        self._text = Field(
            _("What was written"), TextArea("write_again.text", lines=4, reading=True)
        )
        self._moment = MomentField(
            "write_again.moment", _("It came in earlier"), bridge.office.now()
        )
        self.box.addWidget(self._text)
        self.box.addWidget(self._moment)
        self.finish(_("Add"), "plus")
        self._text.control.setFocus()

    def act(self) -> None:
        text = self._text.control.toPlainText()
        missing = "" if text.strip() else _("Write what was asked.")
        if show_errors([(self._text, missing)]):
            self.run(
                inquiries.write_again,
                self._whole.id,
                self._whole.version,
                text,
                self._moment.value(),
            )
