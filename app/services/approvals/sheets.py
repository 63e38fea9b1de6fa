"""The weekly sheet: printed for one official, signed with ink, and noted in one act by its scan.

It holds what waits for his decision and what was noted in his name and is not confirmed yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.language import WIB, wib
from app.models.approval_sheet import ApprovalSheet, SheetLine
from app.models.gate import Decision, Means, Revision, Verdict
from app.models.person import Person
from app.services.approvals.deciders import Word
from app.services.approvals.deciding import found_revision, subject_name, subject_of
from app.services.approvals.decisions import Settled
from app.services.approvals.queue import queue
from app.services.approvals.recorded import (
    CodeChanged,
    capacity_of,
    confirm,
    decide_as,
    must_be_allowed,
    must_be_shown,
    unconfirmed,
)
from app.services.approvals.views import subject_titles
from app.services.errors import ActError, AlreadyThere, InvalidValue, ReasonMissing
from app.services.ethics import ALL_LETTERS
from app.services.people import addressed
from app.services.transaction import Transaction, found

_SIGNING_HOUR = time(16, 0)  # a sheet has a day only; the end of the office's day stands for it


@dataclass(frozen=True, slots=True)
class Mark:
    """What the official marked on one line: his decision, or that a noted one is his."""

    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A sheet that was printed and not noted yet."""

    id: int
    version: int
    reference: str
    official: str
    made_at: datetime
    lines: int


@dataclass(frozen=True, slots=True)
class SheetLineRow:
    """One line of a sheet; `noted` is the decision to confirm, None where he is to decide."""

    id: int
    position: int
    reference: str
    title: str
    code: str
    noted: Verdict | None


def make_sheet(tx: Transaction, official_id: int) -> int:
    """Draw up the sheet of everything that this official may decide or confirm today.

    Raises:
        InvalidValue: nothing waits for him, or he decides nothing today.
        NotAllowedHere: the agency does not let decisions be noted.
        NotFound, NotPermitted.
    """
    must_be_allowed(tx)
    by = capacity_of(tx, official_id, wib(tx.now).date())
    waiting = [
        (row.revision_id, None) for row in queue(tx.session) if official_id not in row.author_ids
    ]
    noted = [
        (tx.session.get_one(Decision, row.id).revision_id, row.id)
        for row in unconfirmed(tx.session, by.person_id)
    ]
    if not waiting and not noted:
        raise InvalidValue("sheet", "empty")
    sheet = ApprovalSheet(
        reference=tx.next_reference("LBR"),
        official_id=official_id,
        made_at=tx.now,
        made_by_id=tx.actor_id,
    )
    sheet.lines = [
        SheetLine(position=number, revision_id=revision_id, decision_id=decision_id)
        for number, (revision_id, decision_id) in enumerate([*waiting, *noted], 1)
    ]
    tx.session.add(sheet)
    tx.session.flush()
    count = len(sheet.lines)
    tx.audit("make_sheet", "approval_sheet", sheet.id, sheet.reference, lines=count)
    return sheet.id


def record_sheet(
    tx: Transaction,
    sheet_id: int,
    seen: int,
    signed_on: date,
    scan_asset_id: int,
    marks: Mapping[int, Mark],
) -> Settled:
    """Note the signed sheet: what it decides is decided, what it confirms is confirmed.

    `marks` are by the key of the line; a line without one stays as it was. What has changed since
    the sheet was printed is refused by name, the rest stands. A sheet is noted once.

    Raises:
        AlreadyThere: it was noted before.
        InvalidValue: the day lies before the sheet or is still to come.
        ChangedMeanwhile, NotAllowedHere, NotFound, NotPermitted.
    """
    must_be_allowed(tx)
    sheet = found(tx, ApprovalSheet, sheet_id, seen)
    if sheet.recorded_at is not None:
        raise AlreadyThere("approval_sheet", sheet.reference)
    word = Word(
        capacity_of(tx, sheet.official_id, signed_on),
        _signing_moment(tx, sheet, signed_on),
        Means.PAPER,
        proof_asset_id=scan_asset_id,
        confirmed_at=tx.now,
        sheet_id=sheet.id,
    )
    done: list[str] = []
    refused: list[ActError] = []
    for line in sheet.lines:
        if (mark := marks.get(line.id)) is None:
            continue
        try:
            done.append(_settle(tx, word, line, mark))
        except ActError as error:
            refused.append(error)  # every check comes before the first change
    sheet.signed_on, sheet.scan_asset_id = signed_on, scan_asset_id
    sheet.recorded_at, sheet.recorded_by_id = tx.now, tx.actor_id
    counted = {"done": len(done), "refused": len(refused)}
    tx.audit("record_sheet", "approval_sheet", sheet.id, sheet.reference, **counted)
    return Settled(tuple(done), tuple(refused))


def _settle(tx: Transaction, word: Word, line: SheetLine, mark: Mark) -> str:
    revision = found_revision(tx, line.revision_id)
    subject = subject_of(tx, revision)
    name = subject_name(tx.session, subject)
    if line.decision_id is not None:
        confirm(tx, found(tx, Decision, line.decision_id), word.sheet_id)
        return name
    current = must_be_shown(tx, subject, frozenset({revision.code}))
    if current.id != revision.id:
        raise CodeChanged(name, current.code)
    if mark.verdict is Verdict.RETURNED and not mark.reason.strip():
        raise ReasonMissing("return_to_author")
    decide_as(tx, word, subject, current.id, mark.verdict, ALL_LETTERS, mark.reason)
    return name


def _signing_moment(tx: Transaction, sheet: ApprovalSheet, signed_on: date) -> datetime:
    if signed_on > wib(tx.now).date():
        raise InvalidValue("signed_on", "future", signed_on)
    if signed_on < wib(sheet.made_at).date():
        raise InvalidValue("signed_on", "before_sheet", signed_on)
    evening = datetime.combine(signed_on, _SIGNING_HOUR, WIB)
    return max(sheet.made_at, min(tx.now, evening))


def open_sheets(session: Session) -> list[SheetRow]:
    """The sheets whose signed scan has not come back, the newest first."""
    count = select(func.count(SheetLine.id)).where(SheetLine.sheet_id == ApprovalSheet.id)
    query = (
        select(ApprovalSheet, Person, count.scalar_subquery())
        .join(Person, Person.id == ApprovalSheet.official_id)
        .where(ApprovalSheet.recorded_at.is_(None))
        .order_by(ApprovalSheet.made_at.desc(), ApprovalSheet.id.desc())
    )
    return [
        SheetRow(
            sheet.id,
            sheet.version,
            sheet.reference,
            addressed(who.address_term, who.call_name, who.name),
            sheet.made_at,
            lines,
        )
        for sheet, who, lines in session.execute(query)
    ]


def sheet_lines(session: Session, sheet_id: int) -> list[SheetLineRow]:
    """The lines of a sheet in the order of the paper."""
    rows = session.execute(
        select(SheetLine, Revision, Decision.verdict)
        .join(Revision, Revision.id == SheetLine.revision_id)
        .outerjoin(Decision, Decision.id == SheetLine.decision_id)
        .where(SheetLine.sheet_id == sheet_id)
        .order_by(SheetLine.position)
    ).all()
    titles = subject_titles(session, [revision for _, revision, _ in rows])
    return [
        SheetLineRow(line.id, line.position, *titles[revision.id], revision.code, verdict)
        for line, revision, verdict in rows
    ]
