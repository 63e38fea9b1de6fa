"""The audit chain: each event holds the hash of the one before it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.audit import AuditEvent, AuditHead

FORM = 1  # version of the canonical form; a change of the form counts up
GENESIS = "0" * 64
_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Happening:
    """What an act has to say of itself, before it is chained."""

    act: str
    subject: str
    subject_id: int | None
    reference: str | None
    details: str


def canonical(value: object) -> str:
    """JSON in one form only: keys sorted, no spaces, UTF-8 letters as they are."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def event_hash(event: AuditEvent) -> str:
    """SHA-256 of the canonical form 1 of an event and its predecessor's hash."""
    moment = event.happened_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    fields = [
        event.form,
        event.number,
        moment,
        event.actor_id,
        event.actor_name,
        event.machine,
        event.act,
        event.subject,
        event.subject_id,
        event.reference,
        event.details,
        event.previous_hash,
    ]
    return hashlib.sha256(canonical(fields).encode()).hexdigest()


def seal(
    session: Session,
    happenings: list[Happening],
    actor: tuple[int | None, str],
    machine: str,
    now: datetime,
) -> None:
    """Chain what happened onto the office's audit trail; locks the chain's head till the commit."""
    head = session.get(AuditHead, 1, with_for_update=True, populate_existing=True)
    if head is None:
        head = AuditHead(id=1, number=0, hash=GENESIS)
        session.add(head)
    for happening in happenings:
        event = AuditEvent(
            number=head.number + 1,
            form=FORM,
            happened_at=now,
            actor_id=actor[0],
            actor_name=actor[1],
            machine=machine,
            act=happening.act,
            subject=happening.subject,
            subject_id=happening.subject_id,
            reference=happening.reference,
            details=happening.details,
            previous_hash=head.hash,
        )
        event.hash = event_hash(event)
        session.add(event)
        head.number, head.hash = event.number, event.hash


@dataclass(frozen=True, slots=True)
class ChainFault:
    """The first event at which the chain is not what it was."""

    number: int
    kind: str  # "altered", "missing", "head"


def chain_fault(session: Session) -> ChainFault | None:
    """Walk the whole chain; None if every event is as it was written."""
    number, previous = 0, GENESIS
    for event in _events(session):
        if event.number != number + 1:
            return ChainFault(number + 1, "missing")
        if event.previous_hash != previous or event.hash != event_hash(event):
            return ChainFault(event.number, "altered")
        number, previous = event.number, event.hash
    head = session.get(AuditHead, 1)
    expected = (head.number, head.hash) if head else (0, GENESIS)
    return None if expected == (number, previous) else ChainFault(number + 1, "head")


def _events(session: Session) -> Iterator[AuditEvent]:
    """All events in their order, a page at a time; a gap does not end it."""
    last = 0
    query = select(AuditEvent).order_by(AuditEvent.number).limit(_PAGE)
    while page := session.scalars(query.where(AuditEvent.number > last)).all():
        yield from page
        last = page[-1].number
        session.expunge_all()
