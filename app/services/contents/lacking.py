"""What a stored content still lacks, judged by the rules of `completeness`."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.models.content import Content
from app.models.policy import PolicyKey
from app.models.variant import VariantState
from app.services.contents.completeness import Lack, lacks_to_finish, lacks_to_submit
from app.services.contents.stored import attached_facts, content_form
from app.services.platform_limits import own_limits
from app.services.policies import policy_at


def lacks_of(session: Session, content: Content, now: datetime) -> tuple[Lack, ...]:
    """What stands in the way of its approval, or is worth a word."""
    form = content_form(content)
    asset_ids = [medium.asset_id for variant in form.variants for medium in variant.media]
    decided = [
        (variant.account_id, variant.post_kind)
        for variant in content.variants
        if variant.state is not VariantState.PLANNED
    ]
    return lacks_to_finish(
        form,
        attached_facts(session, asset_ids),
        alt_text_required=bool(policy_at(session, PolicyKey.ALT_TEXT_REQUIRED, now).value),
        decided=decided,
        own=own_limits(session),
    )


def lacks_for_decision(session: Session, content_id: int | None, now: datetime) -> tuple[Lack, ...]:
    """What a decider should know that it lacks: imported history was never checked by the flow.

    An answer (no content) lacks nothing that a rule could tell.
    """
    content = session.get(Content, content_id) if content_id is not None else None
    if content is None:
        return ()
    found = dict.fromkeys(
        (*lacks_to_submit(content_form(content)), *lacks_of(session, content, now))
    )
    return tuple(lack for lack in found if lack.is_refusal)
