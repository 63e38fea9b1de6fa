"""Marks in the text being written: what is over the limit, what a platform makes clickable."""

from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from app.services.counting import fitting, text_limit
from app.services.entities import hashtags, links, mentions
from app.services.platforms import PlatformFacts
from app.services.threads import spans_of
from app.ui.theme import colours


def show_marks(edit: QPlainTextEdit, facts: PlatformFacts | None, *, with_media: bool) -> None:
    """Mark the text of `edit` by the rules of this platform, in the colours of its palette."""
    look, text = colours(edit.palette()), edit.toPlainText()
    entities = _format(look.accent)
    spans = [
        (it.start, it.end, entities) for find in (links, mentions, hashtags) for it in find(text)
    ]
    if facts is not None:
        over = _format(look.tones["bad"].ink, look.tones["bad"].soft)
        divider = _format(look.text3)
        spans += [(*gap, divider) for gap in _between(text, facts)]
        spans += [(*part, over) for part in over_parts(text, facts, with_media=with_media)]
    places = _places(text)
    edit.setExtraSelections(
        [_selection(edit, places(start), places(end), how) for start, end, how in spans]
    )


def over_parts(text: str, facts: PlatformFacts, *, with_media: bool) -> Iterator[tuple[int, int]]:
    """Which parts of the text, or of a thread's posts, are beyond the limit; in code points."""
    limit = text_limit(facts.text, with_media=with_media)
    if not limit:
        return
    for start, end in spans_of(text, facts.text):
        fits = fitting(text[start:end], facts.text, limit)
        if start + fits < end:
            yield start + fits, end


def _between(text: str, facts: PlatformFacts) -> Iterator[tuple[int, int]]:
    spans = spans_of(text, facts.text)
    for (_start, end), (start, _end) in pairwise(spans):
        yield end, start


def _format(ink: QColor, ground: QColor | None = None) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(ink)
    if ground is not None:
        form.setBackground(ground)
        form.setFontUnderline(True)  # meaning never rests on colour alone
    return form


def _places(text: str) -> Callable[[int], int]:
    """Qt's positions of code points: those beyond the first plane take two."""
    if all(letter <= "\uffff" for letter in text):
        return lambda at: at
    beyond = [0, *accumulate(int(letter > "\uffff") for letter in text)]
    return lambda at: at + beyond[at]


def _selection(
    edit: QPlainTextEdit, start: int, end: int, how: QTextCharFormat
) -> QTextEdit.ExtraSelection:
    cursor = QTextCursor(edit.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = how
    return selection
