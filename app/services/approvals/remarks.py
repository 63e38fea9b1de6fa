"""Remarks: internal discussion of a content or an inquiry; never part of anything sent."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.content import Content
from app.models.gate import Remark
from app.models.inquiry import Inquiry
from app.models.person import Person
from app.models.variant import Variant
from app.services.errors import InvalidValue, NotFound
from app.services.people import addressed
from app.services.platforms import entries
from app.services.transaction import Transaction, found


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """One remark as it is shown; `about` names the kind of post that it is about, if one."""

    person: str
    text: str
    made_at: datetime
    about: str = ""


def add_remark(
    tx: Transaction,
    text: str,
    *,
    content_id: int | None = None,
    inquiry_id: int | None = None,
    variant_id: int | None = None,
) -> None:
    """Say something to the team about a content, one variant of it, or an inquiry.

    Raises:
        InvalidValue: nothing was said.
        NotFound: there is no such content, variant of it, or inquiry.
    """
    if not text.strip():
        raise InvalidValue("remark", "empty")
    subject: Content | Inquiry
    if content_id is not None:
        subject = found(tx, Content, content_id)
        if variant_id is not None and variant_id not in [it.id for it in subject.variants]:
            raise NotFound("variant", variant_id)
    else:
        subject = found(tx, Inquiry, inquiry_id or 0)
    tx.session.add(
        Remark(
            content_id=content_id,
            inquiry_id=None if content_id is not None else inquiry_id,
            variant_id=variant_id if content_id is not None else None,
            person_id=tx.actor_id,
            text=text.strip(),
            made_at=tx.now,
        )
    )
    tx.audit("add_remark", subject.__tablename__, subject.id, subject.reference)


def remarks_of(
    session: Session, *, content_id: int | None = None, inquiry_id: int | None = None
) -> list[RemarkRow]:
    """All remarks of one content or inquiry, the oldest first."""
    about = (
        Remark.content_id == content_id
        if content_id is not None
        else Remark.inquiry_id == inquiry_id
    )
    query = (
        select(
            Person.address_term,
            Person.call_name,
            Person.name,
            Remark.text,
            Remark.made_at,
            Variant.post_kind,
        )
        .join(Person, Person.id == Remark.person_id)
        .outerjoin(Variant, Variant.id == Remark.variant_id)
        .where(about)
        .order_by(Remark.made_at, Remark.id)
    )
    return [
        RemarkRow(addressed(row[0], row[1], row[2]), row[3], row[4], _label(row[5]))
        for row in session.execute(query)
    ]


def _label(post_kind: str | None) -> str:
    entry = entries().get(post_kind) if post_kind is not None else None
    return entry.label if entry else post_kind or ""
