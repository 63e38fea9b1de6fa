"""Rows of a platform's export become figures of posts; the newest import of a figure stands."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.services.importing.judged import Note, NoteCode
from app.services.importing.measurements import MeasuredPost
from app.services.importing.writing.account_book import AccountBook
from app.services.importing.writing.writer import Batch
from app.services.measurements import take_measurements


class MeasurementWriter:
    """Writes figures; a blank never overwrites a value."""

    renews = True
    completes = False

    def known(self, session: Session, rows: Sequence[MeasuredPost]) -> list[int | None]:
        return [None] * len(rows)

    def ours(self, session: Session, keys: Sequence[int]) -> dict[int, dict[str, str]]:
        return {}

    def theirs(self, values: MeasuredPost) -> dict[str, str]:
        return {figure.measure: str(figure.value) for figure in values.figures}

    def notes(self, session: Session, rows: Sequence[MeasuredPost]) -> list[Note]:
        book = AccountBook(session)
        missing = dict.fromkeys(row.platform for row in rows if not book.has(row.platform))
        return [Note(NoteCode.ACCOUNT_MADE, facts={"platform": name}) for name in missing]

    def write(
        self, batch: Batch, rows: Sequence[MeasuredPost], there: Sequence[int | None]
    ) -> list[int | None]:
        book = AccountBook(batch.tx.session)
        for platform in dict.fromkeys(row.platform for row in rows):
            book.need(batch.tx, platform)
        take_measurements(batch.tx, rows, import_run_id=batch.import_run_id)
        batch.progress(len(rows), len(rows))
        return [None] * len(rows)
