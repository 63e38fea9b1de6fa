"""How the office and the reading process talk.

A frame is a JSON object and perhaps bytes, each with its length before it. Never pickle: what comes
back from a process that read a hostile file is not trusted either.
"""

import json
import struct
from dataclasses import dataclass, field
from typing import Any, BinaryIO

HEADER = struct.Struct(">II")  # length of the JSON, length of the bytes
LARGEST = 256 * 1024 * 1024


class BrokenFrame(Exception):
    """The other side is gone or does not keep to the form."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One request or one answer."""

    words: dict[str, Any]
    payload: bytes = field(default=b"", repr=False)


def send(stream: BinaryIO, frame: Frame) -> None:
    """Write one frame and flush it.

    Raises:
        BrokenFrame: it is larger than a frame may be, or the stream is closed.
    """
    words = json.dumps(frame.words, ensure_ascii=False, separators=(",", ":")).encode()
    if len(words) + len(frame.payload) > LARGEST:
        raise BrokenFrame("too large")
    try:
        stream.write(HEADER.pack(len(words), len(frame.payload)))
        stream.write(words)
        stream.write(frame.payload)
        stream.flush()
    except (OSError, ValueError) as error:
        raise BrokenFrame("stream is closed") from error


def receive(stream: BinaryIO) -> Frame:
    """Wait for one frame.

    Raises:
        BrokenFrame: the stream ended, or what came is none.
    """
    words_length, payload_length = HEADER.unpack(_exactly(stream, HEADER.size))
    if words_length + payload_length > LARGEST:
        raise BrokenFrame("too large")
    try:
        words = json.loads(_exactly(stream, words_length))
    except ValueError as error:
        raise BrokenFrame("not JSON") from error
    if not isinstance(words, dict):
        raise BrokenFrame("not an object")
    return Frame(words, _exactly(stream, payload_length))


def _exactly(stream: BinaryIO, length: int) -> bytes:
    try:
        received = stream.read(length)
    except (OSError, ValueError) as error:
        raise BrokenFrame("stream is closed") from error
    if len(received) < length:
        raise BrokenFrame("stream ended")
    return received
