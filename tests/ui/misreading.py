"""Where a window might read what people typed as more than letters."""

import re
from collections.abc import Iterator
from html import escape, unescape

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QTableView,
    QTextEdit,
    QWidget,
)

# The house's own tooltips are this paragraph around escaped letters.
_HOUSE_TIP = re.compile(r'<p style="white-space:pre-wrap">(.*)</p>', re.DOTALL)
# Of what somebody typed: ours stand before a letter, never before a space or an entity's name.
_TYPED_AMPERSAND = re.compile(r"(?<!&)&(?:&&)*(?=amp;| )")
_SEEN_ROWS = 12  # of each list; the rows below them come the same way


def misreadings(top: QWidget) -> Iterator[str]:
    """What is wrong with anything in this window, each with its place."""
    for widget in (top, *top.findChildren(QWidget)):
        called = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QMessageBox | QTextEdit):
            yield f"{called} reads HTML"
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            yield f"{called} may read its text as HTML"
        for tip in (widget.toolTip(), *_tips_of_rows(widget)):
            if not _is_plain_tip(tip):
                yield f"{called} has the tooltip {tip[:80]!r}"
        for words in _with_mnemonics(widget):
            if _TYPED_AMPERSAND.search(words):
                yield f"{called} takes the & of {words[:80]!r} for a mnemonic"


def _is_plain_tip(tip: str) -> bool:
    """Whether Qt shows it letter by letter."""
    if not Qt.mightBeRichText(tip):
        return True
    ours = _HOUSE_TIP.fullmatch(tip)
    return ours is not None and escape(unescape(ours[1])) == ours[1]


def _tips_of_rows(view: QWidget) -> Iterator[str]:
    model = view.model() if isinstance(view, QAbstractItemView) else None
    if model is None:
        return
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    for row in range(min(_SEEN_ROWS, model.rowCount())):
        for column in range(columns):
            tip = model.index(row, column, QModelIndex()).data(Qt.ItemDataRole.ToolTipRole)
            yield str(tip or "")


def _with_mnemonics(widget: QWidget) -> Iterator[str]:
    """The words in which Qt underlines the letter behind an `&`."""
    if isinstance(widget, QLabel):
        yield widget.text() if widget.buddy() is not None else ""
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton):
        assert isinstance(widget, QAbstractButton)
        yield widget.text()
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
