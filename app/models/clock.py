"""Clocks: what was promised, who owes it, when it is due, how it ended. Breaches are derived."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class ClockKind(StrEnum):
    """What was promised."""

    FIRST_ANSWER = "first_answer"  # to the citizen; an own measure, the regulation sets no limit
    AGENCY_ANSWER = "agency_answer"  # C.4: another agency of the province answers us in 24 hours
    AGENCY_REQUEST = (
        "agency_request"  # the same asked of an agency that the regulation does not bind
    )
    OUR_ANSWER = "our_answer"  # C.4 the other way: we answer an agency that asked us


class Outcome(StrEnum):
    """How a stopped clock ended."""

    MET = "met"
    BREACHED = "breached"
    VOID = "void"  # recalled or dismissed: nobody owes it any more


class Clock(Base):
    """One promise. It runs around the clock and never pauses; once stopped it never changes.

    `stopped_at` is when the promised thing happened, `stop_recorded_at` when it was entered: an
    answer of Saturday that is entered on Monday is no breach.
    """

    __tablename__ = "clock"
    __table_args__ = (
        CheckConstraint("due_at > started_at", name="due_after_start"),
        CheckConstraint("(stopped_at IS NULL) = (outcome IS NULL)", name="stopped_has_outcome"),
        Index("ix_clock_running", "stopped_at", "due_at"),
        Index("ix_clock_inquiry_id", "inquiry_id"),
        Index("ix_clock_started_at", "kind", "started_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[ClockKind]
    inquiry_id: Mapped[int] = mapped_column(ForeignKey("inquiry.id"))
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"), index=True)
    owing_agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy.id"))  # None: the default
    limit_seconds: Mapped[int]
    started_at: Mapped[datetime]
    due_at: Mapped[datetime]
    stopped_at: Mapped[datetime | None]
    stop_recorded_at: Mapped[datetime | None]
    outcome: Mapped[Outcome | None]
