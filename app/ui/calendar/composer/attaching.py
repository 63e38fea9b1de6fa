"""The media of what is being edited: attached, described and put in order for its targets."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.services.contents import AttachedFacts, MediaForm, VariantForm

if TYPE_CHECKING:
    from app.ui.calendar.composer.editing import Editing, Target


class Attaching:
    """Changes the media of the current target; with the base text those of all that are open."""

    def __init__(self, editing: "Editing") -> None:
        self._editing = editing

    @property
    def is_shared(self) -> bool:
        """Whether every account gets the same files in the same order."""
        orders = {
            tuple(it.asset_id for it in variant.media) for variant in self._editing.form.variants
        }
        return len(orders) <= 1

    def known(self) -> list[AttachedFacts]:
        """What is known of the media that are still to go out."""
        targets = self._editing.open_targets()
        media = [
            it
            for variant in self._editing.form.variants
            if variant.target in targets
            for it in variant.media
        ]
        return [
            self._editing.attached[it.asset_id]
            for it in media
            if it.asset_id in self._editing.attached
        ]

    def _targets(self) -> "list[Target]":
        """Whose media change: the current target's, or those of all that are still open."""
        return [self._editing.target] if self._editing.target else self._editing.open_targets()

    def attach(self, media: Sequence[MediaForm]) -> None:
        def attached(it: VariantForm) -> VariantForm:
            there = {medium.asset_id for medium in it.media}
            new = tuple(medium for medium in media if medium.asset_id not in there)
            return replace(it, media=(*it.media, *new))

        self._editing.change_variants(self._targets(), attached)

    def detach(self, asset_id: int) -> None:
        def detached(it: VariantForm) -> VariantForm:
            kept = tuple(medium for medium in it.media if medium.asset_id != asset_id)
            return replace(it, media=kept)

        self._editing.change_variants(self._targets(), detached)

    def shift(self, asset_id: int, by: int) -> None:
        """Put a picture further to the front (−1) or to the back (1)."""

        def shifted(it: VariantForm) -> VariantForm:
            keys = [medium.asset_id for medium in it.media]
            if asset_id not in keys:
                return it
            media = list(it.media)
            moved = media.pop(keys.index(asset_id))
            media.insert(max(0, keys.index(asset_id) + by), moved)
            return replace(it, media=tuple(media))

        self._editing.change_variants(self._targets(), shifted)

    def describe(self, asset_id: int, alt_text: str) -> None:
        """Write what can be seen in a picture, for every target whose media are shown."""

        def described(it: VariantForm) -> VariantForm:
            media = tuple(
                MediaForm(asset_id, alt_text) if medium.asset_id == asset_id else medium
                for medium in it.media
            )
            return replace(it, media=media)

        self._editing.change_variants(self._targets(), described)
