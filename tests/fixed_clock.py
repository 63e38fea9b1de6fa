"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

import pytest

# Friday, 20 November 2026, 09.30 WIB: an ordinary morning of the demo office's year.
MORNING = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)


class FixedClock:
    """Called, it tells the moment (UTC)."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **length: float) -> datetime:
        """Move on by a length as `timedelta` takes it; returns the new moment."""
        self.now += timedelta(**length)
        return self.now


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()
