"""People of the office: who they are, what they may do, how they sign in."""

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.models.person import (
    CivilServantKind,
    Person,
    PersonRole,
    RememberedSignIn,
    SigningMode,
)
from app.models.roles import DECIDERS, Role
from app.services.errors import (
    AlreadyThere,
    InvalidValue,
    NotFound,
    PasswordTooShort,
    WrongPassword,
)
from app.services.transaction import Actor, Transaction, found

LEAST_PASSWORD = 8
_KEEPERS = frozenset({Role.ADMIN, Role.HEAD})


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as lists show him."""

    id: int
    version: int
    name: str
    address_term: str | None
    call_name: str | None
    nip: str | None
    civil_servant_kind: CivilServantKind
    rank: str | None
    grade: str | None
    position: str | None
    phone: str | None
    is_active: bool
    sign_in_name: str | None
    has_password: bool
    roles: frozenset[Role]

    @property
    def addressed(self) -> str:
        """How a sentence speaks of him: "Teh Rina", never a bare name."""
        return addressed(self.address_term, self.call_name, self.name)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is typed in about a person. `nip` is 18 digits or None."""

    name: str
    address_term: str | None = None
    call_name: str | None = None
    nip: str | None = None
    civil_servant_kind: CivilServantKind = CivilServantKind.NONE
    rank: str | None = None
    grade: str | None = None
    position: str | None = None
    phone: str | None = None
    is_active: bool = True
    signing_mode: SigningMode = SigningMode.OWN


def addressed(address_term: str | None, call_name: str | None, name: str) -> str:
    """ "Teh Rina" from form of address and call name; the full name where neither is known."""
    short = call_name or (_first_name(name) if address_term else name)
    return f"{address_term} {short}" if address_term else short


def _first_name(name: str) -> str:
    bare = name.split(",")[0].split()
    words = [word for word in bare if not word.endswith(".")]
    return words[0] if words else name


def people(session: Session, *, with_inactive: bool = True) -> list[PersonRow]:
    """Everybody, by name."""
    query = select(Person).order_by(func.lower(Person.name), Person.id)
    if not with_inactive:
        query = query.where(Person.is_active)
    return [_row(person) for person in session.scalars(query)]


def person(session: Session, person_id: int) -> PersonRow | None:
    """One person, or None."""
    row = session.get(Person, person_id)
    return _row(row) if row else None


def _row(person: Person) -> PersonRow:
    return PersonRow(
        person.id,
        person.version,
        person.name,
        person.address_term,
        person.call_name,
        person.nip,
        person.civil_servant_kind,
        person.rank,
        person.grade,
        person.position,
        person.phone,
        person.is_active,
        person.sign_in_name,
        person.password_hash is not None,
        frozenset(held.role for held in person.roles),
    )


def version_of(session: Session, person_id: int) -> int:
    """The version a person's row has now, for an act that saves two things of one form.

    Raises:
        NotFound: there is no such person.
    """
    version = session.scalar(select(Person.version).where(Person.id == person_id))
    if version is None:
        raise NotFound("person", person_id)
    return version


def add_person(
    tx: Transaction,
    facts: PersonFacts,
    roles: frozenset[Role] = frozenset(),
    sign_in_name: str | None = None,
    password: str | None = None,
) -> int:
    """Add somebody to the office. A password given here was set by another and works once.

    Raises:
        NotPermitted: the actor is neither admin nor head.
        InvalidValue: the name is empty.
        AlreadyThere: sign-in name or NIP belong to somebody else.
        PasswordTooShort: the password is too short.
    """
    tx.permit("add_person", _KEEPERS)
    person = Person()
    _fill(tx, person, facts)
    tx.session.add(person)
    _name_for_signing_in(tx, person, sign_in_name)
    tx.session.flush()
    _give_roles(tx, person, roles)
    if password is not None:
        person.password_hash = hashed(password)
        person.password_is_temporary = True
    tx.session.flush()
    tx.audit("add_person", "person", person.id, roles=sorted(roles))
    return person.id


