"""Rows of a content plan become contents with their variants; no approval is invented."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.content import Author, Content, ContentState
from app.models.person import Person
from app.models.search_text import search_text
from app.models.variant import Variant, VariantState
from app.services.approvals.revisions import make_revision
from app.services.importing.judged import Note, NoteCode
from app.services.importing.people import bare_name
from app.services.importing.plan import PlannedChannel, PlanRow, PlanStatus
from app.services.importing.values import moment_of
from app.services.importing.writing.account_book import AccountBook
from app.services.importing.writing.writer import Batch
from app.services.links import canonical
from app.services.transaction import Transaction

# What was done before the program came is recorded; what waits or is approved by word of mouth
# waits for a decision in the program.
STATES: Mapping[PlanStatus, ContentState] = {
    PlanStatus.PUBLISHED: ContentState.RECORDED,
    PlanStatus.APPROVED: ContentState.READY,
    PlanStatus.SCHEDULED: ContentState.READY,
    PlanStatus.AWAITING: ContentState.READY,
    PlanStatus.DRAFT: ContentState.COLLECTED,
    PlanStatus.RETURNED: ContentState.RETURNED,
    PlanStatus.CANCELLED: ContentState.CANCELLED,
}


class PlanWriter:
    """Writes a content plan."""

    renews = completes = False

    def known(self, session: Session, rows: Sequence[PlanRow]) -> list[int | None]:
        return [None] * len(rows)

    def ours(self, session: Session, keys: Sequence[int]) -> dict[int, dict[str, str]]:
        contents = session.scalars(select(Content).where(Content.id.in_(keys)))
        return {content.id: _shown(content) for content in contents}

    def theirs(self, values: PlanRow) -> dict[str, str]:
        return {
            "title": values.title,
            "text": values.text,
            "category": values.category_word or "",
            "day": values.day.isoformat(),
            "time": values.at.strftime("%H.%M") if values.at else "",
            "status": STATES[values.status],
            "links": "\n".join(sorted(filter(None, map(_post_key, values.channels)))),
        }

    def notes(self, session: Session, rows: Sequence[PlanRow]) -> list[Note]:
        book = AccountBook(session)
        named = dict.fromkeys(channel.platform for row in rows for channel in row.channels)
        missing = [platform for platform in named if not book.has(platform)]
        return [Note(NoteCode.ACCOUNT_MADE, facts={"platform": platform}) for platform in missing]

    def write(
        self, batch: Batch, rows: Sequence[PlanRow], there: Sequence[int | None]
    ) -> list[int | None]:
        tx = batch.tx
        book = AccountBook(tx.session)
        people = _people_by_call_name(tx.session)
        references = tx.next_references("KTN", len(rows))
        written: list[Content] = []
        for done, (row, reference) in enumerate(zip(rows, references, strict=True), 1):
            content = _content(tx, row, reference, people.get(search_text(row.person)))
            content.import_run_id = batch.import_run_id
            content.variants = [_variant(tx, row, channel, book) for channel in row.channels]
            written.append(content)
            batch.report(done, len(rows))
        tx.session.add_all(written)
        tx.session.flush()
        _write_authors(tx, written)
        for content in written:
            if content.state is ContentState.READY:
                make_revision(tx, content)
        tx.announce("content", "variant")
        return [content.id for content in written]


def _content(tx: Transaction, row: PlanRow, reference: str, person_id: int | None) -> Content:
    planned = moment_of(row.day, row.at)
    # A name that is nobody's of the office is kept where people will read it.
    brief = f"PIC: {row.person}" if row.person and person_id is None else ""
    return Content(
        reference=reference,
        state=STATES[row.status],
        title=row.title,
        brief=brief,
        text=row.text,
        category=row.category,
        category_word=row.category_word,
        planned_at=planned if row.at else None,
        planned_on=None if row.at else row.day,
        created_at=tx.now,
        created_by_id=person_id or tx.actor_id,
        returned_reason=row.returned_reason if row.status is PlanStatus.RETURNED else None,
        closing_reason=_closing_reason(row),
        material_note="; ".join(row.material) or None,
        search_text=search_text(reference, row.title, row.text, brief, row.category_word),
    )


def _closing_reason(row: PlanRow) -> str | None:
    if row.status is not PlanStatus.CANCELLED:
        return None
    return row.returned_reason or row.status_word


def _variant(tx: Transaction, row: PlanRow, channel: PlannedChannel, book: AccountBook) -> Variant:
    planned = moment_of(row.day, row.at)
    is_published = row.status is PlanStatus.PUBLISHED
    return Variant(
        account_id=book.need(tx, channel.platform).id,
        post_kind=channel.post_kind,
        state=VariantState.PUBLISHED if is_published else VariantState.PLANNED,
        planned_at=planned if row.at else None,
        published_at=planned if is_published else None,
        published_recorded_at=tx.now if is_published else None,
        proof_url=channel.address if is_published else None,
        post_key=_post_key(channel) if is_published else None,
        is_history=is_published,
    )


def _post_key(channel: PlannedChannel) -> str | None:
    return canonical(channel.address) if channel.address else None


def _people_by_call_name(session: Session) -> dict[str, int]:
    """Active people by the name that a plan calls them by; a name of two people is nobody's."""
    found: dict[str, set[int]] = {}
    query = select(Person.id, Person.name, Person.call_name).where(Person.is_active)
    for key, name, call_name in session.execute(query):
        bare = bare_name(name)
        for word in {search_text(call_name), bare.split()[0] if bare else "", bare}:
            found.setdefault(word, set()).add(key)
    return {word: keys.pop() for word, keys in found.items() if word and len(keys) == 1}


def _write_authors(tx: Transaction, contents: Sequence[Content]) -> None:
    """Whoever wrote it can't decide on it; history is decided on no more."""
    tx.session.add_all(
        Author(content_id=content.id, person_id=content.created_by_id, first_at=tx.now)
        for content in contents
        if content.state is not ContentState.RECORDED and content.created_by_id is not None
    )
    tx.session.flush()


def _shown(content: Content) -> dict[str, str]:
    moment = wib(content.planned_at) if content.planned_at else None
    keys = (variant.post_key for variant in content.variants)
    return {
        "title": content.title,
        "text": content.text,
        "category": content.category_word or "",
        "day": _day(content, moment),
        "time": moment.strftime("%H.%M") if moment else "",
        "status": content.state,
        "links": "\n".join(sorted(filter(None, keys))),
    }


def _day(content: Content, moment: datetime | None) -> str:
    day = moment.date() if moment else content.planned_on
    return day.isoformat() if day else ""
