"""The agency's accounts and their designation by the head (Pasal 5 a–c, 6(1))."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.account import Account, AccountSegment, AudienceSegment, MediaKind
from app.models.person import Person
from app.models.roles import Role
from app.services.errors import AlreadyThere, InvalidValue
from app.services.people import addressed
from app.services.platform_names import platforms
from app.services.profiles import profile
from app.services.transaction import Transaction, found

_KEEPERS = frozenset({Role.ADMIN, Role.HEAD})


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account as lists show it."""

    id: int
    version: int
    platform: str
    handle: str
    name: str | None
    address: str | None
    media_kind: MediaKind
    audience: str | None
    segments: tuple[AudienceSegment, ...]
    responsible_id: int | None
    responsible: str | None
    designation_number: str | None
    designation_on: date | None
    designation_signer: str | None
    opened_on: date | None
    closed_on: date | None
    review_on: date | None

    @property
    def is_official(self) -> bool:
        """Designated by the head, with number and day of the letter (Pasal 6(1))."""
        return bool(self.designation_number) and self.designation_on is not None


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """What is typed in about an account; `handle` may come with an @, or as its page's address."""

    platform: str
    handle: str
    media_kind: MediaKind
    name: str | None = None
    address: str | None = None
    audience: str | None = None
    segments: frozenset[AudienceSegment] = frozenset()
    responsible_id: int | None = None
    opened_on: date | None = None
    closed_on: date | None = None
    review_on: date | None = None


def accounts(session: Session, *, with_closed: bool = True) -> list[AccountRow]:
    """All accounts, in the order in which the office entered them."""
    query = (
        select(Account, Person)
        .outerjoin(Person, Person.id == Account.responsible_id)
        .order_by(Account.id)
    )
    if not with_closed:
        query = query.where(Account.closed_on.is_(None))
    return [_row(account, person) for account, person in session.execute(query)]


def _row(account: Account, person: Person | None) -> AccountRow:
    order = list(AudienceSegment)
    return AccountRow(
        account.id,
        account.version,
        account.platform,
        account.handle,
        account.name,
        account.address,
        account.media_kind,
        account.audience,
        tuple(sorted((held.segment for held in account.segments), key=order.index)),
        account.responsible_id,
        addressed(person.address_term, person.call_name, person.name) if person else None,
        account.designation_number,
        account.designation_on,
        account.designation_signer,
        account.opened_on,
        account.closed_on,
        account.review_on,
    )


def add_account(tx: Transaction, facts: AccountFacts) -> int:
    """Enter an account; it is official only once its designation is recorded.

    Raises:
        InvalidValue: no handle, an address of something else, or a platform that nobody knows.
        AlreadyThere: the office has it already.
        NotPermitted: the actor is neither admin nor head.
    """
    tx.permit("add_account", _KEEPERS)
    account = Account()
    _fill(tx, account, facts)
    tx.session.add(account)
    tx.session.flush()
    tx.audit("add_account", "account", account.id, platform=account.platform)
    return account.id


def change_account(tx: Transaction, account_id: int, seen: int, facts: AccountFacts) -> None:
    """Save what an account's form shows.

    Raises:
        ChangedMeanwhile: somebody saved it since.
        InvalidValue, AlreadyThere, NotPermitted: as `add_account`.
    """
    tx.permit("change_account", _KEEPERS)
    account = found(tx, Account, account_id, seen)
    _fill(tx, account, facts)
    tx.audit("change_account", "account", account.id)


def _fill(tx: Transaction, account: Account, facts: AccountFacts) -> None:
    if facts.platform not in platforms():
        raise InvalidValue("platform", "unknown", facts.platform)
    written = profile(facts.platform, facts.handle)
    handle = written.handle
    same = select(Account.id).where(Account.platform == facts.platform, Account.handle == handle)
    with tx.session.no_autoflush:
        other = tx.session.scalar(same)
    if other is not None and other != account.id:
        raise AlreadyThere("account", handle)
    account.platform = facts.platform
    account.handle = handle
    account.media_kind = facts.media_kind
    account.name = facts.name or None
    account.address = facts.address or written.address
    account.audience = facts.audience or None
    account.responsible_id = facts.responsible_id
    account.opened_on = facts.opened_on
    account.closed_on = facts.closed_on
    account.review_on = facts.review_on
    kept = [held for held in account.segments if held.segment in facts.segments]
    new = facts.segments - {held.segment for held in kept}
    account.segments = kept + [AccountSegment(segment=segment) for segment in sorted(new)]


def record_designation(
    tx: Transaction, account_id: int, seen: int, number: str, on: date, signer: str
) -> None:
    """Record the head's letter by which the account is official (Pasal 6(1)).

    Raises:
        InvalidValue: the letter has no number.
        ChangedMeanwhile, NotPermitted: as usual.
    """
    tx.permit("record_designation", _KEEPERS)
    account = found(tx, Account, account_id, seen)
    if not number.strip():
        raise InvalidValue("designation_number", "empty")
    account.designation_number = number.strip()
    account.designation_on = on
    account.designation_signer = signer.strip() or None
    tx.audit("record_designation", "account", account.id, number=account.designation_number, on=on)
