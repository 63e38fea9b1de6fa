"""Citizens and what they write; comments are counted once, here (Pasal 12(3) c)."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base


class Tone(StrEnum):
    """Sifat komentar (Pasal 12(3) c)."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class Citizen(Base):
    """Whoever wrote; erasable: then handle and name are empty and the counted comments stay."""

    __tablename__ = "citizen"
    __table_args__ = (UniqueConstraint("platform", "handle"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    handle: Mapped[str | None]  # as the platform shows it, without a leading @
    name: Mapped[str | None]
    erased_at: Mapped[datetime | None]


class Comment(Base):
    """One thing that the public wrote: under a post, in a message, or to an inquiry.

    `fold_key` is the normalised text by which repeats are folded; a repeat is the same post, author
    and text. Where a site only shows an age `written_at` is unknown, and `written_about_at` is the
    latest moment that this age allows. `seen_at` is when we first had it: when it was copied.
    """

    __tablename__ = "comment"
    __table_args__ = (
        UniqueConstraint("post_key", "citizen_id", "fold_key", "occurrence"),
        CheckConstraint("NOT is_own OR tone IS NULL", name="own_has_no_tone"),
        CheckConstraint("(tone IS NULL) = (marked_at IS NULL)", name="marked"),
        Index("ix_comment_post_key", "post_key", "id"),
        Index("ix_comment_written_at", "written_at"),
        Index("ix_comment_inquiry_id", "inquiry_id", "id"),
        Index("ix_comment_variant_id", "variant_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    citizen_id: Mapped[int] = mapped_column(ForeignKey("citizen.id"), index=True)
    platform: Mapped[str | None]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    variant_id: Mapped[int | None] = mapped_column(ForeignKey("variant.id"))
    post_key: Mapped[str | None]  # canonical link of the post, known to the calendar or not
    inquiry_id: Mapped[int | None] = mapped_column(ForeignKey("inquiry.id"))
    is_opening: Mapped[bool] = mapped_column(default=False)  # the one that began its inquiry
    text: Mapped[str]
    fold_key: Mapped[str]
    occurrence: Mapped[int] = mapped_column(default=0)  # tells equal messages of a list apart
    external_id: Mapped[str | None]
    written_at: Mapped[datetime | None]
    written_age: Mapped[str | None]  # as the site shows it: "3 mgg"
    written_about_at: Mapped[datetime | None]
    seen_at: Mapped[datetime]
    likes: Mapped[int | None]
    is_reply: Mapped[bool] = mapped_column(default=False)
    is_own: Mapped[bool] = mapped_column(default=False)
    is_incomplete: Mapped[bool] = mapped_column(default=False)
    tone: Mapped[Tone | None]
    marked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    marked_at: Mapped[datetime | None]
    import_run_id: Mapped[int | None] = mapped_column(ForeignKey("import_run.id"), index=True)

    citizen: Mapped[Citizen] = relationship()
