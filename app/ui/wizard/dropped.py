"""What a file that was dropped turns out to be; found out on a worker, in the reading process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.office import Office
from app.services.importing.foreign import read_foreign
from app.services.importing.previewing import Preview, preview
from app.services.letterheads import check_letterhead
from app.services.reading.media import media_type_of
from app.services.reading.process import ReaderProcess
from app.services.reading.readers import Refused


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A picture that can be printed as the kop."""

    file: Path


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text without a table, such as comments copied from a page: their post has to be named."""


Dropped = Preview | Letterhead | PlainText


def read_dropped(
    office: Office, reader: ReaderProcess, file: Path, cancelled: Callable[[], bool]
) -> Dropped:
    """Recognise one file by its content and judge it; nothing is written.

    Raises:
        NotALetterhead: a picture or document, but no kop.
        ReadingError: it can't be read. NotRecognised, ColumnsMissing: nobody knows what it is.
    """
    if _is_medium(file):
        check_letterhead(reader, file)
        return Letterhead(file)
    foreign = read_foreign(reader, file, cancelled)
    if foreign.workbook.text is not None:
        return PlainText()
    return office.read(preview, foreign)


def _is_medium(file: Path) -> bool:
    """Whether its first bytes are those of a picture, a video or a PDF."""
    try:
        media_type_of(file)
    except (Refused, OSError):
        return False  # why it can't be read, the reading process tells
    return True
