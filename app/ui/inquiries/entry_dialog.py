"""Quick entry of what a citizen wrote, said by telephone or brought in person (Lampiran C.1)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.labels import label
from app.language import _
from app.models.comment import Tone
from app.models.inquiry import InquiryKind
from app.models.limits import TOPIC
from app.services import inquiries
from app.services.accounts import AccountRow
from app.services.inquiries import Reception
from app.services.platform_names import platform_label
from app.ui.bridge import OfficeBridge
from app.ui.inquiries.act_dialog import ActDialog, MomentField
from app.ui.inquiries.words import TONE_ICONS
from app.ui.widgets import (
    Choice,
    Field,
    Part,
    Segments,
    TextArea,
    line_edit,
    show_errors,
)

_NO_TONE = "none"


class EntryDialog(ActDialog):
    """`acted` tells the key of the inquiry that was entered."""

    def __init__(
        self, bridge: OfficeBridge, accounts: Sequence[AccountRow], parent: QWidget
    ) -> None:
        super().__init__(
            bridge,
            "entry",
            _("Enter an inquiry"),
            icon="message-circle-question-mark",
            width=640,
            parent=parent,
        )
        self._text = Field(
            _("What was written or said"),
            TextArea("entry.text", _("Paste or type the message as it is"), lines=4, reading=True),
        )
        self._where = Field(_("Where it came in"), Choice("entry.account", _places(accounts)))
        if accounts:
            self._where.control.set_value(accounts[0].id)
        self._person = Field(_("Name"), line_edit("entry.name"), _("as it is shown"))
        self._handle = Field(_("Account or number"), line_edit("entry.handle"))
        self._topic = Field(_("Topic"), line_edit("entry.topic", limit=TOPIC))
        self._link = Field(_("Link to the post or message"), line_edit("entry.link"))
        self._kind = Segments(
            "entry.kind", [Part(kind, label(kind)) for kind in InquiryKind], _("Kind")
        )
        self._tone = Segments("entry.tone", _tones(), _("Tone"))
        self._moment = MomentField("entry.moment", _("It came in earlier"), bridge.office.now())
        self._lay_out()
        self.finish(_("Enter"), "plus")
        self._text.control.setFocus()

    def _lay_out(self) -> None:
        self.box.addWidget(self._text)
        for left, right in (
            (self._where, self._link),
            (self._person, self._handle),
        ):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(left, 1)
            row.addWidget(right, 1)
            self.box.addLayout(row)
        self.box.addWidget(Field(_("Kind"), self._kind))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Field(_("Tone"), self._tone))
        row.addWidget(self._topic, 1)
        self.box.addLayout(row)
        self.box.addWidget(self._moment)

    def act(self) -> None:
        text = self._text.control.toPlainText()
        missing = "" if text.strip() else _("Write what was asked.")
        if not show_errors([(self._text, missing)]):
            return
        kind, tone, place = self._kind.value(), self._tone.value(), self._where.control.value()
        self.run(
            inquiries.receive_inquiry,
            Reception(
                text,
                kind if isinstance(kind, InquiryKind) else InquiryKind.QUESTION,
                self._moment.value(),
                account_id=place if isinstance(place, int) else None,
                handle=self._handle.control.text(),
                name=self._person.control.text(),
                tone=tone if isinstance(tone, Tone) else None,
                topic=self._topic.control.text(),
                url=self._link.control.text(),
            ),
        )


def _places(accounts: Sequence[AccountRow]) -> list[tuple[str, object]]:
    return [
        *(
            (f"{platform_label(account.platform)} · {account.name or account.handle}", account.id)
            for account in accounts
        ),
        (_("Telephone, letter, or in person"), None),
    ]


def _tones() -> list[Part]:
    return [
        Part(_NO_TONE, _("Not yet")),
        *(Part(tone, label(tone), icon=TONE_ICONS[tone]) for tone in Tone),
    ]
