"""Referrals: an inquiry handed to the agency competent for it, or one that came to us (C.3–C.4)."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Identified, Versioned
from app.models.flow import Step
from app.models.roles import ADMIN_ONLY


class Direction(StrEnum):
    """OUT: we asked another agency. IN: another agency asked us."""

    OUT = "out"
    IN = "in"


class ReferralState(StrEnum):
    """How far the other agency is (or, for IN, we are)."""

    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    NOT_COMPETENT = "not_competent"
    RECALLED = "recalled"


class ReferralAct(StrEnum):
    """What people record about a referral."""

    ACKNOWLEDGE = "acknowledge"
    RECORD_AGENCY_ANSWER = "record_agency_answer"
    RECORD_NOT_COMPETENT = "record_not_competent"
    RECALL = "recall_referral"


_S, _A = ReferralState, ReferralAct

FLOW: tuple[Step, ...] = (
    Step(_S.SENT, _A.ACKNOWLEDGE, _S.ACKNOWLEDGED, ADMIN_ONLY),
    *(
        Step(state, act, to, ADMIN_ONLY)
        for state in (_S.SENT, _S.ACKNOWLEDGED)
        for act, to in (
            (_A.RECORD_AGENCY_ANSWER, _S.ANSWERED),
            (_A.RECORD_NOT_COMPETENT, _S.NOT_COMPETENT),
            (_A.RECALL, _S.RECALLED),
        )
    ),
)

RUNNING = frozenset({_S.SENT, _S.ACKNOWLEDGED})


class Referral(Versioned, Identified, Base):
    """One handing over of one inquiry; several may run at once.

    `contacted_at` is when the agency was contacted (for IN: when it asked us): its 24 hours start
    there. Each event keeps when it happened and when it was recorded.
    """

    __tablename__ = "referral"
    __table_args__ = (
        CheckConstraint("state <> 'answered' OR answered_at IS NOT NULL", name="answer_moment"),
        Index("ix_referral_inquiry_id", "inquiry_id"),
        Index("ix_referral_agency_id", "agency_id", "contacted_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    inquiry_id: Mapped[int] = mapped_column(ForeignKey("inquiry.id"))
    direction: Mapped[Direction]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    state: Mapped[ReferralState] = mapped_column(default=ReferralState.SENT)
    means: Mapped[str]  # WhatsApp to Ibu Lilis (Humas), e-mail, letter number …
    note: Mapped[str] = mapped_column(default="")
    contacted_at: Mapped[datetime]
    contacted_recorded_at: Mapped[datetime]
    contacted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    acknowledged_at: Mapped[datetime | None]
    answer_text: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    answered_recorded_at: Mapped[datetime | None]
    is_history: Mapped[bool] = mapped_column(default=False)  # imported: its times are no C.4 clock
