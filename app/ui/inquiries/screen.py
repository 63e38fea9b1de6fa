"""Pertanyaan: what waits for an answer, and whose clock is running (Lampiran C)."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language import _
from app.models.comment import Tone
from app.models.roles import ADMIN_ONLY
from app.services import inquiries
from app.services.accounts import AccountRow
from app.services.clocks import ClockCounts
from app.services.inquiries import Listing
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.importing.dialog import ImportDialog
from app.ui.inquiries.comments_view import CommentsView
from app.ui.inquiries.desk_acts import DeskActs
from app.ui.inquiries.list_desk import ListDesk
from app.ui.inquiries.whole_desk import WholeDesk
from app.ui.theme import tokens
from app.ui.widgets import ChipLook, Notice, Rule, Screen, named
from app.wording import sentence

_MINUTE = 60_000
_SHOWN = frozenset(
    {
        "inquiry",
        "referral",
        "answer",
        "comment",
        "decision",
        "standard_answer",
        "account",
        "person",
        "agency",
    }
)


class InquiriesScreen(Screen):
    """The list at the left, one inquiry at the right; the comments of posts are a page inside."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._office = bridge, bridge.office
        self._accounts: tuple[AccountRow, ...] = ()
        self._clocks = ClockCounts(0, 0, 0, 0)
        self._target = QueryRunner(bridge, self)
        self._acts = DeskActs(bridge, self)
        self._list = ListDesk(bridge, self)
        self._whole = WholeDesk(bridge, self._acts, self)
        self._comments: CommentsView | None = None
        self._build()
        self._connect(bridge)
        self.reload()

    def _build(self) -> None:
        self._notice = Notice("inquiries.notice", "bad")
        self._notice.hide()
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list.pane, 60)
        row.addWidget(Rule(upright=True))
        row.addWidget(self._whole.pane, 40)
        self._pages = QStackedWidget()
        self._pages.addWidget(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self._pages, 1)
        named(self, "inquiries")
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.start()

    def _connect(self, bridge: OfficeBridge) -> None:
        bridge.changed.connect(self._on_office_changed)
        self._list.listed.connect(self._on_listed)
        self._list.chosen.connect(self._on_chosen)
        self._list.pane.acted.connect(self._whole.do_key)
        self._list.pane.toned.connect(self._on_toned)
        self._list.pane.entry_asked.connect(self._on_new_key)
        self._list.pane.incoming_asked.connect(self._acts.enter_incoming)
        self._list.pane.import_asked.connect(lambda: ImportDialog(self._bridge, self).open())
        self._list.pane.comments_asked.connect(self.show_comments)
        self._whole.pane.content_asked.connect(lambda key: self.leads.emit("calendar", key))
        self._whole.answer.written.connect(self._notice.hide)
        self._target.answered.connect(self._on_target)
        for part in (self._target, self._list, self._whole):
            part.failed.connect(self._on_failed)
        self._acts.told.connect(self.tell)
        self._acts.entered.connect(self._list.lead_to)
        self._acts.decision_asked.connect(lambda key: self.leads.emit("approvals", key))
        self._minute.timeout.connect(self._on_minute)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Ctrl+F", self._list.pane.open_search),
            ("Ctrl+S", self._whole.answer.save),
            ("Ctrl+N", self._on_new_key),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(within)  # given to the constructor it is dropped without a word

    # What a place of the window does

    def reload(self) -> None:
        """Ask again for the list, and with it for the inquiry that is shown."""
        if (comments := self._comments_shown()) is not None:
            comments.reload()
        self._list.reload()

    def show_target(self, target: object) -> None:
        """Show the inquiry with this reference."""
        self._leave_comments()
        self._target.run(inquiries.inquiry_of, str(target))

    def go_back(self) -> None:
        if (comments := self._comments_shown()) is not None:
            comments.go_back()

    def panes(self) -> tuple[QWidget, ...]:
        if (comments := self._comments_shown()) is not None:
            return comments.panes()
        return (self._list.pane.table, self._whole.pane.first_focus())

    def keys(self) -> tuple[tuple[str, str], ...]:
        if (comments := self._comments_shown()) is not None:
            return comments.keys()
        return (
            ("T", _("refer to another agency")),
            ("J", _("write the answer")),
            ("C", _("record the agency's answer")),
            ("X", _("dismiss")),
            ("+  0  −", _("tone: positive, neutral, negative")),
            ("Ctrl+N", _("enter an inquiry")),
            ("Ctrl+F", _("search the inquiries")),
            ("Ctrl+S", _("save the answer")),
        )

    def _is_admin(self) -> bool:
        actor = self._office.actor
        return actor is not None and actor.is_any(ADMIN_ONLY)

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & _SHOWN:
            self.reload()

    @Slot()
    def _on_minute(self) -> None:
        now = self._office.now()
        self._list.model.set_now(now)
        self._whole.pane.set_now(now)
        self.reload()

    # The list and the inquiry

    @Slot(object)
    def _on_listed(self, listing: Listing) -> None:
        self._accounts, self._clocks = listing.accounts, listing.clocks
        self._list.pane.set_may_enter(may_enter=self._is_admin())
        if self._comments_shown() is None:
            self._show_heading()

    @Slot(object)
    def _on_chosen(self, inquiry_id: int | None) -> None:
        self._whole.show_inquiry(inquiry_id, self._list.asker())

    def _show_heading(self) -> None:
        counts = self._clocks
        chips = (
            (counts.breached, "breached", _("%(n)d overdue")),
            (counts.urgent, "urgent", _("%(n)d urgent")),
            (counts.notice, "notice", _("%(n)d to watch")),
        )
        self.set_heading(
            _("Inquiries"),
            chips=[_clock_chip(mood, words % {"n": n}) for n, mood, words in chips if n],
        )

    @Slot(object)
    def _on_toned(self, tone: Tone) -> None:
        row = self._list.current_row()
        if row is not None and self._is_admin():
            self._acts.set_tone(row.id, row.reference, row.tone, tone)

    @Slot()
    def _on_new_key(self) -> None:
        if self._is_admin():
            self._acts.enter(self._accounts)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._notice.tell(sentence(error))
        self.reload()

    @Slot(object)
    def _on_target(self, inquiry_id: int | None) -> None:
        if inquiry_id is not None:
            self._list.lead_to(inquiry_id)

    # The comments of posts

    @Slot()
    def show_comments(self) -> None:
        """The page inside on which comments are marked."""
        if self._comments is None:
            self._comments = CommentsView(self._bridge, self, self._office.library)
            self._pages.addWidget(self._comments)
            self._comments.headed.connect(self._on_comments_headed)
            self._comments.told.connect(self.told)
            self._comments.leads.connect(self.leads)
            self._comments.closed.connect(self._leave_comments)
        self._whole.pane.answer.keep()
        self._pages.setCurrentIndex(1)
        self._comments.show_posts()

    @Slot()
    def _on_comments_headed(self) -> None:
        if (comments := self._comments_shown()) is not None:
            self.set_heading(comments.title, comments.note, comments.chips, back=True)

    def _comments_shown(self) -> CommentsView | None:
        """The comments, while they are the page that is seen."""
        return self._comments if self._pages.currentIndex() == 1 else None

    @Slot()
    def _leave_comments(self) -> None:
        if self._pages.currentIndex() != 0:
            self._pages.setCurrentIndex(0)
            self._show_heading()
            self._list.pane.table.setFocus()


def _clock_chip(mood: str, words: str) -> ChipLook:
    state = tokens().states["clock"][mood]
    return ChipLook(words, "bell" if state.icon == "ring" else state.icon, state.tone, state.form)
