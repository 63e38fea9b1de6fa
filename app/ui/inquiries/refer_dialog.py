"""Referring an inquiry to the competent agency (picture 10): two clicks, and a message to copy."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QFont, QGuiApplication, QTextCharFormat
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.language import _
from app.services import inquiries, referrals
from app.services.agencies import AgencyRow
from app.services.citizens import citizen_text
from app.services.inquiries import InquiryWhole, ReferralMessage
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.inquiries.act_dialog import ActDialog, MomentField
from app.ui.inquiries.agency_picker import AgencyPicker
from app.ui.inquiries.due_box import DueBox
from app.ui.inquiries.new_agency_dialog import NewAgencyDialog
from app.ui.inquiries.words import full_moment_text
from app.ui.theme import scaled
from app.ui.widgets import (
    Box,
    Button,
    Choice,
    Field,
    Label,
    PlatformBadge,
    TextArea,
    line_edit,
    named,
)

_WIDTH, _HEIGHT = 978, 664
_AROUND = 72  # pixels of the window that stay to be seen above and below
_LEFT = 440
_MINUTE = 60_000
_NAME = 40  # letters of an agency's name on the button
_QUOTED = 220  # letters of the question that the dialog repeats


class ReferDialog(ActDialog):
    """`acted` tells the moment at which the agency's 24 hours end."""

    def __init__(self, bridge: OfficeBridge, whole: InquiryWhole, parent: QWidget) -> None:
        super().__init__(
            bridge,
            "refer",
            _("Refer to another agency"),
            icon="forward",
            note=whole.reference,
            width=scaled(_WIDTH),
            parent=parent,
        )
        self._whole = whole
        self._message = QueryRunner(bridge, self)
        self._shown: ReferralMessage | None = None
        self._picker = AgencyPicker(bridge, "refer.agency")
        self._means = Choice("refer.means", means_entries())
        self._contact = line_edit("refer.contact", placeholder=_("Whom you contacted"))
        now = bridge.office.now()
        self._moment = MomentField("refer.moment", _("Contacted before"), now)
        self._text = TextArea(
            "refer.message", _("Choose the agency: then its message stands here."), lines=6
        )
        self._counted = Label(
            _("The due time counts from when you contacted it, not from now."), "meta", "text2"
        )
        self._counted.hide()
        self._mask = named(QCheckBox(_("Hide the citizen's name and numbers")), "refer.mask")
        self._mask.setChecked(True)
        self._copy = named(Button(_("Copy the message"), icon_name="copy"), "refer.copy")
        self._due = DueBox()
        # Qt keeps a dialog's own hint below two thirds of the screen: too low for the message.
        self.setMinimumHeight(min(scaled(_HEIGHT), parent.window().height() - _AROUND))
        self._lay_out(whole)
        self._connect()
        self._verb = self.finish(_("Refer"), "forward")
        self._verb.setEnabled(False)
        self.foot_note.setText(_("Kohkol sends no message. Copy it, send it yourself, then refer."))
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()
        self._picker.search.setFocus()

    def _lay_out(self, whole: InquiryWhole) -> None:
        self.box.addWidget(_quotation(whole))
        columns = QHBoxLayout()
        columns.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(10)
        right.setSpacing(8)
        picker = Field(_("Competent agency"), self._picker)
        picker.label.setBuddy(self._picker.search)
        left.addWidget(picker, 1)
        how = QHBoxLayout()
        how.setSpacing(12)
        how.addWidget(Field(_("Contacted by"), self._means), 1)
        how.addWidget(Field(_("Contact person"), self._contact), 1)
        left.addLayout(how)
        left.addWidget(self._moment)
        left.addWidget(self._counted)
        right.addWidget(Field(_("Message to the agency"), self._text), 1)
        copying = QHBoxLayout()
        copying.addWidget(self._copy)
        copying.addStretch(1)
        copying.addWidget(self._mask)
        right.addLayout(copying)
        right.addWidget(self._due)
        holder = QWidget()
        holder.setFixedWidth(scaled(_LEFT))
        left.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(left)
        columns.addWidget(holder)
        columns.addLayout(right, 1)
        self.box.addLayout(columns)

    def _connect(self) -> None:
        self._message.answered.connect(self._on_message)
        self._message.failed.connect(self.refuse)
        self._picker.chosen.connect(self._on_agency_chosen)
        self._picker.missing.connect(self._on_missing)
        self._mask.toggled.connect(lambda _on: self._ask())
        self._moment.changed.connect(self._ask)
        self._moment.earlier.toggled.connect(self._counted.setVisible)
        self._copy.clicked.connect(self._on_copy_clicked)

    @Slot(object)
    def _on_agency_chosen(self, agency: AgencyRow | None) -> None:
        self._verb.setEnabled(agency is not None)
        self._copy.setEnabled(agency is not None)
        if agency is None:
            self._verb.setText(_("Refer"))
            self._due.hide()
            return
        self._verb.setText(_("Refer to %(agency)s") % {"agency": _on_button(agency.short_name)})
        self._contact.setText(agency.contact_name or "")
        self._ask()

    @Slot()
    def _on_minute(self) -> None:
        """The message names a moment: while nothing was typed into it, it goes on with time."""
        shown = self._shown.text if self._shown else ""
        if self._moment.value() is None and self._text.toPlainText() == shown:
            self._ask()

    def _ask(self) -> None:
        agency, actor = self._picker.agency(), self._bridge.office.actor
        if agency is None:
            return
        self._message.run(
            inquiries.referral_message,
            self._whole.id,
            agency.id,
            actor.id if actor else None,
            self._moment.value() or self._bridge.office.now(),
            self._mask.isChecked(),
        )

    @Slot(object)
    def _on_message(self, message: ReferralMessage) -> None:
        self._shown = message
        self._text.setPlainText(message.text)
        self._embolden(message.due_text)
        self._due.show_due(message, self._moment.value() or self._bridge.office.now())

    def _embolden(self, words: str) -> None:
        """The reader must not miss until when."""
        found = self._text.document().find(words)
        if not found.isNull():
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.DemiBold)
            found.mergeCharFormat(bold)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self._copy.set_icon("check")
        self._copy.setText(_("Copied"))

    @Slot(str)
    def _on_missing(self, typed: str) -> None:
        dialog = NewAgencyDialog(self._bridge, typed, self)
        dialog.named_so.connect(self._picker.search.setText)
        dialog.open()

    def act(self) -> None:
        agency = self._picker.agency()
        if agency is None:
            return
        self.run(
            referrals.refer,
            self._whole.id,
            self._whole.version,
            agency.id,
            means=means_text(str(self._means.value()), self._contact.text()),
            contacted_at=self._moment.value(),
        )


