"""What an explanation of a hoax rests on (Pasal 7 f)."""

from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base

if TYPE_CHECKING:
    from app.models.content import Content


class HoaxKind(StrEnum):
    """How a false claim misleads; the seven kinds that Indonesian fact checkers use."""

    SATIRE = "satire"
    MISLEADING = "misleading"
    IMPOSTER = "imposter"
    FABRICATED = "fabricated"
    FALSE_CONNECTION = "false_connection"
    FALSE_CONTEXT = "false_context"
    MANIPULATED = "manipulated"


class HoaxVerdict(StrEnum):
    """What the check of the claim found."""

    FALSE = "false"
    MISLEADING = "misleading"
    UNPROVEN = "unproven"
    TRUE = "true"


class HoaxCheck(Base):
    """Claim, evidence, kind and verdict of one content of the category "explanation of hoaxes"."""

    __tablename__ = "hoax_check"
    root = "content"

    id: Mapped[int] = mapped_column(primary_key=True)
    content_id: Mapped[int] = mapped_column(ForeignKey("content.id"), unique=True)
    claim: Mapped[str] = mapped_column(default="")
    evidence: Mapped[str] = mapped_column(default="")
    kind: Mapped[HoaxKind | None]
    verdict: Mapped[HoaxVerdict | None]

    content: Mapped["Content"] = relationship(back_populates="hoax")
