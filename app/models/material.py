"""Pictures and files that came with an idea, before it has accounts (Lampiran D, step 1)."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base
from app.models.content import Content


class Material(Base):
    """One asset that came with a content; its variants take what they need of it."""

    __tablename__ = "material"
    __table_args__ = (UniqueConstraint("content_id", "asset_id"),)
    root = "content"

    id: Mapped[int] = mapped_column(primary_key=True)
    content_id: Mapped[int] = mapped_column(ForeignKey("content.id"))
    asset_id: Mapped[int] = mapped_column(ForeignKey("asset.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)

    content: Mapped[Content] = relationship()
