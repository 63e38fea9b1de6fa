"""The office's own values of what platforms accept, over the shipped facts; checks read these."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.account import Account
from app.models.person import Person
from app.models.platform_limit import LimitName, PlatformLimit
from app.models.roles import Role
from app.services.errors import InvalidValue, NotFound
from app.services.people import addressed
from app.services.platforms import MediaFacts, PlatformFacts, entries
from app.services.transaction import Transaction

SETTERS = frozenset({Role.ADMIN, Role.HEAD})
_MOST = 1_000_000
_OF_TEXT = {
    LimitName.TEXT: "limit",
    LimitName.CAPTION: "caption_limit",
    LimitName.FOLD: "fold",
    LimitName.HASHTAGS: "hashtag_limit",
    LimitName.MENTIONS: "mention_limit",
    LimitName.LINKS: "link_limit",
}


@dataclass(frozen=True, slots=True)
class OwnLimit:
    """One value that the office has set; `account_id` None holds for all accounts."""

    post_kind: str
    account_id: int | None
    name: LimitName
    value: int
    reason: str
    set_at: datetime
    set_by: str


@dataclass(frozen=True, slots=True)
class OwnLimits:
    """All values that hold now."""

    rows: tuple[OwnLimit, ...] = ()

    def facts(self, post_kind: str, account_id: int | None = None) -> PlatformFacts | None:
        """What a kind of post accepts here; the account's own value before that of all.

        None where no such kind is known.
        """
        shipped = entries().get(post_kind)
        return None if shipped is None else _with_own(shipped, self.of(post_kind, account_id))

    def of(self, post_kind: str, account_id: int | None = None) -> tuple[OwnLimit, ...]:
        """The office's own values for this account, one for each name at most."""
        for_all = {row.name: row for row in self._named(post_kind, None)}
        own = {row.name: row for row in self._named(post_kind, account_id)}
        return tuple((for_all | own).values())

    def _named(self, post_kind: str, account_id: int | None) -> Iterable[OwnLimit]:
        return (
            row for row in self.rows if (row.post_kind, row.account_id) == (post_kind, account_id)
        )


SHIPPED = OwnLimits()  # the office has set nothing: the shipped facts hold


def limit_of(facts: PlatformFacts, name: LimitName) -> int | None:
    """The value of that name; None where it is unknown, or not limited."""
    if name is LimitName.PICTURES:
        return facts.images.count if facts.images else None
    value: int | None = getattr(facts.text, _OF_TEXT[name])
    return value


def _with_own(facts: PlatformFacts, own: tuple[OwnLimit, ...]) -> PlatformFacts:
    if not own:
        return facts
    text = {_OF_TEXT[row.name]: row.value for row in own if row.name in _OF_TEXT}
    pictures = next((row.value for row in own if row.name is LimitName.PICTURES), None)
    images = facts.images
    if pictures is not None:
        images = replace(images or MediaFacts(), count=pictures)
    return replace(facts, text=replace(facts.text, **text), images=images)  # type: ignore[arg-type]  # names of TextFacts


def own_limits(session: Session) -> OwnLimits:
    """The office's own values that hold now, the newest of each."""
    query = (
        select(PlatformLimit, Person)
        .outerjoin(Person, Person.id == PlatformLimit.set_by_id)
        .order_by(PlatformLimit.id)
    )
    newest: dict[tuple[str, int | None, LimitName], OwnLimit | None] = {}
    for row, person in session.execute(query):
        place = row.post_kind, row.account_id, row.name
        newest[place] = None
        if row.value is not None:
            who = addressed(person.address_term, person.call_name, person.name) if person else ""
            newest[place] = OwnLimit(*place, row.value, row.reason, row.set_at, who)
    return OwnLimits(tuple(row for row in newest.values() if row is not None))


def set_limit(
    tx: Transaction,
    post_kind: str,
    name: LimitName,
    value: int | None,
    *,
    account_id: int | None = None,
    reason: str = "",
) -> None:
    """Let the office's own value hold from now on; None lets the shipped fact hold again.

    Raises:
        InvalidValue: there is no such kind of post, or no post can have this value.
        NotFound: there is no such account.
        NotPermitted: the actor is neither admin nor head.
    """
    tx.permit("set_limit", SETTERS)
    if post_kind not in entries():
        raise InvalidValue("post_kind", "unknown", post_kind)
    if value is not None and not 0 < value <= _MOST:
        raise InvalidValue("limit", "range", value)
    if account_id is not None and tx.session.get(Account, account_id) is None:
        raise NotFound("account", account_id)
    tx.session.add(
        PlatformLimit(
            post_kind=post_kind,
            account_id=account_id,
            name=name,
            value=value,
            reason=reason.strip(),
            set_at=tx.now,
            set_by_id=tx.actor.id,
        )
    )
    tx.audit("set_limit", "platform_limit", post_kind=post_kind, name=name.value, value=value)
