"""What came in from files: each import, its rows, and how unknown headers were mapped once."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Identified


class ImportKind(StrEnum):
    """What a file brings."""

    PLAN = "plan"
    INQUIRIES = "inquiries"
    COMMENTS = "comments"
    STANDARD_ANSWERS = "standard_answers"
    PEOPLE = "people"
    ACCOUNTS = "accounts"
    MEASUREMENTS = "measurements"
    DIRECTORY = "directory"
    DAYS = "days"
    ASSETS = "assets"


class ImportRun(Identified, Base):
    """One file taken in once: its bytes' hash, the mapping, what happened to its rows."""

    __tablename__ = "import_run"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[ImportKind]
    file_name: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    mapping: Mapped[str]  # JSON: column -> field
    rows: Mapped[int]
    accepted: Mapped[int]
    duplicates: Mapped[int]
    changed: Mapped[int]
    rejected: Mapped[str]  # JSON list of row, column, value, reason
    taken_at: Mapped[datetime]
    taken_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class ImportRow(Base):
    """One accepted row: the key by which it is known again, and a digest of all its values.

    `row_key` holds what makes it the same row (for an inquiry: moment, platform, author, text).
    """

    __tablename__ = "import_row"
    __table_args__ = (
        UniqueConstraint("kind", "row_key"),
        Index("ix_import_row_run", "import_run_id", "row_number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    import_run_id: Mapped[int] = mapped_column(ForeignKey("import_run.id"))
    kind: Mapped[ImportKind]
    row_number: Mapped[int]  # as a spreadsheet shows it, the header included
    sheet: Mapped[str | None]
    row_key: Mapped[str]
    digest: Mapped[str]
    subject_id: Mapped[int | None]  # key of what the row made, in the table of its kind


class HeaderMapping(Base):
    """A column header that a person explained once; remembered for the next file."""

    __tablename__ = "header_mapping"
    __table_args__ = (UniqueConstraint("kind", "header"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[ImportKind]
    header: Mapped[str]  # normalised
    field: Mapped[str]
    mapped_at: Mapped[datetime]
