"""Spreadsheets and tables of text, read inside the reading process: XLSX, XLS, ODS, CSV and TSV.

What a file is, its bytes say, never its name. The answer is JSON: `{"kind", "sheets", "text"}`, a
sheet `{"name", "is_hidden", "rows", "merged", "links", "hidden_rows"}`. Rows and columns count from
0 here, and leading blank rows are kept: row 0 is what a spreadsheet program calls row 1. A cell is
text, a number, true or false, null, or `{"date" | "moment" | "time": ISO}`, `{"seconds": n}`.
Text that is no table, such as pasted comments, comes whole as `text`, without sheets.
"""

import struct
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.services.reading.errors import Refusal
from app.services.reading.readers import Answer, Refused

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

FILE_LIMIT = 64 * 1024 * 1024
UNPACKED_LIMIT = 200 * 1024 * 1024  # calamine needs about as much memory as the parts unpack to
CELL_LIMIT = 2_000_000
_LEAST_ARCHIVE = 22  # bytes of a ZIP that holds nothing
_WORKBOOK_ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})

_ZIP = b"PK\x03\x04"
_ZIP_BEGUN = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIRST_RECORD = b"\x09\x08\x10\x00"  # BOF with its length
_FILEPASS = 0x2F
# What else people drop here by mistake, so that the sentence can say what it is.
_OTHERS = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"%PDF", "pdf"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "sqlite"),
    (b"8BPS", "psd"),
    (b"{\\rtf", "rtf"),
)


def read(arguments: Mapping[str, Any], payload: bytes) -> Answer:
    """The sheets of the file at `arguments["path"]`."""
    path = Path(arguments["path"])
    if path.is_dir():
        raise Refused(Refusal.FOLDER)  # Windows would only say that it is not allowed
    size = path.stat().st_size
    if size == 0:
        raise Refused(Refusal.EMPTY)
    if size > FILE_LIMIT:
        raise Refused(Refusal.TOO_LARGE, size=size, limit=FILE_LIMIT)
    content = path.read_bytes()
    if content.startswith(_ZIP):
        words = _zipped(path)
    elif content.startswith(_OLE):
        words = _binary(path, content)
    elif content.startswith(_ZIP_BEGUN) and size < _LEAST_ARCHIVE:
        raise Refused(Refusal.DAMAGED)  # what is left of a download that broke off
    else:
        words = _text(content)
        if words["text"] and path.suffix.lower() in _WORKBOOK_ENDINGS:
            raise Refused(Refusal.NO_TABLE)
    if not any(sheet["rows"] for sheet in words["sheets"]) and not words["text"]:
        raise Refused(Refusal.EMPTY)
    return Answer(words)


def _zipped(path: Path) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
            if unpacked > UNPACKED_LIMIT:
                raise Refused(Refusal.TOO_LARGE, size=unpacked, limit=UNPACKED_LIMIT)
            kind = _kind_of_archive(archive)
            marks = _marks(archive) if kind == "xlsx" else {}
            sheets = _sheets(path)
    except (zipfile.BadZipFile, EOFError) as error:
        raise Refused(Refusal.DAMAGED) from error
    for sheet in sheets:
        sheet.update(marks.get(sheet["name"], {}))
    return {"kind": kind, "sheets": sheets, "text": None}


def _kind_of_archive(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    mimetype = (
        archive.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    )
    if mimetype.startswith("application/vnd.oasis.opendocument.spreadsheet"):
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Refused(Refusal.LOCKED)
        return "ods"
    if "word/document.xml" in names or mimetype.endswith("opendocument.text"):
        raise Refused(Refusal.UNKNOWN_KIND, found="document")
    if "ppt/presentation.xml" in names:
        raise Refused(Refusal.UNKNOWN_KIND, found="presentation")
    raise Refused(Refusal.UNKNOWN_KIND, found="zip")


def _marks(archive: zipfile.ZipFile) -> dict[str, dict[str, Any]]:
    from app.services.reading.xlsx_marks import marks

    return marks(archive)


def _binary(path: Path, content: bytes) -> dict[str, Any]:
    # Excel puts a workbook with a password into a container of this old kind.
    if "EncryptedPackage".encode("utf-16-le") in content or _has_password_record(content):
        raise Refused(Refusal.LOCKED)
    if "WordDocument".encode("utf-16-le") in content:
        raise Refused(Refusal.UNKNOWN_KIND, found="document")
    return {"kind": "xls", "sheets": _sheets(path), "text": None}


def _has_password_record(content: bytes) -> bool:
    """Whether FILEPASS is among the first records of an XLS stream ([MS-XLS] 2.4.117).

    calamine only says that it can't read such a file.
    """
    at = content.find(_FIRST_RECORD)
    for _ in range(4):
        if at < 0 or at + 4 > len(content):
            return False
        kind, length = struct.unpack_from("<HH", content, at)
        if kind == _FILEPASS:
            return True
        at += 4 + length
    return False


def _sheets(path: Path) -> list[dict[str, Any]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        # By content: given a path, calamine would believe the file's name.
        with path.open("rb") as stream:
            workbook = CalamineWorkbook.from_filelike(stream)
            return [
                _sheet(workbook, entry.name, entry.visible != SheetVisibleEnum.Visible)
                for entry in workbook.sheets_metadata
                if entry.name in workbook.sheet_names
            ]
    except PasswordError as error:
        raise Refused(Refusal.LOCKED) from error
    except CalamineError as error:
        raise Refused(Refusal.DAMAGED) from error


def _sheet(workbook: "CalamineWorkbook", name: str, is_hidden: bool) -> dict[str, Any]:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > CELL_LIMIT:
        raise Refused(Refusal.TOO_MANY_CELLS, limit=CELL_LIMIT)
    rows = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    return {
        "name": name,
        "is_hidden": is_hidden,
        "rows": _without_blank_end(rows),
        "merged": [[*first, *last] for first, last in sheet.merged_cell_ranges or ()],
        "links": [],
        "hidden_rows": [],
    }


def _cell(value: object) -> object:
    match value:
        case "":
            return None
        case str():
            return _clean(value)
        case bool() | int() | float():
            return value
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
        case timedelta():
            return {"seconds": value.total_seconds()}
    return str(value)


def _clean(text: str) -> str | None:
    # `_x000D_` is how XLSX writes the carriage return of a Windows line break.
    plain = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return plain if plain.strip() else None


def _without_blank_end(rows: list[list[object]]) -> list[list[object]]:
    last = max(
        (number for number, row in enumerate(rows, 1) if any(c is not None for c in row)), default=0
    )
    return rows[:last]


def _text(content: bytes) -> dict[str, Any]:
    from app.services.reading.delimited import decoded, table

    for start, found in _OTHERS:
        if content.startswith(start):
            raise Refused(Refusal.UNKNOWN_KIND, found=found)
    text = decoded(content)
    if text.lstrip()[:15].lower().startswith(("<!doctype html", "<html", "<?xml")):
        raise Refused(Refusal.UNKNOWN_KIND, found="html")
    records = table(text)
    if records is None:
        return {"kind": "text", "sheets": [], "text": text.strip() and _clean(text)}
    if sum(map(len, records)) > CELL_LIMIT:
        raise Refused(Refusal.TOO_MANY_CELLS, limit=CELL_LIMIT)
    rows = _without_blank_end([[_cell(value) for value in record] for record in records])
    sheet = {
        "name": "",
        "is_hidden": False,
        "rows": rows,
        "merged": [],
        "links": [],
        "hidden_rows": [],
    }
    return {"kind": "table", "sheets": [sheet], "text": None}
