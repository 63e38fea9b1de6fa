"""Rows of standard answers become ready answers of the office."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.search_text import search_text
from app.models.standard_answer import StandardAnswer
from app.services.importing.judged import Note
from app.services.importing.standard_answers import StandardAnswerImport
from app.services.importing.writing.writer import Batch


class StandardAnswerWriter:
    """Writes standard answers; the same question is the same answer."""

    renews = completes = False

    def known(self, session: Session, rows: Sequence[StandardAnswerImport]) -> list[int | None]:
        query = select(StandardAnswer.question, StandardAnswer.id).where(
            StandardAnswer.retired_at.is_(None)
        )
        by_question = {search_text(question): key for question, key in session.execute(query)}
        return [by_question.get(search_text(row.question)) for row in rows]

    def ours(self, session: Session, keys: Sequence[int]) -> dict[int, dict[str, str]]:
        found = session.scalars(select(StandardAnswer).where(StandardAnswer.id.in_(keys)))
        return {
            answer.id: {
                "text": answer.text,
                "keywords": answer.topic or "",
                "owner": answer.owner or "",
                "valid_until": answer.valid_until.isoformat() if answer.valid_until else "",
            }
            for answer in found
        }

    def theirs(self, values: StandardAnswerImport) -> dict[str, str]:
        return {
            "text": values.text,
            "keywords": values.keywords or "",
            "owner": values.owner or "",
            "valid_until": values.valid_until.isoformat() if values.valid_until else "",
        }

    def notes(self, session: Session, rows: Sequence[StandardAnswerImport]) -> list[Note]:
        return []

    def write(
        self, batch: Batch, rows: Sequence[StandardAnswerImport], there: Sequence[int | None]
    ) -> list[int | None]:
        written = [
            StandardAnswer(
                question=row.question,
                text=row.text,
                topic=row.keywords,
                owner=row.owner,
                valid_until=row.valid_until,
                created_at=batch.tx.now,
                import_run_id=batch.import_run_id,
                search_text=search_text(row.question, row.keywords, row.text),
            )
            for row in rows
        ]
        batch.tx.session.add_all(written)
        batch.tx.session.flush()
        batch.tx.announce("standard_answer")
        batch.report(len(rows), len(rows))
        return [answer.id for answer in written]
