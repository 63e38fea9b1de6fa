"""A foreign file, read in the reading process and known by its bytes."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.services.importing.tables import Workbook, workbook_from
from app.services.reading.errors import FileRefused, Refusal
from app.services.reading.process import ReaderProcess


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """What a file holds; `name` is without its folder."""

    name: str
    sha256: str
    workbook: Workbook


def read_foreign(
    reader: ReaderProcess, file: Path, cancelled: Callable[[], bool] = lambda: False
) -> ForeignFile:
    """Read a workbook or a table of text; nothing is recognised or judged yet.

    Raises:
        ReadingError: the file can't be read, or its reading did not end well.
        Cancelled: `cancelled` became true.
    """
    answer = reader.read("workbook", file, cancelled=cancelled)
    return ForeignFile(file.name, _sha256(file), workbook_from(answer.words))


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise FileRefused(file.name, Refusal.MISSING) from error
    except OSError as error:
        raise FileRefused(file.name, Refusal.NOT_ALLOWED) from error
