"""The last step: drop what lies on the desktop, and within a minute there is a first report."""

from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Event
from typing import cast

import shiboken6
from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.findings import lack_text
from app.labels import label
from app.language import _, ngettext
from app.models.imports import ImportKind
from app.models.report import REQUIRED_PARTS
from app.office import Office
from app.services.importing.previewing import Preview
from app.services.reading.process import ReaderProcess
from app.ui.bridge import LongRunner, Workers
from app.ui.widgets import (
    Box,
    Button,
    DropArea,
    FileKind,
    IconLabel,
    Label,
    Notice,
    ProgressFoot,
    Rule,
    named,
)
from app.ui.wizard.first_draft import FirstDraft, make_first_draft, read_file
from app.ui.wizard.step import Step
from app.ui.wizard.trial_rows import TrialRow
from app.wording import sentence


class TrialStep(Step):
    """Files in, papers out; the office behind it exists already."""

    finished = Signal()  # the papers are made and were looked at; go on to the office
    busy = Signal(bool)

    def __init__(self, workers: Workers, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Try with your files"),
            _("Drop files that lie on this PC. Kohkol recognises what is in them."),
            parent,
        )
        self._workers, self._office = workers, office
        self._reader = ReaderProcess()
        self._letterhead: Path | None = None
        self._reading: dict[Path, Event] = {}
        self._making = LongRunner(workers, self)
        self._rows: dict[object, TrialRow] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self._area = DropArea(
            "wizard.files",
            _("Drop one or all files here"),
            kinds=(FileKind.TABLE, FileKind.PICTURE),
            large=True,
        )
        self._list = Box()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self._lines.setSpacing(0)
        later = _("Excel, CSV; may come later")
        self._add_row(ImportKind.PLAN, _("Content plan"), later, "calendar-days")
        self._add_row(
            ImportKind.INQUIRIES,
            _("List of citizens' questions"),
            later,
            "message-circle-question-mark",
        )
        self._add_row("letterhead", _("Picture of the letterhead"), _("PNG or JPG"), "image")
        self._area.box.addWidget(self._list)
        self._promise = _promise()
        self._progress = ProgressFoot("wizard.progress")
        self._result = QWidget()
        self._result_box = QVBoxLayout(self._result)
        self._result_box.setContentsMargins(0, 0, 0, 0)
        self._result.hide()
        self._notice = Notice("wizard.trial.notice", "bad", rounded=True)
        self._notice.hide()
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

    def _connect(self) -> None:
        self._area.dropped.connect(self._on_dropped)
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

    def _add_row(self, key: object, title: str, note: str, icon: str = "file-text") -> TrialRow:
        if self._rows:
            self._lines.addWidget(Rule())
        name = key.value if isinstance(key, ImportKind) else str(key)
        row = self._rows[key] = TrialRow(f"wizard.file.{name}", title, note, icon)
        self._lines.addWidget(row)
        return row

    # Reading

    @Slot(object)
    def _on_dropped(self, files: tuple[Path, ...]) -> None:
        for file in files:
            if FileKind.PICTURE.takes(file):
                self._letterhead = file
                self._rows["letterhead"].show_picture(file)
            elif file not in self._reading:
                self._read(file)

    def _read(self, file: Path) -> None:
        row = self._row_for(file)
        stop = self._reading[file] = Event()
        row.show_reading(file)
        row.cancelled.connect(stop.set)
        office, reader = self._office, self._reader
        self._workers.submit(
            lambda: read_file(office, reader, file, stop.is_set),
            partial(self._on_read, file, row),
        )

    def _row_for(self, file: Path) -> TrialRow:
        """The row of its own for now; once it is known what the file is, it takes that row."""
        free = [
            row
            for key, row in self._rows.items()
            if isinstance(key, ImportKind) and row.preview is None and row.is_free
        ]
        guess = file.stem.casefold()
        wanted = ImportKind.INQUIRIES if "tanya" in guess else ImportKind.PLAN
        if self._rows[wanted] in free:
            return self._rows[wanted]
        return free[0] if free else self._add_row(file, file.name, "")

    def _on_read(self, file: Path, row: TrialRow, done: "Future[object]") -> None:
        self._reading.pop(file, None)
        if not shiboken6.isValid(self):
            return
        error = done.exception()
        if error is None:
            row.show_preview(cast("Preview", done.result()))
        else:
            row.show_trouble(file, sentence(error))

    # Making

    def previews(self) -> list[Preview]:
        return [row.preview for row in self._rows.values() if row.preview is not None]

    def make_draft(self) -> None:
        """Take in what is good and print the first papers."""
        shown, letterhead, office = self.previews(), self._letterhead, self._office
        self._notice.hide()
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
        self._show_result(draft)
        self._result.show()
        self.finished.emit()

    def _show_result(self, draft: FirstDraft) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        report = named(Button(_("Open the &draft"), "plain", "file-text"), "wizard.open_report")
        letter = named(
            Button(_("&Print the assignment letter"), "plain", "printer"), "wizard.open_letter"
        )
        report.clicked.connect(lambda: _open(draft.report))
        letter.clicked.connect(lambda: _open(draft.letter))
        for button in (report, letter):
            acts.addWidget(button)
        acts.addStretch(1)
        self._result_box.addLayout(acts)
        words = _("What the report of %(year)d still lacks (Pasal 12 ayat (3))")
        self._result_box.addSpacing(6)
        self._result_box.addWidget(Label(words % {"year": draft.year}, "heading"))
        box = Box()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(14, 8, 14, 8)
        lines.setSpacing(4)
        for part in REQUIRED_PARTS:
            lacks = draft.lacks.get(part, ())
            lines.addWidget(
                _part_line(f"{part.value}. {label(part)}", [lack_text(x) for x in lacks])
            )
        self._result_box.addWidget(box)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._progress.end()
        self._notice.tell(sentence(error))


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


def _part_line(title: str, lacks: list[str]) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(10)
    icon, tone = ("circle-dot", "waiting") if lacks else ("circle-check", "good")
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(title, "strong"))
    words.addWidget(Label(" ".join(lacks) or _("Complete"), "meta", "text2", wrap=True))
    row.addWidget(IconLabel(icon, tone))
    row.addLayout(words, 1)
    return line


def _open(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
