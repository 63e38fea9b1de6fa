"""What waits for the official's decision, and one item as he judges it."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session, aliased

from app.models.agency import Agency
from app.models.answer import Answer, AnswerKind, InterimState
from app.models.clock import Clock, ClockKind
from app.models.comment import Citizen, Comment
from app.models.content import Author, Content, ContentState
from app.models.gate import Decision, Means, Revision, Subject, Verdict
from app.models.inquiry import Inquiry, InquiryState
from app.models.person import Person
from app.models.referral import Referral
from app.models.roles import DECIDERS
from app.services.approvals.remarks import RemarkRow, remarks_of
from app.services.approvals.revisions import parsed_body
from app.services.citizens import citizen_text
from app.services.errors import NotFound
from app.services.people import addressed, deputising_for
from app.services.transaction import Actor


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One thing that waits. `urgent_at` is its earliest slot, or the due moment of its clock."""

    subject: Subject
    subject_id: int  # of the content or of the inquiry
    revision_id: int
    reference: str
    title: str
    state: ContentState | InquiryState | InterimState
    urgent_at: datetime | None
    planned_on: date | None  # of a content: its day while it has no hour
    platforms: tuple[str, ...]
    authors: tuple[str, ...]
    author_ids: frozenset[int]
    clock: ClockKind | None = None  # what is due at `urgent_at`, of an answer

    def is_own_of(self, person_id: int | None) -> bool:
        """Whether this person wrote or edited it and so can't decide."""
        return person_id in self.author_ids


def queue(session: Session) -> list[QueueRow]:
    """Submitted and ready contents and awaiting answers, the most urgent first."""
    rows = [*_contents(session), *_answers(session)]
    return sorted(
        rows,
        key=lambda row: (
            row.urgent_at is None,
            row.urgent_at.timestamp() if row.urgent_at else 0,
            row.reference,
        ),
    )


@dataclass(frozen=True, slots=True)
class PersonalQueue:
    """The queue as one person sees it: deciders all of it, authors their own part."""

    rows: tuple[QueueRow, ...]
    may_decide: bool


def queue_of(session: Session, actor: Actor, day: date) -> PersonalQueue:
    """What waits, for this person on this day; a deputy decides between his dates."""
    rows = queue(session)
    may_decide = actor.is_any(DECIDERS) or (
        actor.id is not None and bool(deputising_for(session, actor.id, day))
    )
    if not may_decide:
        rows = [row for row in rows if row.is_own_of(actor.id)]
    return PersonalQueue(tuple(rows), may_decide)


def _newest(column: Any) -> Any:
    return (
        select(column.label("subject_id"), func.max(Revision.number).label("number"))
        .where(column.is_not(None))
        .group_by(column)
        .subquery()
    )


def _contents(session: Session) -> list[QueueRow]:
    newest = _newest(Revision.content_id)
    query = (
        select(
            Content.id,
            Content.reference,
            Content.title,
            Content.state,
            Content.planned_at,
            Content.planned_on,
            Revision.id,
            Revision.body,
        )
        .join(newest, newest.c.subject_id == Content.id)
        .join(
            Revision,
            (Revision.content_id == Content.id) & (Revision.number == newest.c.number),
        )
        .where(Content.state.in_((ContentState.SUBMITTED, ContentState.READY)))
    )
    found = session.execute(query).all()
    authors = _authors(session, Author.content_id, [row[0] for row in found])
    rows = []
    for key, reference, title, state, planned_at, planned_on, revision_id, body in found:
        variants = json.loads(body)["variants"]
        moments = [
            datetime.fromisoformat(variant["planned_at"])
            for variant in variants
            if variant["planned_at"]
        ]
        names, ids = authors[key]
        rows.append(
            QueueRow(
                Subject.CONTENT,
                key,
                revision_id,
                reference,
                title,
                state,
                min(moments, default=planned_at),
                planned_on,
                tuple(dict.fromkeys(variant["platform"] for variant in variants)),
                names,
                ids,
            )
        )
    return rows


