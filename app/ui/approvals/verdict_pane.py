"""The right: facts, the ethics of Pasal 9, reason, and the buttons that decide; always in view."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.labels import label
from app.lacks import lack_text
from app.language import _, pgettext
from app.models.content import ContentState
from app.models.gate import Subject
from app.models.hoax import HoaxVerdict
from app.services.approvals import DecisionView
from app.services.contents.completeness import Lack
from app.services.ethics import ALL_LETTERS, full_rule, short_rule
from app.ui.approvals.moments import left_text, planned_text
from app.ui.approvals.offers import Offers
from app.ui.widgets import (
    Box,
    Button,
    Field,
    IconLabel,
    KeyCap,
    Label,
    Notice,
    Pane,
    Rule,
    Scroll,
    TextArea,
    clear,
    named,
    set_tip,
)


class VerdictPane(QWidget):
    """Facts above, decisions pinned below. It decides nothing itself: it tells the screen."""

    approved = Signal()
    selected = Signal()
    returned = Signal(str)  # the reason

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DecisionView | None = None
        self._may = False
        self._now: datetime | None = None
        self._facts = QVBoxLayout()
        self.offers = Offers()
        self._rules: list[IconLabel] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(8)
        self._facts.setSpacing(4)
        column.addLayout(self._facts)
        self._lacks = Notice("approvals.lacks", "waiting", rounded=True)
        self._lacks.hide()
        column.addWidget(self._lacks)
        column.addSpacing(4)
        column.addWidget(Rule())
        column.addSpacing(4)
        column.addWidget(Label(_("Ethics (Pasal 9)"), "heading"))
        for letter in ALL_LETTERS:
            column.addWidget(self._rule(letter))
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Scroll(inner, "sunken"), 1)
        layout.addWidget(Rule())
        layout.addWidget(self._build_verbs())

    def _rule(self, letter: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign = IconLabel("circle-dashed", "text3", 16)
        self._rules.append(sign)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        mark = Label(letter, "body", "text2")
        mark.setFixedWidth(12)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = Label(short_rule(letter), "body", wrap=True)
        words.setAccessibleDescription(full_rule(letter))
        set_tip(words, full_rule(letter))
        row.addWidget(words, 1)
        return line

    def _build_verbs(self) -> Pane:
        foot = Pane("surface", margins=(18, 12, 18, 12), gap=8)
        self._notice = Notice("approvals.why", "waiting", rounded=True)
        self._notice.hide()
        self._ethics = named(QCheckBox(_("I have checked a to i")), "approvals.ethics")
        row = QHBoxLayout()
        row.setContentsMargins(12, 9, 10, 9)
        row.addWidget(self._ethics, 1)
        row.addWidget(KeyCap("E"))
        self._frame = Box("surface", edge="border")
        self._frame.setLayout(row)
        self._reason = TextArea("approvals.reason", _("Write what has to be mended…"), lines=2)
        self._reason.setMaximumHeight(64)
        self._field = Field(_("Reason, needed for a return"), self._reason)
        self._return = named(
            Button(_("Return"), "plain", "corner-up-left", size="large", key="Alt K"),
            "approvals.return",
        )
        self._approve = named(
            Button(_("Approve"), "primary", "badge-check", size="large", key="Ctrl ↵"),
            "approvals.approve",
        )
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        self._approve.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        verbs.addWidget(self._return)
        verbs.addWidget(self._approve, 1)
        self._binding = Label("", "meta", "text2", wrap=True)
        for part in (self._notice, self._frame, self._field):
            foot.box.addWidget(part)
        foot.box.addLayout(verbs)
        foot.box.addWidget(self._binding)
        foot.box.addWidget(self.offers)
        return foot

    def _connect(self) -> None:
        self._ethics.toggled.connect(self._on_ethics_toggled)
        self._return.clicked.connect(self.ask_return)
        self._approve.clicked.connect(self.decide)

    def show_view(
        self, view: DecisionView, now: datetime, *, may_decide: bool, is_own: bool
    ) -> None:
        """Show a revision; another one begins with nothing ticked and no reason."""
        if self._view is None or self._view.revision_id != view.revision_id:
            self._ethics.setChecked(False)
            self._reason.clear()
            self._field.set_error("")
        self._view, self._now = view, now
        self._may = may_decide and not is_own
        self._show_facts(view)
        for control in (self._frame, self._field, self._return, self._approve):
            control.setVisible(self._may)
        if is_own:
            words = _("You wrote or edited this, so another official has to decide on it.")
        else:
            words = "" if may_decide else _("An official decides on this.")
        self._notice.tell(words)
        self._word_buttons(view)

    def _show_facts(self, view: DecisionView) -> None:
        clear(self._facts)
        if view.subject is Subject.CONTENT:
            moments = [variant["planned_at"] for variant in view.body["variants"]]
            first = min((moment for moment in moments if moment), default=view.body["planned_at"])
            source = view.body["source"] or _("not filled in")
            if view.body["source_verified"]:
                source += " · " + _("verified")
            rows = [
                (_("Goes out"), planned_text(first, view.body["planned_on"])),
                (_("Time left"), left_text(first, self._now)),
                (_("Source"), source),
                (_("Policy"), view.body["policy_reference"] or _("not filled in")),
                (pgettext("short", "Audience"), view.body["audience"] or _("not filled in")),
                (_("Influencers"), ", ".join(view.body.get("influencers", ()))),
                *_hoax_rows(view.body.get("hoax")),
            ]
        else:
            rows = [
                (_("Inquiry"), view.reference),
                (_("Requested by"), view.made_by),
            ]
        for name, words in rows:
            if not words:
                continue
            row = QHBoxLayout()
            title = Label(name, "body", "text2")
            title.setFixedWidth(92)
            row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(words, "body", wrap=True), 1)
            self._facts.addLayout(row)

    def _word_buttons(self, view: DecisionView) -> None:
        selecting = self.is_selecting()
        reported = view.subject is Subject.ANSWER and bool(view.body["reported"])
        self._approve.setText(_("Select") if selecting else _("Approve"))
        binding = _("Binds revision %(number)d. If it is changed, the approval is void.")
        if selecting:
            binding = _("Selecting sends it to editing; the approval follows.")
        elif reported:
            binding = (
                _("Your approval is recorded as reported to the official (C.5).") + " " + binding
            )
        self._binding.setText(binding % {"number": view.number} if "%" in binding else binding)
        self._binding.setVisible(self._may)
        self._enable()

    @property
    def revision_id(self) -> int | None:
        """The revision that is shown; None before the first."""
        return self._view.revision_id if self._view is not None else None

    @Slot(object)
    def show_lacks(self, lacks: tuple[Lack, ...]) -> None:
        """Say what is not complete, above the checklist; deciding on it stays the official's."""
        self._lacks.setVisible(bool(lacks))
        lines = " ".join(lack_text(lack) for lack in lacks)
        self._lacks.tell(lines, strong=_("Not complete:") if lacks else "")

    def is_selecting(self) -> bool:
        """Whether the next step is the selection of D.2 and not yet the approval."""
        return self._view is not None and self._view.state is ContentState.SUBMITTED

    def ethics(self) -> str:
        """The letters of Pasal 9 that were checked."""
        return ALL_LETTERS if self._ethics.isChecked() else ""

    def toggle_ethics(self) -> None:
        if self._may:
            self._ethics.toggle()

    @Slot(bool)
    def _on_ethics_toggled(self, checked: bool) -> None:
        for sign in self._rules:
            sign.set_icon("check" if checked else "circle-dashed", "good" if checked else "text3")
        if self._may:
            self._notice.tell("")
        self._enable()

    def _enable(self) -> None:
        ready = self._may and (self._ethics.isChecked() or self.is_selecting())
        self._approve.setEnabled(ready)
        tip = "" if ready else _("Tick “I have checked a to i” first.")
        set_tip(self._approve, tip)

    @Slot(bool)
    def set_busy(self, busy: bool) -> None:
        """While a decision runs a second click does nothing."""
        self._return.setDisabled(busy)
        if busy:
            self._approve.setDisabled(True)
        else:
            self._enable()

    @Slot()
    def decide(self) -> None:
        """Ctrl+Enter and the button: select or approve, whichever comes next."""
        if not self._may or not self._return.isEnabled():
            return
        if not self._approve.isEnabled():
            self._notice.tell(_("Tick “I have checked a to i” first."))
            self._ethics.setFocus()
            return
        if self.is_selecting():
            self.selected.emit()
        else:
            self.approved.emit()

    def may_decide_now(self) -> bool:
        """Whether the checklist is ticked; if not, it is asked for."""
        if not self._return.isEnabled():
            return False
        if self._ethics.isChecked():
            return True
        self._notice.tell(_("Tick “I have checked a to i” first."))
        self._ethics.setFocus()
        return False

    @Slot()
    def ask_return(self) -> None:
        """Alt+K and the button: a return needs its reason first."""
        if not self._may or not self._return.isEnabled():
            return
        reason = self._reason.toPlainText().strip()
        if not reason:
            self._field.set_error(_("Write a reason, so that the author knows what to mend."))
            self._reason.setFocus()
            return
        self._field.set_error("")
        self.returned.emit(reason)


def _hoax_rows(hoax: dict[str, Any] | None) -> list[tuple[str, str]]:
    """Claim, evidence and verdict of an explained hoax; revisions of before have none."""
    if hoax is None:
        return []
    verdict = label(HoaxVerdict(hoax["verdict"])) if hoax["verdict"] else ""
    return [
        (_("Claim"), hoax["claim"]),
        (_("Evidence"), hoax["evidence"]),
        (_("Verdict"), verdict),
    ]
