"""The month's plan as it hangs on the wall: days of the office and contents, gathered for paper."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language import time_text, wib
from app.models.agency import Agency
from app.models.day import DayKind
from app.services import calendar
from app.services.calendar import Tile
from app.services.day_bars import is_bar, named_mark, week_bars
from app.services.days import OFF_KINDS, DayRow, days
from app.services.platform_names import platform_label
from app.services.printing.month_contents import MonthContents, WallBar, WallDay, WallTile

_WEEK = 7
_SETTLED = frozenset({"approved", "scheduled", "published", "partly_published", "recorded"})
_GONE = frozenset({"cancelled", "skipped", "withdrawn"})


def month_paper(session: Session, month: date, now: datetime, is_example: bool) -> MonthContents:
    """The month of that day in whole weeks; what was cancelled is not on the wall."""
    first = calendar.first_day_shown(month.year, month.month)
    last = (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    weeks = (last - first).days // _WEEK + 1
    end = first + timedelta(weeks=weeks)
    marks = days(session, first, end)
    tiles: dict[date, list[Tile]] = defaultdict(list)
    for tile in calendar.tiles(session, first, end, now):
        if tile.state.name not in _GONE:
            tiles[tile.day].append(tile)
    own = session.scalar(select(Agency.name).where(Agency.is_own.is_(True))) or ""
    return MonthContents(
        own,
        month.replace(day=1),
        wib(now).date(),
        tuple(
            _day(day, month, marks, tiles[day])
            for day in (first + timedelta(days=number) for number in range(weeks * _WEEK))
        ),
        tuple(_bars(marks, first, weeks)),
        is_example,
        any(row.is_estimated for row in marks),
    )


def _day(day: date, month: date, marks: Sequence[DayRow], tiles: Sequence[Tile]) -> WallDay:
    said = [row for row in marks if row.covers(day)]
    named = named_mark(said)
    words = f"± {named.words}" if named and named.is_estimated else named.words if named else ""
    return WallDay(
        day,
        (day.year, day.month) == (month.year, month.month),
        any(row.kind in OFF_KINDS for row in said),
        any(row.kind is DayKind.QUIET_PERIOD for row in said),
        words,
        tuple(_tile(tile) for tile in tiles),
    )


def _tile(tile: Tile) -> WallTile:
    return WallTile(
        time_text(tile.at) if tile.at else "",
        tile.title,
        ", ".join(map(platform_label, tile.platforms)),
        tile.state.name in _SETTLED,
    )


def _bars(marks: Sequence[DayRow], first: date, weeks: int) -> list[WallBar]:
    spans = [row for row in marks if is_bar(row)]
    return [
        WallBar(
            week,
            bar.lane,
            bar.first,
            bar.last,
            bar.row.words,
            bar.row.kind is DayKind.QUIET_PERIOD,
        )
        for week in range(weeks)
        for bar in week_bars(spans, first + timedelta(weeks=week))
    ]