def _answers(session: Session) -> list[QueueRow]:
    newest = _newest(Revision.answer_id)
    opening = select(Comment.inquiry_id, Comment.text).where(Comment.is_opening).subquery()
    query = (
        select(
            Answer.id,
            Answer.kind,
            Answer.interim_state,
            Inquiry.id,
            Inquiry.reference,
            Inquiry.state,
            Inquiry.platform,
            Inquiry.attention_at,
            Revision.id,
            opening.c.text,
            _earliest_clock(),
        )
        .join(Inquiry, Inquiry.id == Answer.inquiry_id)
        .join(newest, newest.c.subject_id == Answer.id)
        .join(Revision, (Revision.answer_id == Answer.id) & (Revision.number == newest.c.number))
        .outerjoin(opening, opening.c.inquiry_id == Inquiry.id)
        .where(
            (
                (Answer.kind == AnswerKind.FINAL)
                & (Inquiry.state == InquiryState.AWAITING_APPROVAL)
                & Answer.sent_at.is_(None)
            )
            | (Answer.interim_state == InterimState.AWAITING_APPROVAL)
        )
    )
    found = session.execute(query).all()
    authors = _authors(session, Author.answer_id, [row[0] for row in found])
    rows = []
    for row in found:
        answer_id, kind, interim, key, reference, state, platform, due, revision_id, *shown = row
        text, clock = shown
        names, ids = authors[answer_id]
        rows.append(
            QueueRow(
                Subject.ANSWER,
                key,
                revision_id,
                reference,
                text or reference,
                interim if kind is AnswerKind.INTERIM else state,
                due,
                None,
                (platform,) if platform else (),
                names,
                ids,
                clock,
            )
        )
    return rows


def _earliest_clock() -> ScalarSelect[ClockKind]:
    """Of what an inquiry's earliest due clock is."""
    running = select(Clock.kind).where(Clock.inquiry_id == Inquiry.id, Clock.stopped_at.is_(None))
    return running.order_by(Clock.due_at, Clock.id).limit(1).scalar_subquery()


def _authors(
    session: Session, column: Any, keys: Iterable[int]
) -> dict[int, tuple[tuple[str, ...], frozenset[int]]]:
    query = (
        select(column, Person.id, Person.address_term, Person.call_name, Person.name)
        .join(Person, Person.id == Author.person_id)
        .where(column.in_(list(keys)))
        .order_by(Author.first_at, Author.id)
    )
    names: dict[int, list[str]] = defaultdict(list)
    ids: dict[int, set[int]] = defaultdict(set)
    for key, person_id, term, call_name, name in session.execute(query):
        names[key].append(addressed(term, call_name, name))
        ids[key].add(person_id)
    return defaultdict(
        lambda: ((), frozenset()),
        {key: (tuple(names[key]), frozenset(ids[key])) for key in names},
    )


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision of the past, as the history names it."""

    verdict: Verdict
    level: int
    decider: str
    deputy_for: str | None
    means: Means
    reason: str
    happened_at: datetime
    revision_number: int
    is_void: bool


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One revision as a decider judges it; `before` is the body that was approved last."""

    revision_id: int
    number: int
    code: str
    subject: Subject
    subject_id: int
    reference: str
    state: ContentState | InquiryState | InterimState
    body: dict[str, Any]
    before: dict[str, Any] | None
    before_number: int | None
    before_decided_at: datetime | None
    made_by: str
    made_at: datetime
    author_ids: frozenset[int]
    decisions: tuple[DecisionRow, ...]
    remarks: tuple[RemarkRow, ...]
    question: str | None  # of an answer: what the citizen wrote
    citizen: str | None
    platform: str | None
    agency_answer: str | None  # of an answer built on another agency's (C.5)
    agency: str | None


def for_decision(session: Session, revision_id: int) -> DecisionView:
    """Everything that a decision needs to see.

    Raises:
        NotFound: there is no such revision.
    """
    revision = session.get(Revision, revision_id)
    if revision is None:
        raise NotFound("revision", revision_id)
    if revision.content_id is not None:
        return _content_view(session, revision, session.get_one(Content, revision.content_id))
    return _answer_view(session, revision, session.get_one(Answer, revision.answer_id))


