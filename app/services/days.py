"""Days of the office: holidays, observances, notes, campaigns and quiet periods of the calendar.

What the program brings along (`shipped_days`) and what the office says are asked for together. The
office may correct or hide any of the program's days; a row of its own then stands in for it.
"""

from calendar import isleap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from app.models.content import Category
from app.models.day import DayKind, DayMark
from app.models.limits import LINE, length
from app.models.roles import AUTHORS
from app.services.errors import AlreadyThere, InvalidValue, NotFound
from app.services.shipped_days import YEARS, ShippedDay, shipped_days
from app.services.transaction import Transaction, found

KEEPERS = AUTHORS
OFF_KINDS = frozenset({DayKind.HOLIDAY, DayKind.COLLECTIVE_LEAVE})
LONGEST = 366  # days: a campaign of more than a year is a mistyped year


@dataclass(frozen=True, slots=True)
class DayForm:
    """What people type in about a day, or about a span of days (both ends included)."""

    kind: DayKind
    first_on: date
    last_on: date
    words: str
    reason: str = ""
    is_yearly: bool = False


@dataclass(frozen=True, slots=True)
class DayRow:
    """What is said of some days. `id` is None where the program says it and the office nothing.

    `is_certain` is false of what is estimated, or not yet compared with an official source.
    """

    id: int | None
    version: int
    kind: DayKind
    first_on: date
    last_on: date
    words: str
    reason: str = ""
    is_yearly: bool = False
    is_certain: bool = True
    is_hidden: bool = False
    origin: str | None = None
    category: Category | None = None

    @property
    def is_estimated(self) -> bool:
        """A holiday whose date is only computed: the decree may name another."""
        return self.kind in OFF_KINDS and not self.is_certain

    def covers(self, day: date) -> bool:
        return self.first_on <= day <= self.last_on


def days(session: Session, first: date, end: date) -> list[DayRow]:
    """What is said of the days from `first` until before `end`, by date; hidden ones left out."""
    return [row for row in _all_days(session, first, end) if not row.is_hidden]


def days_of_year(session: Session, year: int) -> list[DayRow]:
    """Everything of a year, hidden days included, so that they can be shown again."""
    return _all_days(session, date(year, 1, 1), date(year + 1, 1, 1))


def add_day(tx: Transaction, form: DayForm, origin: str | None = None) -> int:
    """Say something of some days; returns its key. `origin` is the program's day it stands in for.

    Raises:
        InvalidValue: it has no words, ends before it begins, is too long, or is quiet without
            a reason.
        AlreadyThere: the office has corrected that day of the program before.
        NotPermitted: the actor is none of the authors.
    """
    tx.permit("add_day", KEEPERS)
    return _add(tx, form, origin, is_hidden=False).id


def change_day(tx: Transaction, day_id: int, seen: int, form: DayForm) -> int:
    """Save what the form shows; returns the version it has then. A hidden day is shown again.

    Raises:
        ChangedMeanwhile, InvalidValue, NotFound, NotPermitted.
    """
    tx.permit("change_day", KEEPERS)
    mark = found(tx, DayMark, day_id, seen)
    changed = _write(mark, form)
    if mark.is_hidden:
        mark.is_hidden = False
        changed.append("is_hidden")
    if changed:
        tx.audit("change_day", "day_mark", mark.id, fields=sorted(changed))
        tx.session.flush()
    return mark.version


def remove_day(tx: Transaction, day_id: int, seen: int) -> None:
    """Take back what the office said; a day of the program that it stood in for is as before.

    Raises:
        ChangedMeanwhile, NotFound, NotPermitted.
    """
    tx.permit("remove_day", KEEPERS)
    mark = found(tx, DayMark, day_id, seen)
    tx.session.delete(mark)
    tx.audit(
        "remove_day", "day_mark", day_id, kind=mark.kind, first_on=mark.first_on, words=mark.words
    )


def hide_day(tx: Transaction, origin: str, year: int) -> int:
    """Leave one of the program's days out, an observance in every year; returns the row's key.

    Raises:
        NotFound: the program has no such day in that year.
        AlreadyThere, NotPermitted.
    """
    tx.permit("hide_day", KEEPERS)
    shipped = next((day for day in shipped_days(year) if day.origin == origin), None)
    if shipped is None:
        raise NotFound("day_mark", origin)
    form = DayForm(shipped.kind, shipped.on, shipped.on, shipped.words, "", shipped.is_yearly)
    return _add(tx, form, origin, is_hidden=True).id


