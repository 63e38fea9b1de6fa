"""Small pictures of assets on disk, by their hash; they may be thrown away at any time."""

import contextlib
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from app.services.errors import OfficeUnreachable
from app.services.reading.media import RECIPE, MediaReading, NoPreview

MOST_BYTES = 512 * 1024 * 1024  # some ten thousand pictures
_KEPT_WHEN_FULL = 0.9  # of them: not every new picture looks through all of them
_FAILED = ".none"
_DAY = 86_400  # seconds: a use is noted once a day, for a note is a write


class ThumbnailCache:
    """Keeps what was drawn, and why something could not be; what was used longest ago goes first.

    Safe to use from several threads. Another PC may write into the same folder.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder / f"thumbnails-{RECIPE}"
        self._most_bytes = most_bytes
        self._used: int | None = None  # bytes; not counted before the first write
        self._counting = Lock()

    def found(self, sha256: str) -> bytes | NoPreview | None:
        """The picture, JPEG or PNG, or why there is none; None: nobody has tried yet."""
        file = self._file_of(sha256)
        with contextlib.suppress(OSError):
            content = file.read_bytes()
            _note_use(file)
            return content
        with contextlib.suppress(OSError, ValueError):
            return NoPreview(file.with_suffix(_FAILED).read_text(encoding="ascii"))
        return None

    def keep(self, sha256: str, reading: MediaReading) -> None:
        """Lay down what reading the asset has given.

        Raises:
            OfficeUnreachable: the folder can't be written.
        """
        file = self._file_of(sha256)
        content = reading.thumbnail
        if content is None:
            file = file.with_suffix(_FAILED)
            content = (reading.no_preview or NoPreview.DAMAGED).encode("ascii")
        unfinished = file.with_name(f"{uuid.uuid4().hex}.part")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(content)
            unfinished.replace(file)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise OfficeUnreachable(self._folder) from error
        self._make_room(len(content))

    def _file_of(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def _make_room(self, written: int) -> None:
        with self._counting:
            if self._used is None:
                self._drop_older_recipes()
                self._used = sum(size for _used_at, size, _file in self._kept())
            else:
                self._used += written
            if self._used > self._most_bytes:
                self._used = self._let_go(round(self._most_bytes * _KEPT_WHEN_FULL))

    def _let_go(self, until: int) -> int:
        """Remove what was used longest ago until so many bytes are left; returns what is left."""
        kept = sorted(self._kept())
        left = sum(size for _used_at, size, _file in kept)
        for _used_at, size, file in kept:
            if left <= until:
                break
            with contextlib.suppress(OSError):
                file.unlink()
                left -= size
        return left

    def _kept(self) -> Iterator[tuple[float, int, Path]]:
        """When each file was used last, its bytes, and where it is."""
        for file in self._folder.glob("*/*"):
            with contextlib.suppress(OSError):
                facts = file.stat()
                yield facts.st_mtime, facts.st_size, file

    def _drop_older_recipes(self) -> None:
        for folder in self._folder.parent.glob("thumbnails-*"):
            if folder != self._folder:
                shutil.rmtree(folder, ignore_errors=True)


def _note_use(file: Path) -> None:
    if time.time() - file.stat().st_mtime > _DAY:
        with contextlib.suppress(OSError):
            os.utime(file)
