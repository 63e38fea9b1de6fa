"""The measurement desk: figures of posts find their variant, and are summed but never mixed.

Pasal 12(3) d–e. The newest import of a figure stands; what a platform does not tell stays unknown.
Unlike measures, such as views and impressions, stand side by side and are never added.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from difflib import SequenceMatcher
from enum import StrEnum

from sqlalchemy import extract, func, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.account import Account
from app.models.content import Content
from app.models.measurement import Measure, Measurement
from app.models.roles import ADMIN_ONLY
from app.models.search_text import search_text
from app.models.variant import Variant, VariantState
from app.services.importing.measurements import Figure, MeasuredPost
from app.services.importing.values import moment_of
from app.services.links import canonical, recognise
from app.services.transaction import Transaction

_SHOWN_TO_THE_PUBLIC = (VariantState.PUBLISHED, VariantState.WITHDRAWN)
_LEAST_LIKENESS = 0.8  # of texts of one day; the exports cut long captions and change quotes
_SAME_MOMENT = timedelta(hours=1)


class MatchedBy(StrEnum):
    """How a row of an export found the variant that it is about."""

    POST_ID = "post_id"
    LINK = "link"
    DAY_AND_TEXT = "day_and_text"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Match:
    """A row of an export with the variant and the account that its figures belong to."""

    post: MeasuredPost
    by: MatchedBy
    post_key: str
    variant_id: int | None
    account_id: int | None


@dataclass(frozen=True, slots=True)
class MeasurementsTaken:
    """What became of the rows of an export.

    `new`, `renewed` and `unchanged` count figures. `unmatched` are posts that the calendar does not
    know, their figures are kept; `homeless` those of no account of the office, theirs are not.
    """

    new: int
    renewed: int
    unchanged: int
    unmatched: tuple[MeasuredPost, ...]
    homeless: tuple[MeasuredPost, ...]


@dataclass(frozen=True, slots=True)
class MonthlySum:
    """One measure of one account in one month, by the day of publication.

    `posts` is how many posts it is the sum of; 0: the platform counted the account as a whole.
    """

    account_id: int
    platform: str
    handle: str
    year: int
    month: int
    measure: Measure
    value: float
    posts: int


@dataclass(frozen=True, slots=True)
class UnmatchedPost:
    """A post with figures that the calendar does not know."""

    account_id: int
    post_key: str
    text: str | None
    posted_at: datetime | None


def take_measurements(
    tx: Transaction,
    posts: Sequence[MeasuredPost],
    *,
    as_of: date | None = None,
    import_run_id: int | None = None,
) -> MeasurementsTaken:
    """Keep the figures of posts; `as_of` is the day that totals are of, None: today.

    Raises:
        NotPermitted: the actor is not an admin.
    """
    tx.permit("take_measurements", ADMIN_ONLY)
    matches = match_posts(tx.session, posts)
    day = as_of or wib(tx.now).date()
    taking = _Taking(tx, day, import_run_id)
    for match in matches:
        if match.account_id is not None:
            taking.take(match, match.account_id)
    tx.audit("take_measurements", "measurement", new=taking.new, renewed=taking.renewed)
    return MeasurementsTaken(
        taking.new,
        taking.renewed,
        taking.unchanged,
        tuple(match.post for match in matches if match.by is MatchedBy.NOTHING),
        tuple(match.post for match in matches if match.account_id is None),
    )


def match_posts(session: Session, posts: Sequence[MeasuredPost]) -> list[Match]:
    """Which variant each row is about: by the post's id, its link, then its day and text.

    No variant is found by day and text that another row has found more surely.
    """
    known = _Published(session, {post.platform for post in posts})
    sure = {number: found for number, post in enumerate(posts) if (found := known.surely(post))}
    taken = {candidate.id for candidate, _by in sure.values()}
    matches: list[Match] = []
    for number, post in enumerate(posts):
        found = sure.get(number) or known.by_day_and_text(post, taken)
        if found is None:
            key = canonical(post.link) if post.link else None
            named = key or f"{post.platform}:{post.post_id}"
            account_id = known.account_of(post)
            matches.append(Match(post, MatchedBy.NOTHING, named, None, account_id))
            continue
        candidate, by = found
        taken.add(candidate.id)
        key = candidate.key or (canonical(post.link) if post.link else None)
        named = key or f"{post.platform}:{post.post_id}"
        matches.append(Match(post, by, named, candidate.id, candidate.account_id))
    return matches


def monthly_sums(session: Session, first: date, last: date) -> list[MonthlySum]:
    """The figures between two days, by account, month and measure; what is not there is unknown."""
    year = extract("year", Measurement.from_on)
    month = extract("month", Measurement.from_on)
    of_post = Measurement.post_key != ""
    query = (
        select(
            Account.id,
            Account.platform,
            Account.handle,
            year,
            month,
            Measurement.measure,
            func.sum(Measurement.value),
            func.count(func.nullif(Measurement.post_key, "").distinct()),
        )
        .join(Account, Account.id == Measurement.account_id)
        .where(Measurement.from_on >= first, Measurement.from_on <= last)
        .group_by(Account.id, Account.platform, Account.handle, year, month)
        .group_by(Measurement.measure, of_post)
        .order_by(Account.platform, Account.handle, year, month, Measurement.measure, of_post)
    )
    return [
        MonthlySum(key, platform, handle, int(y), int(m), measure, value, posts)
        for key, platform, handle, y, m, measure, value, posts in session.execute(query)
    ]


def unmatched_posts(session: Session) -> list[UnmatchedPost]:
    """Posts with figures that the calendar does not know, the newest first."""
    query = (
        select(
            Measurement.account_id,
            Measurement.post_key,
            func.max(Measurement.post_text),
            func.max(Measurement.posted_at).label("posted_at"),
        )
        .where(Measurement.variant_id.is_(None), Measurement.post_key != "")
        .group_by(Measurement.account_id, Measurement.post_key)
        .order_by(func.max(Measurement.posted_at).desc(), Measurement.post_key)
    )
    return [UnmatchedPost(*row) for row in session.execute(query)]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A published variant that a row may be about."""

    id: int
    account_id: int
    platform: str
    key: str | None
    published_at: datetime | None
    text: str  # normalised


