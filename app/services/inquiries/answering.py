"""Answers: drafted, brought to the gate, sent exactly as approved (Lampiran C.2, C.5)."""

from datetime import datetime

from sqlalchemy import select

from app.models.answer import INTERIM_FLOW, Answer, AnswerKind, InterimAct, InterimState
from app.models.clock import Clock, ClockKind
from app.models.gate import Decision, Revision, Verdict
from app.models.inquiry import DONE, FLOW, Inquiry, InquiryAct, InquiryState
from app.models.referral import FLOW as REFERRAL_FLOW
from app.models.referral import RUNNING, Direction, Referral, ReferralAct, ReferralState
from app.models.roles import AUTHORS
from app.models.standard_answer import StandardAnswer
from app.services.approvals import (
    approved_revision,
    discard_draft,
    is_as_revised,
    make_revision,
    record_author,
    void_approvals,
)
from app.services.clocks import happened, stop_clocks
from app.services.errors import (
    AlreadyThere,
    Incomplete,
    InvalidValue,
    NotFound,
    ReasonMissing,
    RevisionSuperseded,
    WrongState,
)
from app.services.inquiries.writing import note_search_text
from app.services.transaction import Transaction, advance, found

_NOT_ANSWERED = frozenset(InquiryState) - DONE - {InquiryState.ANSWERED}


def draft_answer(
    tx: Transaction,
    inquiry_id: int,
    seen: int | None,
    text: str,
    *,
    referral_id: int | None = None,
    standard_answer_id: int | None = None,
    reason: str = "",
) -> int:
    """Begin the answer. After an agency has answered it is built on that answer (C.5).

    While an agency's 24 hours still run, answering without it needs a reason; its clock runs on.

    Raises:
        ReasonMissing: an agency still has time to answer.
        InvalidValue: the referral named is not an answered one of this inquiry.
        ChangedMeanwhile, WrongState, NotPermitted: as usual.
    """
    inquiry = found(tx, Inquiry, inquiry_id, seen)
    if inquiry.state is InquiryState.REFERRED and not reason.strip() and _is_awaited(tx, inquiry):
        raise ReasonMissing(InquiryAct.DRAFT)
    if inquiry.state is InquiryState.AGENCY_ANSWERED and referral_id is None:
        referral_id = _newest_agency_answer(tx, inquiry)
    advance(tx, inquiry, FLOW, InquiryAct.DRAFT, reason=reason)
    answer = Answer(inquiry_id=inquiry.id, kind=AnswerKind.FINAL, created_at=tx.now)
    tx.session.add(answer)
    _fill(tx, inquiry, answer, text, referral_id, standard_answer_id)
    inquiry.handler_id = inquiry.handler_id or tx.actor.id
    return answer.id


def _is_awaited(tx: Transaction, inquiry: Inquiry) -> bool:
    """Whether an agency that was asked still has time."""
    awaited = select(Clock.id).where(
        Clock.inquiry_id == inquiry.id,
        Clock.kind.in_((ClockKind.AGENCY_ANSWER, ClockKind.AGENCY_REQUEST)),
        Clock.stopped_at.is_(None),
        Clock.due_at >= tx.now,
    )
    return tx.session.scalar(awaited.limit(1)) is not None


def _newest_agency_answer(tx: Transaction, inquiry: Inquiry) -> int | None:
    newest = select(Referral.id).where(
        Referral.inquiry_id == inquiry.id,
        Referral.direction == Direction.OUT,
        Referral.state == ReferralState.ANSWERED,
    )
    return tx.session.scalar(
        newest.order_by(Referral.answered_at.desc(), Referral.id.desc()).limit(1)
    )


