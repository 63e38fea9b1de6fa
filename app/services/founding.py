"""Making an office: its agency, its first admin, the directory of agencies."""

import csv
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.agency import OFFICE_KINDS, Agency, AgencyKind
from app.models.audit import Setting
from app.models.person import Person, PersonRole
from app.models.roles import Role
from app.models.search_text import search_text
from app.resources import resource
from app.services.errors import InvalidValue
from app.services.people import hashed
from app.services.transaction import Transaction

_DEMO_SHIFT = "demo_shift_seconds"


def found_office(
    tx: Transaction, name: str, kind: AgencyKind, admin: str, sign_in_name: str, password: str
) -> None:
    """Fill a new database: the agency itself, its first admin, the shipped directory.

    Raises:
        InvalidValue: a name is empty, or the kind of agency can't run an office.
        PasswordTooShort: the password is too short.
    """
    if not name.strip():
        raise InvalidValue("name", "empty")
    if not admin.strip():
        raise InvalidValue("admin", "empty")
    if kind not in OFFICE_KINDS:
        raise InvalidValue("kind", "no_office", kind)
    _add_own_agency(tx, name.strip(), kind, _fill_directory(tx))
    first = Person(
        name=admin.strip(),
        sign_in_name=sign_in_name.strip().casefold(),
        password_hash=hashed(password),
        roles=[PersonRole(role=Role.ADMIN)],
    )
    tx.session.add(first)
    tx.session.flush()
    tx.audit("found_office", "agency", kind=kind)
    tx.audit("add_person", "person", first.id, roles=[Role.ADMIN])


def _add_own_agency(
    tx: Transaction, name: str, kind: AgencyKind, directory: dict[str, Agency]
) -> None:
    """An agency that the directory knows by name or short name is taken from there."""
    words = search_text(name)
    for line in directory.values():
        if words in (search_text(line.name), search_text(line.short_name)):
            line.is_own, line.kind, line.name = True, kind, name
            return
    own = Agency(is_own=True, kind=kind, name=name, short_name=name, search_text=words)
    tx.session.add(own)


def _fill_directory(tx: Transaction) -> dict[str, Agency]:
    """The agencies to which inquiries are referred, from the shipped facts; by short name."""
    with resource("facts", "directory.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    by_short_name: dict[str, Agency] = {}
    for row in rows:
        agency = Agency(
            kind=AgencyKind(row["kind"]),
            name=row["name"],
            short_name=row["short_name"],
            head_title=row["head_title"] or None,
            site=row["site"] or None,
            area=row["province_or_regency"] or None,
            search_text=search_text(row["name"], row["short_name"], row["province_or_regency"]),
        )
        tx.session.add(agency)
        by_short_name[agency.short_name] = agency
    tx.session.flush()
    for row in rows:
        parent = by_short_name.get(row["parent_short_name"])
        if parent is not None:
            by_short_name[row["short_name"]].parent_id = parent.id
    tx.session.flush()
    return by_short_name


def begin_demo(tx: Transaction, today: datetime) -> None:
    """Let this office live at `today`, its clock running on from there."""
    shift = today - datetime.now(UTC)
    tx.session.merge(Setting(key=_DEMO_SHIFT, value=str(shift.total_seconds())))


def demo_offset(session: Session) -> timedelta | None:
    """How far a demo office's time is from the real one; None for every other office."""
    value = session.scalar(select(Setting.value).where(Setting.key == _DEMO_SHIFT))
    return None if value is None else timedelta(seconds=float(value))
