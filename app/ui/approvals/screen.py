"""Persetujuan: queue, the thing itself, the verdict; all by keyboard (Lampiran D, C.2, C.5)."""

from concurrent.futures import Future

import shiboken6
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language import _, ngettext, wib
from app.models.gate import Subject
from app.services import approvals
from app.services.approvals import DecisionView, PersonalQueue, QueueRow
from app.services.contents.lacking import lacks_for_decision
from app.ui.approvals.deciding import Deciding
from app.ui.approvals.item_pane import ItemPane
from app.ui.approvals.queue_list import QueueList, QueueModel
from app.ui.approvals.verdict_pane import VerdictPane
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.widgets import (
    EmptyState,
    KeyCap,
    Label,
    Notice,
    Pane,
    Part,
    Rule,
    Screen,
    Tabs,
    Telling,
    named,
)
from app.wording import sentence

_QUEUE_WIDTH = 272
_VERDICT_WIDTH = 376
_SHOWN = frozenset({"content", "answer", "inquiry", "decision", "person", "policy", "asset"})


class ApprovalsScreen(Screen):
    """What waits for a decision, and deciding on it."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._office = bridge.office
        self._all: list[QueueRow] = []
        self._may_decide = False
        self._target: str | None = None
        self._queue = QueryRunner(bridge, self)
        self._view = QueryRunner(bridge, self)
        self._lacks = QueryRunner(bridge, self)
        self._deciding = Deciding(bridge, self)
        self._model = QueueModel(self)
        self._build()
        self._connect(bridge)
        self._make_keys()
        self.reload()

    def _build(self) -> None:
        self._tabs = Tabs("approvals.kinds", _parts([]))
        self._list = QueueList(self._model)
        self._item = ItemPane()
        self._verdict = VerdictPane()
        self._notice = Notice("approvals.notice", "bad")
        self._notice.hide()
        self._empty = EmptyState(
            _("Nothing waits for a decision"),
            _("Submitted contents and answers to citizens appear here, the most urgent first."),
        )
        left = Pane("window")
        left.setFixedWidth(_QUEUE_WIDTH)
        tabs = Pane("window", across=True, margins=(14, 0, 8, 0))
        tabs.box.addWidget(self._tabs)
        for part in (tabs, Rule()):
            left.box.addWidget(part)
        left.box.addWidget(self._list, 1)
        left.box.addWidget(Rule())
        left.box.addWidget(_key_hints())
        right = Pane("sunken")
        right.setFixedWidth(_VERDICT_WIDTH)
        right.box.addWidget(self._verdict)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget, stretch in (
            (left, 0),
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
        self._deciding.decided.connect(self._on_decided)
        self._deciding.failed.connect(self._on_failed)
        self._tabs.chosen.connect(self._on_tab_chosen)
        self._list.moved.connect(self._on_moved)
        self._item.wanted.connect(self._on_picture_wanted)
        self._item.remarked.connect(self._on_remarked)
        self._verdict.approved.connect(self._on_approved)
        self._verdict.selected.connect(self._on_selected)
        self._verdict.returned.connect(self._on_returned)

    def _make_keys(self) -> None:
        # After a click in the rail the focus is still there: deciding works in the whole window.
        for keys, slot in (
            ("Ctrl+Return", self._verdict.decide),
            ("Ctrl+Enter", self._verdict.decide),
            ("Alt+K", self._verdict.ask_return),
        ):
            QShortcut(QKeySequence(keys), self, slot)
        # Letters and digits work in the list only, never while somebody types.
        self._list_key("E").activated.connect(self._verdict.toggle_ethics)
        for number in range(1, 10):
            shortcut = self._list_key(str(number))
            shortcut.setProperty("place", number - 1)
            shortcut.activated.connect(self._on_digit)

    def _list_key(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._list)
        # Said apart: PySide 6.11 forgets a context that is given together with a slot.
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("↑ ↓", _("item")),
            ("1…9", _("account")),
            ("E", _("ethics checked")),
            ("Ctrl+Enter", _("Select or approve")),
            ("Alt+K", _("Return")),
        )

    def panes(self) -> tuple[QWidget, ...]:
        return (self._list, self._item, self._verdict)

    def reload(self) -> None:
        actor = self._office.actor
        if actor is not None:
            day = wib(self._office.now()).date()
            self._queue.run(approvals.queue_of, actor, day)

    def show_target(self, target: object) -> None:
        """Lead to the item of a reference, once the queue is there."""
        self._target = str(target)
        self._show_rows()

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & _SHOWN:
            self.reload()

    @Slot(object)
    def _on_queue(self, answer: object) -> None:
        assert isinstance(answer, PersonalQueue)  # noqa: S101 what queue_of returns
        self._all, self._may_decide = list(answer.rows), answer.may_decide
        self._show_rows()

    def _show_rows(self) -> None:
        kept = self._list.current()
        place = max(self._list.currentIndex().row(), 0)
        self._tabs.set_parts(_parts(self._all))
        subject = self._tabs.value()
        rows = [row for row in self._all if subject in (None, row.subject)]
        self._model.replace(rows, self._office.now())
        n = len(self._all)
        note = ngettext("%(n)d waits", "%(n)d wait", n) % {"n": n} if n else ""
        self.set_heading(_("Approvals"), note)
        self._stack.setCurrentIndex(1 if self._all else 0)
        if not rows:
            return
        self._list.select_row(self._wanted_place(rows, kept, place))

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

    @Slot(object)
    def _on_tab_chosen(self, _subject: object) -> None:
        self._show_rows()

    @Slot(object)
    def _on_moved(self, row: object) -> None:
        if isinstance(row, QueueRow):
            self._view.run(approvals.for_decision, row.revision_id)

    @Slot(object)
    def _on_view(self, view: object) -> None:
        assert isinstance(view, DecisionView)  # noqa: S101 what for_decision returns
        actor = self._office.actor
        is_own = actor is not None and actor.id in view.author_ids
        content = view.subject_id if view.subject is Subject.CONTENT else None
        self._lacks.run(lacks_for_decision, content, self._office.now())
        self._item.show_view(view)
        self._verdict.show_view(view, may_decide=self._may_decide, is_own=is_own)

    @Slot(str)
    def _on_picture_wanted(self, sha256: str) -> None:
        library = self._office.library
        self._bridge.submit(
            lambda: (sha256, library.thumbnail(sha256)),
            self._on_picture,
        )

    def _on_picture(self, done: "Future[object]") -> None:
        """A missing picture is the asset library's to tell; here the place stays empty."""
        if not shiboken6.isValid(self) or done.exception() is not None:
            return
        answer = done.result()
        assert isinstance(answer, tuple)  # noqa: S101 what _on_picture_wanted asked for
        sha256, picture = answer
        self._item.set_picture(sha256, picture if isinstance(picture, bytes) else None)

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

    @Slot(str)
    def _on_returned(self, reason: str) -> None:
        if (row := self._row_to_decide()) is not None:
            self._deciding.return_to_author(row, reason)

    def _row_to_decide(self) -> QueueRow | None:
        """The current row, once it is what is shown: nobody decides on what he can't see."""
        row = self._list.current()
        if row is None or row.revision_id != self._verdict.revision_id:
            return None
        self._notice.tell("")
        return row

    @Slot(str)
    def _on_decided(self, told: str) -> None:
        if told:
            self.tell(Telling(told))
        self._list.setFocus()

    @Slot(str)
    def _on_remarked(self, text: str) -> None:
        row = self._list.current()
        if row is not None:
            self._deciding.remark(row, text)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._notice.tell(sentence(error))
        self.reload()


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
