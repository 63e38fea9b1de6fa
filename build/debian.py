"""What the system must bring: named, or installed where we are root on Debian or Ubuntu."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

LIST = Path(__file__).with_name("debian-packages.txt")

# Both imports are needed: QtWidgets asks for the window's libraries, QtMultimedia for sound's.
_TRY_QT = """
from PySide6 import QtMultimedia, QtPdf, QtPrintSupport, QtSvg, QtWidgets
QtWidgets.QApplication([])
"""


class SystemPackageMissing(Exception):
    """The system lacks something; the text says how to install it."""


def has_display() -> bool:
    """Whether a window can be shown on this machine."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def packages() -> list[str]:
    """The Debian packages with the libraries that Qt loads."""
    lines = (
        line.partition("#")[0].strip() for line in LIST.read_text(encoding="utf-8").split("\n")
    )
    return [line for line in lines if line]


def require_venv() -> None:
    """Debian keeps the part of Python that makes environments in a package of its own.

    Raises:
        SystemPackageMissing: it is not there and could not be installed.
    """
    if importlib.util.find_spec("ensurepip") is None:
        _install(["python3-venv"], "Python can't make environments")


def require_qt_libraries(python: Path) -> None:
    """Start Qt in a process of its own, and get what it lacks.

    Raises:
        SystemPackageMissing: it does not start and the libraries could not be installed.
    """
    complaint = _qt_complaint(python)
    if complaint:
        _install(packages(), complaint)
        complaint = _qt_complaint(python)
    if complaint:
        raise SystemPackageMissing(f"Qt does not start on this machine:\n{complaint}")


def _qt_complaint(python: Path) -> str:
    """Qt's last words where it does not start; empty where it does."""
    surroundings = dict(os.environ)
    if not has_display():
        surroundings["QT_QPA_PLATFORM"] = "offscreen"
    tried = subprocess.run(
        [python, "-c", _TRY_QT], capture_output=True, text=True, env=surroundings, check=False
    )
    if tried.returncode == 0:
        return ""
    return "\n".join(tried.stderr.strip().splitlines()[-3:]) or f"exit code {tried.returncode}"


def _install(names: list[str], why: str) -> None:
    apt = shutil.which("apt-get")
    command = "apt-get install -y --no-install-recommends " + " ".join(names)
    if not sys.platform.startswith("linux") or apt is None:
        raise SystemPackageMissing(f"{why}\nOn Debian and Ubuntu: {command}")
    if os.geteuid() != 0:
        raise SystemPackageMissing(f"{why}\nPlease install: sudo {command}")
    print(f"{why}\nInstalling: {' '.join(names)}", flush=True)
    surroundings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", *names]):
        if subprocess.call([apt, *words], stdout=subprocess.DEVNULL, env=surroundings):
            raise SystemPackageMissing(f"apt-get {words[0]} did not succeed; try: {command}")
