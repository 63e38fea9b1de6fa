"""The annual report: narrative of its seven parts, obstacles, recommendations (Pasal 12)."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Identified, Versioned


class Part(StrEnum):
    """The seven parts of Pasal 12(3), and the texts around them."""

    POLICY_OVERVIEW = "a"
    CONTENT_REVIEW = "b"
    COMMENTS = "c"
    SHARES = "d"
    TRAFFIC = "e"
    OBSTACLES = "f"
    RECOMMENDATIONS = "g"
    PREFACE = "preface"
    INTRODUCTION = "introduction"
    CLOSING = "closing"


REQUIRED_PARTS = tuple(part for part in Part if len(part.value) == 1)


class ObstacleSide(StrEnum):
    """Pasal 12(3) f keeps them apart."""

    EXTERNAL = "external"
    INTERNAL = "internal"


class AnnualReport(Versioned, Identified, Base):
    """The report of one year. A paper signature is recorded: nobody must sign in for it."""

    __tablename__ = "annual_report"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    year: Mapped[int] = mapped_column(unique=True)
    signed_on: Mapped[date | None]
    signer_name: Mapped[str | None]
    signature_asset_id: Mapped[int | None] = mapped_column(ForeignKey("asset.id"))  # the scan
    submitted_on: Mapped[date | None]
    receipt_number: Mapped[str | None]

    narratives: Mapped[list["Narrative"]] = relationship(
        back_populates="report", cascade="all, delete-orphan"
    )


class Narrative(Base):
    """What the office writes to one part; `empty_reason` says why a part has no figures."""

    __tablename__ = "narrative"
    __table_args__ = (UniqueConstraint("report_id", "part"),)
    root = "report"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("annual_report.id"))
    part: Mapped[Part]
    text: Mapped[str] = mapped_column(default="")
    empty_reason: Mapped[str | None]
    saved_at: Mapped[datetime]

    report: Mapped[AnnualReport] = relationship(back_populates="narratives")


class Obstacle(Versioned, Base):
    """Something that stood in the way (Pasal 12(3) f)."""

    __tablename__ = "obstacle"
    __table_args__ = (CheckConstraint("text <> ''", name="has_text"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(index=True)
    side: Mapped[ObstacleSide]
    text: Mapped[str]
    removed_at: Mapped[datetime | None]


class Recommendation(Versioned, Base):
    """What should be done and what is planned (Pasal 12(3) g, 5 k)."""

    __tablename__ = "recommendation"
    __table_args__ = (CheckConstraint("text <> ''", name="has_text"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(index=True)
    text: Mapped[str]
    follow_up_plan: Mapped[str] = mapped_column(default="")
    owner: Mapped[str | None]
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    removed_at: Mapped[datetime | None]
