"""The agency's accounts; one is official once the head has designated it (Pasal 6(1))."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Versioned


class MediaKind(StrEnum):
    """The five types of Lampiran B."""

    COLLABORATIVE = "collaborative"
    BLOG = "blog"
    MICROBLOG = "microblog"
    MEDIA_SHARING = "media_sharing"
    SOCIAL_NETWORK = "social_network"


class AudienceSegment(StrEnum):
    """Technographic segments (Pasal 5 a)."""

    CREATOR = "creator"
    CONVERSATIONALIST = "conversationalist"
    CRITIC = "critic"
    COLLECTOR = "collector"
    JOINER = "joiner"
    SPECTATOR = "spectator"
    INACTIVE = "inactive"


class Account(Versioned, Base):
    """One account on one platform (a key `platform` of platforms.toml)."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("platform", "handle"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    handle: Mapped[str]  # without a leading @
    name: Mapped[str | None]
    address: Mapped[str | None]
    media_kind: Mapped[MediaKind]
    audience: Mapped[str | None]
    responsible_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    designation_number: Mapped[str | None]
    designation_on: Mapped[date | None]
    designation_signer: Mapped[str | None]
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    review_on: Mapped[date | None]

    segments: Mapped[list["AccountSegment"]] = relationship(
        back_populates="account", cascade="all, delete-orphan", lazy="selectin"
    )

    @property
    def is_official(self) -> bool:
        """Named by the head with a letter of a number and a day (Pasal 6(1))."""
        return bool(self.designation_number) and self.designation_on is not None


class AccountSegment(Base):
    """One technographic segment that an account is meant for."""

    __tablename__ = "account_segment"
    __table_args__ = (UniqueConstraint("account_id", "segment"),)
    root = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    segment: Mapped[AudienceSegment]

    account: Mapped[Account] = relationship(back_populates="segments")
