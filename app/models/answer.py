"""Answers to an inquiry: the final one, and interim replies while another agency is silent."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned
from app.models.flow import Step
from app.models.roles import ADMIN_ONLY, DECIDERS


class AnswerKind(StrEnum):
    """Final answers share the state of their inquiry; an interim reply has a flow of its own."""

    FINAL = "final"
    INTERIM = "interim"


class InterimState(StrEnum):
    """How far an interim reply has come."""

    DRAFTED = "drafted"
    AWAITING_APPROVAL = "awaiting_approval"
    APPROVED = "approved"
    SENT = "sent"


class InterimAct(StrEnum):
    """What people do with an interim reply."""

    REQUEST_APPROVAL = "request_approval"
    APPROVE = "approve"
    RETURN_TO_AUTHOR = "return_to_author"
    RECALL = "recall"
    REOPEN = "reopen"
    SEND_INTERIM_REPLY = "send_interim_reply"


INTERIM_FLOW: tuple[Step, ...] = (
    Step(
        InterimState.DRAFTED,
        InterimAct.REQUEST_APPROVAL,
        InterimState.AWAITING_APPROVAL,
        ADMIN_ONLY,
    ),
    Step(
        InterimState.AWAITING_APPROVAL,
        InterimAct.APPROVE,
        InterimState.APPROVED,
        DECIDERS,
        not_own=True,
    ),
    Step(
        InterimState.AWAITING_APPROVAL,
        InterimAct.RETURN_TO_AUTHOR,
        InterimState.DRAFTED,
        DECIDERS,
        not_own=True,
        needs_reason=True,
    ),
    Step(
        InterimState.AWAITING_APPROVAL,
        InterimAct.RECALL,
        InterimState.DRAFTED,
        ADMIN_ONLY,
        author_may=True,
    ),
    Step(InterimState.APPROVED, InterimAct.REOPEN, InterimState.DRAFTED, ADMIN_ONLY),
    Step(
        InterimState.APPROVED,
        InterimAct.SEND_INTERIM_REPLY,
        InterimState.SENT,
        ADMIN_ONLY,
    ),
)


class Answer(Versioned, Base):
    """One answer. `referral_id` names the other agency's answer that it is built on (C.5)."""

    __tablename__ = "answer"
    __table_args__ = (
        CheckConstraint("(kind = 'interim') = (interim_state IS NOT NULL)", name="interim_state"),
        CheckConstraint(
            "sent_at IS NULL OR proof_url IS NOT NULL OR proof_note IS NOT NULL OR is_history",
            name="has_proof",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    inquiry_id: Mapped[int] = mapped_column(ForeignKey("inquiry.id"), index=True)
    kind: Mapped[AnswerKind] = mapped_column(default=AnswerKind.FINAL)
    interim_state: Mapped[InterimState | None]
    text: Mapped[str] = mapped_column(default="")
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"))
    standard_answer_id: Mapped[int | None] = mapped_column(ForeignKey("standard_answer.id"))
    created_at: Mapped[datetime]
    returned_reason: Mapped[str | None]  # the newest; decisions keep them all
    sent_at: Mapped[datetime | None]  # happened
    sent_recorded_at: Mapped[datetime | None]
    proof_url: Mapped[str | None]
    proof_note: Mapped[str | None]
    is_history: Mapped[bool] = mapped_column(default=False)
