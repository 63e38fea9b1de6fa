"""What the office knows better about a platform than the shipped facts: its own values."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class LimitName(StrEnum):
    """Which value of a kind of post; the names that a composer's checks read."""

    TEXT = "text"
    CAPTION = "caption"  # instead of the text's limit once there is a picture
    FOLD = "fold"  # characters shown before "more"
    HASHTAGS = "hashtags"
    MENTIONS = "mentions"
    LINKS = "links"
    PICTURES = "pictures"


class PlatformLimit(Base):
    """One value for a kind of post (a key of platforms.toml), for all accounts or for one.

    Rows are only added, so that it stays known who set what when: the newest one holds. A value of
    None lets the shipped fact hold again.
    """

    __tablename__ = "platform_limit"
    __table_args__ = (
        CheckConstraint("value IS NULL OR value > 0", name="positive"),
        Index("ix_platform_limit_kind", "post_kind", "name", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    post_kind: Mapped[str]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    name: Mapped[LimitName]
    value: Mapped[int | None]
    reason: Mapped[str] = mapped_column(default="")
    set_at: Mapped[datetime]
    set_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
