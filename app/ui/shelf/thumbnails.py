"""Thumbnails for every screen: fetched by workers, two at a time, kept in memory up to a bound."""

from collections import OrderedDict
from concurrent.futures import Future

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from app.services.reading.media import NoPreview
from app.ui.bridge import OfficeBridge

_AT_ONCE = 2  # of the four workers: questions and acts never wait for pictures
_MOST_WAITING = 120  # fast scrolling does not build a backlog: the oldest wishes are dropped
_MOST_BYTES = 96 * 1024 * 1024
_SIDE = 320  # enough for a tile and for the panel on a screen of 100 %

_ICONS = {
    NoPreview.KIND: "file-text",
    NoPreview.NO_PICTURE: "layers",
    NoPreview.NO_DECODER: "video",
}
_TROUBLE = "file-warning"
_MISSING = "triangle-alert"


class Thumbnails(QObject):
    """What is known of each picture; whoever paints asks, and paints again when one `arrived`."""

    arrived = Signal(str)  # the hash of the asset whose picture, or lack of one, is known now

    def __init__(self, bridge: OfficeBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._library = bridge.office.library
        self._known: OrderedDict[str, QPixmap | str] = OrderedDict()
        self._bytes = 0
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._running: set[str] = set()

    def picture(self, sha256: str) -> QPixmap | str | None:
        """The picture, the icon that stands for it, or None: it has been asked for."""
        found = self._known.get(sha256)
        if found is not None:
            self._known.move_to_end(sha256)
            return found
        if sha256 not in self._running:
            self._waiting[sha256] = None
            self._waiting.move_to_end(sha256)
            while len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)
            self._start()
        return None

    def forget_missing(self) -> None:
        """Ask again for what was missing: the drive may be back."""
        for sha256 in [key for key, known in self._known.items() if known == _MISSING]:
            del self._known[sha256]

    def _start(self) -> None:
        """The newest wish first: that is what the person looks at."""
        while self._waiting and len(self._running) < _AT_ONCE:
            sha256, _ = self._waiting.popitem()
            self._running.add(sha256)
            self._bridge.submit(
                lambda sha256=sha256: self._fetched(sha256),  # type: ignore[misc]
                lambda done, sha256=sha256: self._land(sha256, done),  # type: ignore[misc]
            )

    def _fetched(self, sha256: str) -> QImage | str:
        """On a worker: QImage may be made there, QPixmap may not."""
        found = self._library.thumbnail(sha256)
        if isinstance(found, NoPreview):
            return _ICONS.get(found, _TROUBLE)
        image = QImage.fromData(found)
        if image.isNull():
            return _TROUBLE
        side = round(_SIDE * self._ratio())
        if max(image.width(), image.height()) <= side:
            return image
        return image.scaled(
            side,
            side,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )

    def _ratio(self) -> float:
        screen = QGuiApplication.primaryScreen()
        return screen.devicePixelRatio() if screen is not None else 1.0

    def _land(self, sha256: str, done: "Future[object]") -> None:
        self._running.discard(sha256)
        # The store is away or lacks the bytes: shown as missing, asked again after F5.
        found = _MISSING if done.exception() else done.result()
        self._keep(sha256, QPixmap.fromImage(found) if isinstance(found, QImage) else str(found))
        self.arrived.emit(sha256)
        self._start()

    def _keep(self, sha256: str, known: QPixmap | str) -> None:
        self._known[sha256] = known
        self._bytes += _weight(known)
        while self._bytes > _MOST_BYTES:
            self._bytes -= _weight(self._known.popitem(last=False)[1])


def _weight(known: QPixmap | str) -> int:
    return known.width() * known.height() * 4 if isinstance(known, QPixmap) else 0


def thumbnails_of(bridge: OfficeBridge) -> Thumbnails:
    """The thumbnails of an office, shared by all its screens."""
    found = bridge.findChild(Thumbnails)
    return found if isinstance(found, Thumbnails) else Thumbnails(bridge)
