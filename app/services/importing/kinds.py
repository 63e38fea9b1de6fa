"""Which reader of rows belongs to which kind of import; a new kind adds its line here."""

from typing import Any

from app.models.imports import ImportKind
from app.services.importing.accounts import AccountRows
from app.services.importing.agencies import AgencyRows
from app.services.importing.comments_table import CommentRows
from app.services.importing.days import DayRows
from app.services.importing.inquiries import InquiryRows
from app.services.importing.measurements import MeasurementRows
from app.services.importing.people import PersonRows
from app.services.importing.plan import PlanRows
from app.services.importing.rows import KindOfRow
from app.services.importing.standard_answers import StandardAnswerRows

_ROWS: dict[ImportKind, KindOfRow[Any]] = {
    rows.kind: rows
    for rows in (
        PlanRows(),
        InquiryRows(),
        StandardAnswerRows(),
        PersonRows(),
        AccountRows(),
        AgencyRows(),
        CommentRows(),
        MeasurementRows(),
        DayRows(),
    )
}


def rows_of_kind(kind: ImportKind) -> KindOfRow[Any]:
    """What understands the rows of tables of this kind."""
    return _ROWS[kind]
