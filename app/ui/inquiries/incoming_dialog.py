"""What another agency asks us: from its receipt on the 24 hours are ours (Lampiran C.4)."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.language import _
from app.models.inquiry import InquiryKind
from app.services import referrals
from app.services.referrals import Incoming
from app.ui.bridge import OfficeBridge
from app.ui.inquiries.act_dialog import ActDialog, MomentField
from app.ui.inquiries.agency_picker import AgencyPicker
from app.ui.inquiries.new_agency_dialog import NewAgencyDialog
from app.ui.inquiries.refer_dialog import means_entries
from app.ui.widgets import Choice, Field, Part, Segments, TextArea, line_edit, show_errors


class IncomingDialog(ActDialog):
    """`acted` tells the key of the inquiry that was entered."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget) -> None:
        super().__init__(
            bridge,
            "incoming",
            _("Enter an incoming referral"),
            _("From the moment it reached us the 24 hours are ours."),
            icon="forward",
            width=860,
            parent=parent,
        )
        self._picker = AgencyPicker(bridge, "incoming.agency")
        self._text = Field(_("What it asks us"), TextArea("incoming.text", lines=5, reading=True))
        self._reference = Field(_("Its number or reference"), line_edit("incoming.reference"))
        self._means = Field(_("How it came"), Choice("incoming.means", means_entries()))
        self._kind = Segments(
            "incoming.kind", [Part(kind, label(kind)) for kind in InquiryKind], _("Kind")
        )
        self._moment = MomentField(
            "incoming.moment", _("It reached us earlier"), bridge.office.now()
        )
        self._lay_out()
        self._verb = self.finish(_("Enter"), "plus")
        self._verb.setEnabled(False)
        self._picker.chosen.connect(lambda agency: self._verb.setEnabled(agency is not None))
        self._picker.missing.connect(self._on_missing)
        self._picker.search.setFocus()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(20)
        left, right = QVBoxLayout(), QVBoxLayout()
        right.setSpacing(10)
        picker = Field(_("Asking agency"), self._picker)
        picker.label.setBuddy(self._picker.search)
        left.addWidget(picker)
        right.addWidget(self._text, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._reference, 1)
        row.addWidget(self._means, 1)
        right.addLayout(row)
        right.addWidget(Field(_("Kind"), self._kind))
        right.addWidget(self._moment)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        self.box.addLayout(columns)

    @Slot(str)
    def _on_missing(self, typed: str) -> None:
        dialog = NewAgencyDialog(self._bridge, typed, self)
        dialog.named_so.connect(self._picker.search.setText)
        dialog.open()

    def act(self) -> None:
        agency, text = self._picker.agency(), self._text.control.toPlainText()
        missing = "" if text.strip() else _("Write what was asked.")
        if not show_errors([(self._text, missing)]) or agency is None:
            return
        kind = self._kind.value()
        self.run(
            referrals.receive_referral,
            Incoming(
                agency.id,
                text,
                str(self._means.control.value()),
                self._reference.control.text(),
                self._moment.value(),
                kind if isinstance(kind, InquiryKind) else InquiryKind.QUESTION,
            ),
        )
