"""No test reads or changes the settings, caches or passwords of the person who runs it."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

_FOLDERS = (
    "HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
    "APPDATA",
    "LOCALAPPDATA",
)
_home = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Give this process an empty home before anything asks where it is."""
    home = Path(tempfile.mkdtemp(prefix="kohkol-home-"))
    config.stash[_home] = home
    for name in _FOLDERS:
        folder = home if name == "HOME" else home / name.lower()
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(folder)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ.pop("KOHKOL_PASSWORD", None)
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[_home], ignore_errors=True)
