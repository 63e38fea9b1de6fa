"""Where assets are used: in which variants they are seen, and in which they can be."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.account import Account
from app.models.asset import Asset, AssetKind
from app.models.content import EDITABLE, Content, ContentState
from app.models.roles import AUTHORS
from app.models.search_text import search_text
from app.models.variant import Variant, VariantMedia, VariantState
from app.services.contents.forms import MediaForm
from app.services.contents.stored import content_form
from app.services.contents.writing import change_content
from app.services.errors import InvalidValue
from app.services.transaction import Transaction, found

POSTABLE = frozenset({AssetKind.PICTURE, AssetKind.VIDEO})


@dataclass(frozen=True, slots=True)
class AssetUse:
    """One variant that shows the asset; `moment` is when it went or is to go out."""

    content_id: int
    reference: str
    title: str
    content_state: ContentState
    variant_state: VariantState
    platform: str
    moment: datetime | None

    def is_after_rights(self, rights_until: date | None) -> bool:
        """It is still to go out, on a day on which the rights will have ended."""
        if rights_until is None or self.moment is None:
            return False
        is_ahead = self.variant_state in (VariantState.PLANNED, VariantState.UNKNOWN)
        return is_ahead and wib(self.moment).date() > rights_until


@dataclass(frozen=True, slots=True)
class ContentRow:
    """A content that can still take a picture, as the list to choose from shows it."""

    id: int
    version: int
    reference: str
    title: str
    state: ContentState
    planned_at: datetime | None
    variants: int  # planned ones


def attach_to_content(tx: Transaction, asset_id: int, content_id: int, seen: int) -> int:
    """Show the asset in every variant of a content that is still planned and lacks it.

    Its alt text goes along and can be changed there. Returns the number of variants.

    Raises:
        InvalidValue: nothing of this kind is posted as it is, or no planned variant lacks it.
        ChangedMeanwhile, NotFound, NotPermitted, WrongState: as `change_content`.
    """
    tx.permit("change_content", AUTHORS)
    asset = found(tx, Asset, asset_id)
    if asset.kind not in POSTABLE:
        raise InvalidValue("asset", "not_postable", asset.title)
    content = found(tx, Content, content_id, seen)
    planned = {
        (variant.account_id, variant.post_kind)
        for variant in content.variants
        if variant.state is VariantState.PLANNED
        and asset_id not in {medium.asset_id for medium in variant.media}
    }
    if not planned:
        raise InvalidValue("asset", "nothing_to_attach", content.reference)
    form = content_form(content)
    medium = MediaForm(asset_id, asset.alt_text)
    variants = tuple(
        replace(variant, media=(*variant.media, medium)) if variant.target in planned else variant
        for variant in form.variants
    )
    change_content(tx, content_id, seen, replace(form, variants=variants))
    return len(planned)


def contents_to_use_in(session: Session, text: str, size: int = 100) -> list[ContentRow]:
    """Contents that may be edited and have a planned variant, the newest first."""
    planned = (
        select(func.count(Variant.id))
        .where(Variant.content_id == Content.id, Variant.state == VariantState.PLANNED)
        .correlate(Content)
        .scalar_subquery()
    )
    query = (
        select(
            Content.id,
            Content.version,
            Content.reference,
            Content.title,
            Content.state,
            Content.planned_at,
            planned,
        )
        .where(Content.state.in_(EDITABLE), planned > 0)
        .where(
            *(
                Content.search_text.contains(word, autoescape=True)
                for word in search_text(text).split()
            )
        )
        .order_by(Content.created_at.desc(), Content.id.desc())
        .limit(size)
    )
    return [ContentRow(*row) for row in session.execute(query)]


def uses_of(session: Session, asset_id: int) -> tuple[AssetUse, ...]:
    """The variants that show an asset, the newest first."""
    moment = func.coalesce(Variant.published_at, Variant.planned_at, Content.planned_at)
    uses = session.execute(
        select(
            Content.id,
            Content.reference,
            Content.title,
            Content.state,
            Variant.state,
            Account.platform,
            moment,
        )
        .join(Variant, Variant.content_id == Content.id)
        .join(VariantMedia, VariantMedia.variant_id == Variant.id)
        .join(Account, Account.id == Variant.account_id)
        .where(VariantMedia.asset_id == asset_id)
        .order_by(moment.desc().nulls_first(), Variant.id)
    )
    return tuple(AssetUse(*use) for use in uses)
