"""Small pictures of what is judged, fetched off the window's thread by their hash."""

from concurrent.futures import Future

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from app.ui.bridge import OfficeBridge


class Pictures(QObject):
    """Asks the library; a missing picture is the library's to tell, here its place stays empty."""

    came = Signal(str, object)  # SHA-256; bytes, or None where there is no preview

    def __init__(self, bridge: OfficeBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge

    @Slot(str)
    def fetch(self, sha256: str) -> None:
        """`came` tells when it is there."""
        library = self._bridge.office.library
        self._bridge.submit(lambda: (sha256, library.thumbnail(sha256)), self._on_fetched)

    def _on_fetched(self, done: "Future[object]") -> None:
        if not shiboken6.isValid(self) or done.exception() is not None:
            return
        answer = done.result()
        assert isinstance(answer, tuple)  # noqa: S101 what fetch asked for
        sha256, picture = answer
        self.came.emit(sha256, picture if isinstance(picture, bytes) else None)
