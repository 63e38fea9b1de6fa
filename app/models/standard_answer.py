"""Answers that are already available (Lampiran C.2)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Versioned


class StandardAnswer(Versioned, Base):
    """One question with its ready answer; placeholders such as `{sapaan}` are filled when used."""

    __tablename__ = "standard_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str]
    text: Mapped[str]
    topic: Mapped[str | None]
    owner: Mapped[str | None]
    valid_until: Mapped[date | None]
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
    import_run_id: Mapped[int | None] = mapped_column(ForeignKey("import_run.id"), index=True)
    search_text: Mapped[str] = mapped_column(default="")
