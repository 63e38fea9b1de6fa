"""The small pictures on disk: kept, bounded, and thrown away by their last use."""

import os
from pathlib import Path

import pytest

from app.services.asset_thumbnails import ThumbnailCache
from app.services.reading.media import MediaFacts, MediaReading, NoPreview

PICTURE = b"\xff\xd8" + bytes(998)
LONG_AGO = 1_700_000_000


def named(number: int) -> str:
    return f"{number:02x}" * 32


def drawn() -> MediaReading:
    return MediaReading(MediaFacts("image/jpeg"), thumbnail=PICTURE)


@pytest.fixture
def cache(tmp_path: Path) -> ThumbnailCache:
    return ThumbnailCache(tmp_path, most_bytes=10 * len(PICTURE))


def age(tmp_path: Path, sha256: str, moment: float) -> None:
    (file,) = tmp_path.glob(f"*/*/{sha256}")
    os.utime(file, (moment, moment))


def test_the_folder_never_grows_beyond_its_bound(cache: ThumbnailCache, tmp_path: Path) -> None:
    for number in range(40):
        cache.keep(named(number), drawn())

    used = sum(file.stat().st_size for file in tmp_path.glob("*/*/*"))
    assert 0 < used <= 10 * len(PICTURE)
    assert cache.found(named(39)) == PICTURE


def test_what_was_used_longest_ago_goes_first(cache: ThumbnailCache, tmp_path: Path) -> None:
    for number in range(10):
        cache.keep(named(number), drawn())
        age(tmp_path, named(number), LONG_AGO + number)
    looked_at = cache.found(named(0))

    cache.keep(named(10), drawn())

    assert looked_at == PICTURE
    assert cache.found(named(0)) == PICTURE
    assert cache.found(named(1)) is None
    assert cache.found(named(10)) == PICTURE


def test_what_another_start_left_is_counted(cache: ThumbnailCache, tmp_path: Path) -> None:
    for number in range(10):
        cache.keep(named(number), drawn())
    later = ThumbnailCache(tmp_path, most_bytes=5 * len(PICTURE))

    later.keep(named(10), drawn())

    assert len(list(tmp_path.glob("*/*/*"))) <= 5


def test_what_could_not_be_drawn_is_remembered(cache: ThumbnailCache) -> None:
    cache.keep(named(1), MediaReading(MediaFacts("image/heic"), no_preview=NoPreview.KIND))

    assert cache.found(named(1)) is NoPreview.KIND


def test_pictures_of_an_older_way_of_drawing_are_dropped(
    cache: ThumbnailCache, tmp_path: Path
) -> None:
    older = tmp_path / "thumbnails-0" / "ab"
    older.mkdir(parents=True)
    (older / named(1)).write_bytes(PICTURE)

    cache.keep(named(2), drawn())

    assert not older.exists()
    assert cache.found(named(2)) == PICTURE
