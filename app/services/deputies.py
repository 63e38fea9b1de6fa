"""Deputies (Plt./Plh.): who decides in an official's place, between which days, on what basis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.language import wib
from app.models.person import Deputy, Person, SigningMode
from app.models.roles import DECIDERS, Role
from app.services.errors import InvalidValue
from app.services.people import PersonRow, addressed, people
from app.services.transaction import Transaction, found

_KEEPERS = frozenset({Role.ADMIN, Role.HEAD})


@dataclass(frozen=True, slots=True)
class DeputyRow:
    """One deputy as Kantor lists him."""

    id: int
    official: str
    deputy: str
    mode: SigningMode
    from_on: date
    until_on: date | None
    basis: str | None

    def holds_on(self, day: date) -> bool:
        """Whether he decides on that day."""
        return self.from_on <= day and (self.until_on is None or self.until_on >= day)


def appoint_deputy(
    tx: Transaction,
    official_id: int,
    deputy_id: int,
    mode: SigningMode,
    from_on: date,
    until_on: date | None,
    basis: str | None = None,
) -> int:
    """Let somebody decide in an official's place between two days (Plt./Plh.).

    Raises:
        InvalidValue: both are the same person, the days are reversed, the mode is no deputy's, or
            nobody decides in whose place he could.
        NotPermitted: the actor is neither admin nor head.
    """
    tx.permit("appoint_deputy", _KEEPERS)
    if official_id == deputy_id:
        raise InvalidValue("deputy", "same_person")
    if until_on is not None and until_on < from_on:
        raise InvalidValue("until_on", "before_start", until_on)
    if mode not in (SigningMode.PLT, SigningMode.PLH):
        raise InvalidValue("mode", "not_a_deputy", mode)
    official, deputy = found(tx, Person, official_id), found(tx, Person, deputy_id)
    if not any(official.has_role(role) for role in DECIDERS):
        raise InvalidValue("official", "decides_nothing", official.name)
    row = Deputy(
        official_id=official.id,
        deputy_id=deputy.id,
        mode=mode,
        from_on=from_on,
        until_on=until_on,
        basis=(basis or "").strip() or None,
    )
    tx.session.add(row)
    tx.session.flush()
    tx.audit("appoint_deputy", "person", official_id, deputy=deputy_id, mode=mode)
    return row.id


def end_deputy(tx: Transaction, deputy_id: int) -> None:
    """From today on he decides nothing more; what he decided stays his.

    Raises:
        InvalidValue: his days are over already.
        NotFound, NotPermitted.
    """
    tx.permit("end_deputy", _KEEPERS)
    row = found(tx, Deputy, deputy_id)
    yesterday = wib(tx.now).date() - timedelta(days=1)
    if row.until_on is not None and row.until_on <= yesterday:
        raise InvalidValue("deputy", "is_over")
    if row.from_on > yesterday:
        tx.session.delete(row)  # what he decided today names him and the official by itself
    else:
        row.until_on = yesterday
    tx.audit("end_deputy", "person", row.official_id, deputy=row.deputy_id)


def deputies(session: Session) -> list[DeputyRow]:
    """All of them, those whose days begin last first."""
    official, deputy = aliased(Person), aliased(Person)
    query = (
        select(Deputy, official, deputy)
        .join(official, official.id == Deputy.official_id)
        .join(deputy, deputy.id == Deputy.deputy_id)
        .order_by(Deputy.from_on.desc(), Deputy.id.desc())
    )
    return [
        DeputyRow(
            row.id,
            addressed(whom.address_term, whom.call_name, whom.name),
            addressed(who.address_term, who.call_name, who.name),
            row.mode,
            row.from_on,
            row.until_on,
            row.basis,
        )
        for row, whom, who in session.execute(query)
    ]


def people_and_deputies(session: Session) -> tuple[list[PersonRow], list[DeputyRow]]:
    """Everybody of the office, and who deputises for whom."""
    return people(session), deputies(session)


def deputising_for(
    session: Session, person_id: int, day: date
) -> Sequence[tuple[int, SigningMode]]:
    """The officials in whose place this person decides on that day, and as what."""
    query = (
        select(Deputy.official_id, Deputy.mode)
        .where(
            Deputy.deputy_id == person_id,
            Deputy.from_on <= day,
            (Deputy.until_on.is_(None)) | (Deputy.until_on >= day),
        )
        .order_by(Deputy.id)
    )
    return [(row.official_id, row.mode) for row in session.execute(query)]
