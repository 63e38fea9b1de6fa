"""Laporan: what Pasal 12 ayat (3) asks for, how far it is, and the paper that comes of it."""

from typing import cast

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from app.language import _
from app.models.report import REQUIRED_PARTS, Part
from app.services import agencies, reports
from app.services.agencies import AgencyRow
from app.services.reports import ReportYear
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.reports.desk import ReportDesk
from app.ui.reports.left_pane import LeftPane
from app.ui.reports.paper_pane import PaperPane
from app.ui.reports.part_pane import PartPane
from app.ui.reports.words import CHAPTERS
from app.ui.theme import scaled
from app.ui.widgets import ChipLook, Pane, Rule, Screen, named
from app.wording import sentence

_NARROW = 1000  # below, the preview takes the place of the middle when it is wanted
_PAPER_WIDTH = 393
_ANY_WIDTH = 16_777_215  # Qt's own "as wide as you like"
_PAUSE = 250  # ms: an import announces many things at once
_YEARS = 3
_LEAST_WIDTH, _LEAST_HEIGHT = 660, 460


class ReportsScreen(Screen):
    """The annual report of one year."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._desk = ReportDesk(bridge, self)
        self._part = Part.POLICY_OVERVIEW
        self._query = QueryRunner(bridge, self)
        self._agency = QueryRunner(bridge, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._build()
        self._connect()
        self._make_keys()
        self.setFocusProxy(self._left.parts)
        year = self._desk.year
        self._left.set_years(range(year, year - _YEARS, -1), year)
        self._agency.run(agencies.own_agency)
        self.reload()

    def _build(self) -> None:
        named(self, "reports")
        self._left = LeftPane()
        self._middle = PartPane(self._bridge)
        self._editor = self._middle.editor
        self._paper = PaperPane(self._bridge)
        self._side = Pane(across=True)
        self._side.box.addWidget(Rule(upright=True))
        self._side.box.addWidget(self._paper, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        # What is shown depends on the width, so the width can't depend on what is shown.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self._left)
        row.addWidget(Rule(upright=True))
        row.addWidget(self._middle, 1)
        row.addWidget(self._side)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._on_office_changed)
        self._soon.timeout.connect(self.reload)
        self._query.answered.connect(self._on_year)
        self._query.failed.connect(self._on_failed)
        self._agency.answered.connect(self._on_agency)
        self._left.years.chosen.connect(self._on_year_chosen)
        self._left.parts.chosen.connect(self._on_part_chosen)
        self._left.sign.clicked.connect(self._desk.sign)
        self._left.submit.clicked.connect(self._desk.submit)
        self._middle.lists.failed.connect(self._on_failed)
        self._paper.told.connect(self.told)
        self._paper.failed.connect(self._on_failed)
        self._paper.print_button.clicked.connect(self._on_print)
        self._paper.save_button.clicked.connect(self._on_save_pdf)
        self._left.preview.toggled.connect(self._show_panes)

    def _make_keys(self) -> None:
        for keys, slot in (
            (QKeySequence("Ctrl+PgDown"), self._on_next_part),
            (QKeySequence("Ctrl+PgUp"), self._on_previous_part),
            (QKeySequence(QKeySequence.StandardKey.Save), self._editor.save),
            (QKeySequence(QKeySequence.StandardKey.Print), self._on_print),
        ):
            QShortcut(keys, self, slot)

    def reload(self) -> None:
        self._query.run(reports.report_year, self._desk.year, self._bridge.office.now())

    def show_target(self, target: object) -> None:
        """A part such as `c`: show it."""
        if target in REQUIRED_PARTS:
            self._part = Part(str(target))
            if self._desk.shown is not None:
                self._left.parts.choose(self._part)

    def panes(self) -> tuple[QWidget, ...]:
        figures, text = self._middle.figures.table, self._editor.text
        return (self._left.parts, figures, text, self._paper.page_view)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+PgUp/PgDn", _("previous or next part")),
            ("Ctrl+S", _("keep the text now")),
            ("Ctrl+P", _("print")),
        )

    @Slot(frozenset)
    def _on_office_changed(self, _aggregates: frozenset[str]) -> None:
        """Nearly everything that an office keeps is counted in its report."""
        self._soon.start()

    @Slot(object)
    def _on_agency(self, agency: object) -> None:
        self._paper.set_paper(cast("AgencyRow", agency).paper)

    @Slot(object)
    def _on_year(self, year: object) -> None:
        assert isinstance(year, ReportYear)  # noqa: S101 what report_year returns
        self._desk.shown = year
        self._middle.notice.hide()
        self._show_heading(year)
        self._left.show_year(year, may_sign=self._desk.may_sign)
        self._show_part()
        self._paper.remake(year.year)

    def _show_heading(self, year: ReportYear) -> None:
        done, total = year.complete, len(REQUIRED_PARTS)
        words = _("%(n)d of %(total)d parts complete") % {"n": done, "total": total}
        ready = done == total
        look = ChipLook(
            words, "circle-check" if ready else "circle-dot", "good" if ready else "waiting", "soft"
        )
        self.set_heading(_("Annual Report %(year)d") % {"year": year.year}, chips=(look,))

    def _show_part(self) -> None:
        if self._desk.shown is not None:
            self._middle.show_part(self._desk.shown, self._part, may_write=self._desk.may_write)

    @Slot(object)
    def _on_year_chosen(self, year: object) -> None:
        self._editor.save()
        self._desk.year = cast("int", year)
        self.reload()

    @Slot(object)
    def _on_part_chosen(self, part: object) -> None:
        self._part = cast("Part", part)
        self._show_part()
        self._paper.lead_to(CHAPTERS[self._part])

    @Slot()
    def _on_next_part(self) -> None:
        self._left.parts.step(1)

    @Slot()
    def _on_previous_part(self) -> None:
        self._left.parts.step(-1)

    @Slot()
    def _on_print(self) -> None:
        self._editor.settle(self._paper.ask_printer)

    @Slot()
    def _on_save_pdf(self) -> None:
        self._editor.settle(self._paper.choose_target)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._middle.notice.tell(sentence(error))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._paper.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another place, or nobody signed in any more; a window made small goes on working."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._paper.rest()

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_LEAST_WIDTH), scaled(_LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_panes()

    @Slot()
    @Slot(bool)
    def _show_panes(self, _checked: bool = False) -> None:
        is_narrow = self.width() < scaled(_NARROW)
        wants_paper = self._left.preview.isChecked()
        self._left.preview.setVisible(is_narrow)
        self._side.setVisible(not is_narrow or wants_paper)
        self._middle.setVisible(not is_narrow or not wants_paper)
        width = scaled(_PAPER_WIDTH)
        self._side.setMinimumWidth(0 if is_narrow else width)
        self._side.setMaximumWidth(_ANY_WIDTH if is_narrow else width)
