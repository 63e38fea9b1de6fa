"""The agency's accounts as a report names them, and what happened without one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.account import Account
from app.services.platform_names import handle_text, is_named, platform_label
from app.services.printing.contents import Figure, Grid, GridRow

AccountKey = tuple[int | None, str | None]  # the account, or only the platform


@dataclass(frozen=True, slots=True)
class ReportAccount:
    """An account with its name in tables."""

    id: int
    platform: str
    name: str


def account_title(platform: str, handle: str) -> str:
    """`Instagram @dishub`; the platform alone as long as no more is known."""
    label = platform_label(platform)
    return f"{label} {handle_text(handle)}" if is_named(platform, handle) else label


def report_accounts(session: Session) -> list[ReportAccount]:
    """All accounts, in the order in which they were entered."""
    rows = session.execute(
        select(Account.id, Account.platform, Account.handle).order_by(Account.id)
    )
    return [
        ReportAccount(key, platform, account_title(platform, handle))
        for key, platform, handle in rows
    ]


def account_grid(
    accounts: Iterable[ReportAccount],
    columns: tuple[str, ...],
    counted: Mapping[AccountKey, tuple[Figure, ...]],
    empty: tuple[Figure, ...],
) -> Grid:
    """A line for each account, then for what came by a platform or a way without an account."""
    accounts = list(accounts)
    rows = [
        GridRow(account.name, counted.get((account.id, account.platform), empty), account.platform)
        for account in accounts
    ]
    known = {(account.id, account.platform) for account in accounts}
    others = sorted(
        (key for key in counted if key not in known), key=lambda key: key[1] or "\U0010ffff"
    )
    rows += [GridRow(_elsewhere(platform), counted[key, platform]) for key, platform in others]
    return Grid("Akun", columns, tuple(rows))


def _elsewhere(platform: str | None) -> str:
    if platform is None:
        return "Langsung (telepon, surat, tatap muka)"
    return f"{platform_label(platform)} tanpa akun tercatat"
