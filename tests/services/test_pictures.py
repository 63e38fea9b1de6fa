"""What pictures and videos tell of themselves; a bad one costs a reason and nothing else."""

import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from app.resources import resource
from app.services.reading.errors import FileRefused, Refusal
from app.services.reading.media import MediaReading, NoPreview, read
from app.services.reading.process import ReaderProcess
from app.services.reading.readers import Refused

MEDIA = resource("demo", "media")

# name: media type, width and height as shown, colour mode, transparent, frames, seconds, GPS
SAMPLES = {
    "IMG_20260105_073412.jpg": ("image/jpeg", 1620, 1215, "RGB", False, 1, None, True),
    "DSC_0412.JPG": ("image/jpeg", 684, 854, "RGB", False, 1, None, False),
    "kopi-bareng-sopir.jpg": ("image/jpeg", 1200, 800, "RGB", False, 1, None, True),
    "si-oyen-terminal.jpg": ("image/jpeg", 1340, 1000, "RGB", False, 1, None, True),
    "infografis-mudik-2026.png": ("image/png", 1080, 1350, "RGB", False, 1, None, False),
    "bingkai-harhubnas.png": ("image/png", 1080, 1080, "RGBA", True, 1, None, False),
    "tangkapan-hoaks.png": ("image/png", 720, 1280, "RGBA", True, 1, None, False),
    "peta-rekayasa-puncak.png": ("image/png", 1200, 900, "P", False, 1, None, False),
    "stiker-sabuk.webp": ("image/webp", 900, 900, "RGBA", True, 1, None, False),
    "poster-cetak-keselamatan-CMYK.jpg": ("image/jpeg", 1240, 1754, "CMYK", False, 1, None, False),
    "animasi-lampu-lalin.gif": ("image/gif", 360, 640, "P", False, 4, 5.0, False),
    "logo-dishub-contoh.svg": ("image/svg+xml", None, None, None, False, None, None, False),
    "poster-angkutan-lebaran.pdf": ("application/pdf", None, None, None, False, None, None, False),
    "feed-rebo-nyunda.psd": ("image/vnd.adobe.photoshop", 1080, 1080, "RGB", False, 1, None, False),
    "reels-helm-anak-9x16.mp4": ("video/mp4", 720, 1280, None, False, None, 7.0, False),
    "profil-terminal-16x9.mp4": ("video/mp4", 1280, 720, None, False, None, 9.0, False),
}


@pytest.fixture
def reader() -> Iterator[ReaderProcess]:
    with ReaderProcess() as process:
        yield process


def reading(path: Path, **arguments: int) -> MediaReading:
    return MediaReading.from_answer(read({"path": str(path), **arguments}, b""))


def thumbnail(path: Path) -> Image.Image:
    drawn = reading(path).thumbnail
    assert drawn is not None
    return Image.open(io.BytesIO(drawn))


def saved(folder: Path, name: str, image: Image.Image, **options: object) -> Path:
    image.save(folder / name, **options)  # type: ignore[arg-type]  # options of each format
    return folder / name