def _content_view(session: Session, revision: Revision, content: Content) -> DecisionView:
    before = _decided_before(session, revision, content)
    ids = session.scalars(select(Author.person_id).where(Author.content_id == content.id))
    return DecisionView(
        revision.id,
        revision.number,
        revision.code,
        Subject.CONTENT,
        content.id,
        content.reference,
        content.state,
        parsed_body(revision),
        parsed_body(before[0]) if before else None,
        before[0].number if before else None,
        before[1] if before else None,
        _name(session, revision.made_by_id),
        revision.made_at,
        frozenset(ids),
        _decisions(session, Revision.content_id == content.id),
        tuple(remarks_of(session, content_id=content.id)),
        None,
        None,
        None,
        None,
        None,
    )


def _answer_view(session: Session, revision: Revision, answer: Answer) -> DecisionView:
    inquiry = session.get_one(Inquiry, answer.inquiry_id)
    opening = session.execute(
        select(Comment.text, Citizen.name, Citizen.handle)
        .join(Citizen, Citizen.id == Comment.citizen_id)
        .where(Comment.inquiry_id == inquiry.id, Comment.is_opening)
        .limit(1)
    ).first()
    referral = session.get(Referral, answer.referral_id) if answer.referral_id else None
    agency = session.get(Agency, referral.agency_id) if referral else None
    before = _decided_before(session, revision, answer)
    ids = session.scalars(select(Author.person_id).where(Author.answer_id == answer.id))
    interim = answer.kind is AnswerKind.INTERIM
    return DecisionView(
        revision.id,
        revision.number,
        revision.code,
        Subject.ANSWER,
        inquiry.id,
        inquiry.reference,
        answer.interim_state if interim and answer.interim_state else inquiry.state,
        parsed_body(revision),
        parsed_body(before[0]) if before else None,
        before[0].number if before else None,
        before[1] if before else None,
        _name(session, revision.made_by_id),
        revision.made_at,
        frozenset(ids),
        _decisions(session, Revision.answer_id == answer.id),
        tuple(remarks_of(session, inquiry_id=inquiry.id)),
        opening.text if opening else None,
        citizen_text(inquiry.platform, opening.handle, opening.name) if opening else None,
        inquiry.platform,
        referral.answer_text if referral else None,
        agency.name if agency else None,
    )


def _decided_before(
    session: Session, revision: Revision, subject: Content | Answer
) -> tuple[Revision, datetime] | None:
    """The revision that was last selected or approved before this one, and when."""
    about = (
        Revision.content_id == subject.id
        if isinstance(subject, Content)
        else Revision.answer_id == subject.id
    )
    row = session.execute(
        select(Revision, Decision.happened_at)
        .join(Decision, Decision.revision_id == Revision.id)
        .where(
            about,
            Revision.number < revision.number,
            Decision.verdict.in_((Verdict.SELECTED, Verdict.APPROVED)),
        )
        .order_by(Revision.number.desc(), Decision.happened_at.desc())
        .limit(1)
    ).first()
    return (row[0], row[1]) if row else None


def _decisions(session: Session, about: Any) -> tuple[DecisionRow, ...]:
    decider, official = aliased(Person), aliased(Person)
    query = (
        select(Decision, Revision.number, decider, official)
        .join(Revision, Revision.id == Decision.revision_id)
        .join(decider, decider.id == Decision.decider_id)
        .outerjoin(official, official.id == Decision.deputy_for_id)
        .where(about)
        .order_by(Decision.recorded_at, Decision.id)
    )
    return tuple(
        DecisionRow(
            decision.verdict,
            decision.level,
            addressed(who.address_term, who.call_name, who.name),
            addressed(for_whom.address_term, for_whom.call_name, for_whom.name)
            if for_whom
            else None,
            decision.means,
            decision.reason,
            decision.happened_at,
            number,
            decision.voided_at is not None,
        )
        for decision, number, who, for_whom in session.execute(query)
    )


def _name(session: Session, person_id: int) -> str:
    who = session.get_one(Person, person_id)
    return addressed(who.address_term, who.call_name, who.name)
