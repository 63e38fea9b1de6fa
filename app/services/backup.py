"""One file that holds a whole office: its database and the bytes of its assets, verified.

The file is a ZIP with a list of its contents, so that it can be read without this program. Its
database is always SQLite: an office on a server comes back as an office in a folder.
"""

import hashlib
import json
import re
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.models import Base
from app.services.database import bring_up_to_date, sqlite_database, told_apart, world_error
from app.services.errors import BackupDamaged, BackupTooNew, FileExists, OfficeExists
from app.services.places import DATABASE_NAME, FACTS_NAME
from app.services.store import AssetStore
from app.services.transaction import Progress

FORM = 1
_LIST_NAME = "kohkol-backup.json"
_ALLOWED = re.compile(r"office\.sqlite3|assets/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}")
_CHUNK = 1024 * 1024
_ENCRYPTED = 1


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a backup holds, as its own list says."""

    made_at: datetime
    files: int
    size: int  # bytes of all files


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    size: int
    sha256: str


def snapshot_rows(session: Session, target: Path) -> None:
    """Copy every row of a server's database, as of one moment, into a new SQLite file."""
    copy = sqlite_database(target)
    try:
        with told_apart(str(target)):
            bring_up_to_date(copy, target.parent)
            with copy.acts.connect() as connection:
                raw: Any = connection.connection.dbapi_connection
                raw.execute("PRAGMA foreign_keys=OFF")  # tables point to each other in circles
                with connection.begin():
                    for table in Base.metadata.tables.values():
                        rows = session.execute(select(table), execution_options={"yield_per": 1000})
                        for part in rows.mappings().partitions():
                            connection.execute(insert(table), [dict(row) for row in part])
                raw.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()


def pack(
    database_file: Path, assets: AssetStore, target: Path, now: datetime, progress: Progress
) -> BackupContents:
    """Write database and assets into one new file and read all of it back; all or nothing.

    `database_file` is a snapshot that nobody writes to. Progress counts bytes, written and read.

    Raises:
        FileExists: there is a file of that name.
        DiskFull, OfficeUnreachable: it can't be written.
        Cancelled: by `progress`; nothing is left.
    """
    if target.exists():
        raise FileExists(target)
    unfinished = target.with_name(target.name + ".part")
    sources = {DATABASE_NAME: database_file}
    sources |= {_asset_name(sha256): assets.path(sha256) for sha256 in sorted(assets.hashes())}
    total = 2 * sum(file.stat().st_size for file in sources.values())
    counted = _counting(progress, total)
    try:
        with _place(target):
            _write(unfinished, sources, now, counted)
            contents = _verified(unfinished, counted)
            unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return contents


def unpack(file: Path, folder: Path, facts: str, progress: Progress) -> BackupContents:
    """Bring a backup into a folder that is not there yet, or is empty.

    `facts` becomes its office.toml. Every file is compared with the backup's list before the
    folder gets its name.

    Raises:
        BackupDamaged: it is no backup, or not all of it is as it was written.
        BackupTooNew: a newer program made it.
        OfficeExists: the folder holds something; restoring never overwrites.
        DiskFull, OfficeUnreachable: the folder can't be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OfficeExists(folder)
    unfinished = folder.with_name(folder.name + ".part")
    if unfinished.exists():
        raise OfficeExists(unfinished)
    try:
        with _place(folder), _opened(file) as archive:
            made_at, entries = _listed(archive, file)
            counted = _counting(progress, sum(entry.size for entry in entries))
            for entry in entries:
                _extract(archive, entry, unfinished / entry.name, file, counted)
            (unfinished / "assets").mkdir(exist_ok=True)
            (unfinished / "backups").mkdir()
            (unfinished / FACTS_NAME).write_text(facts, encoding="utf-8")
            if folder.exists():
                folder.rmdir()
            unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return BackupContents(made_at, len(entries), sum(entry.size for entry in entries))


def _asset_name(sha256: str) -> str:
    return f"assets/{sha256[:2]}/{sha256[2:4]}/{sha256}"


def _counting(progress: Progress, total: int) -> Callable[[int], None]:
    done = 0

    def count(size: int) -> None:
        nonlocal done
        done += size
        progress(min(done, total), total)

    return count


def _write(
    unfinished: Path, sources: dict[str, Path], now: datetime, counted: Callable[[int], None]
) -> None:
    entries = []
    with zipfile.ZipFile(unfinished, "w") as archive:
        for name, source in sources.items():
            packed = zipfile.ZipInfo.from_file(source, name, strict_timestamps=False)
            # Pictures and videos are compressed already.
            is_database = name == DATABASE_NAME
            packed.compress_type = zipfile.ZIP_DEFLATED if is_database else zipfile.ZIP_STORED
            with source.open("rb") as reading, archive.open(packed, "w") as writing:
                entries.append(_copied(name, reading, writing.write, counted))
        facts = {
            "form": FORM,
            "made_at": now.isoformat(),
            "files": [[entry.name, entry.size, entry.sha256] for entry in entries],
        }
        archive.writestr(_LIST_NAME, json.dumps(facts, indent=1))


def _copied(
    name: str, reading: Any, write: Callable[[bytes], object], counted: Callable[[int], None]
) -> _Entry:
    """Copy to the end; what was copied, with its size and hash."""
    digest, size = hashlib.sha256(), 0
    while chunk := reading.read(_CHUNK):
        write(chunk)
        digest.update(chunk)
        size += len(chunk)
        counted(len(chunk))
    return _Entry(name, size, digest.hexdigest())


def _verified(file: Path, counted: Callable[[int], None]) -> BackupContents:
    with _opened(file) as archive:
        made_at, entries = _listed(archive, file)
        for entry in entries:
            with archive.open(entry.name) as reading:
                if _copied(entry.name, reading, lambda chunk: None, counted) != entry:
                    raise BackupDamaged(file)
    return BackupContents(made_at, len(entries), sum(entry.size for entry in entries))


def _extract(
    archive: zipfile.ZipFile,
    entry: _Entry,
    target: Path,
    file: Path,
    counted: Callable[[int], None],
) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry.name) as reading, target.open("xb") as writing:
        if _copied(entry.name, _Limited(reading, entry.size), writing.write, counted) != entry:
            raise BackupDamaged(file)


class _Limited:
    """Reads no more than one byte past what a file should have: a bomb is noticed early."""

    def __init__(self, reading: Any, size: int) -> None:
        self._reading = reading
        self._left = size + 1

    def read(self, size: int) -> bytes:
        chunk: bytes = self._reading.read(min(size, self._left))
        self._left -= len(chunk)
        return chunk


def _listed(archive: zipfile.ZipFile, file: Path) -> tuple[datetime, list[_Entry]]:
    """The backup's own list; its names can't lead out of the folder."""
    try:
        facts = json.loads(archive.read(_LIST_NAME))
        if facts["form"] > FORM:
            raise BackupTooNew(file)
        made_at = datetime.fromisoformat(facts["made_at"])
        entries = [_Entry(str(name), int(size), str(sha)) for name, size, sha in facts["files"]]
    except (KeyError, TypeError, ValueError) as error:
        raise BackupDamaged(file) from error
    names = [entry.name for entry in entries]
    known = {info.filename for info in archive.infolist() if not info.flag_bits & _ENCRYPTED}
    if DATABASE_NAME not in names or not all(map(_ALLOWED.fullmatch, names)):
        raise BackupDamaged(file)
    if len(set(names)) < len(names) or not known.issuperset(names):
        raise BackupDamaged(file)
    return made_at, entries


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise BackupDamaged(file) from error


@contextmanager
def _place(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise world_error(error, place) from error
