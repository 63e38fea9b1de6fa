"""The import dialog: files are dropped, looked through row by row, and taken in."""

from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.labels import label
from app.language import _
from app.models.imports import ImportKind
from app.services.importing.field_words import MAPPABLE
from app.services.importing.previewing import Preview
from app.ui.bridge import OfficeBridge
from app.ui.importing.files import OpenedFile
from app.ui.importing.mapping_panel import MappingPanel
from app.ui.importing.rows import (
    Bin,
    columns,
    first_bin,
    parts_of,
    rows_in,
    take_text,
)
from app.ui.importing.telling import notice_of, unknown_headers
from app.ui.importing.work import ImportWork
from app.ui.theme import scaled
from app.ui.widgets import (
    Choice,
    Dialog,
    DropArea,
    FileKind,
    Notice,
    Part,
    ProgressFoot,
    RowsModel,
    Scroll,
    Table,
    Tabs,
    ask_where_to_save,
)
from app.wording import sentence

_WIDTH = 920
_HEIGHT = 660  # pixels; the smallest window has 768
_MAPPING_ROW = 38
_MAPPING_HEIGHT = 120  # pixels beside the rows; without rows the panel may be higher
_MAPPING_HEIGHT_ALONE = 300


class ImportDialog(Dialog):
    """Shows what taking files in would do, before anything is written.

    `files` are opened at once; more can be dropped while it is open.
    """

    def __init__(self, bridge: OfficeBridge, parent: QWidget, files: Sequence[Path] = ()) -> None:
        super().__init__(
            "importing",
            _("Import files"),
            _("Nothing is written before you take rows in; the same file twice changes nothing."),
            icon="upload",
            width=_WIDTH,
            parent=parent,
        )
        self._work = ImportWork(bridge, self)
        self._make()
        self._lay_out()
        self._connect()
        self._show_current()
        self._drop.choose.setFocus()
        if files:
            self.add_files(tuple(files))

    def _make(self) -> None:
        self._drop = DropArea(
            "importing.drop",
            _("Drop a content plan, an inquiry list, staff, accounts or platform exports here."),
            kinds=(FileKind.TABLE,),
        )
        self._file = Choice("importing.file", prefix=_("File"))
        self._kind = Choice("importing.kind", _kind_entries(), prefix=_("Kind"))
        self._notice = Notice("importing.notice", rounded=True)
        self._mapping = MappingPanel()
        self._mapping_scroll = Scroll(self._mapping)
        self._tabs = Tabs("importing.tabs", [Part(Bin.GOOD, "")])
        self._rows = RowsModel(columns(), self, key=attrgetter("place"))
        self._table = Table("importing.rows", _("Rows of the file"), "compact")
        self._table.setModel(self._rows)
        self._table.set_widths(110, 400, 0)
        self._room = QWidget()  # keeps all else at the top while there are no rows
        self._progress = ProgressFoot("importing.progress")

    def _lay_out(self) -> None:
        self.setFixedHeight(_HEIGHT)
        head = QHBoxLayout()
        head.setSpacing(10)
        for choice in (self._file, self._kind):
            choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            head.addWidget(choice)
        head.addStretch(1)
        self.box.addWidget(self._drop)
        self.box.addLayout(head)
        self._notice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        for widget in (self._notice, self._mapping_scroll, self._tabs):
            self.box.addWidget(widget)
        self.box.addWidget(self._table, 1)
        self.box.addWidget(self._room, 1)
        self.box.addWidget(self._progress)
        self._save = self.add_verb(
            _("&Save faulty rows…"), icon="download", name="save", slot=self._on_save_clicked
        )
        self.add_cancel(_("&Close"))
        self._take = self.add_verb(
            take_text(0), "primary", name="take", slot=self._on_take_clicked, default=True
        )

    def _connect(self) -> None:
        work = self._work
        self._drop.dropped.connect(self.add_files)
        self._drop.folder_dropped.connect(self._on_folder_dropped)
        self._file.chosen.connect(work.look_at)
        self._kind.chosen.connect(self._on_kind_chosen)
        self._mapping.changed.connect(work.say_mapping)
        self._tabs.chosen.connect(self._on_tab_chosen)
        self._progress.cancelled.connect(work.cancel)
        self.rejected.connect(work.cancel)
        work.changed.connect(self._show_current)
        work.begun.connect(self._progress.begin)
        work.busy.connect(self._on_busy)
        work.progressed.connect(self._progress.set_progress)
        work.saved.connect(self._on_saved)
        work.failed.connect(self._on_failed)
        work.cancelled.connect(self._on_cancelled)

    @Slot(object)
    def add_files(self, paths: tuple[Path, ...]) -> None:
        """Open more files; while some are being read, a second call does nothing."""
        self._work.add_files(paths)

    @Slot(object)
    def _on_folder_dropped(self, folder: Path) -> None:
        words = _("“%(folder)s” is a folder. Drop the files in it.")
        self._notice.tell(words % {"folder": folder.name}, "bad")

    @Slot(object)
    def _on_kind_chosen(self, kind: object) -> None:
        self._work.say_kind(ImportKind(str(kind)) if kind else None)

    @Slot()
    def _on_take_clicked(self) -> None:
        self._work.take_in()

    @Slot()
    def _on_save_clicked(self) -> None:
        opened = self._work.opened
        if opened is None or opened.preview is None:
            return
        suffix = _("to correct")  # by itself: texts within an f-string are not found
        ask_where_to_save(
            self,
            "importing.faulty",
            _("Save faulty rows"),
            f"{opened.path.stem} – {suffix}.xlsx",
            FileKind.WORKBOOK,
            self.save_faulty_to,
            begin_in=opened.path.parent,
        )

    def save_faulty_to(self, file: Path) -> None:
        """Write the faulty rows of the shown file into a workbook."""
        self._work.save_faulty_to(file)

    @Slot(object)
    def _on_saved(self, file: Path) -> None:
        self._notice.tell(
            _("The faulty rows are in “%(file)s”. Correct them there, then drop the file here.")
            % {"file": str(file)},
            "good",
        )

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:
        self._drop.setDisabled(busy)
        if not busy:
            self._progress.end()
        self._show_verbs()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._notice.tell(sentence(error), "bad")

    @Slot()
    def _on_cancelled(self) -> None:
        self._notice.tell(_("Stopped. Nothing was changed."), "waiting")

    @Slot(object)
    def _on_tab_chosen(self, bin_: object) -> None:
        opened = self._work.opened
        if opened is not None and opened.preview is not None and isinstance(bin_, Bin):
            self._rows.replace(rows_in(opened.preview, bin_))

    @Slot()
    def _show_current(self) -> None:
        opened, files = self._work.opened, self._work.files
        self._file.set_entries([(f.path.name, at) for at, f in enumerate(files)])
        self._file.set_value(self._work.position)
        self._file.setVisible(bool(files))
        grow = QSizePolicy.Policy.Maximum if files else QSizePolicy.Policy.Expanding
        self._drop.setSizePolicy(QSizePolicy.Policy.Expanding, grow)
        self._kind.setVisible(opened is not None and opened.foreign is not None)
        self._kind.set_value(opened.shown_kind if opened else None)
        self._kind.setEnabled(opened is not None and opened.taken is None)
        self._show_rows(opened.preview if opened else None)
        self._show_mapping(opened)
        self._show_notice(opened)
        self._show_verbs()

    def _show_rows(self, preview: Preview | None) -> None:
        self._tabs.setVisible(preview is not None)
        self._table.setVisible(preview is not None)
        self._room.setVisible(preview is None and bool(self._work.files))
        if preview is None:
            self._rows.replace(())
            return
        self._tabs.set_parts(parts_of(preview))
        bin_ = first_bin(preview)
        self._tabs.set_value(bin_)
        self._rows.replace(rows_in(preview, bin_))

    def _show_mapping(self, opened: OpenedFile | None) -> None:
        kind = opened.shown_kind if opened else None
        headers = unknown_headers(opened) if opened else ()
        is_asked = kind in MAPPABLE and bool(headers)
        self._mapping_scroll.setVisible(is_asked)
        if opened is not None and kind is not None and is_asked:
            self._mapping.show_headers(kind, headers, opened.mapping)
            most = _MAPPING_HEIGHT if opened.preview else _MAPPING_HEIGHT_ALONE
            self._mapping_scroll.setFixedHeight(scaled(min(len(headers) * _MAPPING_ROW, most)))

    def _show_notice(self, opened: OpenedFile | None) -> None:
        text, tone = notice_of(opened)
        self._notice.tell(text, tone)

    def _show_verbs(self) -> None:
        opened = self._work.opened
        shown = opened.preview if opened else None
        count = len(shown.good) + len(shown.renewed) if shown else 0
        is_busy = self._work.is_busy
        is_taken = opened is not None and opened.taken is not None
        self._take.setText(take_text(0 if is_taken else count))
        self._take.setEnabled(count > 0 and not is_taken and not is_busy)
        self._save.setVisible(shown is not None and bool(shown.faulty))
        self._save.setEnabled(not is_busy)


def _kind_entries() -> list[tuple[str, object]]:
    return [(_("– not recognised –"), None), *((label(kind), kind) for kind in _kinds())]


def _kinds() -> tuple[ImportKind, ...]:
    return tuple(kind for kind in ImportKind if kind is not ImportKind.ASSETS)
