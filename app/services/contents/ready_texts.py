"""Groups of hashtags and templates: what lies ready for the composer, and who keeps it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.person import Person
from app.models.ready_text import ContentTemplate, HashtagGroup, TemplateKind
from app.models.roles import ADMIN_ONLY
from app.services.entities import hashtags
from app.services.errors import AlreadyThere, InvalidValue
from app.services.people import addressed
from app.services.transaction import Transaction, found

Ready = TypeVar("Ready", HashtagGroup, ContentTemplate)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group of hashtags, each without its sign, the most important first."""

    id: int
    version: int
    name: str
    tags: tuple[str, ...]
    changed_by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One template as the composer offers it."""

    id: int
    version: int
    name: str
    kind: TemplateKind
    text: str
    source: str
    changed_by: str
    changed_at: datetime

    @property
    def is_locked(self) -> bool:
        """Whether its words may not be edited (narasi tunggal, Pasal 7 h)."""
        return self.kind is TemplateKind.SINGLE_NARRATIVE


@dataclass(frozen=True, slots=True)
class ReadyTexts:
    """All of them, by name."""

    groups: tuple[GroupRow, ...]
    templates: tuple[TemplateRow, ...]


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    """What the form of a template holds."""

    name: str
    kind: TemplateKind
    text: str
    source: str = ""


def ready_texts(session: Session) -> ReadyTexts:
    """What is in use now."""
    groups = (
        select(HashtagGroup, Person)
        .outerjoin(Person, Person.id == HashtagGroup.changed_by_id)
        .where(HashtagGroup.retired_at.is_(None))
        .order_by(HashtagGroup.name)
    )
    templates = (
        select(ContentTemplate, Person)
        .outerjoin(Person, Person.id == ContentTemplate.changed_by_id)
        .where(ContentTemplate.retired_at.is_(None))
        .order_by(ContentTemplate.kind, ContentTemplate.name)
    )
    return ReadyTexts(
        tuple(_group_row(*row) for row in session.execute(groups)),
        tuple(_template_row(*row) for row in session.execute(templates)),
    )


def keep_group(
    tx: Transaction, name: str, tags: str, *, group_id: int | None = None, seen: int | None = None
) -> int:
    """Make a group of hashtags, or change one; returns its key. A name that was retired comes back.

    Raises:
        InvalidValue: it has no name, or a word of it is no hashtag.
        AlreadyThere: another group has that name.
        ChangedMeanwhile, NotFound, NotPermitted.
    """
    tx.permit("keep_group", ADMIN_ONLY)
    chosen = _tags(tags)
    if not name.strip():
        raise InvalidValue("name", "empty")
    group = found(tx, HashtagGroup, group_id, seen) if group_id is not None else None
    same = tx.session.scalar(select(HashtagGroup).where(HashtagGroup.name == name.strip()))
    group = group or _revived(same) or HashtagGroup()
    if same is not None and same is not group:
        raise AlreadyThere("hashtag_group", name.strip())
    group.name, group.tags = name.strip(), " ".join(chosen)
    return _kept(tx, group, "keep_group")


def keep_template(
    tx: Transaction,
    facts: TemplateFacts,
    *,
    template_id: int | None = None,
    seen: int | None = None,
) -> int:
    """Make a template, or change one; returns its key. Contents made from it keep their words.

    Raises:
        InvalidValue: it has no name or no text.
        AlreadyThere: another template has that name.
        ChangedMeanwhile, NotFound, NotPermitted.
    """
    tx.permit("keep_template", ADMIN_ONLY)
    if not facts.name.strip():
        raise InvalidValue("name", "empty")
    if not facts.text.strip():
        raise InvalidValue("text", "empty")
    template = found(tx, ContentTemplate, template_id, seen) if template_id is not None else None
    named = select(ContentTemplate).where(ContentTemplate.name == facts.name.strip())
    same = tx.session.scalar(named)
    template = template or _revived(same) or ContentTemplate()
    if same is not None and same is not template:
        raise AlreadyThere("content_template", facts.name.strip())
    template.name, template.kind = facts.name.strip(), facts.kind
    template.text, template.source = facts.text.strip(), facts.source.strip() or None
    return _kept(tx, template, "keep_template")


def retire_group(tx: Transaction, group_id: int, seen: int) -> None:
    """Offer a group no more.

    Raises:
        ChangedMeanwhile, NotFound, NotPermitted.
    """
    _retire(tx, found(tx, HashtagGroup, group_id, seen), "retire_group")


def retire_template(tx: Transaction, template_id: int, seen: int) -> None:
    """Offer a template no more; a single narrative stays known to the contents that say it.

    Raises:
        ChangedMeanwhile, NotFound, NotPermitted.
    """
    _retire(tx, found(tx, ContentTemplate, template_id, seen), "retire_template")


def _tags(typed: str) -> tuple[str, ...]:
    words = typed.replace(",", " ").split()
    for word in words:
        tag = f"#{word.lstrip('#')}"
        if [entity.end for entity in hashtags(tag)] != [len(tag)]:
            raise InvalidValue("tags", "hashtag", word)
    if not words:
        raise InvalidValue("tags", "empty")
    return tuple(dict.fromkeys(word.lstrip("#") for word in words))


def _revived(same: Ready | None) -> Ready | None:
    """One of that name that nobody uses any more is taken up again."""
    return same if same is not None and same.retired_at is not None else None


def _kept(tx: Transaction, row: HashtagGroup | ContentTemplate, act: str) -> int:
    row.retired_at = None
    row.changed_at, row.changed_by_id = tx.now, tx.actor.id
    tx.session.add(row)
    tx.session.flush()
    tx.audit(act, "ready_text", row.id, name=row.name)
    return row.id


def _retire(tx: Transaction, row: HashtagGroup | ContentTemplate, act: str) -> None:
    tx.permit(act, ADMIN_ONLY)
    row.retired_at = tx.now
    tx.audit(act, "ready_text", row.id, name=row.name)


def _who(person: Person | None) -> str:
    return addressed(person.address_term, person.call_name, person.name) if person else ""


def _group_row(group: HashtagGroup, person: Person | None) -> GroupRow:
    tags = tuple(group.tags.split())
    return GroupRow(group.id, group.version, group.name, tags, _who(person), group.changed_at)


def _template_row(template: ContentTemplate, person: Person | None) -> TemplateRow:
    return TemplateRow(
        template.id,
        template.version,
        template.name,
        template.kind,
        template.text,
        template.source or "",
        _who(person),
        template.changed_at,
    )
