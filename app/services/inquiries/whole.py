"""One inquiry whole: what was written, referred, answered, remarked and done, and who held it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from app.models.account import Account
from app.models.agency import Agency
from app.models.answer import Answer, AnswerKind, InterimState
from app.models.audit import AuditEvent
from app.models.comment import Citizen, Comment, Tone
from app.models.content import Author, Content
from app.models.gate import Decision, Means, Revision, Verdict
from app.models.inquiry import Inquiry, InquiryKind, InquiryOrigin, InquiryState
from app.models.person import Person
from app.models.referral import Direction, Referral, ReferralAct, ReferralState
from app.services.approvals import RemarkRow, remarks_of
from app.services.clocks import ClockRow, clocks_of
from app.services.errors import NotFound
from app.services.inquiries.holding import Asked, Held, Moved, held
from app.services.people import addressed


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One message; `written_at` is when it was written or, unknown, when we first had it."""

    id: int
    citizen: str | None  # the name, or the handle
    handle: str | None
    text: str
    tone: Tone | None
    written_at: datetime
    is_opening: bool


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """One referral with what it promised and how it went."""

    id: int
    version: int
    direction: Direction
    agency_id: int
    agency: str
    agency_short: str
    state: ReferralState
    means: str
    note: str
    contacted_at: datetime
    contacted_recorded_at: datetime
    contacted_by: str | None
    acknowledged_at: datetime | None
    answer_text: str | None
    answered_at: datetime | None
    answered_recorded_at: datetime | None
    clock: ClockRow | None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer with the revision that waits or is approved, if there is one."""

    id: int
    version: int
    kind: AnswerKind
    interim_state: InterimState | None
    text: str
    referral_id: int | None
    standard_answer_id: int | None
    created_at: datetime
    author: str | None
    author_ids: frozenset[int]
    returned_reason: str | None
    sent_at: datetime | None
    sent_recorded_at: datetime | None
    proof_url: str | None
    proof_note: str | None
    revision_id: int | None
    revision_code: str | None
    is_approved: bool  # that revision is, and the approval holds

    @property
    def is_sent(self) -> bool:
        """It went out; of imported ones nobody may know when."""
        return self.sent_recorded_at is not None


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """One decision on one of the answers."""

    answer_id: int
    verdict: Verdict
    decider: str
    means: Means
    reason: str
    reported: bool
    happened_at: datetime
    is_void: bool


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One event of the audit trail; `happened_at` may lie before `recorded_at`."""

    act: str
    subject: str
    subject_id: int | None
    actor: str
    happened_at: datetime
    recorded_at: datetime
    agency: str | None


@dataclass(frozen=True, slots=True)
class InquiryWhole:
    """Everything that the desk shows of one inquiry, as it stood at one moment."""

    id: int
    version: int
    reference: str
    state: InquiryState
    kind: InquiryKind
    kind_word: str | None
    topic: str | None
    origin: InquiryOrigin
    platform: str | None
    account: str | None
    account_id: int | None
    url: str | None
    content_id: int | None
    content_reference: str | None
    content_title: str | None
    received_at: datetime
    recorded_at: datetime
    handler_id: int | None
    handler: str | None
    asking_agency: str | None
    asking_reference: str | None
    handed_over_to: str | None
    handed_over_number: str | None
    handed_over_on: date | None
    remind_on: date | None
    closing_reason: str | None
    comments: tuple[CommentRow, ...]
    referrals: tuple[ReferralRow, ...]
    answers: tuple[AnswerRow, ...]
    decisions: tuple[DecidedRow, ...]
    remarks: tuple[RemarkRow, ...]
    clocks: tuple[ClockRow, ...]
    history: tuple[HistoryRow, ...]
    held: tuple[Held, ...]

    @property
    def opening(self) -> CommentRow | None:
        return next((comment for comment in self.comments if comment.is_opening), None)

    @property
    def answer(self) -> AnswerRow | None:
        """The final answer that is being worked on; None once the last one was sent."""
        return next(
            (
                answer
                for answer in reversed(self.answers)
                if answer.kind is AnswerKind.FINAL and not answer.is_sent
            ),
            None,
        )

    @property
    def interim_reply(self) -> AnswerRow | None:
        """The interim reply that is under way."""
        return next(
            (
                answer
                for answer in reversed(self.answers)
                if answer.kind is AnswerKind.INTERIM and not answer.is_sent
            ),
            None,
        )


