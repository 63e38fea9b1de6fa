"""The official looks at what was noted in his name and says that it is his decision."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, ngettext, short_moment_text
from app.services import approvals
from app.services.approvals import UnconfirmedRow
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import Button, Dialog, ElidedLabel, Label, Notice, Rule, named
from app.wording import sentence


class ConfirmDialog(Dialog):
    """Lists noted decisions; an official confirms them one by one or all that are shown."""

    help_page = "approvals"
    confirmed = Signal(int)  # how many
    proof_wanted = Signal(str, str)  # the asset's SHA-256 and what it is of

    def __init__(
        self,
        bridge: OfficeBridge,
        rows: Sequence[UnconfirmedRow],
        person_id: int | None,
        parent: QWidget,
    ) -> None:
        n = len(rows)
        title = ngettext("%(n)d decision is not confirmed", "%(n)d decisions are not confirmed", n)
        mine = [row for row in rows if row.decider_id == person_id]
        words = (
            _("They were noted in your name. Confirm those that are as you decided.")
            if mine
            else _("The official confirms them in the program, or on the signed weekly sheet.")
        )
        super().__init__(
            "approvals.confirm", title % {"n": n}, words, icon="stamp", width=640, parent=parent
        )
        self._boxes: dict[int, QCheckBox] = {}
        self._acts = ActRunner(bridge, self)
        self._refusal = Notice("approvals.confirm.refusal", "bad", rounded=True)
        self._refusal.hide()
        self.box.addWidget(self._refusal)
        for number, row in enumerate(rows):
            if number:
                self.box.addWidget(Rule())
            self.box.addWidget(self._line(row, is_mine=row.decider_id == person_id))
        if not mine:
            self.add_verb(_("Close"), name="done", default=True)
            return
        self._all = self.add_verb(_("Mark all shown"), name="all", slot=self._on_all_clicked)
        self.add_cancel()
        self._save = self.add_verb(
            _("Confirm"), "primary", "check-check", name="save", slot=self._on_save, default=True
        )
        self._acts.busy.connect(self._save.setDisabled)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self._on_refused)

    def _line(self, row: UnconfirmedRow, *, is_mine: bool) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(f"{row.reference} · {row.title}", "strong"))
        facts = {
            "verdict": label(row.verdict),
            "means": label(row.means),
            "when": short_moment_text(row.happened_at),
            "who": row.decider,
            "recorder": row.recorded_by,
            "code": row.code,
        }
        told = _(
            "%(verdict)s by %(who)s, %(means)s, %(when)s · code %(code)s · noted by %(recorder)s"
        )
        words.addWidget(Label(told % facts, "meta", "text2", wrap=True))
        for more in (row.reason, row.proof):
            if more:
                words.addWidget(Label(f"“{more}”", "meta", "text2", wrap=True))
        if is_mine:
            box = named(QCheckBox(), f"approvals.confirm.{row.id}", row.reference)
            self._boxes[row.id] = box
            across.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        if row.proof_sha256 is not None:
            show = Button(_("Proof"), "ghost", "image", size="small")
            named(show, f"approvals.confirm.{row.id}.proof", f"{_('Proof')}, {row.reference}")
            show.setProperty("sha256", row.proof_sha256)
            show.setProperty("reference", row.reference)
            show.clicked.connect(self._on_proof_clicked)
            across.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return line

    @Slot()
    def _on_proof_clicked(self) -> None:
        button = self.sender()
        self.proof_wanted.emit(str(button.property("sha256")), str(button.property("reference")))

    @Slot()
    def _on_all_clicked(self) -> None:
        for box in self._boxes.values():
            box.setChecked(True)
        self._save.setFocus()

    @Slot()
    def _on_save(self) -> None:
        chosen = [key for key, box in self._boxes.items() if box.isChecked()]
        if not chosen:
            self._refusal.tell(_("Mark those that are your decision, or all shown."))
            return
        self._acts.run(approvals.confirm_decisions, chosen)

    @Slot(object)
    def _on_done(self, count: object) -> None:
        self.accept()
        self.confirmed.emit(count)

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        self._refusal.tell(sentence(error))
