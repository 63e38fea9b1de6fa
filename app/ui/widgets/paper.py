"""A finished PDF on the screen: look at it, print it, save it elsewhere."""

import shutil
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF, Slot
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from app.language import _
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.naming import named
from app.ui.widgets.notices import Notice

_DOTS_PER_INCH = 300  # enough for text on paper, a quarter of the memory of 600


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
        proposed = str(Path.home() / self._path.name)
        name, _kind = QFileDialog.getSaveFileName(self, _("Save PDF"), proposed, "PDF (*.pdf)")
        if not name:
            return
        target = Path(name)
        try:
            shutil.copyfile(self._path, target)
        except OSError:
            words = _("“%(file)s” can't be written. Close it elsewhere, or choose another folder.")
            self._notice.tell(words % {"file": target.name})

    @Slot()
    def _on_print_clicked(self) -> None:
        print_pdf(self._document, self._title, self)


def print_pdf(document: QPdfDocument, title: str, parent: QWidget) -> bool:
    """Ask for printer and copies, then print every page in its own size; False if cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_DOTS_PER_INCH)
    printer.setDocName(title)
    printer.setPageSize(page_size(document))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, document.pageCount())
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    draw_pages(document, printer)
    return True


def page_size(document: QPdfDocument) -> QPageSize:
    """The size of the first page, F4 as well, which Qt does not know by name."""
    points = document.pagePointSize(0)
    return QPageSize(QSizeF(points), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def draw_pages(document: QPdfDocument, printer: QPrinter) -> None:
    """Draw the pages that were asked for onto the printer."""
    first = printer.fromPage() or 1
    last = printer.toPage() or document.pageCount()
    painter = QPainter(printer)
    for number in range(first - 1, min(last, document.pageCount())):
        if number > first - 1:
            printer.newPage()
        points = document.pagePointSize(number)
        scale = printer.resolution() / 72
        size = QSize(round(points.width() * scale), round(points.height() * scale))
        image = document.render(number, size)
        full = printer.pageLayout().fullRectPixels(printer.resolution())
        shift = printer.pageLayout().paintRectPixels(printer.resolution()).topLeft()
        room = QRectF(QPointF(full.topLeft() - shift), QSizeF(size))
        painter.drawImage(room, image)
    painter.end()
