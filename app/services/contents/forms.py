"""What people type in about a content: plain values, compared with what is stored."""

from dataclasses import dataclass
from datetime import date, datetime

from app.models.content import Category
from app.models.hoax import HoaxKind, HoaxVerdict


@dataclass(frozen=True, slots=True)
class MediaForm:
    """One asset of a variant, with the alt text that goes with it there."""

    asset_id: int
    alt_text: str = ""


@dataclass(frozen=True, slots=True)
class VariantForm:
    """What goes to one account as one kind of post; `text` None follows the base text."""

    account_id: int
    post_kind: str
    text: str | None = None
    planned_at: datetime | None = None
    media: tuple[MediaForm, ...] = ()

    @property
    def target(self) -> tuple[int, str]:
        """What tells the variants of one content apart."""
        return self.account_id, self.post_kind


@dataclass(frozen=True, slots=True)
class HoaxForm:
    """What the explanation of a hoax rests on (Pasal 7 f)."""

    claim: str = ""
    evidence: str = ""
    kind: HoaxKind | None = None
    verdict: HoaxVerdict | None = None


@dataclass(frozen=True, slots=True)
class ContentForm:
    """One idea as its form shows it. A moment without a time of day is `planned_on`."""

    title: str
    brief: str = ""
    text: str = ""
    category: Category | None = None
    own_category: str = ""  # the agency's word where the category is `other`
    source: str = ""  # Pasal 9 f
    source_is_verified: bool = False
    policy_reference: str = ""  # Pasal 5 e
    audience: str = ""
    campaign: str = ""
    influencers: tuple[str, ...] = ()  # names (Pasal 4(2))
    hoax: HoaxForm = HoaxForm()  # counts only where the category is the explanation of hoaxes
    narrative_id: int | None = None  # the template whose words it says and may not change
    planned_at: datetime | None = None
    planned_on: date | None = None
    variants: tuple[VariantForm, ...] = ()
