"""What an idea still lacks before it is submitted, and before it is finished."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.language import wib
from app.models.asset import AssetKind
from app.models.content import Category
from app.services.contents.forms import ContentForm, VariantForm
from app.services.contents.placeholders import left_in
from app.services.counting import Problem, judge
from app.services.media_fit import MediaProblem, Medium, judge_media
from app.services.platform_limits import SHIPPED, OwnLimits
from app.services.platforms import PlatformFacts


class LackCode(StrEnum):
    """What can be missing or too much; also the code by which its sentence is found."""

    NO_TITLE = "no_title"
    NO_CATEGORY = "no_category"
    NO_SOURCE = "no_source"
    SOURCE_NOT_VERIFIED = "source_not_verified"
    NO_VARIANT = "no_variant"
    UNKNOWN_KIND = "unknown_kind"
    NOTHING_SAID = "nothing_said"
    TEXT = "text"
    MEDIA = "media"
    NO_ALT_TEXT = "no_alt_text"
    RIGHTS_END = "rights_end"
    RIGHTS_UNKNOWN = "rights_unknown"
    PLACEHOLDER = "placeholder"
    NO_CLAIM = "no_claim"
    NO_EVIDENCE = "no_evidence"
    NO_HOAX_KIND = "no_hoax_kind"
    NO_VERDICT = "no_verdict"


_ONLY_A_WORD = frozenset(
    {LackCode.SOURCE_NOT_VERIFIED, LackCode.RIGHTS_END, LackCode.RIGHTS_UNKNOWN}
)


class Lack(NamedTuple):
    """One thing that an idea lacks, or that does not fit its platform.

    `where` names the kind of post (`Instagram (reel)`), empty for the idea itself; `detail` is a
    Problem, a MediaProblem, the number of a picture, the last day of its rights, or the name of a
    placeholder.
    """

    code: LackCode
    where: str = ""
    target: tuple[int, str] | None = None
    detail: Problem | MediaProblem | int | date | str | None = None

    @property
    def is_refusal(self) -> bool:
        """Whether it stands in the way; else it is only worth a word."""
        if isinstance(self.detail, Problem | MediaProblem):
            return self.detail.is_refusal
        return self.code not in _ONLY_A_WORD


@dataclass(frozen=True, slots=True)
class AttachedFacts:
    """What is known of an asset that a form attaches."""

    sha256: str
    title: str
    kind: AssetKind
    format: str | None
    size: int
    width: int | None
    height: int | None
    seconds: float | None
    rights_until: date | None
    rights_unlimited: bool

    @property
    def knows_rights(self) -> bool:
        """Whether somebody has filled in how long it may be used."""
        return self.rights_unlimited or self.rights_until is not None


Attached = dict[int, AttachedFacts]


def lacks_to_submit(form: ContentForm) -> tuple[Lack, ...]:
    """Title, category and source (Pasal 9 f)."""
    found = []
    if not form.title.strip():
        found.append(Lack(LackCode.NO_TITLE))
    if form.category is None or (form.category is Category.OTHER and not form.own_category.strip()):
        found.append(Lack(LackCode.NO_CATEGORY))
    if not form.source.strip():
        found.append(Lack(LackCode.NO_SOURCE))
    elif not form.source_is_verified:
        found.append(Lack(LackCode.SOURCE_NOT_VERIFIED))
    return tuple(found)


def lacks_to_finish(
    form: ContentForm,
    attached: Attached,
    *,
    alt_text_required: bool,
    decided: Sequence[tuple[int, str]] = (),
    own: OwnLimits = SHIPPED,
) -> tuple[Lack, ...]:
    """At least one variant, each within its platform's limits, alt text (D.5); what a hoax
    explanation rests on (Pasal 7 f).

    `decided` are the targets of variants that are published, skipped or withdrawn: nothing of
    them can change any more.
    """
    variants = [variant for variant in form.variants if variant.target not in decided]
    if not variants:
        return (*_hoax_lacks(form), Lack(LackCode.NO_VARIANT))
    of_variants = (
        lack
        for variant in variants
        for lack in _lacks_of(form, variant, attached, alt_text_required, own)
    )
    return (*_hoax_lacks(form), *of_variants)


def _hoax_lacks(form: ContentForm) -> Iterator[Lack]:
    if form.category is not Category.HOAX_EXPLANATION:
        return
    hoax = form.hoax
    for code, is_there in (
        (LackCode.NO_CLAIM, hoax.claim.strip()),
        (LackCode.NO_EVIDENCE, hoax.evidence.strip()),
        (LackCode.NO_HOAX_KIND, hoax.kind),
        (LackCode.NO_VERDICT, hoax.verdict),
    ):
        if not is_there:
            yield Lack(code)


def text_of(form: ContentForm, variant: VariantForm) -> str:
    """What the public reads there."""
    return form.text if variant.text is None else variant.text


def _lacks_of(
    form: ContentForm,
    variant: VariantForm,
    attached: Attached,
    alt_text_required: bool,
    own: OwnLimits,
) -> Iterator[Lack]:
    facts = own.facts(variant.post_kind, variant.account_id)
    if facts is None:
        yield Lack(LackCode.UNKNOWN_KIND, variant.post_kind, variant.target)
        return
    text = text_of(form, variant)
    if not text.strip() and not variant.media:
        yield Lack(LackCode.NOTHING_SAID, facts.label, variant.target)
    for problem in judge(text, facts, title=form.title, with_media=bool(variant.media)):
        if problem.is_refusal:
            yield Lack(LackCode.TEXT, facts.label, variant.target, problem)
    for name in left_in(text):
        yield Lack(LackCode.PLACEHOLDER, facts.label, variant.target, name)
    yield from _media_lacks(form, variant, facts, attached, alt_text_required)


def _media_lacks(
    form: ContentForm,
    variant: VariantForm,
    facts: PlatformFacts,
    attached: Attached,
    alt_text_required: bool,
) -> Iterator[Lack]:
    known = [
        (number, chosen, attached[chosen.asset_id])
        for number, chosen in enumerate(variant.media, 1)
        if chosen.asset_id in attached
    ]
    media = [
        Medium(it.kind, it.format, it.size, it.width, it.height, it.seconds, chosen.alt_text)
        for _number, chosen, it in known
    ]
    for problem in judge_media(media, facts):
        yield Lack(LackCode.MEDIA, facts.label, variant.target, problem)
    moment = variant.planned_at or form.planned_at
    day = wib(moment).date() if moment else form.planned_on
    for number, chosen, asset in known:
        if alt_text_required and asset.kind is AssetKind.PICTURE and not chosen.alt_text.strip():
            yield Lack(LackCode.NO_ALT_TEXT, facts.label, variant.target, number)
        if asset.rights_until is not None and day is not None and asset.rights_until < day:
            yield Lack(LackCode.RIGHTS_END, facts.label, variant.target, asset.rights_until)
        if not asset.knows_rights:
            yield Lack(LackCode.RIGHTS_UNKNOWN, facts.label, variant.target, number)
