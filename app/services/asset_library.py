"""How files come into the office's library, and the small pictures by which people know them.

What an asset *is* stands in the database (`assets`), its bytes in the store; here a foreign file is
looked at in the reading process, its bytes are kept, and its thumbnail is laid into a folder that
may be thrown away at any time.
"""

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.services.asset_thumbnails import ThumbnailCache
from app.services.errors import DiskFull, OfficeError, OfficeUnreachable
from app.services.reading.errors import (
    FileRefused,
    ReaderDied,
    ReaderTooSlow,
    ReadingError,
    Refusal,
)
from app.services.reading.media import (
    MediaFacts,
    MediaReading,
    NoPreview,
    media_type_of,
)
from app.services.reading.process import ReaderProcess
from app.services.reading.readers import Refused
from app.services.store import AssetStore, BytesMissing, Progress

_SECONDS = 60.0  # a large video on a slow disk
_NEVER_TAKEN = {"thumbs.db", "desktop.ini", ".ds_store"}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file whose bytes are kept and whose facts are known; `assets.add_assets` makes it one."""

    file_name: str
    sha256: str
    size: int
    facts: MediaFacts
    no_preview: NoPreview | None = None


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that was not taken, and why."""

    file_name: str
    error: Exception


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of several files."""

    arrivals: tuple[Arrival, ...]
    refused: tuple[RefusedFile, ...]


class AssetLibrary:
    """The way in, and the thumbnails. Safe to use from several threads; `close` it in the end."""

    def __init__(self, folder: Path, store: AssetStore) -> None:
        self._thumbnails = ThumbnailCache(folder)
        self._store = store
        self._reader = ReaderProcess()

    def take_in(
        self, source: Path | BinaryIO, file_name: str, progress: Progress | None = None
    ) -> Arrival:
        """Keep the bytes of a file and learn its facts. It is an asset only after `add_assets`.

        A file that is whole but can't be drawn is taken, with the reason why; what is damaged,
        empty or no picture, video or document is not.

        Raises:
            FileRefused: it can't become an asset.
            SourceUnreadable, SourceChanged: it can't be copied as it is.
            DiskFull, OfficeUnreachable: the store can't take it.
        """
        if isinstance(source, Path):
            _recognised(source, file_name)  # before a gigabyte is copied for nothing
        stored = self._store.put(source, progress)
        kept = self._store.path(stored.sha256)
        media_type = _recognised(kept, file_name)
        reading = self._read(kept, file_name, media_type)
        with contextlib.suppress(OfficeError):  # no thumbnail is no reason to lose the file
            self._thumbnails.keep(stored.sha256, reading)
        return Arrival(file_name, stored.sha256, stored.size, reading.facts, reading.no_preview)

    def take_in_all(self, files: Sequence[Path], progress: Progress) -> Taken:
        """Take in one file after the other; a bad one is named and does not stop the rest.

        `progress` counts files, and is asked at every piece of a long one.

        Raises:
            Cancelled: the person stopped it; nothing has become an asset.
            DiskFull, OfficeUnreachable: the store can't take any more.
        """
        arrivals: list[Arrival] = []
        refused: list[RefusedFile] = []
        for number, file in enumerate(files):
            progress(number, len(files))
            try:
                arrivals.append(
                    self.take_in(file, file.name, _standing_still(progress, number, len(files)))
                )
            except (DiskFull, OfficeUnreachable):
                raise
            except (ReadingError, OfficeError) as error:
                refused.append(RefusedFile(file.name, error))
        progress(len(files), len(files))
        return Taken(tuple(arrivals), tuple(refused))

    def thumbnail(self, sha256: str) -> bytes | NoPreview:
        """The small picture of an asset, JPEG or PNG, or the reason why there is none.

        It is made if nobody has made it yet. What failed once is not tried again.

        Raises:
            BytesMissing: the store does not have the asset's bytes.
            OfficeUnreachable: the store is away.
        """
        found = self._thumbnails.found(sha256)
        if found is not None:
            return found
        if not self._store.exists(sha256):
            raise BytesMissing(sha256)
        kept = self._store.path(sha256)
        try:
            reading = self._read(kept, sha256, _recognised(kept, sha256))
        except FileRefused:
            reading = MediaReading(MediaFacts(""), no_preview=NoPreview.DAMAGED)
        with contextlib.suppress(OfficeError):
            self._thumbnails.keep(sha256, reading)
        return reading.thumbnail or reading.no_preview or NoPreview.DAMAGED

    def close(self) -> None:
        """End the reading process."""
        self._reader.close()

    def _read(self, file: Path, file_name: str, media_type: str) -> MediaReading:
        try:
            answer = self._reader.read("media", file, seconds=_SECONDS)
        except ReaderTooSlow:
            return MediaReading(MediaFacts(media_type), no_preview=NoPreview.TOO_SLOW)
        except ReaderDied:
            return MediaReading(MediaFacts(media_type), no_preview=NoPreview.READER_DIED)
        except FileRefused as error:
            raise FileRefused(file_name, error.reason, error.facts) from error
        return MediaReading.from_answer(answer)


def files_below(places: Iterable[Path]) -> list[Path]:
    """The files that people mean when they drop files and folders: with what lies below, in order.

    Hidden files and those that systems leave behind are not meant; links are not followed.
    """
    return [file for place in places for file in _walk(place)]


def _walk(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    for folder, inner, names in os.walk(place):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if not _is_never_taken(file):
                yield file


def _is_never_taken(file: Path) -> bool:
    if file.name.startswith(".") or file.name.casefold() in _NEVER_TAKEN:
        return True
    try:
        return not stat.S_ISREG(file.lstat().st_mode)
    except OSError:
        return False  # it is told when it is read


def _standing_still(progress: Progress, number: int, total: int) -> Progress:
    def within_file(_done: int, _size: int) -> None:
        progress(number, total)

    return within_file


def _recognised(file: Path, file_name: str) -> str:
    try:
        return media_type_of(file)
    except Refused as refused:
        raise FileRefused(file_name, refused.reason, refused.facts) from refused
    except FileNotFoundError as error:
        raise FileRefused(file_name, Refusal.MISSING) from error
    except OSError as error:
        raise FileRefused(file_name, Refusal.NOT_ALLOWED) from error
