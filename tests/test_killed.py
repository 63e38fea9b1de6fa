"""A process killed at any moment leaves an office that opens, is sound, and has all or nothing."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.models.audit import AuditEvent
from app.models.clock import Clock
from app.models.comment import Comment
from app.models.imports import ImportRow, ImportRun
from app.models.inquiry import Inquiry
from app.office import Office
from app.services.checking import check
from tests.fixed_clock import FixedClock

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60.0  # seconds in which the child gets to its moment, on a busy machine
COUNTED = (Inquiry, Comment, Clock, ImportRow, ImportRun, AuditEvent)

Counts = tuple[int, ...]
Work = Callable[[str, str, int], str]


def counts(folder: Path) -> Counts:
    """What is there; the office has to open and to be sound for it."""
    with Office.open(folder, FixedClock()) as office:
        found = office.read(check, office.assets, office.now(), lambda done, total: None)
        assert found.faults == ()
        return office.read(
            lambda session: tuple(
                session.scalar(select(func.count()).select_from(kind)) or 0 for kind in COUNTED
            )
        )


def killed(folder: Path, work: str, moment: str, number: int, marker: Path) -> str:
    """Let a process work until its moment and kill it there; returns what the marker says."""
    words = [work, moment, str(number), str(folder), str(marker)]
    child = subprocess.Popen([sys.executable, "-m", "tests.killing", *words], cwd=ROOT)
    try:
        ends_at = time.monotonic() + PATIENCE
        while not marker.exists() and child.poll() is None and time.monotonic() < ends_at:
            time.sleep(0.01)
    finally:
        child.kill()
        child.wait()
    return marker.read_text()


@pytest.fixture(scope="module")
def finished(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> dict[str, Counts]:
    """What is there after each work that nobody disturbed."""
    import shutil

    template = request.getfixturevalue("sqlite_template").folder
    results = {}
    for work in ("import", "act"):
        folder = tmp_path_factory.mktemp("finished") / "office"
        shutil.copytree(template, folder)
        assert killed(folder, work, "write", 0, folder / "marker") == "finished"
        results[work] = counts(folder)
    return results


# The first write is the note of who signed in; it has its own commit, which is number 1 too.
BETWEEN = [
    *(("import", "write", number) for number in (1, 2, 3, 5, 9, 14, 20, 27, 35, 44)),
    *(("act", "write", number) for number in (1, 3, 5, 7)),
]
AROUND = [("import", "commit", 1), ("act", "commit", 1)]


@pytest.mark.parametrize(("work", "moment", "number"), [*BETWEEN, *AROUND])
def test_killed_before_the_commit_it_has_none_of_it(
    office_folder: Path, tmp_path: Path, work: str, moment: str, number: int
) -> None:
    before = counts(office_folder)

    said = killed(office_folder, work, moment, number, tmp_path / "marker")

    assert said == moment, "the process was killed between its first write and its commit"
    signed_in = (*before[:-1], before[-1] + 1)  # an act of its own, finished before
    assert counts(office_folder) == signed_in


@pytest.mark.parametrize("delay", [0.0, 0.3, 0.6, 1.0, 1.5, 2.5])
def test_killed_at_any_time_it_has_all_or_none(
    office_folder: Path, finished: dict[str, Counts], delay: float
) -> None:
    before = counts(office_folder)
    words = ["import", "write", "0", str(office_folder), str(office_folder / "marker")]
    child = subprocess.Popen([sys.executable, "-m", "tests.killing", *words], cwd=ROOT)

    time.sleep(delay)  # whatever the process is doing then
    child.kill()
    child.wait()

    signed_in = (*before[:-1], before[-1] + 1)
    assert counts(office_folder) in (before, signed_in, finished["import"])
