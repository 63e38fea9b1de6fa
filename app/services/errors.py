"""What a person or the world can do wrong: facts only, app/wording makes the sentences."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The reading process raises some of these and has no use for a database.
    from app.models.roles import Role


class ActError(Exception):
    """A person's: the act was refused and nothing was changed."""


class NotFound(ActError):
    """There is no such thing (any more)."""

    def __init__(self, kind: str, key: object) -> None:
        super().__init__(kind, key)
        self.kind = kind
        self.key = key


class WrongState(ActError):
    """The flow has no such step from the state it is in; perhaps a colleague was faster."""

    def __init__(self, reference: str, act: StrEnum, state: StrEnum) -> None:
        super().__init__(reference, act, state)
        self.reference = reference
        self.act = act
        self.state = state


class NotPermitted(ActError):
    """None of the actor's roles allows it."""

    def __init__(self, act: str, needed: "frozenset[Role]") -> None:
        super().__init__(act, sorted(needed))
        self.act = act
        self.needed = needed


class OwnWork(ActError):
    """Nobody decides on his own work, however small the office."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class ChangedMeanwhile(ActError):
    """Somebody saved it since it was shown; both versions are named."""

    def __init__(self, reference: str, seen: int, current: int) -> None:
        super().__init__(reference, seen, current)
        self.reference = reference
        self.seen = seen
        self.current = current


class RevisionSuperseded(ActError):
    """The revision that was shown is not the current one any more."""

    def __init__(self, reference: str, shown: str, current: str | None) -> None:
        super().__init__(reference, shown, current)
        self.reference = reference
        self.shown = shown
        self.current = current


class DecidedBefore(ActError):
    """It was decided on: the same person can't decide two levels, nor an author recall it."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class ReasonMissing(ActError):
    """This act needs a reason in words."""

    def __init__(self, act: str) -> None:
        super().__init__(act)
        self.act = act


class Incomplete(ActError):
    """Something is missing or over its limit; `problems` are codes with their facts."""

    def __init__(self, reference: str, problems: tuple[object, ...]) -> None:
        super().__init__(reference, problems)
        self.reference = reference
        self.problems = problems


class InvalidValue(ActError):
    """A field holds what it can't hold; `field` and `code` name it, `value` is as typed."""

    def __init__(self, field: str, code: str, value: object = None) -> None:
        super().__init__(field, code, value)
        self.field = field
        self.code = code
        self.value = value


class AlreadyThere(ActError):
    """There is one like that already, and there can only be one."""

    def __init__(self, kind: str, value: str) -> None:
        super().__init__(kind, value)
        self.kind = kind
        self.value = value


class BeforeLastEvent(ActError):
    """A moment earlier than the event it follows, or later than now."""

    def __init__(self, moment: datetime, limit: datetime, *, is_future: bool = False) -> None:
        super().__init__(moment, limit)
        self.moment = moment
        self.limit = limit
        self.is_future = is_future


class NoCommentsFound(ActError):
    """A pasted text has the shape of no site's comments; `lines` is how many lines it has."""

    def __init__(self, lines: int) -> None:
        super().__init__(lines)
        self.lines = lines


class NotSignedIn(ActError):
    """Acts need somebody who does them."""


class WrongPassword(ActError):
    """Name or password don't match; which of them is not said."""


class PasswordTooShort(ActError):
    """A new password has at least `least` characters."""

    def __init__(self, least: int) -> None:
        super().__init__(least)
        self.least = least


class PasswordMustChange(ActError):
    """A password set by another works once: only to set one's own."""


class Cancelled(ActError):
    """The person stopped long work; everything was rolled back."""


class OfficeError(Exception):
    """The world's: a disk, a lock, a damaged file. Says where, so that the sentence can say it."""

    def __init__(self, place: Path | str, *facts: object) -> None:
        super().__init__(str(place), *facts)
        self.place = place


class NoOffice(OfficeError):
    """There is no office in this folder."""


class OfficeExists(OfficeError):
    """The folder holds something already; an office never overwrites."""


class OfficeTooNew(OfficeError):
    """The database was made by a newer program."""


class OfficeDamaged(OfficeError):
    """The database is not readable as one."""


class OfficeBusy(OfficeError):
    """Another program held the database for longer than we wait."""


class OfficeUnreachable(OfficeError):
    """Folder, disk or server does not answer."""


class DiskFull(OfficeError):
    """No room to write."""


class OnNetworkShare(OfficeError):
    """SQLite on a network share corrupts: share the office another way."""


class FileExists(OfficeError):
    """There is a file of that name; a backup never overwrites one."""


class BackupDamaged(OfficeError):
    """The file is no backup of an office, or not all of it is as it was written."""


class BackupTooNew(OfficeError):
    """A newer program made this backup."""
