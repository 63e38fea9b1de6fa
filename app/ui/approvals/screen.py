"""Persetujuan: queue, the thing itself, the verdict; all by keyboard (Lampiran D, C.2, C.5)."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language import _, ngettext
from app.models.gate import Subject
from app.models.roles import ADMIN_ONLY
from app.services import approvals
from app.services.approvals import DecisionView, PersonalQueue, QueueRow
from app.services.contents.lacking import lacks_for_decision
from app.ui.approvals.bar import NotedBar
from app.ui.approvals.deciding import Deciding
from app.ui.approvals.item_pane import ItemPane
from app.ui.approvals.noting import NotingDesk, settled_words
from app.ui.approvals.pictures import Pictures
from app.ui.approvals.queue_pane import QueuePane
from app.ui.approvals.replan_dialog import ReplanDialog
from app.ui.approvals.verdict_pane import VerdictPane
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.widgets import EmptyState, Notice, Pane, Rule, Screen, Telling, named
from app.wording import sentence

_VERDICT_WIDTH = 376
_SHOWN = frozenset(
    {"content", "answer", "inquiry", "decision", "person", "policy", "asset", "approval_sheet"}
)


class ApprovalsScreen(Screen):
    """What waits for a decision, and deciding on it."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._office = bridge.office
        self._standing: PersonalQueue | None = None
        self._queue = QueryRunner(bridge, self)
        self._view = QueryRunner(bridge, self)
        self._lacks = QueryRunner(bridge, self)
        self._deciding = Deciding(bridge, self)
        self._pictures = Pictures(bridge, self)
        self._build()
        self._connect(bridge)
        self._connect_noting()
        self._make_keys()
        self.reload()

    def _build(self) -> None:
        self._left = QueuePane()
        self._noting = NotingDesk(self._bridge, self._left.to_note, self)
        self._item = ItemPane()
        self._verdict = VerdictPane()
        self._bar = NotedBar()
        self._notice = Notice("approvals.notice", "bad")
        self._notice.hide()
        self._empty = EmptyState(
            _("Nothing waits for a decision"),
            _("Submitted contents and answers to citizens appear here, the most urgent first."),
        )
        right = Pane("sunken")
        right.setFixedWidth(_VERDICT_WIDTH)
        right.box.addWidget(self._verdict)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget, stretch in (
            (self._left, 0),
            (Rule(upright=True), 0),
            (self._item, 1),
            (Rule(upright=True), 0),
            (right, 0),
        ):
            row.addWidget(widget, stretch)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        named(self, "approvals")

    def _connect(self, bridge: OfficeBridge) -> None:
        bridge.changed.connect(self._on_office_changed)
        self._queue.answered.connect(self._on_queue)
        self._queue.failed.connect(self._on_failed)
        self._view.answered.connect(self._on_view)
        self._view.failed.connect(self._on_failed)
        self._lacks.answered.connect(self._verdict.show_lacks)
        self._deciding.busy.connect(self._verdict.set_busy)
        self._deciding.busy.connect(self._left.foot.set_busy)
        self._deciding.decided.connect(self._on_decided)
        self._deciding.settled.connect(self._on_settled)
        self._deciding.failed.connect(self._on_failed)
        self._left.moved.connect(self._on_moved)
        self._item.wanted.connect(self._pictures.fetch)
        self._pictures.came.connect(self._item.set_picture)
        self._item.remarked.connect(self._on_remarked)
        self._verdict.approved.connect(self._on_approved)
        self._verdict.selected.connect(self._on_selected)
        self._verdict.returned.connect(self._on_returned)

    def _connect_noting(self) -> None:
        for asking in (self._verdict.offers, self._left.foot):
            asking.copy_asked.connect(self._noting.copy)
            asking.note_asked.connect(self._noting.note)
        self._left.foot.approve_asked.connect(self._on_approve_chosen)
        self._verdict.offers.replan_asked.connect(self._on_replan)
        self._bar.confirm_asked.connect(self._noting.confirm)
        self._bar.print_asked.connect(self._noting.print_sheet)
        self._bar.sheet_asked.connect(self._noting.note_sheet)
        self._noting.told.connect(self._on_decided)
        self._noting.refused.connect(self._notice.tell)
        self._noting.failed.connect(self._on_failed)

    def _make_keys(self) -> None:
        # After a click in the rail the focus is still there: deciding works in the whole window.
        for keys, slot in (
            ("Ctrl+Return", self._verdict.decide),
            ("Ctrl+Enter", self._verdict.decide),
            ("Ctrl+Shift+Return", self._on_approve_chosen),
            ("Ctrl+Shift+Enter", self._on_approve_chosen),
            ("Alt+K", self._verdict.ask_return),
        ):
            QShortcut(QKeySequence(keys), self, slot)
        for key, slot in (
            ("E", self._verdict.toggle_ethics),
            ("Space", self._left.choose_current),
            ("W", self._noting.copy),
            ("C", self._noting.note),
        ):
            self._left.shortcut(key).activated.connect(slot)
        for number in range(1, 10):
            shortcut = self._left.shortcut(str(number))
            shortcut.setProperty("place", number - 1)
            shortcut.activated.connect(self._on_digit)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("↑ ↓", _("item")),
            ("1…9", _("account")),
            ("E", _("ethics checked")),
            ("Ctrl+Enter", _("Select or approve")),
            ("Alt+K", _("Return")),
            (_("Space"), _("choose what was shown")),
            ("Ctrl+Shift+Enter", _("Approve what is chosen")),
            ("W", _("Copy for WhatsApp")),
            ("C", _("Note a decision…")),
        )

    def panes(self) -> tuple[QWidget, ...]:
        return (self._left.list, self._item, self._verdict)

    def reload(self) -> None:
        actor = self._office.actor
        if actor is not None:
            self._queue.run(approvals.queue_of, actor, self._office.now())

    def show_target(self, target: object) -> None:
        """Lead to the item of a reference, once the queue is there."""
        self._left.lead_to(str(target))

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & _SHOWN:
            self.reload()

    @Slot(object)
    def _on_queue(self, answer: object) -> None:
        assert isinstance(answer, PersonalQueue)  # noqa: S101 what queue_of returns
        self._standing = answer
        n = len(answer.rows)
        note = ngettext("%(n)d waits", "%(n)d wait", n) % {"n": n} if n else ""
        self.set_heading(_("Approvals"), note)
        self._bar.show_standing(answer)
        self._stack.setCurrentIndex(1 if n else 0)
        self._left.show_queue(answer, self._office.now())

    @Slot(object)
    def _on_moved(self, row: object) -> None:
        if isinstance(row, QueueRow):
            self._view.run(approvals.for_decision, row.revision_id)

    @Slot(object)
    def _on_view(self, view: object) -> None:
        assert isinstance(view, DecisionView)  # noqa: S101 what for_decision returns
        actor, now, standing = self._office.actor, self._office.now(), self._standing
        is_own = actor is not None and actor.id in view.author_ids
        content = view.subject_id if view.subject is Subject.CONTENT else None
        self._lacks.run(lacks_for_decision, content, now)
        self._item.show_view(view)
        may_decide = standing is not None and standing.may_decide
        self._verdict.show_view(view, now, may_decide=may_decide, is_own=is_own)
        row = self._left.current()
        is_admin = actor is not None and actor.is_any(ADMIN_ONLY)
        has_passed = row is not None and row.has_passed(now)
        may_note = standing is not None and standing.may_note
        self._verdict.offers.show_offers(may_note=may_note, may_replan=has_passed and is_admin)
        self._left.chosen.note_shown(view.revision_id)

    @Slot()
    def _on_digit(self) -> None:
        self._item.choose_variant(int(self.sender().property("place")))

    @Slot()
    def _on_approved(self) -> None:
        if (row := self._row_to_decide()) is not None:
            self._deciding.approve(row, self._verdict.ethics())

    @Slot()
    def _on_selected(self) -> None:
        if (row := self._row_to_decide()) is not None:
            self._deciding.select(row, self._verdict.ethics())

    @Slot()
    def _on_approve_chosen(self) -> None:
        """Ctrl+Shift+Enter: all that is chosen, once the checklist is ticked."""
        rows = self._left.chosen_rows()
        if rows and self._verdict.may_decide_now():
            self._notice.tell("")
            self._deciding.approve_all(rows, self._verdict.ethics())

    @Slot(str)
    def _on_returned(self, reason: str) -> None:
        if (row := self._row_to_decide()) is not None:
            self._deciding.return_to_author(row, reason)

    def _row_to_decide(self) -> QueueRow | None:
        """The current row, once it is what is shown: nobody decides on what he can't see."""
        row = self._left.current()
        if row is None or row.revision_id != self._verdict.revision_id:
            return None
        self._notice.tell("")
        return row

    @Slot()
    def _on_replan(self) -> None:
        if (row := self._left.current()) is not None:
            dialog = ReplanDialog(self._bridge, row, self)
            dialog.replanned.connect(self._on_replanned)
            dialog.open()

    @Slot()
    def _on_replanned(self) -> None:
        self._on_decided(_("It has another moment and waits for the decision."))

    @Slot(object)
    def _on_settled(self, settled: object) -> None:
        assert isinstance(settled, approvals.Settled)  # noqa: S101 what approve_all returns
        done, refused = settled_words(settled)
        self._left.chosen.clear()
        self._notice.tell(refused)
        self._on_decided(done)

    @Slot(str)
    def _on_decided(self, told: str) -> None:
        if told:
            self.tell(Telling(told))
        self._left.list.setFocus()

    @Slot(str)
    def _on_remarked(self, text: str) -> None:
        if (row := self._left.current()) is not None:
            self._deciding.remark(row, text)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._notice.tell(sentence(error))
        self.reload()
