"""What the rest of the month's plan needs: asked after the first view, holidays take a while."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.language import wib
from app.models.day import DayKind


@dataclass(frozen=True, slots=True)
class PlanOutlook:
    """`free_days`: holidays, cuti bersama and quiet days, on which nobody expects a content.

    `warnings` are those that Kalender lists for this month.
    """

    free_days: frozenset[date]
    warnings: int


def plan_outlook(session: Session, now: datetime) -> PlanOutlook:
    """From today to the end of the month."""
    from app.services.days import OFF_KINDS, days
    from app.services.plan_warnings import plan_warnings

    today = wib(now).date()
    end = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    marks = [
        row
        for row in days(session, today, end)
        if row.kind in OFF_KINDS or row.kind is DayKind.QUIET_PERIOD
    ]
    span = (today + timedelta(days=number) for number in range((end - today).days))
    free = frozenset(day for day in span if any(row.covers(day) for row in marks))
    return PlanOutlook(free, len(plan_warnings(session, today, now)))
