"""What the regulation still lacks, and how far the year's report is: asked after all the rest."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.language import wib
from app.models.report import REQUIRED_PARTS
from app.services.obligations import Gap, gaps


@dataclass(frozen=True, slots=True)
class Compliance:
    """What is lacking, and how many of the report's seven parts are complete."""

    gaps: tuple[Gap, ...]
    parts_complete: int
    parts: int


def compliance(session: Session, now: datetime) -> Compliance:
    """How the office stands before the regulation at this moment."""
    from app.services.reports import report_year  # the whole report desk; Beranda is seen before

    report = report_year(session, wib(now).year, now)
    return Compliance(tuple(gaps(session, now)), report.complete, len(REQUIRED_PARTS))
