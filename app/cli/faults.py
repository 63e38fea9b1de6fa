"""What is wrong with an office itself becomes sentences."""

from collections.abc import Callable

from app.language import _
from app.services.checking import Fault, FaultKind


def fault_text(fault: Fault) -> str:
    """What is wrong with the office itself."""
    return _FAULTS[fault.kind]() % {"where": fault.where, "detail": fault.detail}


_FAULTS: dict[FaultKind, Callable[[], str]] = {
    FaultKind.DATABASE: lambda: _("The database is damaged: %(detail)s."),
    FaultKind.REFERENCE: lambda: _(
        "A row of the database points to nothing: %(where)s → %(detail)s."
    ),
    FaultKind.AUDIT_CHAIN: lambda: _(
        "The audit trail is not as it was written, from event %(where)s on (%(detail)s)."
    ),
    FaultKind.ASSET_MISSING: lambda: _("The file of %(where)s is missing from the store."),
    FaultKind.ASSET_DAMAGED: lambda: _("The file of %(where)s is not as it was when it was added."),
}
