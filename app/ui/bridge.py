"""Between window and office: questions and acts run on workers, answers come back by signal."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.services.errors import Cancelled

if TYPE_CHECKING:
    from app.office import Office  # at run time only after the first paint

Landing = Callable[["Future[object]"], None]


class Workers(QObject):
    """The window's only threads: what runs on them lands on the window's own."""

    failed = Signal(Exception)  # of an act whose screen was closed meanwhile
    _landed = Signal(object, object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(4, thread_name_prefix="office")
        self._is_open = True
        # One lasting sender: a signal object made per task would be destroyed on the worker.
        self._landed.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def submit(self, call: Callable[[], object], land: Landing) -> None:
        """Run `call` on a worker and `land` its future on this thread; nothing once closed."""
        if self._is_open:
            self._pool.submit(call).add_done_callback(lambda done: self._send(land, done))

    def _send(self, land: Landing, done: "Future[object]") -> None:
        if shiboken6.isValid(self):
            self._landed.emit(land, done)

    def tell(self, call: Callable[[], None]) -> None:
        """From a worker: run `call` on this thread; nothing once closed.

        A signal of the screen itself would be emitted while this thread takes the screen apart.
        """
        if shiboken6.isValid(self):
            self._told.emit(call)

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        if self._is_open:
            call()

    @Slot(object, object)
    def _deliver(self, land: Landing, done: "Future[object]") -> None:
        if self._is_open and not done.cancelled():
            land(done)

    def close(self) -> None:
        """Let running work end, drop what waits, deliver nothing more."""
        self._is_open = False
        self._pool.shutdown(wait=True, cancel_futures=True)


class OfficeBridge(Workers):
    """The office on the window's side. One for each opened office."""

    changed = Signal(frozenset)  # aggregates that an act has changed: {"inquiry"}

    def __init__(self, office: "Office", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        office.on_change(self._announce)

    def _announce(self, aggregates: frozenset[str]) -> None:
        if self._is_open and shiboken6.isValid(self):
            self.changed.emit(aggregates)


class QueryRunner(QObject):
    """One question of one screen; only the newest asking is answered, and none after the end."""

    answered = Signal(object)  # what the query returned
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._asked = 0

    def run(self, query: Callable[..., object], *args: object) -> None:
        self._asked += 1
        asked = self._asked
        self._bridge.submit(
            lambda: self._bridge.office.read(query, *args), lambda done: self._land(asked, done)
        )

    def _land(self, asked: int, done: "Future[object]") -> None:
        if not shiboken6.isValid(self) or asked != self._asked:
            return
        if error := done.exception():
            self.failed.emit(error)
        else:
            self.answered.emit(done.result())


class ActRunner(QObject):
    """The acts of one screen, one at a time: a second click while one runs does nothing."""

    busy = Signal(bool)  # True while an act runs: connect it to `setDisabled`
    done = Signal(object)  # what the act returned
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    def run(self, act: Callable[..., object], *args: object, **facts: object) -> bool:
        """Start `office.act(act, …)`; False if one is running, and then nothing happens."""
        return self.call(lambda: self._bridge.office.act(act, *args, **facts))

    def call(self, work: Callable[[], object]) -> bool:
        """The same for work that is more than one act, such as storing bytes first."""
        if self._is_busy:
            return False
        self._set_busy(True)
        self._bridge.submit(work, self._land)
        return True

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.busy.emit(busy)

    def _land(self, done: "Future[object]") -> None:
        error = done.exception()
        if not shiboken6.isValid(self):
            if error is not None:
                self._bridge.failed.emit(
                    error
                )  # the screen is gone, the person is told all the same
            return
        self._set_busy(False)
        if error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(done.result())


class LongRunner(QObject):
    """Work longer than a second: tells how far it is, and can be cancelled.

    The work is called with `progress(done, total)`, which raises `Cancelled` once the person has
    cancelled; what the work had begun then rolls back by itself.
    """

    busy = Signal(bool)
    progressed = Signal(int, int)  # done, total
    done = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()

    def __init__(self, workers: Workers, parent: QObject) -> None:
        super().__init__(parent)
        self._workers = workers
        self._stop: Event | None = None

    @property
    def is_busy(self) -> bool:
        return self._stop is not None

    def run(self, work: Callable[[Callable[[int, int], None]], object]) -> bool:
        """Start `work(progress)` on a worker; False if one is running."""
        if self._stop is not None:
            return False
        stop = self._stop = Event()
        self.busy.emit(True)

        def progress(done: int, total: int) -> None:
            if stop.is_set():
                raise Cancelled
            self._workers.tell(lambda: self._tell(done, total))

        self._workers.submit(lambda: work(progress), self._land)
        return True

    @Slot()
    def cancel(self) -> None:
        """Ask the running work to stop at its next step."""
        if self._stop is not None:
            self._stop.set()

    def _tell(self, done: int, total: int) -> None:
        if shiboken6.isValid(self):
            self.progressed.emit(done, total)

    def _land(self, done: "Future[object]") -> None:
        error = done.exception()
        if not shiboken6.isValid(self):
            if error is not None and not isinstance(error, Cancelled):
                self._workers.failed.emit(error)
            return
        self._stop = None
        self.busy.emit(False)
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(done.result())
