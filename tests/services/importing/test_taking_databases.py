"""All files of the demo office go into an office on each database, and only once."""

from collections.abc import Iterator

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.base import Base
from app.models.comment import Comment
from app.models.content import Content
from app.models.inquiry import Inquiry
from app.models.variant import Variant
from app.office import Office
from app.resources import resource
from app.services.importing.foreign import ForeignFile, read_foreign
from app.services.importing.previewing import preview
from app.services.importing.taking import Taken, take
from app.services.reading.process import ReaderProcess

FILES = (
    "rencana-konten-2026.xlsx",
    "pertanyaan-2026.csv",
    "pertanyaan-lama-2025.csv",
    "pegawai.xlsx",
    "akun-resmi.xlsx",
    "jawaban-standar.xlsx",
    "komentar/komentar-alat.csv",
    "analytics/Jan-01-2026_Nov-20-2026_1190027700012345.csv",
    "analytics/Jan-01-2026_Nov-20-2026_2280019900067890.csv",
    "analytics/account_analytics_content_2026-01-01_2026-11-20.csv",
)


@pytest.fixture
def files() -> Iterator[list[ForeignFile]]:
    """The demo office's files, read."""
    with ReaderProcess() as reader:
        yield [read_foreign(reader, resource("demo", *name.split("/"))) for name in FILES]


def rows_of_every_table(session: Session) -> dict[str, int]:
    return {
        table.name: session.scalar(select(func.count()).select_from(table)) or 0
        for table in Base.metadata.sorted_tables
        if not table.name.startswith("audit")
    }


def test_every_file_is_taken_in_and_a_second_time_changes_nothing(
    office: Office, files: list[ForeignFile]
) -> None:
    accepted = [office.act(take, office.read(preview, file)).accepted for file in files]
    before = office.read(rows_of_every_table)

    again = [office.act(take, office.read(preview, file)) for file in files]

    assert accepted == [141, 395, 81, 12, 9, 25, 149, 77, 104, 63]
    assert before[Content.__tablename__] == 141
    assert before[Variant.__tablename__] == 313
    assert before[Inquiry.__tablename__] == 476
    assert before[Comment.__tablename__] == 476 + 149
    assert again == [Taken(None, 0, 0)] * len(files)
    assert office.read(rows_of_every_table) == before
