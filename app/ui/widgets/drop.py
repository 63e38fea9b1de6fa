"""A place to drop files on; the button beside it chooses them the other way."""

from pathlib import Path

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _
from app.ui.theme import colours, paint_frame, tokens
from app.ui.widgets.buttons import Button
from app.ui.widgets.files import FileKind, ask_for_files
from app.ui.widgets.icons import IconLabel
from app.ui.widgets.labels import Label
from app.ui.widgets.naming import named


class DropArea(QWidget):
    """Takes files by drag and drop or from a file dialog.

    `large` sets the words in the middle, where the area is the page's subject.
    `kinds` is what the dialog offers; what a file really is, its reader finds out. `box` takes more
    below the words.
    """

    dropped = Signal(object)  # tuple[Path, ...], never empty
    folder_dropped = Signal(object)  # Path; there was no file beside it

    def __init__(
        self,
        name: str,
        words: str,
        icon: str = "upload",
        *,
        kinds: tuple[FileKind, ...] = (),
        many: bool = True,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, words)
        self.setAcceptDrops(True)
        self._kinds, self._many = kinds, many
        self._is_over = False
        ink = "accent" if large else "text2"
        self.words = Label(words, "heading" if large else "body", "text" if large else "text2")
        self.words.setWordWrap(not large)
        self.choose = named(Button(_("Choose file…"), size="small"), f"{name}.choose")
        self.choose.clicked.connect(self._on_choose_clicked)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1 if large else 0)
        row.addWidget(IconLabel(icon, ink, 20))
        row.addWidget(self.words, 0 if large else 1)
        if large:
            row.addWidget(Label(_("or"), "body", "text2"))
        row.addWidget(self.choose)
        row.addStretch(1 if large else 0)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(14, 10, 14, 10)
        self.box.setSpacing(12)
        self.box.addLayout(row)

    @Slot()
    def _on_choose_clicked(self) -> None:
        name, title = self.objectName(), _("Choose file")
        ask_for_files(self, name, title, self._give, self._kinds, many=self._many)

    def _give(self, paths: tuple[Path, ...]) -> None:
        folders = [path for path in paths if path.is_dir()]
        files = tuple(path for path in paths if path not in folders)
        if files:
            self.dropped.emit(files if self._many else files[:1])
        elif folders:
            self.folder_dropped.emit(folders[0])

    def _set_over(self, over: bool) -> None:
        self._is_over = over
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(False)
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self._give(tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        fill = look.accent_soft if self._is_over else look.sunken
        edge = look.accent if self._is_over else look.border
        radius = tokens().radius["control"]
        paint_frame(QPainter(self), QRectF(self.rect()), radius, fill, edge, dashed=True)
