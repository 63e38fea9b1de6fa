"""What a test leaves behind fails that test: tried on tests that do."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LEAVING = {
    "logged WARNING: the disk is nearly full": """
        import logging
        def test_it():
            logging.getLogger("app").warning("the disk is nearly full")
    """,
    "thread still running: lingering": """
        import threading, time
        def test_it():
            threading.Thread(target=time.sleep, args=(5,), name="lingering", daemon=True).start()
    """,
    "window left open: QWidget forgotten": """
        from PySide6.QtWidgets import QWidget
        kept = []
        def test_it(qapp):
            window = QWidget(objectName="forgotten")
            window.show()
            kept.append(window)
    """,
}
TIDY = """
    import logging, threading
    import pytest
    from PySide6.QtWidgets import QWidget

    @pytest.mark.may_log("nearly full")
    def test_an_announced_warning():
        logging.getLogger("app").warning("the disk is nearly full")

    def test_a_thread_that_ends_soon():
        threading.Timer(0.2, lambda: None).start()

    def test_a_window_that_is_closed(qtbot):
        window = QWidget()
        qtbot.addWidget(window)
        window.show()
"""


def outcome(folder: Path, source: str) -> subprocess.CompletedProcess[str]:
    """A pytest of its own over one file, with nothing of ours but the fixture."""
    margin = len(source) - len(source.lstrip("\n ")) - 1
    lines = [line[margin:] for line in source.split("\n")]
    (folder / "test_tried.py").write_text("\n".join(lines))
    words = ["-m", "pytest", "-q", "-p", "tests.leftovers", "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, *words, f"--rootdir={folder}", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


@pytest.mark.parametrize("complaint", LEAVING)
def test_what_is_left_behind_is_named(tmp_path: Path, complaint: str) -> None:
    done = outcome(tmp_path, LEAVING[complaint])

    assert done.returncode == 1
    assert complaint in done.stdout


def test_a_tidy_test_passes(tmp_path: Path) -> None:
    done = outcome(tmp_path, TIDY)

    assert done.returncode == 0, done.stdout
    assert "3 passed" in done.stdout