def inquiry(session: Session, inquiry_id: int, now: datetime) -> InquiryWhole:
    """One inquiry with all that belongs to it, in a fixed number of statements.

    Raises:
        NotFound: there is no such inquiry.
    """
    asking = aliased(Agency)
    row = session.execute(
        select(Inquiry, Account, Content, Person, asking)
        .outerjoin(Account, Account.id == Inquiry.account_id)
        .outerjoin(Content, Content.id == Inquiry.content_id)
        .outerjoin(Person, Person.id == Inquiry.handler_id)
        .outerjoin(asking, asking.id == Inquiry.asking_agency_id)
        .where(Inquiry.id == inquiry_id)
    ).first()
    if row is None:
        raise NotFound("inquiry", inquiry_id)
    one, account, content, handler, asker = row
    clocks = clocks_of(session, [inquiry_id]).get(inquiry_id, [])
    referrals = _referrals(session, inquiry_id, clocks)
    answers = _answers(session, inquiry_id)
    history, moves = _history(session, one, referrals, answers)
    return InquiryWhole(
        one.id,
        one.version,
        one.reference,
        one.state,
        one.kind,
        one.kind_word,
        one.topic,
        one.origin,
        one.platform,
        account.handle if account else None,
        one.account_id,
        one.url,
        one.content_id,
        content.reference if content else None,
        content.title if content else None,
        one.received_at,
        one.recorded_at,
        one.handler_id,
        _addressed(handler),
        asker.name if asker else None,
        one.asking_reference,
        one.handed_over_to,
        one.handed_over_number,
        one.handed_over_on,
        one.remind_on,
        one.closing_reason,
        _comments(session, inquiry_id),
        referrals,
        answers,
        _decisions(session, inquiry_id),
        tuple(remarks_of(session, inquiry_id=inquiry_id)),
        tuple(clocks),
        history,
        tuple(held(moves, _asked(referrals, history), now)),
    )


def inquiry_of(session: Session, reference: str) -> int | None:
    """The key of the inquiry with this reference, as another place of the window leads to it."""
    return session.scalar(select(Inquiry.id).where(Inquiry.reference == reference))


def _addressed(person: Person | None) -> str | None:
    return addressed(person.address_term, person.call_name, person.name) if person else None


def _comments(session: Session, inquiry_id: int) -> tuple[CommentRow, ...]:
    query = (
        select(Comment, Citizen.name, Citizen.handle)
        .join(Citizen, Citizen.id == Comment.citizen_id)
        .where(Comment.inquiry_id == inquiry_id)
        .order_by(Comment.is_opening.desc(), Comment.id)
    )
    return tuple(
        CommentRow(
            comment.id,
            name or handle,
            handle,
            comment.text,
            comment.tone,
            comment.written_at or comment.seen_at,
            comment.is_opening,
        )
        for comment, name, handle in session.execute(query)
    )


def _referrals(
    session: Session, inquiry_id: int, clocks: Sequence[ClockRow]
) -> tuple[ReferralRow, ...]:
    newest = {clock.referral_id: clock for clock in sorted(clocks, key=lambda one: one.id)}
    query = (
        select(Referral, Agency, Person)
        .join(Agency, Agency.id == Referral.agency_id)
        .outerjoin(Person, Person.id == Referral.contacted_by_id)
        .where(Referral.inquiry_id == inquiry_id)
        .order_by(Referral.contacted_at, Referral.id)
    )
    return tuple(
        ReferralRow(
            referral.id,
            referral.version,
            referral.direction,
            agency.id,
            agency.name,
            agency.short_name,
            referral.state,
            referral.means,
            referral.note,
            referral.contacted_at,
            referral.contacted_recorded_at,
            _addressed(person),
            referral.acknowledged_at,
            referral.answer_text,
            referral.answered_at,
            referral.answered_recorded_at,
            newest.get(referral.id),
        )
        for referral, agency, person in session.execute(query)
    )


def _answers(session: Session, inquiry_id: int) -> tuple[AnswerRow, ...]:
    authors = _authors(session, inquiry_id)
    revisions = _revisions(session, inquiry_id)
    query = select(Answer).where(Answer.inquiry_id == inquiry_id).order_by(Answer.id)
    rows = []
    for answer in session.scalars(query):
        revision_id, code, is_approved = revisions.get(answer.id, (None, None, False))
        names = authors.get(answer.id, {})
        rows.append(
            AnswerRow(
                answer.id,
                answer.version,
                answer.kind,
                answer.interim_state,
                answer.text,
                answer.referral_id,
                answer.standard_answer_id,
                answer.created_at,
                next(reversed(names.values()), None),
                frozenset(names),
                answer.returned_reason,
                answer.sent_at,
                answer.sent_recorded_at,
                answer.proof_url,
                answer.proof_note,
                revision_id,
                code,
                is_approved,
            )
        )
    return tuple(rows)


