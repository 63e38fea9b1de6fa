"""A finished PDF on the screen: look at it, print it, save it elsewhere."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget

from app.language import _
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.files import FileKind, ask_where_to_save
from app.ui.widgets.naming import named
from app.ui.widgets.notices import Notice
from app.ui.widgets.sheets import SheetPrinter, printer_for


class PaperDialog(Dialog):
    """Shows a PDF with its verbs: print, save as, close."""

    def __init__(self, path: Path, title: str, parent: QWidget) -> None:
        over = parent.window()
        super().__init__("paper", title, width=min(760, over.width() - 80), parent=parent)
        self._path, self._title = path, title
        self._document = QPdfDocument(self)
        self._document.load(str(path))
        view = named(QPdfView(self), "paper.view", title)
        view.setDocument(self._document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setMinimumHeight(max(320, over.height() - 240))
        self._notice = Notice("paper.notice", "bad", rounded=True)
        self._notice.hide()
        self.box.addWidget(self._notice)
        self.box.addWidget(view, 1)
        self.add_verb(_("Close"), name="done", slot=self.accept)
        self.add_verb(_("Save PDF…"), "plain", "download", name="save", slot=self._on_save_clicked)
        self.add_verb(
            _("Print…"),
            "primary",
            "printer",
            name="print",
            slot=self._on_print_clicked,
            default=True,
        )

    @Slot()
    def _on_save_clicked(self) -> None:
        ask_where_to_save(
            self, "paper.pdf", _("Save PDF"), self._path.name, FileKind.PDF, self._save_to
        )

    def _save_to(self, target: Path) -> None:
        try:
            shutil.copyfile(self._path, target)
        except OSError:
            words = _("“%(file)s” can't be written. Close it elsewhere, or choose another folder.")
            self._notice.tell(words % {"file": target.name})

    @Slot()
    def _on_print_clicked(self) -> None:
        self._printer = printer_for(self._document)
        self._printer.setDocName(self._title)
        dialog = named(QPrintDialog(self._printer, self), "paper.print_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(self._on_printer_chosen)
        dialog.show()

    @Slot()
    def _on_printer_chosen(self) -> None:
        if not SheetPrinter(self._document, self._printer, self).begin():
            self._notice.tell(_("The printer does not answer."))
