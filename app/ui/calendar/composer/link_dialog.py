"""A link that tells the office's web statistics where a visitor came from (UTM)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _
from app.models.limits import LINK
from app.services.contents import campaign_link
from app.services.errors import InvalidValue
from app.ui.widgets import Dialog, Field, Label, line_edit, show_errors
from app.wording import sentence

_MEDIUM = "media-sosial"


class CampaignLinkDialog(Dialog):
    """Shows the link as it is typed; nothing is asked of the internet."""

    chosen = Signal(str)  # the link

    def __init__(self, source: str, campaign: str, parent: QWidget) -> None:
        super().__init__(
            "composer.utm",
            _("Link with marks"),
            _("The marks tell your website's statistics where visitors come from."),
            icon="link",
            width=540,
            parent=parent,
        )
        self._address = line_edit("composer.utm.address", placeholder="https://…", limit=LINK)
        self._source = line_edit("composer.utm.source", source)
        self._medium = line_edit("composer.utm.medium", _MEDIUM)
        self._campaign = line_edit("composer.utm.campaign", campaign)
        self._detail = line_edit("composer.utm.content")
        self._result = Label("", "body", wrap=True)
        self._address_field = Field(_("&Link"), self._address)
        self._source_field = Field(_("&Where it stands (utm_source)"), self._source)
        for part in (
            self._address_field,
            self._source_field,
            Field(_("&Kind of medium (utm_medium)"), self._medium),
            Field(_("Ca&mpaign (utm_campaign)"), self._campaign),
            Field(_("&Detail (utm_content), if you like"), self._detail),
            self._result,
        ):
            self.box.addWidget(part)
        self.add_cancel()
        self.add_verb(_("&Insert"), "primary", name="yes", slot=self._on_insert, default=True)
        for edit in (self._address, self._source, self._medium, self._campaign, self._detail):
            edit.textChanged.connect(self._show)
        self._address.setFocus()

    def _made(self) -> str:
        return campaign_link(
            self._address.text(),
            source=self._source.text(),
            medium=self._medium.text(),
            campaign=self._campaign.text(),
            detail=self._detail.text(),
        )

    @Slot()
    def _show(self) -> None:
        try:
            self._result.setText(self._made())
        except InvalidValue:
            self._result.setText("")  # said when it is to be inserted: it is being typed

    @Slot()
    def _on_insert(self) -> None:
        try:
            link = self._made()
        except InvalidValue as error:
            field = self._address_field if error.field == "link" else self._source_field
            show_errors([(field, sentence(error))])
            return
        self.chosen.emit(link)
        self.accept()
