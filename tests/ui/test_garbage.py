"""Cycles with widgets are taken apart on the window's thread, whatever the workers allocate."""

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.garbage import Garbage


class Cycle:
    """Notes the thread on which it is taken apart."""

    ended_on: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.ended_on.append(threading.get_ident())


@pytest.fixture
def garbage(qapp: QObject) -> Iterator[Garbage]:
    """The program's, made while Python still collects by itself."""
    gc.enable()
    Cycle.ended_on.clear()
    garbage = Garbage(qapp)
    yield garbage
    garbage.end()
    gc.unfreeze()
    garbage.deleteLater()


def allocate_much() -> None:
    kept = [[number] for number in range(200_000)]
    del kept


def test_a_worker_that_allocates_collects_nothing(garbage: Garbage) -> None:
    Cycle()
    worker = threading.Thread(target=allocate_much)

    worker.start()
    worker.join()

    assert not Cycle.ended_on


def test_the_window_s_thread_collects_once_a_second(garbage: Garbage, qtbot: QtBot) -> None:
    garbage.begin()
    Cycle()

    allocate_lasting = [[number] for number in range(5_000)]
    qtbot.waitUntil(lambda: bool(Cycle.ended_on), timeout=5_000)

    assert Cycle.ended_on == [threading.get_ident()]
    assert len(allocate_lasting) == 5_000


def test_python_collects_again_after_the_end(garbage: Garbage) -> None:
    garbage.end()

    assert gc.isenabled()
