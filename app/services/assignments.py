"""Surat Perintah: who has which duty in the agency's social media, and until when (Pasal 6)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.models.person import (
    Assignment,
    AssignmentMember,
    CivilServantKind,
    Duty,
    Person,
    SigningMode,
)
from app.models.roles import Role
from app.services.errors import InvalidValue, NotFound
from app.services.transaction import Transaction, found

_KEEPERS = frozenset({Role.ADMIN, Role.HEAD})


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member with one duty. The dates are his own where they differ from the order's."""

    person_id: int
    name: str
    nip: str | None
    rank: str | None
    grade: str | None
    position: str | None
    civil_servant_kind: CivilServantKind
    duty: Duty
    task: str | None
    from_on: date | None
    until_on: date | None


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One Surat Perintah with its members; without a number it is not issued yet."""

    id: int
    version: int
    number: str | None
    signed_on: date | None
    signer_name: str | None
    signer_title: str | None
    signer_rank: str | None
    signer_nip: str | None
    signing_mode: SigningMode
    town: str | None
    basis: tuple[str, ...]
    copies_to: tuple[str, ...]
    from_on: date | None
    until_on: date | None
    is_void: bool
    members: tuple[MemberRow, ...]

    def is_in_force(self, day: date) -> bool:
        """Signed, not voided, and between its days."""
        begins = self.from_on or self.signed_on
        return (
            not self.is_void
            and self.signed_on is not None
            and (begins is None or begins <= day)
            and (self.until_on is None or self.until_on >= day)
        )


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What is typed in about a member."""

    person_id: int
    duty: Duty
    task: str | None = None
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class AssignmentFacts:
    """What is typed in about a Surat Perintah. The number comes from the unit's Tata Usaha."""

    members: tuple[MemberFacts, ...]
    number: str | None = None
    signed_on: date | None = None
    signer_name: str | None = None
    signer_title: str | None = None
    signer_rank: str | None = None
    signer_nip: str | None = None
    signing_mode: SigningMode = SigningMode.OWN
    town: str | None = None
    basis: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    from_on: date | None = None
    until_on: date | None = None


def assignments(session: Session) -> list[AssignmentRow]:
    """All of them, the newest first."""
    query = (
        select(Assignment).options(selectinload(Assignment.members)).order_by(Assignment.id.desc())
    )
    orders = session.scalars(query).all()
    persons = {person.id: person for person in session.scalars(select(Person))}
    return [_row(order, persons) for order in orders]


def assignment(session: Session, assignment_id: int) -> AssignmentRow:
    """One of them.

    Raises:
        NotFound: there is none with this key.
    """
    for row in assignments(session):
        if row.id == assignment_id:
            return row
    raise NotFound("assignment", assignment_id)


def _row(order: Assignment, persons: dict[int, Person]) -> AssignmentRow:
    return AssignmentRow(
        order.id,
        order.version,
        order.number,
        order.signed_on,
        order.signer_name,
        order.signer_title,
        order.signer_rank,
        order.signer_nip,
        order.signing_mode,
        order.town,
        _lines(order.basis),
        _lines(order.copies_to),
        order.from_on,
        order.until_on,
        order.voided_at is not None,
        tuple(_member(member, persons[member.person_id]) for member in order.members),
    )


def _member(member: AssignmentMember, person: Person) -> MemberRow:
    return MemberRow(
        person.id,
        person.name,
        person.nip,
        person.rank,
        person.grade,
        person.position,
        person.civil_servant_kind,
        member.duty,
        member.task,
        member.from_on,
        member.until_on,
    )


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line for line in (text or "").splitlines() if line.strip())


def draw_up(tx: Transaction, facts: AssignmentFacts) -> int:
    """Draw up a Surat Perintah; it can be printed at once and numbered later.

    Raises:
        InvalidValue: nobody is named, somebody has one duty twice, or days are reversed.
        NotPermitted: the actor is neither admin nor head.
    """
    tx.permit("draw_up", _KEEPERS)
    order = Assignment()
    _fill(order, facts)
    tx.session.add(order)
    tx.session.flush()
    tx.audit("draw_up", "assignment", order.id, number=order.number, members=len(facts.members))
    return order.id


def change_assignment(
    tx: Transaction, assignment_id: int, seen: int, facts: AssignmentFacts
) -> None:
    """Save what the form shows: members, number, day of signing.

    Raises:
        ChangedMeanwhile, InvalidValue, NotPermitted: as `draw_up`.
    """
    tx.permit("change_assignment", _KEEPERS)
    order = found(tx, Assignment, assignment_id, seen)
    order.members = []
    tx.session.flush()
    _fill(order, facts)
    tx.audit(
        "change_assignment", "assignment", order.id, number=order.number, members=len(facts.members)
    )


def void_assignment(tx: Transaction, assignment_id: int, seen: int) -> None:
    """Take an order out of force; it stays on record, its number is never used again."""
    tx.permit("void_assignment", _KEEPERS)
    order = found(tx, Assignment, assignment_id, seen)
    order.voided_at = tx.now
    tx.audit("void_assignment", "assignment", order.id, number=order.number)


def _fill(order: Assignment, facts: AssignmentFacts) -> None:
    if not facts.members:
        raise InvalidValue("members", "empty")
    if len({(member.person_id, member.duty) for member in facts.members}) < len(facts.members):
        raise InvalidValue("members", "twice")
    for begin, end in (
        (facts.from_on, facts.until_on),
        *((m.from_on, m.until_on) for m in facts.members),
    ):
        if begin and end and end < begin:
            raise InvalidValue("until_on", "before_start", end)
    for name in (
        "number",
        "signed_on",
        "signer_name",
        "signer_title",
        "signer_rank",
        "signer_nip",
        "town",
        "from_on",
        "until_on",
    ):
        setattr(order, name, getattr(facts, name) or None)
    order.signing_mode = facts.signing_mode
    order.basis = "\n".join(facts.basis) or None
    order.copies_to = "\n".join(facts.copies_to) or None
    order.members = [
        AssignmentMember(
            person_id=member.person_id,
            duty=member.duty,
            position=place,
            task=member.task or None,
            from_on=member.from_on,
            until_on=member.until_on,
        )
        for place, member in enumerate(facts.members)
    ]
