"""Everything that an office has, in files that others can read."""

from collections.abc import Callable
from enum import StrEnum

from sqlalchemy.orm import Session

from app.services.exporting import flows, records
from app.services.exporting.files import FileFormat, write_table
from app.services.exporting.plan_file import (
    CalendarEntry,
    calendar_entries,
    month_table,
    write_calendar,
)
from app.services.exporting.table import Column, Table

__all__ = [
    "CalendarEntry",
    "Column",
    "ExportKind",
    "FileFormat",
    "Table",
    "calendar_entries",
    "export_table",
    "month_table",
    "write_calendar",
    "write_table",
]


class ExportKind(StrEnum):
    """What can be exported; the words of the command line."""

    CONTENTS = "contents"
    INQUIRIES = "inquiries"
    COMMENTS = "comments"
    ASSETS = "assets"
    MEASUREMENTS = "measurements"
    ACCOUNTS = "accounts"
    PEOPLE = "people"
    AUDIT = "audit"


def export_table(session: Session, kind: ExportKind) -> Table:
    """All rows of one kind in the order in which the office got them."""
    return _TABLES[kind](session)


_TABLES: dict[ExportKind, Callable[[Session], Table]] = {
    ExportKind.CONTENTS: flows.contents,
    ExportKind.INQUIRIES: flows.inquiries,
    ExportKind.COMMENTS: flows.comments,
    ExportKind.ASSETS: records.assets,
    ExportKind.MEASUREMENTS: records.measurements,
    ExportKind.ACCOUNTS: records.accounts,
    ExportKind.PEOPLE: records.people,
    ExportKind.AUDIT: records.audit,
}
