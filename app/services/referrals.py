"""Referrals: to the agency competent for an inquiry, or from one to us (Lampiran C.3–C.4)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.models.agency import Agency
from app.models.clock import ClockKind
from app.models.inquiry import FLOW as INQUIRY_FLOW
from app.models.inquiry import Inquiry, InquiryAct, InquiryKind, InquiryOrigin, InquiryState
from app.models.referral import FLOW, RUNNING, Direction, Referral, ReferralAct
from app.models.roles import ADMIN_ONLY
from app.services.clocks import agency_clock, happened, release_clocks, start_clock, stop_clocks
from app.services.errors import AlreadyThere, InvalidValue, NotFound
from app.services.inquiries.receiving import begin
from app.services.inquiries.writing import add_comment_of, the_citizen
from app.services.transaction import Transaction, advance, found


def refer(
    tx: Transaction,
    inquiry_id: int,
    seen: int | None,
    agency_id: int,
    *,
    means: str,
    note: str = "",
    contacted_at: datetime | None = None,
) -> datetime | None:
    """Hand the inquiry to the agency competent to answer it (C.3); its 24 hours start.

    They start when the agency was contacted, which may be before now, and run around the clock
    (C.4). Several agencies may be asked at once. Returns the moment they end (UTC); None where the
    agency's policy sets no limit.

    Raises:
        AlreadyThere: it was referred to this agency and is not answered yet: its clock runs on.
        InvalidValue: the agency is our own, or it is not said how it was contacted.
        BeforeLastEvent: the agency would have been contacted before the inquiry came, or in future.
        ChangedMeanwhile, NotFound, WrongState, NotPermitted: as usual.
    """
    inquiry = found(tx, Inquiry, inquiry_id, seen)
    agency = found(tx, Agency, agency_id)
    if agency.is_own:
        raise InvalidValue("agency_id", "own", agency.name)
    if not means.strip():
        raise InvalidValue("means", "empty")
    moment = happened(tx, contacted_at, inquiry.received_at)
    advance(
        tx,
        inquiry,
        INQUIRY_FLOW,
        InquiryAct.REFER,
        agency=agency.short_name,
        happened_at=moment.isoformat(),
    )
    _refuse_second(tx, inquiry, agency)
    inquiry.handler_id = inquiry.handler_id or tx.actor.id
    referral = _add(tx, inquiry, agency, Direction.OUT, means, note, moment)
    clock = start_clock(
        tx,
        agency_clock(agency.kind),
        inquiry,
        moment,
        referral=referral,
        owing_agency_id=agency.id,
    )
    return clock.due_at if clock else None


def _refuse_second(tx: Transaction, inquiry: Inquiry, agency: Agency) -> None:
    running = select(Referral.id).where(
        Referral.inquiry_id == inquiry.id,
        Referral.agency_id == agency.id,
        Referral.direction == Direction.OUT,
        Referral.state.in_(RUNNING),
    )
    if tx.session.scalar(running.limit(1)) is not None:
        raise AlreadyThere("referral", agency.short_name)


def _add(
    tx: Transaction,
    inquiry: Inquiry,
    agency: Agency,
    direction: Direction,
    means: str,
    note: str,
    moment: datetime,
) -> Referral:
    referral = Referral(
        inquiry_id=inquiry.id,
        direction=direction,
        agency_id=agency.id,
        means=means.strip(),
        note=note.strip(),
        contacted_at=moment,
        contacted_recorded_at=tx.now,
        contacted_by_id=tx.actor.id,
    )
    tx.session.add(referral)
    tx.session.flush()
    tx.announce("referral")
    return referral


def acknowledge(
    tx: Transaction, referral_id: int, seen: int | None, acknowledged_at: datetime | None = None
) -> None:
    """The other agency says that it has the inquiry; its clock runs on.

    Raises:
        BeforeLastEvent: before the agency was contacted, or in the future.
        ChangedMeanwhile, NotFound, WrongState, NotPermitted: as usual.
    """
    inquiry, referral = _both(tx, referral_id, seen)
    moment = happened(tx, acknowledged_at, referral.contacted_at)
    _step(tx, inquiry, referral, ReferralAct.ACKNOWLEDGE, moment)
    referral.acknowledged_at = moment


def record_agency_answer(
    tx: Transaction,
    referral_id: int,
    seen: int | None,
    text: str,
    answered_at: datetime | None = None,
) -> None:
    """Record what the other agency answered, and when (C.4).

    Its clock stops when the answer came, not when it is entered: an answer of Saturday entered on
    Monday is no breach, a late one stays late. It is recorded whatever has become of the inquiry.

    Raises:
        InvalidValue: there is no text, or the referral came to us: then our answer ends it.
        BeforeLastEvent: before the agency was contacted, or in the future.
        ChangedMeanwhile, NotFound, WrongState, NotPermitted: as usual.
    """
    inquiry, referral = _both(tx, referral_id, seen)
    _must_be_outgoing(referral)
    if not text.strip():
        raise InvalidValue("answer_text", "empty")
    moment = happened(tx, answered_at, referral.contacted_at)
    _step(tx, inquiry, referral, ReferralAct.RECORD_AGENCY_ANSWER, moment)
    referral.answer_text = text.strip()
    referral.answered_at = moment
    referral.answered_recorded_at = tx.now
    stop_clocks(tx, inquiry, ClockKind, moment, referral_id=referral.id)
    if inquiry.state is InquiryState.REFERRED:
        advance(
            tx,
            inquiry,
            INQUIRY_FLOW,
            InquiryAct.RECORD_AGENCY_ANSWER,
            happened_at=moment.isoformat(),
        )


def record_not_competent(
    tx: Transaction, referral_id: int, seen: int | None, said_at: datetime | None = None
) -> None:
    """The other agency says that it is not its authority: refer the inquiry on.

    Raises:
        InvalidValue: the referral came to us: then our answer says so.
        BeforeLastEvent: before the agency was contacted, or in the future.
        ChangedMeanwhile, NotFound, WrongState, NotPermitted: as usual.
    """
    inquiry, referral = _both(tx, referral_id, seen)
    _must_be_outgoing(referral)
    moment = happened(tx, said_at, referral.contacted_at)
    _step(tx, inquiry, referral, ReferralAct.RECORD_NOT_COMPETENT, moment)
    release_clocks(tx, inquiry, moment, referral_id=referral.id)


def recall_referral(tx: Transaction, referral_id: int, seen: int | None) -> None:
    """Tell the other agency that no answer is needed (for one that came to us: it told us so).

    Raises:
        ChangedMeanwhile, NotFound, WrongState, NotPermitted: as usual.
    """
    inquiry, referral = _both(tx, referral_id, seen)
    _step(tx, inquiry, referral, ReferralAct.RECALL, tx.now)
    release_clocks(tx, inquiry, tx.now, referral_id=referral.id)


def _both(tx: Transaction, referral_id: int, seen: int | None) -> tuple[Inquiry, Referral]:
    """The referral with its inquiry, which is always locked first."""
    inquiry_id = tx.session.scalar(select(Referral.inquiry_id).where(Referral.id == referral_id))
    if inquiry_id is None:
        raise NotFound("referral", referral_id)
    return found(tx, Inquiry, inquiry_id), found(tx, Referral, referral_id, seen)


def _step(
    tx: Transaction, inquiry: Inquiry, referral: Referral, act: ReferralAct, moment: datetime
) -> None:
    advance(
        tx,
        referral,
        FLOW,
        act,
        inquiry=inquiry.reference,
        happened_at=moment.isoformat(),
    )
    tx.announce("inquiry")


def _must_be_outgoing(referral: Referral) -> None:
    if referral.direction is not Direction.OUT:
        raise InvalidValue("referral_id", "incoming", referral.id)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What is typed in of an inquiry that another agency refers to us."""

    agency_id: int
    text: str
    means: str
    reference: str | None = None  # the asking agency's own
    received_at: datetime | None = None  # None: just now
    kind: InquiryKind = InquiryKind.QUESTION
    topic: str | None = None


