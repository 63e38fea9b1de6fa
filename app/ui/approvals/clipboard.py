"""What goes to WhatsApp: the text, and one picture that carries its code below each image.

Some programs take of a clipboard the picture only; the code is in that too.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.services.approvals import Message
from app.ui.theme import font

_WIDTH, _MARGIN, _STRIP = 720, 16, 40
_PAPER, _INK = "#FFFFFF", "#000000"  # it is sent away: no theme of this PC


@dataclass(frozen=True, slots=True)
class ToSend:
    """A message with its pictures as bytes; a video or a missing picture has none."""

    message: Message
    pictures: Mapping[str, bytes]


def mime_of(to_send: ToSend) -> QMimeData:
    """The text and, where there are any, the pictures one below the other."""
    mime = QMimeData()
    mime.setText(to_send.message.text)
    sheet = contact_sheet(to_send)
    if sheet is not None:
        mime.setImageData(sheet)
    return mime


def contact_sheet(to_send: ToSend) -> QImage | None:
    """All pictures in one, each with its reference and code; None without any."""
    images = [
        (_fitted(to_send.pictures[shown.sha256]), shown.caption)
        for shown in to_send.message.pictures
        if shown.sha256 in to_send.pictures
    ]
    images = [(image, caption) for image, caption in images if not image.isNull()]
    if not images:
        return None
    height = sum(image.height() + _STRIP + _MARGIN for image, _caption in images) + _MARGIN
    sheet = QImage(_WIDTH + 2 * _MARGIN, height, QImage.Format.Format_RGB32)
    sheet.fill(QColor(_PAPER))
    painter = QPainter(sheet)
    painter.setFont(font("heading"))
    painter.setPen(QColor(_INK))
    top = _MARGIN
    for image, caption in images:
        painter.drawImage(_MARGIN + (_WIDTH - image.width()) // 2, top, image)
        top += image.height()
        strip = QRectF(_MARGIN, top, _WIDTH, _STRIP)
        painter.drawText(strip, int(Qt.AlignmentFlag.AlignCenter), caption)
        top += _STRIP + _MARGIN
    painter.end()
    return sheet


def _fitted(encoded: bytes) -> QImage:
    image = QImage.fromData(QByteArray(encoded))
    return (
        image
        if image.isNull()
        else image.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
    )
