"""X analytics: one row a post, the account's own replies among them; a day without a time."""

from datetime import date, time

from app.models.measurement import Measure
from app.services.importing.measurement_export import Export
from app.services.importing.tables import TableRow
from app.services.importing.values import day_and_time_of


def posted(row: TableRow, is_day_first: bool) -> tuple[date, time | None]:
    """The day of the post; X writes it with the month's name, so that the order does not matter.

    Raises:
        RowFault: it is empty or no day.
    """
    return day_and_time_of(row.value("date"))


def counted(row: TableRow, is_day_first: bool) -> date | None:
    """X only gives totals since publication."""
    return None


X = Export(
    "x",
    {
        "impressions": Measure.IMPRESSIONS,
        "likes": Measure.LIKES,
        "engagements": Measure.ENGAGEMENTS,
        "bookmarks": Measure.SAVES,
        "shares": Measure.SHARES,
        "new_follows": Measure.FOLLOWS,
        "replies": Measure.COMMENTS,
        "reposts": Measure.REPOSTS,
        "profile_visits": Measure.PROFILE_VISITS,
        "url_clicks": Measure.CLICKS,
    },
    posted,
    counted,
    frozenset({"engagements", "bookmarks", "new_follows", "replies", "reposts", "url_clicks"}),
)
