"""The store of bytes: complete or not there, once, and never taken for deleted while it is away."""

import contextlib
import errno
import hashlib
import io
import os
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.services.errors import Cancelled, DiskFull, OfficeUnreachable
from app.services.store import (
    AssetStore,
    BytesMissing,
    Soundness,
    SourceChanged,
    SourceUnreadable,
)

BYTES = b"pustaka keliling " * 200_000
HASH = hashlib.sha256(BYTES).hexdigest()
NO_GRACE = timedelta(seconds=-1)


@pytest.fixture
def store(tmp_path: Path) -> AssetStore:
    return AssetStore(tmp_path / "assets")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(BYTES)
    return path


def left_over(store: AssetStore) -> list[str]:
    """The name of every file in the store, whatever it is."""
    return sorted(file.name for file in store.folder.rglob("*") if file.is_file())


def test_bytes_are_kept_under_their_own_hash(store: AssetStore, photo: Path) -> None:
    stored = store.put(photo)

    assert (stored.sha256, stored.size, stored.was_there) == (HASH, len(BYTES), False)
    assert store.path(HASH) == store.folder / HASH[:2] / HASH[2:4] / HASH
    with store.open(HASH) as stream:
        assert stream.read() == BYTES
    assert photo.read_bytes() == BYTES


def test_the_same_bytes_are_kept_once_whatever_their_name(store: AssetStore, photo: Path) -> None:
    other = photo.with_name("copy of photo.jpg")
    other.write_bytes(BYTES)

    first, second = store.put(photo), store.put(other)

    assert (first.was_there, second.was_there) == (False, True)
    assert left_over(store) == [HASH]


def test_bytes_that_have_no_file_are_kept_too(store: AssetStore) -> None:
    stored = store.put(io.BytesIO(BYTES))

    assert stored.sha256 == HASH
    assert list(store.hashes()) == [HASH]


def test_progress_ends_at_the_whole(store: AssetStore, photo: Path) -> None:
    told: list[tuple[int, int]] = []

    store.put(photo, lambda done, total: told.append((done, total)))

    assert len(told) > 1
    assert told[-1] == (len(BYTES), len(BYTES))


def test_stopped_copying_leaves_nothing(store: AssetStore, photo: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        store.put(photo, stop)

    assert left_over(store) == []


def test_a_file_that_grows_while_it_is_copied_is_not_taken(store: AssetStore, photo: Path) -> None:
    def grow(_done: int, _total: int) -> None:
        with photo.open("ab") as stream:
            stream.write(b"more")

    with pytest.raises(SourceChanged):
        store.put(photo, grow)

    assert list(store.hashes()) == []


def test_a_file_that_is_not_there_is_named(store: AssetStore, tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable) as refused:
        store.put(tmp_path / "gone.jpg")

    assert refused.value.place == tmp_path / "gone.jpg"


def test_a_source_that_breaks_off_leaves_nothing(store: AssetStore) -> None:
    class BrokenDrive(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise OSError(errno.EIO, "unplugged")
            return super().read(size)

    with pytest.raises(SourceUnreadable):
        store.put(BrokenDrive(BYTES))

    assert left_over(store) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a process can't make its own disk small there")
def test_a_full_disk_is_said_and_leaves_nothing(store: AssetStore, photo: Path) -> None:
    with room_for_a_megabyte(), pytest.raises(DiskFull) as refused:
        store.put(photo)

    assert refused.value.place == store.folder
    assert left_over(store) == []


def test_a_damaged_file_is_found_and_healed_by_its_own_bytes(
    store: AssetStore, photo: Path
) -> None:
    store.put(photo)
    store.path(HASH).write_bytes(BYTES[:-1] + b"?")

    found = store.verify(HASH)
    healed = store.put(photo)

    assert found is Soundness.DAMAGED
    assert healed.was_there is False
    assert store.verify(HASH) is Soundness.SOUND


def test_missing_bytes_are_told_from_sound_ones(store: AssetStore, photo: Path) -> None:
    store.put(photo)
    unknown = "0" * 64

    assert (store.exists(HASH), store.exists(unknown)) == (True, False)
    assert store.verify(HASH) is Soundness.SOUND
    assert store.verify(unknown) is Soundness.MISSING
    with pytest.raises(BytesMissing):
        store.open(unknown)


def test_a_store_that_is_away_says_nothing_about_its_assets(
    store: AssetStore, photo: Path, tmp_path: Path
) -> None:
    store.put(photo)
    store.folder.rename(tmp_path / "unplugged")

    with pytest.raises(OfficeUnreachable):
        store.verify(HASH)
    with pytest.raises(OfficeUnreachable):
        store.exists(HASH)
    with pytest.raises(OfficeUnreachable):
        store.open(HASH)
    assert store.sweep(set(), NO_GRACE) == []


def test_no_new_store_is_made_where_the_whole_office_is_away(tmp_path: Path, photo: Path) -> None:
    store = AssetStore(tmp_path / "drive" / "office" / "assets")

    with pytest.raises(OfficeUnreachable):
        store.put(photo)

    assert not (tmp_path / "drive").exists()


def test_the_sweep_takes_what_no_row_names_after_its_grace(store: AssetStore, photo: Path) -> None:
    store.put(photo)
    orphan = store.put(io.BytesIO(b"of a transaction that never committed")).sha256
    grow_old(store, orphan)

    assert store.sweep({HASH}) == [orphan]
    assert list(store.hashes()) == [HASH]


def test_the_sweep_leaves_what_has_just_come(store: AssetStore, photo: Path) -> None:
    store.put(photo)

    assert store.sweep(set()) == []
    assert store.exists(HASH)


def test_bytes_that_come_again_are_young_again(store: AssetStore, photo: Path) -> None:
    store.put(photo)
    grow_old(store, HASH)

    store.put(photo)  # the row that names them is about to be committed

    assert store.sweep(set()) == []
    assert store.exists(HASH)


def test_the_sweep_takes_the_halves_of_killed_copies(store: AssetStore, photo: Path) -> None:
    store.put(photo)
    half = store.folder / "arriving" / "0123.part"
    half.write_bytes(b"half")
    os.utime(half, (0, 0))

    store.sweep({HASH})

    assert left_over(store) == [HASH]


def test_only_a_hash_names_bytes(store: AssetStore) -> None:
    with pytest.raises(ValueError, match="no SHA-256"):
        store.path("../../etc/passwd")


def grow_old(store: AssetStore, sha256: str) -> None:
    yesterday = time.time() - timedelta(hours=25).total_seconds()
    os.utime(store.path(sha256), (yesterday, yesterday))


@contextlib.contextmanager
def room_for_a_megabyte() -> Iterator[None]:
    """No file may grow beyond a megabyte: the system answers as a full disk does."""
    if sys.platform != "win32":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024 * 1024, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    else:
        yield
