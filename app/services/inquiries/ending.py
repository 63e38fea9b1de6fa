"""Inquiries end, and begin again when the citizen writes again."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from app.models.clock import ClockKind
from app.models.comment import Citizen
from app.models.inquiry import DONE, FLOW, Inquiry, InquiryAct, InquiryOrigin, InquiryState
from app.models.referral import FLOW as REFERRAL_FLOW
from app.models.referral import RUNNING, Direction, Referral, ReferralAct
from app.models.roles import ADMIN_ONLY
from app.services.clocks import happened, release_clocks, start_clock
from app.services.errors import InvalidValue, WrongState
from app.services.inquiries.receiving import asking_comment
from app.services.inquiries.writing import add_comment_of, note_search_text
from app.services.transaction import Transaction, advance, found


def close(tx: Transaction, inquiry_id: int, seen: int | None) -> None:
    """Put an answered inquiry away. What another agency still owes stays on record.

    Raises:
        ChangedMeanwhile, WrongState, NotPermitted: as usual.
    """
    inquiry = found(tx, Inquiry, inquiry_id, seen)
    advance(tx, inquiry, FLOW, InquiryAct.CLOSE)


def dismiss(tx: Transaction, inquiry_id: int, seen: int | None, reason: str) -> None:
    """Put spam away: out of the figures, still found in the audit trail.

    Raises:
        ReasonMissing: an inquiry is never dismissed without a reason.
        ChangedMeanwhile, WrongState, NotPermitted: as usual.
    """
    inquiry = found(tx, Inquiry, inquiry_id, seen)
    inquiry.closing_reason = reason.strip() or None
    advance(tx, inquiry, FLOW, InquiryAct.DISMISS, reason=reason)
    _release(tx, inquiry)


@dataclass(frozen=True, slots=True)
class HandOver:
    """To whom an inquiry is handed over, under which number, and when to ask how far it is."""

    to: str  # PPID or SP4N-LAPOR!
    on: date
    number: str | None = None
    remind_on: date | None = None


def hand_over(tx: Transaction, inquiry_id: int, seen: int | None, facts: HandOver) -> None:
    """Hand it over to the PPID or SP4N-LAPOR!, which have limits of their own.

    Raises:
        InvalidValue: nobody is named, or the reminder comes before the day itself.
        ChangedMeanwhile, WrongState, NotPermitted: as usual.
    """
    if not facts.to.strip():
        raise InvalidValue("handed_over_to", "empty")
    if facts.remind_on is not None and facts.remind_on < facts.on:
        raise InvalidValue("remind_on", "before_start", facts.remind_on)
    inquiry = found(tx, Inquiry, inquiry_id, seen)
    inquiry.handed_over_to = facts.to.strip()
    inquiry.handed_over_number = (facts.number or "").strip() or None
    inquiry.handed_over_on = facts.on
    inquiry.remind_on = facts.remind_on
    advance(tx, inquiry, FLOW, InquiryAct.HAND_OVER, to=inquiry.handed_over_to)
    _release(tx, inquiry)


def settle_reminder(tx: Transaction, inquiry_id: int, seen: int | None) -> None:
    """Somebody asked how far a handed-over matter is; it is not called for again.

    Raises:
        NotPermitted: the actor is no admin.
        ChangedMeanwhile: as usual.
    """
    tx.permit("settle_reminder", ADMIN_ONLY)
    inquiry = found(tx, Inquiry, inquiry_id, seen)
    inquiry.remind_on = None
    tx.audit("settle_reminder", "inquiry", inquiry.id, inquiry.reference)


def _release(tx: Transaction, inquiry: Inquiry) -> None:
    """Nobody owes an answer any more, neither we nor an agency that was asked."""
    running = select(Referral).where(Referral.inquiry_id == inquiry.id, Referral.state.in_(RUNNING))
    for referral in tx.session.scalars(running.order_by(Referral.id).with_for_update()):
        advance(tx, referral, REFERRAL_FLOW, ReferralAct.RECALL, inquiry=inquiry.reference)
    release_clocks(tx, inquiry, tx.now)


def write_again(
    tx: Transaction,
    inquiry_id: int,
    seen: int | None,
    text: str,
    written_at: datetime | None = None,
) -> None:
    """Add what the citizen (or the asking agency) wrote since; an answered inquiry opens again.

    Then a new answer is owed from that moment on.

    Raises:
        InvalidValue: there is no text.
        BeforeLastEvent: it is said to be older than the inquiry, or from the future.
        ChangedMeanwhile, WrongState, NotPermitted: as usual.
    """
    tx.permit("write_again", ADMIN_ONLY)
    if not text.strip():
        raise InvalidValue("text", "empty")
    inquiry = found(tx, Inquiry, inquiry_id, seen)
    moment = happened(tx, written_at, inquiry.received_at)
    opens = inquiry.state in (InquiryState.ANSWERED, InquiryState.CLOSED)
    if not opens and inquiry.state in DONE:
        raise WrongState(inquiry.reference, InquiryAct.REOPEN, inquiry.state)
    citizen = tx.session.get_one(Citizen, asking_comment(tx, inquiry.id).citizen_id)
    add_comment_of(tx, inquiry, citizen, text, moment)
    note_search_text(tx, inquiry)
    if opens:
        advance(tx, inquiry, FLOW, InquiryAct.REOPEN, happened_at=moment.isoformat())
        _promise_again(tx, inquiry, moment)
    else:
        tx.audit("write_again", "inquiry", inquiry.id, inquiry.reference)


def _promise_again(tx: Transaction, inquiry: Inquiry, moment: datetime) -> None:
    if inquiry.origin is not InquiryOrigin.AGENCY:
        start_clock(tx, ClockKind.FIRST_ANSWER, inquiry, moment)
        return
    incoming = select(Referral).where(
        Referral.inquiry_id == inquiry.id, Referral.direction == Direction.IN
    )
    referral = tx.session.scalar(incoming.order_by(Referral.id.desc()).limit(1))
    start_clock(tx, ClockKind.OUR_ANSWER, inquiry, moment, referral=referral)


def reopen(tx: Transaction, inquiry_id: int, seen: int | None) -> None:
    """Open an answered or closed inquiry again although nobody wrote; no new answer is promised.

    Raises:
        ChangedMeanwhile, WrongState, NotPermitted: as usual.
    """
    inquiry = found(tx, Inquiry, inquiry_id, seen)
    if inquiry.state is InquiryState.APPROVED:
        raise WrongState(inquiry.reference, InquiryAct.REOPEN, inquiry.state)
    advance(tx, inquiry, FLOW, InquiryAct.REOPEN)
