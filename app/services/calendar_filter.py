"""Which contents the calendar shows: by account, state, category, campaign, author and words."""

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.models.account import Account
from app.models.content import Author, Category, Content, ContentState
from app.models.person import Person
from app.models.search_text import search_text
from app.models.variant import Variant, VariantState
from app.services.people import addressed

_MOST_CAMPAIGNS = 200


class StateName(NamedTuple):
    """A state as the look names it: `content` or `variant`, and the state there."""

    group: str
    name: str


# What a tile can be in, in the order of the flow.
TILE_STATES = (
    *(StateName("content", state) for state in ContentState if state is not ContentState.RECORDED),
    StateName("content", "scheduled"),
    StateName("variant", "held"),
    StateName("variant", "missed"),
    StateName("variant", VariantState.UNKNOWN),
    StateName("content", "partly_published"),
    StateName("content", "published"),
    StateName("variant", VariantState.WITHDRAWN),
    StateName("variant", VariantState.SKIPPED),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown; None and "" let all pass.

    `words` are looked for in the normalised text of a content: each of them has to be in it, as a
    word, as its beginning or as a part of it.
    """

    account_id: int | None = None
    state: StateName | None = None
    category: Category | None = None
    campaign: str = ""
    person_id: int | None = None  # who wrote or edited it
    words: str = ""


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class AccountChoice:
    """One account to look at; the board has a column for each."""

    id: int
    platform: str
    name: str


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody who wrote contents."""

    id: int
    name: str  # "Teh Rina"


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from."""

    accounts: tuple[AccountChoice, ...] = ()
    campaigns: tuple[str, ...] = ()
    people: tuple[PersonChoice, ...] = ()


def choices(session: Session) -> Choices:
    """Accounts by platform, campaigns by name, the people who wrote something."""
    accounts = select(Account.id, Account.platform, Account.name, Account.handle).order_by(
        Account.platform, Account.handle
    )
    campaigns = (
        select(Content.campaign)
        .where(Content.campaign.is_not(None))
        .distinct()
        .order_by(Content.campaign)
        .limit(_MOST_CAMPAIGNS)
    )
    wrote = select(Author.person_id).where(Author.content_id.is_not(None))
    people = (
        select(Person.id, Person.address_term, Person.call_name, Person.name)
        .where(Person.id.in_(wrote))
        .order_by(Person.name, Person.id)
    )
    return Choices(
        tuple(
            AccountChoice(key, platform, name or handle)
            for key, platform, name, handle in session.execute(accounts)
        ),
        tuple(campaign for campaign in session.scalars(campaigns) if campaign),
        tuple(
            PersonChoice(key, addressed(term, call_name, name))
            for key, term, call_name, name in session.execute(people)
        ),
    )


def of_contents(wanted: Wanted) -> list[ColumnElement[bool]]:
    """What a content must meet; state and account are its variants' (`of_variants`)."""
    conditions: list[ColumnElement[bool]] = [
        Content.search_text.contains(word, autoescape=True)
        for word in search_text(wanted.words).split()
    ]
    if wanted.category is not None:
        conditions.append(Content.category == wanted.category)
    if wanted.campaign:
        conditions.append(Content.campaign == wanted.campaign)
    if wanted.person_id is not None:
        wrote = select(Author.content_id).where(
            Author.person_id == wanted.person_id, Author.content_id.is_not(None)
        )
        conditions.append(Content.id.in_(wrote))
    return conditions


def of_variants(wanted: Wanted) -> list[ColumnElement[bool]]:
    """What a row of a content with one of its variants must meet."""
    conditions = of_contents(wanted)
    if wanted.account_id is not None:
        conditions.append(Variant.account_id == wanted.account_id)
    return conditions


def with_account(wanted: Wanted) -> list[ColumnElement[bool]]:
    """What a content must meet where none of its variants is beside it."""
    conditions = of_contents(wanted)
    if wanted.account_id is not None:
        there = select(Variant.content_id).where(Variant.account_id == wanted.account_id)
        conditions.append(Content.id.in_(there))
    return conditions
