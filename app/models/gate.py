"""The one gate for contents and answers: drafts, immutable revisions, decisions, remarks."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Identified
from app.models.person import SigningMode


class Subject(StrEnum):
    """What a draft, revision, decision or remark is about."""

    CONTENT = "content"
    ANSWER = "answer"


class Verdict(StrEnum):
    """What was decided."""

    SELECTED = "selected"  # D.2
    APPROVED = "approved"
    RETURNED = "returned"  # D.3: never a rejection, the item stays alive


class Means(StrEnum):
    """How the decider said it."""

    IN_PROGRAM = "in_program"
    MESSAGE = "message"
    SPOKEN = "spoken"
    PAPER = "paper"


class Draft(Base):
    """What autosave keeps for one person: no audit, no announcement, no revision."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("person_id", "subject", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    subject: Mapped[str]  # a Subject, or "inquiry" for a new answer
    subject_id: Mapped[int]  # 0: not made yet
    base_version: Mapped[int]
    body: Mapped[str]  # JSON
    saved_at: Mapped[datetime]


class Revision(Identified, Base):
    """Exactly what a decision is about; made when a decision is requested, immutable.

    `body` is the canonical JSON of what will be seen, `form` the version of that form, `code` the
    six characters by which it is named on the telephone (no 0, O, 1, I), over all fingerprints.
    """

    __tablename__ = "revision"
    __table_args__ = (
        CheckConstraint("(content_id IS NULL) <> (answer_id IS NULL)", name="one_subject"),
        UniqueConstraint("content_id", "number"),
        UniqueConstraint("answer_id", "number"),
        Index("ix_revision_code", "code"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    content_id: Mapped[int | None] = mapped_column(ForeignKey("content.id"))
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("answer.id"))
    number: Mapped[int]
    form: Mapped[int]
    body: Mapped[str]
    code: Mapped[str]
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    fingerprints: Mapped[list["Fingerprint"]] = relationship(order_by="Fingerprint.id")


class Fingerprint(Base):
    """SHA-256 over account, text, media and alt text of one variant (or of an answer's text)."""

    __tablename__ = "fingerprint"

    id: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)
    # No foreign key: a variant may be taken out while the idea is edited, what was shown stays.
    variant_id: Mapped[int | None]
    sha256: Mapped[str]
    planned_at: Mapped[
        datetime | None
    ]  # beside the fingerprint: a policy says whether moving voids


class Decision(Identified, Base):
    """What an official decided on one revision; never deleted, only confirmed or revoked.

    `reported` marks an answer built on another agency's (C.5). A decision recorded for an official
    stands marked until `confirmed_at`; its proof is a file (a screenshot, a signed sheet), of a
    spoken one what was said. `sheet_id` names the signed weekly sheet that holds or confirms it.
    """

    __tablename__ = "decision"
    __table_args__ = (
        CheckConstraint("verdict <> 'returned' OR reason <> ''", name="return_reason"),
        CheckConstraint(
            "means = 'in_program' OR proof_asset_id IS NOT NULL"
            " OR (means = 'spoken' AND proof IS NOT NULL)",
            name="proof",
        ),
        CheckConstraint("means <> 'in_program' OR confirmed_at IS NOT NULL", name="own_word"),
        CheckConstraint("(deputy_for_id IS NULL) = (deputy_mode IS NULL)", name="deputy"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)
    verdict: Mapped[Verdict]
    level: Mapped[int]  # 0: selection (D.2); 1..3: levels of the approval
    decider_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    deputy_for_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    deputy_mode: Mapped[SigningMode | None]  # Plt. or Plh., as it was on that day
    means: Mapped[Means]
    proof: Mapped[str | None]
    proof_asset_id: Mapped[int | None] = mapped_column(ForeignKey("asset.id"))
    reason: Mapped[str] = mapped_column(default="")
    ethics: Mapped[str] = mapped_column(default="")  # the letters of Pasal 9 that were ticked
    reported: Mapped[bool] = mapped_column(default=False)
    corrected_from: Mapped[str | None]  # the text before the official's own words
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy.id"))
    happened_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    confirmed_at: Mapped[datetime | None]
    sheet_id: Mapped[int | None] = mapped_column(ForeignKey("approval_sheet.id"), index=True)
    voided_at: Mapped[datetime | None]
    voided_reason: Mapped[str | None]


class Remark(Base):
    """Internal discussion; a table of its own, so that nothing sent can ever contain it."""

    __tablename__ = "remark"
    __table_args__ = (
        CheckConstraint("(content_id IS NULL) <> (inquiry_id IS NULL)", name="one_subject"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    content_id: Mapped[int | None] = mapped_column(ForeignKey("content.id"), index=True)
    inquiry_id: Mapped[int | None] = mapped_column(ForeignKey("inquiry.id"), index=True)
    variant_id: Mapped[int | None] = mapped_column(ForeignKey("variant.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    text: Mapped[str]
    made_at: Mapped[datetime]