class _Published:
    """The published variants of some platforms, by everything that a row may know them by."""

    def __init__(self, session: Session, platforms: Iterable[str]) -> None:
        wanted = sorted(platforms)
        self._accounts = session.execute(
            select(Account.id, Account.platform, Account.handle, Account.name)
            .where(Account.platform.in_(wanted), Account.closed_on.is_(None))
            .order_by(Account.id)
        ).all()
        query = (
            select(
                Variant.id,
                Variant.account_id,
                Account.platform,
                Variant.post_key,
                Variant.published_at,
                func.coalesce(Variant.text, Content.text, ""),
            )
            .join(Account, Account.id == Variant.account_id)
            .join(Content, Content.id == Variant.content_id)
            .where(Account.platform.in_(wanted), Variant.state.in_(_SHOWN_TO_THE_PUBLIC))
            .order_by(Variant.id)
        )
        candidates = [
            _Candidate(*row[:5], search_text(row[5])) for row in session.execute(query).all()
        ]
        self._by_key = {found.key: found for found in candidates if found.key}
        self._by_id = {
            (found.platform, name): found
            for found in candidates
            if found.key and (name := _post_id(found.key))
        }
        self._by_day: dict[tuple[str, date], list[_Candidate]] = {}
        for found in candidates:
            if found.published_at is not None:
                day = wib(found.published_at).date()
                self._by_day.setdefault((found.platform, day), []).append(found)

    def surely(self, post: MeasuredPost) -> tuple[_Candidate, MatchedBy] | None:
        """The variant whose link has the same post's id, or is the same link."""
        key = canonical(post.link) if post.link else None
        for name in (post.post_id, _post_id(key) if key else None):
            if name and (found := self._by_id.get((post.platform, name))):
                return found, MatchedBy.POST_ID
        if key and (found := self._by_key.get(key)):
            return found, MatchedBy.LINK
        return None

    def by_day_and_text(
        self, post: MeasuredPost, taken: set[int]
    ) -> tuple[_Candidate, MatchedBy] | None:
        """The one variant of that day, and of that time if it is known, which says the same."""
        text = search_text(post.text)
        that_day = self._by_day.get((post.platform, post.posted_on), ())
        fitting = [
            found
            for found in that_day
            if found.id not in taken and _is_at(found, post) and _says(found.text, text)
        ]
        return (fitting[0], MatchedBy.DAY_AND_TEXT) if len(fitting) == 1 else None

    def account_of(self, post: MeasuredPost) -> int | None:
        """The account that the row names by handle or name; else the platform's oldest one."""
        there = [row for row in self._accounts if row.platform == post.platform]
        names = {search_text(post.handle), search_text(post.account_name)} - {""}
        named = [row for row in there if {search_text(row.handle), search_text(row.name)} & names]
        fitting = named or there
        return int(fitting[0].id) if fitting else None


