"""What is typed, as plain values that a draft keeps, and back again."""

from datetime import date, datetime
from typing import Any

from app.models.content import Category
from app.models.hoax import HoaxKind, HoaxVerdict
from app.services.contents.forms import ContentForm, HoaxForm, MediaForm, VariantForm


def draft_body(form: ContentForm) -> dict[str, Any]:
    """The form as JSON can hold it."""
    return {
        "title": form.title,
        "brief": form.brief,
        "text": form.text,
        "category": form.category,
        "own_category": form.own_category,
        "source": form.source,
        "source_is_verified": form.source_is_verified,
        "policy_reference": form.policy_reference,
        "audience": form.audience,
        "campaign": form.campaign,
        "influencers": list(form.influencers),
        "hoax": [form.hoax.claim, form.hoax.evidence, form.hoax.kind, form.hoax.verdict],
        "narrative": form.narrative_id,
        "planned_at": form.planned_at.isoformat() if form.planned_at else None,
        "planned_on": form.planned_on.isoformat() if form.planned_on else None,
        "variants": [
            {
                "account": variant.account_id,
                "post_kind": variant.post_kind,
                "text": variant.text,
                "planned_at": variant.planned_at.isoformat() if variant.planned_at else None,
                "media": [[medium.asset_id, medium.alt_text] for medium in variant.media],
            }
            for variant in form.variants
        ],
    }


def typed_form(body: dict[str, Any]) -> ContentForm:
    """The form that was typed; a draft of an older program lacks what came later."""
    return ContentForm(
        title=body.get("title", ""),
        brief=body.get("brief", ""),
        text=body.get("text", ""),
        category=Category(body["category"]) if body.get("category") else None,
        own_category=body.get("own_category", ""),
        source=body.get("source", ""),
        source_is_verified=body.get("source_is_verified", False),
        policy_reference=body.get("policy_reference", ""),
        audience=body.get("audience", ""),
        campaign=body.get("campaign", ""),
        influencers=tuple(body.get("influencers", ())),
        hoax=_hoax(*body.get("hoax", ("", "", None, None))),
        narrative_id=body.get("narrative"),
        planned_at=_moment(body.get("planned_at")),
        planned_on=date.fromisoformat(body["planned_on"]) if body.get("planned_on") else None,
        variants=tuple(_variant(variant) for variant in body.get("variants", [])),
    )


def _hoax(claim: str, evidence: str, kind: str | None, verdict: str | None) -> HoaxForm:
    return HoaxForm(
        claim,
        evidence,
        HoaxKind(kind) if kind else None,
        HoaxVerdict(verdict) if verdict else None,
    )


def _variant(body: dict[str, Any]) -> VariantForm:
    return VariantForm(
        account_id=body["account"],
        post_kind=body["post_kind"],
        text=body.get("text"),
        planned_at=_moment(body.get("planned_at")),
        media=tuple(MediaForm(asset_id, alt_text) for asset_id, alt_text in body.get("media", [])),
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