def save_answer(
    tx: Transaction,
    answer_id: int,
    seen: int | None,
    text: str,
    *,
    referral_id: int | None = None,
    standard_answer_id: int | None = None,
) -> None:
    """Save the words of an answer or interim reply that is still being drafted.

    Raises:
        ChangedMeanwhile: somebody saved it since it was shown.
        WrongState: it waits for approval, is approved or sent; it has to be taken back first.
        InvalidValue, NotPermitted: as usual.
    """
    tx.permit("save_answer", AUTHORS)
    inquiry, answer = _both(tx, answer_id, seen)
    _must_be_draft(inquiry, answer)
    _fill(tx, inquiry, answer, text, referral_id, standard_answer_id)
    tx.audit("save_answer", "inquiry", inquiry.id, inquiry.reference, kind=answer.kind)


def _both(tx: Transaction, answer_id: int, seen: int | None = None) -> tuple[Inquiry, Answer]:
    """The answer with its inquiry, which is always locked first."""
    inquiry_id = tx.session.scalar(select(Answer.inquiry_id).where(Answer.id == answer_id))
    if inquiry_id is None:
        raise NotFound("answer", answer_id)
    return found(tx, Inquiry, inquiry_id), found(tx, Answer, answer_id, seen)


def _must_be_draft(inquiry: Inquiry, answer: Answer) -> None:
    if answer.interim_state is not None:
        if answer.interim_state is not InterimState.DRAFTED:
            raise WrongState(inquiry.reference, InquiryAct.DRAFT, answer.interim_state)
    elif inquiry.state is not InquiryState.DRAFTED or answer.sent_recorded_at is not None:
        raise WrongState(inquiry.reference, InquiryAct.DRAFT, inquiry.state)


def _fill(
    tx: Transaction,
    inquiry: Inquiry,
    answer: Answer,
    text: str,
    referral_id: int | None,
    standard_answer_id: int | None,
) -> None:
    if referral_id is not None:
        _must_be_answered(tx, inquiry, referral_id)
    if standard_answer_id is not None and not tx.session.get(StandardAnswer, standard_answer_id):
        raise NotFound("standard_answer", standard_answer_id)
    answer.text = text.strip()
    answer.referral_id = referral_id
    answer.standard_answer_id = standard_answer_id
    tx.session.flush()
    record_author(tx, answer)
    if answer.kind is AnswerKind.FINAL:
        discard_draft(tx, "inquiry", inquiry.id)
    note_search_text(tx, inquiry)


def _must_be_answered(tx: Transaction, inquiry: Inquiry, referral_id: int) -> None:
    referral = tx.session.get(Referral, referral_id)
    if (
        referral is None
        or referral.inquiry_id != inquiry.id
        or referral.direction is not Direction.OUT
        or referral.state is not ReferralState.ANSWERED
    ):
        raise InvalidValue("referral_id", "not_answered", referral_id)


def request_approval(tx: Transaction, answer_id: int, seen: int | None) -> int:
    """Ask the official to approve exactly these words; returns the revision that he decides on.

    Raises:
        Incomplete: there are no words yet.
        ChangedMeanwhile, WrongState, NotPermitted: as usual.
    """
    inquiry, answer = _both(tx, answer_id, seen)
    if not answer.text:
        raise Incomplete(inquiry.reference, (("answer_empty",),))
    if answer.kind is AnswerKind.FINAL:
        advance(tx, inquiry, FLOW, InquiryAct.REQUEST_APPROVAL)
    else:
        _advance_interim(tx, inquiry, answer, InterimAct.REQUEST_APPROVAL)
    return make_revision(tx, answer).id


def submit_answer(
    tx: Transaction,
    inquiry_id: int,
    answer_id: int | None,
    seen: int | None,
    text: str,
    *,
    referral_id: int | None = None,
    standard_answer_id: int | None = None,
    reason: str = "",
) -> int:
    """Save the words and ask for their approval in one step; returns the revision.

    `answer_id` None begins the answer, and `seen` is the inquiry's version then.

    Raises:
        As `draft_answer`, `save_answer` and `request_approval`.
    """
    if answer_id is None:
        answer_id = draft_answer(
            tx,
            inquiry_id,
            seen,
            text,
            referral_id=referral_id,
            standard_answer_id=standard_answer_id,
            reason=reason,
        )
    else:
        save_answer(
            tx,
            answer_id,
            seen,
            text,
            referral_id=referral_id,
            standard_answer_id=standard_answer_id,
        )
    return request_approval(tx, answer_id, None)


