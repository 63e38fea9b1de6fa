"""A content that repeats: its rule, and each occurrence that was made of it."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Versioned


class Frequency(StrEnum):
    """How a content repeats; days are counted from the first occurrence, never from the last."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY_BY_DAY = "monthly_by_day"  # on the 17th
    MONTHLY_BY_WEEKDAY = "monthly_by_weekday"  # on the second Tuesday
    YEARLY = "yearly"


class ShortMonth(StrEnum):
    """What happens in a month that lacks the day."""

    SKIP = "skip"
    LAST_DAY = "last_day"


class Series(Versioned, Base):
    """The rule by which one content repeats. `content_id` is its first occurrence.

    It repeats each `every` days, weeks, months or years. `weekdays` are digits, 0 for Monday;
    `nth` is 1 to 4, or -1 for the last of the month. It ends after `number` occurrences, after
    `until_on`, or never.
    """

    __tablename__ = "series"
    __table_args__ = (
        CheckConstraint("number IS NULL OR until_on IS NULL", name="one_end"),
        CheckConstraint("every >= 1", name="goes_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    content_id: Mapped[int] = mapped_column(ForeignKey("content.id"), unique=True)
    frequency: Mapped[Frequency]
    every: Mapped[int] = mapped_column(default=1)
    weekdays: Mapped[str] = mapped_column(default="")
    nth: Mapped[int | None]
    short_month: Mapped[ShortMonth] = mapped_column(default=ShortMonth.SKIP)
    first_on: Mapped[date]
    until_on: Mapped[date | None]
    number: Mapped[int | None]
    created_at: Mapped[datetime]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]  # no more occurrences are made

    occurrences: Mapped[list["Occurrence"]] = relationship(
        back_populates="series", order_by="Occurrence.occurs_on"
    )


class Occurrence(Base):
    """One day of a series and the content that was made for it: decided and proved by itself."""

    __tablename__ = "occurrence"
    __table_args__ = (UniqueConstraint("series_id", "occurs_on"),)
    root = "series"

    id: Mapped[int] = mapped_column(primary_key=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("series.id"))
    content_id: Mapped[int] = mapped_column(ForeignKey("content.id"), unique=True)
    occurs_on: Mapped[date]

    series: Mapped[Series] = relationship(back_populates="occurrences")
