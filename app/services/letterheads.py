"""Whether a file can be printed as the kop: looked at in the reading process before it is kept."""

from enum import StrEnum
from pathlib import Path

from app.services.reading.errors import FileRefused, ReadingError, Refusal
from app.services.reading.media import MediaReading
from app.services.reading.process import ReaderProcess

KOP_MOST_PIXELS = 60_000_000
_PRINTED = frozenset({"image/png", "image/jpeg"})
_THUMBNAIL = 256  # pixels; it shows that the picture can be decoded to its end


class LetterheadFault(StrEnum):
    """Why a file can't be the kop."""

    PDF = "pdf"
    OTHER_KIND = "other_kind"  # a table, a video, a picture that is not printed
    WHOLE_PAGE = "whole_page"  # higher than wide: of a kop only the head of the page is wanted
    TOO_LARGE = "too_large"


class NotALetterhead(ReadingError):
    """The file is readable but no kop; nothing was changed."""

    def __init__(self, file: str, fault: LetterheadFault) -> None:
        super().__init__(file)
        self.fault = fault


def check_letterhead(reader: ReaderProcess, file: Path) -> None:
    """Make sure that the file is a picture that is printed over the width of a page.

    Raises:
        NotALetterhead: it is something else.
        ReadingError: it can't be read at all.
    """
    try:
        answer = reader.read("media", file, {"side": _THUMBNAIL})
    except FileRefused as refused:
        faults = {
            Refusal.NO_MEDIA: LetterheadFault.OTHER_KIND,
            Refusal.TOO_LARGE: LetterheadFault.TOO_LARGE,
        }
        if refused.reason in faults:
            raise NotALetterhead(file.name, faults[refused.reason]) from refused
        raise
    fault = _fault(MediaReading.from_answer(answer))
    if fault is not None:
        raise NotALetterhead(file.name, fault)


def _fault(reading: MediaReading) -> LetterheadFault | None:
    facts = reading.facts
    if facts.media_type == "application/pdf":
        return LetterheadFault.PDF
    if facts.media_type not in _PRINTED:
        return LetterheadFault.OTHER_KIND
    width, height = facts.width or 0, facts.height or 0
    if width * height > KOP_MOST_PIXELS:
        return LetterheadFault.TOO_LARGE
    return LetterheadFault.WHOLE_PAGE if height > width else None
