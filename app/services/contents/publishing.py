"""What became of each variant: published with its link, unsure, skipped, withdrawn."""

from datetime import datetime

from sqlalchemy import select

from app.models.account import Account
from app.models.asset import Asset
from app.models.content import Content
from app.models.flow import find_step
from app.models.variant import FLOW, Variant, VariantAct
from app.services.approvals import approved_revision, may_publish
from app.services.errors import (
    ActError,
    AlreadyThere,
    BeforeLastEvent,
    NotFound,
    WrongState,
)
from app.services.links import LinkDoubt, canonical, link_doubt
from app.services.platform_names import platform_label
from app.services.transaction import Transaction, advance, found


class DoubtfulLink(ActError):
    """The link may not be the proof of this post; the person may insist, but for no address."""

    def __init__(self, link: str, doubt: LinkDoubt, place: str) -> None:
        super().__init__(link, doubt, place)
        self.link = link
        self.doubt = doubt
        self.place = place  # platform and handle of the account


def record_published(
    tx: Transaction,
    variant_id: int,
    link: str,
    *,
    published_at: datetime | None = None,
    despite_doubt: bool = False,
    proof_asset_id: int | None = None,
) -> None:
    """Keep the link that proves the publication; the variant can't change any more.

    `proof_asset_id` is a screenshot of it. What a pause holds is recorded too: it has happened.
    Without `published_at` it went out when it was planned, if that is past, else now.

    Raises:
        DoubtfulLink: the link does not look like a post of this account; `despite_doubt` keeps it
            all the same, unless it is no address at all.
        AlreadyThere: another variant has this link.
        WrongState: its content is not approved, or the variant is published already.
        NotFound: there is no such screenshot. BeforeLastEvent, NotPermitted.
    """
    variant, content = _variant(tx, variant_id, VariantAct.RECORD_PUBLISHED)
    if not may_publish(tx.session, content, tx.now):
        raise WrongState(content.reference, VariantAct.RECORD_PUBLISHED, content.state)
    happened = published_at or _likely_moment(variant, tx.now)
    if happened > tx.now:
        raise BeforeLastEvent(happened, tx.now, is_future=True)
    _must_prove(tx, variant, link, despite_doubt=despite_doubt)
    variant.proof_url = link.strip()
    variant.post_key = canonical(link)
    variant.published_at = happened
    variant.published_recorded_at = tx.now
    variant.proof_asset_id = _screenshot(tx, proof_asset_id)
    revision = approved_revision(tx.session, content)
    variant.revision_id = revision.id if revision else None
    _step(tx, variant, content, VariantAct.RECORD_PUBLISHED)


def record_unknown(tx: Transaction, variant_id: int) -> None:
    """It was tried, and nobody saw how it ended: someone has to look.

    Raises:
        WrongState, NotPermitted.
    """
    variant, content = _variant(tx, variant_id, VariantAct.RECORD_UNKNOWN)
    if not may_publish(tx.session, content, tx.now):
        raise WrongState(content.reference, VariantAct.RECORD_UNKNOWN, content.state)
    _step(tx, variant, content, VariantAct.RECORD_UNKNOWN)


def skip(tx: Transaction, variant_id: int, reason: str) -> None:
    """It will not go out; the reason stays on record.

    Raises:
        ReasonMissing, WrongState, NotPermitted.
    """
    variant, content = _variant(tx, variant_id, VariantAct.SKIP)
    _step(tx, variant, content, VariantAct.SKIP, reason)


def withdraw(tx: Transaction, variant_id: int, reason: str) -> None:
    """It was taken down after publication; link and reason stay on record.

    Raises:
        ReasonMissing, WrongState, NotPermitted.
    """
    variant, content = _variant(tx, variant_id, VariantAct.WITHDRAW)
    _step(tx, variant, content, VariantAct.WITHDRAW, reason)


def _variant(tx: Transaction, variant_id: int, act: VariantAct) -> tuple[Variant, Content]:
    """The variant and its locked content; people know it by the content's reference."""
    variant = found(tx, Variant, variant_id)
    content = found(tx, Content, variant.content_id)
    if find_step(FLOW, variant.state, act) is None:
        raise WrongState(content.reference, act, variant.state)
    return variant, content


def _step(
    tx: Transaction, variant: Variant, content: Content, act: VariantAct, reason: str = ""
) -> None:
    if reason.strip():
        variant.closing_reason = reason.strip()
    advance(tx, variant, FLOW, act, reason=reason, content=content.reference)
    tx.announce("content")


def _screenshot(tx: Transaction, asset_id: int | None) -> int | None:
    if asset_id is not None and tx.session.get(Asset, asset_id) is None:
        raise NotFound("asset", asset_id)
    return asset_id


def _likely_moment(variant: Variant, now: datetime) -> datetime:
    planned = variant.planned_at
    return planned if planned is not None and planned < now else now


def _must_prove(tx: Transaction, variant: Variant, link: str, *, despite_doubt: bool) -> None:
    account = tx.session.get_one(Account, variant.account_id)
    doubt = link_doubt(link, variant.post_kind, account.handle)
    if doubt is LinkDoubt.NO_ADDRESS or (doubt is not None and not despite_doubt):
        place = f"{platform_label(account.platform)} {account.handle}"
        raise DoubtfulLink(link.strip(), doubt, place)
    same = select(Variant.id).where(Variant.post_key == canonical(link), Variant.id != variant.id)
    if tx.session.scalar(same.limit(1)) is not None:
        raise AlreadyThere("link", link.strip())
