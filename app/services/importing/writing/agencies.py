"""Rows of a directory become agencies to which inquiries are referred."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.agency import Agency
from app.models.search_text import search_text
from app.services.importing.agencies import AgencyImport
from app.services.importing.judged import Note
from app.services.importing.writing.writer import Batch


class AgencyWriter:
    """Writes agencies; the same short name is the same agency."""

    renews = completes = False

    def known(self, session: Session, rows: Sequence[AgencyImport]) -> list[int | None]:
        query = select(Agency.short_name, Agency.id)
        by_name = {search_text(short_name): key for short_name, key in session.execute(query)}
        return [by_name.get(search_text(row.short_name)) for row in rows]

    def ours(self, session: Session, keys: Sequence[int]) -> dict[int, dict[str, str]]:
        found = session.scalars(select(Agency).where(Agency.id.in_(keys)))
        return {
            agency.id: {
                "name": agency.name,
                "kind": agency.kind,
                "head_title": agency.head_title or "",
                "site": agency.site or "",
                "area": agency.area or "",
                "contact_name": agency.contact_name or "",
                "contact_means": agency.contact_means or "",
            }
            for agency in found
        }

    def theirs(self, values: AgencyImport) -> dict[str, str]:
        return {
            "name": values.name,
            "kind": values.kind,
            "head_title": values.head_title or "",
            "site": values.site or "",
            "area": values.area or "",
            "contact_name": values.contact_name or "",
            "contact_means": values.contact_means or "",
        }

    def notes(self, session: Session, rows: Sequence[AgencyImport]) -> list[Note]:
        return []

    def write(
        self, batch: Batch, rows: Sequence[AgencyImport], there: Sequence[int | None]
    ) -> list[int | None]:
        session = batch.tx.session
        written = [_agency(row) for row in rows]
        session.add_all(written)
        session.flush()
        query = select(Agency.short_name, Agency.id)
        by_name = {search_text(short_name): key for short_name, key in session.execute(query)}
        for agency, row in zip(written, rows, strict=True):
            agency.parent_id = by_name.get(search_text(row.parent)) if row.parent else None
        session.flush()
        batch.tx.announce("agency")
        batch.report(len(rows), len(rows))
        return [agency.id for agency in written]


def _agency(row: AgencyImport) -> Agency:
    return Agency(
        kind=row.kind,
        name=row.name,
        short_name=row.short_name,
        head_title=row.head_title,
        site=row.site,
        area=row.area,
        contact_name=row.contact_name,
        contact_means=row.contact_means,
        search_text=search_text(row.name, row.short_name, row.area),
    )
