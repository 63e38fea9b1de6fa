"""People of the office, what they may do, and the Surat Perintah that appoints them."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Identified, Versioned
from app.models.roles import Role


class CivilServantKind(StrEnum):
    """A Pengelola must be a civil servant (Pasal 1(6)); a non-ASN may be a team member."""

    PNS = "pns"
    PPPK = "pppk"
    NONE = "none"


class Duty(StrEnum):
    """What a Surat Perintah gives somebody to do (Pasal 6(4))."""

    ADMIN = "admin"
    GRAPHIC_DESIGN = "graphic_design"
    CREATIVE_TEAM = "creative_team"
    RESPONSIBLE_OFFICIAL = "responsible_official"


REQUIRED_DUTIES = (Duty.ADMIN, Duty.GRAPHIC_DESIGN, Duty.CREATIVE_TEAM)  # Pasal 6(4)


class SigningMode(StrEnum):
    """In which capacity a letter is signed."""

    OWN = "own"
    PLT = "plt"
    PLH = "plh"
    AN = "an"
    AN_UB = "an_ub"


class Person(Versioned, Identified, Base):
    """Somebody of the office; with a sign-in name also a user of the program."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint("name <> ''", name="has_name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]  # in full, with degrees, exactly as written
    address_term: Mapped[str | None]  # Pak, Bu, Teh, Kang …
    call_name: Mapped[str | None]  # as in "Teh Rina"
    nip: Mapped[str | None] = mapped_column(unique=True)  # 18 digits
    civil_servant_kind: Mapped[CivilServantKind] = mapped_column(default=CivilServantKind.NONE)
    rank: Mapped[str | None]
    grade: Mapped[str | None]
    position: Mapped[str | None]
    phone: Mapped[str | None]
    is_active: Mapped[bool] = mapped_column(default=True)
    sign_in_name: Mapped[str | None] = mapped_column(unique=True)  # lower case
    password_hash: Mapped[str | None]
    password_is_temporary: Mapped[bool] = mapped_column(default=False)
    signing_mode: Mapped[SigningMode] = mapped_column(default=SigningMode.OWN)

    roles: Mapped[list["PersonRole"]] = relationship(
        back_populates="person", cascade="all, delete-orphan", lazy="selectin"
    )

    def has_role(self, role: Role) -> bool:
        return any(held.role is role for held in self.roles)


class PersonRole(Base):
    """One role that a person holds."""

    __tablename__ = "person_role"
    __table_args__ = (UniqueConstraint("person_id", "role"),)
    root = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    role: Mapped[Role]

    person: Mapped[Person] = relationship(back_populates="roles")


class RememberedSignIn(Base):
    """A PC that may sign a person in without asking; the token itself is in that PC's keyring."""

    __tablename__ = "remembered_sign_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    token_sha256: Mapped[str] = mapped_column(unique=True)
    machine: Mapped[str]
    made_at: Mapped[datetime]


class Deputy(Base):
    """Who decides in an official's place (Plt./Plh.) between two days, and on what basis."""

    __tablename__ = "deputy"
    __table_args__ = (
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="period"),
        CheckConstraint("deputy_id <> official_id", name="somebody_else"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    official_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    deputy_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    mode: Mapped[SigningMode]
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    basis: Mapped[str | None]


class Assignment(Versioned, Base):
    """A Surat Perintah (in a lembaga non struktural perhaps another document), Pasal 6(2)–(3).

    The number comes from the unit's Tata Usaha: it stays empty until it is typed in.
    """

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint(
            "until_on IS NULL OR from_on IS NULL OR until_on >= from_on", name="period"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str | None]
    signed_on: Mapped[date | None]
    signer_name: Mapped[str | None]
    signer_title: Mapped[str | None]
    signer_rank: Mapped[str | None]
    signer_nip: Mapped[str | None]
    signing_mode: Mapped[SigningMode] = mapped_column(default=SigningMode.OWN)
    town: Mapped[str | None]
    basis: Mapped[str | None]  # one line each
    copies_to: Mapped[str | None]  # one line each
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]
    voided_at: Mapped[datetime | None]

    members: Mapped[list["AssignmentMember"]] = relationship(
        back_populates="assignment",
        cascade="all, delete-orphan",
        order_by="AssignmentMember.position",
    )


class AssignmentMember(Base):
    """One person and one duty of a Surat Perintah, with dates of their own where they differ."""

    __tablename__ = "assignment_member"
    __table_args__ = (
        UniqueConstraint("assignment_id", "person_id", "duty"),
        Index("ix_assignment_member_person_id", "person_id"),
    )
    root = "assignment"

    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    duty: Mapped[Duty]
    position: Mapped[int] = mapped_column(default=0)
    task: Mapped[str | None]
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]

    assignment: Mapped[Assignment] = relationship(back_populates="members")
