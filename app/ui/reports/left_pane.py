"""The left column: the year, the parts, and at its foot how far signature and delivery are."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.language import _, day_text
from app.services.reports import ReportYear
from app.ui.reports.parts_list import PartsList
from app.ui.theme import scaled
from app.ui.widgets import Button, Choice, Label, Pane, Rule, named


class LeftPane(Pane):
    """Shows the parts; its foot offers the act that comes next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self.years = Choice("reports.year", prefix=_("Year"))
        self.parts = PartsList()
        self.sign = named(
            Button(_("Record the signature…"), "plain", "signature"), "reports.record_signature"
        )
        self.submit = named(
            Button(_("Record the delivery…"), "plain", "send"), "reports.record_delivery"
        )
        # Where the window is narrow, the paper takes the place of the middle.
        self.preview = named(Button(_("Preview"), "plain", "file-text"), "reports.preview")
        self.preview.setCheckable(True)
        self._state = named(Label("", "meta", "text2", wrap=True), "reports.signature_state")
        head = Pane("sunken", margins=(16, 10, 16, 8), gap=8)
        head.box.addWidget(self.years)
        head.box.addWidget(self.preview)
        head.box.addWidget(Label(_("Required content, Pasal 12 ayat (3)"), "label", "text2"))
        foot = Pane("sunken", margins=(16, 10, 16, 12), gap=8)
        for widget in (self._state, self.sign, self.submit):
            foot.box.addWidget(widget)
        self.box.addWidget(head)
        self.box.addWidget(self.parts, 1)
        self.box.addWidget(Rule())
        self.box.addWidget(foot)
        self.setFixedWidth(scaled(252))

    def set_years(self, years: Sequence[int], chosen: int) -> None:
        self.years.set_entries([(str(year), year) for year in years])
        self.years.set_value(chosen)

    def show_year(self, year: ReportYear, *, may_sign: bool) -> None:
        self.parts.show_year(year)
        self._state.setText(_state_text(year))
        self.sign.setVisible(may_sign and year.submitted_on is None)
        self.submit.setVisible(
            may_sign and year.signed_on is not None and year.submitted_on is None
        )


def _state_text(year: ReportYear) -> str:
    if year.submitted_on is not None:
        words = _("Delivered to the Gubernur on %(day)s.")
        return words % {"day": day_text(year.submitted_on)}
    if year.signed_on is not None:
        words = _("Signed on %(day)s by %(name)s. Not delivered yet.")
        return words % {"day": day_text(year.signed_on), "name": year.signer_name}
    return _("Not signed yet. Data until %(day)s.") % {"day": day_text(year.until)}
