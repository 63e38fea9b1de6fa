"""Agencies as rows: our own, and the directory of all others, searched by their names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.models.agency import BOUND_KINDS, Agency, AgencyKind
from app.models.search_text import search_text


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One agency. `is_bound`: the regulation's 24 hours bind it; elsewhere they are a request."""

    id: int
    version: int
    kind: AgencyKind
    name: str
    short_name: str
    parent_id: int | None
    code: str | None
    head_title: str | None
    town: str | None
    address: str | None
    phone: str | None
    email: str | None
    site: str | None
    area: str | None
    contact_name: str | None
    contact_means: str | None
    letterhead_sha256: str | None
    paper: str
    valid_from: date | None
    valid_until: date | None

    @property
    def is_bound(self) -> bool:
        return self.kind in BOUND_KINDS


AGENCY_COLUMNS = tuple(getattr(Agency, name) for name in AgencyRow.__slots__)


def own_agency(session: Session) -> AgencyRow:
    """The agency whose office this is."""
    row = session.execute(select(*AGENCY_COLUMNS).where(Agency.is_own.is_(True))).one()
    return AgencyRow(*row)


def directory(session: Session, words: str = "", limit: int = 200) -> list[AgencyRow]:
    """Agencies other than our own whose name, short name or area holds all the words, by name."""
    query = select(*AGENCY_COLUMNS).where(Agency.is_own.is_not(True), *holding(words))
    query = query.order_by(func.lower(Agency.name), Agency.id).limit(limit)
    return [AgencyRow(*row) for row in session.execute(query)]


def holding(words: str) -> Iterator[ColumnElement[bool]]:
    """Each of the words stands in the agency's name, short name or area."""
    for word in search_text(words).split():
        yield Agency.search_text.contains(word, autoescape=True)
