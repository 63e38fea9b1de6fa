"""What the exports of the platforms have in common; each platform's own is a module beside it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time

from app.models.measurement import Measure
from app.services.importing.judged import ReasonCode, RowFault
from app.services.importing.tables import TableRow
from app.services.importing.values import whole_number_of

_UNKNOWN = frozenset({"", "-", "--", "–", "nan", "n/a", "null"})


@dataclass(frozen=True, slots=True)
class Export:
    """One platform's table of posts: which of its columns is which measure.

    `posted` reads day and time of publication, `counted` the one day that the figures are of (None:
    totals since publication). Both are told whether the file writes numeric days day first.
    """

    platform: str
    measures: Mapping[str, Measure]
    posted: Callable[[TableRow, bool], tuple[date, time | None]]
    counted: Callable[[TableRow, bool], date | None]
    own_fields: frozenset[str]  # columns that no other export has


def figure_of(row: TableRow, field: str) -> int | None:
    """A count; None where the platform gives none, which is not zero.

    Raises:
        RowFault: there is something else than a count.
    """
    text = row.text(field)
    if text.casefold() in _UNKNOWN:
        return None
    figure = whole_number_of(row.value(field))
    if figure is not None and figure < 0 and field not in ("follows", "new_follows"):
        raise RowFault(ReasonCode.NUMBER_UNREADABLE, text)
    return figure


def is_day_first(days: list[str]) -> bool:
    """Whether numeric days are written day first; Meta writes the month first unless they can't be.

    `25/06/2026` in one row tells how `05/06/2026` in another is meant.
    """
    firsts = [int(found[1]) for day in days if (found := re.match(r"(\d{1,2})/\d{1,2}/\d{4}", day))]
    return any(first > 12 for first in firsts)
