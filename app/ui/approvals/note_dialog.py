"""Catat keputusan…: what an official decided by message, by word of mouth or on paper."""

import re
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDate, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.labels import label
from app.language import WIB, _, ngettext, wib
from app.models.gate import Means, Verdict
from app.services import approvals
from app.services.approvals import DeciderRow, Note, QueueRow, Settled
from app.services.errors import InvalidValue
from app.services.ethics import ALL_LETTERS
from app.ui.approvals.proof_field import Proof, ProofField
from app.ui.approvals.proofs import keep_proof
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import (
    Choice,
    DayField,
    Dialog,
    Field,
    Label,
    Notice,
    Part,
    Segments,
    TextArea,
    TimeField,
    line_edit,
    named,
)
from app.wording import sentence

_CODE = re.compile(r"[2-9A-HJ-NP-Z]{6}")
_MEANS = (Means.MESSAGE, Means.SPOKEN, Means.PAPER)


class NoteDialog(Dialog):
    """Notes one word of an official on one or several things, against the codes he was shown."""

    help_page = "approvals"
    noted = Signal(object)  # Settled

    def __init__(
        self,
        bridge: OfficeBridge,
        rows: Sequence[QueueRow],
        deciders: Sequence[DeciderRow],
        parent: QWidget,
    ) -> None:
        n = len(rows)
        title = ngettext("Note a decision on %(n)d item", "Note a decision on %(n)d items", n)
        super().__init__(
            "approvals.note",
            title % {"n": n},
            _("It counts at once and stands marked until the official confirms it."),
            icon="stamp",
            note=rows[0].reference if n == 1 else "",
            width=600,
            parent=parent,
        )
        self._office = bridge.office
        self._rows = tuple(rows)
        self._acts = ActRunner(bridge, self)
        self._refusal = Notice("approvals.note.refusal", "bad", rounded=True)
        self._refusal.hide()
        self._make_controls(deciders)
        self._lay_out()
        self.add_cancel()
        self._save = self.add_verb(
            _("Note the decision"), "primary", name="save", slot=self._on_save, default=True
        )
        self._connect()
        self._on_shape_changed(None)

    def _make_controls(self, deciders: Sequence[DeciderRow]) -> None:
        now = wib(self._office.now())
        self._decider = Choice(
            "approvals.note.decider",
            [(who.name, who.id) for who in deciders],
            placeholder=_("Who decided?"),
        )
        self._means = Segments("approvals.note.means", [Part(one, label(one)) for one in _MEANS])
        self._verdict = Segments(
            "approvals.note.verdict",
            [Part(Verdict.APPROVED, _("Agreed")), Part(Verdict.RETURNED, label(Verdict.RETURNED))],
        )
        self._day = DayField("approvals.note.day", QDate(now.year, now.month, now.day))
        self._time = TimeField("approvals.note.time", QTime(now.hour, now.minute))
        self._day.setAccessibleName(_("Day"))
        self._time.setAccessibleName(_("Time"))
        self._codes = line_edit(
            "approvals.note.codes", "", _("as in the message that was answered"), 400
        )
        words = _("Drop the screenshot or the scan here")
        self._proof = ProofField("approvals.note.proof", words, pastes=True)
        self._said = line_edit("approvals.note.said", "", _("“Setuju”, heard by …"), 500)
        self._reason = TextArea("approvals.note.reason", _("Why is it returned?"), lines=2)
        self._reason.setMaximumHeight(64)
        self._ethics = named(
            QCheckBox(_("The official said that a to i are checked (Pasal 9)")),
            "approvals.note.ethics",
        )

    def _lay_out(self) -> None:
        when = QWidget()
        row = QHBoxLayout(when)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._day)
        row.addWidget(self._time)
        row.addWidget(Label("WIB", "body", "text2"), 1)
        n = len(self._rows)
        code = ngettext("Code that was answered to", "Codes that were answered to", n)
        self._fields = {
            "decider": Field(_("Decided by"), self._decider),
            "happened_at": Field(_("When"), when),
            "means": Field(_("How it reached you"), self._means),
            "verdict": Field(_("What was decided"), self._verdict),
            "code": Field(code, self._codes),
            "proof": Field(_("Proof"), self._proof),
            "said": Field(_("What was said, and who heard it"), self._said),
            "reason": Field(_("Reason, needed for a return"), self._reason),
        }
        self.box.addWidget(self._refusal)
        for names in (("decider", "happened_at"), ("means", "verdict")):
            line = QHBoxLayout()
            line.setSpacing(14)
            for name in names:
                line.addWidget(self._fields[name], 1, Qt.AlignmentFlag.AlignTop)
            self.box.addLayout(line)
        for name in ("code", "proof", "said", "reason"):
            self.box.addWidget(self._fields[name])
        self.box.addWidget(self._ethics)

    def _connect(self) -> None:
        self._means.chosen.connect(self._on_shape_changed)
        self._verdict.chosen.connect(self._on_shape_changed)
        self._acts.busy.connect(self._save.setDisabled)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self._on_refused)

    @Slot(object)
    def _on_shape_changed(self, _value: object) -> None:
        """A spoken word has no file; only a return has a reason, only a yes the ethics."""
        is_spoken = self._means.value() is Means.SPOKEN
        is_return = self._verdict.value() is Verdict.RETURNED
        self._fields["proof"].setVisible(not is_spoken)
        self._fields["said"].setVisible(is_spoken)
        self._fields["reason"].setVisible(is_return)
        self._ethics.setVisible(not is_return)

    def use_proof(self, proof: Proof) -> None:
        """Take this file as the proof."""
        self._proof.use(proof)

    @Slot()
    def _on_save(self) -> None:
        self._refusal.tell("")
        for field in self._fields.values():
            field.set_error("")
        wrong = self._first_wrong()
        if wrong is not None:
            name, words = wrong
            self._fields[name].set_error(words)
            self._fields[name].control.setFocus()
            return
        if self._verdict.value() is Verdict.APPROVED and not self._ethics.isChecked():
            self._refusal.tell(_("Ask the official whether a to i are checked, then tick it."))
            self._ethics.setFocus()
            return
        revision_ids = [row.revision_id for row in self._rows]
        note, proof = self._note(), self._proof.proof
        self._acts.call(lambda: self._record(revision_ids, note, proof))

    def _first_wrong(self) -> tuple[str, str] | None:
        is_return = self._verdict.value() is Verdict.RETURNED
        if self._decider.value() is None:
            return "decider", _("Choose who decided.")
        if not self._typed_codes():
            return "code", _("Type the six characters that stood in the message.")
        if self._means.value() is Means.SPOKEN:
            if not self._said.text().strip():
                return "said", _("Write what was said, and who heard it.")
        elif self._proof.proof is None:
            return "proof", _("Add the screenshot, or the scan of the signed paper.")
        if is_return and not self._reason.toPlainText().strip():
            return "reason", _("Write a reason, so that the author knows what to mend.")
        return None

    def _typed_codes(self) -> frozenset[str]:
        return frozenset(_CODE.findall(self._codes.text().upper()))

    def _note(self) -> Note:
        decider, means, verdict = self._decider.value(), self._means.value(), self._verdict.value()
        assert isinstance(decider, int)  # noqa: S101 asked before
        assert isinstance(means, Means)  # noqa: S101 what its parts carry
        assert isinstance(verdict, Verdict)  # noqa: S101 what its parts carry
        is_return, is_spoken = verdict is Verdict.RETURNED, means is Means.SPOKEN
        day, time = self._day.date(), self._time.time()
        clock = (time.hour(), time.minute())
        return Note(
            decider,
            datetime(day.year(), day.month(), day.day(), *clock, tzinfo=WIB),
            means,
            verdict,
            self._typed_codes(),
            "" if is_return else ALL_LETTERS,
            self._reason.toPlainText().strip() if is_return else "",
            self._said.text().strip() if is_spoken else None,
        )

    def _record(self, revision_ids: list[int], note: Note, proof: Proof | None) -> Settled:
        """On a worker: the bytes are kept before the row that names them."""
        office = self._office
        if note.means is not Means.SPOKEN and proof is not None:
            from dataclasses import replace

            note = replace(note, proof_asset_id=keep_proof(office, proof))
        return office.act(approvals.record_decisions, revision_ids, note)

    @Slot(object)
    def _on_done(self, settled: object) -> None:
        """What was refused is said by name; the dialog stays open if nothing went through."""
        assert isinstance(settled, Settled)  # noqa: S101 what the act returns
        if not settled.done:
            self._refusal.tell(" ".join(sentence(error) for error in settled.refused))
            return
        self.accept()
        self.noted.emit(settled)

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        field = self._fields.get(error.field) if isinstance(error, InvalidValue) else None
        if field is not None:
            field.set_error(sentence(error))
            field.control.setFocus()
        else:
            self._refusal.tell(sentence(error))
