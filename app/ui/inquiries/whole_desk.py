"""One inquiry at the desk: asked for, shown, and done with what its buttons and keys say."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.models.referral import RUNNING, Direction
from app.models.roles import ADMIN_ONLY
from app.services import inquiries
from app.services.inquiries import Asker, InquiryView, ReferralRow
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.inquiries.answer_desk import AnswerDesk
from app.ui.inquiries.desk_acts import DeskActs
from app.ui.inquiries.offers import Offer, offers
from app.ui.inquiries.whole_pane import WholePane


class WholeDesk(QObject):
    """Shows the inquiry that the list makes current."""

    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, acts: DeskActs, screen: QWidget) -> None:
        super().__init__(screen)
        self._office = bridge.office
        self._acts = acts
        self._current: int | None = None
        self.pane = WholePane()
        self.answer = AnswerDesk(bridge, self.pane, acts, screen)
        self._view = QueryRunner(bridge, self)
        self._view.answered.connect(self._on_view)
        self._view.failed.connect(self.failed)
        self.answer.failed.connect(self.failed)
        self.pane.asked.connect(self._on_asked)
        self.pane.changed.connect(self._on_change_asked)
        self.pane.remarked.connect(self._on_remarked)
        self.pane.thread_view.referral_asked.connect(self._on_referral_asked)
        self.pane.thread_view.explanation_asked.connect(acts.explain)

    def show_inquiry(self, inquiry_id: int | None, asker: Asker) -> None:
        """Ask for this one and show it; None: none is current."""
        self._current = inquiry_id
        if inquiry_id is None:
            self.pane.show_nothing()
        else:
            self._view.run(inquiries.inquiry_view, inquiry_id, asker)

    @Slot(object)
    def _on_view(self, view: InquiryView) -> None:
        actor = self._office.actor
        if view.whole.id != self._current or actor is None:
            return
        self.pane.show_view(view, offers(view, actor), self._office.now())
        self.answer.compare(view)

    def do_key(self, act: str) -> None:
        """T, J, C or X on the current row; what the flow does not offer now does nothing."""
        view = self._view_of_current()
        if view is None:
            return
        given = self.pane.offers()
        if act == "refer" and Offer.REFER in given:
            self._acts.do(Offer.REFER, view)
        elif act == "dismiss" and Offer.DISMISS in given:
            self._acts.do(Offer.DISMISS, view)
        elif act == "answer":
            self.pane.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif act == "agency_answer" and Offer.WRITE_AGAIN in given:
            running = [
                row
                for row in view.whole.referrals
                if row.direction is Direction.OUT and row.state in RUNNING
            ]
            if running:
                self._acts.record_agency_answer(view, running[0])

    def _view_of_current(self) -> InquiryView | None:
        """The view, if it is already that of the current row."""
        view = self.pane.view()
        return view if view is not None and view.whole.id == self._current else None

    @Slot(object)
    def _on_asked(self, offer: Offer) -> None:
        view = self.pane.view()
        if view is None:
            return
        if offer in (Offer.SAVE, Offer.REQUEST):
            self.answer.write(submit=offer is Offer.REQUEST)
        elif offer is Offer.COPY:
            self.pane.answer.copy_answer()
        elif offer is Offer.INTERIM:
            actor = self._office.actor
            may_request = actor is not None and actor.is_any(ADMIN_ONLY)
            typed = self.pane.answer.editor.toPlainText()
            self._acts.reply_meanwhile(view, typed, may_request=may_request)
        else:
            self._acts.do(offer, view)

    @Slot(str, object)
    def _on_referral_asked(self, act: str, referral: object) -> None:
        view = self.pane.view()
        if view is not None and isinstance(referral, ReferralRow):
            self._acts.do_referral(act, referral, view)

    @Slot(str, object)
    def _on_change_asked(self, what: str, value: object) -> None:
        if (view := self.pane.view()) is not None:
            self._acts.change(what, value, view)

    @Slot(str)
    def _on_remarked(self, text: str) -> None:
        if (view := self.pane.view()) is not None:
            self._acts.remark(view.whole.id, text)
            self.pane.clear_remark()
