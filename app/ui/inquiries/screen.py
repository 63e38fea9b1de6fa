"""Pertanyaan: what waits for an answer, and whose clock is running (Lampiran C)."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language import _
from app.models.comment import Tone
from app.models.referral import RUNNING, Direction
from app.models.roles import ADMIN_ONLY
from app.services import approvals, inquiries
from app.services.accounts import AccountRow
from app.services.clocks import ClockCounts
from app.services.errors import ChangedMeanwhile
from app.services.inquiries import Asker, InquiryRow, InquiryView, Listing, Wanted
from app.services.standard_answers import StandardAnswerRow
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.importing.dialog import ImportDialog
from app.ui.inquiries.answer_pane import Typed
from app.ui.inquiries.available_dialog import AvailableDialog
from app.ui.inquiries.comments_view import CommentsView
from app.ui.inquiries.compare_dialog import CompareDialog
from app.ui.inquiries.desk_acts import DeskActs
from app.ui.inquiries.list_pane import ListPane
from app.ui.inquiries.offers import Offer, offers
from app.ui.inquiries.table import InquiryTable
from app.ui.inquiries.whole_pane import WholePane
from app.ui.theme import tokens
from app.ui.widgets import ChipLook, Notice, Rule, Screen, named
from app.wording import sentence

_PAGE = 100
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
        self._current: int | None = None
        self._place = 0
        self._accounts: tuple[AccountRow, ...] = ()
        self._clocks = ClockCounts(0, 0, 0, 0)
        self._to_compare: Typed | None = None
        self._list_query = QueryRunner(bridge, self)
        self._page_query = QueryRunner(bridge, self)
        self._view_query = QueryRunner(bridge, self)
        self._target_query = QueryRunner(bridge, self)
        self._drafts = ActRunner(bridge, self)
        self._acts = DeskActs(bridge, self)
        self._model = InquiryTable(self._office.now(), self)
        self._comments: CommentsView | None = None
        self._build()
        self._connect(bridge)
        self.reload()

    def _build(self) -> None:
        self._list = ListPane(self._model)
        self._whole = WholePane()
        self._notice = Notice("inquiries.notice", "bad")
        self._notice.hide()
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list, 60)
        row.addWidget(Rule(upright=True))
        row.addWidget(self._whole, 40)
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
        self._list_query.answered.connect(self._on_listing)
        self._page_query.answered.connect(self._model.append)
        self._view_query.answered.connect(self._on_view)
        self._target_query.answered.connect(self._on_target)
        for query in (self._list_query, self._page_query, self._view_query, self._target_query):
            query.failed.connect(self._on_failed)
        self._model.more_wanted.connect(self._on_more_wanted)
        self._list.wanted.connect(self._on_wanted)
        self._list.moved.connect(self._on_moved)
        self._list.acted.connect(self._on_key)
        self._list.toned.connect(self._on_toned)
        self._list.entry_asked.connect(lambda: self._acts.enter(self._accounts))
        self._list.incoming_asked.connect(self._acts.enter_incoming)
        self._list.import_asked.connect(lambda: ImportDialog(self._bridge, self).open())
        self._list.comments_asked.connect(self.show_comments)
        self._whole.asked.connect(self._on_asked)
        self._whole.changed.connect(self._on_change_asked)
        self._whole.remarked.connect(self._on_remarked)
        self._whole.content_asked.connect(lambda key: self.leads.emit("calendar", key))
        self._whole.thread_view.referral_asked.connect(self._on_referral_asked)
        self._whole.thread_view.explanation_asked.connect(self._acts.explain)
        self._whole.answer.available_asked.connect(self._on_available_asked)
        self._whole.answer.kept.connect(self._on_kept)
        self._drafts.done.connect(self._on_draft_kept)
        self._drafts.failed.connect(self._on_failed)
        self._acts.told.connect(self.tell)
        self._acts.failed.connect(self._on_refused)
        self._acts.entered.connect(self._on_entered)
        self._acts.decision_asked.connect(lambda key: self.leads.emit("approvals", key))
        self._minute.timeout.connect(self._on_minute)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+F"), self, self._list.open_search, context=within)
        QShortcut(QKeySequence("Ctrl+S"), self, self._on_save_key, context=within)
        QShortcut(QKeySequence("Ctrl+N"), self, self._on_new_key, context=within)

    # What a place of the window does

    def reload(self) -> None:
        """Ask again for the list, and with it for the inquiry that is shown."""
        if self._comments is not None and self._pages.currentIndex() == 1:
            self._comments.reload()
        size = max(_PAGE, len(self._model.rows))
        above = tokens().clock_above_hours
        self._list_query.run(
            inquiries.listing,
            self._list.wanted_now(),
            self._asker(),
            size,
            timedelta(hours=above["notice"]),
            timedelta(hours=above["calm"]),
        )

    def show_target(self, target: object) -> None:
        """Show the inquiry with this reference."""
        self._leave_comments()
        self._target_query.run(inquiries.inquiry_of, str(target))

    def go_back(self) -> None:
        if self._comments is not None and self._pages.currentIndex() == 1:
            self._comments.go_back()

    def panes(self) -> tuple[QWidget, ...]:
        if self._comments is not None and self._pages.currentIndex() == 1:
            return self._comments.panes()
        return (self._list.table, self._whole.first_focus())

    def keys(self) -> tuple[tuple[str, str], ...]:
        if self._comments is not None and self._pages.currentIndex() == 1:
            return self._comments.keys()
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

    def _asker(self) -> Asker:
        actor = self._office.actor
        return Asker(
            actor.id if actor else None, actor.roles if actor else frozenset(), self._office.now()
        )

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & _SHOWN:
            self.reload()

    @Slot()
    def _on_minute(self) -> None:
        now = self._office.now()
        self._model.set_now(now)
        self._whole.set_now(now)
        self.reload()

    # The list

    @Slot(object)
    def _on_wanted(self, _wanted: Wanted) -> None:
        self._model.replace((), 0, self._office.now())
        self._current = None
        self.reload()

    @Slot(object)
    def _on_listing(self, listing: Listing) -> None:
        if listing.wanted != self._list.wanted_now():
            return
        self._accounts, self._clocks = listing.accounts, listing.clocks
        actor = self._office.actor
        self._list.set_may_enter(may_enter=actor is not None and actor.is_any(ADMIN_ONLY))
        self._model.replace(listing.rows, listing.in_all, self._office.now())
        self._list.show_listing(listing)
        self._choose_row(listing.rows)
        if self._pages.currentIndex() == 0:
            self._show_heading()

    def _choose_row(self, rows: Sequence[InquiryRow]) -> None:
        """The inquiry that is shown stays current; one that has left is followed by the next."""
        table = self._list.table
        if self._current is not None and any(row.id == self._current for row in rows):
            if table.current_row() is None:
                table.select_key(self._current)
            return
        if self._is_led_here():
            self._ask_view()
        elif rows:
            table.selectRow(min(self._place, len(rows) - 1))
        else:
            self._current = None
            self._whole.show_nothing()

    def _is_led_here(self) -> bool:
        """Another place led to an inquiry that this list does not hold."""
        return self._current is not None and self._list.table.current_row() is None

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

    @Slot()
    def _on_more_wanted(self) -> None:
        rows = self._model.rows
        if rows:
            self._page_query.run(
                inquiries.page, self._list.wanted_now(), self._asker(), rows[-1].place, _PAGE
            )

    @Slot(object)
    def _on_moved(self, row: InquiryRow | None) -> None:
        if row is None:
            return
        self._current, self._place = row.id, self._list.table.currentIndex().row()
        self._ask_view()

    def _ask_view(self) -> None:
        if self._current is not None:
            self._view_query.run(inquiries.inquiry_view, self._current, self._asker())

    @Slot(str)
    def _on_key(self, act: str) -> None:
        """T, J, C or X on the current row; what the flow does not offer now does nothing."""
        view = self._view_of_row()
        if view is None:
            return
        given = self._whole.offers()
        if act == "refer" and Offer.REFER in given:
            self._acts.do(Offer.REFER, view)
        elif act == "dismiss" and Offer.DISMISS in given:
            self._acts.do(Offer.DISMISS, view)
        elif act == "answer":
            self._whole.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif act == "agency_answer" and Offer.WRITE_AGAIN in given:
            running = [
                row
                for row in view.whole.referrals
                if row.direction is Direction.OUT and row.state in RUNNING
            ]
            if running:
                self._acts.record_agency_answer(view, running[0])

    def _view_of_row(self) -> InquiryView | None:
        """The view, if it is already that of the current row."""
        view = self._whole.view()
        return view if view is not None and view.whole.id == self._current else None

    @Slot(object)
    def _on_toned(self, tone: Tone) -> None:
        row, actor = self._list.table.current_row(), self._office.actor
        if isinstance(row, InquiryRow) and actor is not None and actor.is_any(ADMIN_ONLY):
            self._acts.set_tone(row.id, row.reference, row.tone, tone)

    # One inquiry

    @Slot(object)
    def _on_view(self, view: InquiryView) -> None:
        actor = self._office.actor
        if view.whole.id != self._current or actor is None:
            return
        self._whole.show_view(view, offers(view, actor), self._office.now())
        if self._to_compare is not None:
            self._compare(self._to_compare, view)

    @Slot(object)
    def _on_asked(self, offer: Offer) -> None:
        view = self._whole.view()
        if view is None:
            return
        if offer in (Offer.SAVE, Offer.REQUEST):
            self._write(submit=offer is Offer.REQUEST)
        elif offer is Offer.COPY:
            self._whole.answer.copy_answer()
        elif offer is Offer.INTERIM:
            may_request = Offer.REQUEST in self._whole.offers() or self._is_admin()
            typed = self._whole.answer.editor.toPlainText()
            self._acts.reply_meanwhile(view, typed, may_request=may_request)
        else:
            self._acts.do(offer, view)

    def _is_admin(self) -> bool:
        actor = self._office.actor
        return actor is not None and actor.is_any(ADMIN_ONLY)

    def _write(self, *, submit: bool) -> None:
        view, typed = self._whole.view(), self._whole.answer.typed()
        if view is not None and typed is not None:
            self._whole.answer.forget_pause()
            self._notice.hide()
            self._acts.write(typed, view, submit=submit)

    @Slot()
    def _on_save_key(self) -> None:
        if Offer.SAVE in self._whole.offers() and self._whole.answer.is_changed():
            self._write(submit=False)

    @Slot()
    def _on_new_key(self) -> None:
        if self._is_admin():
            self._acts.enter(self._accounts)

    @Slot(str, object)
    def _on_referral_asked(self, act: str, referral: object) -> None:
        view = self._whole.view()
        if view is not None and isinstance(referral, inquiries.ReferralRow):
            self._acts.do_referral(act, referral, view)

    @Slot(str, object)
    def _on_change_asked(self, what: str, value: object) -> None:
        if (view := self._whole.view()) is not None:
            self._acts.change(what, value, view)

    @Slot(str)
    def _on_remarked(self, text: str) -> None:
        if (view := self._whole.view()) is not None:
            self._acts.remark(view.whole.id, text)
            self._whole.clear_remark()

    @Slot()
    def _on_available_asked(self) -> None:
        view = self._whole.view()
        if view is None:
            return
        dialog = AvailableDialog(self._bridge, view.fitting, self, may_keep=self._is_admin())
        dialog.chosen.connect(self._on_available_chosen)
        dialog.open()

    @Slot(object)
    def _on_available_chosen(self, row: StandardAnswerRow) -> None:
        self._whole.answer.insert(row.text, row.id)

    @Slot(object)
    def _on_kept(self, typed: Typed) -> None:
        """Autosave: a draft of this person, no audit, no announcement."""
        self._drafts.run(
            approvals.save_draft,
            inquiries.DRAFT,
            typed.inquiry_id,
            typed.seen,
            {"text": typed.text},
        )

    @Slot(object)
    def _on_draft_kept(self, _none: object) -> None:
        self._whole.answer.show_kept(self._office.now())

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        """A colleague was faster: first look at both, for nothing is lost."""
        if isinstance(error, ChangedMeanwhile):
            self._to_compare = self._whole.answer.typed()
        self._on_failed(error)

    def _compare(self, typed: Typed, view: InquiryView) -> None:
        self._to_compare = None
        answer = view.whole.answer
        is_same = typed.inquiry_id == view.whole.id and answer is not None
        if not is_same or answer is None or answer.text == typed.text.strip():
            return
        self._notice.hide()
        who = answer.author or _("A colleague")
        dialog = CompareDialog(view.whole.reference, who, answer.text, typed.text, self)
        dialog.theirs_chosen.connect(lambda: self._whole.answer.adopt(answer.text, answer.version))
        dialog.mine_chosen.connect(lambda: self._save_over(answer.version))
        dialog.open()

    def _save_over(self, seen: int) -> None:
        self._whole.answer.overwrite_next(seen)
        self._write(submit=False)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._notice.tell(sentence(error))
        self.reload()

    @Slot(object)
    def _on_entered(self, inquiry_id: int) -> None:
        self._lead_to(inquiry_id)

    @Slot(object)
    def _on_target(self, inquiry_id: int | None) -> None:
        if inquiry_id is not None:
            self._lead_to(inquiry_id)

    def _lead_to(self, inquiry_id: int) -> None:
        self._list.show_all()
        self._list.table.clearSelection()
        self._current = inquiry_id
        self._model.replace((), 0, self._office.now())
        self.reload()

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
        self._whole.answer.keep()
        self._pages.setCurrentIndex(1)
        self._comments.show_posts()

    @Slot()
    def _on_comments_headed(self) -> None:
        if self._comments is not None and self._pages.currentIndex() == 1:
            self.set_heading(
                self._comments.title, self._comments.note, self._comments.chips, back=True
            )

    @Slot()
    def _leave_comments(self) -> None:
        if self._pages.currentIndex() != 0:
            self._pages.setCurrentIndex(0)
            self._show_heading()
            self._list.table.setFocus()


def _clock_chip(mood: str, words: str) -> ChipLook:
    state = tokens().states["clock"][mood]
    return ChipLook(words, "bell" if state.icon == "ring" else state.icon, state.tone, state.form)
