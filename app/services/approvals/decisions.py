"""Decisions: select, approve, return; each names the revision that was shown (C.2, D.2–D.3)."""

from datetime import datetime

from sqlalchemy import func, update
from sqlalchemy import select as sql_select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.answer import INTERIM_FLOW, Answer, AnswerKind, InterimAct
from app.models.content import FLOW as CONTENT_FLOW
from app.models.content import LAST_LEVEL, NOT_LAST_LEVEL, Content, ContentAct, ContentState
from app.models.gate import Decision, Means, Revision, Verdict
from app.models.inquiry import FLOW as INQUIRY_FLOW
from app.models.inquiry import Inquiry, InquiryAct
from app.models.policy import PolicyKey
from app.models.roles import DECIDERS, Role
from app.services.approvals.authors import Subject, is_author
from app.services.approvals.revisions import current_revision, is_as_revised
from app.services.errors import DecidedBefore, Incomplete, NotFound, RevisionSuperseded
from app.services.ethics import ALL_LETTERS
from app.services.people import deputising_for
from app.services.policies import policy_at
from app.services.transaction import Transaction, advance, found, name_of, touch

SELECTION = 0  # the level of D.2


def select(tx: Transaction, revision_id: int, ethics: str = "") -> None:
    """Select a submitted content (D.2). Where the agency works with one check and the item is
    complete, the selection approves it, and then needs the ethics checklist.

    Raises:
        RevisionSuperseded: what was shown is not the current revision.
        OwnWork, NotPermitted, WrongState, Incomplete: as the flow says.
    """
    revision, content = _content_shown(tx, revision_id)
    one_check = policy_at(tx.session, PolicyKey.CHECKS, tx.now).value == 1
    if one_check and content.variants:
        _needs_ethics(content, ethics)
        _step(tx, content, ContentAct.SELECT_AND_APPROVE)
        _decide(tx, revision, Verdict.SELECTED, SELECTION)
        _decide(tx, revision, Verdict.APPROVED, 1, ethics=ethics)
    else:
        _step(tx, content, ContentAct.SELECT)
        _decide(tx, revision, Verdict.SELECTED, SELECTION)


def approve(tx: Transaction, revision_id: int, ethics: str) -> None:
    """Approve exactly what the revision shows; binds its fingerprints.

    `ethics` holds the letters of Pasal 9 that were checked; all nine are needed. An answer that is
    built on another agency's is reported with it (C.5).

    Raises:
        RevisionSuperseded: what was shown is not the current revision any more.
        DecidedBefore: the actor approved an earlier level of it.
        OwnWork, NotPermitted, WrongState, Incomplete: as the flow says.
    """
    revision = _shown(tx, revision_id)
    subject = _subject(tx, revision)
    _must_be_current(tx, revision, subject)
    _needs_ethics(subject, ethics)
    if isinstance(subject, Content):
        level = _next_level(tx, revision)
        last = level >= int(policy_at(tx.session, PolicyKey.LEVELS, tx.now).value)
        _step(tx, subject, ContentAct.APPROVE, when=LAST_LEVEL if last else NOT_LAST_LEVEL)
        _decide(tx, revision, Verdict.APPROVED, level, ethics=ethics)
        touch(tx, subject)
    else:
        _step_answer(tx, subject, InquiryAct.APPROVE, InterimAct.APPROVE)
        _decide(
            tx,
            revision,
            Verdict.APPROVED,
            1,
            ethics=ethics,
            reported=subject.referral_id is not None,
        )


def return_to_author(tx: Transaction, revision_id: int, reason: str) -> None:
    """Give it back with a reason (D.3): a return, never a rejection.

    Raises:
        RevisionSuperseded, OwnWork, NotPermitted, WrongState, ReasonMissing.
    """
    revision = _shown(tx, revision_id)
    subject = _subject(tx, revision)
    _must_be_current(tx, revision, subject)
    if isinstance(subject, Content):
        _step(tx, subject, ContentAct.RETURN_TO_AUTHOR, reason=reason)
        void_approvals(tx, subject, reason)
    else:
        _step_answer(
            tx, subject, InquiryAct.RETURN_TO_AUTHOR, InterimAct.RETURN_TO_AUTHOR, reason=reason
        )
    subject.returned_reason = reason.strip()
    _decide(tx, revision, Verdict.RETURNED, _next_level(tx, revision), reason=reason.strip())


def recall(tx: Transaction, revision_id: int) -> None:
    """Take back what was submitted, while nobody has decided on it.

    Raises:
        DecidedBefore: an earlier level has approved it already.
        RevisionSuperseded, NotPermitted, WrongState.
    """
    revision = _shown(tx, revision_id)
    subject = _subject(tx, revision)
    _must_be_current(tx, revision, subject)
    if _decided(tx.session, revision):
        raise DecidedBefore(_name(tx, subject))
    if isinstance(subject, Content):
        _step(tx, subject, ContentAct.RECALL)
    else:
        _step_answer(tx, subject, InquiryAct.RECALL, InterimAct.RECALL)


def reopen_content(tx: Transaction, content_id: int, seen: int, reason: str) -> None:
    """Go back to editing something approved: its approval is void, and why is kept.

    Raises:
        ChangedMeanwhile, NotPermitted, WrongState, ReasonMissing.
    """
    content = found(tx, Content, content_id, seen)
    advance(tx, content, CONTENT_FLOW, ContentAct.REOPEN, reason=reason)
    void_approvals(tx, content, reason)


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


