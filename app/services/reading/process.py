"""The office's side of reading foreign files: a process asked, watched, ended and started anew."""

import contextlib
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self, cast

from app.services.errors import Cancelled
from app.services.reading.errors import (
    FileRefused,
    ReaderDied,
    ReaderTooSlow,
    Refusal,
)
from app.services.reading.frames import BrokenFrame, Frame, receive, send
from app.services.reading.readers import Answer
from app.services.reading.worker import MEMORY_LIMIT_VARIABLE

log = logging.getLogger(__name__)

MEMORY_LIMIT = 1024 * 1024 * 1024
SECONDS = 30.0
_WATCH_SECONDS = (
    0.05  # how soon a cancel, the end of the time or (macOS) too much memory is noticed
)


class ReaderProcess:
    """One process that reads foreign files, one after the other; safe to call from any thread.

    It starts with the first file and again after it died; `close()` ends it, and so does leaving
    the `with` block.
    """

    def __init__(self, memory_limit: int = MEMORY_LIMIT) -> None:
        self._memory_limit = memory_limit
        self._lock = threading.Lock()
        self._running: _Running | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(
        self,
        reader: str,
        file: Path,
        arguments: Mapping[str, Any] | None = None,
        payload: bytes = b"",
        *,
        seconds: float = SECONDS,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Answer:
        """Let `reader` (a name in `readers.READERS`) read `file`; its path is the argument `path`.

        `cancelled` is asked twenty times a second; an `Event`'s `is_set` will do.

        Raises:
            FileRefused: the reader says why the file can't be read.
            ReaderDied: the file ended the process.
            ReaderTooSlow: it was not read after `seconds`.
            Cancelled: `cancelled` became true.
        """
        words = {"reader": reader, "arguments": {**(arguments or {}), "path": str(file)}}
        with self._lock:
            running = self._running = self._running or _Running(self._memory_limit)
            with contextlib.ExitStack() as unless_answered:
                unless_answered.callback(self._end)
                answer = running.ask(Frame(words, payload), file.name, seconds, cancelled)
                unless_answered.pop_all()
            if "out_of_memory" in answer.words:
                self._end()  # what it holds would make the next file suffer
                raise ReaderDied(file.name)
        return _understood(answer, file.name)

    def close(self) -> None:
        """End the process; the next file would start another."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        if self._running is not None:
            self._running.end()
            self._running = None


class _Running:
    """A started process and the thread that waits for its answers."""

    def __init__(self, memory_limit: int) -> None:
        self._memory_limit = memory_limit
        self._answers: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(  # noqa: S603 – our own program
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(memory_limit),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._requests = cast(BinaryIO, self._process.stdin)
        self._replies = cast(BinaryIO, self._process.stdout)
        self._listener = threading.Thread(target=self._listen, name="reader", daemon=True)
        self._listener.start()

    def ask(
        self, request: Frame, file: str, seconds: float, cancelled: Callable[[], bool]
    ) -> Frame:
        until = time.monotonic() + seconds
        try:
            send(self._requests, request)
        except BrokenFrame as error:
            raise ReaderDied(file) from error
        while True:
            with contextlib.suppress(queue.Empty):
                answer = self._answers.get(timeout=_WATCH_SECONDS)
                if answer is None:
                    raise ReaderDied(file)
                return answer
            if cancelled():
                raise Cancelled
            if time.monotonic() > until:
                raise ReaderTooSlow(file, seconds)
            if sys.platform == "darwin" and _resident_size(self._process.pid) > self._memory_limit:
                raise ReaderDied(file)

    def end(self) -> None:
        with contextlib.suppress(OSError):
            self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._requests, self._replies):
            # Closing flushes what the dead process never took.
            with contextlib.suppress(OSError):
                stream.close()

    def _listen(self) -> None:
        with contextlib.suppress(BrokenFrame):
            while True:
                self._answers.put(receive(self._replies))
        self._answers.put(None)


def _understood(answer: Frame, file: str) -> Answer:
    if "refused" in answer.words:
        facts = answer.words.get("facts")
        raise FileRefused(
            file, Refusal(answer.words["refused"]), facts if isinstance(facts, dict) else {}
        )
    if "failed" in answer.words:
        # A library stumbled over the file; which line of it is for the log, not for the person.
        log.info("reading %s failed: %s", file, answer.words["failed"])
        raise FileRefused(file, Refusal.DAMAGED)
    return Answer(answer.words["answer"], answer.payload)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--reader"]
    # -P: a stranger's `app` folder in the working directory is not ours.
    return [sys.executable, "-P", "-m", "app.services.reading.worker"]


def _environment(memory_limit: int) -> dict[str, str]:
    """Ours without the password, with the place of this very `app` and the memory it may have."""
    environment = {name: value for name, value in os.environ.items() if name != "KOHKOL_PASSWORD"}
    root = str(Path(__file__).resolve().parents[3])
    places = [root, environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(place for place in places if place)
    environment[MEMORY_LIMIT_VARIABLE] = str(memory_limit)
    return environment


def _resident_size(pid: int) -> int:
    """Bytes of memory that a process of macOS holds; 0 once it is gone."""
    import ctypes

    task_info = 4  # PROC_PIDTASKINFO of <sys/proc_info.h>; the second number is pti_resident_size
    numbers = (ctypes.c_uint64 * 12)()
    system = ctypes.CDLL("/usr/lib/libproc.dylib")
    filled = system.proc_pidinfo(
        pid, task_info, ctypes.c_uint64(0), ctypes.byref(numbers), ctypes.sizeof(numbers)
    )
    return int(numbers[1]) if filled > 0 else 0
