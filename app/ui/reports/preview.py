"""The report as it will be printed: made by a worker, shown page by page."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTemporaryDir, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language import _
from app.services import reports
from app.services.printing.contents import Paper
from app.ui.bridge import LongRunner, OfficeBridge
from app.ui.theme import colours, paint_text, scaled
from app.ui.widgets import IconButton, Label, Pane, Rule, named

if TYPE_CHECKING:
    from app.office import Office

_PAUSE = 700  # ms: several changes in a row make one paper
_MARGIN = 18


class PaperMaker(QObject):
    """Makes the report into a file of its own, the newest wish last; older ones are stopped."""

    made = Signal(object)  # Path
    failed = Signal(Exception)
    busy = Signal(bool)

    def __init__(self, bridge: OfficeBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._office = bridge.office
        self._folder = QTemporaryDir()  # goes when the pane goes
        self._number = 0
        self._wish: tuple[int, Paper] | None = None
        self._making: tuple[int, Paper] | None = None
        self._is_resting = False
        self.places: dict[str, int] = {}
        self._work = LongRunner(bridge, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._begin)
        self._work.done.connect(self._on_made)
        self._work.failed.connect(self._on_failed)
        self._work.cancelled.connect(self._begin)
        self._work.busy.connect(self.busy)

    def ask(self, year: int, paper: Paper) -> None:
        """Make it soon; what is being made is out of date and stops."""
        self._wish = (year, paper)
        self._work.cancel()
        self._pause.start()

    def rest(self) -> None:
        """Nobody looks: what is being made stops, and nothing more is made until `wake`."""
        self._is_resting = True
        self._wish = self._wish or self._making
        self._work.cancel()

    def wake(self) -> None:
        """Somebody looks again: make what could not be finished or has changed meanwhile."""
        self._is_resting = False
        self._begin()

    @Slot()
    def _begin(self) -> None:
        if self._wish is None or self._work.is_busy or self._pause.isActive() or self._is_resting:
            return
        self._making, self._wish = self._wish, None
        year, paper = self._making
        self._number += 1
        target = Path(self._folder.path()) / f"{self._number}.pdf"
        self._work.run(lambda progress: (make(self._office, year, target, paper, progress), target))

    @Slot(object)
    def _on_made(self, made: object) -> None:
        assert isinstance(made, tuple)  # noqa: S101 what the work above returns
        self.places, target = made
        self._end()
        self.made.emit(target)
        self._begin()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)
        self._begin()

    def _end(self) -> None:
        """What was made in spite of `rest` need not be made again."""
        if self._is_resting and self._wish == self._making:
            self._wish = None
        self._making = None


def make(
    office: "Office", year: int, target: Path, paper: Paper, progress: Callable[[int, int], None]
) -> dict[str, int]:
    """The report of a year as it is now; on a worker. Returns where its chapters begin."""
    from app.services.printing.annual_report import write_annual_report

    contents = office.read(
        reports.report_contents, year, office.now(), office.assets, office.is_demo
    )
    return write_annual_report(contents, target, paper, progress)


class PageView(QWidget):
    """One page of a PDF, as large as there is room; the wheel turns pages."""

    turned = Signal(int)  # by how many pages

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "reports.page", _("Page of the report"))
        self._document = QPdfDocument(self)
        self._page = 0
        self._image = QImage()
        self._words = _("The report is being made…")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(scaled(180), scaled(180))

    @property
    def pages(self) -> int:
        return self._document.pageCount()

    @property
    def page(self) -> int:
        return self._page

    @property
    def document(self) -> QPdfDocument:
        return self._document

    def load(self, file: Path) -> None:
        """Show another file, at the same page."""
        self._document.load(str(file))
        self.show_page(self._page)

    def show_page(self, page: int) -> None:
        self._page = max(0, min(page, self.pages - 1))
        self._image = QImage()
        self.update()

    def words(self, page: int) -> str:
        """What is written on a page."""
        return self._document.getAllText(page).text()

    def tell(self, words: str) -> None:
        """What stands there while no page does."""
        self._words = words
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._image = QImage()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turned.emit(-1 if event.angleDelta().y() > 0 else 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.rail)
        if not self.pages:
            middle = Qt.AlignmentFlag.AlignHCenter
            paint_text(painter, QRectF(self.rect()), self._words, "body", look.text2, middle)
            return
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self._document.pagePointSize(self._page).scaled(
            room.size(), Qt.AspectRatioMode.KeepAspectRatio
        )
        ratio = self.devicePixelRatioF()
        if self._image.isNull():
            pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
            self._image = self._document.render(self._page, pixels)
        spot = QRectF(
            room.center().x() - size.width() / 2,
            room.center().y() - size.height() / 2,
            size.width(),
            size.height(),
        )
        # Paper is white in every theme.
        painter.fillRect(spot, Qt.GlobalColor.white)
        painter.drawImage(spot, self._image)
        painter.setPen(look.border)
        painter.drawRect(spot)


class PreviewPane(Pane):
    """Head with paper and page number, arrows, the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent=parent)
        self.view = PageView()
        self._title = Label("", "label", "text2")
        self._number = named(Label("", "body", "text2"), "reports.page_number")
        self._back = named(IconButton("chevron-left", _("Previous page")), "reports.page_back")
        self._on = named(IconButton("chevron-right", _("Next page")), "reports.page_on")
        head = Pane(across=True, margins=(18, 4, 8, 4), gap=4)
        head.box.addWidget(self._title, 1)
        for widget in (self._back, self._number, self._on):
            head.box.addWidget(widget)
        head.setMinimumHeight(scaled(44))
        self.box.addWidget(head)
        self.box.addWidget(Rule())
        self.box.addWidget(self.view, 1)
        self._back.clicked.connect(self._on_back)
        self._on.clicked.connect(self._on_next)
        self.view.turned.connect(self._on_turned)
        self._show_number()

    def set_paper(self, paper: str) -> None:
        self._title.setText(_("Preview %(paper)s") % {"paper": paper.upper()})

    def load(self, file: Path) -> None:
        self.view.load(file)
        self._show_number()

    def show_page(self, page: int) -> None:
        self.view.show_page(page)
        self._show_number()

    @Slot()
    def _on_back(self) -> None:
        self.show_page(self.view.page - 1)

    @Slot()
    def _on_next(self) -> None:
        self.show_page(self.view.page + 1)

    @Slot(int)
    def _on_turned(self, by: int) -> None:
        self.show_page(self.view.page + by)

    def _show_number(self) -> None:
        pages = self.view.pages
        words = _("page %(n)d of %(total)d") % {"n": self.view.page + 1, "total": pages}
        self._number.setText(words if pages else "")
        self._back.setEnabled(self.view.page > 0)
        self._on.setEnabled(self.view.page < pages - 1)
