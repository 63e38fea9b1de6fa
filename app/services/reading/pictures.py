"""Facts and thumbnails of pictures, by Pillow; runs in the reading process."""

import contextlib
import io
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from PIL import ExifTags, Image, ImageCms

from app.services.reading.errors import Refusal
from app.services.reading.media import MOST_PIXELS, MediaFacts, MediaReading, NoPreview
from app.services.reading.readers import Refused

PHOTOSHOP = "image/vnd.adobe.photoshop"
# One decoder for each kind, found by content: Pillow's rarer ones never see a foreign file.
_DECODERS = {
    "image/jpeg": ("JPEG", "MPO"),
    "image/png": ("PNG",),
    "image/gif": ("GIF",),
    "image/webp": ("WEBP",),
    "image/avif": ("AVIF",),
    "image/tiff": ("TIFF",),
    "image/bmp": ("BMP",),
    PHOTOSHOP: ("PSD",),
}
_ANIMATED = {"image/gif", "image/webp", "image/png", "image/avif"}
# What Pillow's decoders raise over a file that is cut off or lies about itself.
_BROKEN = (SyntaxError, ValueError, EOFError, LookupError, TypeError, struct.error, zlib.error)
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ON_ITS_SIDE = {5, 6, 7, 8}
_JPEG_QUALITY = 82
_MOST_PIXELS_OF_FRAMES = 400_000_000  # decoded to learn how long an animation is
_EXIF_MOMENT = re.compile(
    r"(\d{4})[:\-](\d\d)[:\-](\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.\d+)?\s*([+-]\d\d:\d\d|Z)?"
)


def read_picture(path: Path, media_type: str, side: int) -> MediaReading:
    """What the picture tells, and how it looks at most `side` pixels wide and high.

    Raises:
        Refused: damaged or cut off, or with more pixels than are decoded.
    """
    with path.open("rb") as stream, _damage_told():
        if media_type == PHOTOSHOP:
            return _read_design(stream, side)
        with _opened(stream, media_type) as image:
            if _pixels(image) > MOST_PIXELS:
                raise Refused(Refusal.TOO_LARGE, size=_pixels(image), limit=MOST_PIXELS)
            facts = _facts(image, media_type)
            thumbnail = _thumbnail(image, side)
            if media_type in _ANIMATED and (facts.frames or 1) > 1:
                facts = replace(facts, duration_seconds=_duration(image))
            return MediaReading(facts, thumbnail)


@contextlib.contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno is not None:
            raise  # the disk's fault, not the picture's
        raise Refused(Refusal.DAMAGED) from error
    except Image.DecompressionBombError as error:
        raise Refused(Refusal.TOO_LARGE, limit=MOST_PIXELS) from error
    except _BROKEN as error:
        raise Refused(Refusal.DAMAGED) from error


def _opened(stream: BinaryIO, media_type: str) -> Image.Image:
    """The picture, not decoded yet. Pillow's own limit would hide how large it says it is."""
    usual = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        return Image.open(stream, formats=_DECODERS[media_type])
    finally:
        Image.MAX_IMAGE_PIXELS = usual


def _pixels(image: Image.Image) -> int:
    return image.width * image.height


def _facts(image: Image.Image, media_type: str) -> MediaFacts:
    exif = _exif(image)
    width, height = image.size
    if _orientation(exif) in _ON_ITS_SIDE:
        width, height = height, width
    return MediaFacts(
        media_type=media_type,
        width=width,
        height=height,
        colour_mode=image.mode,
        has_alpha=image.has_transparency_data,
        frames=getattr(image, "n_frames", 1) if media_type in _ANIMATED else 1,
        taken_at=_taken_at(exif),
        camera=_camera(exif),
        has_location=bool(_inner(exif, ExifTags.IFD.GPSInfo)),
    )


def _exif(image: Image.Image) -> Image.Exif:
    """The camera's notes; a picture whose notes are broken is still a picture."""
    try:
        return image.getexif()
    except (OSError, *_BROKEN):
        return Image.Exif()


def _inner(exif: Image.Exif, table: int) -> dict[int, Any]:
    try:
        return dict(exif.get_ifd(table))
    except (OSError, *_BROKEN):
        return {}


def _orientation(exif: Image.Exif) -> int:
    stored = exif.get(ExifTags.Base.Orientation)
    return stored if isinstance(stored, int) else 1


def _taken_at(exif: Image.Exif) -> str | None:
    inner = _inner(exif, ExifTags.IFD.Exif)
    written = inner.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    match = _EXIF_MOMENT.match(written) if isinstance(written, str) else None
    if match is None:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    zone = str(offset or inner.get(ExifTags.Base.OffsetTimeOriginal) or "").strip("\0 ")
    moment = f"{year}-{month}-{day}T{hour}:{minute}:{second}"
    for candidate in (moment + zone, moment):
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat(candidate).isoformat()
    return None


