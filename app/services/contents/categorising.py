"""Giving a content its category (Pasal 7) after its text is settled: the public never sees it."""

from app.models.content import Category, Content, ContentAct, ContentState
from app.models.roles import Role
from app.models.variant import VariantState
from app.services.contents.writing import note_search_text
from app.services.errors import WrongState
from app.services.transaction import Transaction, found

CATEGORISERS = frozenset({Role.ADMIN, Role.CREATIVE})
_SEALED = frozenset({ContentState.SUBMITTED, ContentState.READY, ContentState.APPROVED})
_GONE = frozenset({VariantState.SKIPPED, VariantState.WITHDRAWN})


def categorise(
    tx: Transaction,
    content_id: int,
    seen: int,
    category: Category,
    own_category: str | None = None,
) -> None:
    """Set the category of a content, also once it is published, withdrawn or on record.

    Decisions are about variants, whose fingerprints hold no category: they stay valid. Of an idea
    without variants the category was decided too, so while that holds it stays as it is.

    Raises:
        ChangedMeanwhile, NotFound, NotPermitted, WrongState.
    """
    tx.permit("categorise", CATEGORISERS)
    content = found(tx, Content, content_id, seen)
    if not can_categorise(content.state, [variant.state for variant in content.variants]):
        raise WrongState(content.reference, ContentAct.REOPEN, content.state)
    content.category = category
    is_other = category is Category.OTHER
    content.own_category = ((own_category or "").strip() or None) if is_other else None
    note_search_text(content)
    tx.audit("categorise", "content", content.id, content.reference, category=category.value)
    tx.session.flush()


def can_categorise(state: ContentState, variants: list[VariantState]) -> bool:
    """Whether the category can change without voiding a decision.

    What the public saw is counted in the annual report whatever became of it since.
    """
    if VariantState.WITHDRAWN in variants:
        return True
    if state is ContentState.CANCELLED:
        return False
    return state not in _SEALED or any(variant not in _GONE for variant in variants)
