"""Our accounts' handles in exported tables."""

from sqlalchemy import case

from app.models.account import Account

# Nothing for a stand-in, which an import made for a platform whose account nobody has named: it
# bears the platform's key as its handle (`platform_names.is_named`).
KNOWN_HANDLE = case((Account.handle != Account.platform, Account.handle)).label("account")
