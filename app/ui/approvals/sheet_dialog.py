"""Catat lembar mingguan…: what the official marked with ink, and the scan that proves it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, short_moment_text, wib
from app.models.gate import Verdict
from app.services import approvals
from app.services.approvals import Mark, Settled, SheetLineRow, SheetRow
from app.services.errors import InvalidValue
from app.ui.approvals.proof_field import Proof, ProofField
from app.ui.approvals.proofs import keep_proof
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.widgets import (
    Choice,
    DayField,
    Dialog,
    ElidedLabel,
    Field,
    Label,
    Notice,
    Scroll,
    clear,
    line_edit,
)
from app.wording import sentence

_LINES_HEIGHT = 260  # five lines; more of them scroll


class SheetDialog(Dialog):
    """Notes one signed sheet in one act."""

    help_page = "approvals"
    noted = Signal(object)  # Settled

    def __init__(self, bridge: OfficeBridge, sheets: Sequence[SheetRow], parent: QWidget) -> None:
        super().__init__(
            "approvals.sheet",
            _("Note the signed weekly sheet"),
            _("What is marked is decided or confirmed at once; what is left empty waits on."),
            icon="signature",
            width=680,
            parent=parent,
        )
        self._office = bridge.office
        self._sheets = {row.id: row for row in sheets}
        self._lines: list[_Line] = []
        self._rows = QueryRunner(bridge, self)
        self._acts = ActRunner(bridge, self)
        self._refusal = Notice("approvals.sheet.refusal", "bad", rounded=True)
        self._refusal.hide()
        self._make_controls(sheets)
        self.add_verb(_("All agreed"), name="all", slot=self._on_all_clicked)
        self.add_cancel()
        self._save = self.add_verb(
            _("Note the sheet"), "primary", name="save", slot=self._on_save, default=True
        )
        self._sheet.chosen.connect(self._on_sheet_chosen)
        self._rows.answered.connect(self._on_lines)
        self._rows.failed.connect(self._on_refused)
        self._acts.busy.connect(self._save.setDisabled)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self._on_refused)
        self._on_sheet_chosen(self._sheet.value())

    def _make_controls(self, sheets: Sequence[SheetRow]) -> None:
        today = wib(self._office.now()).date()
        self._sheet = Choice(
            "approvals.sheet.sheet", [(_sheet_words(row), row.id) for row in sheets]
        )
        self._sheet.set_value(sheets[0].id)
        self._day = DayField("approvals.sheet.day", QDate(today.year, today.month, today.day))
        words = _("Drop the scan of the signed sheet here")
        self._proof = ProofField("approvals.sheet.scan", words, pastes=False)
        self._scan = Field(_("Scan"), self._proof)
        self._signed = Field(_("Signed on"), self._day)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Field(_("Sheet"), self._sheet), 1)
        head.addWidget(self._signed)
        inner = QWidget()
        self._holder = QVBoxLayout(inner)
        self._holder.setContentsMargins(0, 0, 8, 0)
        self._holder.setSpacing(8)
        lines = Scroll(inner, "surface")
        lines.setMinimumHeight(_LINES_HEIGHT)
        self.box.addWidget(self._refusal)
        self.box.addLayout(head)
        self.box.addWidget(self._scan)
        self.box.addWidget(lines, 1)

    def use_scan(self, proof: Proof) -> None:
        """Take this file as the scan."""
        self._proof.use(proof)

    @Slot(object)
    def _on_sheet_chosen(self, sheet_id: object) -> None:
        self._rows.run(approvals.sheet_lines, sheet_id)

    @Slot(object)
    def _on_lines(self, rows: object) -> None:
        assert isinstance(rows, list)  # noqa: S101 what sheet_lines returns
        clear(self._holder)
        self._lines = [_Line(row) for row in rows]
        for line in self._lines:
            self._holder.addWidget(line)
        self._holder.addStretch(1)

    @Slot()
    def _on_all_clicked(self) -> None:
        for line in self._lines:
            line.agree()

    @Slot()
    def _on_save(self) -> None:
        self._refusal.tell("")
        self._scan.set_error("")
        proof, sheet = self._proof.proof, self._sheets[self._chosen()]
        if proof is None:
            self._scan.set_error(_("Choose the scan of the signed page."))
            self._proof.setFocus()
            return
        marks = {line.row.id: mark for line in self._lines if (mark := line.mark()) is not None}
        if not marks:
            self._refusal.tell(_("Mark what was marked on the paper first."))
            return
        if any(line.lacks_reason() for line in self._lines):
            self._refusal.tell(_("Write a reason, so that the author knows what to mend."))
            return
        chosen = self._day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self._acts.call(lambda: self._record(sheet, day, proof, marks))

    def _chosen(self) -> int:
        value = self._sheet.value()
        assert isinstance(value, int)  # noqa: S101 one is always chosen
        return value

    def _record(self, sheet: SheetRow, day: date, proof: Proof, marks: dict[int, Mark]) -> Settled:
        """On a worker: the bytes are kept before the row that names them."""
        scan = keep_proof(self._office, proof)
        act = approvals.record_sheet
        return self._office.act(act, sheet.id, sheet.version, day, scan, marks)

    @Slot(object)
    def _on_done(self, settled: object) -> None:
        self.accept()
        self.noted.emit(settled)

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, InvalidValue) and error.field == "signed_on":
            self._signed.set_error(sentence(error))
        else:
            self._refusal.tell(sentence(error))


class _Line(QWidget):
    """One line of the paper, with what was marked on it."""

    def __init__(self, row: SheetLineRow) -> None:
        super().__init__()
        self.row = row
        name = f"approvals.sheet.line.{row.position}"
        agreed = (
            (_("Agreed"), Verdict.APPROVED)
            if row.noted is None
            else (_("Right, my decision"), row.noted)
        )
        entries = [(_("left empty"), None), agreed]
        if row.noted is None:
            entries.append((label(Verdict.RETURNED), Verdict.RETURNED))
        self._mark = Choice(name, entries)
        self._mark.setFixedWidth(180)
        self._mark.setAccessibleName(f"{row.position}. {row.reference}")
        self._reason = line_edit(f"{name}.reason", "", _("Why is it returned?"), 2000)
        self._reason.setAccessibleName(_("Reason for %(reference)s") % {"reference": row.reference})
        self._reason.hide()
        self._mark.chosen.connect(self._on_marked)
        head = QHBoxLayout()
        head.setSpacing(10)
        title = ElidedLabel(f"{row.position}. {row.title}", "strong")
        facts = f"{row.reference} · {row.code}"
        if row.noted is not None:
            facts += " · " + _("noted: %(verdict)s") % {"verdict": label(row.noted)}
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(Label(facts, "meta", "text2"))
        head.addLayout(words, 1)
        head.addWidget(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._reason)

    def agree(self) -> None:
        """Yes to it, or: yes, that is my decision."""
        self._mark.set_value(self.row.noted or Verdict.APPROVED)
        self._on_marked(self._mark.value())

    def mark(self) -> Mark | None:
        """What was marked; None while it is left empty."""
        verdict = self._mark.value()
        return Mark(verdict, self._reason.text().strip()) if isinstance(verdict, Verdict) else None

    def lacks_reason(self) -> bool:
        """Whether it is returned and nobody wrote why."""
        mark = self.mark()
        if mark is None or self.row.noted is not None:
            return False
        return mark.verdict is Verdict.RETURNED and not mark.reason

    @Slot(object)
    def _on_marked(self, verdict: object) -> None:
        self._reason.setVisible(self.row.noted is None and verdict is Verdict.RETURNED)


def _sheet_words(row: SheetRow) -> str:
    facts = {
        "reference": row.reference,
        "who": row.official,
        "when": short_moment_text(row.made_at),
    }
    return _("%(reference)s · %(who)s · printed %(when)s") % facts
