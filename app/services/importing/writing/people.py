"""Rows of a list of staff become people, and the Surat Perintah that the list belongs to."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.person import Assignment, AssignmentMember, Person, PersonRole
from app.models.roles import DECIDERS, Role
from app.services.importing.judged import Note, NoteCode
from app.services.importing.people import PersonImport, bare_name
from app.services.importing.writing.writer import Batch
from app.services.transaction import Transaction, found


class PersonWriter:
    """Writes people; the same number, or the same name where one has none, is the same person."""

    renews = False
    completes = True

    def known(self, session: Session, rows: Sequence[PersonImport]) -> list[int | None]:
        by_nip: dict[str, int] = {}
        by_name: dict[str, tuple[int, str | None]] = {}
        for key, name, nip in session.execute(select(Person.id, Person.name, Person.nip)):
            by_name[bare_name(name)] = (key, nip)
            if nip:
                by_nip[nip] = key
        return [_key_of(row, by_nip, by_name) for row in rows]

    def ours(self, session: Session, keys: Sequence[int]) -> dict[int, dict[str, str]]:
        found = session.scalars(select(Person).where(Person.id.in_(keys)))
        return {
            person.id: {
                "name": person.name,
                "nip": person.nip or "",
                "rank": " ".join(filter(None, (person.rank, person.grade))),
                "position": person.position or "",
                "phone": person.phone or "",
            }
            for person in found
        }

    def theirs(self, values: PersonImport) -> dict[str, str]:
        return {
            "name": values.name,
            "nip": values.nip or "",
            "rank": " ".join(filter(None, (values.rank, values.grade))),
            "position": values.position or "",
            "phone": values.phone or "",
        }

    def notes(self, session: Session, rows: Sequence[PersonImport]) -> list[Note]:
        given = [
            Note(NoteCode.ROLE_GIVEN, facts={"name": row.name, "role": row.role})
            for row, key in zip(rows, self.known(session, rows), strict=True)
            if key is None and row.role is not None
        ]
        number = next((row.order_number for row in rows if row.order_number), None)
        if number is None or _has_order(session, number):
            return given
        return [*given, Note(NoteCode.ORDER_MADE, facts={"number": number})]

    def write(
        self, batch: Batch, rows: Sequence[PersonImport], there: Sequence[int | None]
    ) -> list[int | None]:
        tx = batch.tx
        written = []
        for row, key in zip(rows, there, strict=True):
            person = Person(name=row.name) if key is None else found(tx, Person, key)
            _complete(person, row)
            tx.session.add(person)
            written.append(person)
        tx.session.flush()
        for person, row, key in zip(written, rows, there, strict=True):
            if key is None and row.role is not None:
                _give_role(tx, person, row.role)
        _write_order(tx, written, rows)
        tx.announce("person", "assignment")
        batch.report(len(rows), len(rows))
        return [person.id for person in written]


def _key_of(
    row: PersonImport, by_nip: dict[str, int], by_name: dict[str, tuple[int, str | None]]
) -> int | None:
    if row.nip in by_nip:
        return by_nip[row.nip]
    key, nip = by_name.get(row.bare_name, (None, None))
    # Two people may bear one name, but not two numbers.
    return None if nip and row.nip else key


def _complete(person: Person, row: PersonImport) -> None:
    """Fill what is blank; what the office has typed in stays."""
    if person.nip is None:
        person.civil_servant_kind = row.civil_servant_kind
    for field in ("address_term", "call_name", "nip", "rank", "grade", "position", "phone"):
        if getattr(person, field) is None:
            setattr(person, field, getattr(row, field))


def _give_role(tx: Transaction, person: Person, role: Role) -> None:
    """Somebody new gets the role that the list names; whoever is there keeps what he has."""
    person.roles.append(PersonRole(role=role))
    if role in DECIDERS:
        # Audited as where it is granted by hand.
        tx.audit("grant_decision", "person", person.id, before=[], after=[role])


def _has_order(session: Session, number: str) -> bool:
    return session.scalar(select(Assignment.id).where(Assignment.number == number)) is not None


def _write_order(tx: Transaction, people: Sequence[Person], rows: Sequence[PersonImport]) -> None:
    """The Surat Perintah with those who have a duty; an order that we have stays as it is."""
    number = next((row.order_number for row in rows if row.order_number), None)
    if number is None or _has_order(tx.session, number):
        return
    signed_on = next((row.order_on for row in rows if row.order_on), None)
    order = Assignment(number=number, signed_on=signed_on, from_on=signed_on)
    order.members = [
        AssignmentMember(person_id=person.id, duty=row.duty, position=position, task=row.task)
        for position, (person, row) in enumerate(zip(people, rows, strict=True), 1)
        if row.duty is not None
    ]
    tx.session.add(order)
    tx.session.flush()
