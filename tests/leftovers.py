"""What a test leaves behind, or logs without expecting it, fails that test and no other.

Python's warnings are errors by pytest's own setting, Qt's messages by pytest-qt's; here is
the rest: log records of WARNING and above, threads, top-level widgets.
"""

import gc
import logging
import re
import sys
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PATIENCE = 2.0  # seconds in which a thread that was told to end may do so


class _Records(logging.Handler):
    """Keeps what a test logs at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(record)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "may_log(pattern): records of WARNING or above that match are part of the test"
    )


@pytest.fixture(autouse=True)
def leftovers(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails the test after all its other fixtures have tidied up."""
    records = _Records()
    logging.getLogger().addHandler(records)
    threads = set(threading.enumerate())
    widgets = set(_top_level_widgets())
    yield
    logging.getLogger().removeHandler(records)
    left = [
        *(
            f"logged {record.levelname}: {record.getMessage()}"
            for record in records.seen
            if not _expected(request, record)
        ),
        *(f"thread still running: {thread.name}" for thread in _threads_left(threads)),
        *(f"window left open: {name}" for name in _widgets_left(widgets)),
    ]
    if left:
        pytest.fail("\n".join(["This test left something behind.", *left]), pytrace=False)


def _expected(request: pytest.FixtureRequest, record: logging.LogRecord) -> bool:
    patterns = [mark.args[0] for mark in request.node.iter_markers("may_log")]
    return any(re.search(pattern, record.getMessage()) for pattern in patterns)


def _threads_left(before: set[threading.Thread]) -> list[threading.Thread]:
    ends_at = time.monotonic() + _PATIENCE
    started = [thread for thread in threading.enumerate() if thread not in before]
    for thread in started:
        thread.join(max(0.0, ends_at - time.monotonic()))
    return [thread for thread in started if thread.is_alive()]


def _top_level_widgets() -> "list[QWidget]":
    """The open and hidden windows of the application, if a test has started one."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    return QApplication.topLevelWidgets() if QApplication.instance() else []


def _widgets_left(before: "set[QWidget]") -> list[str]:
    if not set(_top_level_widgets()) - before:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()  # a window in a reference cycle is nobody's any more, only not yet collected
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = set(_top_level_widgets()) - before
    return sorted(f"{type(widget).__name__} {widget.objectName()}".strip() for widget in left)
