"""What is being edited: the form as typed, what is stored, and the changes that one can make."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.models.account import AudienceSegment
from app.models.content import Category, ContentState
from app.models.variant import VariantState
from app.services.contents import (
    AccountChoice,
    Attached,
    ContentForm,
    ContentView,
    MediaForm,
    VariantForm,
    VariantRow,
)
from app.services.platform_limits import SHIPPED
from app.services.platforms import PlatformFacts, entries
from app.services.threads import posts_of
from app.ui.calendar.composer.attaching import Attaching
from app.ui.calendar.composer.planning import Planning

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
        self.attaching = Attaching(self)
        self.planning = Planning(self)

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
            self.change_variants([self.target], lambda it: replace(it, text=text))

    def say_narrative(self, narrative_id: int, text: str, source: str) -> None:
        """Every open target says the words of a single narrative; its source is the idea's."""
        fields: dict[str, object] = {"narrative_id": narrative_id, "text": text}
        if source:
            fields["source"] = source
        self.change(**fields, category=Category.SINGLE_NARRATIVE)
        self.change_variants(self.open_targets(), lambda it: replace(it, text=None))

    def follow_base(self) -> None:
        """The current target says again what the base text says."""
        if self.target is not None:
            self.change_variants([self.target], lambda it: replace(it, text=None))

    def media(self) -> tuple[MediaForm, ...]:
        """The media of the current target; with the base text those that all accounts share."""
        variant = self.variant()
        if variant is None and self.attaching.is_shared:
            variant = next(iter(self.form.variants), None)
        return variant.media if variant else ()

    def change_variants(
        self, targets: Sequence[Target | None], change: Callable[[VariantForm], VariantForm]
    ) -> None:
        """Change those of these targets that are not decided."""
        self.change(
            variants=tuple(
                change(it) if it.target in targets and not self.is_decided(it.target) else it
                for it in self.form.variants
            )
        )
