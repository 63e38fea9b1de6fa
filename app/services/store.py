"""Where an office keeps the bytes of its assets: files named after their own SHA-256.

The database holds only facts; the same bytes are kept once, whatever their name was. A file is
complete or it is not there: it is copied under another name, read back, and then given its own.
"""

import contextlib
import errno
import hashlib
import os
import re
import time
import uuid
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from app.services.errors import DiskFull, OfficeError, OfficeUnreachable

Progress = Callable[[int, int], None]  # (bytes done, bytes in all); raises to stop the copying

GRACE = timedelta(hours=24)  # longer than any transaction: a row may yet name what is younger
_CHUNK = 1024 * 1024
_ARRIVING = "arriving"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class SourceUnreadable(OfficeError):
    """The file to be stored is not there, or can't be read to its end."""


class SourceChanged(OfficeError):
    """The file to be stored was written to while we copied it: a download that goes on, perhaps."""


class BytesMissing(OfficeError):
    """The store is there, but without the bytes of this asset; `place` is their hash."""


class Soundness(StrEnum):
    """What looking at all bytes of an asset tells."""

    SOUND = "sound"
    DAMAGED = "damaged"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Bytes that are in the store for good once a row names them."""

    sha256: str
    size: int
    was_there: bool  # the same bytes had come before


class AssetStore:
    """The bytes of one office's assets, in a folder. Safe from several threads and programs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, source: Path | BinaryIO, progress: Progress | None = None) -> StoredFile:
        """Keep the bytes of `source`, which stays as it is. No half file ever has a hash as name.

        Raises:
            DiskFull: no room is left.
            OfficeUnreachable: the folder can't be written to.
            SourceUnreadable: the file is not there or can't be read.
            SourceChanged: it grew or changed while it was copied.
        """
        if not isinstance(source, Path):
            return self._take(_Source(source, str(getattr(source, "name", ""))), progress)
        try:
            with source.open("rb") as stream:
                before = os.fstat(stream.fileno())
                stored = self._take(_Source(stream, source, before.st_size), progress)
                after = os.fstat(stream.fileno())
        except OSError as error:
            raise SourceUnreadable(source) from error
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise SourceChanged(source)
        return stored

    def path(self, sha256: str) -> Path:
        """Where the bytes lie, or would lie."""
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"no SHA-256: {sha256!r}")
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def exists(self, sha256: str) -> bool:
        """Whether bytes are there; `verify` tells whether they are the right ones.

        Raises:
            OfficeUnreachable: the whole store is away.
        """
        self._must_be_there()
        return self.path(sha256).is_file()

    def open(self, sha256: str) -> BinaryIO:
        """The bytes, to be read; the caller closes them.

        Raises:
            BytesMissing: the store is there and they are not in it.
            OfficeUnreachable: the whole store is away, or they may not be read.
        """
        self._must_be_there()
        try:
            return self.path(sha256).open("rb")
        except FileNotFoundError as error:
            raise BytesMissing(sha256) from error
        except OSError as error:
            raise OfficeUnreachable(self.folder) from error

    def verify(self, sha256: str) -> Soundness:
        """Read all bytes and tell whether they are still those that their name promises.

        Raises:
            OfficeUnreachable: the whole store is away: that says nothing about one asset.
        """
        self._must_be_there()
        try:
            with self.path(sha256).open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except FileNotFoundError:
            return Soundness.MISSING
        except OSError:
            return Soundness.DAMAGED
        return Soundness.SOUND if found == sha256 else Soundness.DAMAGED

    def hashes(self) -> Iterator[str]:
        """The name of everything that is kept, in no order."""
        for file in self.folder.glob("??/??/*"):
            if _SHA256.fullmatch(file.name):
                yield file.name

    def sweep(self, known: Set[str], grace: timedelta = GRACE) -> list[str]:
        """Remove what no row names: of transactions that never committed, halves of killed copies.

        Only what is older than `grace` goes, for a row that names it may be about to be committed.
        Returns the hashes of what was removed.
        """
        before = time.time() - grace.total_seconds()
        for part in list(self.folder.glob(f"{_ARRIVING}/*.part")):
            _remove_if_older(part, before)
        orphans = [sha256 for sha256 in self.hashes() if sha256 not in known]
        return [sha256 for sha256 in orphans if _remove_if_older(self.path(sha256), before)]

    def _take(self, source: "_Source", progress: Progress | None) -> StoredFile:
        part = self._arriving_file()
        try:
            sha256, size = self._copy(source, part, progress)
            was_there = self._settle(part, sha256)
        finally:
            # Windows may refuse while a virus scanner looks at it; the sweep comes by again.
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        return StoredFile(sha256, size, was_there)

    def _arriving_file(self) -> Path:
        arriving = self.folder / _ARRIVING
        with self._writing():
            # Not `parents`: where the office's own folder is away, none is made in its place.
            self.folder.mkdir(exist_ok=True)
            arriving.mkdir(exist_ok=True)
        return arriving / f"{uuid.uuid4().hex}.part"

    def _copy(self, source: "_Source", part: Path, progress: Progress | None) -> tuple[str, int]:
        digest = hashlib.sha256()
        size = 0
        with self._writing(), part.open("xb") as copy:
            for chunk in source.chunks():
                digest.update(chunk)
                copy.write(chunk)
                size += len(chunk)
                if progress is not None:
                    progress(size, size if source.size is None else source.size)
            copy.flush()
            os.fsync(copy.fileno())
        return digest.hexdigest(), size

    def _settle(self, part: Path, sha256: str) -> bool:
        """Give the copy its name; True if sound bytes of that name are there already."""
        final = self.path(sha256)
        with self._writing():
            if _digest(part) != sha256:
                raise OSError(errno.EIO, "what was written reads back differently")
            if self._is_kept(final, sha256):
                return True
            final.parent.mkdir(parents=True, exist_ok=True)
            try:
                part.replace(final)
            except PermissionError:
                # Windows: another program put the same bytes there and has them open.
                if not self._is_kept(final, sha256):
                    raise
                return True
            _sync_folder(final.parent)
        return False

    def _is_kept(self, final: Path, sha256: str) -> bool:
        if not final.is_file() or _digest(final) != sha256:
            return False
        # Its grace begins anew: the sweep must not take it from the row that is about to name it.
        os.utime(final)
        return True

    def _must_be_there(self) -> None:
        if not self.folder.is_dir():
            raise OfficeUnreachable(self.folder)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """Turn what the disk of the store says into errors of the office."""
        try:
            yield
        except OSError as error:
            if error.errno in _FULL:
                raise DiskFull(self.folder) from error
            raise OfficeUnreachable(self.folder) from error


@dataclass(frozen=True, slots=True)
class _Source:
    """Where bytes come from, and how many there should be if that is known."""

    stream: BinaryIO
    place: Path | str
    size: int | None = None

    def chunks(self) -> Iterator[bytes]:
        """The bytes; of a file that grows as fast as we read, not for ever."""
        read = 0
        while chunk := self._chunk():
            read += len(chunk)
            if self.size is not None and read > self.size:
                raise SourceChanged(self.place)
            yield chunk

    def _chunk(self) -> bytes:
        try:
            return self.stream.read(_CHUNK)
        except OSError as error:
            raise SourceUnreadable(self.place) from error


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _remove_if_older(file: Path, moment: float) -> bool:
    try:
        if file.stat().st_mtime >= moment:
            return False
        file.unlink()
    except OSError:
        return False  # somebody has it open, or was faster; the next sweep comes by again
    return True


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut; Windows has no such call and does not need it."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
