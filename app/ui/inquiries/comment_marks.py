"""Marks on their way to the office: keys come faster than acts, so they wait in line."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot

from app.models.comment import Tone
from app.services import comments
from app.services.comments import Mark
from app.services.inquiries.receiving import make_inquiry_from_comments
from app.ui.bridge import ActRunner, OfficeBridge

_USUAL_PACE = 3.0  # seconds for one row, before the person has shown a pace
_LONGEST_PAUSE = 60.0  # a longer one is a cup of coffee, not the pace
_ENOUGH = 5


class _Kind(Enum):
    MARK = auto()
    PUT_BACK = auto()
    INQUIRY = auto()


@dataclass(frozen=True, slots=True)
class _Step:
    """One key: what it asks of the office."""

    kind: _Kind
    act: Callable[..., object]
    given: tuple[object, ...]


class MarkQueue(QObject):
    """Does what the keys ask, one act after the other; knows how to take the last one back.

    An inquiry that was made can't be taken back: it stands in the way of what was marked before.
    """

    put_back = Signal(object)  # the Mark of the first comment whose mark was taken back
    kept = Signal()  # what was done last can't be taken back
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._acts = ActRunner(bridge, self)
        self._waiting: deque[_Step] = deque()
        self._running: _Step | None = None
        self._done: list[tuple[Mark, ...] | None] = []  # None: an inquiry was made
        self._undo_wanted = 0
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self._on_failed)

    def mark(self, comment_ids: Sequence[int], tone: Tone) -> None:
        self._add(_Step(_Kind.MARK, comments.mark_comments, (tuple(comment_ids), tone)))

    def make_inquiry(self, comment_ids: Sequence[int]) -> None:
        self._add(_Step(_Kind.INQUIRY, make_inquiry_from_comments, (tuple(comment_ids),)))

    def undo(self) -> None:
        """Take the last act back, or say that it can't be; older ones are never touched instead."""
        if self._waiting:
            self._waiting.pop()
        elif self._running is not None:
            self._undo_wanted += 1
        elif self._done and self._done[-1] is None:
            self.kept.emit()
        elif self._done:
            self._add(_Step(_Kind.PUT_BACK, comments.put_back_marks, (self._done.pop(),)))

    def forget(self) -> None:
        """Another post is shown: what was marked before is not taken back from here."""
        self._done.clear()

    def _add(self, step: _Step) -> None:
        self._waiting.append(step)
        self._go_on()

    def _go_on(self) -> None:
        if self._running is None and self._waiting:
            self._running = self._waiting.popleft()
            self._acts.run(self._running.act, *self._running.given)

    @Slot(object)
    def _on_done(self, result: object) -> None:
        finished, self._running = self._running, None
        if finished is None:
            return
        if finished.kind is _Kind.PUT_BACK and isinstance(finished.given[0], tuple):
            self.put_back.emit(finished.given[0][0])
        else:
            self._done.append(result if isinstance(result, tuple) else None)
        if self._undo_wanted:
            self._undo_wanted -= 1
            self.undo()
        self._go_on()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        finished, self._running = self._running, None
        self._undo_wanted = 0
        if finished is not None and finished.kind is _Kind.INQUIRY:
            self._go_on()
        else:
            self._waiting.clear()
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