def submit_interim_reply(
    tx: Transaction, inquiry_id: int, answer_id: int | None, seen: int | None, text: str
) -> int:
    """Save an interim reply and ask for its approval in one step; returns the revision.

    Raises:
        As `draft_interim_reply`, `save_answer` and `request_approval`.
    """
    if answer_id is None:
        answer_id = draft_interim_reply(tx, inquiry_id, text)
    else:
        save_answer(tx, answer_id, seen, text)
    return request_approval(tx, answer_id, None)


def _advance_interim(tx: Transaction, inquiry: Inquiry, answer: Answer, act: InterimAct) -> None:
    advance(tx, answer, INTERIM_FLOW, act, state_name="interim_state", inquiry=inquiry.reference)
    tx.announce("inquiry")


def reopen_answer(tx: Transaction, answer_id: int, seen: int) -> None:
    """Go back to the words of an approved answer: its approval is void then.

    Raises:
        ChangedMeanwhile, WrongState, NotPermitted: as usual.
    """
    inquiry, answer = _both(tx, answer_id, seen)
    if answer.kind is AnswerKind.FINAL:
        if inquiry.state is not InquiryState.APPROVED:
            raise WrongState(inquiry.reference, InquiryAct.REOPEN, inquiry.state)
        advance(tx, inquiry, FLOW, InquiryAct.REOPEN)
    else:
        _advance_interim(tx, inquiry, answer, InterimAct.REOPEN)
    void_approvals(tx, answer, "")


def draft_interim_reply(tx: Transaction, inquiry_id: int, text: str) -> int:
    """Begin a reply that only says how far it is, while the answer itself takes longer.

    Raises:
        AlreadyThere: one is under way.
        WrongState: the inquiry is answered or done.
        NotPermitted: the actor is no author.
    """
    tx.permit("draft_interim_reply", AUTHORS)
    inquiry = found(tx, Inquiry, inquiry_id)
    if inquiry.state not in _NOT_ANSWERED:
        raise WrongState(inquiry.reference, InterimAct.SEND_INTERIM_REPLY, inquiry.state)
    under_way = select(Answer.id).where(
        Answer.inquiry_id == inquiry.id,
        Answer.kind == AnswerKind.INTERIM,
        Answer.interim_state != InterimState.SENT,
    )
    if tx.session.scalar(under_way.limit(1)) is not None:
        raise AlreadyThere("interim_reply", inquiry.reference)
    answer = Answer(
        inquiry_id=inquiry.id,
        kind=AnswerKind.INTERIM,
        interim_state=InterimState.DRAFTED,
        text=text.strip(),
        created_at=tx.now,
    )
    tx.session.add(answer)
    tx.session.flush()
    record_author(tx, answer)
    tx.audit("draft_interim_reply", "inquiry", inquiry.id, inquiry.reference)
    return answer.id


def send_interim_reply(
    tx: Transaction,
    answer_id: int,
    revision_id: int,
    text: str,
    *,
    sent_at: datetime | None = None,
    proof_url: str | None = None,
    proof_note: str | None = None,
) -> None:
    """Record that the approved interim reply went to the citizen.

    It stops the clock of our first answer; the agency's own 24 hours (C.4) run on.

    Raises:
        As `record_answer`.
    """
    inquiry, answer = _both(tx, answer_id)
    if inquiry.state not in _NOT_ANSWERED:
        raise WrongState(inquiry.reference, InterimAct.SEND_INTERIM_REPLY, inquiry.state)
    _advance_interim(tx, inquiry, answer, InterimAct.SEND_INTERIM_REPLY)
    moment = _record_sent(tx, inquiry, answer, revision_id, text, sent_at, proof_url, proof_note)
    stop_clocks(tx, inquiry, (ClockKind.FIRST_ANSWER,), moment)


