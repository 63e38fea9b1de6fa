"""What nobody expected: into the log with its traceback, and one plain sentence to the person."""

import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

_log = logging.getLogger(__name__)
_MOST_BYTES = 1_000_000


def log_file() -> Path:
    """Where the program's log lies on this PC."""
    from platformdirs import user_log_path

    return user_log_path("kohkol", appauthor=False) / "kohkol.log"


def write_log() -> None:
    """Let everything from INFO on go into the log; a PC whose disk is full does without."""
    file = log_file()
    handler: logging.Handler
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_MOST_BYTES, backupCount=2, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


class Mishaps(QObject):
    """The top of every thread: catches what was not caught, and tells it on the window's thread."""

    _happened = Signal(Exception)

    def __init__(self, tell: Callable[[BaseException], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """From now on nothing fails silently."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_uncaught_in_thread

    def rest(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _on_uncaught(
        self,
        kind: type[BaseException],
        error: BaseException,
        traceback: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        note(error)
        if isinstance(error, Exception):
            self._happened.emit(error)

    def _on_uncaught_in_thread(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None:
            self._on_uncaught(what.exc_type, what.exc_value, what.exc_traceback)

    def _on_happened(self, error: Exception) -> None:
        self._tell(error)


def note(error: BaseException) -> None:
    """Write an error of ours into the log, with its traceback."""
    _log.error("uncaught", exc_info=(type(error), error, error.__traceback__))
