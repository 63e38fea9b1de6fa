"""The seven parts of Pasal 12 ayat (3): what of each is there, and what is still lacking."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.account import Account
from app.models.content import Content
from app.models.person import Assignment
from app.models.report import (
    REQUIRED_PARTS,
    AnnualReport,
    Narrative,
    Obstacle,
    ObstacleSide,
    Part,
    Recommendation,
)
from app.models.variant import Variant
from app.services.reports.figures import YearFigures, year_figures
from app.services.reports.messages import was_published
from app.services.reports.year import until_day


class PartState(StrEnum):
    """How far a part has come; derived, never stored."""

    EMPTY = "empty"
    PARTIAL = "partial"
    COMPLETE = "complete"


class LackKind(StrEnum):
    """What a part may still lack."""

    NARRATIVE = "narrative"
    ACCOUNTS = "accounts"
    DESIGNATIONS = "designations"
    ASSIGNMENT = "assignment"
    POSTS = "posts"
    CATEGORIES = "categories"
    COMMENTS = "comments"
    TONES = "tones"
    SHARES = "shares"
    VISITORS = "visitors"
    PAGE_VIEWS = "page_views"
    EXTERNAL_OBSTACLES = "external_obstacles"
    INTERNAL_OBSTACLES = "internal_obstacles"
    RECOMMENDATIONS = "recommendations"
    FOLLOW_UP_PLANS = "follow_up_plans"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is lacking, and how many of it where that can be counted."""

    kind: LackKind
    count: int = 0


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part with its text. `saved_at` is what an act that saves the text asks for."""

    part: Part
    state: PartState
    lacks: tuple[Lack, ...]
    text: str
    empty_reason: str
    saved_at: datetime | None


@dataclass(frozen=True, slots=True)
class ObstacleRow:
    """One obstacle as the screen lists it."""

    id: int
    version: int
    side: ObstacleSide
    text: str


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """One recommendation as the screen lists it."""

    id: int
    version: int
    text: str
    follow_up_plan: str
    owner: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class ReportYear:
    """The whole report of a year as the screen shows it."""

    year: int
    until: date
    parts: tuple[PartRow, ...]
    figures: YearFigures
    obstacles: tuple[ObstacleRow, ...]
    recommendations: tuple[RecommendationRow, ...]
    signed_on: date | None
    signer_name: str | None
    has_scan: bool
    submitted_on: date | None

    def part(self, part: Part) -> PartRow:
        return next(row for row in self.parts if row.part is part)

    @property
    def complete(self) -> int:
        """How many of the seven parts are complete."""
        required = (self.part(part) for part in REQUIRED_PARTS)
        return sum(row.state is PartState.COMPLETE for row in required)


def report_year(session: Session, year: int, now: datetime) -> ReportYear:
    """Figures, texts and what is lacking, in a fixed number of statements."""
    report = session.scalar(select(AnnualReport).where(AnnualReport.year == year))
    figures = year_figures(session, year, now)
    obstacles = obstacles_of(session, year)
    recommendations = recommendations_of(session, year)
    until = until_day(year, wib(now).date())
    lacks = _lacks(session, year, until, figures, obstacles, recommendations)
    narratives = {} if report is None else _narratives(session, report.id)
    return ReportYear(
        year,
        until,
        tuple(_part(part, narratives.get(part), lacks.get(part, ())) for part in Part),
        figures,
        obstacles,
        recommendations,
        report.signed_on if report else None,
        report.signer_name if report else None,
        bool(report and report.signature_asset_id),
        report.submitted_on if report else None,
    )


def lacking(session: Session, year: int, now: datetime) -> dict[Part, tuple[Lack, ...]]:
    """What the report of this year still lacks, part by part; complete parts are left out."""
    rows = report_year(session, year, now).parts
    return {row.part: row.lacks for row in rows if row.lacks}


def obstacles_of(session: Session, year: int) -> tuple[ObstacleRow, ...]:
    """External ones first, in the order in which they were written."""
    found = (
        select(Obstacle.id, Obstacle.version, Obstacle.side, Obstacle.text)
        .where(Obstacle.year == year, Obstacle.removed_at.is_(None))
        .order_by(Obstacle.side, Obstacle.id)
    )
    return tuple(ObstacleRow(*row) for row in session.execute(found))


def recommendations_of(session: Session, year: int) -> tuple[RecommendationRow, ...]:
    """In the order in which they were written."""
    found = (
        select(
            Recommendation.id,
            Recommendation.version,
            Recommendation.text,
            Recommendation.follow_up_plan,
            func.coalesce(Recommendation.owner, ""),
            Recommendation.due_on,
            Recommendation.done_on,
        )
        .where(Recommendation.year == year, Recommendation.removed_at.is_(None))
        .order_by(Recommendation.id)
    )
    return tuple(RecommendationRow(*row) for row in session.execute(found))


def _narratives(session: Session, report_id: int) -> dict[Part, Narrative]:
    found = select(Narrative).where(Narrative.report_id == report_id)
    return {narrative.part: narrative for narrative in session.scalars(found)}


def _part(part: Part, narrative: Narrative | None, lacks: tuple[Lack, ...]) -> PartRow:
    text = narrative.text if narrative else ""
    reason = (narrative.empty_reason if narrative else None) or ""
    if part in REQUIRED_PARTS:
        # A reason in words stands for figures that nobody can have.
        left = () if reason else lacks
        if not text.strip() and part not in _LISTS:
            left = (*left, Lack(LackKind.NARRATIVE))
    else:
        left = ()
    state = PartState.PARTIAL
    if not left:
        state = PartState.COMPLETE if part in REQUIRED_PARTS or text.strip() else PartState.EMPTY
    elif not text.strip() and not reason and _is_bare(part, lacks):
        state = PartState.EMPTY
    return PartRow(part, state, left, text, reason, narrative.saved_at if narrative else None)


# Their substance is a list; a text beside it is welcome and not asked for.
_LISTS = frozenset({Part.OBSTACLES, Part.RECOMMENDATIONS})
# Parts of which nothing at all is there while these are lacking.
_BARE = {
    Part.POLICY_OVERVIEW: {LackKind.ACCOUNTS, LackKind.ASSIGNMENT},
    Part.CONTENT_REVIEW: {LackKind.POSTS},
    Part.COMMENTS: {LackKind.COMMENTS},
    Part.SHARES: {LackKind.SHARES},
    Part.TRAFFIC: {LackKind.VISITORS, LackKind.PAGE_VIEWS},
    Part.OBSTACLES: {LackKind.EXTERNAL_OBSTACLES, LackKind.INTERNAL_OBSTACLES},
    Part.RECOMMENDATIONS: {LackKind.RECOMMENDATIONS},
}


def _is_bare(part: Part, lacks: tuple[Lack, ...]) -> bool:
    return _BARE[part] <= {lack.kind for lack in lacks}


def _lacks(
    session: Session,
    year: int,
    until: date,
    figures: YearFigures,
    obstacles: tuple[ObstacleRow, ...],
    recommendations: tuple[RecommendationRow, ...],
) -> dict[Part, tuple[Lack, ...]]:
    sides = {row.side for row in obstacles}
    plans = sum(1 for row in recommendations if not row.follow_up_plan.strip())
    found: dict[Part, list[Lack | None]] = {
        Part.POLICY_OVERVIEW: _policy_lacks(session, until),
        Part.CONTENT_REVIEW: _message_lacks(session, year, figures),
        Part.COMMENTS: _comment_lacks(figures),
        Part.SHARES: [_unless(_is_known(figures, 0), LackKind.SHARES)],
        Part.TRAFFIC: [
            _unless(_has_visitors(figures, (0, 1)), LackKind.VISITORS),
            _unless(_has_visitors(figures, (2,)), LackKind.PAGE_VIEWS),
        ],
        Part.OBSTACLES: [
            _unless(ObstacleSide.EXTERNAL in sides, LackKind.EXTERNAL_OBSTACLES),
            _unless(ObstacleSide.INTERNAL in sides, LackKind.INTERNAL_OBSTACLES),
        ],
        Part.RECOMMENDATIONS: [
            _unless(bool(recommendations), LackKind.RECOMMENDATIONS),
            _unless(not plans, LackKind.FOLLOW_UP_PLANS, plans),
        ],
    }
    return {part: tuple(filter(None, lacks)) for part, lacks in found.items()}


def _unless(is_there: bool, kind: LackKind, count: int = 0) -> Lack | None:
    return None if is_there else Lack(kind, count)


def _policy_lacks(session: Session, until: date) -> list[Lack | None]:
    open_until = func.coalesce(Account.closed_on, until) >= until
    designated = (func.coalesce(Account.designation_number, "") != "") & (
        Account.designation_on.is_not(None)
    )
    accounts, official = session.execute(
        select(func.count(Account.id), func.count(Account.id).filter(designated)).where(open_until)
    ).one()
    orders = session.scalar(
        select(func.count(Assignment.id)).where(
            Assignment.voided_at.is_(None),
            Assignment.signed_on <= until,
            func.coalesce(Assignment.until_on, until) >= date(until.year, 1, 1),
        )
    )
    return [
        _unless(bool(accounts), LackKind.ACCOUNTS),
        _unless(accounts == official, LackKind.DESIGNATIONS, accounts - official),
        _unless(bool(orders), LackKind.ASSIGNMENT),
    ]


def _message_lacks(session: Session, year: int, figures: YearFigures) -> list[Lack | None]:
    posts = sum(row.figures[0].value or 0 for row in figures.messages.by_account.rows)
    uncategorised = session.scalar(
        select(func.count(Content.id.distinct()))
        .join(Variant, Variant.content_id == Content.id)
        .where(was_published(year), Content.category.is_(None))
    )
    return [
        _unless(bool(posts), LackKind.POSTS),
        _unless(not uncategorised, LackKind.CATEGORIES, uncategorised or 0),
    ]


def _comment_lacks(figures: YearFigures) -> list[Lack | None]:
    comments = sum(row.figures[-1].value or 0 for row in figures.comments.by_account.rows)
    unmarked = figures.comments.unclassified.value or 0
    return [
        _unless(bool(comments), LackKind.COMMENTS),
        _unless(not unmarked, LackKind.TONES, unmarked),
    ]


def _is_known(figures: YearFigures, column: int) -> bool:
    rows = figures.sending.by_account.rows
    return any(row.figures[column].value is not None for row in rows)


def _has_visitors(figures: YearFigures, columns: tuple[int, ...]) -> bool:
    rows = figures.traffic.visitors.rows
    return any(row.figures[column].value is not None for row in rows for column in columns)
