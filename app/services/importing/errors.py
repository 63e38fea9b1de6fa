"""What a person can do wrong with a file to import; facts only."""

from app.models.imports import ImportKind
from app.services.errors import ActError


class NotRecognised(ActError):
    """The file is of no kind that we know; `headers` is the row that looks most like headers."""

    def __init__(self, file: str, headers: tuple[str, ...]) -> None:
        super().__init__(file, headers)
        self.file = file
        self.headers = headers


class ColumnsMissing(ActError):
    """Columns that this kind needs are not there or not mapped.

    `missing` are fields, `headers` those of the file that no field belongs to.
    """

    def __init__(
        self, file: str, kind: ImportKind, missing: tuple[str, ...], headers: tuple[str, ...]
    ) -> None:
        super().__init__(file, kind, missing, headers)
        self.file = file
        self.kind = kind
        self.missing = missing
        self.headers = headers


class UnknownField(ActError):
    """A mapping names a field that this kind does not have; `fields` are those it has."""

    def __init__(self, field: str, kind: ImportKind, fields: tuple[str, ...]) -> None:
        super().__init__(field, kind, fields)
        self.field = field
        self.kind = kind
        self.fields = fields


class PastedNeedsPost(ActError):
    """A pasted text does not name its post: somebody has to."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file
