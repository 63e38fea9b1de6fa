"""The audit chain, the change log by which open programs learn of each other, and counters."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class AuditEvent(Base):
    """Who did what to which thing, when, from where; append-only and hash-chained.

    It holds no citizen's personal data, so that erasing a person never breaks the chain. `hash`
    covers `previous_hash` and a canonical form of all other columns; `form` is that form's version.
    """

    __tablename__ = "audit_event"
    __table_args__ = (Index("ix_audit_event_subject", "subject", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    form: Mapped[int]
    happened_at: Mapped[datetime]
    actor_id: Mapped[int | None]  # no foreign key: the chain must outlive everything
    actor_name: Mapped[str]
    machine: Mapped[str]
    act: Mapped[str]
    subject: Mapped[str]  # the aggregate: "content", "inquiry" …
    subject_id: Mapped[int | None]
    reference: Mapped[str | None]
    details: Mapped[str]  # canonical JSON
    previous_hash: Mapped[str]
    hash: Mapped[str]


class AuditHead(Base):
    """The chain's last link; an act locks it just before its commit."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    hash: Mapped[str]


class ChangeEntry(Base):
    """Which aggregates an act changed, and which running program did it."""

    __tablename__ = "change_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    origin: Mapped[str]
    aggregates: Mapped[str]  # sorted, separated by spaces
    made_at: Mapped[datetime]


class Counter(Base):
    """The last number of a kind of reference in a year."""

    __tablename__ = "counter"

    kind: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]


class Setting(Base):
    """A fact about this office's database itself, such as the day a demo office began."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
