"""A kop is a picture over the width of a page; everything else is told before it is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.resources import resource
from app.services.letterheads import LetterheadFault, NotALetterhead, check_letterhead
from app.services.reading.errors import FileRefused, Refusal
from app.services.reading.process import ReaderProcess
from app.wording import sentence


@pytest.fixture
def reader() -> Iterator[ReaderProcess]:
    with ReaderProcess() as process:
        yield process


def picture(file: Path, width: int, height: int) -> Path:
    Image.new("RGB", (width, height), "white").save(file)
    return file


@pytest.mark.parametrize("name", ["kop.png", "kop.jpg"])
def test_a_picture_that_is_wider_than_high_may_be_the_kop(
    tmp_path: Path, reader: ReaderProcess, name: str
) -> None:
    check_letterhead(reader, picture(tmp_path / name, 1600, 300))


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("pegawai.xlsx", LetterheadFault.OTHER_KIND),
        ("media/reels-helm-anak-9x16.mp4", LetterheadFault.OTHER_KIND),
        ("media/poster-angkutan-lebaran.pdf", LetterheadFault.PDF),
        ("media/logo-dishub-contoh.svg", LetterheadFault.OTHER_KIND),
        ("media/infografis-mudik-2026.png", LetterheadFault.WHOLE_PAGE),
    ],
)
def test_what_is_no_kop_is_told_with_words_about_the_kop(
    reader: ReaderProcess, source: str, fault: LetterheadFault
) -> None:
    with pytest.raises(NotALetterhead) as refused:
        check_letterhead(reader, resource("demo", *source.split("/")))

    assert refused.value.fault is fault
    assert "kop" in sentence(refused.value)


def test_a_picture_that_is_cut_off_is_damaged(tmp_path: Path, reader: ReaderProcess) -> None:
    whole = picture(tmp_path / "kop.jpg", 1600, 300).read_bytes()
    (tmp_path / "kop.jpg").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(FileRefused) as refused:
        check_letterhead(reader, tmp_path / "kop.jpg")

    assert refused.value.reason is Refusal.DAMAGED
