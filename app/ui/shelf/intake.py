"""Files come in: dropped, chosen or pasted; copied and looked at by a worker, then told about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import cast

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.language import _, moment_text, ngettext
from app.services import assets
from app.services.asset_library import Arrival, RefusedFile, Taken, files_below
from app.services.assets import AddedAsset
from app.services.reading.errors import ReadingError
from app.services.transaction import Progress
from app.ui.bridge import LongRunner, OfficeBridge

Work = Callable[[Progress], "Summary"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of it: new assets, those that were there already, files that were not taken."""

    new: tuple[AddedAsset, ...]
    known: tuple[AddedAsset, ...]
    refused: tuple[RefusedFile, ...]


class Intake(QObject):
    """Takes in one batch of files at a time; while it runs, no other is taken."""

    busy = Signal(bool)
    began = Signal(str)  # what is being done
    progressed = Signal(int, int)
    ended = Signal()
    done = Signal(object)  # Summary
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._office = bridge.office
        self._work = LongRunner(bridge, self)
        self._work.busy.connect(self.busy)
        self._work.progressed.connect(self.progressed)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._work.cancelled.connect(self.ended)

    @property
    def is_busy(self) -> bool:
        return self._work.is_busy

    def takes(self, mime: QMimeData) -> bool:
        """Whether something of this can come in."""
        return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())

    def take(self, mime: QMimeData) -> bool:
        """Take what was dropped or pasted; False if there is nothing for us in it, or one runs."""
        places = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if places:
            return self.take_files(places)
        image = mime.imageData() if mime.hasImage() else None
        return isinstance(image, QImage) and self._take_image(image)

    def take_files(self, places: Sequence[Path]) -> bool:
        """Take these files, and what lies in these folders."""
        return self._begin(lambda progress: self._all(files_below(places), progress))

    def _take_image(self, image: QImage) -> bool:
        moment = moment_text(self._office.now())
        name = _("Pasted %(moment)s") % {"moment": moment} + ".png"
        return self._begin(lambda _progress: self._one(png_of(image), name))

    def _begin(self, work: Work) -> bool:
        if not self._work.run(work):
            return False
        self.began.emit(_("Taking in files"))
        return True

    @Slot()
    def cancel(self) -> None:
        """Stop; nothing of this batch becomes an asset."""
        self._work.cancel()

    def _all(self, files: list[Path], progress: Progress) -> Summary:
        """On a worker."""
        return self._added(self._office.library.take_in_all(files, progress))

    def _one(self, content: bytes, name: str) -> Summary:
        """On a worker."""
        arrived: tuple[Arrival, ...] = ()
        refused: tuple[RefusedFile, ...] = ()
        try:
            arrived = (self._office.library.take_in(BytesIO(content), name),)
        except ReadingError as error:
            refused = (RefusedFile(name, error),)
        return self._added(Taken(arrived, refused))

    def _added(self, taken: Taken) -> Summary:
        added = self._office.act(assets.add_assets, taken.arrivals) if taken.arrivals else []
        new = tuple(entry for entry in added if entry.is_new)
        known = tuple(entry for entry in added if not entry.is_new)
        return Summary(new, known, taken.refused)

    @Slot(object)
    def _on_done(self, summary: object) -> None:
        self.ended.emit()
        self.done.emit(cast("Summary", summary))

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self.ended.emit()
        self.failed.emit(error)


def png_of(image: QImage) -> bytes:
    """A pasted picture as a file's bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # QBuffer is a QIODevice
    return bytes(buffer.data().data())


def summary_text(summary: Summary) -> str:
    """`12 berkas baru, 2 sudah ada, 1 tidak diterima.`"""
    parts = [
        (len(summary.new), ngettext("%(n)d new file", "%(n)d new files", len(summary.new))),
        (len(summary.known), _("%(n)d already there")),
        (len(summary.refused), _("%(n)d not taken")),
    ]
    told = [words % {"n": count} for count, words in parts if count]
    return ", ".join(told) + "." if told else _("There was no file in it.")
