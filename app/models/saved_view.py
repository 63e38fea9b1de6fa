"""How a person likes to look at the calendar: named views, and the one that was left last."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class SavedView(Base):
    """One view of one person; the one without a name is how the calendar was left.

    It lies in the office and not on the PC: its filters name accounts and people of this office,
    and a person finds them at every PC that opens it. `filters` is canonical JSON.
    """

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("person_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(default="")
    kind: Mapped[str]  # month, week, board, list, year
    filters: Mapped[str] = mapped_column(default="{}")
