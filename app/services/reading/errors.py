"""What can go wrong with a foreign file; facts only, the sentences are made in `app.wording`."""

from enum import StrEnum
from pathlib import PurePath

from app.services.errors import OfficeError


class Refusal(StrEnum):
    """Why a file was not read."""

    MISSING = "missing"  # there is no such file any more
    NOT_ALLOWED = "not_allowed"  # the system does not let us; perhaps another program holds it
    FOLDER = "folder"  # a folder, not a file
    EMPTY = "empty"  # no byte, or nothing in it
    DAMAGED = "damaged"  # cut off, or not what it says it is inside
    LOCKED = "locked"  # protected by a password
    UNKNOWN_KIND = (
        "unknown_kind"  # none of the kinds we read; facts: `found`, what its bytes say it is
    )
    NO_TABLE = "no_table"  # called a workbook, but text without rows and columns inside
    NO_MEDIA = "no_media"  # neither picture nor video nor document of a kind that is kept
    TOO_LARGE = (
        "too_large"  # too big or unpacks to too much; facts: `size`, `limit` in bytes (or pixels)
    )
    TOO_MANY_CELLS = "too_many_cells"  # facts: `limit`


class ReadingError(OfficeError):
    """A foreign file could not be read, nothing was changed; `file` is its name without folder."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = PurePath(file).name


class FileRefused(ReadingError):
    """The file was looked at and is not readable, for a reason that can be named."""

    def __init__(self, file: str, reason: Refusal, facts: dict[str, object] | None = None) -> None:
        super().__init__(file)
        self.reason = reason
        self.facts = facts or {}


class ReaderDied(ReadingError):
    """The file ended the reading process: it wanted too much memory or met a library's bug."""


class ReaderTooSlow(ReadingError):
    """Reading the file took longer than it may (`seconds`) and was stopped."""

    def __init__(self, file: str, seconds: float) -> None:
        super().__init__(file)
        self.seconds = seconds
