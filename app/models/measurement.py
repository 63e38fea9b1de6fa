"""Measurements: what platforms and people counted (Pasal 12(3) d–e). Unknown is not zero."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Measure(StrEnum):
    """What was counted; unlike measures are never added."""

    SHARES = "shares"
    REPOSTS = "reposts"  # X and LinkedIn count them apart from shares
    VIEWS = "views"
    IMPRESSIONS = "impressions"
    REACH = "reach"
    LIKES = "likes"
    REACTIONS = "reactions"
    COMMENTS = "comments"
    SAVES = "saves"
    FOLLOWS = "follows"
    CLICKS = "clicks"
    ENGAGEMENTS = "engagements"
    PROFILE_VISITS = "profile_visits"
    VISITORS = "visitors"
    PAGE_VIEWS = "page_views"
    CONVERSATIONS = "conversations"
    MESSAGES_SENT = "messages_sent"  # broadcasts counted by hand


class Measurement(Base):
    """One figure of an account or a post, for a period or lifetime "as of" a day.

    The newest import of a figure stands; a blank never overwrites a value.
    """

    __tablename__ = "measurement"
    __table_args__ = (
        CheckConstraint("value >= 0 OR measure = 'follows'", name="not_negative"),
        CheckConstraint(
            "until_on IS NULL OR from_on IS NULL OR until_on >= from_on", name="period"
        ),
        UniqueConstraint("account_id", "post_key", "measure", "from_on", "until_on"),
        Index("ix_measurement_variant_id", "variant_id"),
        Index("ix_measurement_measure", "measure", "posted_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    variant_id: Mapped[int | None] = mapped_column(ForeignKey("variant.id"))
    post_key: Mapped[str] = mapped_column(default="")  # "" for figures of the whole account
    post_text: Mapped[str | None]
    posted_at: Mapped[datetime | None]
    measure: Mapped[Measure]
    own_name: Mapped[str | None]  # what the platform calls it
    value: Mapped[float]
    from_on: Mapped[date]
    until_on: Mapped[date]
    as_of: Mapped[date]
    import_run_id: Mapped[int | None] = mapped_column(ForeignKey("import_run.id"), index=True)
