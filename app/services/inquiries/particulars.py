"""What an inquiry is about and who deals with it: kind, tone, topic, handler."""

from app.models.comment import Tone
from app.models.inquiry import Inquiry, InquiryKind
from app.models.person import Person
from app.models.roles import ADMIN_ONLY
from app.services.errors import InvalidValue
from app.services.inquiries.receiving import asking_comment
from app.services.inquiries.writing import mark, note_search_text
from app.services.transaction import Transaction, found, touch


def set_kind(tx: Transaction, inquiry_id: int, seen: int | None, kind: InquiryKind) -> None:
    """Say which of the four kinds of Lampiran C.1 it is.

    Raises:
        ChangedMeanwhile, NotFound, NotPermitted: as usual, here and below.
    """
    inquiry = _changed(tx, "set_kind", inquiry_id, seen, kind=kind)
    inquiry.kind = kind


def set_topic(tx: Transaction, inquiry_id: int, seen: int | None, topic: str) -> None:
    """Name its topic; empty takes it away."""
    inquiry = _changed(tx, "set_topic", inquiry_id, seen)
    inquiry.topic = topic.strip() or None
    note_search_text(tx, inquiry)


def set_tone(tx: Transaction, inquiry_id: int, seen: int | None, tone: Tone | None) -> None:
    """Give the message that opened it its tone (Pasal 12(3) c); None takes it away."""
    inquiry = _changed(tx, "set_tone", inquiry_id, seen, tone=tone)
    mark(tx, asking_comment(tx, inquiry.id), tone)
    tx.announce("comment")


def set_handler(tx: Transaction, inquiry_id: int, seen: int | None, handler_id: int | None) -> None:
    """Say who deals with it; None: nobody yet.

    Raises:
        InvalidValue: that person is not active any more.
    """
    inquiry = _changed(tx, "set_handler", inquiry_id, seen, handler=handler_id)
    if handler_id is not None and not found(tx, Person, handler_id).is_active:
        raise InvalidValue("handler_id", "inactive", handler_id)
    inquiry.handler_id = handler_id


def _changed(
    tx: Transaction, act: str, inquiry_id: int, seen: int | None, **details: object
) -> Inquiry:
    tx.permit(act, ADMIN_ONLY)
    inquiry = found(tx, Inquiry, inquiry_id, seen)
    touch(tx, inquiry)
    tx.audit(act, "inquiry", inquiry.id, inquiry.reference, **details)
    return inquiry
