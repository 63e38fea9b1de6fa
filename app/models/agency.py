"""The office's own agency and the directory of agencies to which inquiries are referred."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Identified, Versioned


class AgencyKind(StrEnum):
    """Kinds of agency: the first four may run an office (Pasal 1(4), 1(5), 2(1))."""

    REGIONAL_AGENCY = "regional_agency"
    BUREAU = "bureau"
    TECHNICAL_UNIT = "technical_unit"
    NON_STRUCTURAL_BODY = "non_structural_body"
    REGENCY = "regency"
    CITY = "city"
    MINISTRY = "ministry"
    CENTRAL_AGENCY = "central_agency"
    STATE_ENTERPRISE = "state_enterprise"


OFFICE_KINDS = frozenset(
    {
        AgencyKind.REGIONAL_AGENCY,
        AgencyKind.BUREAU,
        AgencyKind.TECHNICAL_UNIT,
        AgencyKind.NON_STRUCTURAL_BODY,
    }
)
# The regulation binds the provincial government; for all others the 24 hours are a request.
BOUND_KINDS = OFFICE_KINDS


class Agency(Versioned, Identified, Base):
    """One agency; `is_own` marks the office itself, all others are the directory."""

    __tablename__ = "agency"
    __table_args__ = (
        CheckConstraint(
            "valid_until IS NULL OR valid_from IS NULL OR valid_until >= valid_from",
            name="validity",
        ),
        CheckConstraint("name <> ''", name="has_name"),
        CheckConstraint("is_own IS NULL OR is_own", name="own_or_nothing"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # True or NULL, never false: so a plain unique constraint lets only one agency be our own.
    is_own: Mapped[bool | None] = mapped_column(unique=True)
    kind: Mapped[AgencyKind]
    name: Mapped[str]
    short_name: Mapped[str] = mapped_column(unique=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    code: Mapped[str | None]
    head_title: Mapped[str | None]
    town: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    site: Mapped[str | None]
    area: Mapped[str | None]
    contact_name: Mapped[str | None]
    contact_means: Mapped[str | None]
    letterhead_sha256: Mapped[str | None]
    paper: Mapped[str] = mapped_column(default="a4")
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    search_text: Mapped[str] = mapped_column(default="")
