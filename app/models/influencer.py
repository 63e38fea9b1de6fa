"""People with many followers who help to spread what the agency says (Pasal 4(2))."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base

if TYPE_CHECKING:
    from app.models.content import Content


class Influencer(Base):
    """One influencer, known by the name that the office uses."""

    __tablename__ = "influencer"
    __table_args__ = (CheckConstraint("name <> ''", name="has_name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class ContentInfluencer(Base):
    """That an influencer helps with a content, in the order in which they were named."""

    __tablename__ = "content_influencer"
    __table_args__ = (UniqueConstraint("content_id", "influencer_id"),)
    root = "content"

    id: Mapped[int] = mapped_column(primary_key=True)
    content_id: Mapped[int] = mapped_column(ForeignKey("content.id"))
    influencer_id: Mapped[int] = mapped_column(ForeignKey("influencer.id"), index=True)

    content: Mapped["Content"] = relationship(back_populates="influencers")
    influencer: Mapped[Influencer] = relationship(lazy="joined")
