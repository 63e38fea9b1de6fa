"""The head signed on paper: day, name and the scan that proves it. Nobody must sign in for that."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import _
from app.services import reports
from app.services.errors import InvalidValue
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.shelf.keeping import keep_file
from app.ui.widgets import (
    Button,
    DayField,
    Dialog,
    ElidedLabel,
    Field,
    FileKind,
    Notice,
    ask_for_file,
    line_edit,
    named,
)
from app.wording import sentence


class SignDialog(Dialog):
    """Records the signature on the printed report."""

    def __init__(
        self, bridge: OfficeBridge, year: int, signer: str, today: date, parent: QWidget
    ) -> None:
        super().__init__(
            "reports.sign",
            _("Record the signature"),
            _("Print the report, let the head sign the approval page, scan it, record it here."),
            icon="signature",
            width=520,
            parent=parent,
        )
        self._office = bridge.office
        self._year = year
        self._scan: Path | None = None
        self._acts = ActRunner(bridge, self)
        self._refusal = Notice("reports.sign.refusal", "bad", rounded=True)
        self._refusal.hide()
        self._day = DayField("reports.sign.day", QDate(today.year, today.month, today.day))
        self._signer = line_edit("reports.sign.name", signer)
        self._file = named(
            ElidedLabel(_("No scan chosen yet"), "body", "text2"), "reports.sign.file"
        )
        choose = named(Button(_("Choose the scan…"), "plain", "paperclip"), "reports.sign.choose")
        choose.clicked.connect(self._on_choose_clicked)
        scan = QWidget()
        line = QHBoxLayout(scan)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(choose)
        line.addWidget(self._file, 1)
        self.box.addWidget(self._refusal)
        self.box.addWidget(Field(_("Signed on"), self._day))
        self.box.addWidget(Field(_("Signed by"), self._signer))
        self.box.addWidget(Field(_("Scan of the signed page"), scan))
        self.add_cancel()
        save = self.add_verb(
            _("Record"), "primary", name="save", slot=self._on_save_clicked, default=True
        )
        self._acts.busy.connect(save.setDisabled)
        self._acts.done.connect(self.accept)
        self._acts.failed.connect(self._on_refused)

    def use_scan(self, file: Path) -> None:
        """Take this file as the proof."""
        self._scan = file
        self._file.setText(file.name)

    @Slot()
    def _on_choose_clicked(self) -> None:
        title = _("Choose the scan")
        ask_for_file(self, "reports.scan", title, self.use_scan, (FileKind.SCAN,))

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._scan is None:
            self._refusal.tell(_("Choose the scan of the signed page."))
            return
        scan, year, name = self._scan, self._year, self._signer.text()
        chosen = self._day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self._acts.call(lambda: self._record(scan, year, day, name))

    def _record(self, scan: Path, year: int, day: date, name: str) -> None:
        """On a worker: the bytes are kept before the row that names them."""
        if not name.strip():
            raise InvalidValue("signer_name", "empty")
        kept = keep_file(self._office, scan, scan.name)
        self._office.act(reports.record_signature, year, day, name, kept)

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        self._refusal.tell(sentence(error))
