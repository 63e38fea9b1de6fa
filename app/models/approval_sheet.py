"""The weekly sheet: what an official decides, or confirms, with ink on paper."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Versioned


class ApprovalSheet(Versioned, Base):
    """One sheet as it was printed for one official; the scan of the signed one settles it."""

    __tablename__ = "approval_sheet"
    __table_args__ = (
        CheckConstraint(
            "(recorded_at IS NULL) = (scan_asset_id IS NULL)"
            " AND (recorded_at IS NULL) = (signed_on IS NULL)",
            name="recorded_with_scan",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    official_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    signed_on: Mapped[date | None]
    scan_asset_id: Mapped[int | None] = mapped_column(ForeignKey("asset.id"))
    recorded_at: Mapped[datetime | None]
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    lines: Mapped[list["SheetLine"]] = relationship(
        back_populates="sheet", order_by="SheetLine.position"
    )


class SheetLine(Base):
    """One thing on a sheet: a revision to decide on, or a noted decision to confirm."""

    __tablename__ = "sheet_line"
    __table_args__ = (UniqueConstraint("sheet_id", "position"),)
    root = "sheet"

    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("approval_sheet.id"))
    position: Mapped[int]
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))

    sheet: Mapped[ApprovalSheet] = relationship(back_populates="lines")
