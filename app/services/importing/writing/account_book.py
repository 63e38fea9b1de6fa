"""Which of the office's accounts a row means; a platform without one gets a stand-in."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.account import Account
from app.models.search_text import search_text
from app.services.platform_names import is_named
from app.services.platforms import media_kinds
from app.services.transaction import Transaction


def is_stand_in(account: Account) -> bool:
    """Whether an import made it because a plan named a platform before its account was known."""
    return not is_named(account.platform, account.handle)


class AccountBook:
    """The open accounts by platform, the oldest first."""

    def __init__(self, session: Session) -> None:
        self._by_platform: dict[str, list[Account]] = {}
        query = select(Account).where(Account.closed_on.is_(None)).order_by(Account.id)
        for account in session.scalars(query):
            self._by_platform.setdefault(account.platform, []).append(account)

    def has(self, platform: str) -> bool:
        return platform in self._by_platform

    def find(self, platform: str, word: str | None = None) -> Account | None:
        """The account that `word` names by handle or name; else the platform's first one."""
        accounts = self._by_platform.get(platform, [])
        if word:
            wanted = search_text(word)
            for account in accounts:
                if wanted in (search_text(account.handle), search_text(account.name)):
                    return account
        return accounts[0] if accounts else None

    def need(self, tx: Transaction, platform: str) -> Account:
        """The platform's account; a stand-in is made where the office has none.

        The stand-in bears the platform's key as its handle until a list of accounts names it.
        """
        if (account := self.find(platform)) is not None:
            return account
        made = Account(
            platform=platform, handle=platform, media_kind=media_kinds(platform)[0], segments=[]
        )
        tx.session.add(made)
        tx.session.flush()
        tx.announce("account")
        self._by_platform[platform] = [made]
        return made
