"""One revision as a decider judges it, with what was decided and said about it before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.models.agency import Agency
from app.models.answer import Answer, AnswerKind, InterimState
from app.models.comment import Citizen, Comment
from app.models.content import Author, Content, ContentState
from app.models.gate import Decision, Means, Revision, Subject, Verdict
from app.models.inquiry import Inquiry, InquiryState
from app.models.person import Person, SigningMode
from app.models.referral import Referral
from app.services.approvals.remarks import RemarkRow, remarks_of
from app.services.approvals.revisions import parsed_body
from app.services.citizens import citizen_text
from app.services.errors import NotFound
from app.services.people import addressed


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision of the past, as the history names it."""

    verdict: Verdict
    level: int
    decider: str
    deputy_for: str | None
    deputy_mode: SigningMode | None
    means: Means
    reason: str
    happened_at: datetime
    revision_number: int
    is_void: bool
    void_reason: str | None
    recorded_by: str | None  # who noted it, if the official did not decide in the program
    is_confirmed: bool


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
    decider, official, recorder = aliased(Person), aliased(Person), aliased(Person)
    query = (
        select(Decision, Revision.number, decider, official, recorder)
        .join(Revision, Revision.id == Decision.revision_id)
        .join(decider, decider.id == Decision.decider_id)
        .join(recorder, recorder.id == Decision.recorded_by_id)
        .outerjoin(official, official.id == Decision.deputy_for_id)
        .where(about)
        .order_by(Decision.recorded_at, Decision.id)
    )
    return tuple(
        DecisionRow(
            decision.verdict,
            decision.level,
            _addressed(who),
            _addressed(for_whom) if for_whom else None,
            decision.deputy_mode,
            decision.means,
            decision.reason,
            decision.happened_at,
            number,
            decision.voided_at is not None,
            decision.voided_reason,
            _addressed(noted_by) if decision.means is not Means.IN_PROGRAM else None,
            decision.confirmed_at is not None,
        )
        for decision, number, who, for_whom, noted_by in session.execute(query)
    )


def subject_titles(session: Session, revisions: Sequence[Revision]) -> dict[int, tuple[str, str]]:
    """Reference and title of what these revisions are of, by the revision; in two statements."""
    ids = [revision.id for revision in revisions]
    contents = (
        select(Revision.id, Content.reference, Content.title)
        .join(Content, Content.id == Revision.content_id)
        .where(Revision.id.in_(ids))
    )
    answers = (
        select(Revision.id, Inquiry.reference, Comment.text)
        .join(Answer, Answer.id == Revision.answer_id)
        .join(Inquiry, Inquiry.id == Answer.inquiry_id)
        .outerjoin(Comment, (Comment.inquiry_id == Inquiry.id) & Comment.is_opening)
        .where(Revision.id.in_(ids))
    )
    rows = [*session.execute(contents), *session.execute(answers)]
    return {key: (reference, title or reference) for key, reference, title in rows}


def _name(session: Session, person_id: int) -> str:
    return _addressed(session.get_one(Person, person_id))


def _addressed(who: Person) -> str:
    return addressed(who.address_term, who.call_name, who.name)
