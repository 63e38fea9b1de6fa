"""A post as the public sees it: account row, picture at its true ratio, text with its cut."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPolygonF
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


@dataclass(frozen=True, slots=True)
class PostLook:
    """One post as its platform shows it.

    `beginning` is what stands before "more" where the platform cuts by characters; None: it folds
    by lines.
    `ratio` is the picture's width by its height as far as it is known before it has been fetched.
    """

    account: str
    text: str
    place: str = ""
    beginning: str | None = None
    media: int = 0  # how many; the first is shown
    is_video: bool = False
    ratio: float | None = None
    link: str = ""  # an address in the text, and what becomes of it there


class PostPreview(QWidget):
    """The post of one variant. Everything is painted, so user text is never read as markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._look = PostLook("", "")
        self._picture: QImage | None = None
        self._is_folded = True

    def set_post(self, account: str, place: str, text: str, *, has_media: bool) -> None:
        """Show a post; its picture follows by `set_picture` once it has been fetched."""
        self.show_post(PostLook(account, text, place, media=int(has_media)))

    def show_post(self, look: PostLook) -> None:
        """The same with all that is known of it."""
        self._look, self._picture = look, None
        spoken = (look.account, look.place, look.text, look.link)
        self.setAccessibleName(". ".join(part for part in spoken if part))
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
            scaled(_HEAD)
            + self._picture_height(width)
            + self._foot()
            + self._text_height(width)
            + self._link_height()
        )

    def sizeHint(self) -> QSize:
        return QSize(268, self.heightForWidth(268))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.heightForWidth(max(self.width(), 180)))

    def _foot(self) -> int:
        return scaled(_FOOT)

    def _picture_height(self, width: int) -> float:
        if not self._look.media:
            return 0
        ratio = self._look.ratio or 1.0
        if self._picture is not None and self._picture.height():
            ratio = self._picture.width() / self._picture.height()
        return min(width / ratio, _MOST_HEIGHT)

    def _link_height(self) -> float:
        return line_height("meta") + _PAD if self._look.link else 0

    def _shown(self, width: float) -> tuple[str, bool]:
        """The text as far as a reader sees it at first, and whether something is hidden."""
        text, beginning = self._look.text, self._look.beginning
        if self._is_folded and beginning is not None:
            return beginning.rstrip(), len(beginning) < len(text)
        whole = Paragraph(text, "body", width)
        most = line_height("body") * _LINES
        if not self._is_folded or whole.height <= most:
            return text, False
        words = text.split(" ")
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
        paint_avatar(painter, disc, self._look.account.replace(".", " "), look)
        self._paint_account(painter, disc.right() + 8)
        top = self._paint_picture(painter, float(scaled(_HEAD)))
        self._paint_signs(painter, top)
        self._paint_words(painter, top + self._foot())
        self._paint_link(painter)

    def _paint_account(self, painter: QPainter, left: float) -> None:
        look = colours(self.palette())
        room = QRectF(left, 0, self.width() - left - 34, scaled(_HEAD))
        account, place = self._look.account, self._look.place
        if place:
            half = QRectF(room.left(), room.center().y() - 17, room.width(), 17)
            paint_text(painter, half, account, "strong", look.text)
            paint_text(painter, half.translated(0, 17), place, "meta", look.text2)
        else:
            paint_text(painter, room, account, "strong", look.text)
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
        if self._look.is_video:
            self._paint_play(painter, room)
        if self._look.media > 1:
            self._paint_count(painter, room)
        return top + height

    def _paint_play(self, painter: QPainter, room: QRectF) -> None:
        """The first frame of a video, with the sign that starts it."""
        look, side = colours(self.palette()), float(scaled(44))
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(room.center())
        paint_frame(painter, disc, round(side / 2), look.tooltip)
        middle = disc.center()
        third = side / 5
        painter.setBrush(look.on_tooltip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x() - third * 0.8, middle.y() - third),
                    QPointF(middle.x() - third * 0.8, middle.y() + third),
                    QPointF(middle.x() + third * 1.1, middle.y()),
                ]
            )
        )

    def _paint_count(self, painter: QPainter, room: QRectF) -> None:
        """`1/4`: the others are a swipe away."""
        look = colours(self.palette())
        badge = QRectF(room.right() - scaled(44), room.top() + 8, scaled(36), scaled(20))
        paint_frame(painter, badge, tokens().radius["control"], look.tooltip)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, badge, f"1/{self._look.media}", "badge", look.on_tooltip, middle)

    def _paint_link(self, painter: QPainter) -> None:
        if not self._look.link:
            return
        look, height = colours(self.palette()), line_height("meta")
        row = QRectF(_PAD, self.height() - _PAD - height, self.width() - 2 * _PAD, height)
        paint_icon(painter, QRectF(row.left(), row.top(), 14, height), "link", look.text2, 12)
        paint_text(painter, row.adjusted(18, 0, 0, 0), self._look.link, "meta", look.text2)

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
