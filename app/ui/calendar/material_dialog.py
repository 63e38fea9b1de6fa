"""Material by WhatsApp: a pasted message with its pictures becomes one collected idea (D.1)."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import _, moment_text, ngettext
from app.models.limits import CONTENT_TITLE
from app.services import calendar_material
from app.services.asset_library import Arrival
from app.services.whatsapp_text import messages_of, title_of, whole_text
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.shelf.intake import png_of
from app.ui.widgets import (
    Button,
    Dialog,
    DropArea,
    Field,
    FileKind,
    Label,
    Notice,
    TextArea,
    line_edit,
    named,
)
from app.wording import sentence

_PAUSE = 250  # ms without typing before the text is read
Picture = tuple[str, Path | bytes]  # its name, and where it is or what it holds


def holds_material(mime: QMimeData) -> bool:
    """Whether something of this can become an idea."""
    return mime.hasText() or mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


class _Message(TextArea):
    """Takes pasted text as it is; a pasted picture goes to the pictures."""

    picture_pasted = Signal(object)  # the QMimeData

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        if event.matches(QKeySequence.StandardKey.Paste) and not mime.hasText():
            self.picture_pasted.emit(mime)
            return
        super().keyPressEvent(event)


class MaterialDialog(Dialog):
    """Shows what was understood, to be mended, before it is kept."""

    collected = Signal(str)  # the title of the idea that was made

    def __init__(
        self, bridge: OfficeBridge, parent: QWidget, mime: QMimeData | None = None
    ) -> None:
        super().__init__(
            "calendar.material",
            _("Collect material from WhatsApp"),
            _("Copy the message in WhatsApp and paste it here, then its pictures."),
            icon="clipboard-paste",
            width=560,
            parent=parent,
        )
        self._office = bridge.office
        self._acts = ActRunner(bridge, self)
        self._pictures: list[Picture] = []
        self._guessed = ("", "")  # title and source as they were understood last
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._make_fields()
        self._connect()
        if mime is not None:
            self._take(mime)
        self._read()

    def _make_fields(self) -> None:
        self._notice = Notice("calendar.material.notice", "bad", rounded=True)
        self._notice.hide()
        self._message = _Message("calendar.material.message", lines=5)
        self._title = line_edit("calendar.material.title", limit=CONTENT_TITLE)
        self._source = line_edit("calendar.material.source")
        self._drop = DropArea(
            "calendar.material.pictures",
            _("Drop the pictures here, or paste them"),
            "images",
            kinds=(FileKind.PICTURE,),
        )
        self._names = named(Label("", "meta", "text2", wrap=True), "calendar.material.names")
        self._none = named(
            Button(_("Take pictures off"), "link", size="small"), "calendar.material.none"
        )
        below = QVBoxLayout()
        below.setSpacing(2)
        below.addWidget(self._names)
        below.addWidget(self._none)
        self._drop.box.addLayout(below)
        self._title_field = Field(_("&Title"), self._title)
        for part in (
            self._notice,
            Field(_("&Message"), self._message),
            self._drop,
            self._title_field,
            Field(
                _("&Source"), self._source, _("Who sent it and when; verify it before it goes on.")
            ),
        ):
            self.box.addWidget(part)
        self.add_cancel()
        self._collect = self.add_verb(
            _("&Collect"), "primary", name="yes", slot=self._on_collect, default=True
        )
        self._show_pictures()

    def _connect(self) -> None:
        self._message.textChanged.connect(self._pause.start)
        self._message.picture_pasted.connect(self._take)
        self._pause.timeout.connect(self._read)
        self._drop.dropped.connect(self._add_files)
        self._none.clicked.connect(self._drop_pictures)
        self._acts.busy.connect(self._collect.setDisabled)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self._on_failed)

    # What is taken

    @Slot(object)
    def _take(self, mime: QMimeData) -> None:
        """What lies on the clipboard or was dropped on the calendar."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        image = mime.imageData() if mime.hasImage() and not files else None
        if files:
            self._add_files(files)
        elif isinstance(image, QImage):
            name = _("Pasted %(moment)s") % {"moment": moment_text(self._office.now())}
            self._pictures.append((f"{name}.png", png_of(image)))
            self._show_pictures()
        elif mime.hasText():
            self._message.setPlainText(mime.text())

    @Slot(object)
    def _add_files(self, files: Sequence[Path]) -> None:
        known = {source for _name, source in self._pictures}
        self._pictures += [(file.name, file) for file in files if file not in known]
        self._show_pictures()

    @Slot()
    def _drop_pictures(self) -> None:
        self._pictures.clear()
        self._show_pictures()

    def _show_pictures(self) -> None:
        count = len(self._pictures)
        words = ngettext("%(n)d picture: %(names)s", "%(n)d pictures: %(names)s", count)
        names = ", ".join(name for name, _source in self._pictures)
        self._names.setText(words % {"n": count, "names": names} if count else "")
        self._names.setVisible(bool(count))
        self._none.setVisible(bool(count))

    @Slot()
    def _read(self) -> None:
        """Fill in title and source, unless the person has written others."""
        messages = messages_of(self._message.toPlainText())
        guess = (title_of(messages), calendar_material.source_of(messages))
        fields = (self._title, self._source)
        for field, before, now in zip(fields, self._guessed, guess, strict=True):
            if field.text() == before:
                field.setText(now)
                field.setCursorPosition(0)
        self._guessed = guess

    # Keeping it

    @Slot()
    def _on_collect(self) -> None:
        self._read()
        title, source = self._title.text().strip(), self._source.text().strip()
        if not title:
            self._title_field.set_error(_("Write in a few words what it is about."))
            self._title.setFocus()
            return
        words = whole_text(messages_of(self._message.toPlainText()))
        pictures = tuple(self._pictures)

        def work() -> str:
            """On a worker: the bytes are stored before anything names them."""
            arrivals = [self._arrival(*picture) for picture in pictures]
            act = calendar_material.collect_material
            self._office.act(act, title, words, source, tuple(arrivals))
            return title

        self._notice.hide()
        self._acts.call(work)

    def _arrival(self, name: str, source: Path | bytes) -> Arrival:
        held = BytesIO(source) if isinstance(source, bytes) else source
        return self._office.library.take_in(held, name)

    @Slot(object)
    def _on_done(self, title: object) -> None:
        self.collected.emit(str(title))
        self.accept()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._notice.tell(sentence(error))
