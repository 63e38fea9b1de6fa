"""Small marks: a platform's two letters, a person's initials, a counter, a key cap."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Colours, Tone, colours, font, paint_frame, scaled, text_width, tokens
from app.ui.theme.buttons import key_size, paint_key

_TILE = QSize(21, 16)
_TILE_LARGE = QSize(24, 20)
_BETWEEN = 6
_AVATAR_TONES = ("wood", "away", "good", "planned", "working", "waiting", "muted")


def platform_letters(platform: str) -> str:
    """The two letters of a platform; one that the look does not know takes its own first two."""
    return tokens().letters.get(platform) or platform[:2].upper()


def platform_tone(platform: str, scheme: Colours) -> Tone:
    return scheme.platforms.get(platform) or scheme.tones["neutral"]


def paint_platform(
    painter: QPainter, at: QPointF, platform: str, scheme: Colours, *, large: bool = False
) -> QRectF:
    """Draw a platform's badge with its left top corner at `at`; returns what it covers."""
    size = _TILE_LARGE if large else _TILE
    rect = QRectF(at.x(), at.y(), scaled(size.width()), scaled(size.height()))
    tone = platform_tone(platform, scheme)
    paint_frame(painter, rect, tokens().radius["small"], tone.soft)
    painter.setFont(font("badge"))
    painter.setPen(tone.ink)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), platform_letters(platform))
    return rect


def platforms_width(platforms: Sequence[str]) -> int:
    """What a row of badges takes."""
    return len(platforms) * (scaled(_TILE.width()) + _BETWEEN) - _BETWEEN if platforms else 0


def paint_platforms(
    painter: QPainter, at: QPointF, platforms: Sequence[str], scheme: Colours
) -> None:
    """Draw badges side by side from `at` to the right."""
    x = at.x()
    for platform in platforms:
        x = paint_platform(painter, QPointF(x, at.y()), platform, scheme).right() + _BETWEEN


class PlatformBadge(QWidget):
    """Two letters on a platform's ground; `spoken` is the account's or the platform's name."""

    def __init__(
        self, platform: str, spoken: str = "", *, large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._platform, self._large = platform, large
        self.setAccessibleName(spoken or platform_letters(platform))

    def sizeHint(self) -> QSize:
        size = _TILE_LARGE if self._large else _TILE
        return QSize(scaled(size.width()), scaled(size.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        scheme = colours(self.palette())
        paint_platform(QPainter(self), QPointF(0, 0), self._platform, scheme, large=self._large)


def initials(name: str) -> str:
    """`RM` of `Rina Marlina, S.I.Kom.`: titles before and degrees after are left out."""
    words = [word for word in name.split(",")[0].split() if word[0].isalpha() and "." not in word]
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [word[0] for word in words]
    return "".join(letters).upper() or "?"


def avatar_tone(name: str) -> str:
    """Always the same colour for the same name."""
    return _AVATAR_TONES[sum(map(ord, name)) % len(_AVATAR_TONES)]


def paint_avatar(painter: QPainter, rect: QRectF, name: str, scheme: Colours) -> None:
    paint_frame(painter, rect, rect.width() / 2, scheme.ink(avatar_tone(name)))
    face = font("badge")
    if rect.width() > 30:
        face.setPixelSize(round(rect.width() * 0.38))
    painter.setFont(face)
    painter.setPen(scheme.surface)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), initials(name))


class Avatar(QWidget):
    """A person's initials on a disc."""

    def __init__(self, name: str, size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name, self._size = name, size
        self.setAccessibleName(name)

    def set_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(0, 0, scaled(self._size), scaled(self._size))
        paint_avatar(QPainter(self), rect, self._name, colours(self.palette()))


def counter_size(count: int) -> QSize:
    height = scaled(20)
    return QSize(max(scaled(22), round(text_width(str(count), font("badge"))) + 12), height)


def paint_counter(
    painter: QPainter, rect: QRectF, count: int, scheme: Colours, *, alarming: bool = False
) -> None:
    """A number on a pill; red only while a clock is breached."""
    ground = scheme.tones["bad"].ink if alarming else scheme.surface
    paint_frame(painter, rect, rect.height() / 2, ground)
    painter.setFont(font("badge"))
    painter.setPen(scheme.surface if alarming else scheme.text)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(count))


class KeyCap(QWidget):
    """A key as a small cap, in hints."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._key = key
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        return key_size(self._key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        scheme = colours(self.palette())
        rect = QRectF(0, 0, self.width(), self.height())
        paint_key(QPainter(self), rect, self._key, scheme.text2, scheme.line)
