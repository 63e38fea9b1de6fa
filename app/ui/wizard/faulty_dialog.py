"""The rows of a file that can't be taken in, with their reasons, and saving them."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from app.language import _, ngettext
from app.services.errors import OfficeError
from app.services.importing.faulty_file import save_faulty
from app.services.importing.previewing import Preview
from app.services.importing.reasons import reason_text
from app.ui.importing.rows import place_text
from app.ui.widgets import Dialog, FileKind, Notice, Table, ask_where_to_save
from app.wording import sentence

_MOST_SHOWN = 200


class FaultyDialog(Dialog):
    """The faulty rows with their reasons; they can be saved, corrected and taken in later."""

    def __init__(self, shown: Preview, parent: QWidget) -> None:
        count = len(shown.faulty)
        title = ngettext("%(n)d row can't be taken in", "%(n)d rows can't be taken in", count)
        super().__init__(
            "faulty",
            title % {"n": count},
            _("All others can. Save these, correct them in Excel, and take them in later."),
            width=760,
            note=shown.file,
            parent=parent,
        )
        self._shown = shown
        self._notice = Notice("faulty.notice", rounded=True)
        self._notice.hide()
        table = Table("faulty.table", _("Faulty rows"), "compact")
        model = QStandardItemModel(0, 3, table)
        model.setHorizontalHeaderLabels([_("Row"), _("Column"), _("Why")])
        for faulty in shown.faulty[:_MOST_SHOWN]:
            cells = (place_text(faulty.sheet, faulty.row), faulty.column, reason_text(faulty))
            model.appendRow([QStandardItem(cell) for cell in cells])
        table.setModel(model)
        table.set_widths(110, 160, 0)
        table.setMinimumHeight(260)
        self.box.addWidget(self._notice)
        self.box.addWidget(table)
        self.add_verb(_("&Save as a workbook…"), "plain", "download", name="save", slot=self._ask)
        self.add_verb(_("&Close"), "primary", name="done", default=True).setFocus()

    @Slot()
    def _ask(self) -> None:
        suffix = _("to correct")  # by itself: texts within an f-string are not found
        ask_where_to_save(
            self,
            "faulty.save",
            _("Save as a workbook"),
            f"{Path(self._shown.file).stem}-{suffix}.xlsx",
            FileKind.WORKBOOK,
            self.save_to,
        )

    def save_to(self, file: Path) -> None:
        """Write the faulty rows into a workbook, and say where they are."""
        try:
            save_faulty(self._shown.judged, file)
        except OfficeError as error:
            self._notice.tell(sentence(error), "bad")
            return
        words = _("The faulty rows are in “%(file)s”. Correct them there, then take it in.")
        self._notice.tell(words % {"file": str(file)}, "good")
