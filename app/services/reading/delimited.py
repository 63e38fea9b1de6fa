"""Text as spreadsheet programs and platforms export it: its encoding, delimiter and records."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import dropwhile, islice

from app.services.reading.errors import Refusal
from app.services.reading.readers import Refused

DELIMITERS = (",", ";", "\t")
FIELD_LIMIT = 1_000_000
_SAMPLE_RECORDS = 200
_NEVER_IN_TEXT = tuple(bytes([code]) for code in range(32) if code not in b"\t\n\v\f\r")
_FEW_OF_THEM = 0.1  # of all bytes; a disk that was pulled out leaves a few in a table
_LEAST_AGREEMENT = 0.6  # of the records that share their number of fields; a pasted text has less


def decoded(content: bytes) -> str:
    """The text of UTF-8, UTF-16 (with or without its mark) or, where it is neither, cp1252.

    Raises:
        Refused: it is no text at all, or ends within a character.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded_as("utf-16", content)
    if guess := _unmarked_utf16(content):
        return _decoded_as(guess, content)
    if b"\0" in content:
        raise _no_text(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise Refused(Refusal.DAMAGED) from error
    # cp1252 leaves five bytes undefined; a file that has them is from another country, and latin-1
    # keeps every letter that we could know.
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def table(text: str) -> list[list[str]] | None:
    """The records, one for each row of a spreadsheet program; None if this is no table.

    Raises:
        Refused: the text ends within a record, so the file is cut off.
    """
    forced, body = _declared_delimiter(text)
    delimiter = forced or _delimiter(body)
    if delimiter is None:
        return None
    records = _records(body, delimiter)
    if _is_cut_off(body, records):
        raise Refused(Refusal.DAMAGED, row=len(records))
    return records


def _no_text(content: bytes) -> Refused:
    """Why zero bytes are in it: a program's own file is full of bytes that no text has."""
    foreign = sum(map(content.count, _NEVER_IN_TEXT))
    if foreign > _FEW_OF_THEM * len(content):
        return Refused(Refusal.UNKNOWN_KIND, found="binary")
    return Refused(Refusal.DAMAGED)


def _decoded_as(encoding: str, content: bytes) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(Refusal.DAMAGED) from error


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without a mark shows by its zero bytes: every second one, of Latin text."""
    sample = content[:4000]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > 0.8 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.8 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _declared_delimiter(text: str) -> tuple[str | None, str]:
    """Excel's first line `sep=;` names the delimiter and is not shown as a row."""
    first, end, rest = text.partition("\n")
    line = first.rstrip("\r").strip('"')
    if end and line[:4].lower() == "sep=" and len(line) == 5:
        return line[4], rest
    return None, text


def _delimiter(text: str) -> str | None:
    """The delimiter under which most records have equally many fields, and more than one."""
    best: tuple[float, int, str] | None = None
    for delimiter in DELIMITERS:
        widths = [len(record) for record in _sample(text, delimiter) if any(record)]
        # Titles and notes may stand above the table; they are of one field.
        widths = list(dropwhile(lambda width: width == 1, widths))
        width, count = Counter(widths).most_common(1)[0] if widths else (0, 0)
        agreement = count / len(widths) if widths else 0.0
        if (
            width > 1
            and agreement >= _LEAST_AGREEMENT
            and (best is None or (agreement, width) > best[:2])
        ):
            best = (agreement, width, delimiter)
    return best[2] if best else None


def _sample(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(islice(_reader(text, delimiter), _SAMPLE_RECORDS))
    except csv.Error:
        return []


def _records(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(_reader(text, delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise Refused(Refusal.DAMAGED) from error
    # Strict reading stumbles over `"Pak" Dede`, which people and some exporters do write.
    try:
        return list(_reader(text, delimiter))
    except csv.Error as error:
        raise Refused(Refusal.DAMAGED) from error


def _reader(text: str, delimiter: str, strict: bool = False) -> Iterator[list[str]]:
    csv.field_size_limit(FIELD_LIMIT)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)


def _is_cut_off(text: str, records: list[list[str]]) -> bool:
    """Whether the last record is short and unended while all others are full."""
    if text.endswith(("\n", "\r")) or len(records) < 3:
        return False
    widths = {len(record) for record in records[:-1] if record}
    return len(widths) == 1 and len(records[-1]) < widths.pop()
