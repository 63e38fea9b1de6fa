"""Rows of a platform's export become figures of posts; the newest import of a figure stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.account import Account
from app.models.content import Content
from app.models.measurement import Measure, Measurement
from app.models.search_text import search_text
from app.models.variant import Variant
from app.services.importing.judged import Note, NoteCode
from app.services.importing.measurements import MeasuredPost
from app.services.importing.values import moment_of
from app.services.importing.writing.account_book import AccountBook
from app.services.importing.writing.writer import Batch
from app.services.links import canonical

_FigureKey = tuple[int, str, Measure, date, date]


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
        tx = batch.tx
        book = AccountBook(tx.session)
        posts = _Posts(tx.session, {row.platform for row in rows})
        figures = _figures(tx.session)
        for done, row in enumerate(rows, 1):
            account = book.find(row.platform, row.handle or row.account_name)
            account_id = (account or book.need(tx, row.platform)).id
            variant = posts.find(row)
            for measurement in _measurements(row, account_id, variant, wib(tx.now).date()):
                _renew(batch, figures, measurement)
            batch.report(done, len(rows))
        tx.session.flush()
        tx.announce("measurement")
        return [None] * len(rows)


@dataclass(frozen=True, slots=True)
class _Post:
    """A published variant, as far as figures need it."""

    variant_id: int
    key: str | None


class _Posts:
    """Published variants by link, and by day and text where the link has another form."""

    def __init__(self, session: Session, platforms: set[str]) -> None:
        self._by_key: dict[str, _Post] = {}
        self._by_text: dict[tuple[str, date, str], list[_Post]] = {}
        query = (
            select(
                Variant.id,
                Variant.post_key,
                Variant.published_at,
                Account.platform,
                func.coalesce(Variant.text, Content.text),
            )
            .join(Account, Account.id == Variant.account_id)
            .join(Content, Content.id == Variant.content_id)
            .where(Account.platform.in_(platforms))
            .order_by(Variant.id)
        )
        for key, post_key, published_at, platform, text in session.execute(query):
            post = _Post(key, post_key)
            if post_key:
                self._by_key.setdefault(post_key, post)
            if published_at is not None:
                place = (platform, wib(published_at).date(), search_text(text))
                self._by_text.setdefault(place, []).append(post)

    def find(self, row: MeasuredPost) -> _Post | None:
        """The variant that a row measures; None where the calendar does not know the post."""
        key = canonical(row.link) if row.link else None
        if key in self._by_key:
            return self._by_key[key]
        alike = self._by_text.get((row.platform, row.posted_on, search_text(row.text)), [])
        return alike[0] if row.text and len(alike) == 1 else None


def _measurements(
    row: MeasuredPost, account_id: int, post: _Post | None, today: date
) -> list[Measurement]:
    """One figure each. Totals since publication stand under the day of the post."""
    counted_on = row.counted_on or row.posted_on
    link = canonical(row.link) if row.link else None
    key = (post.key if post else None) or link or f"{row.platform}:{row.post_id}"
    return [
        Measurement(
            account_id=account_id,
            variant_id=post.variant_id if post else None,
            post_key=key,
            post_text=row.text or None,
            posted_at=moment_of(row.posted_on, row.posted_time),
            measure=figure.measure,
            own_name=figure.own_name,
            value=figure.value,
            from_on=counted_on,
            until_on=counted_on,
            as_of=today,
        )
        for figure in row.figures
    ]


def _figures(session: Session) -> dict[_FigureKey, Measurement]:
    return {_figure_key(figure): figure for figure in session.scalars(select(Measurement))}


def _figure_key(figure: Measurement) -> _FigureKey:
    return figure.account_id, figure.post_key, figure.measure, figure.from_on, figure.until_on


def _renew(batch: Batch, figures: dict[_FigureKey, Measurement], new: Measurement) -> None:
    new.import_run_id = batch.import_run_id
    there = figures.get(_figure_key(new))
    if there is None:
        batch.tx.session.add(new)
        figures[_figure_key(new)] = new
        return
    there.value = new.value
    there.own_name = new.own_name
    there.as_of = new.as_of
    there.variant_id = new.variant_id or there.variant_id
    there.import_run_id = new.import_run_id
