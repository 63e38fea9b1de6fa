"""A Surat Perintah as its paper prints it (Pasal 6(2)–(3)): one that is drawn up, or a proposal."""

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.models.person import (
    REQUIRED_DUTIES,
    Assignment,
    AssignmentMember,
    Duty,
    Person,
    SigningMode,
)
from app.models.roles import Role
from app.services.errors import NotFound
from app.services.printing.contents import LetterContents, Signatory
from app.services.reports.paper import agency_facts, member_facts
from app.services.store import AssetStore

# Which duty somebody of a role would get, where an order is only proposed.
_DUTY_OF = {
    Role.OFFICIAL: Duty.RESPONSIBLE_OFFICIAL,
    Role.ADMIN: Duty.ADMIN,
    Role.DESIGNER: Duty.GRAPHIC_DESIGN,
    Role.CREATIVE: Duty.CREATIVE_TEAM,
}


def letter_contents(
    session: Session, assignment_id: int, assets: AssetStore, is_example: bool
) -> LetterContents:
    """What the paper of this order prints.

    Raises:
        NotFound: there is no such order.
    """
    order = session.scalar(
        select(Assignment)
        .options(selectinload(Assignment.members))
        .where(Assignment.id == assignment_id)
    )
    if order is None:
        raise NotFound("assignment", assignment_id)
    return _contents(session, order, order.members, assets, is_example)


def proposed_letter(session: Session, assets: AssetStore, is_example: bool) -> LetterContents:
    """An order to print and sign, proposed from the roles of the office's people.

    A duty of Pasal 6(4) that nobody's role fits is given to the first admin, so that the paper is
    whole; the office changes it as it likes.
    """
    people = list(
        session.scalars(
            select(Person)
            .options(selectinload(Person.roles))
            .where(Person.is_active)
            .order_by(Person.id)
        )
    )
    members = [
        AssignmentMember(person_id=person.id, duty=_DUTY_OF[held.role])
        for person in people
        for held in person.roles
        if held.role in _DUTY_OF
    ]
    admins = [person for person in people if person.has_role(Role.ADMIN)]
    given = {member.duty for member in members}
    members += [
        AssignmentMember(person_id=admin.id, duty=duty)
        for admin in admins[:1]
        for duty in REQUIRED_DUTIES
        if duty not in given
    ]
    return _contents(session, Assignment(), members, assets, is_example)


def _contents(
    session: Session,
    order: Assignment,
    members: list[AssignmentMember],
    assets: AssetStore,
    is_example: bool,
) -> LetterContents:
    people = session.scalars(
        select(Person).where(Person.id.in_([member.person_id for member in members]))
    )
    agency = agency_facts(session, assets)
    return LetterContents(
        agency,
        _signer(session, order, agency.head_title),
        member_facts(members, {person.id: person for person in people}),
        number=order.number or "",
        bases=tuple((order.basis or "").splitlines()),
        valid_from=order.from_on,
        valid_until=order.until_on,
        signed_on=order.signed_on,
        copies_to=tuple((order.copies_to or "").splitlines()),
        is_example=is_example,
    )


def _signer(session: Session, order: Assignment, head_title: str) -> Signatory:
    """Whoever the order names; until one is named, the head of the agency."""
    if order.signer_name:
        mode = order.signing_mode or SigningMode.OWN
        titles = tuple((order.signer_title or head_title).splitlines())
        return Signatory(
            titles, order.signer_name, order.signer_rank or "", order.signer_nip or "", mode.value
        )
    head = session.scalar(
        select(Person)
        .where(Person.is_active, Person.roles.any(role=Role.HEAD))
        .order_by(Person.id)
        .limit(1)
    )
    if head is None:
        return Signatory((head_title,))
    return Signatory((head_title,), head.name, head.rank or "", head.nip or "")
