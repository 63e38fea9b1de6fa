"""What autosave keeps for one person: no audit, no announcement, no revision."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.models.gate import Draft
from app.services.transaction import Transaction


@dataclass(frozen=True, slots=True)
class DraftRow:
    """What was typed and not saved yet, and the version it was typed over."""

    base_version: int
    body: dict[str, Any]
    saved_at: datetime


def save_draft(
    tx: Transaction, subject: str, subject_id: int, base_version: int, body: dict[str, Any]
) -> None:
    """Keep what the actor has typed so far; `subject_id` 0 is something not made yet."""
    draft = tx.session.scalar(_mine(tx.actor_id, subject, subject_id).with_for_update())
    if draft is None:
        draft = Draft(person_id=tx.actor_id, subject=subject, subject_id=subject_id)
        tx.session.add(draft)
    draft.base_version = base_version
    draft.body = json.dumps(body, ensure_ascii=False)
    draft.saved_at = tx.now


def draft_of(session: Session, person_id: int, subject: str, subject_id: int) -> DraftRow | None:
    """What this person had typed, or None."""
    draft = session.scalar(_mine(person_id, subject, subject_id))
    if draft is None:
        return None
    return DraftRow(draft.base_version, json.loads(draft.body), draft.saved_at)


def discard_draft(tx: Transaction, subject: str, subject_id: int) -> None:
    """It was saved, or the person does not want it any more."""
    tx.session.execute(
        delete(Draft).where(
            Draft.person_id == tx.actor_id,
            Draft.subject == subject,
            Draft.subject_id == subject_id,
        )
    )


def _mine(person_id: int, subject: str, subject_id: int) -> Any:
    return select(Draft).where(
        Draft.person_id == person_id, Draft.subject == subject, Draft.subject_id == subject_id
    )
