"""Small questions of the composer: which account, which link, what reason, whose version."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QTime, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.language import WIB, _, wib
from app.models.limits import LINK
from app.services.contents import AccountChoice, DoubtfulLink, VariantRow
from app.services.links import LinkDoubt
from app.services.platforms import PlatformFacts, entries
from app.ui.widgets import (
    Choice,
    DayField,
    Dialog,
    DiffText,
    Field,
    Label,
    Scroll,
    TextArea,
    TimeField,
    line_edit,
    named,
    show_errors,
    word_changes,
)
from app.wording import sentence


class TargetDialog(Dialog):
    """Which account, and which kind of post there."""

    chosen = Signal(int, str)  # key of the account, key of the kind of post

    def __init__(self, free: list[tuple[AccountChoice, PlatformFacts]], parent: QWidget) -> None:
        super().__init__("composer.target", _("Where else should it go?"), parent=parent)
        self._choice = Choice(
            "composer.target.choice",
            [
                (
                    f"{facts.label} · {account.handle}"
                    + ("" if account.is_official else _(" (not designated yet)")),
                    (account.id, facts.key),
                )
                for account, facts in free
            ],
        )
        self.box.addWidget(Field(_("&Account and kind of post"), self._choice))
        self.add_cancel()
        add = self.add_verb(_("&Add"), "primary", name="yes", slot=self._on_add, default=True)
        add.setEnabled(bool(free))
        if not free:
            self.foot_note.setText(_("It goes to every account of the office already."))
        self._choice.setFocus()

    @Slot()
    def _on_add(self) -> None:
        value = self._choice.value()
        if isinstance(value, tuple):
            account_id, post_kind = value
            self.chosen.emit(account_id, post_kind)
            self.accept()


class LinkDialog(Dialog):
    """Takes the link that proves a publication, and when it went out."""

    given = Signal(str, object, bool)  # link, moment, whether the person insists on a doubtful one

    def __init__(self, row: VariantRow, now: datetime, parent: QWidget) -> None:
        facts = entries().get(row.post_kind)
        name = facts.label if facts else row.post_kind
        super().__init__(
            "composer.link",
            _("Record the link"),
            _("Open the post, copy its link and paste it here. Without it nothing is published."),
            icon="link",
            note=f"{name} · {row.handle}",
            width=520,
            parent=parent,
        )
        self._link = line_edit("composer.link.address", placeholder="https://…", limit=LINK)
        self.field = Field(_("&Link of the post"), self._link)
        likely = wib(row.planned_at if row.planned_at and row.planned_at < now else now)
        self._day = DayField("composer.link.day", QDate(likely.year, likely.month, likely.day))
        self._time = TimeField("composer.link.time", QTime(likely.hour, likely.minute))
        self.moment_field = Field(_("Went &out on"), self._day)
        self._insist = named(
            QCheckBox(_("It is the right link all the same")), "composer.link.sure"
        )
        self._insist.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.moment_field, 1)
        row.addWidget(Field(_("at (WIB)"), self._time))
        self.box.addWidget(self.field)
        self.box.addWidget(self._insist)
        self.box.addLayout(row)
        self.add_cancel()
        self.yes = self.add_verb(
            _("&Record"), "primary", name="yes", slot=self._on_record, default=True
        )
        self._link.setFocus()

    def complain(self, error: Exception) -> None:
        """Say what is wrong with it; a doubtful link may be insisted upon."""
        show_errors([(self.field, sentence(error))])
        insistable = isinstance(error, DoubtfulLink) and error.doubt is not LinkDoubt.NO_ADDRESS
        self._insist.setVisible(insistable)
        self.adjustSize()

    @Slot()
    def _on_record(self) -> None:
        if not self._link.text().strip():
            show_errors([(self.field, _("Paste the link of the post."))])
            return
        picked, clock = self._day.date(), self._time.time()
        day = date(picked.year(), picked.month(), picked.day())
        moment = datetime.combine(day, time(clock.hour(), clock.minute()), WIB)
        self.given.emit(self._link.text(), moment, self._insist.isChecked())


class ReasonDialog(Dialog):
    """Asks for a reason; nothing happens without one."""

    given = Signal(str)

    def __init__(
        self,
        name: str,
        question: str,
        consequence: str,
        verb: str,
        parent: QWidget,
        *,
        danger: bool = False,
    ) -> None:
        super().__init__(name, question, consequence, parent=parent)
        self._reason = TextArea(f"{name}.reason", lines=3)
        self._field = Field(_("&Reason"), self._reason)
        self.box.addWidget(self._field)
        self.add_cancel()
        kind = "danger_primary" if danger else "primary"
        self.add_verb(verb, kind, name="yes", slot=self._on_given, default=True)
        self._reason.setFocus()

    @Slot()
    def _on_given(self) -> None:
        reason = self._reason.toPlainText().strip()
        if show_errors([(self._field, "" if reason else _("Write a reason."))]):
            self.given.emit(reason)
            self.accept()


class MeanwhileDialog(Dialog):
    """A colleague saved it too: both texts beside each other, word by word; the person decides."""

    def __init__(
        self,
        complaint: str,
        stored: str,
        typed: str,
        take_theirs: Callable[[], object],
        keep_mine: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(
            "composer.meanwhile",
            _("Saved by a colleague meanwhile"),
            complaint,
            icon="git-compare",
            tone="waiting",
            width=620,
            parent=parent,
        )
        inner = QWidget()
        column = QHBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(DiffText(word_changes(stored, typed)))
        shown = Scroll(inner)
        shown.setMinimumHeight(180)
        self.box.addWidget(Label(_("From what is stored to what you typed:"), "label", "text2"))
        self.box.addWidget(shown, 1)
        self.add_cancel(_("&Go on editing"))
        self.add_verb(
            _("Take what is &stored"), name="theirs", slot=lambda: self._choose(take_theirs)
        )
        self.add_verb(_("Save &mine"), "primary", name="mine", slot=lambda: self._choose(keep_mine))

    def _choose(self, act: Callable[[], object]) -> None:
        self.accept()
        act()
