"""Pictures of every screen of the demo office, light and dark: `python -m build.shots`.

Each size is taken in a process of its own, for Qt knows one screen for its whole life: an office
PC's 1366 × 768, and 1920 × 1080 at 150 %.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from build.demo_office import ROOT, demo_office

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.ui.program import Program

SHOTS = ROOT / "build" / "shots"
SIZES = {"": (1366, 768, 1.0), "-150": (1920, 1080, 1.5)}
# Who sits at the PC for each place: the queue of decisions is an official's.
PLACES = (
    ("home", "neneng"),
    ("calendar", "neneng"),
    ("approvals", "euis"),
    ("inquiries", "neneng"),
    ("assets", "neneng"),
    ("reports", "neneng"),
    ("office", "neneng"),
)
# The calendar's other views: a full week and year, and those of a year that is still empty.
CALENDAR_VIEWS = ("week", "board", "list", "year")
_MONTHS_ON = 8  # from the next January to where no plan reaches
_SETTLING = 1.5  # seconds: answers come from workers, thumbnails from a process of their own
_BEGINNING = {"reports": 10.0}  # the preview of the paper is drawn first


def main() -> int:
    """Take all pictures; prints where they lie."""
    office = demo_office()
    SHOTS.mkdir(parents=True, exist_ok=True)
    for suffix, (width, height, scale) in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            screen = Path(folder) / "screen.json"
            screen.write_text(json.dumps({"screens": [_screen(width, height)]}))
            surroundings = {
                **os.environ,
                "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
                "QT_SCALE_FACTOR": str(scale),
                "XDG_RUNTIME_DIR": folder,
            }
            command = [sys.executable, "-m", "build.shots", str(office), suffix]
            if subprocess.call(command, cwd=ROOT, env=surroundings):
                return 1
    print(f"{len(list(SHOTS.glob('*.png')))} pictures are in {SHOTS}")
    return 0


def _screen(width: int, height: int) -> dict[str, object]:
    size = {"name": "office", "x": 0, "y": 0, "width": width, "height": height}
    return {**size, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def take(folder: Path, suffix: str) -> None:
    """All pictures of one size, in this process."""
    from PySide6.QtWidgets import QApplication

    from app.demo import PASSWORD
    from app.office import Office
    from app.ui.preferences import Preferences
    from app.ui.program import Program
    from app.ui.qt_words import QtWords

    app = QApplication(sys.argv[:1])
    app.installTranslator(QtWords(app))
    width, height, scale = SIZES[suffix]
    with tempfile.TemporaryDirectory() as settings:
        program = Program(app, Preferences(Path(settings) / "window.ini"))
        window = program.window
        window.resize(round(width / scale), round(height / scale))
        program.start(None)
        _take_both(app, program, f"first-start{suffix}")
        window.resize(round(width / scale), round(height / scale))
        seated = ""
        for place, person in PLACES:
            if person != seated:
                seated = person
                office = Office.open(folder)
                office.sign_in(person, PASSWORD)
                program.adopt(office, folder)
            window.enter(place)
            _settle(app, _BEGINNING.get(place, 0.0))
            _take_both(app, program, f"{place}{suffix}")
            if place == "calendar":
                _take_calendar(app, program, suffix)
        program.end()


def _take_calendar(app: "QApplication", program: "Program", suffix: str) -> None:
    """Each view of the plan as it is now, then a year later, when nothing is planned yet."""
    for kind in CALENDAR_VIEWS:
        _press(program, f"calendar.view.{kind}")
        _take_both(app, program, f"calendar-{kind}{suffix}")
    _press(program, "calendar.later")
    _take_both(app, program, f"calendar-year-empty{suffix}")
    _press(program, "calendar.view.month")
    for _page in range(_MONTHS_ON):
        _press(program, "calendar.later")
    for kind in ("week", "board", "list", "month"):
        _press(program, f"calendar.view.{kind}")
        _take_both(app, program, f"calendar-{kind}-empty{suffix}")


def _press(program: "Program", name: str) -> None:
    from PySide6.QtWidgets import QAbstractButton

    button = program.window.findChild(QAbstractButton, name)
    if button is None:
        raise SystemExit(f"there is no button {name} in the window")
    button.click()


def _take_both(app: "QApplication", program: "Program", name: str) -> None:
    """The window as it is, light and dark."""
    for scheme in ("light", "dark"):
        program.window.scheme_chosen.emit(scheme)
        _settle(app, _SETTLING)
        program.window.grab().save(str(SHOTS / f"{name}-{scheme}.png"))


def _settle(app: "QApplication", seconds: float) -> None:
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        app.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        take(Path(sys.argv[1]), sys.argv[2])
    else:
        sys.exit(main())
