"""The directory of agencies: who is competent, by name or by what was asked there before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.language import wib
from app.models.agency import BOUND_KINDS, Agency, AgencyKind
from app.models.inquiry import Inquiry
from app.models.referral import Direction, Referral
from app.models.search_text import search_text

_REMEMBERED = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One agency of the directory, with how often it was asked in a year and how fast it was.

    `was_asked_alike`: an inquiry with these words went there before.
    """

    id: int
    name: str
    short_name: str
    kind: AgencyKind
    area: str | None
    contact_name: str | None
    contact_means: str | None
    referrals: int
    average: timedelta | None
    was_asked_alike: bool

    @property
    def is_bound(self) -> bool:
        """The regulation binds it; for all others the 24 hours are a request."""
        return self.kind in BOUND_KINDS


def agencies(session: Session, words: str, now: datetime, size: int = 30) -> list[AgencyRow]:
    """Agencies whose name, short name or area holds all words, or that were asked alike before.

    Those found by name come first, then by how often they were asked; without words, everybody in
    that order.
    """
    wanted = search_text(words).split()
    alike = _asked_alike(session, wanted) if wanted else frozenset()
    today = wib(now).date()
    every = session.execute(
        select(
            Agency.id,
            Agency.name,
            Agency.short_name,
            Agency.kind,
            Agency.area,
            Agency.contact_name,
            Agency.contact_means,
            Agency.search_text,
        ).where(
            Agency.is_own.is_not(True),
            or_(Agency.valid_until.is_(None), Agency.valid_until >= today),
            or_(Agency.valid_from.is_(None), Agency.valid_from <= today),
        )
    ).all()
    counts = _counts(session, now)
    rows = [
        AgencyRow(
            row.id,
            row.name,
            row.short_name,
            row.kind,
            row.area,
            row.contact_name,
            row.contact_means,
            counts.get(row.id, 0),
            None,
            row.id in alike,
        )
        for row in every
        if _holds(row.search_text, wanted) or row.id in alike
    ]
    named = {row.id for row in every if _holds(row.search_text, wanted)}
    rows.sort(key=lambda row: (row.id not in named, -row.referrals, row.name))
    averages = _averages(session, [row.id for row in rows[:size]], now)
    return [replace(row, average=averages.get(row.id)) for row in rows[:size]]


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _asked_alike(session: Session, words: Sequence[str]) -> frozenset[int]:
    query = (
        select(Referral.agency_id)
        .join(Inquiry, Inquiry.id == Referral.inquiry_id)
        .where(Referral.direction == Direction.OUT)
        .distinct()
    )
    for word in words:
        query = query.where(Inquiry.search_text.contains(word))
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
