"""The moment as this PC tells it: the clock of an office that was not given another."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]  # tells the moment in UTC


def pc_clock() -> datetime:
    """This moment (UTC)."""
    return datetime.now(UTC)
