"""Help: a window of its own beside the place, with the pages that ship with the program."""

from app.ui.help.window import HelpWindow, show_help

__all__ = ["HelpWindow", "show_help"]