def _on_button(name: str) -> str:
    """A name as a button has room for it, in which an ampersand is a letter."""
    shown = name if len(name) <= _NAME else name[: _NAME - 1] + "…"
    return shown.replace("&", "&&")


def means_entries() -> list[tuple[str, object]]:
    """The ways by which offices reach each other."""
    words = ("WhatsApp", _("Telephone"), _("E-mail"), _("Letter or official note"), _("In person"))
    return [(word, word) for word in words]


def means_text(means: str, contact: str) -> str:
    """`WhatsApp ke Ibu Lilis (Humas)`."""
    if not contact.strip():
        return means
    return _("%(means)s to %(contact)s") % {"means": means, "contact": contact.strip()}


def _quotation(whole: InquiryWhole) -> QWidget:
    box = Box("sunken")
    row = QHBoxLayout(box)
    row.setContentsMargins(14, 10, 14, 10)
    row.setSpacing(10)
    opening = whole.opening
    if whole.platform:
        row.addWidget(PlatformBadge(whole.platform))
    column = QVBoxLayout()
    column.setSpacing(2)
    if opening is not None:
        text = " ".join(opening.text.split())
        shown = text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"
        column.addWidget(named(Label(f"“{shown}”", "body", wrap=True), "refer.question"))
        who = citizen_text(whole.platform, opening.handle, opening.citizen)
        when = full_moment_text(opening.written_at)
        column.addWidget(Label(f"{who}, {when}", "meta", "text2"))
    row.addLayout(column, 1)
    return box
