"""Drafts and saves of one composer run on several workers, and yet one after the other."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

Result = TypeVar("Result")


class Turns:
    """Whoever is handed out first runs first: a late draft never comes after its save.

    What `after_the_others` returns has to be submitted at once. Workers take work in its order, so
    that whoever waits here waits for somebody who runs already.
    """

    def __init__(self) -> None:
        self._last = Event()
        self._last.set()

    def after_the_others(self, work: Callable[[], Result]) -> Callable[[], Result]:
        """The same work, which begins when all that was handed out before has ended."""
        before, mine = self._last, Event()
        self._last = mine

        def in_turn() -> Result:
            before.wait()
            try:
                return work()
            finally:
                mine.set()

        return in_turn
