"""Rows of an inquiry list become inquiries of history: no clock, no bell, no approval."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.answer import Answer, AnswerKind
from app.models.comment import Citizen, Comment
from app.models.inquiry import Inquiry, InquiryOrigin, InquiryState
from app.models.referral import Direction, Referral, ReferralState
from app.models.search_text import search_text
from app.models.variant import Variant
from app.services.comment_text import repeat_key
from app.services.importing.inquiries import InquiryImport
from app.services.importing.judged import Note, NoteCode
from app.services.importing.writing.account_book import AccountBook
from app.services.importing.writing.agency_book import AgencyBook
from app.services.importing.writing.writer import Batch
from app.services.inquiries.writing import plain_handle
from app.services.links import canonical
from app.services.transaction import Transaction

# The word for how an agency was contacted, where the list does not say; kept as data.
_MEANS_UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class _Written:
    """An inquiry with the row it came from and whoever wrote it."""

    inquiry: Inquiry
    row: InquiryImport
    citizen: Citizen


class InquiryWriter:
    """Writes an inquiry list."""

    renews = completes = False

    def known(self, session: Session, rows: Sequence[InquiryImport]) -> list[int | None]:
        return [None] * len(rows)

    def ours(self, session: Session, keys: Sequence[int]) -> dict[int, dict[str, str]]:
        answers: dict[int, Answer] = {}
        query = select(Answer).where(Answer.inquiry_id.in_(keys), Answer.kind == AnswerKind.FINAL)
        for answer in session.scalars(query.order_by(Answer.id)):
            answers[answer.inquiry_id] = answer
        inquiries = session.scalars(select(Inquiry).where(Inquiry.id.in_(keys)))
        return {inquiry.id: _shown(inquiry, answers.get(inquiry.id)) for inquiry in inquiries}

    def theirs(self, values: InquiryImport) -> dict[str, str]:
        answered = values.answered_at
        return {
            "kind": values.kind_word or "",
            "answer": values.answer or "",
            "answered_at": wib(answered).strftime("%Y-%m-%d %H.%M") if answered else "",
            "topic": values.topic or "",
        }

    def notes(self, session: Session, rows: Sequence[InquiryImport]) -> list[Note]:
        book = AgencyBook(session)
        named = dict.fromkeys(row.referred_to for row in rows if row.referred_to)
        unknown = [name for name in named if book.find(name) is None]
        return [Note(NoteCode.AGENCY_MADE, facts={"name": name}) for name in unknown]

    def write(
        self, batch: Batch, rows: Sequence[InquiryImport], there: Sequence[int | None]
    ) -> list[int | None]:
        tx = batch.tx
        written = _inquiries(batch, rows)
        tx.session.add_all(_comment(tx, entry) for entry in written)
        _write_referrals(tx, written)
        tx.session.add_all(_answer(tx, entry) for entry in written if entry.row.answer)
        tx.session.flush()
        tx.announce("inquiry", "comment", "answer", "referral")
        return [entry.inquiry.id for entry in written]


def _inquiries(batch: Batch, rows: Sequence[InquiryImport]) -> list[_Written]:
    tx = batch.tx
    book = AccountBook(tx.session)
    contents = _contents_by_post(tx.session, rows)
    citizens = _citizens(tx, rows)
    references = tx.next_references("INQ", len(rows))
    written = []
    named = zip(rows, references, citizens, strict=True)
    for done, (row, reference, citizen) in enumerate(named, 1):
        account = book.find(row.platform, row.account)
        url = (canonical(row.link) or row.link) if row.link else None
        inquiry = Inquiry(
            reference=reference,
            state=InquiryState.CLOSED if row.answer else InquiryState.RECEIVED,
            kind=row.kind,
            kind_word=row.kind_word,
            topic=row.topic,
            origin=InquiryOrigin.IMPORTED,
            platform=row.platform,
            account_id=account.id if account else None,
            content_id=contents.get(url) if url else None,
            url=url,
            received_at=row.received_at,
            recorded_at=tx.now,
            import_run_id=batch.import_run_id,
            search_text=search_text(reference, row.topic, row.text, row.author, row.answer),
        )
        written.append(_Written(inquiry, row, citizen))
        batch.report(done, len(rows))
    tx.session.add_all(entry.inquiry for entry in written)
    tx.session.flush()
    return written


def _contents_by_post(session: Session, rows: Sequence[InquiryImport]) -> dict[str, int]:
    """The contents whose posts the rows link to."""
    wanted = {canonical(row.link) for row in rows if row.link} - {None}
    if not wanted:
        return {}
    query = select(Variant.post_key, Variant.content_id).where(Variant.post_key.in_(wanted))
    return {key: content_id for key, content_id in session.execute(query) if key}


def _citizens(tx: Transaction, rows: Sequence[InquiryImport]) -> list[Citizen]:
    """Who wrote, one for each row; the same handle of the same platform is the same citizen."""
    known: dict[tuple[str, str], Citizen] = {}
    platforms = {row.platform for row in rows}
    query = select(Citizen).where(Citizen.platform.in_(platforms)).order_by(Citizen.id.desc())
    for citizen in tx.session.scalars(query):
        if citizen.handle:
            known[citizen.platform, citizen.handle.casefold()] = citizen
    found: list[Citizen] = []
    for row in rows:
        handle = plain_handle(row.platform, row.author)
        there = known.get((row.platform, handle.casefold())) if handle else None
        citizen = there or Citizen(platform=row.platform, handle=handle, name=_name(row.author))
        if there is None:
            tx.session.add(citizen)
        if handle:
            known[row.platform, handle.casefold()] = citizen
        found.append(citizen)
    tx.session.flush()
    return found


def _name(author: str | None) -> str | None:
    """A name that people bear has a space; a handle has none."""
    return author if author and " " in author else None


def _comment(tx: Transaction, entry: _Written) -> Comment:
    inquiry, row = entry.inquiry, entry.row
    return Comment(
        citizen_id=entry.citizen.id,
        platform=row.platform,
        account_id=inquiry.account_id,
        inquiry_id=inquiry.id,
        is_opening=True,
        text=row.text,
        fold_key=repeat_key(row.text),
        written_at=row.received_at,
        seen_at=tx.now,
        tone=row.tone,
        marked_at=tx.now if row.tone else None,
        import_run_id=inquiry.import_run_id,
    )


def _write_referrals(tx: Transaction, written: Sequence[_Written]) -> None:
    """Who was asked; the list does not say when, so that these are no clocks of C.4."""
    book = AgencyBook(tx.session)
    for entry in written:
        row = entry.row
        if not row.referred_to:
            continue
        referral = Referral(
            inquiry_id=entry.inquiry.id,
            direction=Direction.OUT,
            agency_id=book.need(tx, row.referred_to).id,
            state=ReferralState.ANSWERED if row.answered_at else ReferralState.SENT,
            means=_MEANS_UNKNOWN,
            contacted_at=row.received_at,
            contacted_recorded_at=tx.now,
            answered_at=row.answered_at,
            answered_recorded_at=tx.now if row.answered_at else None,
            is_history=True,
        )
        tx.session.add(referral)


def _answer(tx: Transaction, entry: _Written) -> Answer:
    row = entry.row
    return Answer(
        inquiry_id=entry.inquiry.id,
        kind=AnswerKind.FINAL,
        text=row.answer or "",
        created_at=row.answered_at or row.received_at,
        sent_at=row.answered_at,
        sent_recorded_at=tx.now,
        is_history=True,
    )


def _shown(inquiry: Inquiry, answer: Answer | None) -> dict[str, str]:
    sent = wib(answer.sent_at) if answer and answer.sent_at else None
    return {
        "kind": inquiry.kind_word or "",
        "answer": answer.text if answer else "",
        "answered_at": sent.strftime("%Y-%m-%d %H.%M") if sent else "",
        "topic": inquiry.topic or "",
    }