def colour(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def is_near(found: tuple[int, ...], wanted: tuple[int, ...], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_tells_the_facts_that_its_list_names(name: str) -> None:
    found = reading(MEDIA / name).facts

    assert (
        found.media_type,
        found.width,
        found.height,
        found.colour_mode,
        found.has_alpha,
        found.frames,
        found.duration_seconds,
        found.has_location,
    ) == SAMPLES[name]


def test_every_sample_is_listed() -> None:
    assert {file.name for file in MEDIA.iterdir()} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_has_a_thumbnail_of_its_own_shape_or_says_why_not(name: str) -> None:
    found = reading(MEDIA / name)

    if found.thumbnail is None:
        assert found.no_preview is NoPreview.KIND
        assert name.endswith((".svg", ".pdf"))
    else:
        drawn = Image.open(io.BytesIO(found.thumbnail))
        assert max(drawn.size) == 512
        assert found.facts.width
        assert found.facts.height
        shape = found.facts.width / found.facts.height
        assert drawn.width / drawn.height == pytest.approx(shape, rel=0.01)


def test_camera_and_moment_come_from_the_photo() -> None:
    found = reading(MEDIA / "IMG_20260105_073412.jpg").facts

    assert found.camera == "samsung SM-A155F"
    assert found.taken_at == "2026-01-05T07:34:12+07:00"


def test_a_video_tells_its_codec_frame_rate_and_sound() -> None:
    found = reading(MEDIA / "reels-helm-anak-9x16.mp4").facts

    assert (found.codec, found.frame_rate, found.has_sound) == ("h264", 25.0, True)


def test_the_reading_process_answers_the_same(reader: ReaderProcess) -> None:
    path = MEDIA / "stiker-sabuk.webp"

    answer = MediaReading.from_answer(reader.read("media", path))

    assert answer == reading(path)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_whichever_way_the_camera_was_held(
    tmp_path: Path, orientation: int
) -> None:
    upright = Image.new("RGB", (80, 40), "white")
    upright.paste((200, 0, 0), (0, 0, 20, 20))  # red in the upper left corner
    stored = upright
    # What the camera stores: the picture that the named turn brings upright.
    turns = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    if orientation in turns:
        stored = upright.transpose(Image.Transpose(turns[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = saved(tmp_path, "turned.jpg", stored, exif=exif, quality=95)

    found = reading(path)

    assert (found.facts.width, found.facts.height) == (80, 40)
    drawn = thumbnail(path)
    assert drawn.size == (80, 40)
    assert is_near(colour(drawn, 8, 8), (200, 0, 0), by=25)
    assert is_near(colour(drawn, 70, 30), (255, 255, 255))


def test_sixteen_bit_grey_keeps_its_greys(tmp_path: Path) -> None:
    grey = Image.new("I;16", (40, 40), 0x8000)

    drawn = thumbnail(saved(tmp_path, "deep.png", grey))

    assert is_near(colour(drawn, 20, 20), (128, 128, 128), by=3)


def test_sixteen_bit_colour_keeps_its_colours(tmp_path: Path) -> None:
    pixel = struct.pack(">HHH", 0xC000, 0x8000, 0x4000)
    path = tmp_path / "deep.png"
    path.write_bytes(png(20, 20, 16, 2, (b"\0" + pixel * 20) * 20))

    assert is_near(colour(thumbnail(path), 10, 10), (0xC0, 0x80, 0x40), by=4)


def test_print_colours_become_those_of_the_screen(tmp_path: Path) -> None:
    inked = Image.new("CMYK", (60, 60), (0, 255, 255, 0))

    drawn = thumbnail(saved(tmp_path, "print.jpg", inked, quality=95))

    assert is_near(colour(drawn, 30, 30), (255, 0, 0), by=20)


def test_an_embedded_profile_decides_what_the_numbers_mean(tmp_path: Path) -> None:
    # The same numbers under a profile whose red and blue are exchanged are another colour.
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = usual.replace(b"rXYZ", b"tmpZ").replace(b"bXYZ", b"rXYZ").replace(b"tmpZ", b"bXYZ")
    image = Image.new("RGB", (40, 40), (220, 40, 10))
    path = saved(tmp_path, "p.png", image, icc_profile=swapped)

    assert is_near(colour(thumbnail(path), 20, 20), (10, 40, 220), by=12)


def test_a_broken_profile_costs_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path, "p.png", Image.new("RGB", (40, 40), (220, 40, 10)), icc_profile=b"no")

    assert is_near(colour(thumbnail(path), 20, 20), (220, 40, 10))


def test_what_is_transparent_stays_so(tmp_path: Path) -> None:
    drawn = thumbnail(MEDIA / "bingkai-harhubnas.png")

    assert drawn.format == "PNG"
    assert colour(drawn, 256, 256)[3] == 0


def test_a_palette_with_a_transparent_colour_is_drawn_with_it(tmp_path: Path) -> None:
    painted = Image.new("P", (60, 60), 1)
    painted.putpalette([0, 0, 0, 10, 200, 30])
    painted.paste(0, (0, 0, 30, 60))
    path = saved(tmp_path, "p.png", painted, transparency=0)

    drawn = thumbnail(path)

    assert colour(drawn, 10, 30)[3] == 0
    assert is_near(colour(drawn, 50, 30), (10, 200, 30, 255))


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.avif", "image/avif"),
        ("a.tif", "image/tiff"),
        ("a.bmp", "image/bmp"),
        ("a.webp", "image/webp"),
    ],
)
def test_other_formats_are_drawn_too(tmp_path: Path, name: str, media_type: str) -> None:
    path = saved(tmp_path, name, Image.new("RGB", (600, 300), (30, 90, 200)))

    found = reading(path)

    assert found.facts.media_type == media_type
    assert is_near(colour(thumbnail(path), 256, 128), (30, 90, 200))


def test_a_small_picture_is_not_blown_up(tmp_path: Path) -> None:
    assert thumbnail(saved(tmp_path, "s.png", Image.new("RGB", (20, 10)))).size == (20, 10)


def test_a_picture_one_pixel_high_has_a_thumbnail(tmp_path: Path) -> None:
    assert thumbnail(saved(tmp_path, "line.png", Image.new("RGB", (4000, 1)))).size == (512, 1)


def test_a_picture_named_as_text_is_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes((MEDIA / "si-oyen-terminal.jpg").read_bytes())

    assert reading(path).facts.media_type == "image/jpeg"


def test_text_named_as_a_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_text("Rapat pukul 09.00", encoding="utf-8")

    assert reason_of(path) is Refusal.NO_MEDIA


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.touch()

    assert reason_of(path) is Refusal.EMPTY


@pytest.mark.parametrize(
    "name",
    [
        "IMG_20260105_073412.jpg",
        "infografis-mudik-2026.png",
        "stiker-sabuk.webp",
        "poster-cetak-keselamatan-CMYK.jpg",
        "reels-helm-anak-9x16.mp4",
    ],
)
@pytest.mark.parametrize("kept", [0.02, 0.5])
def test_a_file_that_was_cut_off_is_refused_as_damaged(
    tmp_path: Path, reader: ReaderProcess, name: str, kept: float
) -> None:
    whole = (MEDIA / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(whole[: int(len(whole) * kept)])

    with pytest.raises(FileRefused) as refused:
        reader.read("media", path)

    assert refused.value.reason is Refusal.DAMAGED


def test_a_bomb_of_one_colour_is_refused_before_it_unpacks(
    tmp_path: Path, reader: ReaderProcess
) -> None:
    path = tmp_path / "bomb.png"
    packer = zlib.compressobj(9)
    row = b"\0" * (30_000 // 8 + 1)
    packed = b"".join(packer.compress(row) for _ in range(30_000)) + packer.flush()
    path.write_bytes(png_of_packed(30_000, 30_000, 1, 0, packed))

    with pytest.raises(FileRefused) as refused:
        reader.read("media", path)

    assert path.stat().st_size < 200_000
    assert refused.value.reason is Refusal.TOO_LARGE
    assert refused.value.facts["size"] == 900_000_000


def test_a_design_without_its_composite_is_kept_without_a_preview(tmp_path: Path) -> None:
    path = tmp_path / "layers.psd"
    path.write_bytes((MEDIA / "feed-rebo-nyunda.psd").read_bytes()[:4000])

    found = reading(path)

    assert (found.facts.width, found.facts.height) == (1080, 1080)
    assert found.no_preview is NoPreview.NO_PICTURE


def test_a_design_too_large_to_draw_shows_the_picture_that_lies_beside_it(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (160, 100), (20, 120, 60)).save(buffer, "JPEG")
    small = b"\0" * 28 + buffer.getvalue()
    resources = b"8BIM\x04\x0c\0\0" + struct.pack(">I", len(small)) + small
    path = tmp_path / "poster.psd"
    path.write_bytes(
        struct.pack(">4sH6xHIIHH", b"8BPS", 1, 3, 20_000, 14_000, 8, 3)
        + struct.pack(">II", 0, len(resources))
        + resources
    )

    found = reading(path)

    assert (found.facts.width, found.facts.height) == (14_000, 20_000)
    assert is_near(colour(thumbnail(path), 80, 50), (20, 120, 60))


def test_a_video_held_upright_stands_upright(tmp_path: Path) -> None:
    film = bytearray((MEDIA / "profil-terminal-16x9.mp4").read_bytes())
    matrix = film.index(b"tkhd") + 44
    film[matrix : matrix + 36] = struct.pack(
        ">9i", 0, 0x10000, 0, -0x10000, 0, 0, 720 << 16, 0, 0x40000000
    )
    path = tmp_path / "turned.mp4"
    path.write_bytes(film)

    found = reading(path)

    lying = thumbnail(MEDIA / "profil-terminal-16x9.mp4")
    upright = thumbnail(path)
    assert (found.facts.width, found.facts.height) == (720, 1280)
    assert upright.size == (lying.height, lying.width)
    # Turned a quarter clockwise: what lay at the lower left stands at the upper left.
    assert is_near(colour(upright, 20, 20), colour(lying, 20, lying.height - 21), by=30)


def test_an_svg_is_known_behind_comment_and_doctype(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(
        '<?xml version="1.0"?>\n<!-- drawn <svg> by hand -->\n<!DOCTYPE svg PUBLIC "" "">\n<svg/>',
        encoding="utf-8",
    )

    assert reading(path).facts.media_type == "image/svg+xml"


def test_a_page_that_shows_an_svg_is_none(tmp_path: Path) -> None:
    path = tmp_path / "page.svg"
    path.write_text("<html><svg></svg></html>", encoding="utf-8")

    assert reason_of(path) is Refusal.NO_MEDIA


def test_a_vanished_file_is_said_to_be_missing(tmp_path: Path, reader: ReaderProcess) -> None:
    with pytest.raises(FileRefused) as refused:
        reader.read("media", tmp_path / "gone.jpg")

    assert refused.value.reason is Refusal.MISSING


def reason_of(path: Path) -> Refusal:
    with pytest.raises(Refused) as refused:
        reading(path)
    return refused.value.reason


def png(width: int, height: int, depth: int, kind: int, rows: bytes) -> bytes:
    return png_of_packed(width, height, depth, kind, zlib.compress(rows))


def png_of_packed(width: int, height: int, depth: int, kind: int, packed: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
