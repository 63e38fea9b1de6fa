"""What the composer needs to begin: the content, where it may go, what lies ready for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.account import Account, AudienceSegment
from app.models.influencer import Influencer
from app.services.approvals import draft_of
from app.services.contents.completeness import Attached
from app.services.contents.forms import ContentForm
from app.services.contents.placeholders import office_values
from app.services.contents.ready_texts import ReadyTexts, ready_texts
from app.services.contents.stored import attached_facts
from app.services.contents.typed import typed_form
from app.services.contents.whole import ContentView, asset_ids, content_whole
from app.services.contents.writing import DRAFT_SUBJECT
from app.services.platform_limits import OwnLimits, own_limits


@dataclass(frozen=True, slots=True)
class AccountChoice:
    """An account that a variant may go to."""

    id: int
    platform: str
    handle: str
    name: str | None
    is_official: bool
    segments: tuple[AudienceSegment, ...] = ()  # Pasal 5 a


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody has typed and not saved, and the version that it was typed over."""

    form: ContentForm
    base_version: int
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Composition:
    """What the composer needs to begin: the content, where it may go, what was typed before."""

    view: ContentView | None  # None: a new content
    accounts: tuple[AccountChoice, ...]
    typed: Typed | None
    attached: Attached  # of what is stored and of what is typed
    limits: OwnLimits
    ready: ReadyTexts
    values: Mapping[str, str]  # what the office fills into placeholders
    influencers: tuple[str, ...]  # the names that the office knows


def composition(session: Session, content_id: int, person_id: int, now: datetime) -> Composition:
    """Everything to compose with; `content_id` 0 is a new content.

    Raises:
        NotFound: there is no such content.
    """
    view = content_whole(session, content_id, person_id, now) if content_id else None
    draft = draft_of(session, person_id, DRAFT_SUBJECT, content_id)
    typed = Typed(typed_form(draft.body), draft.base_version, draft.saved_at) if draft else None
    attached = dict(view.attached) if view else {}
    if typed is not None:
        attached |= attached_facts(session, asset_ids(typed.form))
    accounts = account_choices(session, wib(now).date())
    return Composition(
        view,
        tuple(accounts),
        typed,
        attached,
        own_limits(session),
        ready_texts(session),
        office_values(session),
        tuple(session.scalars(select(Influencer.name).order_by(Influencer.name))),
    )


def account_choices(session: Session, today: date) -> list[AccountChoice]:
    """The accounts in use, by platform and handle."""
    query = (
        select(Account)
        .where((Account.closed_on.is_(None)) | (Account.closed_on > today))
        .order_by(Account.platform, Account.handle)
    )
    return [
        AccountChoice(
            account.id,
            account.platform,
            account.handle,
            account.name,
            account.is_official,
            tuple(it for it in AudienceSegment if it in {row.segment for row in account.segments}),
        )
        for account in session.scalars(query)
    ]
