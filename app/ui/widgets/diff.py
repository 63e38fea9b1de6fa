"""What changed in a text, word by word: inserted underlined, removed struck."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language import _
from app.ui.theme import Colours, colours, font, line_height, paint_frame

_WORDS = re.compile(r"\n|[^\S\n]+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: `kind` is same, added or removed."""

    kind: str
    text: str


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces that lead from one text to the other, the removed before the added."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(new[c:d])))
            continue
        if a < b:
            pieces.append(Piece("removed", "".join(old[a:b])))
        if c < d:
            pieces.append(Piece("added", "".join(new[c:d])))
    return tuple(pieces)


def changes_text(pieces: tuple[Piece, ...]) -> str:
    """The same for ears: each change is named."""
    parts = {
        "same": "%(text)s",
        "added": _("[added: %(text)s]"),
        "removed": _("[removed: %(text)s]"),
    }
    return "".join(parts[piece.kind] % {"text": piece.text} for piece in pieces)


class DiffText(QWidget):
    """A text with its changes, in a type role (15 px by default: it is judged)."""

    def __init__(
        self, pieces: tuple[Piece, ...] = (), role: str = "read", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._role = role
        self._pieces = pieces
        self.set_pieces(pieces)

    def set_pieces(self, pieces: tuple[Piece, ...]) -> None:
        self._pieces = pieces
        self.setAccessibleName(changes_text(pieces))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._flow(None, width, None))

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(280))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.heightForWidth(max(self.width(), 80)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._flow(QPainter(self), self.width(), colours(self.palette()))

    def _flow(self, painter: QPainter | None, width: float, look: Colours | None) -> float:
        """Set word after word, breaking lines; draws if there is a painter. Returns the height."""
        metrics, step = QFontMetricsF(font(self._role)), line_height(self._role)
        x = top = 0.0
        gap = metrics.horizontalAdvance(" ")
        before = "same"
        for piece in self._pieces:
            if x > 0 and before == "removed" and piece.kind == "added":
                x += gap
            before = piece.kind
            for word in _held_words(piece.text, metrics, width):
                if word == "\n":
                    x, top = 0.0, top + step
                    continue
                advance = metrics.horizontalAdvance(word)
                if x > 0 and x + advance > width and not word.isspace():
                    x, top = 0.0, top + step
                if word.isspace() and x == 0:
                    continue
                if painter is not None and look is not None:
                    spot = QRectF(x, top, advance, step)
                    self._paint_word(painter, spot, Piece(piece.kind, word), look)
                x += advance
        return top + step

    def _paint_word(self, painter: QPainter, spot: QRectF, word: Piece, look: Colours) -> None:
        face = font(self._role)
        ink = look.text
        if word.kind != "same":
            added = word.kind == "added"
            ground = look.added if added else look.removed
            ink = look.on_added if added else look.on_removed
            paint_frame(painter, spot.adjusted(-1, 2, 1, -2), 2, ground)
            face.setStrikeOut(not added)
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignVCenter), word.text)
        if word.kind == "added":
            y = spot.bottom() - 3
            painter.drawLine(QPointF(spot.left(), y), QPointF(spot.right(), y))


def _held_words(text: str, metrics: QFontMetricsF, width: float) -> Iterator[str]:
    """Word after word, with what is between them."""
    for word in _WORDS.findall(text):
        yield from _held_parts(word, metrics, width)


def _held_parts(word: str, metrics: QFontMetricsF, width: float) -> Iterator[str]:
    """The word, in parts if no line holds it, as an address may be."""
    while len(word) > 1 and metrics.horizontalAdvance(word) > width:
        ends = range(1, len(word) + 1)
        held = bisect_right(ends, width, key=lambda end: metrics.horizontalAdvance(word[:end]))
        yield word[: max(held, 1)]
        word = word[max(held, 1) :]
    yield word