def change_person(tx: Transaction, person_id: int, seen: int, facts: PersonFacts) -> None:
    """Save what a person's form shows.

    Raises:
        ChangedMeanwhile: somebody saved it since.
        NotPermitted, InvalidValue, AlreadyThere: as `add_person`.
    """
    tx.permit("change_person", _KEEPERS)
    person = found(tx, Person, person_id, seen)
    _fill(tx, person, facts)
    tx.audit("change_person", "person", person.id)


def _fill(tx: Transaction, person: Person, facts: PersonFacts) -> None:
    if not facts.name.strip():
        raise InvalidValue("name", "empty")
    if facts.nip:
        other = select(Person.id).where(Person.nip == facts.nip)
        with tx.session.no_autoflush:
            holder = tx.session.scalar(other)
        if holder is not None and holder != person.id:
            raise AlreadyThere("nip", facts.nip)
    person.name = facts.name.strip()
    person.address_term = facts.address_term or None
    person.call_name = facts.call_name or None
    person.nip = facts.nip or None
    person.civil_servant_kind = facts.civil_servant_kind
    person.rank = facts.rank or None
    person.grade = facts.grade or None
    person.position = facts.position or None
    person.phone = facts.phone or None
    person.is_active = facts.is_active
    person.signing_mode = facts.signing_mode


def set_roles(tx: Transaction, person_id: int, seen: int, roles: frozenset[Role]) -> None:
    """Say what somebody may do. Granting official or head is audited as such.

    Raises:
        InvalidValue: the last active admin would lose that role.
        ChangedMeanwhile, NotPermitted: as usual.
    """
    tx.permit("set_roles", _KEEPERS)
    person = found(tx, Person, person_id, seen)
    before = frozenset(held.role for held in person.roles)
    if Role.ADMIN in before - roles and not _another_admin(tx, person_id):
        raise InvalidValue("roles", "last_admin")
    _give_roles(tx, person, roles)
    granted = roles - before
    act = "grant_decision" if granted & DECIDERS else "set_roles"
    tx.audit(act, "person", person.id, before=sorted(before), after=sorted(roles))


def _give_roles(tx: Transaction, person: Person, roles: frozenset[Role]) -> None:
    person.roles = [held for held in person.roles if held.role in roles] + [
        PersonRole(role=role)
        for role in sorted(roles)
        if role not in {held.role for held in person.roles}
    ]


def _another_admin(tx: Transaction, person_id: int) -> bool:
    others = (
        select(Person.id)
        .join(PersonRole)
        .where(PersonRole.role == Role.ADMIN, Person.is_active, Person.id != person_id)
    )
    return tx.session.scalar(others.limit(1)) is not None


def set_sign_in(
    tx: Transaction, person_id: int, seen: int, sign_in_name: str, password: str
) -> None:
    """Give somebody a name and a first password; it works once, then he sets his own.

    Raises:
        InvalidValue: the sign-in name is empty.
        AlreadyThere: the name belongs to somebody else.
        PasswordTooShort: it is too short.
        NotPermitted: the actor is neither admin nor head.
    """
    tx.permit("set_sign_in", _KEEPERS)
    person = found(tx, Person, person_id, seen)
    if not sign_in_name.strip():
        raise InvalidValue("sign_in_name", "empty")
    _name_for_signing_in(tx, person, sign_in_name)
    person.password_hash = hashed(password)
    person.password_is_temporary = person.id != tx.actor.id
    _forget_machines(tx, person.id)
    tx.audit("set_sign_in", "person", person.id)


def _name_for_signing_in(tx: Transaction, person: Person, sign_in_name: str | None) -> None:
    if not sign_in_name:
        return
    name = sign_in_name.strip().casefold()
    with tx.session.no_autoflush:
        holder = tx.session.scalar(select(Person.id).where(Person.sign_in_name == name))
    if holder is not None and holder != person.id:
        raise AlreadyThere("sign_in_name", name)
    person.sign_in_name = name


