"""Texts that lie ready for the composer: groups of hashtags, and templates by occasion."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned


class TemplateKind(StrEnum):
    """On which occasion a template is taken."""

    CONDOLENCE = "condolence"
    DISRUPTION = "disruption"
    EVENT = "event"
    HOAX_CLARIFICATION = "hoax_clarification"
    SINGLE_NARRATIVE = "single_narrative"  # Pasal 7 h: its words are given and can't be edited
    OTHER = "other"


class HashtagGroup(Versioned, Base):
    """Hashtags that go together, such as those of a campaign; each without its sign."""

    __tablename__ = "hashtag_group"
    __table_args__ = (CheckConstraint("name <> ''", name="has_name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    tags: Mapped[str]  # parted by spaces, the most important first
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    retired_at: Mapped[datetime | None]


class ContentTemplate(Versioned, Base):
    """A text to begin with; placeholders such as `{nama_kantor}` are filled when it is taken."""

    __tablename__ = "content_template"
    __table_args__ = (CheckConstraint("name <> '' AND text <> ''", name="says_something"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[TemplateKind]
    text: Mapped[str]
    source: Mapped[str | None]  # of a single narrative: who gave it out, and when
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    retired_at: Mapped[datetime | None]
