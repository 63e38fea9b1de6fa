"""The files of one import dialog and the work on them: reading, judging, taking in, saving."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.language import _
from app.models.imports import ImportKind
from app.services.importing.faulty_file import save_faulty
from app.services.importing.taking import Taken, take
from app.ui.bridge import LongRunner, OfficeBridge
from app.ui.importing.files import OpenedFile, open_files, previewed


class ImportWork(QObject):
    """Which files are open, which of them is looked at, and what goes on with it."""

    changed = Signal()  # the files, the one that is looked at, or what is known of it
    saved = Signal(object)  # Path of a workbook with faulty rows
    begun = Signal(str)  # long work, by its words
    busy = Signal(bool)
    progressed = Signal(int, int)  # done, total
    failed = Signal(Exception)
    cancelled = Signal()

    def __init__(self, bridge: OfficeBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.files: list[OpenedFile] = []
        self.position = -1
        self._reading = LongRunner(bridge, self)
        self._judging = LongRunner(bridge, self)
        self._taking = LongRunner(bridge, self)
        self._saving = LongRunner(bridge, self)
        self._reading.done.connect(self._on_read)
        self._judging.done.connect(self._on_judged)
        self._taking.done.connect(self._on_taken)
        self._saving.done.connect(self.saved)
        for runner in self._runners():
            runner.busy.connect(self.busy)
            runner.progressed.connect(self.progressed)
            runner.failed.connect(self.failed)
            runner.cancelled.connect(self.cancelled)

    @property
    def opened(self) -> OpenedFile | None:
        """The file that is looked at."""
        return self.files[self.position] if 0 <= self.position < len(self.files) else None

    @property
    def is_busy(self) -> bool:
        return any(runner.is_busy for runner in self._runners())

    @Slot()
    def cancel(self) -> None:
        for runner in self._runners():
            runner.cancel()

    def _runners(self) -> tuple[LongRunner, ...]:
        return self._reading, self._judging, self._taking, self._saving

    # What the person wants

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """Open more files; while some are being read, a second call does nothing."""
        office = self._bridge.office
        if self._reading.run(lambda progress: open_files(office, paths, progress)):
            self.begun.emit(_("Reading files"))

    def look_at(self, position: int) -> None:
        """Look at another file; what the office has meanwhile is asked again."""
        self.position = position
        self._judge(self.files[position])

    def say_kind(self, kind: ImportKind | None) -> None:
        """What the person says that the file is; None lets it be recognised."""
        if self.opened is not None:
            self._judge(replace(self.opened, kind=kind, mapping={}))

    def say_mapping(self, mapping: Mapping[str, str]) -> None:
        """Which header is which field; empty leaves a column out."""
        opened = self.opened
        if opened is not None:
            self._judge(replace(opened, kind=opened.shown_kind, mapping=mapping))

    def take_in(self) -> None:
        """Write the good rows of the file that is looked at."""
        if self.opened is None or self.opened.preview is None:
            return
        office, shown = self._bridge.office, self.opened.preview
        if self._taking.run(lambda progress: office.act(take, shown, progress)):
            self.begun.emit(_("Taking in “%(file)s”") % {"file": shown.file})

    def save_faulty_to(self, file: Path) -> None:
        """Write the faulty rows of that file into a workbook."""
        if self.opened is None or self.opened.preview is None:
            return
        judged = self.opened.preview.judged

        def save(_progress: object) -> Path:
            save_faulty(judged, file)
            return file

        self._saving.run(save)

    # What became of it

    def _judge(self, opened: OpenedFile) -> None:
        """Ask again what the file holds: the office or what is said of the file has changed."""
        self.files[self.position] = opened
        if opened.taken is None:
            office = self._bridge.office
            self._judging.run(lambda _progress: previewed(office, opened))
        self.changed.emit()

    @Slot(object)
    def _on_read(self, opened: list[OpenedFile]) -> None:
        self.position = len(self.files)
        self.files += opened
        self.changed.emit()

    @Slot(object)
    def _on_judged(self, judged: OpenedFile) -> None:
        for position, opened in enumerate(self.files):
            if opened.foreign is not judged.foreign or opened.taken is not None:
                continue
            if (opened.kind, opened.mapping) == (judged.kind, judged.mapping):
                self.files[position] = judged
        opened_now = self.opened
        if opened_now is not None and opened_now.is_newer_than(judged):
            self._judge(opened_now)  # what was said while the answer was on its way
        else:
            self.changed.emit()

    @Slot(object)
    def _on_taken(self, taken: Taken) -> None:
        if self.opened is not None:
            self.files[self.position] = replace(self.opened, taken=taken)
        self.changed.emit()
