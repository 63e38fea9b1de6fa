"""What each kind adds to taking rows in: what we have already, and how a row is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

from app.services.importing.judged import Note
from app.services.transaction import Progress, Transaction

Values_contra = TypeVar("Values_contra", contravariant=True)

CHUNK = 200  # rows between two calls of progress


@dataclass(frozen=True, slots=True)
class Batch:
    """The import in which rows are written."""

    tx: Transaction
    import_run_id: int
    progress: Progress

    def report(self, done: int, total: int) -> None:
        """Tell how far it is; raises Cancelled once the person stops it."""
        if done % CHUNK == 0 or done == total:
            self.progress(done, total)


class Writer(Protocol[Values_contra]):
    """Writes the rows of one kind.

    `known` finds what the office has under the same name although no import brought it. `ours` and
    `theirs` say the same fields in the same words, so that a person sees where they differ.

    Where `renews` is true a row that we have is written again: likes grow, the newest figure
    stands. Where `completes` is true a row fills what is blank in ours, if nothing of ours differs;
    `there` tells `write` the key of ours for each row, None for a new one.
    """

    renews: bool
    completes: bool

    def known(self, session: Session, rows: Sequence[Values_contra]) -> list[int | None]: ...

    def ours(self, session: Session, keys: Sequence[int]) -> Mapping[int, Mapping[str, str]]: ...

    def theirs(self, values: Values_contra) -> Mapping[str, str]: ...

    def notes(self, session: Session, rows: Sequence[Values_contra]) -> list[Note]: ...

    def write(
        self, batch: Batch, rows: Sequence[Values_contra], there: Sequence[int | None]
    ) -> list[int | None]: ...
