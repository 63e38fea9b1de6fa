"""What a person does with an inquiry: opens the dialog that it needs, or does it at once."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _, moment_text
from app.models.clock import ClockKind
from app.models.comment import Tone
from app.models.inquiry import InquiryKind, InquiryState
from app.services import approvals, inquiries, referrals
from app.services.accounts import AccountRow
from app.services.clocks import ClockExplanation, explanation
from app.services.inquiries import AnswerRow, InquiryView, ReferralRow
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.inquiries.act_dialog import ActDialog
from app.ui.inquiries.agency_dialogs import AgencyAnswerDialog, NotCompetentDialog
from app.ui.inquiries.answer_pane import Typed
from app.ui.inquiries.ending_dialogs import DismissDialog, HandOverDialog, WriteAgainDialog
from app.ui.inquiries.entry_dialog import EntryDialog
from app.ui.inquiries.explanation_dialog import ExplanationDialog
from app.ui.inquiries.incoming_dialog import IncomingDialog
from app.ui.inquiries.interim_dialog import InterimDialog
from app.ui.inquiries.line_dialogs import reason_dialog, topic_dialog
from app.ui.inquiries.offers import Offer
from app.ui.inquiries.refer_dialog import ReferDialog
from app.ui.inquiries.sent_dialog import SentDialog
from app.ui.widgets import Telling, ask


class DeskActs(QObject):
    """The acts of one screen, one at a time; what was done is told, what was refused too."""

    told = Signal(object)  # a Telling
    failed = Signal(Exception)
    entered = Signal(object)  # an inquiry was entered: its key
    decision_asked = Signal(str)  # of this reference, where officials decide

    def __init__(self, bridge: OfficeBridge, screen: QWidget) -> None:
        super().__init__(screen)
        self._bridge = bridge
        self._screen = screen
        self._words = ""
        self._undo: Callable[[], object] | None = None
        self._acts = ActRunner(bridge, self)
        self._explanations = QueryRunner(bridge, self)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self.failed)
        self._explanations.answered.connect(self._on_explanation)
        self._explanations.failed.connect(self.failed)

    def _run(self, words: str, act: Callable[..., object], *args: object, **facts: object) -> None:
        if not self._acts.is_busy:
            self._words, self._undo = words, None
            self._acts.run(act, *args, **facts)

    @Slot(object)
    def _on_done(self, _result: object) -> None:
        if self._words:
            self.told.emit(Telling(self._words, self._undo))

    def _open(self, dialog: ActDialog, words: str) -> None:
        dialog.acted.connect(lambda _result: self.told.emit(Telling(words)))
        dialog.open()

    def enter(self, accounts: tuple[AccountRow, ...]) -> None:
        """Quick entry of what a citizen wrote or said."""
        dialog = EntryDialog(self._bridge, accounts, self._screen)
        dialog.acted.connect(self.entered)
        self._open(dialog, _("The inquiry is entered."))

    def enter_incoming(self) -> None:
        """What another agency asks us."""
        dialog = IncomingDialog(self._bridge, self._screen)
        dialog.acted.connect(self.entered)
        self._open(dialog, _("The referral is entered; our 24 hours run."))

    def do(self, offer: Offer, view: InquiryView) -> None:
        """Whatever a button or key of the desk stands for, but the answer's own words."""
        whole = view.whole
        reference = {"reference": whole.reference}
        match offer:
            case Offer.REFER:
                self.refer(view)
            case Offer.DISMISS:
                dialog = DismissDialog(self._bridge, whole, self._screen)
                self._open(dialog, _("%(reference)s is dismissed.") % reference)
            case Offer.HAND_OVER:
                handing = HandOverDialog(self._bridge, whole, self._screen)
                self._open(handing, _("%(reference)s is handed over.") % reference)
            case Offer.WRITE_AGAIN:
                again = WriteAgainDialog(self._bridge, whole, self._screen)
                self._open(again, _("The message is added to %(reference)s.") % reference)
            case Offer.CLOSE:
                words = _("%(reference)s is closed.") % reference
                self._run(words, inquiries.close, whole.id, whole.version)
            case Offer.SETTLE_REMINDER:
                words = _("The reminder of %(reference)s is settled.") % reference
                self._run(words, inquiries.settle_reminder, whole.id, whole.version)
            case Offer.REOPEN:
                words = _("%(reference)s is open again.") % reference
                self._run(words, inquiries.reopen, whole.id, whole.version)
            case Offer.DECIDE:
                self.decision_asked.emit(whole.reference)
            case Offer.INTERIM | Offer.INTERIM_SENT | Offer.INTERIM_RECALL:
                self._do_interim(offer, view)
            case Offer.INTERIM_EDIT_AGAIN if whole.interim_reply is not None:
                self._edit_again(whole.reference, whole.interim_reply)
            case _ if whole.answer is not None:
                self._do_answer(offer, view, whole.answer)

    def _do_answer(self, offer: Offer, view: InquiryView, answer: AnswerRow) -> None:
        whole = view.whole
        reference = {"reference": whole.reference}
        if offer is Offer.RECALL and answer.revision_id is not None:
            words = _("The answer of %(reference)s is taken back.") % reference
            self._run(words, approvals.recall, answer.revision_id)
        elif offer is Offer.EDIT_AGAIN:
            self._edit_again(whole.reference, answer)
        elif offer is Offer.RECORD_ANSWER:
            self._record_sent(view, answer)

    def _do_interim(self, offer: Offer, view: InquiryView) -> None:
        reply = view.whole.interim_reply
        if offer is Offer.INTERIM_SENT and reply is not None:
            self._record_sent(view, reply)
        elif offer is Offer.INTERIM_RECALL and reply is not None and reply.revision_id is not None:
            self._run(_("The interim reply is taken back."), approvals.recall, reply.revision_id)

    def _record_sent(self, view: InquiryView, answer: AnswerRow) -> None:
        whole = view.whole
        dialog = SentDialog(
            self._bridge, whole.reference, answer, whole.asking_agency, self._screen
        )
        words = _("What was sent for %(reference)s is recorded.")
        self._open(dialog, words % {"reference": whole.reference})

    def _edit_again(self, reference: str, answer: AnswerRow) -> None:
        ask(
            self._screen,
            "edit_again",
            _("Edit the approved answer again?"),
            _("Its approval is void then; ask for it again afterwards."),
            _("Edit again"),
            lambda: self._run(
                _("%(reference)s can be edited again.") % {"reference": reference},
                inquiries.reopen_answer,
                answer.id,
                answer.version,
            ),
        )

    def refer(self, view: InquiryView) -> None:
        """Open the dialog of picture 10."""
        whole = view.whole
        dialog = ReferDialog(self._bridge, whole, self._screen)
        dialog.acted.connect(lambda due: self._tell_referred(whole.reference, due))
        dialog.open()

    def _tell_referred(self, reference: str, due: object) -> None:
        words = _("%(reference)s is referred.") % {"reference": reference}
        if isinstance(due, datetime):
            words = _("%(reference)s is referred; the answer is due %(due)s.") % {
                "reference": reference,
                "due": moment_text(due),
            }
        self.told.emit(Telling(words))

    def reply_meanwhile(self, view: InquiryView, typed: str, *, may_request: bool) -> None:
        """An interim reply, begun with what stands in the editor."""
        dialog = InterimDialog(
            self._bridge, view.whole, typed, self._screen, may_request=may_request
        )
        words = _("The interim reply awaits approval.") if may_request else _("Saved.")
        self._open(dialog, words)

    def write(self, typed: Typed, view: InquiryView, *, submit: bool) -> None:
        """Save the answer's words, or bring them to the official; first asks why if it must."""
        if typed.answer_id is None and _is_awaited(view, self._bridge.office.now()):
            dialog = reason_dialog(view.whole.reference, self._screen)
            dialog.given.connect(
                lambda reason: self._write(typed, view, reason=reason, submit=submit)
            )
            dialog.open()
        else:
            self._write(typed, view, reason="", submit=submit)

    def _write(self, typed: Typed, view: InquiryView, *, reason: str, submit: bool) -> None:
        facts: dict[str, object] = {
            "referral_id": typed.referral_id,
            "standard_answer_id": typed.standard_answer_id,
        }
        begins = typed.answer_id is None
        seen = view.whole.version if begins else typed.seen
        reference = {"reference": view.whole.reference}
        if submit:
            words = _("The answer of %(reference)s awaits approval.") % reference
            if begins:
                facts["reason"] = reason
            act: Callable[..., object] = inquiries.submit_answer
            self._run(words, act, typed.inquiry_id, typed.answer_id, seen, typed.text, **facts)
        elif begins:
            facts["reason"] = reason
            act = inquiries.draft_answer
            self._run(_("Saved."), act, typed.inquiry_id, seen, typed.text, **facts)
        else:
            act = inquiries.save_answer
            self._run(_("Saved."), act, typed.answer_id, seen, typed.text, **facts)

    def record_agency_answer(self, view: InquiryView, referral: ReferralRow) -> None:
        dialog = AgencyAnswerDialog(self._bridge, view.whole.reference, referral, self._screen)
        words = _("The answer of %(agency)s is recorded.")
        self._open(dialog, words % {"agency": referral.agency_short})

    def do_referral(self, act: str, referral: ReferralRow, view: InquiryView) -> None:
        """What was said or decided about one referral."""
        agency = {"agency": referral.agency_short}
        match act:
            case "answer":
                self.record_agency_answer(view, referral)
            case "acknowledge":
                words = _("%(agency)s has received it; its clock runs on.") % agency
                self._run(words, referrals.acknowledge, referral.id, referral.version)
            case "not_competent":
                dialog = NotCompetentDialog(
                    self._bridge, view.whole.reference, referral, self._screen
                )
                self._open(dialog, _("Recorded. Refer it on with key T."))
            case _:
                ask(
                    self._screen,
                    "recall",
                    _("Recall the referral to %(agency)s?") % agency,
                    _("Tell the agency yourself. Its clock ends; a breach stays on record."),
                    _("Recall"),
                    lambda: self._run(
                        _("The referral to %(agency)s is recalled.") % agency,
                        referrals.recall_referral,
                        referral.id,
                        referral.version,
                    ),
                )

    def change(self, what: str, value: object, view: InquiryView) -> None:
        """Kind, tone, topic or handler of the inquiry shown."""
        whole = view.whole
        match what:
            case "topic":
                dialog = topic_dialog(whole.reference, str(value), self._screen)
                dialog.given.connect(
                    lambda topic: self._run(
                        _("Saved."), inquiries.set_topic, whole.id, whole.version, topic
                    )
                )
                dialog.open()
            case "kind" if isinstance(value, InquiryKind):
                self._run(_("Saved."), inquiries.set_kind, whole.id, whole.version, value)
            case "tone" if isinstance(value, Tone):
                before = whole.opening.tone if whole.opening else None
                self.set_tone(whole.id, whole.reference, before, value)
            case "handler":
                self._run(_("Saved."), inquiries.set_handler, whole.id, whole.version, value)

    def set_tone(
        self, inquiry_id: int, reference: str, before: Tone | None, tone: Tone | None
    ) -> None:
        """One key in the list; it can be undone."""
        words = _("The tone of %(reference)s is set.") % {"reference": reference}
        self._run(words, inquiries.set_tone, inquiry_id, None, tone)
        self._undo = lambda: self._run("", inquiries.set_tone, inquiry_id, None, before)

    def remark(self, inquiry_id: int, text: str) -> None:
        self._run("", approvals.add_remark, text, inquiry_id=inquiry_id)

    @Slot(int)
    def explain(self, clock_id: int) -> None:
        """Bagaimana tenggat ini dihitung?"""
        self._explanations.run(explanation, clock_id)

    @Slot(object)
    def _on_explanation(self, told: ClockExplanation) -> None:
        ExplanationDialog(told, self._screen).open()


def _is_awaited(view: InquiryView, now: datetime) -> bool:
    """An agency that was asked still has time."""
    return view.whole.state is InquiryState.REFERRED and any(
        clock.is_running
        and clock.kind in (ClockKind.AGENCY_ANSWER, ClockKind.AGENCY_REQUEST)
        and clock.due_at >= now
        for clock in view.whole.clocks
    )
