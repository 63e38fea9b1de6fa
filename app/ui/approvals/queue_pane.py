"""The left: kinds of things, those whose moment passed, the queue, and what is chosen of it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import _, ngettext
from app.models.gate import Subject
from app.services.approvals import PersonalQueue, QueueRow
from app.ui.approvals.chosen import Chosen, ChosenFoot
from app.ui.approvals.queue_list import QueueList, QueueModel
from app.ui.widgets import Button, KeyCap, Label, Pane, Part, Rule, Tabs, named

_WIDTH = 272


class QueuePane(Pane):
    """Shows the queue of one person; tells which row is current."""

    moved = Signal(object)  # the QueueRow that became current, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent=parent)
        self._all: list[QueueRow] = []
        self._now: datetime | None = None
        self._target: str | None = None
        self._may_decide = self._may_note = False
        self.chosen = Chosen(self)
        self._model = QueueModel(self.chosen, self)
        self.list = QueueList(self._model)
        self.foot = ChosenFoot()
        self._tabs = Tabs("approvals.kinds", _parts([]))
        self._late = named(
            Button("", "ghost", "alarm-clock", size="small"), "approvals.passed", _("Passed only")
        )
        self._late.setCheckable(True)
        self._late.hide()
        self._lay_out()
        self._tabs.chosen.connect(self._on_filtered)
        self._late.toggled.connect(self._on_filtered)
        self.list.moved.connect(self.moved)
        self.chosen.changed.connect(self._on_chosen_changed)
        self.foot.clear_asked.connect(self.chosen.clear)

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH)
        tabs = Pane("window", across=True, margins=(14, 0, 8, 0))
        tabs.box.addWidget(self._tabs)
        above: tuple[QWidget, ...] = (tabs, Rule(), self._late)
        below: tuple[QWidget, ...] = (Rule(), self.foot, _key_hints())
        for part in above:
            self.box.addWidget(part)
        self.box.addWidget(self.list, 1)
        for part in below:
            self.box.addWidget(part)

    def shortcut(self, keys: str) -> QShortcut:
        """A key of the list only: letters and digits never work while somebody types."""
        shortcut = QShortcut(QKeySequence(keys), self.list)
        # Said apart: PySide 6.11 forgets a context that is given together with a slot.
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def show_queue(self, queue: PersonalQueue, now: datetime) -> None:
        """Show what waits; what was current stays so, or its place in the list."""
        self._all, self._now = list(queue.rows), now
        self._may_decide, self._may_note = queue.may_decide, queue.may_note
        self.chosen.keep(self._all)
        passed = sum(1 for row in self._all if row.has_passed(now))
        words = ngettext("%(n)d past its moment", "%(n)d past their moment", passed)
        self._late.setText(words % {"n": passed})
        self._late.setVisible(passed > 0)
        if not passed:
            self._late.setChecked(False)
        self._on_chosen_changed()
        self._show_rows()

    def lead_to(self, reference: str) -> None:
        """Show the item of a reference, once the queue is there."""
        self._target = reference
        self._show_rows()

    def current(self) -> QueueRow | None:
        """The row that is current."""
        return self.list.current()

    def chosen_rows(self) -> list[QueueRow]:
        """What is chosen, in the order of the queue."""
        return self.chosen.of(self._all)

    def to_note(self) -> list[QueueRow]:
        """What an admin copies or notes: what is chosen, else what is current."""
        if not self._may_note:
            return []
        current = self.current()
        return self.chosen_rows() or ([current] if current is not None else [])

    def _show_rows(self) -> None:
        if self._now is None:
            return
        kept = self.list.current()
        place = max(self.list.currentIndex().row(), 0)
        self._tabs.set_parts(_parts(self._all))
        subject, late = self._tabs.value(), self._late.isChecked()
        rows = [
            row
            for row in self._all
            if subject in (None, row.subject) and (not late or row.has_passed(self._now))
        ]
        self._model.replace(rows, self._now)
        if rows:
            self.list.select_row(self._wanted_place(rows, kept, place))

    def _wanted_place(self, rows: list[QueueRow], kept: QueueRow | None, place: int) -> int:
        """Where a link leads, else the same thing as before, else its place in the list."""
        if self._target is not None:
            for number, row in enumerate(rows):
                if row.reference == self._target:
                    self._target = None
                    return number
        if kept is not None:
            for number, row in enumerate(rows):
                if (row.subject, row.subject_id) == (kept.subject, kept.subject_id):
                    return number
        return min(place, len(rows) - 1)

    @Slot()
    def choose_current(self) -> None:
        """Space: choose what is current, or take it out again, and go on to the next."""
        row = self.current()
        if row is None or not (self._may_decide or self._may_note):
            return
        if self.chosen.toggle(row.revision_id) and self.chosen.holds(row.revision_id):
            self.list.select_row(
                min(self.list.currentIndex().row() + 1, self._model.rowCount() - 1)
            )

    @Slot()
    def _on_filtered(self) -> None:
        self._show_rows()

    @Slot()
    def _on_chosen_changed(self) -> None:
        n = len(self.chosen_rows())
        self.foot.show_count(n, may_decide=self._may_decide, may_note=self._may_note)


def _parts(rows: list[QueueRow]) -> list[Part]:
    contents = sum(1 for row in rows if row.subject is Subject.CONTENT)
    return [
        Part(None, _("All"), str(len(rows))),
        Part(Subject.CONTENT, _("Contents"), str(contents)),
        Part(Subject.ANSWER, _("Answers"), str(len(rows) - contents)),
    ]


def _key_hints() -> QWidget:
    foot = QWidget()
    row = QHBoxLayout(foot)
    row.setContentsMargins(16, 8, 16, 8)
    row.setSpacing(5)
    for key in ("↑", "↓"):
        row.addWidget(KeyCap(key))
    row.addWidget(Label(_("move"), "meta", "text2"))
    row.addSpacing(8)
    for key in ("1", "9"):
        row.addWidget(KeyCap(key))
    row.addWidget(Label(_("account"), "meta", "text2"))
    row.addStretch(1)
    return foot
