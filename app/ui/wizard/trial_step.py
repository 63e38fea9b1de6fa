"""The last step: drop what lies on the desktop, and within a minute there is a first report."""

from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Event
from typing import cast

import shiboken6
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _, ngettext
from app.office import Office
from app.services.errors import Cancelled
from app.services.importing.previewing import Preview
from app.services.reading.process import ReaderProcess
from app.ui.bridge import LongRunner, Workers
from app.ui.widgets import Box, DropArea, FileKind, IconLabel, Label, Notice, ProgressFoot
from app.ui.wizard.dropped import Dropped, Letterhead, read_dropped
from app.ui.wizard.first_draft import FirstDraft, make_first_draft
from app.ui.wizard.step import Step
from app.ui.wizard.trial_list import TrialList
from app.ui.wizard.trial_result import TrialResult
from app.ui.wizard.trial_rows import TrialRow
from app.wording import sentence


class TrialStep(Step):
    """Files in, papers out; the office behind it exists already.

    `used_letterhead` is the name of the kop that was given in an earlier step.
    """

    finished = Signal()  # the papers are made and were looked at; go on to the office
    busy = Signal(bool)

    def __init__(
        self,
        workers: Workers,
        office: Office,
        used_letterhead: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Try with your files"),
            _("Drop files that lie on this PC. Kohkol recognises what is in them."),
            parent,
        )
        self._workers, self._office = workers, office
        self._reader = ReaderProcess()
        self._reading: dict[Path, Event] = {}
        self._making = LongRunner(workers, self)
        self._area = DropArea(
            "wizard.files",
            _("Drop one or all files here"),
            kinds=(FileKind.TABLE, FileKind.PICTURE),
            large=True,
        )
        self._list = TrialList(used_letterhead)
        self._result = TrialResult()
        self._promise = _promise()
        self._progress = ProgressFoot("wizard.progress")
        self._notice = Notice("wizard.trial.notice", "bad", rounded=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._area.box.addWidget(self._list)
        calm = Label(
            _("Your files are not changed and stay on this PC. Old questions start no clock."),
            "meta",
            "text2",
            wrap=True,
        )
        parts: list[QWidget] = [
            self._notice,
            self._area,
            self._result,
            self._promise,
            self._progress,
            calm,
        ]
        for part in parts:
            self.box.addWidget(part)
        self._notice.hide()
        self._result.hide()

    def _connect(self) -> None:
        self._area.dropped.connect(self._on_dropped)
        self._area.folder_dropped.connect(self._on_folder_dropped)
        self._list.changed.connect(self._on_list_changed)
        self._making.busy.connect(self.busy)
        self._making.progressed.connect(self._progress.set_progress)
        self._making.done.connect(self._on_made)
        self._making.failed.connect(self._on_failed)
        self._making.cancelled.connect(self._progress.end)
        self._progress.cancelled.connect(self._making.cancel)

    def enter(self) -> None:
        self._area.choose.setFocus()

    def close_reader(self) -> None:
        """End the process that reads foreign files."""
        for stop in self._reading.values():
            stop.set()
        self._reader.close()

    # Reading

    @Slot(object)
    def _on_dropped(self, files: tuple[Path, ...]) -> None:
        self._notice.hide()
        for file in files:
            if file not in self._reading and not self._list.holds(file):
                self._read(file)

    @Slot(object)
    def _on_folder_dropped(self, folder: Path) -> None:
        words = _("“%(folder)s” is a folder. Drop the files in it.")
        self._notice.tell(words % {"folder": folder.name}, "bad")

    def _read(self, file: Path) -> None:
        row = self._list.begin(file)
        stop = self._reading[file] = Event()
        row.cancelled.connect(lambda _row: stop.set())
        office, reader = self._office, self._reader
        self._workers.submit(
            lambda: read_dropped(office, reader, file, stop.is_set),
            partial(self._on_read, file, row),
        )

    def _on_read(self, file: Path, row: TrialRow, done: "Future[object]") -> None:
        self._reading.pop(file, None)
        if not shiboken6.isValid(self):
            return
        error = done.exception()
        if isinstance(error, Cancelled):
            self._list.take_off(row)
        elif error is not None:
            row.show_trouble(file, sentence(error))
        else:
            self._place(file, row, cast("Dropped", done.result()))

    def _place(self, file: Path, row: TrialRow, dropped: Dropped) -> None:
        if isinstance(dropped, Letterhead):
            self._list.place_letterhead(row, file)
        elif isinstance(dropped, Preview):
            self._list.place(row, file, dropped)
        else:
            words = _(
                "This is text without a table. Comments copied from a page are pasted under "
                "Inquiries once the office is open."
            )
            row.show_trouble(file, words)

    @Slot()
    def _on_list_changed(self) -> None:
        if self.focusWidget() is None:
            self._area.choose.setFocus()

    # Making

    def make_draft(self) -> None:
        """Take in what is good and print the first papers."""
        shown, letterhead, office = self._list.previews(), self._list.letterhead, self._office
        self._notice.hide()
        if self._reading:
            self._notice.tell(_("A file is still being read. Wait, or cancel it."), "waiting")
            return
        self._progress.begin(_("Making the draft of the report"))
        self._making.run(lambda progress: make_first_draft(office, shown, letterhead, progress))

    @Slot(object)
    def _on_made(self, draft: FirstDraft) -> None:
        self._progress.end()
        self._area.hide()
        self._promise.hide()
        self.title.setText(_("The first draft is made"))
        rows = ngettext("%(n)d row was taken in.", "%(n)d rows were taken in.", draft.rows)
        self.sentence.setText(rows % {"n": draft.rows})
        self._result.show_draft(draft)
        self._result.show()
        self.finished.emit()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._progress.end()
        self._notice.tell(sentence(error), "bad")


def _promise() -> Box:
    """What one gets for the files."""
    box = Box("planned")
    row = QHBoxLayout(box)
    row.setContentsMargins(18, 12, 18, 12)
    row.setSpacing(14)
    words = QVBoxLayout()
    words.setSpacing(2)
    title = _("In a minute: a first draft of the annual report")
    words.addWidget(Label(title, "heading", "planned"))
    told = _("The seven parts of Pasal 12 ayat (3), filled from your files. Gaps are marked.")
    words.addWidget(Label(told, "body", "text", wrap=True))
    row.addWidget(IconLabel("file-chart-column", "planned", 24))
    row.addLayout(words, 1)
    return box
