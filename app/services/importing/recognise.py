"""What a file is: by its headers and what stands below them, never by its name."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from app.models.imports import ImportKind
from app.services.importing.fields import FIELDS, OWN_COLUMNS, REQUIRED, Aliases
from app.services.importing.tables import Sheet, Table, Workbook, normalised, text_of

_HEADER_WITHIN = 40  # rows; more titles than that stand above no table
_SAMPLE_ROWS = 50
_LONGEST_HEADER = 100  # characters; a caption is no header, and normalising it takes time
# A table of another kind may have all required headers; these tell that it is that other kind.
_EXCLUDING: Mapping[ImportKind, tuple[str, ...]] = {
    ImportKind.PLAN: ("Pesan", "Isi pesan", "Tanggapan", "Diteruskan ke", "Nama akun warga"),
    ImportKind.ACCOUNTS: (
        "Isi",
        "Pesan",
        "Judul",
        "Caption",
        "Naskah",
        "Ukuran",
        "Nilai",
        "Measure",
        "Value",
    ),
    ImportKind.STANDARD_ANSWERS: ("Tanggal", "Tgl masuk", "Kanal", "Media", "Jam"),
    ImportKind.PEOPLE: ("Pesan", "Isi"),
    ImportKind.DAYS: (
        "Pesan",
        "Isi",
        "Judul",
        "Kanal",
        "Platform",
        "Akun",
        "Caption",
        "Naskah",
        "Media",
        "Nama",
        "Pertanyaan",
        "Nilai",
        "Status",
    ),
}


@dataclass(frozen=True, slots=True)
class Recognised:
    """The kind of a file and its tables of that kind, one for each sheet that has one."""

    kind: ImportKind
    tables: tuple[Table, ...]


def recognise(
    workbook: Workbook, mappings: Mapping[ImportKind, Mapping[str, str]] | None = None
) -> Recognised | None:
    """The kind whose fields cover most of the headers; None if the file is of no kind we know.

    `mappings` says for each kind by hand which header is which field.
    """
    best: tuple[float, Recognised] | None = None
    for kind in FIELDS:
        tables = tables_of(workbook, kind, (mappings or {}).get(kind))
        fitting = tuple(table for table in tables if _fits(table, kind))
        score = max((_coverage(table) for table in fitting), default=0.0)
        if fitting and (best is None or score > best[0]):
            best = (score, Recognised(kind, fitting))
    return best[1] if best else None


def tables_of(
    workbook: Workbook,
    kind: ImportKind,
    mapping: Mapping[str, str] | None = None,
    least_columns: int = 2,
) -> tuple[Table, ...]:
    """The tables of the visible sheets, each with the header row that names most fields of `kind`.

    `mapping` says by hand which header is which field and goes before the aliases; an empty field
    means that the column is left out. A row that names fewer than `least_columns` is no header.
    """
    by_hand = {normalised(header): field for header, field in (mapping or {}).items()}
    found = (
        _table(sheet, FIELDS[kind], by_hand, least_columns)
        for sheet in workbook.sheets
        if not sheet.is_hidden
    )
    return tuple(table for table in found if table is not None)


def likely_headers(workbook: Workbook) -> tuple[str, ...]:
    """The first row that has more than one text and nothing but texts: what a header looks like."""
    for sheet in workbook.sheets:
        for cells in sheet.rows[:_HEADER_WITHIN]:
            written = [cell for cell in cells if cell is not None]
            if len(written) > 1 and all(isinstance(cell, str) for cell in written):
                return tuple(text_of(cell) for cell in written)
    return ()


def _table(
    sheet: Sheet, aliases: Aliases, by_hand: Mapping[str, str], least_columns: int
) -> Table | None:
    fields = {alias: field for field, words in aliases.items() for alias in words}
    best: Table | None = None
    for number in range(min(len(sheet.rows), _HEADER_WITHIN)):
        table = _table_below(sheet, number, fields, by_hand)
        if len(table.columns) >= least_columns and (
            best is None or len(table.columns) > len(best.columns)
        ):
            best = table
    return best


def _table_below(
    sheet: Sheet, number: int, fields: Mapping[str, str], by_hand: Mapping[str, str]
) -> Table:
    columns: dict[str, int] = {}
    unknown: list[str] = []
    for column, cell in enumerate(sheet.rows[number]):
        if not isinstance(cell, str) or len(cell) > _LONGEST_HEADER:
            continue
        if not (header := normalised(cell)):
            continue
        field = by_hand[header] if header in by_hand else fields.get(header)
        if field and field not in columns:
            columns[field] = column
        elif field != "" and header not in OWN_COLUMNS:
            unknown.append(text_of(cell))
    return Table(sheet, number, columns, tuple(unknown))


def _fits(table: Table, kind: ImportKind) -> bool:
    headers = {normalised(text_of(cell)) for cell in table.sheet.rows[table.header_row]}
    excluded = {normalised(word) for word in _EXCLUDING.get(kind, ())}
    return _has_required(table, kind) and not headers & excluded and _holds(table, kind)


def _has_required(table: Table, kind: ImportKind) -> bool:
    if kind is ImportKind.DAYS and not table.columns.keys() & {"first_on", "month"}:
        return False
    return all(field in table.columns for field in REQUIRED[kind])


def _holds(table: Table, kind: ImportKind) -> bool:
    """Whether what stands below the header is what it says: numbers of civil servants are long."""
    if kind is not ImportKind.PEOPLE:
        return True
    numbers = [row.text("nip") for row in islice(table.rows(), _SAMPLE_ROWS)]
    return not numbers or any(sum(map(str.isdigit, number)) >= 15 for number in numbers)


def _coverage(table: Table) -> float:
    """The share of the headers that are understood, then how many they are."""
    known = len(table.columns)
    return known / (known + len(table.unknown)) + known / 1000
