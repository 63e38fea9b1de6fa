"""Ready answers (Lampiran C.2): those that fit the question, a search, and keeping new ones."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.language import _, day_text, wib
from app.services import standard_answers
from app.services.standard_answers import StandardAnswerFacts, StandardAnswerRow
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.inquiries.act_dialog import ActDialog, date_of, qdate_of
from app.ui.theme import scaled
from app.ui.widgets import (
    Box,
    Button,
    Cell,
    Column,
    DayField,
    Dialog,
    Field,
    Label,
    ReadingLabel,
    RowsModel,
    Scroll,
    SearchBox,
    Table,
    TextArea,
    line_edit,
    named,
    show_errors,
)


def _answer_cell(row: StandardAnswerRow) -> Cell:
    return Cell(row.question, note=" ".join(row.text.split()))


class AvailableDialog(Dialog):
    """`chosen` tells the StandardAnswerRow that goes to the cursor."""

    chosen = Signal(object)

    def __init__(
        self,
        bridge: OfficeBridge,
        fitting: Sequence[StandardAnswerRow],
        parent: QWidget,
        *,
        may_keep: bool,
    ) -> None:
        super().__init__(
            "available",
            _("Ready answers"),
            _("Found by the question's own words. It goes to the cursor, nothing is replaced."),
            icon="book-open",
            width=680,
            parent=parent,
        )
        self._bridge = bridge
        self._fitting = tuple(fitting)
        self._rows = QueryRunner(bridge, self)
        self._model = RowsModel([Column("", _answer_cell)], self)
        self._search = SearchBox("available.search", _("Search all ready answers"))
        self._table = Table("available.table", _("Ready answers"), "tall")
        self._text = named(ReadingLabel(""), "available.text")
        self._valid = Label("", "meta", "text2")
        self._lay_out(may_keep=may_keep)
        self.add_cancel()
        self._insert = self.add_verb(
            _("Insert"),
            "primary",
            "text-cursor-input",
            name="insert",
            slot=self._on_insert,
            default=True,
            key="Ctrl ↵",
        )
        self._insert.setEnabled(False)
        self._rows.answered.connect(self._show)
        self._search.searched.connect(self._on_searched)
        self._table.moved.connect(self._on_moved)
        self._table.opened.connect(lambda _index: self._on_insert())
        self._show(self._fitting)
        self._search.setFocus()

    def _lay_out(self, *, may_keep: bool) -> None:
        self._table.setModel(self._model)
        self._table.horizontalHeader().hide()
        self._table.setMinimumHeight(scaled(56) * 4)
        preview = Box("sunken")
        inner = QVBoxLayout(preview)
        inner.setContentsMargins(12, 8, 12, 8)
        scroll = Scroll(self._text, "sunken")
        scroll.setFixedHeight(scaled(96))
        inner.addWidget(scroll)
        inner.addWidget(self._valid)
        self.box.addWidget(self._search)
        self.box.addWidget(self._table)
        self.box.addWidget(preview)
        if may_keep:
            self._new = named(Button(_("Keep a new one…"), "link", "plus"), "available.new")
            self._change = named(Button(_("Change it…"), "link", "pencil-line"), "available.change")
            self._retire = named(Button(_("Offer it no more"), "link"), "available.retire")
            row = QHBoxLayout()
            for button in (self._new, self._change, self._retire):
                row.addWidget(button)
            row.addStretch(1)
            self.box.addLayout(row)
            self._new.clicked.connect(lambda: self._open_keeping(None))
            self._change.clicked.connect(lambda: self._open_keeping(self._current()))
            self._retire.clicked.connect(self._on_retire)

    def _current(self) -> StandardAnswerRow | None:
        row = self._table.current_row()
        return row if isinstance(row, StandardAnswerRow) else None

    @Slot(object)
    def _show(self, rows: Sequence[StandardAnswerRow]) -> None:
        self._model.replace(rows)
        if rows and self._current() is None:
            self._table.selectRow(0)
        self._on_moved(self._table.currentIndex())

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        if words:
            today = wib(self._bridge.office.now()).date()
            self._rows.run(standard_answers.standard_answers, words, today)
        else:
            self._show(self._fitting)

    @Slot(QModelIndex)
    def _on_moved(self, _index: QModelIndex) -> None:
        row = self._current()
        self._insert.setEnabled(row is not None)
        self._text.setText(row.text if row else _("None fits. Search in other words."))
        until = row.valid_until if row else None
        words = _("valid until %(day)s") % {"day": day_text(until)} if until else ""
        owner = row.owner if row else None
        self._valid.setText(" · ".join(part for part in (words, owner) if part))

    @Slot()
    def _on_insert(self) -> None:
        row = self._current()
        if row is not None:
            self.chosen.emit(row)
            self.accept()

    def _open_keeping(self, row: StandardAnswerRow | None) -> None:
        dialog = KeepingDialog(self._bridge, row, self)
        dialog.kept.connect(self._search.setText)
        dialog.open()

    @Slot()
    def _on_retire(self) -> None:
        row = self._current()
        if row is not None:
            dialog = RetireDialog(self._bridge, row, self)
            dialog.acted.connect(lambda _none: self._on_searched(self._search.text().strip()))
            self._fitting = tuple(other for other in self._fitting if other.id != row.id)
            dialog.open()


class KeepingDialog(ActDialog):
    """Keeps a new ready answer or changes one; `kept` tells its question."""

    kept = Signal(str)

    def __init__(
        self, bridge: OfficeBridge, row: StandardAnswerRow | None, parent: QWidget
    ) -> None:
        title = _("Change a ready answer") if row else _("Keep a ready answer")
        super().__init__(bridge, "keeping", title, icon="book-open", parent=parent)
        self._row = row
        self._question = Field(
            _("Question"), line_edit("keeping.question", row.question if row else "")
        )
        self._topic = Field(
            _("Topic and other words people use"),
            line_edit("keeping.topic", (row.topic or "") if row else ""),
        )
        self._text = Field(_("Answer"), TextArea("keeping.text", lines=5, reading=True))
        self._text.control.setPlainText(row.text if row else "")
        self._ends = named(QCheckBox(_("Valid until")), "keeping.ends")
        self._until = DayField("keeping.until")
        self._until.setAccessibleName(_("Valid until"))
        until = row.valid_until if row else None
        self._ends.setChecked(until is not None)
        self._until.setEnabled(until is not None)
        this_year = wib(bridge.office.now()).date().replace(month=12, day=31)
        self._until.setDate(qdate_of(until or this_year))
        self._ends.toggled.connect(self._until.setEnabled)
        for field in (self._question, self._text, self._topic):
            self.box.addWidget(field)
        line = QHBoxLayout()
        line.addWidget(self._ends)
        line.addWidget(self._until)
        line.addStretch(1)
        self.box.addLayout(line)
        self.finish(_("Save"), "check")
        self._question.control.setFocus()

    def act(self) -> None:
        question, text = self._question.control.text(), self._text.control.toPlainText()
        empty = _("This field can't stay empty.")
        errors = [
            (self._question, "" if question.strip() else empty),
            (self._text, "" if text.strip() else empty),
        ]
        if not show_errors(errors):
            return
        facts = StandardAnswerFacts(
            question,
            text,
            self._topic.control.text(),
            self._row.owner if self._row else None,
            date_of(self._until.date()) if self._ends.isChecked() else None,
        )
        self.acted.connect(lambda _key: self.kept.emit(question.strip()))
        if self._row is None:
            self.run(standard_answers.add_standard_answer, facts)
        else:
            act = standard_answers.change_standard_answer
            self.run(act, self._row.id, self._row.version, facts)


class RetireDialog(ActDialog):
    """Asks before a ready answer is offered no more."""

    def __init__(self, bridge: OfficeBridge, row: StandardAnswerRow, parent: QWidget) -> None:
        super().__init__(
            bridge,
            "retire",
            _("Offer this answer no more?"),
            _("Answers that used it keep their words."),
            note=row.question[:40],
            parent=parent,
        )
        self._row = row
        self.finish(_("Offer it no more"))

    def act(self) -> None:
        self.run(standard_answers.retire_standard_answer, self._row.id, self._row.version)
