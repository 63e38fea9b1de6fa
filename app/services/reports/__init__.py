"""The report desk: the year's figures, its seven parts and what they lack, sign-off (Pasal 12)."""

from app.services.reports.figures import YearFigures
from app.services.reports.paper import agency_facts, member_facts, report_contents
from app.services.reports.parts import (
    Lack,
    LackKind,
    ObstacleRow,
    PartRow,
    PartState,
    RecommendationRow,
    ReportYear,
    lacking,
    report_year,
)
from app.services.reports.writing import (
    RecommendationFacts,
    add_obstacle,
    add_recommendation,
    change_obstacle,
    change_recommendation,
    record_signature,
    record_submission,
    remove_obstacle,
    remove_recommendation,
    save_narrative,
)

__all__ = [
    "Lack",
    "LackKind",
    "ObstacleRow",
    "PartRow",
    "PartState",
    "RecommendationFacts",
    "RecommendationRow",
    "ReportYear",
    "YearFigures",
    "add_obstacle",
    "add_recommendation",
    "agency_facts",
    "change_obstacle",
    "change_recommendation",
    "lacking",
    "member_facts",
    "record_signature",
    "record_submission",
    "remove_obstacle",
    "remove_recommendation",
    "report_contents",
    "report_year",
    "save_narrative",
]
