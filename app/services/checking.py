"""Whether an office is sound: database, audit chain, every asset's bytes; and what it lacks."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.agency import Agency
from app.models.asset import Asset
from app.models.audit import AuditEvent
from app.models.person import Person
from app.models.report import Part
from app.models.roles import DECIDERS
from app.services.audit import chain_fault
from app.services.obligations import Gap, gaps
from app.services.reports import Lack, lacking
from app.services.store import AssetStore, Soundness
from app.services.transaction import Progress


class FaultKind(StrEnum):
    """What can be wrong with an office itself."""

    DATABASE = "database"  # SQLite says so itself
    REFERENCE = "reference"  # a row points to nothing
    AUDIT_CHAIN = "audit_chain"
    ASSET_MISSING = "asset_missing"
    ASSET_DAMAGED = "asset_damaged"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong; `where` names the table, the event or the asset."""

    kind: FaultKind
    where: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Grant:
    """When somebody was allowed to decide, and by whom: shown, for it is the greatest power."""

    happened_at: datetime
    by: str
    person: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """All that a check found. An office with faults is not sound; gaps are work to be done."""

    faults: tuple[Fault, ...]
    gaps: tuple[Gap, ...]
    report_lacks: Mapping[Part, tuple[Lack, ...]]  # of this year's report, part by part
    grants: tuple[Grant, ...]
    events: int
    assets: int

    @property
    def is_clean(self) -> bool:
        return not self.faults and not self.gaps and not self.report_lacks


def check(session: Session, assets: AssetStore, now: datetime, progress: Progress) -> Check:
    """Look at everything. Reads every asset to its end, so it may take minutes.

    Raises:
        StoreUnreachable: the folder of the assets is away; that says nothing about one of them.
        Cancelled: by `progress`.
    """
    faults = [*_database_faults(session), *_chain_faults(session)]
    wanted = _assets_of(session)
    for done, (sha256, name) in enumerate(wanted):
        progress(done, len(wanted))
        faults += _asset_faults(assets, sha256, name)
    progress(len(wanted), len(wanted))
    events = session.scalar(select(AuditEvent.number).order_by(AuditEvent.number.desc()).limit(1))
    return Check(
        tuple(faults),
        tuple(gaps(session, now)),
        lacking(session, wib(now).year, now),
        tuple(_grants(session)),
        events or 0,
        len(wanted),
    )


def _database_faults(session: Session) -> list[Fault]:
    """SQLite can look for damage itself; a server's engine watches over its own files."""
    if session.get_bind().dialect.name != "sqlite":
        return []
    ask = session.connection().exec_driver_sql
    damage = [str(row[0]) for row in ask("PRAGMA integrity_check") if row[0] != "ok"]
    orphans = ask("PRAGMA foreign_key_check").all()
    return [
        *(Fault(FaultKind.DATABASE, "", words) for words in damage),
        *(Fault(FaultKind.REFERENCE, f"{row[0]} {row[1]}", str(row[2])) for row in orphans),
    ]


def _chain_faults(session: Session) -> list[Fault]:
    fault = chain_fault(session)
    return [Fault(FaultKind.AUDIT_CHAIN, str(fault.number), fault.kind)] if fault else []


def _assets_of(session: Session) -> list[tuple[str, str]]:
    """Every hash that a row names, with what a person calls it."""
    named = session.execute(select(Asset.sha256, Asset.reference).order_by(Asset.id))
    letterheads = session.execute(
        select(Agency.letterhead_sha256, Agency.short_name).where(
            Agency.letterhead_sha256.is_not(None)
        )
    )
    wanted = {str(sha256): name for sha256, name in (*letterheads, *named)}
    return list(wanted.items())


def _asset_faults(assets: AssetStore, sha256: str, name: str) -> list[Fault]:
    soundness = assets.verify(sha256)
    if soundness is Soundness.SOUND:
        return []
    missing = soundness is Soundness.MISSING
    kind = FaultKind.ASSET_MISSING if missing else FaultKind.ASSET_DAMAGED
    return [Fault(kind, name, sha256)]


def _grants(session: Session) -> list[Grant]:
    """Every time that somebody got the role official or head, the oldest first."""
    deciding = [f'"{role.value}"' for role in DECIDERS]
    found = (
        select(AuditEvent)
        .where(
            or_(
                AuditEvent.act == "grant_decision",
                (AuditEvent.act == "add_person")
                & or_(*(AuditEvent.details.contains(role) for role in deciding)),
            )
        )
        .order_by(AuditEvent.number)
    )
    names = {row.id: row.name for row in session.execute(select(Person.id, Person.name))}
    return [_grant(event, names) for event in session.scalars(found)]


def _grant(event: AuditEvent, names: Mapping[int, str]) -> Grant:
    details = json.loads(event.details)
    roles = details.get("after", details.get("roles", ()))
    person = names.get(event.subject_id or 0, "?")
    return Grant(event.happened_at, event.actor_name, person, tuple(roles))
