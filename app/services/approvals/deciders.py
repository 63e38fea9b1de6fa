"""Who decides, in whose place, and by what means his word reached the program."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.gate import Means
from app.models.person import Person, PersonRole, SigningMode
from app.models.roles import DECIDERS, Role
from app.services.deputies import deputising_for
from app.services.people import addressed
from app.services.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Capacity:
    """With which roles a person decides on a day, and in whose place if he is a deputy then."""

    person_id: int
    roles: frozenset[Role]
    deputy_for_id: int | None = None
    deputy_mode: SigningMode | None = None

    @property
    def seat(self) -> int:
        """Whose office decides: a deputy has no seat of his own."""
        return self.person_id if self.deputy_for_id is None else self.deputy_for_id


@dataclass(frozen=True, slots=True)
class Word:
    """One official's word: his capacity, when he gave it, how it came, and what proves it."""

    by: Capacity
    happened_at: datetime
    means: Means = Means.IN_PROGRAM
    proof: str | None = None
    proof_asset_id: int | None = None
    confirmed_at: datetime | None = None
    sheet_id: int | None = None


@dataclass(frozen=True, slots=True)
class DeciderRow:
    """Somebody whose word may be noted."""

    id: int
    name: str  # as a sentence speaks of him


def capacity_on(session: Session, person_id: int, roles: frozenset[Role], day: date) -> Capacity:
    """How this person decides on that day; a deputy only between his dates."""
    if roles & DECIDERS:
        return Capacity(person_id, roles)
    for official_id, mode in deputising_for(session, person_id, day):
        return Capacity(person_id, roles | {Role.OFFICIAL}, official_id, mode)
    return Capacity(person_id, roles)


def own_word(tx: Transaction) -> Word:
    """The actor decides himself, now, in the program."""
    by = capacity_on(tx.session, tx.actor_id, tx.actor.roles, wib(tx.now).date())
    return Word(by, tx.now, confirmed_at=tx.now)


def may_decide_on(session: Session, person_id: int, day: date) -> bool:
    """Whether this person decides on that day, by his role or as a deputy."""
    held = session.scalars(select(PersonRole.role).where(PersonRole.person_id == person_id))
    return bool(capacity_on(session, person_id, frozenset(held), day).roles & DECIDERS)


def deciders_on(session: Session, day: date) -> list[DeciderRow]:
    """Officials, heads and that day's deputies, by name."""
    active = session.scalars(select(Person).where(Person.is_active).order_by(Person.name))
    return [
        DeciderRow(who.id, addressed(who.address_term, who.call_name, who.name))
        for who in active
        if may_decide_on(session, who.id, day)
    ]