def set_own_password(tx: Transaction, password: str) -> None:
    """Set one's own password; every remembered PC has to be told anew.

    Raises:
        PasswordTooShort: it is too short.
    """
    person = found(tx, Person, tx.actor_id)
    person.password_hash = hashed(password)
    person.password_is_temporary = False
    _forget_machines(tx, person.id)
    tx.audit("set_own_password", "person", person.id)


def _forget_machines(tx: Transaction, person_id: int) -> None:
    tx.session.execute(delete(RememberedSignIn).where(RememberedSignIn.person_id == person_id))


def hashed(password: str) -> str:
    """Argon2id of a new password.

    Raises:
        PasswordTooShort: it has fewer than eight characters.
    """
    from argon2 import PasswordHasher

    if len(password) < LEAST_PASSWORD:
        raise PasswordTooShort(LEAST_PASSWORD)
    return PasswordHasher().hash(password)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who signed in, and whether the password only serves to set an own one."""

    actor: Actor
    must_change: bool


def check_password(session: Session, name: str, password: str) -> SignedIn:
    """Who that is.

    Raises:
        WrongPassword: name and password don't match, or the person is inactive.
    """
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    known = session.scalar(
        select(Person).where(Person.sign_in_name == name.strip().casefold(), Person.is_active)
    )
    if known is None or known.password_hash is None:
        raise WrongPassword
    try:
        PasswordHasher().verify(known.password_hash, password)
    except (VerificationError, InvalidHashError) as error:
        raise WrongPassword from error
    return SignedIn(_actor(known), known.password_is_temporary)


def use_up_password(tx: Transaction) -> None:
    """A password set by another has been used: from now on only a new one lets him in."""
    person = found(tx, Person, tx.actor_id)
    person.password_hash = None
    tx.audit("use_up_password", "person", person.id)


def note_sign_in(tx: Transaction) -> None:
    """Leave a trace of who signed in, when and where."""
    tx.audit("sign_in", "person", tx.actor_id)


def remember_machine(tx: Transaction, machine: str) -> str:
    """A token that signs the actor in on this PC; only its hash is kept, the token is returned."""
    token = secrets.token_urlsafe(32)
    tx.session.add(
        RememberedSignIn(
            person_id=tx.actor_id,
            token_sha256=_token_hash(token),
            machine=machine,
            made_at=tx.now,
        )
    )
    tx.audit("remember_machine", "person", tx.actor_id)
    return token


def forget_machine(tx: Transaction, token: str) -> None:
    """This PC asks for the password again."""
    tx.session.execute(
        delete(RememberedSignIn).where(RememberedSignIn.token_sha256 == _token_hash(token))
    )
    tx.audit("forget_machine", "person", tx.actor_id)


def check_token(session: Session, token: str) -> Actor:
    """Who this PC remembers.

    Raises:
        WrongPassword: the token is unknown, or the person may not sign in any more.
    """
    known = session.scalar(
        select(Person)
        .join(RememberedSignIn, RememberedSignIn.person_id == Person.id)
        .where(
            RememberedSignIn.token_sha256 == _token_hash(token),
            Person.is_active,
            Person.password_hash.is_not(None),
        )
    )
    if known is None:
        raise WrongPassword
    return _actor(known)


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _actor(person: Person) -> Actor:
    return Actor(person.id, person.name, frozenset(held.role for held in person.roles))


def sign_in_names(session: Session) -> list[tuple[str, str]]:
    """(sign-in name, full name) of everybody who can sign in, by name."""
    query = (
        select(Person.sign_in_name, Person.name)
        .where(
            Person.sign_in_name.is_not(None), Person.is_active, Person.password_hash.is_not(None)
        )
        .order_by(func.lower(Person.name))
    )
    return [(row[0] or "", row[1]) for row in session.execute(query)]