def _authors(session: Session, inquiry_id: int) -> dict[int, dict[int, str]]:
    """Of each answer: who wrote on it, by person, in the order in which they came to it."""
    query = (
        select(Author.answer_id, Person)
        .join(Person, Person.id == Author.person_id)
        .join(Answer, Answer.id == Author.answer_id)
        .where(Answer.inquiry_id == inquiry_id)
        .order_by(Author.first_at, Author.id)
    )
    found: dict[int, dict[int, str]] = {}
    for answer_id, person in session.execute(query):
        if answer_id is not None:
            found.setdefault(answer_id, {})[person.id] = _addressed(person) or person.name
    return found


def _revisions(session: Session, inquiry_id: int) -> dict[int, tuple[int, str, bool]]:
    """Of each answer: its newest revision, the code, and whether an approval of it holds."""
    approval = and_(
        Decision.revision_id == Revision.id,
        Decision.verdict == Verdict.APPROVED,
        Decision.voided_at.is_(None),
    )
    query = (
        select(Revision.answer_id, Revision.id, Revision.code, Decision.id)
        .join(Answer, Answer.id == Revision.answer_id)
        .outerjoin(Decision, approval)
        .where(Answer.inquiry_id == inquiry_id)
        .order_by(Revision.number)
    )
    return {
        answer_id: (revision_id, code, decision_id is not None)
        for answer_id, revision_id, code, decision_id in session.execute(query)
        if answer_id is not None
    }


def _decisions(session: Session, inquiry_id: int) -> tuple[DecidedRow, ...]:
    query = (
        select(Decision, Revision.answer_id, Person)
        .join(Revision, Revision.id == Decision.revision_id)
        .join(Answer, Answer.id == Revision.answer_id)
        .join(Person, Person.id == Decision.decider_id)
        .where(Answer.inquiry_id == inquiry_id)
        .order_by(Decision.happened_at, Decision.id)
    )
    return tuple(
        DecidedRow(
            answer_id,
            decision.verdict,
            _addressed(person) or person.name,
            decision.means,
            decision.reason,
            decision.reported,
            decision.happened_at,
            decision.voided_at is not None,
        )
        for decision, answer_id, person in session.execute(query)
        if answer_id is not None
    )


def _history(
    session: Session,
    one: Inquiry,
    referrals: Sequence[ReferralRow],
    answers: Sequence[AnswerRow],
) -> tuple[tuple[HistoryRow, ...], list[Moved]]:
    """What was done, by the audit trail; and from when on the inquiry was in which state."""
    about = or_(
        and_(AuditEvent.subject == "inquiry", AuditEvent.subject_id == one.id),
        and_(
            AuditEvent.subject == "referral",
            AuditEvent.subject_id.in_([row.id for row in referrals]),
        ),
        and_(
            AuditEvent.subject == "answer", AuditEvent.subject_id.in_([row.id for row in answers])
        ),
    )
    query = (
        select(AuditEvent, Person)
        .outerjoin(Person, Person.id == AuditEvent.actor_id)
        .where(about)
        .order_by(AuditEvent.number)
    )
    agencies = {row.id: row.agency_short for row in referrals}
    # Who held an imported one before it was imported, nobody wrote down.
    begins_here = one.origin is not InquiryOrigin.IMPORTED
    moves = [Moved(one.received_at, InquiryState.RECEIVED)] if begins_here else []
    rows = []
    for event, person in session.execute(query):
        details = json.loads(event.details)
        moment = _moment(details) or event.happened_at
        if event.subject == "inquiry" and "after" in details:
            moves.append(Moved(moment, InquiryState(details["after"])))
        rows.append(
            HistoryRow(
                event.act,
                event.subject,
                event.subject_id,
                _addressed(person) or event.actor_name,
                moment,
                event.happened_at,
                agencies.get(event.subject_id or 0)
                if event.subject == "referral"
                else details.get("agency"),
            )
        )
    return tuple(rows), moves


def _moment(details: dict[str, object]) -> datetime | None:
    text = details.get("happened_at")
    return datetime.fromisoformat(text) if isinstance(text, str) else None


def _asked(referrals: Sequence[ReferralRow], history: Sequence[HistoryRow]) -> list[Asked]:
    """When which agency had the inquiry: from its being contacted until it answered or let go."""
    let_go = {
        row.subject_id: row.happened_at
        for row in history
        if row.act in (ReferralAct.RECORD_NOT_COMPETENT, ReferralAct.RECALL)
    }
    return [
        Asked(row.agency_short, row.contacted_at, row.answered_at or _end(row, let_go))
        for row in referrals
        if row.direction is Direction.OUT
    ]


def _end(row: ReferralRow, let_go: dict[int | None, datetime]) -> datetime | None:
    if row.state in (ReferralState.NOT_COMPETENT, ReferralState.RECALLED):
        return let_go.get(row.id)
    return None
