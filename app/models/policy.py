"""The agency's own rules: each a setting with a day from which it holds and who set it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class PolicyKey(StrEnum):
    """What an agency may decide for itself."""

    CHECKS = "checks"  # 1: D.2 alone; 2: selection, then approval of exactly what will be seen
    LEVELS = "levels"  # 1..3: levels of the second check
    ALT_TEXT_REQUIRED = "alt_text_required"
    MOVE_VOIDS_APPROVAL = "move_voids_approval"
    RECORDED_DECISIONS = "recorded_decisions"  # by message, spoken or on paper, noted by an admin
    AGENCY_ANSWER_HOURS = "agency_answer_hours"  # Lampiran C.4
    FIRST_ANSWER_HOURS = "first_answer_hours"  # no limit is written; 0 is none
    DOCUMENT_NUMBER_PATTERN = "document_number_pattern"
    SUNDANESE_GREETING = "sundanese_greeting"
    SPACING_MINUTES = "spacing_minutes"  # between two posts on one account; 0 is none
    WARN_ON_HOLIDAYS = "warn_on_holidays"


PolicyValue = int | bool | str

DEFAULTS: dict[PolicyKey, PolicyValue] = {
    PolicyKey.CHECKS: 2,
    PolicyKey.LEVELS: 1,
    PolicyKey.ALT_TEXT_REQUIRED: True,
    PolicyKey.MOVE_VOIDS_APPROVAL: False,
    PolicyKey.RECORDED_DECISIONS: False,
    PolicyKey.AGENCY_ANSWER_HOURS: 24,
    PolicyKey.FIRST_ANSWER_HOURS: 24,
    PolicyKey.DOCUMENT_NUMBER_PATTERN: "{urut}/{kode}/{unit}",
    PolicyKey.SUNDANESE_GREETING: True,
    PolicyKey.SPACING_MINUTES: 30,
    PolicyKey.WARN_ON_HOLIDAYS: False,
}


class Policy(Base):
    """One version of one setting. Rows are only added; clocks and decisions name the version."""

    __tablename__ = "policy"
    __table_args__ = (Index("ix_policy_key", "key", "valid_from"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[PolicyKey]
    value: Mapped[str]  # JSON
    valid_from: Mapped[datetime]
    set_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
