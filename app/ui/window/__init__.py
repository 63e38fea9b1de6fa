"""The main window: rail, top bar, the place being shown. It knows no table and no act."""

from app.ui.window.frame import MainWindow
from app.ui.window.rail import Place

__all__ = ["MainWindow", "Place"]
