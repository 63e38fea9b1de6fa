"""What a decision does, whoever's word it is and however it came (C.2, C.5, D.2–D.3).

The acts stand in `decisions` (in the program), `recorded` (by message, spoken, on paper) and
`sheets` (the weekly one): all of them pass through here.
"""

from typing import Any

from sqlalchemy import ColumnElement, func, update
from sqlalchemy import select as sql_select
from sqlalchemy.orm import Session

from app.models.answer import INTERIM_FLOW, Answer, AnswerKind, InterimAct
from app.models.content import FLOW as CONTENT_FLOW
from app.models.content import LAST_LEVEL, NOT_LAST_LEVEL, Content, ContentAct
from app.models.gate import Decision, Means, Revision, Verdict
from app.models.inquiry import FLOW as INQUIRY_FLOW
from app.models.inquiry import Inquiry, InquiryAct
from app.models.policy import PolicyKey
from app.services.approvals.authors import Subject, is_author
from app.services.approvals.deciders import Capacity, Word
from app.services.approvals.revisions import current_revision, is_as_revised
from app.services.errors import DecidedBefore, Incomplete, NotFound, RevisionSuperseded
from app.services.ethics import ALL_LETTERS
from app.services.policies import policy_at
from app.services.transaction import Transaction, advance, found, name_of, touch

SELECTION = 0  # the level of D.2


def select_as(tx: Transaction, word: Word, revision_id: int, ethics: str) -> Decision:
    """The selection of a submitted content; where one check is all, its approval too."""
    revision = found_revision(tx, revision_id)
    if revision.content_id is None:
        raise NotFound("content", revision_id)
    content = found(tx, Content, revision.content_id)
    must_be_current(tx, revision, content)
    one_check = policy_at(tx.session, PolicyKey.CHECKS, tx.now).value == 1
    if not (one_check and content.variants):
        _step(tx, word, content, ContentAct.SELECT)
        return _decide(tx, word, revision, Verdict.SELECTED, SELECTION)
    _needs_ethics(content, ethics)
    _step(tx, word, content, ContentAct.SELECT_AND_APPROVE)
    _decide(tx, word, revision, Verdict.SELECTED, SELECTION)
    return _decide(tx, word, revision, Verdict.APPROVED, 1, ethics=ethics)


def approve_as(tx: Transaction, word: Word, revision_id: int, ethics: str) -> Decision:
    """The approval of exactly what the revision shows, at its next level."""
    revision = found_revision(tx, revision_id)
    subject = subject_of(tx, revision)
    must_be_current(tx, revision, subject)
    _needs_ethics(subject, ethics)
    if isinstance(subject, Answer):
        _step_answer(tx, word, subject, InquiryAct.APPROVE, InterimAct.APPROVE)
        is_reported = subject.referral_id is not None
        approved = Verdict.APPROVED
        return _decide(tx, word, revision, approved, 1, ethics=ethics, reported=is_reported)
    level = _next_level(tx, revision, word.by)
    last = level >= int(policy_at(tx.session, PolicyKey.LEVELS, tx.now).value)
    when = LAST_LEVEL if last else NOT_LAST_LEVEL
    _step(tx, word, subject, ContentAct.APPROVE, when=when)
    touch(tx, subject)
    return _decide(tx, word, revision, Verdict.APPROVED, level, ethics=ethics)


def return_as(tx: Transaction, word: Word, revision_id: int, reason: str) -> Decision:
    """The return with a reason (D.3): never a rejection."""
    revision = found_revision(tx, revision_id)
    subject = subject_of(tx, revision)
    must_be_current(tx, revision, subject)
    level = decided_levels(tx.session, revision) + 1
    if isinstance(subject, Content):
        _step(tx, word, subject, ContentAct.RETURN_TO_AUTHOR, reason=reason)
        void_approvals(tx, subject, reason)
    else:
        acts = InquiryAct.RETURN_TO_AUTHOR, InterimAct.RETURN_TO_AUTHOR
        _step_answer(tx, word, subject, *acts, reason=reason)
    subject.returned_reason = reason.strip()
    return _decide(tx, word, revision, Verdict.RETURNED, level, reason=reason.strip())


def void_approvals(tx: Transaction, subject: Subject, reason: str) -> None:
    """What was approved of it does not hold any more; the decisions stay on record."""
    about = Revision.content_id if isinstance(subject, Content) else Revision.answer_id
    of_it = sql_select(Revision.id).where(about == subject.id)
    tx.session.execute(
        update(Decision)
        .where(
            Decision.revision_id.in_(of_it),
            Decision.verdict == Verdict.APPROVED,
            Decision.voided_at.is_(None),
        )
        .values(voided_at=tx.now, voided_reason=reason.strip() or None)
        .execution_options(synchronize_session="fetch")
    )


def found_revision(tx: Transaction, revision_id: int) -> Revision:
    """The revision that somebody was shown.

    Raises:
        NotFound: there is none.
    """
    revision = tx.session.get(Revision, revision_id)
    if revision is None:
        raise NotFound("revision", revision_id)
    return revision