def _add(tx: Transaction, form: DayForm, origin: str | None, *, is_hidden: bool) -> DayMark:
    if origin is not None and tx.session.scalar(select(DayMark.id).where(DayMark.origin == origin)):
        raise AlreadyThere("day_mark", form.words)
    mark = DayMark(origin=origin, is_hidden=is_hidden, created_at=tx.now, created_by_id=tx.actor.id)
    _write(mark, form)
    tx.session.add(mark)
    tx.session.flush()
    tx.audit(
        "hide_day" if is_hidden else "add_day",
        "day_mark",
        mark.id,
        kind=mark.kind,
        first_on=mark.first_on,
        last_on=mark.last_on,
        words=mark.words,
    )
    return mark


def _write(mark: DayMark, form: DayForm) -> list[str]:
    """Take over what the form says; returns the names of what changed."""
    _check(form)
    values = {
        "kind": form.kind,
        "first_on": form.first_on,
        "last_on": form.last_on,
        "words": form.words.strip(),
        "reason": form.reason.strip(),
        "is_yearly": form.is_yearly,
        "is_certain": True,  # whoever writes a day down answers for it
    }
    changed = [name for name, value in values.items() if getattr(mark, name) != value]
    for name in changed:
        setattr(mark, name, values[name])
    return changed


def _check(form: DayForm) -> None:
    if not form.words.strip():
        raise InvalidValue("words", "empty")
    if length(form.words.strip()) > LINE:
        raise InvalidValue("words", "too_long", form.words)
    if form.kind is DayKind.QUIET_PERIOD and not form.reason.strip():
        raise InvalidValue("reason", "quiet_without_reason")
    if form.last_on < form.first_on:
        raise InvalidValue("last_on", "before_start", form.last_on)
    if form.first_on.year not in YEARS or form.last_on.year not in YEARS:
        raise InvalidValue("first_on", "year_range", form.first_on)
    if (form.last_on - form.first_on).days >= LONGEST:
        raise InvalidValue("last_on", "too_far", form.last_on)


def _all_days(session: Session, first: date, end: date) -> list[DayRow]:
    years = range(first.year, end.year + 1)
    shipped = {day.origin: day for year in years for day in shipped_days(year)}
    own = [_Mark(*row) for row in session.execute(_marks(first, end))]
    replaced = {mark.origin for mark in own}
    rows = [row for mark in own for row in _rows_of(mark, years, shipped)]
    rows += [
        _shipped_row(day)
        for year in years
        for day in shipped_days(year)
        if day.origin not in replaced and not any(_says_instead(mark, day) for mark in own)
    ]
    order = list(DayKind)
    return sorted(
        (row for row in rows if row.first_on < end and row.last_on >= first),
        key=lambda row: (row.first_on, order.index(row.kind), row.words),
    )


class _Mark(NamedTuple):
    """A row of the office as the database has it."""

    id: int
    version: int
    kind: DayKind
    first_on: date
    last_on: date
    words: str
    reason: str
    is_yearly: bool
    is_certain: bool
    is_hidden: bool
    origin: str | None


def _marks(first: date, end: date) -> Select[*tuple[Any, ...]]:
    """What touches these days in its own year or in any, and all that replaces shipped days."""
    return (
        select(*(getattr(DayMark, name) for name in _Mark._fields))
        .where(
            or_(
                and_(DayMark.first_on < end, DayMark.last_on >= first),
                DayMark.is_yearly,
                DayMark.origin.is_not(None),
            )
        )
        .order_by(DayMark.id)
    )


def _rows_of(
    mark: _Mark, years: Sequence[int], shipped: Mapping[str, ShippedDay]
) -> Iterator[DayRow]:
    """The mark itself; of one that is yearly each year's that may touch the days asked for."""
    stands_for = shipped.get(mark.origin or "")
    row = DayRow(*mark, category=stands_for.category if stands_for else None)
    if not mark.is_yearly:
        yield row
        return
    span = mark.last_on - mark.first_on
    for year in (years[0] - 1, *years):
        begins = _in_year(mark.first_on, year)
        yield replace(row, first_on=begins, last_on=begins + span)


def _says_instead(mark: _Mark, day: ShippedDay) -> bool:
    """Whether a correction spans this day too: a decree names both days of Idulfitri as one."""
    is_correction = mark.origin is not None and not mark.is_hidden and not mark.is_yearly
    return is_correction and mark.kind is day.kind and mark.first_on <= day.on <= mark.last_on


def _shipped_row(day: ShippedDay) -> DayRow:
    return DayRow(
        id=None,
        version=0,
        kind=day.kind,
        first_on=day.on,
        last_on=day.on,
        words=day.words,
        is_yearly=day.is_yearly,
        is_certain=day.is_certain,
        origin=day.origin,
        category=day.category,
    )


def _in_year(day: date, year: int) -> date:
    """The same day of another year; of 29 February the 28th where there is none."""
    if (day.month, day.day) == (2, 29) and not isleap(year):
        day = day.replace(day=28)
    return day.replace(year=year)
