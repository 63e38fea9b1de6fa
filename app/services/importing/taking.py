"""Taking a file in: its good rows are written in one transaction, all of them or none."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.models.agency import Agency
from app.models.imports import HeaderMapping, ImportRow, ImportRun
from app.models.roles import ADMIN_ONLY
from app.services.importing.comparing import Compared, NewRow, compare
from app.services.importing.previewing import Preview
from app.services.importing.tables import normalised
from app.services.importing.writing.writer import Batch
from app.services.importing.writing.writers import writer_of
from app.services.transaction import Progress, Transaction


@dataclass(frozen=True, slots=True)
class Taken:
    """What was written; `import_run_id` is None where nothing was new."""

    import_run_id: int | None
    accepted: int
    renewed: int


def take(
    tx: Transaction, preview: Preview, progress: Progress = lambda _done, _total: None
) -> Taken:
    """Write the good rows of a preview. What has come in meanwhile is not written again.

    Raises:
        NotPermitted: the actor is not an admin.
        Cancelled: `progress` raised it; nothing was changed.
    """
    tx.permit("import_file", ADMIN_ONLY)
    # Two imports at a time would both find the same rows new.
    tx.session.execute(select(Agency.id).where(Agency.is_own.is_(True)).with_for_update())
    compared = compare(tx.session, preview.kind, preview.judged.good)
    _remember(tx, preview)
    if not compared.new and not compared.renewed:
        return Taken(None, 0, 0)
    run = _run(tx, preview, compared)
    rows = (*compared.new, *compared.renewed)
    batch = Batch(tx, run.id, progress)
    values = [row.good.values for row in rows]
    keys = writer_of(preview.kind).write(batch, values, [row.completes for row in rows])
    _note_rows(tx, run, rows, keys)
    tx.audit(
        "import_file",
        "import_run",
        run.id,
        kind=preview.kind,
        file_sha256=preview.sha256,
        rows=preview.rows_read,
        accepted=len(compared.new),
        renewed=len(compared.renewed),
    )
    return Taken(run.id, len(compared.new), len(compared.renewed))


def _run(tx: Transaction, preview: Preview, compared: Compared) -> ImportRun:
    rejected = [
        {"sheet": row.sheet, "row": row.row, "column": row.column, "reason": row.faults[0].reason}
        for row in preview.faulty
    ]
    run = ImportRun(
        kind=preview.kind,
        file_name=preview.file,
        sha256=preview.sha256,
        mapping=json.dumps(dict(preview.mapping), ensure_ascii=False, sort_keys=True),
        rows=preview.rows_read,
        accepted=len(compared.new),
        duplicates=len(compared.duplicates) + len(preview.judged.duplicates),
        changed=len(compared.changed),
        rejected=json.dumps(rejected, ensure_ascii=False),
        taken_at=tx.now,
        taken_by_id=tx.actor.id,
    )
    tx.session.add(run)
    tx.session.flush()
    return run


def _note_rows(
    tx: Transaction, run: ImportRun, rows: Sequence[NewRow], keys: Sequence[int | None]
) -> None:
    """Keep by what each row is known again; of a renewed one the newest digest."""
    kept = {
        row.row_key: row
        for row in tx.session.scalars(select(ImportRow).where(ImportRow.kind == run.kind))
    }
    for row, subject_id in zip(rows, keys, strict=True):
        there = kept.get(row.key)
        if there is None:
            there = ImportRow(kind=run.kind, row_key=row.key)
            tx.session.add(there)
        there.import_run_id = run.id
        there.row_number = row.good.row
        there.sheet = row.good.sheet
        there.digest = row.good.digest
        there.subject_id = subject_id
    tx.session.flush()


def _remember(tx: Transaction, preview: Preview) -> None:
    """How a person explained headers is remembered for the next file of this kind."""
    for header, field in preview.mapping.items():
        known = tx.session.scalar(
            select(HeaderMapping).where(
                HeaderMapping.kind == preview.kind, HeaderMapping.header == normalised(header)
            )
        )
        if known is None:
            known = HeaderMapping(kind=preview.kind, header=normalised(header))
            tx.session.add(known)
        elif known.field == field:
            continue
        known.field = field
        known.mapped_at = tx.now
    tx.session.flush()
