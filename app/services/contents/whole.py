"""One content whole, as its composer and its official see it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.models.content import Content, ContentState
from app.models.gate import Decision, Revision, Verdict
from app.models.person import Person
from app.models.platform_schedule import PlatformSchedule
from app.models.policy import PolicyKey
from app.models.ready_text import ContentTemplate
from app.models.variant import Variant, VariantState
from app.services.approvals import (
    RemarkRow,
    authors_of,
    is_author,
    remarks_of,
)
from app.services.contents.completeness import Attached
from app.services.contents.forms import ContentForm, MediaForm
from app.services.contents.stored import attached_facts, content_form, material_of
from app.services.errors import NotFound
from app.services.people import addressed
from app.services.policies import policy_at


@dataclass(frozen=True, slots=True)
class ScheduledThere:
    """Where a variant is scheduled on the platform itself, and for when."""

    place: str
    set_for: datetime


@dataclass(frozen=True, slots=True)
class VariantRow:
    """What is known of one variant beside what its form shows."""

    id: int
    account_id: int
    platform: str
    handle: str
    post_kind: str
    state: VariantState
    planned_at: datetime | None
    published_at: datetime | None
    proof_url: str | None
    proof_asset_id: int | None
    took: timedelta | None  # from due to its proof; less than nothing if it went out early
    closing_reason: str | None
    scheduled: ScheduledThere | None

    @property
    def target(self) -> tuple[int, str]:
        return self.account_id, self.post_kind


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision, as the composer's notes tell it."""

    verdict: Verdict
    person: str
    reason: str
    happened_at: datetime
    is_void: bool


@dataclass(frozen=True, slots=True)
class ContentView:
    """One content with everything that its page shows."""

    id: int
    version: int
    reference: str
    state: ContentState
    form: ContentForm
    variants: tuple[VariantRow, ...]
    attached: Attached
    verified_by: str | None
    verified_at: datetime | None
    authors: tuple[str, ...]
    is_mine: bool  # the asking person wrote or edited it
    category_word: str | None
    material_note: str | None
    material: tuple[MediaForm, ...]  # what came with the idea, for its first variant
    returned_reason: str | None
    closing_reason: str | None
    revision_id: int | None  # the newest
    revision_code: str | None
    decisions: tuple[DecisionLine, ...]
    remarks: tuple[RemarkRow, ...]
    narrative: str | None  # the name of the single narrative whose words it says
    alt_text_required: bool
    has_one_check: bool


def asset_ids(form: ContentForm) -> list[int]:
    """What a form attaches."""
    return [medium.asset_id for variant in form.variants for medium in variant.media]


def content_whole(
    session: Session, content_id: int, person_id: int | None, now: datetime
) -> ContentView:
    """One content as this person sees it.

    Raises:
        NotFound: there is no such content.
    """
    content = session.scalar(
        select(Content)
        .where(Content.id == content_id)
        .options(
            selectinload(Content.variants).selectinload(Variant.media),
            selectinload(Content.variants).selectinload(Variant.account),
        )
    )
    if content is None:
        raise NotFound("content", content_id)
    form = content_form(content)
    material = material_of(session, content.id)
    verifier = (
        session.get(Person, content.source_verified_by_id)
        if content.source_verified_by_id
        else None
    )
    revision = session.execute(
        select(Revision.id, Revision.code)
        .where(Revision.content_id == content.id)
        .order_by(Revision.number.desc())
        .limit(1)
    ).first()
    return ContentView(
        id=content.id,
        version=content.version,
        reference=content.reference,
        state=content.state,
        form=form,
        variants=_variant_rows(session, content),
        attached=attached_facts(
            session, [*asset_ids(form), *(medium.asset_id for medium in material)]
        ),
        verified_by=_name(verifier) if verifier else None,
        verified_at=content.source_verified_at,
        authors=tuple(authors_of(session, content)),
        is_mine=is_author(session, content, person_id),
        category_word=content.category_word,
        material_note=content.material_note,
        material=material,
        returned_reason=content.returned_reason,
        closing_reason=content.closing_reason,
        revision_id=revision[0] if revision else None,
        revision_code=revision[1] if revision else None,
        decisions=_decisions(session, content.id),
        remarks=tuple(remarks_of(session, content_id=content.id)),
        narrative=_narrative(session, content),
        alt_text_required=bool(policy_at(session, PolicyKey.ALT_TEXT_REQUIRED, now).value),
        has_one_check=policy_at(session, PolicyKey.CHECKS, now).value == 1,
    )


def version_of(session: Session, content_id: int) -> int:
    """The version of a content that is there."""
    return session.execute(select(Content.version).where(Content.id == content_id)).scalar_one()


def content_of_reference(session: Session, reference: str) -> int | None:
    """The key of `KTN-2026-000418`; None if there is none."""
    return session.scalar(select(Content.id).where(Content.reference == reference))


def _variant_rows(session: Session, content: Content) -> tuple[VariantRow, ...]:
    there = {
        (noted.account_id, noted.post_kind): ScheduledThere(noted.place, noted.set_for)
        for noted in session.scalars(
            select(PlatformSchedule).where(
                PlatformSchedule.content_id == content.id, PlatformSchedule.undone_at.is_(None)
            )
        )
    }
    return tuple(
        _variant_row(variant, there.get((variant.account_id, variant.post_kind)))
        for variant in content.variants
    )


def _variant_row(variant: Variant, scheduled: ScheduledThere | None) -> VariantRow:
    recorded, planned = variant.published_recorded_at, variant.planned_at
    return VariantRow(
        variant.id,
        variant.account_id,
        variant.account.platform,
        variant.account.handle,
        variant.post_kind,
        variant.state,
        planned,
        variant.published_at,
        variant.proof_url,
        variant.proof_asset_id,
        recorded - planned if recorded is not None and planned is not None else None,
        variant.closing_reason,
        scheduled,
    )


def _narrative(session: Session, content: Content) -> str | None:
    if content.narrative_id is None:
        return None
    return session.get_one(ContentTemplate, content.narrative_id).name


def _decisions(session: Session, content_id: int) -> tuple[DecisionLine, ...]:
    query = (
        select(Decision, Person)
        .join(Revision, Revision.id == Decision.revision_id)
        .join(Person, Person.id == Decision.decider_id)
        .where(Revision.content_id == content_id)
        .order_by(Decision.recorded_at, Decision.id)
    )
    return tuple(
        DecisionLine(
            decision.verdict,
            _name(person),
            decision.reason,
            decision.happened_at,
            decision.voided_at is not None,
        )
        for decision, person in session.execute(query)
    )


def _name(person: Person) -> str:
    return addressed(person.address_term, person.call_name, person.name)
