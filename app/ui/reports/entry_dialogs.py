"""The dialogs in which an obstacle or a recommendation is written."""

from datetime import date

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.language import _
from app.models.report import ObstacleSide
from app.services import reports
from app.services.reports import ObstacleRow, RecommendationFacts, RecommendationRow
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import DayField, Dialog, Field, Notice, TextArea, line_edit, named
from app.wording import sentence


class EntryDialog(Dialog):
    """A dialog that saves by one act and stays open, with a sentence, while that is refused."""

    def __init__(self, bridge: OfficeBridge, name: str, title: str, parent: QWidget) -> None:
        super().__init__(name, title, width=560, parent=parent)
        self._acts = ActRunner(bridge, self)
        self._refusal = Notice(f"{name}.refusal", "bad", rounded=True)
        self._refusal.hide()
        self.box.addWidget(self._refusal)

    def _end(self) -> None:
        self.add_cancel()
        save = self.add_verb(
            _("Save"), "primary", name="save", slot=self._on_save_clicked, default=True
        )
        self._acts.busy.connect(save.setDisabled)
        self._acts.done.connect(self.accept)
        self._acts.failed.connect(self._on_refused)

    @Slot()
    def _on_save_clicked(self) -> None:
        raise NotImplementedError

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        self._refusal.tell(sentence(error))


class ObstacleDialog(EntryDialog):
    """Writes one obstacle, or writes it better."""

    def __init__(
        self,
        bridge: OfficeBridge,
        year: int,
        row: ObstacleRow | None,
        side: ObstacleSide,
        parent: QWidget,
    ) -> None:
        super().__init__(bridge, "reports.obstacle", label(side), parent)
        self._year, self._row, self._side = year, row, side
        self._text = TextArea("reports.obstacle.text", lines=4)
        self.box.addWidget(Field(_("What stood in the way"), self._text))
        self._text.setPlainText(row.text if row else "")
        self._end()
        self._text.setFocus()

    @Slot()
    def _on_save_clicked(self) -> None:
        text = self._text.toPlainText()
        if self._row is None:
            self._acts.run(reports.add_obstacle, self._year, self._side, text)
        else:
            self._acts.run(reports.change_obstacle, self._row.id, self._row.version, text)


class RecommendationDialog(EntryDialog):
    """Writes one recommendation with its plan, or what became of it."""

    def __init__(
        self, bridge: OfficeBridge, year: int, row: RecommendationRow | None, parent: QWidget
    ) -> None:
        super().__init__(bridge, "reports.recommendation", _("Recommendation"), parent)
        self._year, self._row = year, row
        self._text = TextArea("reports.recommendation.text", lines=3)
        self._plan = TextArea("reports.recommendation.plan", lines=3)
        self._owner = line_edit("reports.recommendation.owner", row.owner if row else "")
        self._due = _OptionalDay(
            "reports.recommendation.due", _("Due"), row.due_on if row else None
        )
        self._done = _OptionalDay(
            "reports.recommendation.done", _("Done"), row.done_on if row else None
        )
        self._text.setPlainText(row.text if row else "")
        self._plan.setPlainText(row.follow_up_plan if row else "")
        for words, control in (
            (_("What should be done"), self._text),
            (_("Follow-up plan"), self._plan),
            (_("Who sees to it"), self._owner),
        ):
            self.box.addWidget(Field(words, control))
        days = QHBoxLayout()
        days.setSpacing(14)
        days.addWidget(self._due)
        days.addWidget(self._done)
        self.box.addLayout(days)
        self._end()
        self._text.setFocus()

    @Slot()
    def _on_save_clicked(self) -> None:
        facts = RecommendationFacts(
            self._text.toPlainText(),
            self._plan.toPlainText(),
            self._owner.text(),
            self._due.day(),
            self._done.day(),
        )
        if self._row is None:
            self._acts.run(reports.add_recommendation, self._year, facts)
        else:
            row = self._row
            self._acts.run(reports.change_recommendation, row.id, row.version, facts)


class _OptionalDay(QWidget):
    """A day that may be left open."""

    def __init__(self, name: str, words: str, day: date | None) -> None:
        super().__init__()
        self._has = named(QCheckBox(words), f"{name}.has")
        self._field = DayField(name, QDate(day.year, day.month, day.day) if day else None)
        self._field.setAccessibleName(words)
        self._has.setChecked(day is not None)
        self._field.setEnabled(day is not None)
        self._has.toggled.connect(self._field.setEnabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._has)
        column.addWidget(self._field)

    def day(self) -> date | None:
        if not self._has.isChecked():
            return None
        chosen = self._field.date()
        return date(chosen.year(), chosen.month(), chosen.day())
