"""What the weekly approval sheet prints."""

from dataclasses import dataclass
from datetime import datetime

from app.services.printing.contents import AgencyFacts, Signatory


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One thing to decide on, or one noted decision to confirm (`noted` says which)."""

    position: int
    reference: str
    code: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()  # where it is to be seen, and the words
    pictures: tuple[str, ...] = ()  # hashes
    noted: str = ""


@dataclass(frozen=True, slots=True)
class SheetContents:
    """The sheet of one official."""

    agency: AgencyFacts
    signer: Signatory
    reference: str
    made_at: datetime
    items: tuple[SheetItem, ...]
    is_example: bool = False
