"""The right column: what will be printed, on which paper, and the two ways out of the program."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from app.language import _
from app.services.printing.contents import Paper
from app.ui.bridge import LongRunner, OfficeBridge
from app.ui.reports.preview import PaperMaker, PreviewPane, make
from app.ui.theme import scaled
from app.ui.widgets import (
    Button,
    Choice,
    FileKind,
    Label,
    Pane,
    ProgressFoot,
    Rule,
    Telling,
    ask_where_to_save,
    named,
)
from app.ui.widgets.sheets import SheetPrinter, printer_for
from app.wording import sentence


class PaperPane(Pane):
    """Preview, paper, Cetak…, Simpan PDF."""

    told = Signal(object)  # a Telling
    failed = Signal(Exception)
    paper_changed = Signal()

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__("window", parent=parent)
        named(self, "reports.paper_pane")
        self._office = bridge.office
        self._year = 0
        self._wanted = ""  # the chapter to show once its page is known
        self._maker = PaperMaker(bridge, self)
        self._writing = LongRunner(bridge, self)
        self._target = Path()
        self._preview = PreviewPane()
        self._papers = Choice("reports.paper", [("A4", "a4"), ("F4", "f4")])
        self._papers.setAccessibleName(_("Paper"))
        self._print = named(Button(_("&Print…"), "plain", "printer"), "reports.print")
        self._save = named(Button(_("Save PDF"), "primary", "download"), "reports.save_pdf")
        self._f4 = Label(
            _("Printers may call F4 “Folio”; it is 215 × 330 mm."), "meta", "text2", wrap=True
        )
        self.foot = ProgressFoot("reports.progress")
        self._lay_out()
        self._connect()
        self._on_paper("a4")

    def _lay_out(self) -> None:
        acts = Pane("window", across=True, margins=(18, 8, 18, 8), gap=8)
        acts.box.addWidget(self._papers)
        acts.box.addStretch(1)
        acts.box.addWidget(self._print)
        acts.box.addWidget(self._save)
        note = Pane("window", margins=(18, 0, 18, 8))
        note.box.addWidget(self._f4)
        self._note = note
        self._preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.box.addWidget(self._preview, 1)
        self.box.addWidget(Rule())
        self.box.addWidget(self.foot)
        self.box.addWidget(acts)
        self.box.addWidget(note)
        self.setMinimumWidth(scaled(300))

    def _connect(self) -> None:
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_not_made)
        self._papers.chosen.connect(self._on_paper)
        self._writing.progressed.connect(self.foot.set_progress)
        self._writing.done.connect(self._on_written)
        self._writing.failed.connect(self._on_not_written)
        self._writing.cancelled.connect(self.foot.end)
        self._writing.busy.connect(self._save.setDisabled)
        self.foot.cancelled.connect(self._writing.cancel)

    @property
    def print_button(self) -> Button:
        return self._print

    @property
    def save_button(self) -> Button:
        return self._save

    @property
    def page_view(self) -> QWidget:
        return self._preview.view

    @property
    def paper(self) -> Paper:
        return cast("Paper", self._papers.value())

    def set_paper(self, paper: str) -> None:
        """The agency's own paper, until another is chosen."""
        self._papers.set_value(paper)
        self._show_paper()

    def remake(self, year: int) -> None:
        """Something of the report has changed: make it again."""
        self._year = year
        self._maker.ask(year, self.paper)

    def rest(self) -> None:
        """Nobody looks at the preview: it is not made until `wake`; what is saved goes on."""
        self._maker.rest()

    def wake(self) -> None:
        self._maker.wake()

    def lead_to(self, chapter: str) -> None:
        """Show the page on which a chapter begins."""
        self._wanted = chapter
        if chapter in self._maker.places:
            self._preview.show_page(self._maker.places[chapter])

    @Slot(object)
    def _on_paper(self, _paper: object) -> None:
        self._show_paper()
        if self._year:
            self.remake(self._year)

    def _show_paper(self) -> None:
        self._preview.set_paper(self.paper)
        self._note.setVisible(self.paper == "f4")

    @Slot(object)
    def _on_made(self, file: object) -> None:
        assert isinstance(file, Path)  # noqa: S101 what the maker emits
        self._preview.load(file)
        self.lead_to(self._wanted)
        self._print.setEnabled(True)

    @Slot(Exception)
    def _on_not_made(self, error: Exception) -> None:
        self._preview.view.tell(sentence(error))
        self.failed.emit(error)

    @Slot()
    def choose_target(self) -> None:
        """Ask for a file and write the report there."""
        name = f"Laporan-Tahunan-{self._year}.pdf"
        title = _("Save the report")
        ask_where_to_save(self, "reports.pdf", title, name, FileKind.PDF, self.write_to)

    def write_to(self, target: Path) -> None:
        """Write the report as it is now; the foot tells how far it is."""
        self._target = target if target.suffix else target.with_suffix(".pdf")
        year, paper, office, file = self._year, self.paper, self._office, self._target
        if self._writing.run(lambda progress: make(office, year, file, paper, progress)):
            self.foot.begin(_("Making the report"))

    @Slot(object)
    def _on_written(self, _places: object) -> None:
        self.foot.end()
        self.told.emit(Telling(_("%(file)s is saved.") % {"file": self._target.name}))

    @Slot(Exception)
    def _on_not_written(self, error: Exception) -> None:
        self.foot.end()
        self.failed.emit(error)

    @Slot()
    def ask_printer(self) -> None:
        """Let the person choose a printer, then print the pages that are shown."""
        self._printer = printer_for(self._preview.view.document)
        dialog = named(QPrintDialog(self._printer, self), "reports.print_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.finished.connect(self._on_printer_chosen)
        dialog.show()

    @Slot(int)
    def _on_printer_chosen(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self.print_on(self._printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print what the preview shows."""
        sheets = SheetPrinter(self._preview.view.document, printer, self)
        sheets.progressed.connect(self.foot.set_progress)
        sheets.ended.connect(self.foot.end)
        self.foot.cancelled.connect(sheets.stop)
        if sheets.begin():
            self.foot.begin(_("Printing"))
        else:
            self.told.emit(Telling(_("The printer does not answer."), icon="triangle-alert"))
