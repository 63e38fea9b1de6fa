"""Rows of a list of accounts become accounts; stand-ins that a plan needed get their names."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.account import Account, AccountSegment
from app.models.person import Person
from app.services.importing.accounts import AccountImport
from app.services.importing.judged import Note, NoteCode
from app.services.importing.people import bare_name
from app.services.importing.writing.account_book import is_stand_in
from app.services.importing.writing.writer import Batch
from app.services.platform_names import is_named
from app.services.platforms import media_kinds
from app.services.transaction import found


class AccountWriter:
    """Writes accounts; the same handle on the same platform is the same account."""

    renews = False
    completes = True

    def known(self, session: Session, rows: Sequence[AccountImport]) -> list[int | None]:
        query = select(Account.platform, Account.handle, Account.id)
        by_handle = {
            (platform, handle.casefold()): key
            for platform, handle, key in session.execute(query)
            if is_named(platform, handle)
        }
        return [by_handle.get((row.platform, row.handle.casefold())) for row in rows]

    def ours(self, session: Session, keys: Sequence[int]) -> dict[int, dict[str, str]]:
        query = (
            select(Account, Person.name)
            .outerjoin(Person, Person.id == Account.responsible_id)
            .where(Account.id.in_(keys))
        )
        return {
            account.id: {
                "address": account.address or "",
                "designation_number": account.designation_number or "",
                "designation_on": (
                    account.designation_on.isoformat() if account.designation_on else ""
                ),
                "responsible": bare_name(name or ""),
                "audience": account.audience or "",
            }
            for account, name in session.execute(query)
        }

    def theirs(self, values: AccountImport) -> dict[str, str]:
        designated = values.designation_on
        return {
            "address": values.address or "",
            "designation_number": values.designation_number or "",
            "designation_on": designated.isoformat() if designated else "",
            "responsible": bare_name(values.responsible or ""),
            "audience": values.audience or "",
        }

    def notes(self, session: Session, rows: Sequence[AccountImport]) -> list[Note]:
        people = _people(session)
        named = dict.fromkeys(row.responsible for row in rows if row.responsible)
        unknown = [name for name in named if bare_name(name) not in people]
        return [Note(NoteCode.PERSON_UNKNOWN, facts={"name": name}) for name in unknown]

    def write(
        self, batch: Batch, rows: Sequence[AccountImport], there: Sequence[int | None]
    ) -> list[int | None]:
        session = batch.tx.session
        people = _people(session)
        stand_ins = {
            account.platform: account
            for account in session.scalars(select(Account))
            if is_stand_in(account)
        }
        written = []
        for row, key in zip(rows, there, strict=True):
            if key is not None:
                account = found(batch.tx, Account, key)
            else:
                account = _stand_in(stand_ins, row.platform)
                account.handle = row.handle
                account.media_kind = media_kinds(row.platform)[0]
            _complete(account, row, people)
            session.add(account)
            written.append(account)
        session.flush()
        batch.tx.announce("account")
        batch.report(len(rows), len(rows))
        return [account.id for account in written]


def _stand_in(stand_ins: dict[str, Account], platform: str) -> Account:
    """The platform's stand-in, which gets its name now, or a new account."""
    return stand_ins.pop(platform) if platform in stand_ins else Account(platform=platform)


def _people(session: Session) -> dict[str, int]:
    return {bare_name(name): key for name, key in session.execute(select(Person.name, Person.id))}


def _complete(account: Account, row: AccountImport, people: Mapping[str, int]) -> None:
    """Fill what is blank; what the office has typed in stays."""
    if account.responsible_id is None:
        account.responsible_id = people.get(bare_name(row.responsible or ""))
    for field in ("name", "address", "audience", "designation_number", "designation_on"):
        if getattr(account, field) is None:
            setattr(account, field, getattr(row, field))
    if not account.segments:
        account.segments = [AccountSegment(segment=segment) for segment in row.segments]
