"""Posts that somebody scheduled on the platform itself: they go out whatever the plan says."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class PlatformSchedule(Base):
    """A post `set_on_platform`: where (Meta Business Suite …), for when, by whom.

    It names content, account and kind of post and not the variant: what was scheduled there stays
    scheduled there when its variant is taken out of the plan. `undone_at` is when somebody said
    that it was cancelled there. Whether it has to be cancelled is derived, never stored.
    """

    __tablename__ = "platform_schedule"
    __table_args__ = (
        CheckConstraint("place <> ''", name="has_place"),
        CheckConstraint("(undone_at IS NULL) = (undone_by_id IS NULL)", name="undone_by_somebody"),
        Index(
            "uq_platform_schedule_open",
            "content_id",
            "account_id",
            "post_kind",
            unique=True,
            sqlite_where=text("undone_at IS NULL"),
            postgresql_where=text("undone_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    content_id: Mapped[int] = mapped_column(ForeignKey("content.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    post_kind: Mapped[str]
    place: Mapped[str]
    set_for: Mapped[datetime]
    set_at: Mapped[datetime]
    set_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
