"""The middle column: one part of the report, its figures, its list, its text, what it lacks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.findings import lack_text
from app.language import _, month_text
from app.models.report import REQUIRED_PARTS, Part
from app.services.reports import PartState, ReportYear
from app.ui.bridge import OfficeBridge
from app.ui.reports.figures import tables_of
from app.ui.reports.figures_pane import FiguresPane
from app.ui.reports.lists import ListsPane
from app.ui.reports.narrative import NarrativeEditor
from app.ui.reports.words import part_title
from app.ui.widgets import Label, Notice, Pane, StateChip, named


class PartPane(Pane):
    """Shows what belongs to a part and hides the rest; above it stands what went wrong."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 12, 20, 14), gap=10, parent=parent)
        self.figures = FiguresPane(bridge)
        self.lists = ListsPane(bridge)
        self.editor = NarrativeEditor(bridge)
        self.notice = Notice("reports.notice", "bad", rounded=True)
        self.notice.hide()
        self._title = named(Label("", "title", wrap=True), "reports.part_title")
        self._period = Label("", "meta", "text2")
        self._state = StateChip("report", "empty")
        self._lacks = named(Label("", "body", "waiting", wrap=True), "reports.lacks")
        self._lay_out()

    def _lay_out(self) -> None:
        words = Pane()
        words.box.addWidget(self._title)
        words.box.addWidget(self._period)
        head = Pane(across=True, gap=12)
        head.box.addWidget(words, 1)
        head.box.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addWidget(self.notice)
        self.box.addWidget(head)
        self.box.addWidget(self.figures, 3)
        self.box.addWidget(self.lists, 3)
        self.box.addWidget(self.editor, 2)
        self.box.addWidget(self._lacks)

    def show_part(self, year: ReportYear, part: Part, *, may_write: bool) -> None:
        """Show this part; whoever only looks can't write in it."""
        row = year.part(part)
        self._title.setText(part_title(row.part))
        words = _("January to %(month)s") % {"month": month_text(year.until)}
        self._period.setText(words if row.part in REQUIRED_PARTS else "")
        self._state.set_state("report", row.state.value)
        self._state.setVisible(row.part in REQUIRED_PARTS)
        self.figures.show_tables(tables_of(row.part, year.figures))
        self.lists.show_list(year, row.part, may_write=may_write)
        self.editor.show_part(year.year, row, may_write=may_write)
        lacks = " ".join(lack_text(lack) for lack in row.lacks)
        self._lacks.setText(lacks)
        self._lacks.setVisible(bool(lacks) and row.state is not PartState.COMPLETE)
