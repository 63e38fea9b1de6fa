"""Who held the inquiry: a bar of minutes, and a legend below it."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language import _, length_text
from app.services.inquiries import Held, Holder
from app.ui.theme import Colours, colours, font, paint_frame, paint_text, scaled, text_width

_BAR = 10
_SQUARE = 9
_LINE = 20
_BETWEEN = 16
_LEAST = 4  # pixels: whoever had a minute is seen
_INKS = {Holder.ADMIN: "accent", Holder.OFFICIAL: "waiting", Holder.AGENCY: "away"}


def holder_text(share: Held) -> str:
    """`DBMPR 22 jam 48 mnt`."""
    words = {
        Holder.ADMIN: _("Admin"),
        Holder.OFFICIAL: _("Official"),
        Holder.AGENCY: share.agency or _("Agency"),
    }
    return f"{words[share.holder]} {length_text(share.length)}"


class HoldingBar(QWidget):
    """Shares of the time since it came; `rest` is what is left until the clock is due."""

    def __init__(
        self, shares: Sequence[Held], rest: timedelta = timedelta(), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shares, self._rest = tuple(shares), max(rest, timedelta())
        self.setAccessibleName(", ".join(holder_text(share) for share in shares))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        lines = max((line for _left, line in places), default=-1) + 1
        return _BAR + 4 + lines * scaled(_LINE)

    def _places(self, width: int) -> list[tuple[float, int]]:
        """Where each word of the legend stands: its left, and in which line."""
        places, left, line = [], 0.0, 0
        for share in self._shares:
            needed = _SQUARE + 6 + text_width(holder_text(share), font("meta"))
            if left and left + needed > width:
                left, line = 0.0, line + 1
            places.append((left, line))
            left += needed + _BETWEEN
        return places

    def _widths(self, room: float) -> list[float]:
        """The shares in pixels, none too small to be seen."""
        lengths = [share.length.total_seconds() for share in self._shares]
        whole = sum(lengths) + self._rest.total_seconds()
        if not whole:
            return []
        return [max(length / whole * room, _LEAST) for length in lengths]

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        room = QRectF(0, 0, self.width(), _BAR)
        self._paint_bar(painter, room, look)
        for share, (left, line) in zip(self._shares, self._places(self.width()), strict=True):
            top = _BAR + 4 + line * scaled(_LINE)
            middle = top + scaled(_LINE) / 2
            square = QRectF(left, middle - _SQUARE / 2, _SQUARE, _SQUARE)
            paint_frame(painter, square, 2, _ink(share, look))
            words = QRectF(left + _SQUARE + 6, top, self.width(), scaled(_LINE))
            paint_text(painter, words, holder_text(share), "meta", look.text2)

    def _paint_bar(self, painter: QPainter, room: QRectF, look: Colours) -> None:
        paint_frame(painter, room, _BAR / 2, look.line)
        widths = self._widths(room.width())
        left = room.left()
        painter.save()
        painter.setClipRect(room)
        for share, width in zip(self._shares, widths, strict=False):
            piece = QRectF(left, room.top(), max(width - 1, 1), _BAR)
            paint_frame(painter, piece, 3, _ink(share, look))
            left += width
        painter.restore()


def _ink(share: Held, look: Colours) -> QColor:
    return look.ink(_INKS[share.holder])
