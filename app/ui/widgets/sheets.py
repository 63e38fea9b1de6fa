"""Printing the very pages that were made: one after the other, so that the window stays alive."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

_MOST_DOTS = 300  # an inch: more costs time and memory and shows nothing


def printer_for(document: QPdfDocument) -> QPrinter:
    """A printer set to the document's paper, F4 as well, which Qt does not know by name.

    The whole sheet is at our disposal: the pages have their margins.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    points = document.pagePointSize(0)
    fuzzy = QPageSize.SizeMatchPolicy.FuzzyMatch
    printer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", fuzzy))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


class SheetPrinter(QObject):
    """Prints a PDF; `stop` ends it after the sheet that is being printed."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, document: QPdfDocument, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._printer = document, printer
        self._painter = QPainter()
        first = printer.fromPage() or 1
        last = printer.toPage() or document.pageCount()
        self._sheets = list(range(first - 1, min(last, document.pageCount())))
        self._done = 0
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._on_next)

    def begin(self) -> bool:
        """Start; False if the printer refuses."""
        if not self._sheets or not self._painter.begin(self._printer):
            return False
        self._next.start()
        return True

    @Slot()
    def stop(self) -> None:
        """End it; what is printed is printed."""
        self._sheets = self._sheets[: self._done]

    @Slot()
    def _on_next(self) -> None:
        if self._done >= len(self._sheets):
            self._next.stop()
            self._painter.end()
            self.ended.emit()
            self.deleteLater()
            return
        if self._done:
            self._printer.newPage()
        self._draw(self._sheets[self._done])
        self._done += 1
        self.progressed.emit(self._done, len(self._sheets))

    def _draw(self, page: int) -> None:
        room = QRectF(self._printer.pageLayout().fullRectPixels(self._printer.resolution()))
        points = self._document.pagePointSize(page)
        dots = min(self._printer.resolution(), _MOST_DOTS)
        pixels = QSize(round(points.width() / 72 * dots), round(points.height() / 72 * dots))
        size = points.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(room.center())
        self._painter.drawImage(target, self._document.render(page, pixels))