def _camera(exif: Image.Exif) -> str | None:
    """`Canon EOS 80D`; makers write their name into the model or leave it out."""
    make, model = (
        " ".join(str(exif.get(tag, "")).replace("\0", " ").split())[:60]
        for tag in (ExifTags.Base.Make, ExifTags.Base.Model)
    )
    if model.casefold().startswith(make.casefold()):
        return model or None
    return f"{make} {model}".strip()


def _duration(image: Image.Image) -> float | None:
    """Seconds of one round; None if a frame is broken or there is too much to decode."""
    frames = getattr(image, "n_frames", 1)
    if frames * _pixels(image) > _MOST_PIXELS_OF_FRAMES:
        return None
    milliseconds = 0.0
    try:
        for frame in range(frames):
            image.seek(frame)
            image.load()
            milliseconds += float(image.info.get("duration", 0))
    except (OSError, *_BROKEN):
        return None
    return milliseconds / 1000


def _thumbnail(image: Image.Image, side: int) -> bytes:
    orientation = _orientation(_exif(image))
    profile = image.info.get("icc_profile")
    fitted = _fitted(image.size, side)
    # draft lets libjpeg skip what the thumbnail can't show: 36 ms instead of 148 for 12 megapixels
    image.draft("RGB", fitted)
    small = _resizable(image)
    if small.width > fitted[0] or small.height > fitted[1]:
        small = small.resize(fitted, Image.Resampling.LANCZOS)
    small = _in_srgb(small, profile)
    if orientation in _UPRIGHT:
        small = small.transpose(_UPRIGHT[orientation])
    return _encoded(small)


def _fitted(size: tuple[int, int], side: int) -> tuple[int, int]:
    share = min(1.0, side / max(size))
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _resizable(image: Image.Image) -> Image.Image:
    """The first frame in a mode whose values may be mixed: no palette, no 16-bit greys."""
    image.load()
    if image.mode.startswith("I"):
        # convert("L") would cut everything above 255 to white.
        return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if image.mode in {"P", "PA", "1", "La", "RGBa"} or "transparency" in image.info:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as a screen shows them: by the embedded profile, or Pillow's plain conversion."""
    alpha = image.getchannel("A") if image.mode in {"RGBA", "LA"} else None
    colours = image.convert(image.mode[:-1]) if alpha else image
    if colours.mode == "LAB":
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    converted = _by_profile(colours, profile) if profile else None
    shown = converted or colours.convert("RGB")
    if alpha:
        shown.putalpha(alpha)
    return shown


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    """None if the profile is broken or belongs to another kind of colours."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _encoded(image: Image.Image) -> bytes:
    """JPEG, or PNG if something of it is transparent."""
    buffer = io.BytesIO()
    if image.mode == "RGBA" and image.getchannel("A").getextrema() != (255, 255):
        image.save(buffer, "PNG")
    else:
        image.convert("RGB").save(buffer, "JPEG", quality=_JPEG_QUALITY)
    return buffer.getvalue()


def _read_design(stream: BinaryIO, side: int) -> MediaReading:
    """A PSD: its composite, or the small picture that Photoshop lays beside it.

    Never refused for what can't be drawn: it is a designer's work, whatever it is saved with.
    """
    height, width, depth = _design_size(stream.read(26))
    facts = MediaFacts(PHOTOSHOP, width, height, frames=1)
    is_drawable = depth == 8 and width * height <= MOST_PIXELS
    if is_drawable:
        stream.seek(0)
        with contextlib.suppress(OSError, *_BROKEN), _opened(stream, PHOTOSHOP) as image:
            mode, alpha = image.mode, image.has_transparency_data
            facts = replace(facts, colour_mode=mode, has_alpha=alpha)
            return MediaReading(facts, _thumbnail(image, side))
    with contextlib.suppress(OSError, *_BROKEN):
        embedded = io.BytesIO(_embedded_picture(stream))
        with _opened(embedded, "image/jpeg") as image:
            return MediaReading(facts, _thumbnail(image, side))
    is_too_large = width * height > MOST_PIXELS
    reason = NoPreview.TOO_MANY_PIXELS if is_too_large else NoPreview.NO_PICTURE
    return MediaReading(facts, no_preview=reason)


def _design_size(header: bytes) -> tuple[int, int, int]:
    height, width, depth = struct.unpack(">14xIIH2x", header)
    return height, width, depth


def _embedded_picture(stream: BinaryIO) -> bytes:
    """The JPEG in image resource 1036, after 28 bytes of header; ValueError if there is none."""
    stream.seek(26)
    (colours,) = struct.unpack(">I", stream.read(4))
    stream.seek(colours, io.SEEK_CUR)
    (length,) = struct.unpack(">I", stream.read(4))
    resources = stream.read(min(length, 8 * 1024 * 1024))
    at = resources.index(b"8BIM\x04\x0c")
    name = resources[at + 6]
    start = at + 7 + name + (name + 1) % 2
    (size,) = struct.unpack(">I", resources[start : start + 4])
    return resources[start + 4 + 28 : start + 4 + size]
