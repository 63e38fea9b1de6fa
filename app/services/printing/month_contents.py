"""What the month for the wall prints: days with what they are, and what goes out on them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

WallPaper = Literal["a4", "a3"]


@dataclass(frozen=True, slots=True)
class WallTile:
    """One content on one day. `is_settled`: approved or published; else it may still change."""

    time: str
    title: str
    channels: str
    is_settled: bool


@dataclass(frozen=True, slots=True)
class WallDay:
    """One day of the grid; `is_of_month` is false of those that fill up the first and last week."""

    day: date
    is_of_month: bool
    is_off: bool = False
    is_quiet: bool = False
    words: str = ""
    tiles: tuple[WallTile, ...] = ()


@dataclass(frozen=True, slots=True)
class WallBar:
    """The part of a campaign or quiet period in one week: columns from 0, lanes from above."""

    week: int
    lane: int
    first: int
    last: int
    words: str
    is_quiet: bool


@dataclass(frozen=True, slots=True)
class MonthContents:
    """A month from a Monday on, in whole weeks."""

    agency: str
    month: date
    printed_on: date
    days: tuple[WallDay, ...]
    bars: tuple[WallBar, ...]
    is_example: bool = False
    has_estimates: bool = False