def record_answer(
    tx: Transaction,
    answer_id: int,
    revision_id: int,
    text: str,
    *,
    sent_at: datetime | None = None,
    proof_url: str | None = None,
    proof_note: str | None = None,
) -> None:
    """Record that the approved answer went to whoever asked, with the link or another proof.

    `text` is what was sent, `revision_id` what was shown as approved: both must be exactly what
    the official approved. It stops our clocks; another agency's run on.

    Raises:
        RevisionSuperseded: another revision is approved, or none.
        InvalidValue: the text differs, or there is neither link nor proof.
        BeforeLastEvent: it is said to be sent before it was approved, or in the future.
        WrongState, NotPermitted: as usual.
    """
    inquiry, answer = _both(tx, answer_id)
    if answer.kind is not AnswerKind.FINAL:
        raise InvalidValue("answer_id", "interim", answer_id)
    moment = sent_at or tx.now
    advance(tx, inquiry, FLOW, InquiryAct.RECORD_ANSWER, happened_at=moment.isoformat())
    moment = _record_sent(tx, inquiry, answer, revision_id, text, sent_at, proof_url, proof_note)
    stop_clocks(tx, inquiry, (ClockKind.FIRST_ANSWER, ClockKind.OUR_ANSWER), moment)
    _answer_asking_agency(tx, inquiry, answer, moment)


def _record_sent(
    tx: Transaction,
    inquiry: Inquiry,
    answer: Answer,
    revision_id: int,
    text: str,
    sent_at: datetime | None,
    proof_url: str | None,
    proof_note: str | None,
) -> datetime:
    revision = _must_be_approved(tx, inquiry, answer, revision_id)
    if text.strip() != answer.text:
        raise InvalidValue("text", "not_as_approved")
    url, note = (proof_url or "").strip() or None, (proof_note or "").strip() or None
    if url is not None and not url.lower().startswith(("https://", "http://")):
        raise InvalidValue("proof_url", "no_address", url)
    if url is None and note is None:
        raise InvalidValue("proof", "empty")
    answer.sent_at = happened(tx, sent_at, _approved_at(tx, revision))
    answer.sent_recorded_at = tx.now
    answer.proof_url, answer.proof_note = url, note
    tx.session.flush()
    return answer.sent_at


def _must_be_approved(
    tx: Transaction, inquiry: Inquiry, answer: Answer, revision_id: int
) -> Revision:
    approved = approved_revision(tx.session, answer)
    if approved is None or approved.id != revision_id:
        shown = tx.session.get(Revision, revision_id)
        raise RevisionSuperseded(
            inquiry.reference, shown.code if shown else "", approved.code if approved else None
        )
    if not is_as_revised(tx.session, answer, approved, tx.now):
        raise RevisionSuperseded(inquiry.reference, approved.code, None)
    return approved


def _approved_at(tx: Transaction, revision: Revision) -> datetime:
    decided = select(Decision.happened_at).where(
        Decision.revision_id == revision.id,
        Decision.verdict == Verdict.APPROVED,
        Decision.voided_at.is_(None),
    )
    return tx.session.scalar(decided.order_by(Decision.happened_at.desc()).limit(1)) or tx.now


def _answer_asking_agency(
    tx: Transaction, inquiry: Inquiry, answer: Answer, moment: datetime
) -> None:
    """Where an agency asked, our answer is what it waited for."""
    incoming = select(Referral).where(
        Referral.inquiry_id == inquiry.id,
        Referral.direction == Direction.IN,
        Referral.state.in_(RUNNING),
    )
    for referral in tx.session.scalars(incoming.order_by(Referral.id).with_for_update()):
        advance(
            tx,
            referral,
            REFERRAL_FLOW,
            ReferralAct.RECORD_AGENCY_ANSWER,
            inquiry=inquiry.reference,
        )
        referral.answer_text = answer.text
        referral.answered_at = moment
        referral.answered_recorded_at = tx.now
