"""Days of the office: what its calendar says of a day or a span of days, beside contents."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned


class DayKind(StrEnum):
    """What is said of a day, in the order in which it is told."""

    HOLIDAY = "holiday"
    COLLECTIVE_LEAVE = "collective_leave"  # cuti bersama, decided each year by a joint decree
    OBSERVANCE = "observance"
    QUIET_PERIOD = "quiet_period"
    CAMPAIGN = "campaign"
    NOTE = "note"


class DayMark(Versioned, Base):
    """What the office says of its days from `first_on` to `last_on`, both included.

    Holidays and observances that the program brings along are not rows: `origin` names the one
    that this row stands in for, corrected or, if `is_hidden`, left out. What is `is_yearly` comes
    again on the same days of each year, whatever year is stored.
    """

    __tablename__ = "day_mark"
    __table_args__ = (
        CheckConstraint("words <> ''", name="has_words"),
        CheckConstraint("last_on >= first_on", name="in_order"),
        CheckConstraint("kind <> 'quiet_period' OR reason <> ''", name="quiet_reason"),
        CheckConstraint("NOT is_hidden OR origin IS NOT NULL", name="hides_shipped"),
        Index("ix_day_mark_first_on", "first_on", "last_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[DayKind]
    first_on: Mapped[date]
    last_on: Mapped[date]
    words: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")  # why it is quiet; of others a remark
    is_yearly: Mapped[bool] = mapped_column(default=False)
    is_certain: Mapped[bool] = mapped_column(default=True)
    is_hidden: Mapped[bool] = mapped_column(default=False)
    origin: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    import_run_id: Mapped[int | None] = mapped_column(ForeignKey("import_run.id"), index=True)
