"""A post as the public sees it: account row, picture at its true ratio, text with its cut."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language import _
from app.ui.theme import (
    Paragraph,
    colours,
    line_height,
    paint_frame,
    paint_icon,
    paint_text,
    scaled,
    tokens,
)
from app.ui.widgets.badges import paint_avatar

_HEAD = 46
_FOOT = 32
_PAD = 11
_LINES = 4  # platforms fold the text about here; what follows is behind "more"
_MOST_HEIGHT = 280


class PostPreview(QWidget):
    """The post of one variant. Everything is painted, so user text is never read as markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._account = ""
        self._place = ""
        self._text = ""
        self._picture: QImage | None = None
        self._expected = False
        self._is_folded = True

    def set_post(self, account: str, place: str, text: str, *, has_media: bool) -> None:
        """Show a post; its picture follows by `set_picture` once it has been fetched."""
        self._account, self._place, self._text = account, place, text
        self._picture, self._expected = None, has_media
        self.setAccessibleName(f"{account}. {text}")
        self._refresh()

    def set_picture(self, picture: QImage) -> None:
        self._picture = picture
        self._refresh()

    def set_folded(self, folded: bool) -> None:
        """Cut the text where platforms do, or show all of it."""
        self._is_folded = folded
        self._refresh()

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(
            scaled(_HEAD) + self._picture_height(width) + self._foot() + self._text_height(width)
        )

    def sizeHint(self) -> QSize:
        return QSize(268, self.heightForWidth(268))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.heightForWidth(max(self.width(), 180)))

    def _foot(self) -> int:
        return scaled(_FOOT)

    def _picture_height(self, width: int) -> float:
        if not self._expected:
            return 0
        if self._picture is None or not self._picture.width():
            return min(width, _MOST_HEIGHT)
        return min(width * self._picture.height() / self._picture.width(), _MOST_HEIGHT)

    def _shown(self, width: float) -> tuple[str, bool]:
        """The text as far as a reader sees it at first, and whether something is hidden."""
        whole = Paragraph(self._text, "body", width)
        most = line_height("body") * _LINES
        if not self._is_folded or whole.height <= most:
            return self._text, False
        words = self._text.split(" ")
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if self._folded_height(" ".join(words[:middle]), width) <= most:
                low = middle
            else:
                high = middle - 1
        return " ".join(words[:low]).rstrip(), True

    def _folded_height(self, text: str, width: float) -> float:
        return Paragraph(f"{text}… {_('more')}", "body", width).height

    def _text_height(self, width: int) -> float:
        room = width - 2 * _PAD
        text, is_cut = self._shown(room)
        if not text:
            return _PAD
        shown = f"{text}… {_('more')}" if is_cut else text
        return Paragraph(shown, "body", room).height + _PAD

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect = QRectF(self.rect())
        paint_frame(painter, rect, tokens().radius["card"], look.surface, look.line)
        side = scaled(26)
        disc = QRectF(_PAD, (scaled(_HEAD) - side) / 2, side, side)
        paint_avatar(painter, disc, self._account.replace(".", " "), look)
        self._paint_account(painter, disc.right() + 8)
        top = self._paint_picture(painter, float(scaled(_HEAD)))
        self._paint_signs(painter, top)
        self._paint_words(painter, top + self._foot())

    def _paint_account(self, painter: QPainter, left: float) -> None:
        look = colours(self.palette())
        room = QRectF(left, 0, self.width() - left - 34, scaled(_HEAD))
        if self._place:
            half = QRectF(room.left(), room.center().y() - 17, room.width(), 17)
            paint_text(painter, half, self._account, "strong", look.text)
            paint_text(painter, half.translated(0, 17), self._place, "meta", look.text2)
        else:
            paint_text(painter, room, self._account, "strong", look.text)
        dots = QRectF(self.width() - 28, 0, 16, scaled(_HEAD))
        paint_icon(painter, dots, "ellipsis", look.text2)

    def _paint_picture(self, painter: QPainter, top: float) -> float:
        look = colours(self.palette())
        height = self._picture_height(self.width())
        if not height:
            return top
        room = QRectF(1, top, self.width() - 2, height)
        painter.fillRect(room, look.sunken)
        if self._picture is None:
            paint_icon(painter, room, "image", look.text3, 20)
        else:
            size = self._picture.size().scaled(
                room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            spot = QRectF(QPointF(0, 0), size.toSizeF())
            spot.moveCenter(room.center())
            painter.drawImage(spot, self._picture)
        return top + height

    def _paint_signs(self, painter: QPainter, top: float) -> None:
        look = colours(self.palette())
        for place, sign in enumerate(("heart", "message-circle", "send")):
            spot = QRectF(_PAD + place * 26, top, 18, self._foot())
            paint_icon(painter, spot, sign, look.text2, 18)
        spot = QRectF(self.width() - _PAD - 18, top, 18, self._foot())
        paint_icon(painter, spot, "bookmark", look.text2, 18)

    def _paint_words(self, painter: QPainter, top: float) -> None:
        look = colours(self.palette())
        room = self.width() - 2 * _PAD
        text, is_cut = self._shown(room)
        shown = f"{text}… {_('more')}" if is_cut else text
        Paragraph(shown, "body", room).paint(painter, QPointF(_PAD, top), look.text)
