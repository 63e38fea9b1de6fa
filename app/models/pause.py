"""The emergency pause: what is planned is held until somebody ends it, and then decided on."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from app.models.content import Category
from app.models.roles import ADMIN_ONLY, DECIDERS

PAUSERS = ADMIN_ONLY | DECIDERS  # who may begin and end a pause


class PauseScope(StrEnum):
    """What a pause holds."""

    ALL = "all"
    ALL_BUT_CATEGORY = "all_but_category"
    CATEGORY = "category"
    ACCOUNT = "account"


OF_CATEGORY = frozenset({PauseScope.CATEGORY, PauseScope.ALL_BUT_CATEGORY})


class Pause(Base):
    """One pause: what it holds, who began it when and why, who ended it when.

    Rows are never removed. What it holds is derived from it and from the variants, never stored.
    """

    __tablename__ = "pause"
    __table_args__ = (
        CheckConstraint("reason <> ''", name="has_reason"),
        CheckConstraint("(scope = 'account') = (account_id IS NOT NULL)", name="account_of_scope"),
        CheckConstraint(
            "(scope IN ('category', 'all_but_category')) = (category IS NOT NULL)",
            name="category_of_scope",
        ),
        CheckConstraint("(ended_at IS NULL) = (ended_by_id IS NULL)", name="ended_by_somebody"),
        Index("ix_pause_ended_at", "ended_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scope: Mapped[PauseScope]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    category: Mapped[Category | None]
    reason: Mapped[str]
    begun_at: Mapped[datetime]
    begun_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
