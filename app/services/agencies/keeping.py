"""The office's own agency and those of the directory are written down and changed."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.agency import OFFICE_KINDS, Agency, AgencyKind
from app.models.clock import Clock
from app.models.inquiry import Inquiry
from app.models.referral import Referral
from app.models.roles import Role
from app.models.search_text import search_text
from app.services.agencies.directory import own_agency
from app.services.errors import AlreadyThere, InvalidValue, NotFound
from app.services.transaction import Transaction, found

_KEEPERS = frozenset({Role.ADMIN, Role.HEAD})
PAPERS = ("a4", "f4")


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """What is typed in about an agency."""

    kind: AgencyKind
    name: str
    short_name: str
    parent_id: int | None = None
    code: str | None = None
    head_title: str | None = None
    town: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    site: str | None = None
    area: str | None = None
    contact_name: str | None = None
    contact_means: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None


def change_own_agency(tx: Transaction, seen: int, facts: AgencyFacts, paper: str) -> None:
    """Save what the office's own form shows.

    The shipped directory holds the office's agency too. Once the short name tells which line that
    is, the line goes up in the office's own.

    Raises:
        InvalidValue: a name is empty, the kind runs no office, or the paper is unknown.
        ChangedMeanwhile, AlreadyThere, NotPermitted: as usual.
    """
    tx.permit("change_own_agency", _KEEPERS)
    key = own_agency(tx.session).id
    agency = found(tx, Agency, key, seen)
    if facts.kind not in OFFICE_KINDS:
        raise InvalidValue("kind", "no_office", facts.kind)
    if paper not in PAPERS:
        raise InvalidValue("paper", "unknown", paper)
    _fill(tx, agency, _with_own_line(tx, agency, facts))
    agency.paper = paper
    tx.audit("change_own_agency", "agency", agency.id)


def _with_own_line(tx: Transaction, own: Agency, facts: AgencyFacts) -> AgencyFacts:
    """Take the directory's line of this agency out; what it knew stands where the form is silent.

    A line that was asked something, or is the parent, is another agency's and stays.
    """
    line = tx.session.scalar(
        select(Agency).where(
            Agency.short_name == facts.short_name.strip(), Agency.is_own.is_not(True)
        )
    )
    if line is None or line.id == facts.parent_id or _was_asked(tx.session, line.id):
        return facts
    for child in tx.session.scalars(select(Agency).where(Agency.parent_id == line.id)):
        child.parent_id = own.id
    tx.session.flush()
    tx.session.delete(line)
    tx.session.flush()
    return replace(
        facts,
        head_title=facts.head_title or line.head_title,
        site=facts.site or line.site,
        area=facts.area or line.area,
    )


def _was_asked(session: Session, agency_id: int) -> bool:
    columns = (Referral.agency_id, Inquiry.asking_agency_id, Clock.owing_agency_id)
    return any(
        session.scalar(select(column).where(column == agency_id).limit(1)) for column in columns
    )


def set_letterhead(tx: Transaction, sha256: str | None) -> None:
    """Use a picture of the store as the kop of everything printed, or none."""
    tx.permit("set_letterhead", _KEEPERS)
    agency = found(tx, Agency, own_agency(tx.session).id)
    if sha256 is not None and not tx.assets.exists(sha256):
        raise NotFound("asset", sha256)
    agency.letterhead_sha256 = sha256
    tx.audit("set_letterhead", "agency", agency.id, sha256=sha256)


def add_agency(tx: Transaction, facts: AgencyFacts) -> int:
    """Add an agency to the directory.

    Raises:
        InvalidValue: a name is empty.
        AlreadyThere: its short name is taken.
        NotPermitted: the actor is neither admin nor head.
    """
    tx.permit("add_agency", _KEEPERS)
    agency = Agency()
    _fill(tx, agency, facts)
    tx.session.add(agency)
    tx.session.flush()
    tx.audit("add_agency", "agency", agency.id)
    return agency.id


def change_agency(tx: Transaction, agency_id: int, seen: int, facts: AgencyFacts) -> None:
    """Save what the form of an agency of the directory shows.

    Raises:
        ChangedMeanwhile, InvalidValue, AlreadyThere, NotPermitted: as `add_agency`.
    """
    tx.permit("change_agency", _KEEPERS)
    agency = found(tx, Agency, agency_id, seen)
    _fill(tx, agency, facts)
    tx.audit("change_agency", "agency", agency.id)


def _fill(tx: Transaction, agency: Agency, facts: AgencyFacts) -> None:
    if not facts.name.strip():
        raise InvalidValue("name", "empty")
    short_name = facts.short_name.strip() or facts.name.strip()
    if facts.valid_from and facts.valid_until and facts.valid_until < facts.valid_from:
        raise InvalidValue("until_on", "before_start", facts.valid_until)
    with tx.session.no_autoflush:
        other = tx.session.scalar(select(Agency.id).where(Agency.short_name == short_name))
    if other is not None and other != agency.id:
        raise AlreadyThere("agency", short_name)
    agency.kind = facts.kind
    agency.name = facts.name.strip()
    agency.short_name = short_name
    agency.parent_id = facts.parent_id
    for name in (
        "code",
        "head_title",
        "town",
        "address",
        "phone",
        "email",
        "site",
        "area",
        "contact_name",
        "contact_means",
        "valid_from",
        "valid_until",
    ):
        setattr(agency, name, getattr(facts, name) or None)
    agency.search_text = search_text(agency.name, agency.short_name, agency.area)
