"""Questions and acts run beside the window; what comes late or to nobody is dropped or told."""

import threading
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from app.office import Office
from app.ui.bridge import ActRunner, LongRunner, OfficeBridge, QueryRunner


class Door:
    """An office in memory: questions and acts get the door itself as their session."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[frozenset[str]], None]] = []
        self.gate = threading.Event()
        self.gate.set()
        self.acted: list[object] = []

    def read(self, query: Callable[..., Any], *args: Any) -> Any:
        return query(self, *args)

    def act(self, act: Callable[..., Any], *args: Any, **facts: Any) -> Any:
        result = act(self, *args, **facts)
        for listener in self.listeners:
            listener(frozenset({"inquiry"}))
        return result

    def on_change(self, callback: Callable[[frozenset[str]], None]) -> None:
        self.listeners.append(callback)


def double(_door: Door, number: int) -> int:
    return number * 2


def fail(_door: Door) -> None:
    raise LookupError("nothing there")


def note(door: Door, word: str) -> str:
    door.gate.wait(10)
    door.acted.append(word)
    return word


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def bridge(door: Door, qtbot: QtBot) -> Iterator[OfficeBridge]:
    bridge = OfficeBridge(cast("Office", door))
    yield bridge
    door.gate.set()
    bridge.close()


def test_only_the_newest_question_is_answered(bridge: OfficeBridge, qtbot: QtBot) -> None:
    runner = QueryRunner(bridge, bridge)
    answers: list[object] = []
    runner.answered.connect(answers.append)

    for number in range(50):
        runner.run(double, number)
    qtbot.waitUntil(lambda: answers != [])
    runner.run(double, 100)
    qtbot.waitUntil(lambda: len(answers) == 2)

    assert answers == [98, 200]


def test_answers_come_on_the_thread_of_the_window(bridge: OfficeBridge, qtbot: QtBot) -> None:
    runner = QueryRunner(bridge, bridge)
    threads: list[QThread] = []
    runner.answered.connect(lambda _answer: threads.append(QThread.currentThread()))

    runner.run(lambda _door: threading.current_thread().name)
    qtbot.waitUntil(lambda: threads != [])

    assert threads == [bridge.thread()]


def test_a_screen_that_is_gone_gets_no_answer(
    bridge: OfficeBridge, door: Door, qtbot: QtBot
) -> None:
    screen = QObject()
    runner = QueryRunner(bridge, screen)
    door.gate.clear()
    for word in ("a", "b", "c"):
        runner.run(note, word)

    shiboken6.delete(screen)
    door.gate.set()
    qtbot.waitUntil(lambda: len(door.acted) == 3)
    other = QueryRunner(bridge, bridge)
    with qtbot.waitSignal(other.answered):
        other.run(double, 1)

    assert not shiboken6.isValid(runner)


def test_a_failed_question_is_told(bridge: OfficeBridge, qtbot: QtBot) -> None:
    runner = QueryRunner(bridge, bridge)

    with qtbot.waitSignal(runner.failed) as told:
        runner.run(fail)

    assert isinstance(told.args[0], LookupError)


def test_a_second_click_does_nothing_while_an_act_runs(
    bridge: OfficeBridge, door: Door, qtbot: QtBot
) -> None:
    runner = ActRunner(bridge, bridge)
    busy: list[bool] = []
    runner.busy.connect(busy.append)
    door.gate.clear()

    first, second = runner.run(note, "once"), runner.run(note, "twice")
    with qtbot.waitSignal(runner.done):
        door.gate.set()

    assert (first, second) == (True, False)
    assert door.acted == ["once"]
    assert busy == [True, False]


def test_what_an_act_changed_is_announced_to_every_screen(
    bridge: OfficeBridge, qtbot: QtBot
) -> None:
    runner = ActRunner(bridge, bridge)

    with qtbot.waitSignal(bridge.changed) as announced:
        runner.run(note, "refer")

    assert announced.args == [frozenset({"inquiry"})]


def test_a_failed_act_of_a_closed_screen_is_told_all_the_same(
    bridge: OfficeBridge, door: Door, qtbot: QtBot
) -> None:
    screen = QObject()
    runner = ActRunner(bridge, screen)

    def late(waiting: Door) -> None:
        waiting.gate.wait(10)
        raise LookupError("too late")

    door.gate.clear()
    runner.run(late)
    with qtbot.waitSignal(bridge.failed) as told:
        shiboken6.delete(screen)
        door.gate.set()

    assert str(told.args[0]) == "too late"


def test_long_work_tells_how_far_it_is_and_can_be_cancelled(
    bridge: OfficeBridge, qtbot: QtBot
) -> None:
    runner = LongRunner(bridge, bridge)
    steps: list[tuple[int, int]] = []
    runner.progressed.connect(lambda done, total: steps.append((done, total)))
    going = threading.Event()

    def work(progress: Callable[[int, int], None]) -> None:
        for number in range(1_000_000):
            progress(number, 1_000_000)
            going.set()
            threading.Event().wait(0.001)

    runner.run(work)
    going.wait(10)
    with qtbot.waitSignal(runner.cancelled):
        runner.cancel()

    assert steps[0] == (0, 1_000_000)
    assert not runner.is_busy


def test_nothing_is_delivered_once_the_bridge_is_closed(door: Door, qtbot: QtBot) -> None:
    bridge = OfficeBridge(cast("Office", door))
    runner = QueryRunner(bridge, bridge)
    answers: list[object] = []
    runner.answered.connect(answers.append)
    door.gate.clear()
    for word in "abcdefgh":
        runner.run(note, word)

    door.gate.set()
    bridge.close()
    runner.run(double, 1)
    qtbot.waitUntil(lambda: not any(t.name.startswith("office") for t in threading.enumerate()))

    assert answers == []
    assert len(door.acted) < 8 or answers == []
