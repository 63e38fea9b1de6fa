"""What a picture, video or design tells of itself: its kind by its first bytes, facts, a thumbnail.

`read` runs in the reading process. A file that can't be drawn safely still has its facts; the
reason why there is no thumbnail comes with them.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from app.services.reading.errors import Refusal
from app.services.reading.readers import Answer, Refused

RECIPE = 1  # counts up when thumbnails come out differently; what an older one left is dropped
THUMBNAIL_SIDE = 512
MOST_PIXELS = 150_000_000  # an A0 poster at 300 dpi has 139 million, a telephone's picture 108
_HEAD = 4096

# Kinds whose bytes are kept and whose picture this program can't draw safely.
WITHOUT_PREVIEW = frozenset({"image/svg+xml", "image/heic", "application/pdf"})
VIDEOS = frozenset({"video/mp4", "video/quicktime", "video/webm", "video/x-matroska"})

_STARTS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"8BPS", "image/vnd.adobe.photoshop"),
    (b"BM", "image/bmp"),
)
_BRANDS = (
    ((b"avif", b"avis"), "image/avif"),
    ((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"), "image/heic"),
    ((b"qt  ",), "video/quicktime"),
    ((b"M4A ", b"M4B ", b"M4P "), None),  # sound alone
)
_OLD_QUICKTIME = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
# An SVG begins with <svg after nothing but what XML allows before its root.
_SVG = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>\s*)*<svg[\s/>]",
    re.DOTALL,
)


class NoPreview(StrEnum):
    """Why a file that is kept has no thumbnail; remembered, so that nobody tries for ever."""

    KIND = "kind"  # a kind that we keep but do not draw
    NO_PICTURE = "no_picture"  # a PSD saved without its composite, sound alone
    NO_DECODER = "no_decoder"  # the optional video library is not installed
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_SLOW = "too_slow"
    DAMAGED = "damaged"  # the bytes in the store are no longer what they were
    READER_DIED = "reader_died"  # too much memory, or a bug of a library


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """What is remembered of the bytes. What does not apply or is not known is None, never 0."""

    media_type: str
    width: int | None = None  # as shown, after the camera's rotation
    height: int | None = None
    colour_mode: str | None = None  # Pillow's name: RGB, RGBA, P, CMYK, I;16 …
    has_alpha: bool = False
    frames: int | None = None  # pictures in an animation; 1 if it stands still
    duration_seconds: float | None = None
    frame_rate: float | None = None
    codec: str | None = None
    has_sound: bool | None = None
    taken_at: str | None = None  # ISO 8601; with an offset only if the camera wrote one
    camera: str | None = None
    has_location: bool = False  # GPS coordinates are inside; which, we do not keep

    def as_words(self) -> dict[str, Any]:
        """For the frame between the two processes."""
        return asdict(self)

    @classmethod
    def from_words(cls, words: dict[str, Any]) -> Self:
        """From such a frame; what an older or newer side adds is ignored."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in words.items() if name in known})


@dataclass(frozen=True, slots=True)
class MediaReading:
    """One file as it was read: its thumbnail, or the reason why there is none."""

    facts: MediaFacts
    thumbnail: bytes | None = field(default=None, repr=False)  # JPEG, or PNG if transparent
    no_preview: NoPreview | None = None

    def as_answer(self) -> Answer:
        """For the frame between the two processes."""
        words = {"facts": self.facts.as_words(), "no_preview": self.no_preview}
        return Answer(words, self.thumbnail or b"")

    @classmethod
    def from_answer(cls, answer: Answer) -> Self:
        """From such a frame."""
        reason = answer.words["no_preview"]
        return cls(
            MediaFacts.from_words(answer.words["facts"]),
            answer.payload or None,
            NoPreview(reason) if reason else None,
        )


def read(arguments: Mapping[str, Any], _payload: bytes) -> Answer:
    """Facts and thumbnail of the file at `path`, the thumbnail at most `side` wide and high.

    Raises:
        Refused: empty, damaged, too many pixels, or none of the kinds that are kept.
    """
    path = Path(arguments["path"])
    side = int(arguments.get("side", THUMBNAIL_SIDE))
    media_type = media_type_of(path)
    if media_type in WITHOUT_PREVIEW:
        return MediaReading(MediaFacts(media_type), no_preview=NoPreview.KIND).as_answer()
    if media_type in VIDEOS:
        from app.services.reading.videos import read_video

        return read_video(path, media_type, side).as_answer()
    from app.services.reading.pictures import read_picture

    return read_picture(path, media_type, side).as_answer()


def media_type_of(path: Path) -> str:
    """The media type by content; the file's name is not looked at.

    Raises:
        Refused: empty, or none of the kinds that are kept.
    """
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head:
        raise Refused(Refusal.EMPTY)
    found = _recognised(head)
    if found is None:
        raise Refused(Refusal.NO_MEDIA)
    return found


def _recognised(head: bytes) -> str | None:
    for start, media_type in _STARTS:
        if head.startswith(start):
            return media_type
    if head[:4] == b"RIFF":
        return "image/webp" if head[8:12] == b"WEBP" else None
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    if head[4:8] in _OLD_QUICKTIME:
        return "video/quicktime"
    if head[:4] == b"\x1a\x45\xdf\xa3":
        return "video/webm" if b"webm" in head[:64] else "video/x-matroska"
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    return "image/svg+xml" if _SVG.match(head) else None


def _by_brand(head: bytes) -> str | None:
    """The kind of an ISO media file: its main brand decides, for pictures a compatible one too."""
    major = head[8:12]
    compatible = head[16 : min(int.from_bytes(head[:4], "big"), 256)]
    for brands, media_type in _BRANDS:
        if major in brands:
            is_avif = media_type == "image/heic" and b"avif" in compatible
            return "image/avif" if is_avif else media_type
    return "video/mp4"
