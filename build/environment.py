"""The environment in .venv: made once, mended when the lock changes, left alone otherwise."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from build import debian

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "build" / "requirements.lock"
STAMP = VENV / "kohkol.json"
WORDS = ROOT / "resources" / "translations" / "id" / "LC_MESSAGES" / "kohkol.po"


class CannotPrepare(Exception):
    """The environment can't be made on this machine; the text says what is missing."""


def python_path() -> Path:
    """The environment's own Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def tool_path(name: str) -> Path:
    """A command that a package brought into the environment."""
    return VENV / (f"Scripts/{name}.exe" if os.name == "nt" else f"bin/{name}")


def prepare() -> Path:
    """Make whatever is missing; returns the environment's Python.

    Raises:
        CannotPrepare: Python has no venv, a package can't be had, or Qt's libraries are missing.
    """
    python = python_path()
    wanted = _fingerprints()
    stamp = _read_stamp()
    if not _starts(python):
        _make_venv()
        stamp = {}
    if stamp.get("lock") != wanted["lock"]:
        print("Installing the packages of build/requirements.lock (about a minute)…", flush=True)
        _pip(python, "--require-hashes", "-r", str(LOCK))
    if stamp.get("project") != wanted["project"]:
        _pip(python, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    if stamp.get("qt") != wanted["qt"]:
        debian.require_qt_libraries(python)
    if stamp != wanted:
        STAMP.write_text(json.dumps(wanted, indent=1), encoding="utf-8")
    _compile_words(python)
    return python


def child_environment() -> dict[str, str]:
    """The surroundings of every command that runs in the environment."""
    surroundings = dict(os.environ)
    surroundings.pop("PYTHONHOME", None)
    surroundings["PYTHONUTF8"] = "1"
    return surroundings


def run_module(python: Path, module: str, *words: str) -> int:
    """Run `python -m module words` in the checkout; its exit code."""
    return subprocess.call([python, "-m", module, *words], cwd=ROOT, env=child_environment())


def _fingerprints() -> dict[str, str]:
    """What the environment depends on, each as one value that changes with it."""
    project = hashlib.sha256((ROOT / "pyproject.toml").read_bytes())
    project.update(str(ROOT).encode())
    return {
        "lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        "project": project.hexdigest(),
        "qt": "window" if debian.has_display() else "offscreen",
    }


def _read_stamp() -> dict[str, str]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _starts(python: Path) -> bool:
    """Whether the environment is there and its Python still works (a moved one does not)."""
    if not python.exists():
        return False
    return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0


def _make_venv() -> None:
    print(f"Making the environment {VENV.name} with Python {sys.version.split()[0]}…", flush=True)
    debian.require_venv()
    if VENV.exists():
        shutil.rmtree(VENV)
    try:
        venv.create(VENV, with_pip=True)
    except subprocess.CalledProcessError as error:
        raise CannotPrepare(f"Python's venv could not make {VENV}: {error}") from error


def _pip(python: Path, *words: str) -> None:
    """Install with the machine's own way to the registry, but without its other habits."""
    surroundings = child_environment()
    for habit in ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_HASHES", "PYTHONPATH"):
        surroundings.pop(habit, None)
    # A constraints file of the machine contradicts a lock with hashes; the last one named wins.
    surroundings |= {"PIP_CONSTRAINT": os.devnull, "PIP_USER": "0", "PIP_NO_INPUT": "1"}
    surroundings["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    command = [str(python), "-m", "pip", "install", "--quiet", *words]
    if subprocess.call(command, cwd=ROOT, env=surroundings):
        raise CannotPrepare("pip could not install the packages; its own words stand above.")


def _compile_words(python: Path) -> None:
    compiled = WORDS.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= WORDS.stat().st_mtime:
        return
    if run_module(python, "build.words", "compile"):
        raise CannotPrepare("The Indonesian words could not be compiled.")
