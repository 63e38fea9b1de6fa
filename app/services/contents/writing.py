"""Making and changing a content: the idea, and its variants per account and kind of post."""

from sqlalchemy import select, update

from app.models.account import Account
from app.models.asset import Asset
from app.models.content import EDITABLE, Category, Content, ContentAct
from app.models.gate import Remark
from app.models.hoax import HoaxCheck
from app.models.influencer import ContentInfluencer, Influencer
from app.models.roles import AUTHORS
from app.models.search_text import search_text
from app.models.variant import Variant, VariantMedia, VariantState
from app.services.approvals import discard_draft, record_author
from app.services.contents.forms import ContentForm, HoaxForm, MediaForm, VariantForm
from app.services.contents.narratives import must_say_its_narrative
from app.services.contents.stored import hoax_form, variant_form
from app.services.errors import InvalidValue, NotFound, WrongState
from app.services.platforms import entries
from app.services.threads import canonical
from app.services.transaction import Transaction, found

DRAFT_SUBJECT = "content"  # under which autosave keeps what is typed


def make_content(tx: Transaction, form: ContentForm) -> int:
    """Collect an idea (D.1); returns its key. What autosave kept of it is let go.

    Raises:
        InvalidValue: it has no title, or a variant names a kind of post that its account has not.
        NotPermitted: the actor is neither admin, designer nor creative team.
    """
    content = collect(tx, form)
    discard_draft(tx, DRAFT_SUBJECT, 0)
    return content.id


def collect(tx: Transaction, form: ContentForm) -> Content:
    """The same for another act, that makes contents of which nobody has typed anything."""
    tx.permit("make_content", AUTHORS)
    content = Content(
        reference=tx.next_reference("KTN"),
        title=_title(form),
        created_at=tx.now,
        created_by_id=tx.actor.id,
    )
    tx.session.add(content)
    must_say_its_narrative(tx.session, content, form)
    _write_idea(tx, content, form)
    for wanted in form.variants:
        _add_variant(tx, content, wanted)
    note_search_text(content)
    tx.session.flush()
    record_author(tx, content)
    tx.audit("make_content", "content", content.id, content.reference)
    return content


def change_content(tx: Transaction, content_id: int, seen: int, form: ContentForm) -> int:
    """Save what the form shows; returns the version it has then.

    Variants that are published, skipped or withdrawn stay as they are. While it waits for a
    decision, and once it is approved, nothing can be changed: it is taken back or reopened first.

    Raises:
        ChangedMeanwhile: somebody saved it since.
        InvalidValue, NotFound, NotPermitted, WrongState.
    """
    tx.permit("change_content", AUTHORS)
    content = found(tx, Content, content_id, seen)
    if content.state not in EDITABLE:
        raise WrongState(content.reference, ContentAct.REOPEN, content.state)
    must_say_its_narrative(tx.session, content, form)
    changed = [*_write_idea(tx, content, form), *_write_variants(tx, content, form)]
    discard_draft(tx, DRAFT_SUBJECT, content.id)
    if not changed:
        return content.version
    note_search_text(content)
    record_author(tx, content)
    tx.audit("change_content", "content", content.id, content.reference, fields=sorted(changed))
    tx.session.flush()
    return content.version


def _title(form: ContentForm) -> str:
    if not form.title.strip():
        raise InvalidValue("title", "empty")
    return form.title.strip()


def _write_idea(tx: Transaction, content: Content, form: ContentForm) -> list[str]:
    """Take over everything but the variants; returns the names of what changed."""
    source = _or_none(form.source)
    is_other = form.category is Category.OTHER
    values: dict[str, object] = {
        "title": _title(form),
        "brief": form.brief.strip(),
        "text": form.text,
        "category": form.category,
        "own_category": _or_none(form.own_category) if is_other else None,
        "source": source,
        "policy_reference": _or_none(form.policy_reference),
        "audience": _or_none(form.audience),
        "campaign": _or_none(form.campaign),
        "narrative_id": form.narrative_id,
        "planned_at": form.planned_at,
        "planned_on": None if form.planned_at else form.planned_on,
    }
    changed = [name for name, value in values.items() if getattr(content, name) != value]
    was_verified = content.source_verified_at is not None
    is_verified = form.source_is_verified and source is not None
    if was_verified != is_verified or (is_verified and "source" in changed):
        content.source_verified_at = tx.now if is_verified else None
        content.source_verified_by_id = tx.actor.id if is_verified else None
        changed.append("source_verification")
    for name in changed:
        if name in values:
            setattr(content, name, values[name])
    return [*changed, *_write_hoax(content, form), *_write_influencers(tx, content, form)]


