"""Giving a content another moment while it waits: taken back, moved, and put forward again."""

from datetime import datetime, timedelta

from app.language import wib
from app.models.content import Content, ContentState
from app.models.gate import Revision
from app.models.roles import AUTHORS
from app.models.variant import VariantState
from app.services.approvals import current_revision, recall
from app.services.contents.passing import finish, submit
from app.services.errors import InvalidValue, NotFound
from app.services.transaction import Transaction, found


def plan_anew(tx: Transaction, revision_id: int, moment: datetime) -> int:
    """Let what waited past its moment go out at another one; returns the new revision.

    Its earliest post goes out at `moment`, the others keep their distance from it.

    Raises:
        InvalidValue: the moment is past.
        DecidedBefore: a level has approved it already: it is returned first.
        RevisionSuperseded, WrongState, NotPermitted, NotFound, Incomplete.
    """
    tx.permit("move", AUTHORS)
    if moment <= tx.now:
        raise InvalidValue("planned_at", "past", moment)
    revision = tx.session.get(Revision, revision_id)
    if revision is None or revision.content_id is None:
        raise NotFound("content", revision_id)
    content = found(tx, Content, revision.content_id)
    was_selected = content.state is ContentState.READY
    recall(tx, revision_id)
    _move(content, moment)
    tx.audit("move", "content", content.id, content.reference, to_at=moment.isoformat())
    tx.session.flush()
    again = finish if was_selected else submit
    again(tx, content.id, content.version)
    newest = current_revision(tx.session, content)
    assert newest is not None  # noqa: S101 made just now
    return newest.id


def _move(content: Content, moment: datetime) -> None:
    planned = [one for one in content.variants if one.state is VariantState.PLANNED]
    known = [one.planned_at for one in planned if one.planned_at is not None]
    by = moment - min(known) if known else timedelta()
    for variant in planned:
        variant.planned_at = variant.planned_at + by if variant.planned_at is not None else moment
    content.planned_at = moment
    if content.planned_on is not None:
        content.planned_on = wib(moment).date()
