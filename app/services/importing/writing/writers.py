"""Which writer belongs to which kind of import."""

from typing import Any

from app.models.imports import ImportKind
from app.services.importing.writing.accounts import AccountWriter
from app.services.importing.writing.agencies import AgencyWriter
from app.services.importing.writing.comments import CommentWriter
from app.services.importing.writing.days import DayWriter
from app.services.importing.writing.inquiries import InquiryWriter
from app.services.importing.writing.measurements import MeasurementWriter
from app.services.importing.writing.people import PersonWriter
from app.services.importing.writing.plan import PlanWriter
from app.services.importing.writing.standard_answers import StandardAnswerWriter
from app.services.importing.writing.writer import Writer

_WRITERS: dict[ImportKind, Writer[Any]] = {
    ImportKind.PLAN: PlanWriter(),
    ImportKind.INQUIRIES: InquiryWriter(),
    ImportKind.STANDARD_ANSWERS: StandardAnswerWriter(),
    ImportKind.PEOPLE: PersonWriter(),
    ImportKind.ACCOUNTS: AccountWriter(),
    ImportKind.DIRECTORY: AgencyWriter(),
    ImportKind.COMMENTS: CommentWriter(),
    ImportKind.MEASUREMENTS: MeasurementWriter(),
    ImportKind.DAYS: DayWriter(),
}


def writer_of(kind: ImportKind) -> Writer[Any]:
    """What writes rows of this kind."""
    return _WRITERS[kind]
