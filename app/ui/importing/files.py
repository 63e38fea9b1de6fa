"""The files of one dialog: what is known of each so far, and the work on them off the window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.models.imports import ImportKind
from app.office import Office
from app.services.errors import ActError, Cancelled, OfficeError
from app.services.importing.foreign import ForeignFile, read_foreign
from app.services.importing.previewing import Preview, preview
from app.services.importing.taking import Taken
from app.services.reading.process import ReaderProcess
from app.services.transaction import Progress


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """One file in the dialog. `kind` and `mapping` are what the person said about it.

    Either `preview` is there, or `error` says why not; `taken` once its rows are in the office.
    """

    path: Path
    foreign: ForeignFile | None = None
    kind: ImportKind | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    preview: Preview | None = None
    error: Exception | None = None
    taken: Taken | None = None

    @property
    def shown_kind(self) -> ImportKind | None:
        return self.preview.kind if self.preview else self.kind

    def is_newer_than(self, judged: "OpenedFile") -> bool:
        """Whether this file still waits to be judged, after `judged` was the last answer."""
        is_other = self.foreign is not judged.foreign
        says_other = (self.kind, self.mapping) != (judged.kind, judged.mapping)
        return self.foreign is not None and self.taken is None and (is_other or says_other)

    @property
    def is_text(self) -> bool:
        """Whether it is a text without a table, such as copied comments."""
        return self.foreign is not None and self.foreign.workbook.text is not None


def open_files(office: Office, paths: Sequence[Path], progress: Progress) -> list[OpenedFile]:
    """Read, recognise and compare files; one that can't be read does not stop the others."""
    opened = []
    with ReaderProcess() as reader:
        for number, path in enumerate(paths):
            progress(number, len(paths))
            opened.append(_opened(office, reader, path, _stopped(progress, number, len(paths))))
    progress(len(paths), len(paths))
    return opened


def previewed(office: Office, opened: OpenedFile) -> OpenedFile:
    """The same file judged anew, after the person said what it is or which column is which."""
    if opened.foreign is None:
        return opened
    try:
        shown = office.read(preview, opened.foreign, opened.kind, opened.mapping)
    except (ActError, OfficeError) as error:
        return replace(opened, preview=None, error=error)
    return replace(opened, preview=shown, error=None)


def _opened(
    office: Office, reader: ReaderProcess, path: Path, stopped: Callable[[], bool]
) -> OpenedFile:
    try:
        foreign = read_foreign(reader, path, stopped)
    except OfficeError as error:
        return OpenedFile(path, error=error)
    return previewed(office, OpenedFile(path, foreign))


def _stopped(progress: Progress, done: int, total: int) -> Callable[[], bool]:
    """Whether the person wants it to stop: asked while one file is being read."""

    def ask() -> bool:
        try:
            progress(done, total)
        except Cancelled:
            return True
        return False

    return ask
