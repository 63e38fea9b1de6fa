"""What platforms counted in a year (Pasal 12 ayat (3) huruf d–e).

What two platforms count under one word is not the same thing: such figures stand side by side and
are never added, nor are figures of posts to those of a whole account.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.content import Content
from app.models.measurement import Measure, Measurement
from app.models.variant import Variant
from app.services.measurements import MonthlySum, monthly_sums
from app.services.platform_names import platform_label
from app.services.printing.contents import Figure, Grid, GridRow, MonthGrid, SharedPost
from app.services.printing.words import MONTHS
from app.services.reports.accounts import ReportAccount

SHARING = (Measure.SHARES, Measure.REPOSTS)
NOT_IMPORTED = "data platform akun ini belum diimpor"
NOT_GIVEN = "tidak ada dalam data platform yang diimpor"
BY_MONTH = (
    (Measure.COMMENTS, "Komentar menurut platform"),
    (Measure.REACH, "Jangkauan"),
    (Measure.VIEWS, "Tayangan dilihat"),
    (Measure.IMPRESSIONS, "Impresi"),
)
_SHARED_OF_EACH = 3


@dataclass(frozen=True, slots=True)
class PostShares:
    """How often one post was passed on."""

    account_id: int
    measure: Measure
    shares: int
    posted_at: datetime | None
    title: str


class Measured:
    """The platforms' figures of one year."""

    def __init__(
        self,
        sums: Sequence[MonthlySum],
        posts: Sequence[PostShares],
        accounts: Sequence[ReportAccount],
    ) -> None:
        self.accounts = accounts
        self._posts = posts
        whole = {(found.account_id, found.measure) for found in sums if not found.posts}
        # Where a platform counted the account as a whole, the sum over its posts is left out.
        self._sums = [
            found
            for found in sums
            if not found.posts or (found.account_id, found.measure) not in whole
        ]
        self._with_data = {found.account_id for found in sums}
        self._by_account: dict[tuple[int, Measure], float] = defaultdict(float)
        for found in self._sums:
            self._by_account[found.account_id, found.measure] += found.value

    def of_account(self, account: ReportAccount, measure: Measure) -> Figure:
        """The sum over an account's year, or why there is none."""
        value = self._by_account.get((account.id, measure))
        if value is not None:
            return Figure(round(value))
        return Figure(None, NOT_GIVEN if account.id in self._with_data else NOT_IMPORTED)

    def by_month(self, measure: Measure, months: int) -> Grid:
        """A line a month, a column a platform that gives this measure."""
        counted: dict[tuple[str, int], float] = defaultdict(float)
        for found in self._sums:
            if found.measure is measure:
                counted[found.platform, found.month] += found.value
        given = {platform for platform, _month in counted}
        platforms = [
            name
            for name in dict.fromkeys(account.platform for account in self.accounts)
            if name in given
        ]
        if not platforms:
            return Grid("Bulan", ())
        rows = (
            GridRow(
                MONTHS[month - 1],
                tuple(_figure(counted.get((platform, month))) for platform in platforms),
            )
            for month in range(1, months + 1)
        )
        return Grid("Bulan", tuple(map(platform_label, platforms)), tuple(rows))

    def months(self, months: int) -> tuple[MonthGrid, ...]:
        """The measures of part e by month, those that any platform gives."""
        grids = ((title, self.by_month(measure, months)) for measure, title in BY_MONTH)
        return tuple(MonthGrid(title, grid) for title, grid in grids if grid.rows)

    def most_shared(self) -> tuple[SharedPost, ...]:
        """Of each account the posts that were shared most, beside its median."""
        found: list[SharedPost] = []
        for account in self.accounts:
            posts = self._shares_of(account)
            usual = round(median(post.shares for post in posts)) if posts else 0
            found += [
                SharedPost(
                    wib(post.posted_at).date() if post.posted_at else None,
                    post.title,
                    account.name,
                    post.shares,
                    usual,
                )
                for post in posts[:_SHARED_OF_EACH]
                if post.shares > usual
            ]
        return tuple(found)

    def _shares_of(self, account: ReportAccount) -> list[PostShares]:
        """Posts of an account, the most shared first; by one measure, never two added."""
        for measure in SHARING:
            posts = [
                post
                for post in self._posts
                if (post.account_id, post.measure) == (account.id, measure)
            ]
            if posts:
                return sorted(posts, key=lambda post: (-post.shares, post.title))
        return []


def _figure(value: float | None) -> Figure:
    return Figure() if value is None else Figure(round(value))


def measured(session: Session, year: int, accounts: Sequence[ReportAccount]) -> Measured:
    """Everything that platforms and people counted in the year; two statements."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    found = (
        select(
            Measurement.account_id,
            Measurement.measure,
            func.sum(Measurement.value),
            func.max(Measurement.posted_at),
            func.max(func.coalesce(Content.title, Measurement.post_text, "(tanpa judul)")),
        )
        .outerjoin(Variant, Variant.id == Measurement.variant_id)
        .outerjoin(Content, Content.id == Variant.content_id)
        .where(
            Measurement.measure.in_(SHARING),
            Measurement.post_key != "",
            Measurement.from_on >= first,
            Measurement.from_on <= last,
        )
        .group_by(Measurement.account_id, Measurement.post_key, Measurement.measure)
    )
    posts = [
        PostShares(account, measure, round(value), posted_at, " ".join(title.split())[:120])
        for account, measure, value, posted_at, title in session.execute(found)
    ]
    return Measured(monthly_sums(session, first, last), posts, accounts)
