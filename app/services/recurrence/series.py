"""Series of contents: beginning, changing and ending them, and making their occurrences."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice, takewhile

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.content import Content, ContentState
from app.models.roles import AUTHORS
from app.models.series import Occurrence, Series
from app.services.contents import ContentForm, collect
from app.services.contents.stored import content_form
from app.services.errors import AlreadyThere, InvalidValue, NotFound
from app.services.recurrence.rules import Rule, check, dates
from app.services.transaction import Transaction, found, touch

MOST_AT_ONCE = 60  # occurrences that one act makes: more than an office can decide on


@dataclass(frozen=True, slots=True)
class OccurrenceRow:
    """An occurrence that was made, or the first one itself."""

    occurs_on: date
    content_id: int
    reference: str
    title: str
    state: ContentState
    is_first: bool


@dataclass(frozen=True, slots=True)
class SeriesView:
    """One series: its rule, what was made of it, and the dates that may be made next."""

    id: int
    version: int
    first_on: date
    rule: Rule
    made: tuple[OccurrenceRow, ...]
    following: tuple[date, ...]
    is_ended: bool


@dataclass(frozen=True, slots=True)
class Repeating:
    """A content as its dialog shows it; `day` is the one from which it would repeat."""

    content_id: int
    version: int
    reference: str
    title: str
    day: date | None
    series: SeriesView | None


def repeating(session: Session, content_id: int, today: date) -> Repeating:
    """One content and how it repeats, if it does.

    Raises:
        NotFound: there is no such content.
    """
    content = session.get(Content, content_id)
    if content is None:
        raise NotFound("content", content_id)
    series = series_of(session, content_id, today)
    return Repeating(
        content.id, content.version, content.reference, content.title, _first_day(content), series
    )


def series_of(
    session: Session, content_id: int, today: date, ahead: int = MOST_AT_ONCE
) -> SeriesView | None:
    """The series that a content begins or belongs to, with the next `ahead` dates from today on."""
    of_occurrence = select(Occurrence.series_id).where(Occurrence.content_id == content_id)
    series = session.scalar(
        select(Series).where(or_(Series.content_id == content_id, Series.id.in_(of_occurrence)))
    )
    if series is None:
        return None
    made = _made(session, series)
    taken = {row.occurs_on for row in made}
    open_days = (
        day for day in dates(rule_of(series), series.first_on) if day not in taken and day >= today
    )
    is_ended = series.ended_at is not None
    following = () if is_ended else tuple(islice(open_days, ahead))
    return SeriesView(
        series.id, series.version, series.first_on, rule_of(series), made, following, is_ended
    )


def rule_of(series: Series) -> Rule:
    return Rule(
        series.frequency,
        series.every,
        frozenset(map(int, series.weekdays)),
        series.nth,
        series.short_month,
        series.until_on,
        series.number,
    )


def repeat(tx: Transaction, content_id: int, seen: int, rule: Rule) -> int:
    """Let a content repeat from its day on; returns the series' key. No occurrence is made yet.

    Raises:
        InvalidValue: it has no day, or the rule does not name that day.
        AlreadyThere: it repeats already, or is itself an occurrence.
        ChangedMeanwhile, NotFound, NotPermitted.
    """
    tx.permit("repeat", AUTHORS)
    content = found(tx, Content, content_id, seen)
    first_on = _first_day(content)
    if first_on is None:
        raise InvalidValue("content", "without_day", content.reference)
    if series_of(tx.session, content_id, first_on, 0) is not None:
        raise AlreadyThere("series", content.reference)
    series = Series(
        content_id=content.id, first_on=first_on, created_at=tx.now, created_by_id=tx.actor.id
    )
    _write(series, rule)
    tx.session.add(series)
    tx.session.flush()
    tx.audit("repeat", "series", series.id, content.reference, **_facts(rule))
    return series.id


def change_rule(tx: Transaction, series_id: int, seen: int, rule: Rule) -> int:
    """Repeat otherwise from now on; what was made stays. Returns the series' version then.

    Raises:
        InvalidValue, ChangedMeanwhile, NotFound, NotPermitted.
    """
    tx.permit("change_rule", AUTHORS)
    series = found(tx, Series, series_id, seen)
    _write(series, rule)
    series.ended_at = None
    first = tx.session.get_one(Content, series.content_id)
    tx.audit("change_rule", "series", series.id, first.reference, **_facts(rule))
    tx.session.flush()
    return series.version


def end_series(tx: Transaction, series_id: int, seen: int) -> None:
    """Make no more occurrences; those that were made stay and are cancelled one by one.

    Raises:
        ChangedMeanwhile, NotFound, NotPermitted.
    """
    tx.permit("end_series", AUTHORS)
    series = found(tx, Series, series_id, seen)
    series.ended_at = tx.now
    tx.audit("end_series", "series", series.id)


def make_occurrences(tx: Transaction, series_id: int, days: Sequence[date]) -> tuple[int, ...]:
    """Make the contents of these days, which a person saw listed; returns their keys.

    A day that has its occurrence gets no second one, whoever made the first.

    Raises:
        InvalidValue: a day is not of the series (any more), or they are too many.
        NotFound, NotPermitted.
    """
    tx.permit("make_occurrences", AUTHORS)
    series = found(tx, Series, series_id)
    if len(days) > MOST_AT_ONCE:
        raise InvalidValue("number", "range", MOST_AT_ONCE)
    wanted = sorted(set(days))
    _must_be_of_series(series, wanted)
    first = tx.session.get_one(Content, series.content_id)
    form, day_now = content_form(first), _first_day(first) or series.first_on
    there = {row.occurs_on for row in _made(tx.session, series)}
    made = []
    for day in wanted:
        if day in there:
            continue
        content = collect(tx, _moved(form, day - day_now))
        tx.session.add(Occurrence(series=series, content_id=content.id, occurs_on=day))
        made.append(content.id)
    if made:
        touch(tx, series)
        tx.audit(
            "make_occurrences",
            "series",
            series.id,
            first.reference,
            count=len(made),
            days=[day.isoformat() for day in wanted if day not in there],
        )
        tx.session.flush()
    return tuple(made)


def _first_day(content: Content) -> date | None:
    moments = [variant.planned_at for variant in content.variants if variant.planned_at]
    if content.planned_at is not None:
        moments.append(content.planned_at)
    return wib(min(moments)).date() if moments else content.planned_on


def _made(session: Session, series: Series) -> tuple[OccurrenceRow, ...]:
    facts = (Content.id, Content.reference, Content.title, Content.state)
    first = session.execute(select(*facts).where(Content.id == series.content_id)).one()
    others = session.execute(
        select(Occurrence.occurs_on, *facts)
        .join(Content, Content.id == Occurrence.content_id)
        .where(Occurrence.series_id == series.id)
        .order_by(Occurrence.occurs_on)
    )
    return (
        OccurrenceRow(series.first_on, *first, True),
        *(OccurrenceRow(*row, False) for row in others),
    )


def _write(series: Series, rule: Rule) -> None:
    check(rule, series.first_on)
    series.frequency = rule.frequency
    series.every = rule.every
    series.weekdays = "".join(map(str, sorted(rule.weekdays)))
    series.nth = rule.nth
    series.short_month = rule.short_month
    series.until_on = rule.until_on
    series.number = rule.number


def _must_be_of_series(series: Series, days: Sequence[date]) -> None:
    """Each of the days, in order, is one that the rule names now."""
    if not days:
        return
    last = days[-1]
    named = set(takewhile(lambda day: day <= last, dates(rule_of(series), series.first_on)))
    if series.ended_at is not None or not named.issuperset(days):
        raise InvalidValue("days", "not_of_series")


def _moved(form: ContentForm, by: timedelta) -> ContentForm:
    """The form on another day, its times of day kept; its source is to be verified anew."""
    return replace(
        form,
        source_is_verified=False,
        planned_at=form.planned_at and form.planned_at + by,
        planned_on=form.planned_on and form.planned_on + by,
        variants=tuple(
            replace(variant, planned_at=variant.planned_at and variant.planned_at + by)
            for variant in form.variants
        ),
    )


def _facts(rule: Rule) -> dict[str, object]:
    return {
        "frequency": rule.frequency,
        "every": rule.every,
        "until_on": rule.until_on and rule.until_on.isoformat(),
        "number": rule.number,
    }
