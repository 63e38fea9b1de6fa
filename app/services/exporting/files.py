"""Writing an exported table as CSV, XLSX or JSON; what begins like a formula stays text."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Any, BinaryIO

from app.labels import label
from app.language import _, wib
from app.services.exporting.table import Table
from app.services.formula_guard import guarded
from app.services.transaction import Progress

LONGEST_CELL = 32_767  # characters; more does not fit into a cell of XLSX
_STEP = 500  # rows between two words on the progress


class FileFormat(StrEnum):
    """CSV and XLSX speak the person's language, JSON keeps keys and codes."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


def write_table(
    table: Table, file_format: FileFormat, target: BinaryIO, progress: Progress | None = None
) -> None:
    """Write all rows; moments are West Java's (WIB).

    Raises:
        Cancelled: `progress` was told to stop; what stands in `target` is unfinished.
    """
    _WRITERS[file_format](table, target, progress)


def _rows(table: Table, progress: Progress | None) -> Iterator[list[object]]:
    total = len(table.rows)
    for number, row in enumerate(table.rows):
        if progress is not None and number % _STEP == 0:
            progress(number, total)
        yield list(row)
    if progress is not None:
        progress(total, total)


def _write_csv(table: Table, target: BinaryIO, progress: Progress | None) -> None:
    """Semicolons and decimal commas, as spreadsheet programs in Indonesian expect."""
    text = io.TextIOWrapper(target, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in table.columns])
    for row in _rows(table, progress):
        writer.writerow([_csv_cell(value) for value in row])
    text.flush()
    text.detach()


def _csv_cell(value: object) -> str:
    value = _plain(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(value, str):
        return guarded(value)
    return "" if value is None else str(value)


def _write_xlsx(table: Table, target: BinaryIO, progress: Progress | None) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Kohkol")
    sheet.freeze_panes = "A2"

    def cell(value: object) -> Any:
        value = _plain(value)
        if not isinstance(value, str):
            return value
        if value.startswith("'"):
            value = guarded(value)  # an import takes for a guard what looks like one
        made: Any = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL])
        made.data_type = "s"  # also what begins with "=", which would become a formula
        return made

    headings = [cell(column.heading) for column in table.columns]
    for heading in headings:
        heading.font = Font(bold=True)
    sheet.append(headings)
    for row in _rows(table, progress):
        sheet.append([cell(value) for value in row])
    book.save(target)


def _write_json(table: Table, target: BinaryIO, progress: Progress | None) -> None:
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, map(_json_value, row), strict=True)) for row in _rows(table, progress)]
    target.write(json.dumps(rows, ensure_ascii=False, indent=1).encode() + b"\n")


def _plain(value: object) -> object:
    """What stands in a cell for people: words for states and truth values, WIB for moments."""
    if isinstance(value, tuple):
        return "; ".join(str(_plain(part)) for part in value)
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return wib(value).replace(tzinfo=None)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _json_value(value: object) -> object:
    if isinstance(value, tuple):
        return [_json_value(part) for part in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return wib(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


_WRITERS: dict[FileFormat, Callable[[Table, BinaryIO, Progress | None], None]] = {
    FileFormat.CSV: _write_csv,
    FileFormat.XLSX: _write_xlsx,
    FileFormat.JSON: _write_json,
}
