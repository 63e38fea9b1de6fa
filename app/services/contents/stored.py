"""A stored content as a form, and what is known of its assets: for checks before an act."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.asset import Asset, AssetKind
from app.models.content import Content
from app.models.material import Material
from app.models.variant import Variant
from app.services.contents.completeness import Attached, AttachedFacts
from app.services.contents.forms import ContentForm, HoaxForm, MediaForm, VariantForm

_POSTABLE = (AssetKind.PICTURE, AssetKind.VIDEO)


def variant_form(variant: Variant) -> VariantForm:
    """A stored variant as the form has it."""
    media = tuple(MediaForm(medium.asset_id, medium.alt_text) for medium in variant.media)
    return VariantForm(
        variant.account_id, variant.post_kind, variant.text, variant.planned_at, media
    )


def content_form(content: Content) -> ContentForm:
    """A stored content as its form shows it."""
    return ContentForm(
        title=content.title,
        brief=content.brief,
        text=content.text,
        category=content.category,
        own_category=content.own_category or "",
        source=content.source or "",
        source_is_verified=content.source_verified_at is not None,
        policy_reference=content.policy_reference or "",
        audience=content.audience or "",
        campaign=content.campaign or "",
        influencers=tuple(one.influencer.name for one in content.influencers),
        hoax=hoax_form(content),
        narrative_id=content.narrative_id,
        planned_at=content.planned_at,
        planned_on=content.planned_on,
        variants=tuple(variant_form(variant) for variant in content.variants),
    )


def hoax_form(content: Content) -> HoaxForm:
    """What its check of a claim holds; an empty form where there is none."""
    check = content.hoax
    if check is None:
        return HoaxForm()
    return HoaxForm(check.claim, check.evidence, check.kind, check.verdict)


def material_of(session: Session, content_id: int) -> tuple[MediaForm, ...]:
    """What came with the idea and can be posted as it is, in its order (Lampiran D, step 1)."""
    query = (
        select(Asset.id, Asset.alt_text)
        .join(Material, Material.asset_id == Asset.id)
        .where(Material.content_id == content_id, Asset.kind.in_(_POSTABLE))
        .order_by(Material.position, Material.id)
    )
    return tuple(MediaForm(key, alt_text) for key, alt_text in session.execute(query))


def attached_facts(session: Session, asset_ids: Iterable[int]) -> Attached:
    """What is known of these assets, by key."""
    query = select(
        Asset.id,
        Asset.sha256,
        Asset.title,
        Asset.kind,
        Asset.format,
        Asset.size,
        Asset.width,
        Asset.height,
        Asset.seconds,
        Asset.rights_until,
        Asset.rights_unlimited,
    ).where(Asset.id.in_(set(asset_ids)))
    return {key: AttachedFacts(*facts) for key, *facts in session.execute(query)}
