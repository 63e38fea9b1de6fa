"""Giving a post that did not go out another moment."""

from datetime import datetime

from app.models.content import Content
from app.models.roles import AUTHORS
from app.models.variant import Variant, VariantAct, VariantState
from app.services.contents.passing import Moved, let_approval_fall_if_moved
from app.services.errors import InvalidValue, WrongState
from app.services.transaction import Transaction, found


def replan(tx: Transaction, variant_id: int, seen: int, moment: datetime) -> Moved:
    """Let a planned post go out at another moment, which is still to come.

    The agency's policy says whether the approval falls, as in the calendar; `seen` is the content's
    version that was shown.

    Raises:
        InvalidValue: the moment is past.
        WrongState: it has gone out or is given up, or waits for a decision under that policy.
        ChangedMeanwhile, NotFound, NotPermitted.
    """
    tx.permit("move", AUTHORS)
    variant = found(tx, Variant, variant_id)
    content = found(tx, Content, variant.content_id, seen)
    if variant.state is not VariantState.PLANNED:
        raise WrongState(content.reference, VariantAct.SKIP, variant.state)
    if moment <= tx.now:
        raise InvalidValue("planned_at", "past", moment)
    falls = let_approval_fall_if_moved(tx, content)
    before = variant.planned_at
    variant.planned_at = moment
    days = {"from_at": before.isoformat() if before else None, "to_at": moment.isoformat()}
    tx.audit("move", "variant", variant.id, content.reference, **days)
    tx.announce("content")
    tx.session.flush()
    return Moved(content.version, falls)