def receive_referral(tx: Transaction, facts: Incoming) -> int:
    """Enter what another agency asks us: from the moment it reached us the 24 hours are ours (C.4).

    Raises:
        InvalidValue: there is no text, no means, or the agency is our own.
        AlreadyThere: that agency asked under the same reference already.
        BeforeLastEvent: it is said to come from the future.
        NotFound, NotPermitted: as usual.
    """
    tx.permit("receive_referral", ADMIN_ONLY)
    agency = found(tx, Agency, facts.agency_id)
    _must_be_possible(tx, agency, facts)
    inquiry = Inquiry(
        reference=tx.next_reference("INQ"),
        kind=facts.kind,
        topic=(facts.topic or "").strip() or None,
        origin=InquiryOrigin.AGENCY,
        asking_agency_id=agency.id,
        asking_reference=(facts.reference or "").strip() or None,
        received_at=happened(tx, facts.received_at, datetime.min.replace(tzinfo=tx.now.tzinfo)),
        recorded_at=tx.now,
    )
    tx.session.add(inquiry)
    tx.session.flush()
    citizen = the_citizen(tx, None, None, None)
    add_comment_of(tx, inquiry, citizen, facts.text, inquiry.received_at, is_opening=True)
    referral = _add(tx, inquiry, agency, Direction.IN, facts.means, "", inquiry.received_at)
    own = select(Agency.id).where(Agency.is_own.is_(True))
    start_clock(
        tx,
        ClockKind.OUR_ANSWER,
        inquiry,
        inquiry.received_at,
        referral=referral,
        owing_agency_id=tx.session.scalar(own),
    )
    return begin(tx, inquiry, "receive_referral", agency=agency.short_name)


def _must_be_possible(tx: Transaction, agency: Agency, facts: Incoming) -> None:
    if agency.is_own:
        raise InvalidValue("agency_id", "own", agency.name)
    if not facts.text.strip():
        raise InvalidValue("text", "empty")
    if not facts.means.strip():
        raise InvalidValue("means", "empty")
    reference = (facts.reference or "").strip()
    same = select(Inquiry.reference).where(
        Inquiry.asking_agency_id == agency.id, Inquiry.asking_reference == reference
    )
    if reference and (ours := tx.session.scalar(same.limit(1))) is not None:
        raise AlreadyThere("inquiry", ours)