@dataclass(slots=True)
class _Taking:
    """Writes figures, one post after the other, and counts what became of them."""

    tx: Transaction
    as_of: date
    import_run_id: int | None
    new: int = 0
    renewed: int = 0
    unchanged: int = 0
    _there: dict[int, dict[tuple[str, Measure, date, date], Measurement]] = field(
        default_factory=dict
    )

    def take(self, match: Match, account_id: int) -> None:
        there = self._of_account(account_id)
        day = match.post.counted_on or match.post.posted_on
        for figure in match.post.figures:
            slot = (match.post_key, figure.measure, day, day)
            kept = there.get(slot)
            if kept is None:
                there[slot] = self._add(match, account_id, figure, day)
                self.new += 1
            elif self.as_of < kept.as_of:
                self.unchanged += 1  # an older export never takes a newer figure's place
            else:
                self._renew(kept, match, figure)

    def _of_account(self, account_id: int) -> dict[tuple[str, Measure, date, date], Measurement]:
        if account_id not in self._there:
            query = select(Measurement).where(Measurement.account_id == account_id)
            self._there[account_id] = {
                (row.post_key, row.measure, row.from_on, row.until_on): row
                for row in self.tx.session.scalars(query.with_for_update())
            }
        return self._there[account_id]

    def _add(self, match: Match, account_id: int, figure: Figure, day: date) -> Measurement:
        post = match.post
        row = Measurement(
            account_id=account_id,
            variant_id=match.variant_id,
            post_key=match.post_key,
            post_text=post.text or None,
            posted_at=moment_of(post.posted_on, post.posted_time),
            measure=figure.measure,
            own_name=figure.own_name,
            value=figure.value,
            from_on=day,
            until_on=day,
            as_of=post.counted_on or self.as_of,
            import_run_id=self.import_run_id,
        )
        self.tx.session.add(row)
        return row

    def _renew(self, kept: Measurement, match: Match, figure: Figure) -> None:
        is_same = kept.value == figure.value
        kept.variant_id = match.variant_id or kept.variant_id
        kept.own_name = figure.own_name
        kept.value = figure.value
        kept.as_of = match.post.counted_on or self.as_of
        if is_same:
            self.unchanged += 1
        else:
            kept.import_run_id = self.import_run_id
            self.renewed += 1


def _post_id(key: str) -> str | None:
    link = recognise(key)
    return link.post_id if link else None


def _is_at(found: _Candidate, post: MeasuredPost) -> bool:
    if post.posted_time is None or found.published_at is None:
        return True
    return abs(found.published_at - moment_of(post.posted_on, post.posted_time)) <= _SAME_MOMENT


def _says(planned: str, posted: str) -> bool:
    """Whether two normalised texts are one; either may have been cut or mended a little."""
    if not planned or not posted:
        return False
    shorter, longer = sorted((planned, posted), key=len)
    if len(shorter) > 20 and longer.startswith(shorter):
        return True
    return SequenceMatcher(None, planned, posted, autojunk=False).ratio() >= _LEAST_LIKENESS
