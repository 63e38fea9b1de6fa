"""Identifiers of posts and comments: 17 and 19 digits, which a spreadsheet's number can't hold."""

from app.services.importing.tables import Cell

_EXACT_UP_TO = 2**53  # above it a float skips numbers


def identifier_of(cell: Cell) -> str | None:
    """The identifier as text; None where there is none, or a spreadsheet has rounded it."""
    if isinstance(cell, float) and not (cell.is_integer() and abs(cell) <= _EXACT_UP_TO):
        return None
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return str(int(cell))
    if not isinstance(cell, str):
        return None
    text = cell.strip().removeprefix("'")
    # `1.22513E+17` is what is left of it after a spreadsheet program saved the file.
    return text if text and "E+" not in text.upper() else None
