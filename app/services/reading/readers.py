"""What the reading process can read, and how a reader answers.

A reader is a function `(arguments, payload) -> Answer`; `arguments["path"]` is the file. It raises
`Refused` for a file that can't be read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from app.services.reading.errors import Refusal

# Name of a reader → where it is. Imported when first asked for: a picture needs no calamine.
READERS: dict[str, str] = {
    "media": "app.services.reading.media:read",
    "workbook": "app.services.reading.workbooks:read",
}


class Refused(Exception):
    """Raised by a reader: this file is not read, for a reason that a person can be told."""

    def __init__(self, reason: Refusal, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader found: words that fit into JSON, and bytes such as a thumbnail."""

    words: dict[str, Any]
    payload: bytes = field(default=b"", repr=False)


Reader = Callable[[Mapping[str, Any], bytes], Answer]


def reader_named(name: str) -> Reader:
    """The function behind a name of `READERS`."""
    module, function = READERS[name].split(":")
    reader: Reader = getattr(import_module(module), function)
    return reader
