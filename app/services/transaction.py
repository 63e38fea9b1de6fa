"""One act's transaction: who acts, when, on what; loading with locks; references; audit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import event, inspect, text
from sqlalchemy.orm import Session, UOWTransaction
from sqlalchemy.orm.attributes import flag_modified

from app.language import wib
from app.models.audit import Counter
from app.models.base import Base, Versioned
from app.models.flow import Flow, Step, find_step
from app.models.roles import Role
from app.services.audit import Happening, canonical
from app.services.errors import (
    ChangedMeanwhile,
    NotFound,
    NotPermitted,
    OwnWork,
    ReasonMissing,
    WrongState,
)
from app.services.store import AssetStore

# Two acts may want the first number of a year at once; either may make the row.
_NEW_COUNTER = text(
    "INSERT INTO counter (kind, year, last) VALUES (:kind, :year, 0) ON CONFLICT DO NOTHING"
)
Row = TypeVar("Row", bound=Base)
Progress = Callable[[int, int], None]  # done, total; raises Cancelled once the person cancels


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is signed in. `id` is None for the program itself (making an office)."""

    id: int | None
    name: str
    roles: frozenset[Role]

    def is_any(self, roles: frozenset[Role]) -> bool:
        return bool(self.roles & roles)


@dataclass(slots=True)
class Transaction:
    """What an act works with. `office.act` opens, commits, rolls back and announces."""

    session: Session
    actor: Actor
    now: datetime
    assets: AssetStore
    changed: set[str] = field(default_factory=set)
    happenings: list[Happening] = field(default_factory=list)

    @property
    def actor_id(self) -> int:
        """The signed-in person; acts of the program itself never need it."""
        if self.actor.id is None:
            raise NotPermitted("", frozenset(Role))
        return self.actor.id

    def permit(self, act: str, roles: frozenset[Role]) -> None:
        """Raises NotPermitted unless the actor holds one of the roles."""
        if self.actor.id is not None and not self.actor.is_any(roles):
            raise NotPermitted(act, roles)

    def announce(self, *aggregates: str) -> None:
        """Name what changed; open screens that show it ask again."""
        self.changed.update(aggregates)

    def audit(
        self,
        act: str,
        subject: str,
        subject_id: int | None = None,
        reference: str | None = None,
        **details: object,
    ) -> None:
        """Write one event of this act; details never hold a citizen's personal data."""
        self.happenings.append(Happening(act, subject, subject_id, reference, canonical(details)))
        self.announce(subject)

    def next_reference(self, kind: str) -> str:
        """`KTN-2026-000418`: the next number of this kind in this year (WIB), without a gap."""
        return self.next_references(kind, 1)[0]

    def next_references(self, kind: str, count: int) -> list[str]:
        """As many numbers in a row, for an act that makes many things at once."""
        year = wib(self.now).year
        self.session.execute(_NEW_COUNTER, {"kind": kind, "year": year})
        counter = self.session.get_one(
            Counter, (kind, year), with_for_update=True, populate_existing=True
        )
        first = counter.last + 1
        counter.last += count
        self.session.flush()
        return [f"{kind}-{year}-{number:06d}" for number in range(first, first + count)]


def name_of(row: Base) -> str:
    """How a person knows this row: its reference, or its kind and key."""
    reference = getattr(row, "reference", None)
    return reference if isinstance(reference, str) else f"{row.__tablename__} {_key(row)}"


def found(tx: Transaction, kind: type[Row], key: int, seen: int | None = None) -> Row:
    """Load a row to change it: locked, fresh, and still the version that the person saw.

    Raises:
        NotFound: there is no such row.
        ChangedMeanwhile: it is not `seen` any more.
    """
    tx.session.flush()
    row = tx.session.get(kind, key, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound(kind.__tablename__, key)
    if seen is not None:
        current = row.version  # type: ignore[attr-defined]
        if current != seen:
            raise ChangedMeanwhile(name_of(row), seen, current)
    return row


def advance(
    tx: Transaction,
    row: Base,
    flow: Flow,
    act: StrEnum,
    *,
    when: str = "",
    reason: str = "",
    is_author: bool = False,
    roles: frozenset[Role] | None = None,
    state_name: str = "state",
    **details: object,
) -> Step:
    """Take one step of a flow: checks state, role, own work and reason, then writes the event.

    `roles` stands for the actor's own where he acts in somebody's place.

    Raises:
        WrongState: the flow has no such step from here.
        NotPermitted: none of the actor's roles may do it.
        OwnWork: the step is a decision and the actor wrote or edited the thing.
        ReasonMissing: the step needs a reason in words.
    """
    before: StrEnum = getattr(row, state_name)
    step = find_step(flow, before, act, when)
    if step is None:
        raise WrongState(name_of(row), act, before)
    held = tx.actor.roles if roles is None else roles
    if not held & step.by and not (step.author_may and is_author):
        raise NotPermitted(act, step.by)
    if step.not_own and is_author:
        raise OwnWork(name_of(row))
    if step.needs_reason and not reason.strip():
        raise ReasonMissing(act)
    setattr(row, state_name, step.to)
    if reason.strip():
        details["has_reason"] = True
    key, reference = _key(row), getattr(row, "reference", None)
    tx.audit(act, row.__tablename__, key, reference, before=before, after=step.to, **details)
    return step


def _key(row: Base) -> int:
    identity = inspect(row).identity
    if identity is None:
        raise ValueError(f"{row.__tablename__} is not in the database yet")
    return int(identity[0])


def touch(tx: Transaction, row: Versioned) -> None:
    """Count the row's version up although only something beside it changed."""
    row.touched_at = tx.now
    flag_modified(row, "touched_at")


@event.listens_for(Session, "before_flush")
def _bump_roots(session: Session, context: UOWTransaction, instances: object) -> None:
    """Changing a child bumps its root (and that one's root): a stale form is refused then."""
    moment = session.info.get("now")
    if moment is None:
        return
    for row in (*session.new, *session.dirty, *session.deleted):
        if row in session.dirty and not session.is_modified(row):
            continue
        _bump_root(session, row, moment)


def _bump_root(session: Session, row: object, moment: datetime) -> None:
    name = getattr(type(row), "root", None)
    root = getattr(row, name) if name else None
    if root is None or not inspect(root).persistent or root in session.deleted:
        return
    if isinstance(root, Versioned):
        root.touched_at = moment
        flag_modified(root, "touched_at")
    else:
        _bump_root(session, root, moment)
