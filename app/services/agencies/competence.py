"""Who is competent for an inquiry: agencies by name, or by what was asked there before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, literal, or_, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.agency import Agency
from app.models.inquiry import Inquiry
from app.models.referral import Direction, Referral
from app.models.search_text import search_text
from app.services.agencies.directory import AGENCY_COLUMNS, AgencyRow, holding

_REMEMBERED = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class CompetentAgency:
    """An agency that may be asked: how often it was in a year, and how long it took on average.

    `was_asked_alike`: an inquiry with these words went there before.
    """

    agency: AgencyRow
    referrals: int
    average: timedelta | None
    was_asked_alike: bool


def competent_agencies(
    session: Session, words: str, now: datetime, size: int = 30
) -> list[CompetentAgency]:
    """Agencies of today whose names hold all words, or that were asked alike before.

    Those found by name come first, then by how often they were asked; without words, everybody in
    that order.
    """
    query = _valid_on(wib(now).date())
    named = _rows(session, query.where(*holding(words)))
    alike = _asked_alike(session, words) if words.strip() else frozenset()
    others = _rows(session, query.where(Agency.id.in_(alike - {row.id for row in named})))
    counts = _counts(session, now)
    found = [
        CompetentAgency(row, counts.get(row.id, 0), None, row.id in alike)
        for rows in (named, others)
        for row in sorted(rows, key=lambda row: (-counts.get(row.id, 0), row.name))
    ][:size]
    averages = _averages(session, [row.agency.id for row in found], now)
    return [replace(row, average=averages.get(row.agency.id)) for row in found]


def _valid_on(day: date) -> Select[*tuple[Any, ...]]:
    return select(*AGENCY_COLUMNS).where(
        Agency.is_own.is_not(True),
        or_(Agency.valid_until.is_(None), Agency.valid_until >= day),
        or_(Agency.valid_from.is_(None), Agency.valid_from <= day),
    )


def _rows(session: Session, query: Select[*tuple[Any, ...]]) -> list[AgencyRow]:
    return [AgencyRow(*row) for row in session.execute(query)]


def _asked_alike(session: Session, words: str) -> frozenset[int]:
    query = (
        select(Referral.agency_id)
        .join(Inquiry, Inquiry.id == Referral.inquiry_id)
        .where(Referral.direction == Direction.OUT)
        .distinct()
    )
    begins = literal(" ") + Inquiry.search_text  # "kai" is not asked about in "pakai"
    for word in search_text(words).split():
        query = query.where(begins.contains(f" {word}", autoescape=True))
    return frozenset(session.scalars(query))


def _counts(session: Session, now: datetime) -> dict[int, int]:
    query = (
        select(Referral.agency_id, func.count(Referral.id))
        .where(Referral.direction == Direction.OUT, Referral.contacted_at >= now - _REMEMBERED)
        .group_by(Referral.agency_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def _averages(session: Session, agency_ids: Sequence[int], now: datetime) -> dict[int, timedelta]:
    """How long these agencies took on the average; imported ones have no exact times."""
    query = select(Referral.agency_id, Referral.contacted_at, Referral.answered_at).where(
        Referral.agency_id.in_(agency_ids),
        Referral.direction == Direction.OUT,
        Referral.contacted_at >= now - _REMEMBERED,
        ~Referral.is_history,
    )
    lengths: dict[int, list[timedelta]] = {}
    for agency_id, contacted_at, answered_at in session.execute(query):
        if answered_at is not None:
            lengths.setdefault(agency_id, []).append(answered_at - contacted_at)
    return {key: sum(taken, timedelta()) / len(taken) for key, taken in lengths.items()}
