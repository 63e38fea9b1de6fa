"""Acts of the report desk: texts, obstacles, recommendations, the signature on paper, delivery."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from app.language import wib
from app.models.asset import Asset
from app.models.report import (
    AnnualReport,
    Narrative,
    Obstacle,
    ObstacleSide,
    Part,
    Recommendation,
)
from app.models.roles import ADMIN_ONLY, Role
from app.services.errors import ChangedMeanwhile, InvalidValue
from app.services.transaction import Transaction, found

_SIGNERS = ADMIN_ONLY | {Role.HEAD}  # a paper signature is recorded by whoever holds the paper


@dataclass(frozen=True, slots=True)
class RecommendationFacts:
    """What is typed in of a recommendation."""

    text: str
    follow_up_plan: str = ""
    owner: str = ""
    due_on: date | None = None
    done_on: date | None = None


def save_narrative(
    tx: Transaction,
    year: int,
    part: Part,
    text: str,
    seen: datetime | None,
    empty_reason: str = "",
) -> datetime:
    """Keep the text of one part; returns the moment, which the next saving gives as `seen`.

    `seen` is when the text that was shown had been saved, None if there was none: two people may
    write different parts at once. `empty_reason` says why the part has no figures.

    Raises:
        ChangedMeanwhile: somebody else saved this part since.
        NotPermitted: the actor is not an admin.
    """
    tx.permit("save_narrative", ADMIN_ONLY)
    report = _report(tx, year)
    narrative = tx.session.scalar(
        select(Narrative).where(Narrative.report_id == report.id, Narrative.part == part)
    )
    if narrative is None:
        narrative = Narrative(part=part, saved_at=tx.now)
        report.narratives.append(narrative)
    elif narrative.saved_at != seen:
        raise ChangedMeanwhile(report.reference, report.version, report.version)
    if (narrative.text, narrative.empty_reason) == (text, empty_reason or None):
        return narrative.saved_at
    narrative.text = text
    narrative.empty_reason = empty_reason.strip() or None
    narrative.saved_at = tx.now
    tx.audit("save_narrative", "annual_report", report.id, report.reference, part=part)
    return tx.now


def add_obstacle(tx: Transaction, year: int, side: ObstacleSide, text: str) -> int:
    """Note what stood in the way; external and internal ones are two lists.

    Raises:
        InvalidValue: there is no text. NotPermitted: the actor is not an admin.
    """
    tx.permit("add_obstacle", ADMIN_ONLY)
    obstacle = Obstacle(year=_valid(year), side=side, text=_needed(text))
    tx.session.add(obstacle)
    tx.session.flush()
    tx.audit("add_obstacle", "annual_report", obstacle.id, year=year, side=side)
    return obstacle.id


def change_obstacle(tx: Transaction, obstacle_id: int, seen: int, text: str) -> None:
    """Write it better.

    Raises:
        InvalidValue, ChangedMeanwhile, NotFound, NotPermitted: as usual.
    """
    tx.permit("change_obstacle", ADMIN_ONLY)
    found(tx, Obstacle, obstacle_id, seen).text = _needed(text)
    tx.audit("change_obstacle", "annual_report", obstacle_id)


def remove_obstacle(tx: Transaction, obstacle_id: int, seen: int) -> None:
    """Leave it out of the report; the row stays.

    Raises:
        ChangedMeanwhile, NotFound, NotPermitted: as usual.
    """
    tx.permit("remove_obstacle", ADMIN_ONLY)
    found(tx, Obstacle, obstacle_id, seen).removed_at = tx.now
    tx.audit("remove_obstacle", "annual_report", obstacle_id)


def add_recommendation(tx: Transaction, year: int, facts: RecommendationFacts) -> int:
    """Note what should be done, by whom and until when.

    Raises:
        InvalidValue: there is no text. NotPermitted: the actor is not an admin.
    """
    tx.permit("add_recommendation", ADMIN_ONLY)
    recommendation = Recommendation(year=_valid(year), text=_needed(facts.text))
    _fill(recommendation, facts)
    tx.session.add(recommendation)
    tx.session.flush()
    tx.audit("add_recommendation", "annual_report", recommendation.id, year=year)
    return recommendation.id


def change_recommendation(
    tx: Transaction, recommendation_id: int, seen: int, facts: RecommendationFacts
) -> None:
    """Write it better, or note what became of it.

    Raises:
        InvalidValue, ChangedMeanwhile, NotFound, NotPermitted: as usual.
    """
    tx.permit("change_recommendation", ADMIN_ONLY)
    recommendation = found(tx, Recommendation, recommendation_id, seen)
    recommendation.text = _needed(facts.text)
    _fill(recommendation, facts)
    tx.audit("change_recommendation", "annual_report", recommendation_id)


def remove_recommendation(tx: Transaction, recommendation_id: int, seen: int) -> None:
    """Leave it out of the report; the row stays.

    Raises:
        ChangedMeanwhile, NotFound, NotPermitted: as usual.
    """
    tx.permit("remove_recommendation", ADMIN_ONLY)
    found(tx, Recommendation, recommendation_id, seen).removed_at = tx.now
    tx.audit("remove_recommendation", "annual_report", recommendation_id)


def record_signature(
    tx: Transaction, year: int, signed_on: date, signer_name: str, asset_id: int
) -> None:
    """Note that the head signed the printed report; the scan proves it. Nobody signs in for it.

    Raises:
        InvalidValue: nobody is named, or the day has not come yet.
        NotFound: there is no such asset. NotPermitted: the actor is neither admin nor head.
    """
    tx.permit("record_signature", _SIGNERS)
    if not signer_name.strip():
        raise InvalidValue("signer_name", "empty")
    _must_have_come(tx, "signed_on", signed_on)
    report = _report(tx, year)
    report.signed_on = signed_on
    report.signer_name = signer_name.strip()
    report.signature_asset_id = found(tx, Asset, asset_id).id
    tx.audit("record_signature", "annual_report", report.id, report.reference, on=signed_on)


def record_submission(
    tx: Transaction, year: int, submitted_on: date, receipt_number: str = ""
) -> None:
    """Note that the signed report was delivered to the Gubernur (Pasal 12 ayat (2)).

    Raises:
        InvalidValue: it is not signed yet, or the day lies before the signature or in the future.
        NotPermitted: the actor is neither admin nor head.
    """
    tx.permit("record_submission", _SIGNERS)
    _must_have_come(tx, "submitted_on", submitted_on)
    report = _report(tx, year)
    if report.signed_on is None:
        raise InvalidValue("submitted_on", "not_signed", submitted_on)
    if submitted_on < report.signed_on:
        raise InvalidValue("submitted_on", "before_signature", submitted_on)
    report.submitted_on = submitted_on
    report.receipt_number = receipt_number.strip() or None
    tx.audit("record_submission", "annual_report", report.id, report.reference, on=submitted_on)


def _report(tx: Transaction, year: int) -> AnnualReport:
    """The report of the year, locked; it begins with the first thing that is kept for it."""
    query = select(AnnualReport).where(AnnualReport.year == _valid(year)).with_for_update()
    report = tx.session.scalar(query)
    if report is None:
        report = AnnualReport(reference=tx.next_reference("LAP"), year=year)
        tx.session.add(report)
        tx.session.flush()
    return report


def _valid(year: int) -> int:
    if not 2000 <= year <= 2100:
        raise InvalidValue("year", "range", year)
    return year


def _needed(text: str) -> str:
    if not text.strip():
        raise InvalidValue("text", "empty")
    return text.strip()


def _fill(recommendation: Recommendation, facts: RecommendationFacts) -> None:
    recommendation.follow_up_plan = facts.follow_up_plan.strip()
    recommendation.owner = facts.owner.strip() or None
    recommendation.due_on = facts.due_on
    recommendation.done_on = facts.done_on


def _must_have_come(tx: Transaction, field: str, day: date) -> None:
    if day > wib(tx.now).date():
        raise InvalidValue(field, "future", day)
