"""Line icons of lucide (ISC), set in the palette's colours when they are painted."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.resources import resource
from app.ui.theme.tokens import colours

_THIN_FROM = 20  # from 20 px on, lines of 2/24 would look heavy beside the text


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def _drawing(name: str, colour: QColor, size: int) -> QByteArray:
    source = _source(name).replace("currentColor", colour.name())
    if size >= _THIN_FROM:
        source = source.replace('stroke-width="2"', 'stroke-width="1.75"')
    return QByteArray(source.encode())


def icon_pixmap(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """The icon at a screen's ratio; the same one is drawn only once."""
    key = f"icon {name} {colour.rgba():x} {size} {ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(_drawing(name, colour, size)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def paint_icon(
    painter: QPainter, rect: QRect | QRectF, name: str, colour: QColor, size: int = 16
) -> None:
    """Draw an icon of `size` in the middle of `rect`."""
    ratio = painter.device().devicePixelRatioF()
    pixmap = icon_pixmap(name, colour, size, ratio)
    centre = QRectF(rect).center()
    # Whole device pixels, else the fine lines blur.
    left = round((centre.x() - size / 2) * ratio) / ratio
    top = round((centre.y() - size / 2) * ratio) / ratio
    painter.drawPixmap(QRectF(left, top, size, size), pixmap, QRectF(pixmap.rect()))


class _Engine(QIconEngine):
    """Draws in the colour of a role of the palette that is in force when it is asked."""

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name, self._ink = name, ink

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._ink)

    def iconName(self) -> str:
        return self._name

    def _colour(self, mode: QIcon.Mode) -> QColor:
        scheme = colours(QApplication.palette())
        return scheme.ink("text3" if mode is QIcon.Mode.Disabled else self._ink)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        paint_icon(painter, rect, self._name, self._colour(mode), min(rect.width(), rect.height()))

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        side = min(size.width(), size.height())
        return icon_pixmap(self._name, self._colour(mode), round(side / scale), scale)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)


def icon(name: str, ink: str = "text2") -> QIcon:
    """An icon for buttons, menus and actions; our style reads its name and colours it itself."""
    return QIcon(_Engine(name, ink))


def mark_icon() -> QIcon:
    """The program's icon: the kohkol."""
    return QIcon(_Engine("mark", "wood"))
