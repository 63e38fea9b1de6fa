"""Obstacles and recommendations: lists in which people write, not figures (huruf f and g)."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, day_text
from app.models.report import ObstacleSide, Part
from app.services import reports
from app.services.reports import (
    ObstacleRow,
    RecommendationRow,
    ReportYear,
)
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.reports.entry_dialogs import ObstacleDialog, RecommendationDialog
from app.ui.widgets import (
    Button,
    Cell,
    Column,
    Dialog,
    IconButton,
    Label,
    RowsModel,
    Table,
    ask,
    named,
)

ListRow = ObstacleRow | RecommendationRow


def _cell(row: ListRow) -> Cell:
    return Cell(" ".join(row.text.split()), note=_note(row))


def _note(row: ListRow) -> str:
    if isinstance(row, ObstacleRow):
        return label(row.side)
    parts = [row.follow_up_plan or _("no follow-up plan yet"), row.owner]
    if row.due_on:
        parts.append(_("until %(day)s") % {"day": day_text(row.due_on)})
    if row.done_on:
        parts.append(_("done %(day)s") % {"day": day_text(row.done_on)})
    return " · ".join(" ".join(part.split()) for part in parts if part)


class ListsPane(QWidget):
    """One list with what can be done to it."""

    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._year = 0
        self._part = Part.OBSTACLES
        self._may_write = False
        self._model = RowsModel([Column(_("What is written"), _cell)], self)
        self._table = Table("reports.list", _("Entries"), "tall")
        self._table.setModel(self._model)
        self._table.horizontalHeader().hide()
        self._empty = Label("", "body", "text2", wrap=True)
        self._acts = ActRunner(bridge, self)
        self.add_external = self._button(_("External obstacle…"), "plus", "add_external")
        self.add_internal = self._button(_("Internal obstacle…"), "plus", "add_internal")
        self.add_recommendation = self._button(_("Recommendation…"), "plus", "add_recommendation")
        self._change = named(IconButton("pencil-line", _("Change…")), "reports.change")
        self._remove = named(IconButton("x", _("Leave out…")), "reports.remove")
        for button in (self.add_external, self.add_internal, self.add_recommendation):
            button.hide()
        self._lay_out()
        self._connect()

    def _button(self, text: str, icon: str, name: str) -> Button:
        return named(Button(text, "plain", icon, size="small"), f"reports.{name}")

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.add_external, self.add_internal, self.add_recommendation):
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self._change)
        acts.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(acts)
        column.addWidget(self._empty)
        column.addWidget(self._table, 1)

    def _connect(self) -> None:
        self._table.moved.connect(self._show_acts)
        self._table.opened.connect(self._on_change)
        self.add_external.clicked.connect(self._on_add_external)
        self.add_internal.clicked.connect(self._on_add_internal)
        self.add_recommendation.clicked.connect(self._on_add_recommendation)
        self._change.clicked.connect(self._on_change)
        self._remove.clicked.connect(self._on_remove)
        self._acts.failed.connect(self.failed)

    def show_list(self, year: ReportYear, part: Part, *, may_write: bool) -> None:
        """Show the list of this part; hidden for parts without one."""
        self._year, self._part, self._may_write = year.year, part, may_write
        is_obstacles = part is Part.OBSTACLES
        self.setVisible(part in (Part.OBSTACLES, Part.RECOMMENDATIONS))
        rows: tuple[ListRow, ...] = year.obstacles if is_obstacles else year.recommendations
        self._model.replace(rows)
        self._table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._empty.setText(
            _("Nothing is written yet: the regulation asks for external and internal obstacles.")
            if is_obstacles
            else _("Nothing is written yet: the regulation asks for recommendations and a plan.")
        )
        self.add_external.setVisible(may_write and is_obstacles)
        self.add_internal.setVisible(may_write and is_obstacles)
        self.add_recommendation.setVisible(may_write and not is_obstacles)
        if rows and not self._table.currentIndex().isValid():
            self._table.setCurrentIndex(self._model.index(0, 0))
        self._show_acts()

    @Slot()
    @Slot(QModelIndex)
    def _show_acts(self, _index: QModelIndex | None = None) -> None:
        has_row = self._row() is not None
        for button in (self._change, self._remove):
            button.setVisible(self._may_write)
            button.setEnabled(has_row)

    def _row(self) -> ListRow | None:
        row = self._table.current_row()
        return row if isinstance(row, ObstacleRow | RecommendationRow) else None

    @Slot()
    def _on_add_external(self) -> None:
        self._open(ObstacleDialog(self._bridge, self._year, None, ObstacleSide.EXTERNAL, self))

    @Slot()
    def _on_add_internal(self) -> None:
        self._open(ObstacleDialog(self._bridge, self._year, None, ObstacleSide.INTERNAL, self))

    @Slot()
    def _on_add_recommendation(self) -> None:
        self._open(RecommendationDialog(self._bridge, self._year, None, self))

    @Slot()
    @Slot(QModelIndex)
    def _on_change(self, _index: QModelIndex | None = None) -> None:
        row = self._row()
        if row is None or not self._may_write:
            return
        if isinstance(row, ObstacleRow):
            self._open(ObstacleDialog(self._bridge, self._year, row, row.side, self))
        else:
            self._open(RecommendationDialog(self._bridge, self._year, row, self))

    def _open(self, dialog: Dialog) -> None:
        dialog.open()

    @Slot()
    def _on_remove(self) -> None:
        row = self._row()
        if row is None:
            return
        act = (
            reports.remove_obstacle
            if isinstance(row, ObstacleRow)
            else reports.remove_recommendation
        )
        ask(
            self,
            "reports.leave_out",
            _("Leave this out of the report?"),
            " ".join(row.text.split()),
            _("Leave out"),
            lambda: self._acts.run(act, row.id, row.version),
        )
