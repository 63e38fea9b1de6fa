"""The platforms' own exports become figures of posts, each with the platform's word for it."""

from dataclasses import dataclass
from datetime import date, time
from functools import partial
from urllib.parse import urlsplit

from app.models.imports import ImportKind
from app.models.measurement import Measure
from app.models.search_text import search_text
from app.services.importing.channels import addresses_in, platform_of_address
from app.services.importing.identifiers import identifier_of
from app.services.importing.measurement_export import Export, figure_of, is_day_first
from app.services.importing.measurements_meta import FACEBOOK, INSTAGRAM
from app.services.importing.measurements_x import X
from app.services.importing.rows import RowJudge, key_of
from app.services.importing.tables import Table, TableRow

EXPORTS: tuple[Export, ...] = (FACEBOOK, INSTAGRAM, X)
_BEFORE_POST = frozenset({"posts", "status", "video", "videos", "photo", "photos", "reel"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One count, with the platform's own word for it."""

    measure: Measure
    own_name: str
    value: int


@dataclass(frozen=True, slots=True)
class MeasuredPost:
    """The figures of one post; a figure that the platform does not give is not among them.

    They are totals since publication, unless `counted_on` names the one day that they are of.
    Days and times are WIB.
    """

    platform: str
    post_id: str | None
    link: str | None
    handle: str | None
    account_name: str | None
    text: str
    posted_on: date
    posted_time: time | None
    counted_on: date | None
    figures: tuple[Figure, ...]


@dataclass(slots=True)
class MeasurementRows:
    """Understands the rows of an export, whichever platform it is of."""

    kind: ImportKind = ImportKind.MEASUREMENTS
    _last: tuple[Table, bool] | None = None  # the table of the row before, and how it writes days

    def is_record(self, row: TableRow) -> bool:
        export = export_of(row.table)
        has_figure = any(row.text(column) for column in export.measures)
        return has_figure and bool(row.text("post_id") or row.text("link"))

    def understand(self, judge: RowJudge) -> MeasuredPost:
        row = judge.row
        export = export_of(row.table)
        day_first = self._is_day_first(row.table)
        moment = "moment" if "moment" in row.table.columns else "date"
        unread: tuple[date, time | None] = (date.min, None)
        day, at = judge.read(moment, lambda: export.posted(row, day_first), unread)
        counted = judge.read("date", lambda: export.counted(row, day_first), None)
        link = next(iter(addresses_in(row.text("link"))), row.link("link"))
        return MeasuredPost(
            export.platform,
            identifier_of(row.value("post_id")),
            link,
            row.text("handle").removeprefix("@") or _handle_in(link),
            row.text("account_name") or None,
            row.text("text").replace("\r\n", "\n") or row.text("title"),
            day,
            at,
            counted,
            _figures(judge, export),
        )

    def key(self, values: MeasuredPost) -> str:
        known_by = values.post_id or values.link or search_text(values.text)
        return key_of(values.platform, known_by, values.counted_on or "")

    def summary(self, values: MeasuredPost) -> str:
        return values.text

    def _is_day_first(self, table: Table) -> bool:
        last = self._last
        if last is None or last[0] is not table:
            last = (table, is_day_first([row.text("moment") for row in table.rows()]))
            self._last = last
        return last[1]


def export_of(table: Table) -> Export:
    """Which platform's export a table is: by the posts' addresses, else by its columns."""
    column = table.columns.get("link")
    for index in range(table.header_row + 1, len(table.sheet.rows)):
        link = table.sheet.cell(index, column) if column is not None else None
        platform = platform_of_address(link) if isinstance(link, str) else None
        for export in EXPORTS:
            if export.platform == platform:
                return export
    return max(EXPORTS, key=lambda export: len(export.own_fields & table.columns.keys()))


def _figures(judge: RowJudge, export: Export) -> tuple[Figure, ...]:
    table = judge.row.table
    found: list[Figure] = []
    for column, measure in export.measures.items():
        value = judge.read(column, partial(figure_of, judge.row, column), None)
        if value is not None:
            found.append(Figure(measure, table.header(column), value))
    return tuple(found)


def _handle_in(link: str | None) -> str | None:
    """The account in a post's address, where the platform writes it there."""
    parts = [part for part in urlsplit(link or "").path.split("/") if part]
    if len(parts) < 3 or parts[1] not in _BEFORE_POST:
        return None
    return parts[0].removeprefix("@")
