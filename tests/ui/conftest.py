"""The window's tests: an application dressed once, on an offscreen screen of an office's size."""

import gc
import os
from pathlib import Path

# Before the application starts: Qt's own offscreen screen is 800 × 800.
if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
    screen = Path(__file__).with_name("screen.json")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.language import use_language
from app.ui.garbage import collect_due
from app.ui.theme import Theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The application's one theme."""
    return Theme(qapp)


@pytest.fixture(autouse=True)
def collected_on_this_thread() -> Iterator[None]:
    """As in the program: no worker takes widgets apart."""
    gc.disable()
    yield
    collect_due()
    gc.enable()


@pytest.fixture(autouse=True)
def plainly_dressed(theme: Theme) -> Iterator[None]:
    """Every test begins light, at the usual text size, in the default language."""
    use_language("id")
    theme.apply("light", 1.0)
    yield
    use_language("id")
