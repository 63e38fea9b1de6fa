"""What somebody has typed about contents and not saved: to go on with it, or to let it go."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.models.content import EDITABLE, Content
from app.models.gate import Draft
from app.services.contents.typed import typed_form
from app.services.contents.writing import DRAFT_SUBJECT


@dataclass(frozen=True, slots=True)
class Unsaved:
    """One draft of a person. `content_id` 0 is a content that is not made yet."""

    content_id: int
    reference: str
    title: str  # as it was typed, perhaps empty
    saved_at: datetime


def unsaved(session: Session, person_id: int) -> list[Unsaved]:
    """This person's drafts that can still become something, the newest first."""
    query = (
        select(Draft.subject_id, Content.reference, Draft.body, Draft.saved_at)
        .outerjoin(Content, Content.id == Draft.subject_id)
        .where(
            Draft.person_id == person_id,
            Draft.subject == DRAFT_SUBJECT,
            or_(Draft.subject_id == 0, Content.state.in_(EDITABLE)),
        )
        .order_by(Draft.saved_at.desc(), Draft.id.desc())
    )
    return [
        Unsaved(key, reference or "", typed_form(json.loads(body)).title.strip(), saved_at)
        for key, reference, body, saved_at in session.execute(query)
    ]
