"""Who wrote or edited a content or an answer; he can't decide on it."""

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.models.answer import Answer
from app.models.content import Author, Content
from app.models.person import Person
from app.services.people import addressed
from app.services.transaction import Transaction

Subject = Content | Answer


def _about(subject: Subject) -> ColumnElement[bool]:
    if isinstance(subject, Content):
        return Author.content_id == subject.id
    return Author.answer_id == subject.id


def record_author(tx: Transaction, subject: Subject) -> None:
    """The actor wrote or edited this; said once, whatever he changes later."""
    if tx.actor.id is None or is_author(tx.session, subject, tx.actor.id):
        return
    author = Author(person_id=tx.actor.id, first_at=tx.now)
    if isinstance(subject, Content):
        author.content_id = subject.id
    else:
        author.answer_id = subject.id
    tx.session.add(author)
    tx.session.flush()


def is_author(session: Session, subject: Subject, person_id: int | None) -> bool:
    """Whether this person wrote or edited it."""
    mine = select(Author.id).where(_about(subject), Author.person_id == person_id)
    return session.scalar(mine.limit(1)) is not None


def authors_of(session: Session, subject: Subject) -> list[str]:
    """Names as a sentence speaks of them, in the order in which they came to it."""
    query = (
        select(Person.address_term, Person.call_name, Person.name)
        .join(Author, Author.person_id == Person.id)
        .where(_about(subject))
        .order_by(Author.first_at, Author.id)
    )
    return [addressed(*row) for row in session.execute(query)]
