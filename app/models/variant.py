"""A variant: text, media and time of one content for one account and one kind of post."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.account import Account
from app.models.base import Base
from app.models.content import Content
from app.models.flow import Step
from app.models.roles import ADMIN_ONLY


class VariantState(StrEnum):
    """What is known of the publication; missed and scheduled are derived from the moment."""

    PLANNED = "planned"
    PUBLISHED = "published"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"
    SKIPPED = "skipped"


class VariantAct(StrEnum):
    """What people do with a variant."""

    RECORD_PUBLISHED = "record_published"
    RECORD_UNKNOWN = "record_unknown"
    SKIP = "skip"
    WITHDRAW = "withdraw"


FLOW: tuple[Step, ...] = (
    Step(VariantState.PLANNED, VariantAct.RECORD_PUBLISHED, VariantState.PUBLISHED, ADMIN_ONLY),
    Step(VariantState.PLANNED, VariantAct.RECORD_UNKNOWN, VariantState.UNKNOWN, ADMIN_ONLY),
    Step(
        VariantState.PLANNED, VariantAct.SKIP, VariantState.SKIPPED, ADMIN_ONLY, needs_reason=True
    ),
    Step(
        VariantState.UNKNOWN, VariantAct.SKIP, VariantState.SKIPPED, ADMIN_ONLY, needs_reason=True
    ),
    Step(VariantState.UNKNOWN, VariantAct.RECORD_PUBLISHED, VariantState.PUBLISHED, ADMIN_ONLY),
    Step(
        VariantState.PUBLISHED,
        VariantAct.WITHDRAW,
        VariantState.WITHDRAWN,
        ADMIN_ONLY,
        needs_reason=True,
    ),
)


class Variant(Base):
    """What goes to one account as one kind of post (a key of platforms.toml).

    `text` is None while it follows the base text of its content. A published variant keeps the
    revision that was approved and can't change; imported history may lack link and moment.
    """

    __tablename__ = "variant"
    __table_args__ = (
        UniqueConstraint("content_id", "account_id", "post_kind"),
        CheckConstraint(
            "state <> 'published' OR proof_url IS NOT NULL OR is_history", name="has_proof"
        ),
        Index("ix_variant_planned_at", "planned_at", "id"),
        Index("ix_variant_published_at", "published_at", "account_id"),
        Index("ix_variant_post_key", "post_key"),
        Index("ix_variant_state", "state", "planned_at"),
    )
    root = "content"

    id: Mapped[int] = mapped_column(primary_key=True)
    content_id: Mapped[int] = mapped_column(ForeignKey("content.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    post_kind: Mapped[str]
    state: Mapped[VariantState] = mapped_column(default=VariantState.PLANNED)
    text: Mapped[str | None]
    planned_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]  # happened
    published_recorded_at: Mapped[datetime | None]
    proof_url: Mapped[str | None]
    post_key: Mapped[str | None]  # the canonical form of the link, by which figures find it
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    proof_asset_id: Mapped[int | None] = mapped_column(ForeignKey("asset.id"))  # a screenshot
    closing_reason: Mapped[str | None]
    kept_at: Mapped[datetime | None]  # its moment passed in a pause; since then it is due again
    is_history: Mapped[bool] = mapped_column(default=False)

    content: Mapped[Content] = relationship(back_populates="variants")
    account: Mapped[Account] = relationship()
    media: Mapped[list["VariantMedia"]] = relationship(
        back_populates="variant", cascade="all, delete-orphan", order_by="VariantMedia.position"
    )


class VariantMedia(Base):
    """One asset of a variant, in its order, with the alt text that goes with it there."""

    __tablename__ = "variant_media"
    __table_args__ = (UniqueConstraint("variant_id", "asset_id"),)
    root = "variant"

    id: Mapped[int] = mapped_column(primary_key=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"))
    asset_id: Mapped[int] = mapped_column(ForeignKey("asset.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    alt_text: Mapped[str] = mapped_column(default="")

    variant: Mapped[Variant] = relationship(back_populates="media")
