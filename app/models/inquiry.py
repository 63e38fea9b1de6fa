"""Inquiries: what citizens and other agencies ask, and how far the answer has come (Lampiran C)."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Identified, Versioned
from app.models.flow import Step
from app.models.roles import ADMIN_ONLY, AUTHORS, DECIDERS


class InquiryKind(StrEnum):
    """The four kinds of Lampiran C.1; an *aduan* counts as criticism."""

    QUESTION = "question"
    COMMENT = "comment"
    CRITICISM = "criticism"
    SUGGESTION = "suggestion"


class InquiryState(StrEnum):
    """States in the order of the flow."""

    RECEIVED = "received"
    REFERRED = "referred"
    AGENCY_ANSWERED = "agency_answered"
    DRAFTED = "drafted"
    AWAITING_APPROVAL = "awaiting_approval"
    APPROVED = "approved"
    ANSWERED = "answered"
    CLOSED = "closed"
    DISMISSED = "dismissed"
    HANDED_OVER = "handed_over"


class InquiryAct(StrEnum):
    """What people do with an inquiry."""

    DRAFT = "draft"
    REFER = "refer"
    RECORD_AGENCY_ANSWER = "record_agency_answer"
    REQUEST_APPROVAL = "request_approval"
    APPROVE = "approve"
    RETURN_TO_AUTHOR = "return_to_author"
    RECALL = "recall"
    REOPEN = "reopen"
    RECORD_ANSWER = "record_answer"
    CLOSE = "close"
    HAND_OVER = "hand_over"
    DISMISS = "dismiss"


class InquiryOrigin(StrEnum):
    """How it came into the program."""

    ENTERED = "entered"
    COMMENT = "comment"
    AGENCY = "agency"  # an incoming referral: the asker is an agency
    IMPORTED = "imported"


_S, _A = InquiryState, InquiryAct

# Lampiran C. Acts obey this table, screens enable their buttons from it, the help page draws it.
FLOW: tuple[Step, ...] = (
    Step(_S.RECEIVED, _A.DRAFT, _S.DRAFTED, AUTHORS),
    Step(_S.AGENCY_ANSWERED, _A.DRAFT, _S.DRAFTED, AUTHORS),
    Step(_S.RECEIVED, _A.REFER, _S.REFERRED, ADMIN_ONLY),
    Step(_S.REFERRED, _A.REFER, _S.REFERRED, ADMIN_ONLY),
    Step(_S.REFERRED, _A.RECORD_AGENCY_ANSWER, _S.AGENCY_ANSWERED, ADMIN_ONLY),
    Step(_S.REFERRED, _A.DRAFT, _S.DRAFTED, ADMIN_ONLY),
    Step(_S.DRAFTED, _A.REQUEST_APPROVAL, _S.AWAITING_APPROVAL, ADMIN_ONLY),
    Step(_S.AWAITING_APPROVAL, _A.APPROVE, _S.APPROVED, DECIDERS, not_own=True),
    Step(
        _S.AWAITING_APPROVAL,
        _A.RETURN_TO_AUTHOR,
        _S.DRAFTED,
        DECIDERS,
        not_own=True,
        needs_reason=True,
    ),
    Step(_S.AWAITING_APPROVAL, _A.RECALL, _S.DRAFTED, ADMIN_ONLY, author_may=True),
    Step(_S.APPROVED, _A.REOPEN, _S.DRAFTED, ADMIN_ONLY),
    Step(_S.APPROVED, _A.RECORD_ANSWER, _S.ANSWERED, ADMIN_ONLY),
    Step(_S.ANSWERED, _A.CLOSE, _S.CLOSED, ADMIN_ONLY),
    Step(_S.CLOSED, _A.REOPEN, _S.RECEIVED, ADMIN_ONLY),
    Step(_S.ANSWERED, _A.REOPEN, _S.RECEIVED, ADMIN_ONLY),
    Step(_S.RECEIVED, _A.HAND_OVER, _S.HANDED_OVER, ADMIN_ONLY),
    Step(_S.REFERRED, _A.HAND_OVER, _S.HANDED_OVER, ADMIN_ONLY),
    Step(_S.RECEIVED, _A.DISMISS, _S.DISMISSED, ADMIN_ONLY, needs_reason=True),
    Step(_S.REFERRED, _A.DISMISS, _S.DISMISSED, ADMIN_ONLY, needs_reason=True),
)

DONE = frozenset({_S.CLOSED, _S.DISMISSED, _S.HANDED_OVER})


class Inquiry(Versioned, Identified, Base):
    """One matter that the public (or another agency) put to us.

    What was written stands in its comments. `received_at` is when it happened, `recorded_at` when
    it was entered. `attention_at` is the earliest due moment of its running clocks, so that lists
    sort by one indexed column; NULL while none runs.
    """

    __tablename__ = "inquiry"
    __table_args__ = (
        CheckConstraint(
            "state <> 'dismissed' OR closing_reason IS NOT NULL", name="dismiss_reason"
        ),
        CheckConstraint(
            "state <> 'handed_over' OR handed_over_to IS NOT NULL", name="hand_over_to"
        ),
        CheckConstraint("(origin = 'agency') = (asking_agency_id IS NOT NULL)", name="asker"),
        Index("ix_inquiry_received_at", "received_at", "id"),
        Index("ix_inquiry_state", "state", "received_at"),
        Index("ix_inquiry_attention_at", "attention_at", "id"),
        Index("ix_inquiry_handler_id", "handler_id", "received_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    state: Mapped[InquiryState] = mapped_column(default=InquiryState.RECEIVED)
    kind: Mapped[InquiryKind]
    kind_word: Mapped[str | None]  # as the file wrote it, such as "aduan"
    topic: Mapped[str | None]
    origin: Mapped[InquiryOrigin]
    platform: Mapped[
        str | None
    ]  # a `platform` of platforms.toml; None: telephone, letter, in person
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    content_id: Mapped[int | None] = mapped_column(ForeignKey("content.id"), index=True)
    url: Mapped[str | None]
    received_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    attention_at: Mapped[datetime | None]
    handler_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asking_agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    asking_reference: Mapped[str | None]
    handed_over_to: Mapped[str | None]
    handed_over_number: Mapped[str | None]
    handed_over_on: Mapped[date | None]
    remind_on: Mapped[date | None]
    closing_reason: Mapped[str | None]
    import_run_id: Mapped[int | None] = mapped_column(ForeignKey("import_run.id"), index=True)
    search_text: Mapped[str] = mapped_column(default="")
