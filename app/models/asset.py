"""Assets: facts about pictures, videos and files whose bytes lie in the store (Pasal 5 f, 11)."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Identified, Versioned


class AssetKind(StrEnum):
    """What the bytes are, by content and not by name."""

    PICTURE = "picture"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"
    OTHER = "other"


class RightsState(StrEnum):
    """Derived from the facts and a day; never stored."""

    CLEAR = "clear"
    ENDING = "ending"
    ENDED = "ended"
    UNKNOWN = "unknown"


class Asset(Versioned, Identified, Base):
    """One sequence of bytes, whatever names it came under. Identity is its SHA-256."""

    __tablename__ = "asset"
    __table_args__ = (Index("ix_asset_added_at", "added_at", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    sha256: Mapped[str] = mapped_column(unique=True)
    size: Mapped[int]
    kind: Mapped[AssetKind]
    format: Mapped[str | None]
    file_name: Mapped[str]
    title: Mapped[str]
    width: Mapped[int | None]  # upright, after the EXIF rotation
    height: Mapped[int | None]
    seconds: Mapped[float | None]
    has_alpha: Mapped[bool | None]
    taken_at: Mapped[datetime | None]
    has_position: Mapped[bool] = mapped_column(default=False)  # GPS in the file
    unreadable_reason: Mapped[str | None]  # remembered: never retried for ever
    creator: Mapped[str | None]
    alt_text: Mapped[str] = mapped_column(default="")
    rights_holder: Mapped[str | None]
    licence: Mapped[str | None]
    rights_from: Mapped[date | None]
    rights_until: Mapped[date | None]
    rights_unlimited: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime]
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    import_run_id: Mapped[int | None] = mapped_column(ForeignKey("import_run.id"), index=True)
    search_text: Mapped[str] = mapped_column(default="")
