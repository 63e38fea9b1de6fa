"""Whose minutes they were: each belongs to the admin, the official or an agency."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.inquiry import DONE, InquiryState

_ENDED = DONE | {InquiryState.ANSWERED}


class Holder(StrEnum):
    """Whose turn it is."""

    ADMIN = "admin"
    OFFICIAL = "official"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Moved:
    """From this moment on the inquiry was in that state."""

    at: datetime
    state: InquiryState


@dataclass(frozen=True, slots=True)
class Asked:
    """An agency was asked from one moment until another; None: it still is."""

    agency: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Held:
    """One holder's share, in the order in which shares began."""

    holder: Holder
    agency: str | None
    length: timedelta


def held(moves: Sequence[Moved], asked: Iterable[Asked], now: datetime) -> list[Held]:
    """Who held the inquiry for how long, from its beginning until it was answered, or until now.

    While it is referred it belongs to the agency that was asked last and has not answered; with
    none left that was asked, to the admin. What somebody held at several times is summed.
    """
    asked = sorted(asked, key=lambda one: one.since)
    shares: dict[tuple[Holder, str | None], timedelta] = {}
    for begin, end, state in _stretches(moves, now):
        for start, stop in _cut(begin, end, asked):
            key = _holder(state, start, asked)
            shares[key] = shares.get(key, timedelta()) + (stop - start)
    return [Held(*key, length) for key, length in shares.items() if length]


def _stretches(
    moves: Sequence[Moved], now: datetime
) -> Iterable[tuple[datetime, datetime, InquiryState]]:
    """The times between moves; what was recorded out of order is put in order."""
    ordered = sorted(moves, key=lambda move: move.at)
    ends = [*(move.at for move in ordered), now][1:]
    for move, end in zip(ordered, ends, strict=True):
        if move.state not in _ENDED and end > move.at:
            yield move.at, end, move.state


def _cut(
    begin: datetime, end: datetime, asked: Sequence[Asked]
) -> Iterable[tuple[datetime, datetime]]:
    """A stretch, cut wherever an agency was asked or had answered."""
    edges = {moment for one in asked for moment in (one.since, one.until) if moment}
    inner = sorted(edge for edge in edges if begin < edge < end)
    return zip([begin, *inner], [*inner, end], strict=True)


def _holder(
    state: InquiryState, moment: datetime, asked: Sequence[Asked]
) -> tuple[Holder, str | None]:
    if state is InquiryState.AWAITING_APPROVAL:
        return Holder.OFFICIAL, None
    if state is InquiryState.REFERRED:
        for one in reversed(asked):
            if one.since <= moment and (one.until is None or moment < one.until):
                return Holder.AGENCY, one.agency
    return Holder.ADMIN, None
