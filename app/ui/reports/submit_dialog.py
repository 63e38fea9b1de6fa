"""The signed report was delivered to the Gubernur: when, and under which receipt number."""

from datetime import date

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QWidget

from app.language import _
from app.services import reports
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import DayField, Dialog, Field, Notice, line_edit
from app.wording import sentence


class SubmitDialog(Dialog):
    """Records the delivery (Pasal 12 ayat (2))."""

    def __init__(self, bridge: OfficeBridge, year: int, today: date, parent: QWidget) -> None:
        super().__init__(
            "reports.submit",
            _("Record the delivery"),
            _("The report goes to the Gubernur; note the day and the number on the receipt."),
            icon="send",
            width=480,
            parent=parent,
        )
        self._year = year
        self._acts = ActRunner(bridge, self)
        self._refusal = Notice("reports.submit.refusal", "bad", rounded=True)
        self._refusal.hide()
        self._day = DayField("reports.submit.day", QDate(today.year, today.month, today.day))
        self._number = line_edit("reports.submit.number")
        self.box.addWidget(self._refusal)
        self.box.addWidget(Field(_("Delivered on"), self._day))
        self.box.addWidget(Field(_("Receipt number"), self._number))
        self.add_cancel()
        save = self.add_verb(
            _("Record"), "primary", name="save", slot=self._on_save_clicked, default=True
        )
        self._acts.busy.connect(save.setDisabled)
        self._acts.done.connect(self.accept)
        self._acts.failed.connect(self._on_refused)

    @Slot()
    def _on_save_clicked(self) -> None:
        chosen = self._day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self._acts.run(reports.record_submission, self._year, day, self._number.text())

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        self._refusal.tell(sentence(error))
