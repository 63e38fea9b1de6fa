"""Revisions: exactly what a decision is about, with one fingerprint a variant."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.answer import Answer
from app.models.asset import Asset
from app.models.content import Category, Content
from app.models.gate import Decision, Fingerprint, Revision, Verdict
from app.models.inquiry import Inquiry
from app.models.policy import PolicyKey
from app.models.variant import Variant, VariantMedia, VariantState
from app.services.approvals.authors import Subject
from app.services.audit import canonical
from app.services.policies import policy_at
from app.services.transaction import Transaction

FORM = 1  # version of the canonical form; a change of the form counts up
_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nobody confuses these on the telephone


@dataclass(frozen=True, slots=True)
class Seal:
    """What a fingerprint is taken of, and the moment beside it."""

    variant_id: int | None
    sha256: str
    planned_at: datetime | None


def make_revision(tx: Transaction, subject: Subject) -> Revision:
    """Freeze what is to be decided on; the newest revision is the current one."""
    tx.session.flush()
    seals = _seals(tx.session, subject)
    revision = Revision(
        number=_newest_number(tx.session, subject) + 1,
        form=FORM,
        body=canonical(body_of(tx.session, subject)),
        code=_code(subject, seals),
        made_at=tx.now,
        made_by_id=tx.actor_id,
    )
    if isinstance(subject, Content):
        revision.content_id = subject.id
    else:
        revision.answer_id = subject.id
    revision.fingerprints = [
        Fingerprint(variant_id=seal.variant_id, sha256=seal.sha256, planned_at=seal.planned_at)
        for seal in seals
    ]
    tx.session.add(revision)
    tx.session.flush()
    return revision


def current_revision(session: Session, subject: Subject) -> Revision | None:
    """The newest revision of a content or an answer."""
    return session.scalar(
        select(Revision).where(_about(subject)).order_by(Revision.number.desc()).limit(1)
    )


def approved_revision(session: Session, subject: Subject) -> Revision | None:
    """The revision that was approved last and whose approval still holds."""
    return session.scalar(
        select(Revision)
        .join(Decision, Decision.revision_id == Revision.id)
        .where(
            _about(subject),
            Decision.verdict == Verdict.APPROVED,
            Decision.voided_at.is_(None),
        )
        .order_by(Revision.number.desc())
        .limit(1)
    )


def is_as_revised(session: Session, subject: Subject, revision: Revision, now: datetime) -> bool:
    """Whether what would be seen today is what the revision froze.

    The planned moment counts only where the agency's policy says that moving voids an approval.
    """
    frozen = {mark.variant_id: mark for mark in revision.fingerprints}
    present = {seal.variant_id: seal for seal in _seals(session, subject)}
    if {key: mark.sha256 for key, mark in frozen.items()} != {
        key: seal.sha256 for key, seal in present.items()
    }:
        return False
    if not policy_at(session, PolicyKey.MOVE_VOIDS_APPROVAL, now).value:
        return True
    return all(frozen[key].planned_at == seal.planned_at for key, seal in present.items())


def body_of(session: Session, subject: Subject) -> dict[str, Any]:
    """What a decider sees, as plain values; kept whole in the revision."""
    if isinstance(subject, Answer):
        return _answer_body(session, subject)
    return {
        "title": subject.title,
        "text": subject.text,
        "brief": subject.brief,
        "category": subject.category,
        "own_category": subject.own_category,
        "source": subject.source,
        "source_verified": subject.source_verified_at is not None,
        "policy_reference": subject.policy_reference,
        "audience": subject.audience,
        "campaign": subject.campaign,
        "influencers": [one.influencer.name for one in subject.influencers],
        "hoax": _hoax_body(subject),
        "narrative": subject.narrative_id is not None,
        "planned_at": _moment(subject.planned_at),
        "planned_on": subject.planned_on.isoformat() if subject.planned_on else None,
        "variants": [
            {
                "variant": variant.id,
                "platform": variant.account.platform,
                "handle": variant.account.handle,
                "account_name": variant.account.name,
                "post_kind": variant.post_kind,
                "text": _text_of(subject, variant),
                "planned_at": _moment(variant.planned_at),
                "media": [
                    {"asset": asset_id, "sha256": sha256, "alt_text": alt_text}
                    for asset_id, sha256, alt_text in _media(session, variant)
                ],
            }
            for variant in _undecided(subject)
        ],
    }


def _hoax_body(content: Content) -> dict[str, Any] | None:
    """What the explanation of a hoax rests on; None where the category is another."""
    check = content.hoax
    if check is None or content.category is not Category.HOAX_EXPLANATION:
        return None
    return {
        "claim": check.claim,
        "evidence": check.evidence,
        "kind": check.kind,
        "verdict": check.verdict,
    }


def _answer_body(session: Session, answer: Answer) -> dict[str, Any]:
    inquiry = session.get_one(Inquiry, answer.inquiry_id)
    return {
        "inquiry": inquiry.reference,
        "kind": answer.kind,
        "text": answer.text,
        "reported": answer.referral_id is not None,
    }


def parsed_body(revision: Revision) -> dict[str, Any]:
    """The frozen body of a revision."""
    body: dict[str, Any] = json.loads(revision.body)
    return body


def _about(subject: Subject) -> Any:
    if isinstance(subject, Content):
        return Revision.content_id == subject.id
    return Revision.answer_id == subject.id


def _newest_number(session: Session, subject: Subject) -> int:
    return session.scalar(select(func.max(Revision.number)).where(_about(subject))) or 0


def _undecided(content: Content) -> list[Variant]:
    """The variants that a decision is about: what is skipped or withdrawn is not."""
    gone = (VariantState.SKIPPED, VariantState.WITHDRAWN)
    return [variant for variant in content.variants if variant.state not in gone]


def _seals(session: Session, subject: Subject) -> list[Seal]:
    if isinstance(subject, Answer):
        return [Seal(None, _digest(["answer", subject.kind, subject.text]), None)]
    variants = _undecided(subject)
    if not variants:
        idea: list[object] = ["idea", subject.title, subject.text, subject.category, subject.source]
        return [Seal(None, _digest(idea), subject.planned_at)]
    return [
        Seal(variant.id, _variant_digest(session, subject, variant), variant.planned_at)
        for variant in variants
    ]


def _variant_digest(session: Session, content: Content, variant: Variant) -> str:
    media = [[sha256, alt_text] for _, sha256, alt_text in _media(session, variant)]
    account = variant.account
    return _digest(
        [
            "variant",
            account.platform,
            account.handle,
            variant.post_kind,
            _text_of(content, variant),
            media,
        ]
    )


def _digest(fields: list[object]) -> str:
    return hashlib.sha256(canonical([FORM, *fields]).encode()).hexdigest()


def _code(subject: Subject, seals: list[Seal]) -> str:
    """Six characters over all fingerprints and the thing itself: twins don't share a code."""
    of = subject.reference if isinstance(subject, Content) else f"answer {subject.id}"
    together = hashlib.sha256(
        ":".join([of, *sorted(one.sha256 for one in seals)]).encode()
    ).digest()
    return "".join(_SIGNS[byte % len(_SIGNS)] for byte in together[:6])


def _text_of(content: Content, variant: Variant) -> str:
    return content.text if variant.text is None else variant.text


def _media(session: Session, variant: Variant) -> list[tuple[int, str, str]]:
    query = (
        select(Asset.id, Asset.sha256, VariantMedia.alt_text)
        .join(VariantMedia, VariantMedia.asset_id == Asset.id)
        .where(VariantMedia.variant_id == variant.id)
        .order_by(VariantMedia.position, VariantMedia.id)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
