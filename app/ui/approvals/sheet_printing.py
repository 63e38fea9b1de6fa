"""Cetak lembar mingguan…: for whom; then the paper, through the one print dialog."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _
from app.office import Office
from app.services import agencies, approvals
from app.services.approvals import DeciderRow
from app.services.errors import InvalidValue, OfficeError
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import Choice, Dialog, Field, Notice
from app.wording import sentence


class PrintSheetDialog(Dialog):
    """Draws up the sheet of one official and makes its paper."""

    help_page = "approvals"
    printed = Signal(object)  # the PDF's path

    def __init__(
        self, bridge: OfficeBridge, deciders: Sequence[DeciderRow], parent: QWidget
    ) -> None:
        super().__init__(
            "approvals.print_sheet",
            _("Print the weekly sheet"),
            _(
                "It holds what waits for this official and what was noted in his or her name. Once "
                "signed, scan it and note it here."
            ),
            icon="printer",
            width=480,
            parent=parent,
        )
        self._office = bridge.office
        self._acts = ActRunner(bridge, self)
        self._refusal = Notice("approvals.print_sheet.refusal", "bad", rounded=True)
        self._refusal.hide()
        self._decider = Choice(
            "approvals.print_sheet.official",
            [(who.name, who.id) for who in deciders],
            placeholder=_("For whom?"),
        )
        self._field = Field(_("For"), self._decider)
        self.box.addWidget(self._refusal)
        self.box.addWidget(self._field)
        self.add_cancel()
        self._save = self.add_verb(
            _("Make the sheet"), "primary", name="save", slot=self._on_save, default=True
        )
        self._acts.busy.connect(self._save.setDisabled)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self._on_refused)

    @Slot()
    def _on_save(self) -> None:
        official = self._decider.value()
        if not isinstance(official, int):
            self._field.set_error(_("Choose who is to sign."))
            self._decider.setFocus()
            return
        office = self._office
        self._acts.call(lambda: print_sheet(office, office.act(approvals.make_sheet, official)))

    @Slot(object)
    def _on_done(self, path: object) -> None:
        self.accept()
        self.printed.emit(path)

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, InvalidValue) and error.field == "decider":
            self._field.set_error(sentence(error))
        else:
            self._refusal.tell(sentence(error))


def print_sheet(office: Office, sheet_id: int) -> Path:
    """Make the PDF of a sheet, on a worker; a picture that can't be read is left out."""
    from app.services.approvals.sheet_paper import sheet_contents
    from app.services.printing.approval_sheet import write_approval_sheet

    contents = office.read(sheet_contents, sheet_id, office.assets, office.is_demo)
    pictures: dict[str, bytes] = {}
    for sha256 in {one for item in contents.items for one in item.pictures}:
        try:
            small = office.library.thumbnail(sha256)
        except OfficeError:
            continue
        if isinstance(small, bytes):
            pictures[sha256] = small
    paper = office.read(agencies.own_agency).paper
    target = Path(tempfile.mkdtemp(prefix="kohkol-")) / f"{contents.reference}.pdf"
    write_approval_sheet(contents, pictures, target, "f4" if paper == "f4" else "a4")
    return target
