"""Finding controls as a person would; what a window owes to people without mouse or sight."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QFileDialog,
    QFocusFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

W = TypeVar("W", bound=QWidget)

_CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QTextEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QAbstractSlider,
)
# What Qt puts inside its own controls is reached through them.
_WHOLES = (
    QComboBox,
    QAbstractSpinBox,
    QCalendarWidget,
    QLineEdit,
    QAbstractItemView,
    QTextEdit,
    QPlainTextEdit,
    QMenu,
)


def find(parent: QWidget, kind: type[W], name: str) -> W:
    """The widget of that name, which there must be."""
    found = parent.findChild(kind, name)
    assert found is not None, f"no {kind.__name__} named {name} in {parent.objectName()}"
    return found


def choose_file(parent: QWidget, purpose: str, file: Path) -> None:
    """In the file dialog of that purpose, which is open, type the file's place and take it."""
    dialog = find(parent, QFileDialog, f"{purpose}.dialog")
    find(dialog, QLineEdit, "fileNameEdit").setText(str(file))
    dialog.accept()


def _is_inner(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, _WHOLES):
            return True
        above = above.parentWidget()
    return False


def controls(window: QWidget) -> Iterator[QWidget]:
    """What can be operated and is shown."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QScrollBar | QHeaderView | QFocusFrame) or _is_inner(widget):
            continue
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        plain_area = type(widget) is QAbstractScrollArea
        is_control = (isinstance(widget, _CONTROLS) or takes_focus) and not plain_area
        if is_control and widget.isVisibleTo(window):
            yield widget


def spoken_name(widget: QWidget) -> str:
    """What a screen reader says for it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def shortcomings(window: QWidget) -> list[str]:
    """What is missing: names, spoken names, the keyboard's way there, plain text."""
    found = []
    for widget in controls(window):
        called = f"{type(widget).__name__} {widget.objectName() or '?'}"
        if not widget.objectName() or widget.objectName().startswith("qt_"):
            found.append(f"{called}: no objectName in {_path(widget)}")
        if not spoken_name(widget).strip():
            found.append(f"{called}: no accessible name")
        if widget.isEnabled() and not _is_reached(widget):
            found.append(f"{called}: not reached by Tab")
    found += [
        f"QLabel {label.objectName()} “{label.text()[:30]}”: may read its text as HTML"
        for label in window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]
    return found


def _is_reached(widget: QWidget) -> bool:
    """By Tab; of buttons of which one is on, Tab goes to that one and arrows go on from it."""
    if isinstance(widget, QAbstractButton):
        group = widget.group()
        on = group.checkedButton() if group is not None and group.exclusive() else None
        if on is not None:
            return bool(on.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _path(widget: QWidget) -> str:
    names = []
    above = widget.parentWidget()
    while above is not None:
        names.append(above.objectName() or type(above).__name__)
        above = above.parentWidget()
    return " < ".join(names)
