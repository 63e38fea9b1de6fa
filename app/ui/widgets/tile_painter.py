"""What a tile of a grid looks like: its picture, a badge on it, two lines of words."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.theme import (
    Colours,
    colours,
    font,
    paint_frame,
    paint_icon,
    paint_text,
    scaled,
    text_width,
    tokens,
)
from app.ui.widgets.tables import Index

Picture = QPixmap | str | None

TileRole = Qt.ItemDataRole.UserRole + 20
TILE_WIDTH = 160  # the least; tiles share what is left over
_PICTURE_HEIGHT = 112
_PAD = 6
_LINES = (20, 17)
_BADGE_PAD = 6
_WIDEST_CROP = 2.6  # beyond this shape a picture is shown whole rather than cut
TILE_HEIGHT = _PICTURE_HEIGHT + sum(_LINES) + 3 * _PAD


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile: what tells it from others, what its picture is asked by, and its words."""

    key: object
    picture: str
    title: str
    note: str = ""
    sign: tuple[str, str] | None = None  # icon and ink before the note
    count: str = ""  # at the right end of the note, behind a link
    kind: str = ""  # said where there is no picture: PDF, SVG, HEIC
    badge: str = ""  # on the picture: how long a video is
    is_whole: bool = False  # never cut: it is transparent
    spoken: str = ""
    row: object = None  # the frozen row behind it


class TilePainter(QStyledItemDelegate):
    """Paints one tile: ground of the chosen one, picture, title, note."""

    def __init__(self, picture: Callable[[str], Picture], parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        view = option.widget
        return view.gridSize() if isinstance(view, QListView) else QSize(TILE_WIDTH, TILE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile = index.data(TileRole)
        look = colours(option.palette)
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        self._paint_ground(painter, rect, option, look)
        spot = rect.adjusted(_PAD, _PAD, -_PAD, 0)
        spot.setHeight(rect.height() - sum(map(scaled, _LINES)) - 3 * _PAD)
        self._paint_picture(painter, spot, tile, look)
        line = QRectF(spot.left(), spot.bottom() + _PAD, spot.width(), scaled(_LINES[0]))
        paint_text(painter, line, tile.title, "body", look.text)
        line = QRectF(line.left(), line.bottom(), line.width(), scaled(_LINES[1]))
        _paint_note(painter, line, tile, look)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, look: Colours
    ) -> None:
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if is_chosen:
            width = 2.0 if is_focused or option.widget.hasFocus() else 1.5
            paint_frame(
                painter, rect, tokens().radius["control"], look.selection, look.accent, width=width
            )
        elif is_focused:
            paint_frame(painter, rect, tokens().radius["control"], None, look.focus, width=2.0)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_frame(painter, rect, tokens().radius["control"], look.sunken)

    def _paint_picture(self, painter: QPainter, rect: QRectF, tile: Tile, look: Colours) -> None:
        radius = tokens().radius["small"]
        picture = self._picture(tile.picture)
        if isinstance(picture, QPixmap):
            paint_picture(painter, rect, picture, look, whole=tile.is_whole, radius=radius)
        else:
            paint_frame(painter, rect, radius, look.sunken, look.line)
            if picture:
                paint_stand_in(painter, rect, picture, tile.kind, look)
        if tile.badge:
            _paint_badge(painter, rect, tile.badge, look)


def paint_stand_in(painter: QPainter, rect: QRectF, icon: str, kind: str, look: Colours) -> None:
    """In the place of a picture that can't be drawn: an icon and, below it, what the file is."""
    height = scaled(_LINES[1])
    above = rect.adjusted(0, 0, 0, -height) if kind else rect
    paint_icon(painter, above, icon, look.text3, 20)
    if kind:
        line = QRectF(rect.left(), above.center().y() + 10 + 4, rect.width(), height)
        paint_text(painter, line, kind, "meta", look.text2, Qt.AlignmentFlag.AlignHCenter)


def paint_picture(
    painter: QPainter,
    rect: QRectF,
    picture: QPixmap,
    look: Colours,
    *,
    whole: bool,
    radius: float = 0,
) -> None:
    """A picture that fills `rect`, cut at its edges, or shown whole on a quiet ground."""
    width, height = picture.width(), picture.height()
    shape = width / max(height, 1)
    whole = whole or not 1 / _WIDEST_CROP < shape < _WIDEST_CROP
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    clip = QPainterPath()
    clip.addRoundedRect(rect, radius, radius)
    painter.setClipPath(clip)
    if whole:
        painter.fillRect(rect, look.sunken)
        share = min(rect.width() / width, rect.height() / height, 1.0)
        size = QPointF(width * share, height * share)
        corner = rect.center() - size / 2
        painter.drawPixmap(
            QRectF(corner.x(), corner.y(), size.x(), size.y()), picture, QRectF(picture.rect())
        )
    else:
        share = max(rect.width() / width, rect.height() / height)
        cut_width, cut_height = rect.width() / share, rect.height() / share
        # A little above the middle: that is where faces and titles are.
        source = QRectF((width - cut_width) / 2, (height - cut_height) * 0.4, cut_width, cut_height)
        painter.drawPixmap(rect, picture, source)
    painter.restore()


def _paint_badge(painter: QPainter, rect: QRectF, words: str, look: Colours) -> None:
    width = text_width(words, font("badge")) + 2 * _BADGE_PAD
    height = scaled(16)
    spot = QRectF(rect.right() - width - 4, rect.bottom() - height - 4, width, height)
    paint_frame(painter, spot, tokens().radius["small"], look.tooltip)
    paint_text(painter, spot, words, "badge", look.on_tooltip, Qt.AlignmentFlag.AlignHCenter)


def _paint_note(painter: QPainter, line: QRectF, tile: Tile, look: Colours) -> None:
    left, right = line.left(), line.right()
    if tile.sign is not None:
        icon, ink = tile.sign
        paint_icon(painter, QRectF(left, line.top(), 14, line.height()), icon, look.ink(ink), 14)
        left += 14 + 5
    if tile.count:
        width = text_width(tile.count, font("meta"))
        spot = QRectF(right - width, line.top(), width + 1, line.height())
        paint_text(painter, spot, tile.count, "meta", look.text2)
        right -= width + 4 + 12
        paint_icon(painter, QRectF(right, line.top(), 12, line.height()), "link", look.text2, 12)
        right -= 4
    paint_text(
        painter,
        QRectF(left, line.top(), right - left, line.height()),
        tile.note,
        "meta",
        look.text2,
    )
