"""What waits for the official's decision, the most urgent first."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.answer import Answer, AnswerKind, InterimState
from app.models.approval_sheet import ApprovalSheet
from app.models.clock import Clock, ClockKind
from app.models.comment import Comment
from app.models.content import Author, Content, ContentState
from app.models.gate import Decision, Revision, Subject
from app.models.inquiry import Inquiry, InquiryState
from app.models.person import Person
from app.models.policy import PolicyKey
from app.models.roles import ADMIN_ONLY, DECIDERS
from app.services.deputies import deputising_for
from app.services.people import addressed
from app.services.policies import policy_at
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
    code: str
    clock: ClockKind | None = None  # what is due at `urgent_at`, of an answer

    def is_own_of(self, person_id: int | None) -> bool:
        """Whether this person wrote or edited it and so can't decide."""
        return person_id in self.author_ids

    def has_passed(self, now: datetime) -> bool:
        """Whether the moment planned for it went by while it waited: it has to be planned anew."""
        if self.subject is not Subject.CONTENT:
            return False
        if self.urgent_at is not None:
            return self.urgent_at <= now
        return self.planned_on is not None and self.planned_on < wib(now).date()


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
    """The queue as one person sees it: deciders all of it, authors their own part.

    An admin who may note decisions (`may_note`) sees all that waits. `unconfirmed` counts the noted
    decisions that are his to confirm, of an admin all of them; `open_sheets` those still out.
    """

    rows: tuple[QueueRow, ...]
    may_decide: bool
    may_note: bool
    unconfirmed: int
    open_sheets: int


def queue_of(session: Session, actor: Actor, now: datetime) -> PersonalQueue:
    """What waits, for this person at this moment; a deputy decides between his dates."""
    rows = queue(session)
    day = wib(now).date()
    may_decide = actor.is_any(DECIDERS) or (
        actor.id is not None and bool(deputising_for(session, actor.id, day))
    )
    is_admin = actor.is_any(ADMIN_ONLY)
    allowed = bool(policy_at(session, PolicyKey.RECORDED_DECISIONS, now).value)
    may_note = is_admin and allowed
    if not may_decide and not may_note:
        rows = [row for row in rows if row.is_own_of(actor.id)]
    marked = select(func.count(Decision.id)).where(
        Decision.confirmed_at.is_(None), Decision.voided_at.is_(None)
    )
    if not is_admin:
        marked = marked.where(Decision.decider_id == actor.id)
    sheets = select(func.count(ApprovalSheet.id)).where(ApprovalSheet.recorded_at.is_(None))
    return PersonalQueue(
        tuple(rows),
        may_decide,
        may_note,
        session.scalar(marked) or 0,
        (session.scalar(sheets) or 0) if may_note else 0,
    )


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
            Revision.code,
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
    for key, reference, title, state, planned_at, planned_on, revision_id, body, code in found:
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
                code,
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
            Revision.code,
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
        text, clock, code = shown
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
                code,
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
