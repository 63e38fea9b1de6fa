"""The directory of agencies to which inquiries are referred."""

from dataclasses import dataclass

from app.models.agency import AgencyKind
from app.models.imports import ImportKind
from app.models.search_text import search_text
from app.services.importing.judged import ReasonCode, RowFault
from app.services.importing.rows import RowJudge, key_of
from app.services.importing.tables import TableRow


@dataclass(frozen=True, slots=True)
class AgencyImport:
    """One agency; `parent` is the short name of the one above it."""

    kind: AgencyKind
    name: str
    short_name: str
    parent: str | None
    head_title: str | None
    site: str | None
    area: str | None
    contact_name: str | None
    contact_means: str | None


_KINDS = {
    word: kind
    for kind, words in (
        (AgencyKind.REGIONAL_AGENCY, ("regional agency", "perangkat daerah", "dinas", "badan")),
        (AgencyKind.BUREAU, ("bureau", "biro")),
        (AgencyKind.TECHNICAL_UNIT, ("technical unit", "uptd", "unit pelaksana teknis daerah")),
        (
            AgencyKind.NON_STRUCTURAL_BODY,
            ("non structural body", "lembaga non struktural", "lembaga nonstruktural"),
        ),
        (AgencyKind.REGENCY, ("regency", "kabupaten", "pemerintah kabupaten")),
        (AgencyKind.CITY, ("city", "kota", "pemerintah kota")),
        (AgencyKind.MINISTRY, ("ministry", "kementerian")),
        (
            AgencyKind.CENTRAL_AGENCY,
            ("central agency", "instansi pusat", "lembaga pusat", "instansi vertikal"),
        ),
        (
            AgencyKind.STATE_ENTERPRISE,
            ("state enterprise", "bumn", "bumd", "badan usaha milik negara"),
        ),
    )
    for word in words
}


class AgencyRows:
    """Understands the rows of a directory."""

    kind = ImportKind.DIRECTORY

    def is_record(self, row: TableRow) -> bool:
        return row.own("name") is not None or row.own("short_name") is not None

    def understand(self, judge: RowJudge) -> AgencyImport:
        row = judge.row
        return AgencyImport(
            judge.read("kind", lambda: _kind(row.text("kind")), AgencyKind.REGIONAL_AGENCY),
            judge.needed("name", ReasonCode.NAME_MISSING),
            judge.needed("short_name", ReasonCode.SHORT_NAME_MISSING),
            row.text("parent") or None,
            row.text("head_title") or None,
            row.text("site") or None,
            row.text("area") or None,
            row.text("contact_name") or None,
            row.text("contact_means") or None,
        )

    def key(self, values: AgencyImport) -> str:
        return key_of(search_text(values.short_name))

    def summary(self, values: AgencyImport) -> str:
        return values.name


def _kind(text: str) -> AgencyKind:
    if (kind := _KINDS.get(search_text(text))) is None:
        raise RowFault(ReasonCode.KIND_UNKNOWN, text)
    return kind
