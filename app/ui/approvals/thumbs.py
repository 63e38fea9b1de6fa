"""Pictures before and after, small: which one goes and which one comes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.language import _, pgettext
from app.ui.theme import colours, paint_frame, paint_icon
from app.ui.widgets import IconLabel, Label

_SIDE = 32
_MOST, _MOST_BOTH = 3, 1  # alone, and on each side of the arrow; the rest is said as a number
Want = Callable[[str, Callable[[QImage], None]], None]  # fetch a picture by its hash


class Thumb(QWidget):
    """One small picture; a frame with a sign until it has come, and if there is none."""

    def __init__(self, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._picture: QImage | None = None

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def set_picture(self, picture: QImage) -> None:
        """The picture has come."""
        self._picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = colours(self.palette()), QPainter(self)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_frame(painter, rect, 3, look.sunken, look.line)
        if self._picture is None:
            paint_icon(painter, rect, "image", look.text3, 16)
            return
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        ratio = self.devicePixelRatioF()
        fitted = self._picture.scaled(
            round((_SIDE - 4) * ratio), round((_SIDE - 4) * ratio), keep, smooth
        )
        fitted.setDevicePixelRatio(ratio)
        size = fitted.deviceIndependentSize()
        left, top = (_SIDE - size.width()) / 2, (_SIDE - size.height()) / 2
        painter.drawImage(QRectF(left, top, size.width(), size.height()), fitted)


class PictureChange(QWidget):
    """`[old] → [new]`: the pictures of one post; `baru [new]` where there were none."""

    def __init__(self, before: Sequence[str], after: Sequence[str], want: Want) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        if not before:
            row.addWidget(Label(pgettext("picture", "new"), "body"))
        most = _MOST_BOTH if before and after else _MOST
        for sha256s, spoken in ((before, _("Picture before")), (after, _("Picture now"))):
            if sha256s is after and before:
                row.addWidget(IconLabel("arrow-right", "text2", 16))
            for number, sha256 in enumerate(sha256s[:most], 1):
                thumb = Thumb(f"{spoken} {number}")
                want(sha256, thumb.set_picture)
                row.addWidget(thumb)
            if len(sha256s) > most:
                row.addWidget(Label(f"+{len(sha256s) - most}", "meta", "text2"))
            if not sha256s and sha256s is after:
                row.addWidget(Label(_("No picture or video"), "body", "text2"))
        row.addStretch(1)
