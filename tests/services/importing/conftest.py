"""What tests of importing need: a file judged as the program would."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from app.models.imports import ImportKind
from app.services.importing.judged import Judged
from app.services.importing.kinds import rows_of_kind
from app.services.importing.recognise import recognise, tables_of
from app.services.importing.rows import judge
from app.services.importing.tables import Workbook, workbook_from
from app.services.reading.process import ReaderProcess

Judging = Callable[..., Judged[Any]]


@pytest.fixture
def read() -> Iterator[Callable[[Path], Workbook]]:
    """A file as the reading process answers it."""
    with ReaderProcess() as process:
        yield lambda file: workbook_from(process.read("workbook", file).words)


@pytest.fixture
def judged(read: Callable[[Path], Workbook]) -> Judging:
    """A file, recognised (or of the kind that is named) and judged."""

    def judging(
        file: Path, kind: ImportKind | None = None, mapping: Mapping[str, str] | None = None
    ) -> Judged[Any]:
        workbook = read(file)
        if kind is None:
            recognised = recognise(workbook, dict.fromkeys(ImportKind, mapping or {}))
            assert recognised is not None
            return judge(rows_of_kind(recognised.kind), recognised.tables, workbook)
        return judge(rows_of_kind(kind), tables_of(workbook, kind, mapping), workbook)

    return judging
