"""Facts and poster frames of videos, by PyAV if it is installed; runs in the reading process."""

import io
from pathlib import Path
from typing import Any

from app.services.reading.errors import Refusal
from app.services.reading.media import MOST_PIXELS, MediaFacts, MediaReading, NoPreview
from app.services.reading.readers import Refused

# Only these two are tried: FFmpeg's other formats may name further files or addresses inside.
_CONTAINERS = {
    "video/mp4": "mp4",
    "video/quicktime": "mp4",
    "video/webm": "matroska",
    "video/x-matroska": "matroska",
}
_POSTER_AT = 1 / 3  # the first pictures are often black or a title
_MOST_DECODED = 300  # pictures between a key frame and the poster
_JPEG_QUALITY = 82


def read_video(path: Path, media_type: str, side: int) -> MediaReading:
    """Length, size, codec and sound of the video, and one of its pictures.

    Raises:
        Refused: damaged or cut off, or with more pixels in a picture than are decoded.
    """
    try:
        import av
    except ImportError:
        return MediaReading(MediaFacts(media_type), no_preview=NoPreview.NO_DECODER)

    path.open("rb").close()  # what the operating system says should not look like a broken video
    try:
        with av.open(str(path), format=_CONTAINERS[media_type]) as container:
            if not container.streams.video:
                return MediaReading(
                    MediaFacts(media_type, duration_seconds=_duration(container), has_sound=True),
                    no_preview=NoPreview.NO_PICTURE,
                )
            _refuse_if_cut_off(container)
            return _read(container, media_type, side)
    except (av.error.FFmpegError, ValueError) as error:
        raise Refused(Refusal.DAMAGED) from error


def _refuse_if_cut_off(container: Any) -> None:
    """Half a download plays to its half; the index at its beginning tells of what is not there."""
    entries = container.streams.video[0].index_entries
    if len(entries) and entries[-1].pos + entries[-1].size > container.size:
        raise Refused(Refusal.DAMAGED)


def _read(container: Any, media_type: str, side: int) -> MediaReading:
    stream = container.streams.video[0]
    pixels = stream.width * stream.height
    if pixels > MOST_PIXELS:
        raise Refused(Refusal.TOO_LARGE, size=pixels, limit=MOST_PIXELS)
    frame = _poster_frame(container, stream)
    if frame is None:
        raise Refused(Refusal.DAMAGED)
    width, height = stream.width, stream.height
    if frame.rotation % 180:
        width, height = height, width
    rate = stream.average_rate
    facts = MediaFacts(
        media_type,
        width=width,
        height=height,
        duration_seconds=_duration(container),
        frame_rate=round(float(rate), 3) if rate else None,
        codec=stream.codec_context.name,
        has_sound=bool(container.streams.audio),
    )
    return MediaReading(facts, _encoded(frame, side))


def _duration(container: Any) -> float | None:
    import av

    return container.duration / av.time_base if container.duration else None


def _poster_frame(container: Any, stream: Any) -> Any:
    """The picture a third into the video, or the nearest before it; None if there is not one."""
    wanted = (_duration(container) or 0) * _POSTER_AT
    stream.thread_type = "AUTO"
    if wanted:
        container.seek(int(wanted / stream.time_base), stream=stream)
    found = None
    for count, frame in enumerate(container.decode(stream)):
        found = frame
        if frame.time is None or frame.time >= wanted or count >= _MOST_DECODED:
            break
    return found


def _encoded(frame: Any, side: int) -> bytes:
    from PIL import Image

    image = frame.to_image()
    image.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=None)
    if frame.rotation:
        image = image.rotate(frame.rotation, expand=True)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_JPEG_QUALITY)
    return buffer.getvalue()
