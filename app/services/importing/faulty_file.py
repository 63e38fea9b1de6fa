"""Faulty rows as a workbook: corrected there, they are imported again."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app.language import _
from app.services.database import world_error
from app.services.formula_guard import FORMULA_SIGNS
from app.services.importing.judged import Faulty, Judged
from app.services.importing.reasons import reason_text
from app.services.importing.tables import Cell

if TYPE_CHECKING:
    from openpyxl.cell import Cell as OpenpyxlCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Values = TypeVar("Values")


def save_faulty(judged: Judged[Values], file: Path) -> None:
    """Write the faulty rows under the headers of their file, each with its number and its reason.

    The two columns that are added are known again and left out when the file comes back.

    Raises:
        DiskFull, OfficeUnreachable: it can't be written; perhaps another program has it open.
    """
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(_("Rows to correct"))
    width = len(judged.headers)
    headers = (*judged.headers, _("Original row"), _("Reason"))
    sheet.append([_cell(sheet, header, is_bold=True) for header in headers])
    for faulty in judged.faulty:
        cells = (*faulty.cells, *[None] * (width - len(faulty.cells)))[:width]
        sheet.append([_cell(sheet, cell) for cell in (*cells, *_added(faulty))])
    try:
        workbook.save(file)
    except OSError as error:
        raise world_error(error, file) from error


def _added(faulty: Faulty) -> Iterator[Cell]:
    yield f"{faulty.sheet} {faulty.row}" if faulty.sheet else faulty.row
    yield reason_text(faulty)


def _cell(sheet: "WriteOnlyWorksheet", value: Cell, *, is_bold: bool = False) -> "OpenpyxlCell":
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font

    cell: OpenpyxlCell = WriteOnlyCell(sheet)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    if isinstance(value, str):
        # `=1+1` in somebody's message is text, here and when the cell is edited.
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA_SIGNS)
    elif isinstance(value, date) and not isinstance(value, datetime):
        cell.number_format = "DD/MM/YYYY"
    elif isinstance(value, time):
        cell.number_format = "HH:MM"
    if is_bold:
        cell.font = Font(bold=True)
    return cell
