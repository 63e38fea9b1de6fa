"""Marks on their way to the office: keys come faster than acts, so they wait in line."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot

from app.models.comment import Tone
from app.services import comments
from app.services.comments import Mark
from app.ui.bridge import ActRunner, OfficeBridge

_USUAL_PACE = 3.0  # seconds for one row, before the person has shown a pace
_LONGEST_PAUSE = 60.0  # a longer one is a cup of coffee, not the pace
_ENOUGH = 5


@dataclass(frozen=True, slots=True)
class _Waiting:
    act: Callable[..., object]
    given: object
    tone: Tone | None = None


class MarkQueue(QObject):
    """Marks one row after the other, in the order of the keys; knows how to take them back."""

    put_back = Signal(object)  # the Mark of the first comment whose mark was taken back
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._acts = ActRunner(bridge, self)
        self._waiting: deque[_Waiting] = deque()
        self._running: _Waiting | None = None
        self._done: list[tuple[Mark, ...]] = []
        self._undo_wanted = 0
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self._on_failed)

    def mark(self, comment_ids: Sequence[int], tone: Tone) -> None:
        self._waiting.append(_Waiting(comments.mark_comments, tuple(comment_ids), tone))
        self._go_on()

    def undo(self) -> bool:
        """Take the last mark back; False if there is none."""
        if self._waiting:
            self._waiting.pop()
            return True
        if self._running is not None:
            self._undo_wanted += 1
            return True
        if not self._done:
            return False
        self._waiting.append(_Waiting(comments.put_back_marks, self._done.pop()))
        self._go_on()
        return True

    def forget(self) -> None:
        """Another post is shown: what was marked before is not taken back from here."""
        self._done.clear()

    def _go_on(self) -> None:
        if self._running is None and self._waiting:
            self._running = self._waiting.popleft()
            given = (self._running.given, self._running.tone)
            self._acts.run(self._running.act, *(part for part in given if part is not None))

    @Slot(object)
    def _on_done(self, result: object) -> None:
        finished, self._running = self._running, None
        if isinstance(result, tuple):
            self._done.append(result)
        elif finished is not None and isinstance(finished.given, tuple):
            self.put_back.emit(finished.given[0])
        if self._undo_wanted:
            self._undo_wanted -= 1
            self.undo()
        self._go_on()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._running = None
        self._waiting.clear()
        self._undo_wanted = 0
        self.failed.emit(error)


class Pace:
    """How long the person takes for one row, from the last rows."""

    def __init__(self) -> None:
        self._last: float | None = None
        self._spans: deque[float] = deque(maxlen=20)

    def note(self) -> None:
        """A row was marked just now."""
        now = monotonic()
        if self._last is not None and now - self._last <= _LONGEST_PAUSE:
            self._spans.append(now - self._last)
        self._last = now

    def minutes_for(self, rows: int) -> int:
        """About how long the rest takes, at least one minute."""
        is_known = len(self._spans) >= _ENOUGH
        pace = sum(self._spans) / len(self._spans) if is_known else _USUAL_PACE
        return max(1, round(rows * pace / 60))
