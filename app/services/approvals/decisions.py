"""Deciding in the program: select, approve, return; each names the revision that was shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.models.answer import INTERIM_FLOW, AnswerKind, InterimAct
from app.models.content import FLOW as CONTENT_FLOW
from app.models.content import Content, ContentAct, ContentState
from app.models.inquiry import FLOW as INQUIRY_FLOW
from app.models.inquiry import Inquiry, InquiryAct
from app.models.policy import PolicyKey
from app.models.roles import DECIDERS
from app.services.approvals.authors import is_author
from app.services.approvals.deciders import own_word
from app.services.approvals.deciding import (
    approve_as,
    decided_levels,
    found_revision,
    must_be_current,
    return_as,
    select_as,
    subject_name,
    subject_of,
    void_approvals,
)
from app.services.errors import ActError, DecidedBefore, NotPermitted
from app.services.policies import policy_at
from app.services.transaction import Transaction, advance, found


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of many decisions at once: references that went through, refusals of the rest."""

    done: tuple[str, ...]
    refused: tuple[ActError, ...]


def select(tx: Transaction, revision_id: int, ethics: str = "") -> None:
    """Select a submitted content (D.2). Where the agency works with one check and the item is
    complete, the selection approves it, and then needs the ethics checklist.

    Raises:
        RevisionSuperseded: what was shown is not the current revision.
        OwnWork, NotPermitted, WrongState, Incomplete: as the flow says.
    """
    select_as(tx, own_word(tx), revision_id, ethics)


def approve(tx: Transaction, revision_id: int, ethics: str) -> None:
    """Approve exactly what the revision shows; binds its fingerprints.

    `ethics` holds the letters of Pasal 9 that were checked; all nine are needed. An answer that is
    built on another agency's is reported with it (C.5).

    Raises:
        RevisionSuperseded: what was shown is not the current revision any more.
        DecidedBefore: the actor, or he in whose place he acts, approved an earlier level of it.
        OwnWork, NotPermitted, WrongState, Incomplete: as the flow says.
    """
    approve_as(tx, own_word(tx), revision_id, ethics)


def approve_all(tx: Transaction, revision_ids: Sequence[int], ethics: str) -> Settled:
    """Select or approve several things that were each shown; what can't be is named and stays.

    Raises:
        NotPermitted: the actor decides nothing today.
    """
    word = own_word(tx)
    if not word.by.roles & DECIDERS:
        raise NotPermitted(ContentAct.APPROVE, DECIDERS)
    done: list[str] = []
    refused: list[ActError] = []
    for revision_id in revision_ids:
        try:
            revision = found_revision(tx, revision_id)
            subject = subject_of(tx, revision)
            is_selection = isinstance(subject, Content) and subject.state is ContentState.SUBMITTED
            (select_as if is_selection else approve_as)(tx, word, revision_id, ethics)
            done.append(subject_name(tx.session, subject))
        except ActError as error:
            refused.append(error)  # every check comes before the first change
    return Settled(tuple(done), tuple(refused))


def return_to_author(tx: Transaction, revision_id: int, reason: str) -> None:
    """Give it back with a reason (D.3): a return, never a rejection.

    Raises:
        RevisionSuperseded, OwnWork, NotPermitted, WrongState, ReasonMissing.
    """
    return_as(tx, own_word(tx), revision_id, reason)


def recall(tx: Transaction, revision_id: int) -> None:
    """Take back what was submitted, while nobody has decided on it.

    Raises:
        DecidedBefore: an earlier level has approved it already.
        RevisionSuperseded, NotPermitted, WrongState.
    """
    revision = found_revision(tx, revision_id)
    subject = subject_of(tx, revision)
    must_be_current(tx, revision, subject)
    if decided_levels(tx.session, revision):
        raise DecidedBefore(subject_name(tx.session, subject))
    mine = is_author(tx.session, subject, tx.actor.id)
    if isinstance(subject, Content):
        advance(tx, subject, CONTENT_FLOW, ContentAct.RECALL, is_author=mine)
    elif subject.kind is AnswerKind.FINAL:
        inquiry = found(tx, Inquiry, subject.inquiry_id)
        advance(tx, inquiry, INQUIRY_FLOW, InquiryAct.RECALL, is_author=mine)
    else:
        state = "interim_state"
        advance(tx, subject, INTERIM_FLOW, InterimAct.RECALL, is_author=mine, state_name=state)
        tx.announce("inquiry")


def reopen_content(tx: Transaction, content_id: int, seen: int, reason: str) -> None:
    """Go back to editing something approved: its approval is void, and why is kept.

    Raises:
        ChangedMeanwhile, NotPermitted, WrongState, ReasonMissing.
    """
    content = found(tx, Content, content_id, seen)
    advance(tx, content, CONTENT_FLOW, ContentAct.REOPEN, reason=reason)
    void_approvals(tx, content, reason)


def may_publish(session: Session, content: Content, now: datetime) -> bool:
    """Whether it may go out: approved, recorded history, or ready where one check is all."""
    if content.state in (ContentState.APPROVED, ContentState.RECORDED):
        return True
    one_check = policy_at(session, PolicyKey.CHECKS, now).value == 1
    return one_check and content.state is ContentState.READY
