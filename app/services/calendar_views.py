"""How a person looks at the calendar: as it was left, and views kept under a name."""

import json
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.content import Category
from app.models.saved_view import SavedView
from app.services.audit import canonical
from app.services.calendar_filter import EVERYTHING, StateName, Wanted
from app.services.errors import InvalidValue, NotFound
from app.services.transaction import Transaction

_LEFT = ""  # the name of the view that is kept by itself


@dataclass(frozen=True, slots=True)
class ViewRow:
    """One view of a person."""

    id: int
    name: str
    kind: str
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Views:
    """A person's views by name, and the kind in which the calendar was left."""

    named: tuple[ViewRow, ...] = ()
    left_as: str | None = None


def views_of(session: Session, person_id: int) -> Views:
    """Nothing of this is seen by others."""
    query = select(SavedView).where(SavedView.person_id == person_id).order_by(SavedView.name)
    rows = list(session.scalars(query))
    named = tuple(
        ViewRow(row.id, row.name, row.kind, _read(row.filters)) for row in rows if row.name
    )
    return Views(named, next((row.kind for row in rows if row.name == _LEFT), None))


def keep_left(tx: Transaction, kind: str) -> None:
    """Keep how the actor looks at the calendar; like a draft it is no event of the office."""
    _write(tx, _LEFT, kind, EVERYTHING)


def save_view(tx: Transaction, name: str, kind: str, wanted: Wanted) -> None:
    """Keep a view under a name; one of the same name is replaced.

    Raises:
        InvalidValue: the name is empty.
    """
    if not name.strip():
        raise InvalidValue("name", "empty")
    _write(tx, name.strip(), kind, wanted)
    tx.announce("saved_view")


def drop_view(tx: Transaction, view_id: int) -> None:
    """Let one of the actor's views go.

    Raises:
        NotFound: it is gone already, or another person's.
    """
    row = tx.session.get(SavedView, view_id)
    if row is None or row.person_id != tx.actor_id:
        raise NotFound("saved_view", view_id)
    tx.session.delete(row)
    tx.announce("saved_view")


def _write(tx: Transaction, name: str, kind: str, wanted: Wanted) -> None:
    mine = select(SavedView).where(SavedView.person_id == tx.actor_id, SavedView.name == name)
    row = tx.session.scalar(mine.with_for_update())
    if row is None:
        row = SavedView(person_id=tx.actor_id, name=name)
        tx.session.add(row)
    row.kind, row.filters = kind, _written(wanted)


def _written(wanted: Wanted) -> str:
    return canonical(
        {
            "account_id": wanted.account_id,
            "state": list(wanted.state) if wanted.state else None,
            "category": wanted.category,
            "campaign": wanted.campaign,
            "person_id": wanted.person_id,
            "words": wanted.words,
        }
    )


def _read(filters: str) -> Wanted:
    kept = json.loads(filters)
    return Wanted(
        account_id=kept["account_id"],
        state=StateName(*kept["state"]) if kept["state"] else None,
        category=Category(kept["category"]) if kept["category"] else None,
        campaign=kept["campaign"],
        person_id=kept["person_id"],
        words=kept["words"],
    )