def may_publish(session: Session, content: Content, now: datetime) -> bool:
    """Whether it may go out: approved, recorded history, or ready where one check is all."""
    if content.state in (ContentState.APPROVED, ContentState.RECORDED):
        return True
    one_check = policy_at(session, PolicyKey.CHECKS, now).value == 1
    return one_check and content.state is ContentState.READY


def _shown(tx: Transaction, revision_id: int) -> Revision:
    revision = tx.session.get(Revision, revision_id)
    if revision is None:
        raise NotFound("revision", revision_id)
    return revision


def _content_shown(tx: Transaction, revision_id: int) -> tuple[Revision, Content]:
    revision = _shown(tx, revision_id)
    if revision.content_id is None:
        raise NotFound("content", revision_id)
    content = found(tx, Content, revision.content_id)
    _must_be_current(tx, revision, content)
    return revision, content


def _subject(tx: Transaction, revision: Revision) -> Subject:
    if revision.content_id is not None:
        return found(tx, Content, revision.content_id)
    if revision.answer_id is None:
        raise NotFound("revision", revision.id)
    return found(tx, Answer, revision.answer_id)


def _must_be_current(tx: Transaction, revision: Revision, subject: Subject) -> None:
    current = current_revision(tx.session, subject)
    same = current is not None and current.id == revision.id
    if not same or not is_as_revised(tx.session, subject, revision, tx.now):
        newer = current.code if current is not None and not same else None
        raise RevisionSuperseded(_name(tx, subject), revision.code, newer)


def _name(tx: Transaction, subject: Subject) -> str:
    if isinstance(subject, Answer):
        return name_of(tx.session.get_one(Inquiry, subject.inquiry_id))
    return name_of(subject)


def _needs_ethics(subject: Subject, ethics: str) -> None:
    missing = [letter for letter in ALL_LETTERS if letter not in ethics]
    if missing:
        raise Incomplete(name_of(subject), (("ethics", "".join(missing)),))


def _deciding(tx: Transaction) -> tuple[frozenset[Role], int | None]:
    """The roles with which the actor decides, and in whose place if he is a deputy today."""
    if tx.actor.is_any(DECIDERS):
        return tx.actor.roles, None
    officials = deputising_for(tx.session, tx.actor_id, wib(tx.now).date())
    return (tx.actor.roles | {Role.OFFICIAL}, officials[0]) if officials else (tx.actor.roles, None)


def _step(
    tx: Transaction, content: Content, act: ContentAct, *, when: str = "", reason: str = ""
) -> None:
    advance(
        tx,
        content,
        CONTENT_FLOW,
        act,
        when=when,
        reason=reason,
        is_author=is_author(tx.session, content, tx.actor.id),
        roles=_deciding(tx)[0],
    )


def _step_answer(
    tx: Transaction, answer: Answer, act: InquiryAct, interim: InterimAct, *, reason: str = ""
) -> None:
    """A final answer moves its inquiry; an interim reply has a flow of its own."""
    mine = is_author(tx.session, answer, tx.actor.id)
    roles = _deciding(tx)[0]
    if answer.kind is AnswerKind.FINAL:
        inquiry = found(tx, Inquiry, answer.inquiry_id)
        advance(tx, inquiry, INQUIRY_FLOW, act, reason=reason, is_author=mine, roles=roles)
    else:
        advance(
            tx,
            answer,
            INTERIM_FLOW,
            interim,
            reason=reason,
            is_author=mine,
            roles=roles,
            state_name="interim_state",
        )
        tx.announce("inquiry")


def _decided(session: Session, revision: Revision) -> int:
    """How many levels approve this revision."""
    count = sql_select(func.count(Decision.id)).where(
        Decision.revision_id == revision.id,
        Decision.verdict == Verdict.APPROVED,
        Decision.voided_at.is_(None),
    )
    return session.scalar(count) or 0


def _next_level(tx: Transaction, revision: Revision) -> int:
    mine = sql_select(Decision.id).where(
        Decision.revision_id == revision.id,
        Decision.verdict == Verdict.APPROVED,
        Decision.voided_at.is_(None),
        Decision.decider_id == tx.actor.id,
    )
    if tx.session.scalar(mine.limit(1)) is not None:
        raise DecidedBefore(revision.code)
    return _decided(tx.session, revision) + 1


def _decide(
    tx: Transaction,
    revision: Revision,
    verdict: Verdict,
    level: int,
    *,
    ethics: str = "",
    reason: str = "",
    reported: bool = False,
) -> None:
    levels = policy_at(tx.session, PolicyKey.LEVELS, tx.now)
    tx.session.add(
        Decision(
            revision_id=revision.id,
            verdict=verdict,
            level=level,
            decider_id=tx.actor_id,
            deputy_for_id=_deciding(tx)[1],
            means=Means.IN_PROGRAM,
            reason=reason,
            ethics="".join(letter for letter in ALL_LETTERS if letter in ethics),
            reported=reported,
            policy_id=levels.version,
            happened_at=tx.now,
            recorded_at=tx.now,
            recorded_by_id=tx.actor_id,
            confirmed_at=tx.now,
        )
    )
    tx.announce("decision")