def subject_of(tx: Transaction, revision: Revision) -> Subject:
    """What the revision is of, locked."""
    if revision.content_id is not None:
        return found(tx, Content, revision.content_id)
    if revision.answer_id is None:
        raise NotFound("revision", revision.id)
    return found(tx, Answer, revision.answer_id)


def must_be_current(tx: Transaction, revision: Revision, subject: Subject) -> None:
    """Raises RevisionSuperseded if something else would be seen than what the revision shows."""
    current = current_revision(tx.session, subject)
    same = current is not None and current.id == revision.id
    if not same or not is_as_revised(tx.session, subject, revision, tx.now):
        newer = current.code if current is not None and not same else None
        raise RevisionSuperseded(subject_name(tx.session, subject), revision.code, newer)


def subject_name(session: Session, subject: Subject) -> str:
    """The reference by which people know it; an answer goes by its inquiry's."""
    if isinstance(subject, Answer):
        return name_of(session.get_one(Inquiry, subject.inquiry_id))
    return name_of(subject)


def decided_levels(session: Session, revision: Revision) -> int:
    """How many levels approve this revision."""
    count = sql_select(func.count(Decision.id)).where(*_holding(revision))
    return session.scalar(count) or 0


def _holding(revision: Revision) -> tuple[ColumnElement[bool], ...]:
    return (
        Decision.revision_id == revision.id,
        Decision.verdict == Verdict.APPROVED,
        Decision.voided_at.is_(None),
    )


def _next_level(tx: Transaction, revision: Revision, by: Capacity) -> int:
    """Each level is another person's and another seat's: a deputy is no second official."""
    for decision in tx.session.scalars(sql_select(Decision).where(*_holding(revision))):
        seat = decision.decider_id if decision.deputy_for_id is None else decision.deputy_for_id
        if by.person_id in (decision.decider_id, seat) or by.seat in (decision.decider_id, seat):
            raise DecidedBefore(revision.code)
    return decided_levels(tx.session, revision) + 1


def _needs_ethics(subject: Subject, ethics: str) -> None:
    missing = [letter for letter in ALL_LETTERS if letter not in ethics]
    if missing:
        raise Incomplete(name_of(subject), (("ethics", "".join(missing)),))


def _step(
    tx: Transaction,
    word: Word,
    content: Content,
    act: ContentAct,
    *,
    when: str = "",
    reason: str = "",
) -> None:
    advance(
        tx,
        content,
        CONTENT_FLOW,
        act,
        when=when,
        reason=reason,
        is_author=is_author(tx.session, content, word.by.person_id),
        roles=word.by.roles,
        **_told(word),
    )


def _step_answer(
    tx: Transaction,
    word: Word,
    answer: Answer,
    act: InquiryAct,
    interim: InterimAct,
    *,
    reason: str = "",
) -> None:
    """A final answer moves its inquiry; an interim reply has a flow of its own."""
    mine = is_author(tx.session, answer, word.by.person_id)
    roles, told = word.by.roles, _told(word)
    if answer.kind is AnswerKind.FINAL:
        inquiry = found(tx, Inquiry, answer.inquiry_id)
        advance(tx, inquiry, INQUIRY_FLOW, act, reason=reason, is_author=mine, roles=roles, **told)
        return
    flow, state = INTERIM_FLOW, "interim_state"
    advance(
        tx,
        answer,
        flow,
        interim,
        reason=reason,
        is_author=mine,
        roles=roles,
        state_name=state,
        **told,
    )
    tx.announce("inquiry")


def _told(word: Word) -> dict[str, Any]:
    """What the trail says beside the actor, where he only noted another's word."""
    if word.means is Means.IN_PROGRAM:
        return {}
    return {"decider": word.by.person_id, "means": word.means}


def _decide(
    tx: Transaction,
    word: Word,
    revision: Revision,
    verdict: Verdict,
    level: int,
    *,
    ethics: str = "",
    reason: str = "",
    reported: bool = False,
) -> Decision:
    levels = policy_at(tx.session, PolicyKey.LEVELS, tx.now)
    decision = Decision(
        revision_id=revision.id,
        verdict=verdict,
        level=level,
        decider_id=word.by.person_id,
        deputy_for_id=word.by.deputy_for_id,
        deputy_mode=word.by.deputy_mode,
        means=word.means,
        proof=word.proof,
        proof_asset_id=word.proof_asset_id,
        reason=reason,
        ethics="".join(letter for letter in ALL_LETTERS if letter in ethics),
        reported=reported,
        policy_id=levels.version,
        happened_at=word.happened_at,
        recorded_at=tx.now,
        recorded_by_id=tx.actor_id,
        confirmed_at=word.confirmed_at,
        sheet_id=word.sheet_id,
    )
    tx.session.add(decision)
    tx.session.flush()
    tx.announce("decision")
    return decision
