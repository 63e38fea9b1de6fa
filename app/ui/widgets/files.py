"""Asking the person for files and folders; each purpose begins where it was left the last time.

`purpose` is a name as controls have one (`reports.pdf`): what is remembered goes by it, and the
dialog is called `<purpose>.dialog`.
"""

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.language import _


class FileKind(Enum):
    """What a file is to the person, by the endings that it may have."""

    PICTURE = ("png", "jpg", "jpeg")
    TABLE = ("xlsx", "xls", "ods", "csv", "tsv", "txt")
    SCAN = ("pdf", "png", "jpg", "jpeg")
    WORKBOOK = ("xlsx",)
    PDF = ("pdf",)
    CALENDAR = ("ics",)
    BACKUP = ("zip",)

    def takes(self, file: Path) -> bool:
        """Whether the file's name ends like one of this kind."""
        return file.suffix.lower().removeprefix(".") in self.value


class LastFolders(QObject):
    """Where files of each purpose were found last; lives in the window that remembers it."""

    def __init__(
        self,
        recall: Callable[[str], Path | None],
        note: Callable[[str, Path], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.recall = recall
        self.note = note


class _FileDialog(QFileDialog):
    """Tells the files that were chosen and remembers their folder."""

    def __init__(
        self,
        parent: QWidget,
        purpose: str,
        title: str,
        then: Callable[[tuple[Path, ...]], object],
        begin_in: Path | None,
    ) -> None:
        super().__init__(parent.window(), title)
        self._purpose, self._then = purpose, then
        self._memory = _memory_of(parent)
        self.setObjectName(f"{purpose}.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setOption(QFileDialog.Option.HideNameFilterDetails)
        remembered = self._memory.recall(purpose) if self._memory is not None else None
        self.setDirectory(str(_first_folder(begin_in, remembered)))
        self.filesSelected.connect(self._on_selected)

    def offer(self, kinds: Sequence[FileKind], *, with_others: bool = True) -> None:
        """Show files of these kinds; any other ones on demand."""
        filters = [_filter(_kind_words(kind), kind.value) for kind in kinds]
        if len(kinds) > 1:
            endings = dict.fromkeys(ending for kind in kinds for ending in kind.value)
            filters.insert(0, _filter(_("All that can be read"), tuple(endings)))
        if with_others:
            others = _("All files")  # by itself: texts within an f-string are not found
            filters.append(f"{others} (*)")
        self.setNameFilters(filters)

    @Slot("QStringList")
    def _on_selected(self, names: list[str]) -> None:
        chosen = tuple(Path(name) for name in names)
        if not chosen:
            return
        if self._memory is not None:
            is_folder = self.fileMode() is QFileDialog.FileMode.Directory
            self._memory.note(self._purpose, chosen[0] if is_folder else chosen[0].parent)
        self._then(chosen)


def ask_for_files(
    parent: QWidget,
    purpose: str,
    title: str,
    then: Callable[[tuple[Path, ...]], object],
    kinds: Sequence[FileKind] = (),
    *,
    many: bool = True,
) -> None:
    """Let the person choose files that exist; `then` gets them, at least one."""
    dialog = _FileDialog(parent, purpose, title, then, None)
    mode = QFileDialog.FileMode
    dialog.setFileMode(mode.ExistingFiles if many else mode.ExistingFile)
    dialog.offer(kinds)
    dialog.open()


def ask_for_file(
    parent: QWidget,
    purpose: str,
    title: str,
    then: Callable[[Path], object],
    kinds: Sequence[FileKind] = (),
) -> None:
    """Let the person choose one file that exists."""
    ask_for_files(parent, purpose, title, lambda files: then(files[0]), kinds, many=False)


def ask_for_folder(
    parent: QWidget,
    purpose: str,
    title: str,
    then: Callable[[Path], object],
    begin_in: Path | None = None,
) -> None:
    """Let the person choose a folder, beginning in one that is known or where he was last."""
    dialog = _FileDialog(parent, purpose, title, lambda folders: then(folders[0]), begin_in)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def ask_where_to_save(
    parent: QWidget,
    purpose: str,
    title: str,
    name: str,
    kind: FileKind,
    then: Callable[[Path], object],
    begin_in: Path | None = None,
) -> None:
    """Let the person say where to write a file; its ending is added where he leaves it out."""
    dialog = _FileDialog(parent, purpose, title, lambda files: then(files[0]), begin_in)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(kind.value[0])
    dialog.offer((kind,), with_others=False)
    dialog.selectFile(name)
    dialog.open()


def _memory_of(widget: QWidget) -> LastFolders | None:
    """The memory of the window that the widget, or the dialog it is in, belongs to."""
    above: QWidget | None = widget
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    while above is not None:
        found = above.findChildren(LastFolders, options=direct)
        if found:
            return found[0]
        above = above.parentWidget()
    return None


def _first_folder(*wanted: Path | None) -> Path:
    """The first of these that there still is; else the person's documents."""
    places = QStandardPaths.StandardLocation
    documents = Path(QStandardPaths.writableLocation(places.DocumentsLocation))
    known = (folder for folder in (*wanted, documents) if folder is not None and folder.is_dir())
    return next(known, Path.home())


def _filter(words: str, endings: Sequence[str]) -> str:
    """`Gambar (PNG, JPG) (*.png *.jpg *.jpeg)`: the dialog shows all but the last brackets."""
    shown = ", ".join(ending.upper() for ending in endings if ending != "jpeg")
    patterns = " ".join(f"*.{ending}" for ending in endings)
    return f"{words} ({shown}) ({patterns})"


def _kind_words(kind: FileKind) -> str:
    return {
        FileKind.PICTURE: _("Pictures"),
        FileKind.TABLE: _("Tables"),
        FileKind.SCAN: _("Scans"),
        FileKind.WORKBOOK: _("Workbook"),
        FileKind.PDF: _("PDF document"),
        FileKind.CALENDAR: _("Calendar file"),
        FileKind.BACKUP: _("Backup"),
    }[kind]