def _write_hoax(content: Content, form: ContentForm) -> list[str]:
    """What was filled in is kept while the category is another for a while."""
    if hoax_form(content) == form.hoax:
        return []
    if form.hoax == HoaxForm():
        content.hoax = None
        return ["hoax"]
    check = content.hoax = content.hoax or HoaxCheck()
    check.claim, check.evidence = form.hoax.claim.strip(), form.hoax.evidence.strip()
    check.kind, check.verdict = form.hoax.kind, form.hoax.verdict
    return ["hoax"]


def _write_influencers(tx: Transaction, content: Content, form: ContentForm) -> list[str]:
    """Those who help (Pasal 4(2)), known by their names from then on."""
    names = list(dict.fromkeys(name.strip() for name in form.influencers if name.strip()))
    if [one.influencer.name for one in content.influencers] == names:
        return []
    query = select(Influencer).where(Influencer.name.in_(names))
    known = {one.name: one for one in tx.session.scalars(query)}
    content.influencers = []
    tx.session.flush()
    content.influencers = [
        ContentInfluencer(influencer=known.get(name) or Influencer(name=name)) for name in names
    ]
    return ["influencers"]


def _or_none(text: str) -> str | None:
    return text.strip() or None


def _write_variants(tx: Transaction, content: Content, form: ContentForm) -> list[str]:
    stored = {(variant.account_id, variant.post_kind): variant for variant in content.variants}
    wanted = {variant.target: variant for variant in form.variants}
    changed = False
    for target, variant in stored.items():
        if variant.state is not VariantState.PLANNED:
            continue
        if target not in wanted:
            _remove_variant(tx, content, variant)
            changed = True
        elif variant_form(variant) != wanted[target]:
            _write_variant(tx, variant, wanted[target])
            changed = True
    for target, new in wanted.items():
        if target not in stored:
            _add_variant(tx, content, new)
            changed = True
    return ["variants"] if changed else []


def _add_variant(tx: Transaction, content: Content, wanted: VariantForm) -> None:
    account = tx.session.get(Account, wanted.account_id)
    if account is None:
        raise NotFound("account", wanted.account_id)
    kind = entries().get(wanted.post_kind)
    if kind is None or kind.platform != account.platform:
        raise InvalidValue("post_kind", "other_platform", wanted.post_kind)
    variant = Variant(account_id=account.id, post_kind=wanted.post_kind)
    variant.account = account
    content.variants.append(variant)
    _write_variant(tx, variant, wanted)


def _remove_variant(tx: Transaction, content: Content, variant: Variant) -> None:
    """Take a planned variant out; what an official saw of it stays in the revision.

    What the team said about it stays with the content.
    """
    about_it = update(Remark).where(Remark.variant_id == variant.id)
    tx.session.execute(about_it.values(variant_id=None))
    tx.session.delete(variant)
    tx.session.flush()
    tx.session.expire(content, ["variants"])


def _write_variant(tx: Transaction, variant: Variant, wanted: VariantForm) -> None:
    facts = entries().get(variant.post_kind)
    text = wanted.text
    variant.text = canonical(text, facts.text) if facts is not None and text else text
    variant.planned_at = wanted.planned_at
    _write_media(tx, variant, wanted.media)


def _write_media(tx: Transaction, variant: Variant, wanted: tuple[MediaForm, ...]) -> None:
    stored = {medium.asset_id: medium for medium in variant.media}
    kept = []
    for position, chosen in enumerate(wanted):
        medium = stored.get(chosen.asset_id)
        if medium is None:
            if tx.session.get(Asset, chosen.asset_id) is None:
                raise NotFound("asset", chosen.asset_id)
            medium = VariantMedia(asset_id=chosen.asset_id)
        medium.position = position
        medium.alt_text = chosen.alt_text.strip()
        kept.append(medium)
    variant.media = kept


def note_search_text(content: Content) -> None:
    """Keep the words that find it: reference, title, texts, brief, source, campaign."""
    content.search_text = search_text(
        content.reference,
        content.title,
        content.text,
        content.brief,
        content.source,
        content.campaign,
        content.policy_reference,
        content.own_category or content.category_word,
        *(variant.text for variant in content.variants),
    )
