"""Names: what tests and screen readers call a control, and tooltips that are never HTML."""

from html import escape
from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str, spoken: str = "") -> W:
    """Give a control its `screen.thing` name and, if it has no words of its own, a spoken one."""
    widget.setObjectName(name)
    if spoken:
        widget.setAccessibleName(spoken)
    return widget


def tip_text(text: str) -> str:
    """A tooltip's text that Qt shows letter by letter, whatever tags it seems to hold."""
    return f'<p style="white-space:pre-wrap">{escape(text)}</p>' if text else ""


def set_tip(widget: QWidget, text: str) -> None:
    """The tooltip of a widget, as plain text, and the same for screen readers."""
    widget.setToolTip(tip_text(text))
    widget.setAccessibleDescription(text)
