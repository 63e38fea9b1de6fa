"""Meta Business Suite: what Facebook and Instagram export of an account's posts."""

import re
from datetime import date, time

from app.models.measurement import Measure
from app.models.search_text import search_text
from app.services.importing.judged import ReasonCode, RowFault
from app.services.importing.measurement_export import Export
from app.services.importing.tables import TableRow
from app.services.importing.values import day_and_time_of

_NUMERIC = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s+(\d{1,2}):(\d{2}))?")

_LIFETIME = frozenset({"", "lifetime", "seumur hidup", "sepanjang waktu"})


def posted(row: TableRow, is_day_first: bool) -> tuple[date, time | None]:
    """Day and time of publication, in the account's own zone, which here is WIB.

    Raises:
        RowFault: it is empty or no moment.
    """
    return _moment(row, "moment", is_day_first)


def counted(row: TableRow, is_day_first: bool) -> date | None:
    """The day that the figures are of, where it is not the word "Lifetime".

    Raises:
        RowFault: it is neither that nor a day.
    """
    if search_text(row.text("date")) in _LIFETIME:
        return None
    return _moment(row, "date", is_day_first)[0]


def _moment(row: TableRow, field: str, is_day_first: bool) -> tuple[date, time | None]:
    text = row.text(field)
    found = _NUMERIC.fullmatch(text)
    if found is None:
        return day_and_time_of(row.value(field))
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    day, month = (first, second) if is_day_first else (second, first)
    try:
        at = time(int(found[4]), int(found[5])) if found[4] else None
        return date(year, month, day), at
    except ValueError as impossible:
        raise RowFault(ReasonCode.DAY_UNREADABLE, text) from impossible


FACEBOOK = Export(
    "facebook",
    {
        "views": Measure.VIEWS,
        "reach": Measure.REACH,
        "reactions_comments_shares": Measure.ENGAGEMENTS,
        "reactions": Measure.REACTIONS,
        "comments": Measure.COMMENTS,
        "shares": Measure.SHARES,
        "total_clicks": Measure.CLICKS,
    },
    posted,
    counted,
    frozenset({"reactions_comments_shares", "reactions", "total_clicks"}),
)
INSTAGRAM = Export(
    "instagram",
    {
        "views": Measure.VIEWS,
        "reach": Measure.REACH,
        "likes": Measure.LIKES,
        "shares": Measure.SHARES,
        "follows": Measure.FOLLOWS,
        "comments": Measure.COMMENTS,
        "saves": Measure.SAVES,
    },
    posted,
    counted,
    frozenset({"saves", "follows", "handle"}),
)
