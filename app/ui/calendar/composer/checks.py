"""What should be right before a content goes on: required now, required later, or advised."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.language import _
from app.models.asset import AssetKind
from app.models.content import Category, ContentState
from app.services.contents import Lack, LackCode, lacks_to_finish, lacks_to_submit
from app.ui.calendar.composer.editing import Editing

_TO_SUBMIT = (ContentState.COLLECTED, ContentState.RETURNED, ContentState.SUBMITTED)
_OF_IDEA = frozenset(
    {
        LackCode.NO_TITLE,
        LackCode.NO_CATEGORY,
        LackCode.NO_SOURCE,
        LackCode.SOURCE_NOT_VERIFIED,
    }
)
_OF_HOAX = (
    LackCode.NO_CLAIM,
    LackCode.NO_EVIDENCE,
    LackCode.NO_HOAX_KIND,
    LackCode.NO_VERDICT,
)
_OF_PICTURES = frozenset({LackCode.NO_ALT_TEXT, LackCode.RIGHTS_UNKNOWN})
_ORDER = list(LackCode)


class Weight(StrEnum):
    """How much a check matters for the next step; in the order in which it is shown."""

    REQUIRED = "required"
    LATER = "later"  # the next step goes without it, the one after that does not
    ADVISED = "advised"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that should be right: its words when it is, and what it lacks now."""

    words: str
    weight: Weight
    lacks: tuple[Lack, ...] = ()


def is_to_submit(editing: Editing) -> bool:
    """Whether the next step is to submit it, or already was; else its approval is requested."""
    return editing.state in _TO_SUBMIT


def checks_of(editing: Editing) -> tuple[Check, ...]:
    """Every check that concerns this content, always in the same order, fulfilled or not."""
    lacks = _lacks_of(editing)
    found = [*_idea_checks(editing, lacks), *_variant_checks(editing, lacks)]
    order = list(Weight)
    return tuple(sorted(found, key=lambda check: order.index(check.weight)))


def _idea_checks(editing: Editing, lacks: Sequence[Lack]) -> Iterator[Check]:
    of_idea = Weight.REQUIRED if is_to_submit(editing) else Weight.ADVISED
    yield Check(_("It has a title"), Weight.REQUIRED, _of(lacks, LackCode.NO_TITLE))
    yield Check(_("Its category is chosen (Pasal 7)"), of_idea, _of(lacks, LackCode.NO_CATEGORY))
    yield Check(_("Its source is named (Pasal 9 huruf f)"), of_idea, _of(lacks, LackCode.NO_SOURCE))
    unverified = () if editing.form.source_is_verified else (Lack(LackCode.SOURCE_NOT_VERIFIED),)
    yield Check(_("Its source is verified"), Weight.ADVISED, unverified)
    if editing.form.category is Category.HOAX_EXPLANATION:
        of_hoax = Weight.LATER if is_to_submit(editing) else Weight.REQUIRED
        rests = _("Claim, evidence, kind and verdict are filled in (Pasal 7 huruf f)")
        yield Check(rests, of_hoax, _of(lacks, *_OF_HOAX))


def _variant_checks(editing: Editing, lacks: Sequence[Lack]) -> Iterator[Check]:
    """What concerns the accounts; of text and media only once there is one, or any."""
    of_variant = Weight.LATER if is_to_submit(editing) else Weight.REQUIRED
    yield Check(_("At least one account is chosen"), of_variant, _of(lacks, LackCode.NO_VARIANT))
    if not editing.form.variants:
        return
    of_text = _of(lacks, LackCode.TEXT, LackCode.NOTHING_SAID, LackCode.UNKNOWN_KIND)
    of_text += _of(lacks, LackCode.PLACEHOLDER)
    yield Check(_("The text fits every account"), of_variant, of_text)
    of_media = _of(lacks, LackCode.MEDIA)
    refused = tuple(lack for lack in of_media if lack.is_refusal)
    yield Check(_("The media fit every account"), of_variant, refused)
    kinds = {known.kind for known in editing.attaching.known()}
    if AssetKind.PICTURE in kinds and editing.needs_alt_text:
        without = _of(lacks, LackCode.NO_ALT_TEXT)
        yield Check(_("Every picture has alt text"), of_variant, without)
    if kinds:
        changed = tuple(lack for lack in of_media if not lack.is_refusal)
        yield Check(_("No platform crops or converts the media"), Weight.ADVISED, changed)
        rights = _of(lacks, LackCode.RIGHTS_END, LackCode.RIGHTS_UNKNOWN)
        yield Check(_("Rights hold on the day it goes out"), Weight.ADVISED, rights)


def _of(lacks: Sequence[Lack], *codes: LackCode) -> tuple[Lack, ...]:
    return tuple(lack for lack in lacks if lack.code in codes)


def _lacks_of(editing: Editing) -> tuple[Lack, ...]:
    """Everything that the form lacks now, for either step; what stands in the way comes first."""
    found = (
        *lacks_to_submit(editing.form),
        *lacks_to_finish(
            editing.form,
            editing.attached,
            alt_text_required=editing.needs_alt_text,
            decided=editing.decided(),
            own=editing.limits,
        ),
    )
    in_order = sorted(found, key=lambda lack: (not lack.is_refusal, _ORDER.index(lack.code)))
    return tuple(_pictures_together(editing, in_order))


def _pictures_together(editing: Editing, lacks: Sequence[Lack]) -> list[Lack]:
    """What a picture lacks everywhere is said once, and mended for all accounts at once."""
    alike: dict[tuple[LackCode, int], list[Lack]] = {}
    for lack in lacks:
        if lack.code in _OF_PICTURES:
            alike.setdefault((lack.code, asset_of(editing, lack)), []).append(lack)
    told = []
    for lack in lacks:
        group = alike.get((lack.code, asset_of(editing, lack)), [])
        if not editing.attaching.is_shared or len(group) < max(1, len(editing.open_targets())):
            told.append(lack)
        elif lack is group[0]:
            told.append(Lack(lack.code, detail=lack.detail))
    return told


def asset_of(editing: Editing, lack: Lack) -> int:
    """The asset that a lack of a picture is about; 0 if it is about none."""
    variant = editing.variant(lack.target or next(iter(editing.open_targets()), None))
    if variant is None or lack.code not in _OF_PICTURES or not isinstance(lack.detail, int):
        return 0
    return variant.media[lack.detail - 1].asset_id


def hindrances(editing: Editing) -> list[Lack]:
    """What stands in the way of the next step of this content's flow."""
    refusals = [lack for lack in _lacks_of(editing) if lack.is_refusal]
    if is_to_submit(editing):
        return [lack for lack in refusals if lack.code in _OF_IDEA]
    if editing.state is ContentState.EDITING:
        return [lack for lack in refusals if lack.code not in _OF_IDEA]
    return []
