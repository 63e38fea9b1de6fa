"""What is being edited: the form as typed, what is stored, and the changes that one can make."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from app.language import wib
from app.models.account import AudienceSegment
from app.models.content import Category, ContentState
from app.models.variant import VariantState
from app.services.contents import (
    AccountChoice,
    Attached,
    AttachedFacts,
    ContentForm,
    ContentView,
    MediaForm,
    VariantForm,
    VariantRow,
)
from app.services.platform_limits import SHIPPED
from app.services.platforms import PlatformFacts, entries
from app.services.threads import posts_of

Target = tuple[int, str]  # account and kind of post


class Editing:
    """One content in the composer. `target` None is the base text, which all others follow."""

    def __init__(self) -> None:
        self.view: ContentView | None = None  # None: not stored yet
        self.content_id = 0  # 0: not stored yet
        self.version = 0  # that what is typed was typed over
        self.stored = ContentForm("")
        self.form = ContentForm("")
        self.attached: Attached = {}
        self.accounts: dict[int, AccountChoice] = {}
        self.limits = SHIPPED
        self.target: Target | None = None

    @property
    def is_dirty(self) -> bool:
        """Whether something is typed that is not saved."""
        return self.form != self.stored

    @property
    def state(self) -> ContentState:
        """How far it has come; what is not stored yet counts as collected."""
        return self.view.state if self.view else ContentState.COLLECTED

    @property
    def needs_alt_text(self) -> bool:
        """What the agency's policy says; of what is not stored yet, the rule of the start."""
        return self.view.alt_text_required if self.view else True

    def begin(self, view: ContentView | None, form: ContentForm) -> None:
        """Show what is stored; `form` is what stands in the fields."""
        self.view = view
        self.content_id, self.version = (view.id, view.version) if view else (0, 0)
        self.stored = view.form if view else ContentForm("")
        self.form = form
        if view is not None:
            self.attached |= view.attached
        if self.target not in [variant.target for variant in form.variants]:
            self.target = None

    def note_saved(self, content_id: int, version: int, form: ContentForm) -> None:
        """`form` is stored now; what was typed since is not."""
        self.content_id, self.version, self.stored = content_id, version, form

    # The idea

    def change(self, **fields: object) -> None:
        self.form = replace(self.form, **fields)  # type: ignore[arg-type]  # names of ContentForm

    # Variants

    def variant(self, target: Target | None = None) -> VariantForm | None:
        """The variant of a target, by default of the current one; None for the base text."""
        wanted = target or self.target
        found = [variant for variant in self.form.variants if variant.target == wanted]
        return found[0] if found else None

    def row(self, target: Target) -> VariantRow | None:
        """What is stored of it beside its form."""
        rows = self.view.variants if self.view else ()
        return next((row for row in rows if row.target == target), None)

    def is_decided(self, target: Target) -> bool:
        """Published, skipped or withdrawn: nothing of it can change."""
        row = self.row(target)
        return row is not None and row.state is not VariantState.PLANNED

    def decided(self) -> list[Target]:
        return [it.target for it in self.form.variants if self.is_decided(it.target)]

    def open_targets(self) -> list[Target]:
        """Where it is still to go."""
        return [it.target for it in self.form.variants if not self.is_decided(it.target)]

    def facts(self, target: Target | None = None) -> PlatformFacts | None:
        """What the target's platform accepts, as the office knows it."""
        variant = self.variant(target)
        return self.limits.facts(variant.post_kind, variant.account_id) if variant else None

    def handle(self, target: Target) -> str:
        """The account's name there."""
        row = self.row(target)
        if row is not None:
            return row.handle
        account = self.accounts.get(target[0])
        return account.handle if account else ""

    def segments(self) -> tuple[AudienceSegment, ...]:
        """For whom the accounts are meant that it goes to (Pasal 5 a)."""
        keys = {account_id for account_id, _kind in self.open_targets()}
        meant = {it for key in keys & self.accounts.keys() for it in self.accounts[key].segments}
        return tuple(segment for segment in AudienceSegment if segment in meant)

    def free_targets(self) -> list[tuple[AccountChoice, PlatformFacts]]:
        """Accounts and kinds of post that this content does not go to yet."""
        taken = {variant.target for variant in self.form.variants}
        return [
            (account, entry)
            for account in self.accounts.values()
            for entry in entries().values()
            if entry.platform == account.platform and (account.id, entry.key) not in taken
        ]

    def add_variant(self, account_id: int, post_kind: str) -> None:
        """Let it go there too, with the moment and the media that the others share.

        The first one takes the pictures that came with the idea.
        """
        material = self.view.material if self.view else ()
        media = self.form.variants[0].media if self.form.variants else material
        added = VariantForm(account_id, post_kind, None, self.form.planned_at, media)
        self.change(variants=(*self.form.variants, added))
        self.target = added.target

    def remove_variant(self) -> None:
        """It will not go to the current target."""
        kept = tuple(it for it in self.form.variants if it.target != self.target)
        self.change(variants=kept)
        self.target = None

    # Text

    def text(self) -> str:
        """What stands in the text field: the target's own text, or the base text."""
        variant = self.variant()
        return self.form.text if variant is None or variant.text is None else variant.text

    def posts(self) -> tuple[str, ...]:
        """What stands there as posts: several where it is a thread."""
        facts = self.facts()
        return posts_of(self.text(), facts.text) if facts else (self.text(),)

    def write(self, text: str) -> None:
        if self.target is None:
            self.change(text=text)
        elif text != self.text():
            self._change_variants([self.target], lambda it: replace(it, text=text))

    def say_narrative(self, narrative_id: int, text: str, source: str) -> None:
        """Every open target says the words of a single narrative; its source is the idea's."""
        fields: dict[str, object] = {"narrative_id": narrative_id, "text": text}
        if source:
            fields["source"] = source
        self.change(**fields, category=Category.SINGLE_NARRATIVE)
        self._change_variants(self.open_targets(), lambda it: replace(it, text=None))

    def follow_base(self) -> None:
        """The current target says again what the base text says."""
        if self.target is not None:
            self._change_variants([self.target], lambda it: replace(it, text=None))

    # Media

    def media(self) -> tuple[MediaForm, ...]:
        """The media of the current target; with the base text those that all accounts share."""
        variant = self.variant()
        if variant is None and self.shares_media:
            variant = next(iter(self.form.variants), None)
        return variant.media if variant else ()

    @property
    def shares_media(self) -> bool:
        """Whether every account gets the same files in the same order."""
        orders = {tuple(it.asset_id for it in variant.media) for variant in self.form.variants}
        return len(orders) <= 1

    def attached_here(self) -> list[AttachedFacts]:
        """What is known of the media that are still to go out."""
        targets = self.open_targets()
        media = [
            it
            for variant in self.form.variants
            if variant.target in targets
            for it in variant.media
        ]
        return [self.attached[it.asset_id] for it in media if it.asset_id in self.attached]

    def _media_targets(self) -> list[Target]:
        """Whose media change: the current target's, or those of all that are still open."""
        return [self.target] if self.target else self.open_targets()

    def attach(self, media: Sequence[MediaForm]) -> None:
        def attached(it: VariantForm) -> VariantForm:
            there = {medium.asset_id for medium in it.media}
            new = tuple(medium for medium in media if medium.asset_id not in there)
            return replace(it, media=(*it.media, *new))

        self._change_variants(self._media_targets(), attached)

    def detach(self, asset_id: int) -> None:
        def detached(it: VariantForm) -> VariantForm:
            kept = tuple(medium for medium in it.media if medium.asset_id != asset_id)
            return replace(it, media=kept)

        self._change_variants(self._media_targets(), detached)

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

        self._change_variants(self._media_targets(), shifted)

    def describe(self, asset_id: int, alt_text: str) -> None:
        """Write what can be seen in a picture, for every target whose media are shown."""

        def described(it: VariantForm) -> VariantForm:
            media = tuple(
                MediaForm(asset_id, alt_text) if medium.asset_id == asset_id else medium
                for medium in it.media
            )
            return replace(it, media=media)

        self._change_variants(self._media_targets(), described)

    # Moments

    @property
    def shares_moment(self) -> bool:
        """Whether all open variants go out when the idea says."""
        return all(
            it.planned_at == self.form.planned_at
            for it in self.form.variants
            if not self.is_decided(it.target)
        )

    def moment(self) -> tuple[date | None, datetime | None]:
        """Day and, if a time is set, moment of the current target."""
        variant = self.variant()
        at = variant.planned_at if variant else self.form.planned_at
        if at is not None:
            return wib(at).date(), at
        return self.form.planned_on, None

    def plan(self, day: date | None, at: datetime | None, *, for_all: bool) -> None:
        """Set when it goes out: the idea and all its open variants, or the current one alone."""
        if for_all or self.target is None:
            self.change(planned_at=at, planned_on=None if at else day)
        targets = [it.target for it in self.form.variants] if for_all else [self.target]
        self._change_variants(targets, lambda it: replace(it, planned_at=at))

    def _change_variants(
        self, targets: Sequence[Target | None], change: Callable[[VariantForm], VariantForm]
    ) -> None:
        self.change(
            variants=tuple(
                change(it) if it.target in targets and not self.is_decided(it.target) else it
                for it in self.form.variants
            )
        )
