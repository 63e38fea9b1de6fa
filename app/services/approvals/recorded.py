"""Decisions that reached us by message, by word of mouth or on paper, and their confirmation.

An admin notes them against the six-character code of what the official was shown. They count at
once and stand marked until the official confirms them, here or on the signed weekly sheet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.asset import Asset
from app.models.content import Content, ContentState
from app.models.gate import Decision, Means, Revision, Verdict
from app.models.person import Person, PersonRole
from app.models.policy import PolicyKey
from app.models.roles import ADMIN_ONLY, DECIDERS
from app.services.approvals.authors import Subject
from app.services.approvals.deciders import Capacity, Word, capacity_on
from app.services.approvals.deciding import (
    approve_as,
    found_revision,
    return_as,
    select_as,
    subject_name,
    subject_of,
)
from app.services.approvals.decisions import Settled
from app.services.approvals.revisions import current_revision, is_as_revised
from app.services.approvals.views import subject_titles
from app.services.errors import ActError, BeforeLastEvent, InvalidValue
from app.services.people import addressed
from app.services.policies import policy_at
from app.services.transaction import Actor, Transaction, found


class CodeChanged(ActError):
    """What the official was shown is not what waits now; `current` is None while nothing does."""

    def __init__(self, reference: str, current: str | None) -> None:
        super().__init__(reference, current)
        self.reference = reference
        self.current = current


class NotAllowedHere(ActError):
    """The agency does not let decisions be noted for an official."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the admin notes of one decision, or of one that was said of several things.

    `codes` are those that the official was shown and answered to. `ethics` holds the letters of
    Pasal 9 that he said he had checked. The proof of a message or paper is a file, of a spoken
    decision `proof`, what was said and who heard it.
    """

    decider_id: int
    happened_at: datetime
    means: Means
    verdict: Verdict
    codes: frozenset[str]
    ethics: str = ""
    reason: str = ""
    proof: str | None = None
    proof_asset_id: int | None = None


@dataclass(frozen=True, slots=True)
class UnconfirmedRow:
    """A noted decision that its official has not confirmed."""

    id: int
    reference: str
    title: str
    code: str
    verdict: Verdict
    means: Means
    decider_id: int
    decider: str
    recorded_by: str
    happened_at: datetime
    proof_sha256: str | None
    proof: str | None
    reason: str


def record_decisions(tx: Transaction, revision_ids: Sequence[int], note: Note) -> Settled:
    """Note what an official decided outside the program, on each of these things.

    What has changed since he saw it, or is his own work, is refused by name; the rest stands.

    Raises:
        NotAllowedHere: the agency does not work like that.
        NotPermitted: the actor is no admin, or the person named decides nothing on that day.
        InvalidValue: the proof is missing, or the actor names himself.
        BeforeLastEvent: the moment is still to come.
    """
    must_be_allowed(tx)
    _must_be_proved(note)
    if note.happened_at > tx.now:
        raise BeforeLastEvent(note.happened_at, tx.now, is_future=True)
    by = capacity_of(tx, note.decider_id, wib(note.happened_at).date())
    word = Word(by, note.happened_at, note.means, note.proof, note.proof_asset_id)
    done: list[str] = []
    refused: list[ActError] = []
    for revision_id in revision_ids:
        try:
            done.append(_record(tx, word, revision_id, note))
        except ActError as error:
            refused.append(error)  # every check comes before the first change
    return Settled(tuple(done), tuple(refused))


def _record(tx: Transaction, word: Word, revision_id: int, note: Note) -> str:
    subject = subject_of(tx, found_revision(tx, revision_id))
    name = subject_name(tx.session, subject)
    current = must_be_shown(tx, subject, note.codes)
    if note.happened_at < current.made_at:
        raise BeforeLastEvent(note.happened_at, current.made_at)
    decide_as(tx, word, subject, current.id, note.verdict, note.ethics, note.reason)
    return name


def decide_as(
    tx: Transaction,
    word: Word,
    subject: Subject,
    revision_id: int,
    verdict: Verdict,
    ethics: str,
    reason: str,
) -> Decision:
    """The word of a decider about what is submitted or ready: yes, or a return with its reason."""
    if verdict is Verdict.RETURNED:
        return return_as(tx, word, revision_id, reason)
    if isinstance(subject, Content) and subject.state is ContentState.SUBMITTED:
        return select_as(tx, word, revision_id, ethics)
    return approve_as(tx, word, revision_id, ethics)


def must_be_allowed(tx: Transaction) -> None:
    """Raises NotAllowedHere or NotPermitted unless this admin may note decisions."""
    tx.permit("record_decision", ADMIN_ONLY)
    if not policy_at(tx.session, PolicyKey.RECORDED_DECISIONS, tx.now).value:
        raise NotAllowedHere


def must_be_shown(tx: Transaction, subject: Subject, codes: frozenset[str]) -> Revision:
    """The current revision, if it is one of those that the official saw.

    Raises:
        CodeChanged: it is not, or what would be seen has changed since it was made.
    """
    current = current_revision(tx.session, subject)
    name = subject_name(tx.session, subject)
    if current is None or current.code not in codes:
        raise CodeChanged(name, current.code if current is not None else None)
    if not is_as_revised(tx.session, subject, current, tx.now):
        raise CodeChanged(name, None)
    return current


def capacity_of(tx: Transaction, decider_id: int, day: date) -> Capacity:
    """How the person named decided on that day; never the actor himself.

    Raises:
        InvalidValue: it is the actor, or somebody who decided nothing on that day.
        NotFound: there is no such person.
    """
    if decider_id == tx.actor.id:
        raise InvalidValue("decider", "self")
    who = found(tx, Person, decider_id)
    held = tx.session.scalars(select(PersonRole.role).where(PersonRole.person_id == who.id))
    by = capacity_on(tx.session, who.id, frozenset(held), day)
    if not by.roles & DECIDERS:
        raise InvalidValue("decider", "decides_nothing", day)
    return by


def _must_be_proved(note: Note) -> None:
    if note.means is Means.IN_PROGRAM:
        raise InvalidValue("means", "in_program")
    if note.means is Means.SPOKEN:
        if not (note.proof or "").strip():
            raise InvalidValue("proof", "nothing_said")
    elif note.proof_asset_id is None:
        raise InvalidValue("proof", "no_file")


def confirm_decisions(tx: Transaction, decision_ids: Sequence[int]) -> int:
    """The official says that what was noted is what he decided; returns how many it was.

    Raises:
        InvalidValue: one of them is another's word, or void.
        NotFound: there is no such decision.
    """
    fresh = 0
    for decision_id in decision_ids:
        decision = found(tx, Decision, decision_id)
        if decision.decider_id != tx.actor.id:
            raise InvalidValue("decision", "of_another")
        fresh += confirm(tx, decision)
    return fresh


def confirm(tx: Transaction, decision: Decision, sheet_id: int | None = None) -> bool:
    """Take the mark off one decision; False if it had none."""
    if decision.confirmed_at is not None:
        return False
    decision.confirmed_at = tx.now
    if sheet_id is not None:
        decision.sheet_id = sheet_id
    revision = tx.session.get_one(Revision, decision.revision_id)
    name = subject_name(tx.session, subject_of(tx, revision))
    tx.audit("confirm_decision", "decision", decision.id, name)
    return True


def unconfirmed(session: Session, decider_id: int | None = None) -> list[UnconfirmedRow]:
    """Noted decisions that nobody has confirmed and that hold; one official's, or everybody's."""
    query = (
        select(Decision, Revision, Asset.sha256)
        .join(Revision, Revision.id == Decision.revision_id)
        .outerjoin(Asset, Asset.id == Decision.proof_asset_id)
        .where(Decision.confirmed_at.is_(None), Decision.voided_at.is_(None))
        .order_by(Decision.happened_at, Decision.id)
    )
    if decider_id is not None:
        query = query.where(Decision.decider_id == decider_id)
    found_rows = session.execute(query).all()
    titles = subject_titles(session, [row[1] for row in found_rows])
    wanted = {key for row in found_rows for key in (row[0].decider_id, row[0].recorded_by_id)}
    names = {
        who.id: addressed(who.address_term, who.call_name, who.name)
        for who in session.scalars(select(Person).where(Person.id.in_(wanted)))
    }
    return [
        UnconfirmedRow(
            decision.id,
            *titles[revision.id],
            revision.code,
            decision.verdict,
            decision.means,
            decision.decider_id,
            names[decision.decider_id],
            names[decision.recorded_by_id],
            decision.happened_at,
            sha256,
            decision.proof,
            decision.reason,
        )
        for decision, revision, sha256 in found_rows
    ]


def unconfirmed_of(session: Session, actor: Actor) -> list[UnconfirmedRow]:
    """What this person is shown: his own to confirm; an admin sees everybody's."""
    return unconfirmed(session, None if actor.is_any(ADMIN_ONLY) else actor.id)
