"""Rows of a list of days become days of the office, or stand in for the program's own."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.day import DayMark
from app.models.search_text import search_text
from app.services.importing.days import DayImport
from app.services.importing.judged import Note
from app.services.importing.writing.writer import Batch
from app.services.shipped_days import ShippedDay, shipped_days


class DayWriter:
    """Writes days. The same words on the same day are the same; ours are kept."""

    renews = completes = False

    def known(self, session: Session, rows: Sequence[DayImport]) -> list[int | None]:
        query = select(DayMark.first_on, DayMark.words, DayMark.id, DayMark.origin)
        ours, by_origin = {}, {}
        for first_on, words, key, origin in session.execute(query):
            ours[first_on, search_text(words)] = key
            by_origin[origin] = key
        found = []
        for row in rows:
            stands_for = _stands_for(row)
            mine = ours.get((row.first_on, search_text(row.words)))
            found.append(mine or (by_origin.get(stands_for.origin) if stands_for else None))
        return found

    def ours(self, session: Session, keys: Sequence[int]) -> dict[int, dict[str, str]]:
        found = session.scalars(select(DayMark).where(DayMark.id.in_(keys)))
        return {
            mark.id: {
                "words": mark.words,
                "first_on": mark.first_on.isoformat(),
                "last_on": mark.last_on.isoformat(),
                "reason": mark.reason,
            }
            for mark in found
        }

    def theirs(self, values: DayImport) -> dict[str, str]:
        return {
            "words": values.words,
            "first_on": values.first_on.isoformat(),
            "last_on": values.last_on.isoformat(),
            "reason": values.reason,
        }

    def notes(self, session: Session, rows: Sequence[DayImport]) -> list[Note]:
        return []

    def write(
        self, batch: Batch, rows: Sequence[DayImport], there: Sequence[int | None]
    ) -> list[int | None]:
        taken: set[str] = set()
        written = [_mark(batch, row, taken) for row in rows]
        batch.tx.session.add_all(written)
        batch.tx.session.flush()
        batch.tx.announce("day_mark")
        batch.report(len(rows), len(rows))
        return [mark.id for mark in written]


def _mark(batch: Batch, row: DayImport, taken: set[str]) -> DayMark:
    stands_for = _stands_for(row)
    origin = stands_for.origin if stands_for and stands_for.origin not in taken else None
    if origin is not None:
        taken.add(origin)
    return DayMark(
        kind=row.kind,
        first_on=row.first_on,
        last_on=row.last_on,
        words=row.words,
        reason=row.reason,
        is_yearly=row.is_yearly or bool(origin and stands_for and stands_for.is_yearly),
        is_certain=row.is_certain,
        origin=origin,
        created_at=batch.tx.now,
        created_by_id=batch.tx.actor.id,
        import_run_id=batch.import_run_id,
    )


def _stands_for(row: DayImport) -> ShippedDay | None:
    """The day of the program that the row says anew: of its kind, by date or else by words.

    An observance has one date in all years, so a row with another date is one of its own.
    """
    same_kind = [day for day in shipped_days(row.first_on.year) if day.kind is row.kind]
    for day in same_kind:
        if day.on == row.first_on and (
            not day.is_yearly or search_text(day.words) == search_text(row.words)
        ):
            return day
    if row.is_yearly:
        return None
    by_words = (
        day
        for day in same_kind
        if not day.is_yearly and search_text(day.words) == search_text(row.words)
    )
    return next(by_words, None)
