"""What is carried to the platform, step by step: the text, the media, the page to write on."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _, ngettext
from app.services.publishing import Material, Medium, lay_out
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import (
    Button,
    ElidedLabel,
    IconLabel,
    Label,
    LastFolders,
    TextArea,
    ask_for_folder,
    clear,
    named,
    set_tip,
)

_PURPOSE = "publishing.folder"


class _Step(QWidget):
    """A numbered step, its buttons at the right; what is done has its sign and its word."""

    def __init__(self, words: str, *buttons: Button) -> None:
        super().__init__()
        self._sign = IconLabel("check", "good")
        self._sign.hide()
        self._done = Label("", "meta", "good")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(words, "heading"))
        head.addWidget(self._sign)
        head.addWidget(self._done, 1)
        for button in buttons:
            head.addWidget(button)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(6)
        self.box.addLayout(head)

    def tell_done(self, words: str) -> None:
        """Empty words: it is still to be done."""
        self._sign.setVisible(bool(words))
        self._done.setText(words)


class MaterialBox(QWidget):
    """The first three steps for one post; what was done is remembered while the page is open."""

    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = bridge.office
        self._material: Material | None = None
        self._done: dict[tuple[int, str], str] = {}
        self._work = ActRunner(bridge, self)
        self._copy = named(Button(_("Copy text"), "plain", "copy", key="C"), "publishing.copy")
        self._lay_out = named(
            Button(_("Media into a folder"), "plain", "folder", key="F"), "publishing.media"
        )
        self._elsewhere = named(Button(_("Other folder…"), "ghost"), "publishing.media.elsewhere")
        self._open = named(Button(_("Open the page"), "plain", "link", key="B"), "publishing.page")
        self._text = TextArea("publishing.text", lines=3, reading=True)
        self._text.setReadOnly(True)
        self._text.setMaximumHeight(self._text.minimumHeight())
        self._text.setAccessibleName(_("Text that goes out"))
        self._media = QVBoxLayout()
        self._media.setSpacing(4)
        self._steps = {
            "text": _Step(_("1. Text"), self._copy),
            "media": _Step(_("2. Media"), self._elsewhere, self._lay_out),
            "page": _Step(_("3. Page of the platform"), self._open),
        }
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._steps["text"].box.addWidget(self._text)
        self._steps["media"].box.addLayout(self._media)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for step in self._steps.values():
            column.addWidget(step)

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy_text)
        self._lay_out.clicked.connect(self.lay_media_out)
        self._elsewhere.clicked.connect(self._on_elsewhere)
        self._open.clicked.connect(self.open_page)
        self._work.busy.connect(self._lay_out.setDisabled)
        self._work.done.connect(self._on_laid_out)
        self._work.failed.connect(self.failed)

    def show_material(self, material: Material | None) -> None:
        """Show what goes out; None while it is asked for."""
        self._material = material
        self._text.setPlainText(material.text if material else "")
        clear(self._media)
        media = material.media if material else ()
        for number, medium in enumerate(media, 1):
            self._media.addLayout(self._medium_line(number, medium))
        if not media:
            self._media.addWidget(Label(_("No picture or video goes with it."), "meta", "text2"))
        self._copy.setEnabled(material is not None and bool(material.text.strip()))
        self._lay_out.setEnabled(bool(media))
        self._elsewhere.setEnabled(bool(media))
        has_page = material is not None and material.compose_url is not None
        self._open.setEnabled(has_page)
        set_tip(self._open, (material.compose_url or "") if material else "")
        for step in self._steps:
            self._show_done(step)

    def _medium_line(self, number: int, medium: Medium) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(medium.name, "strong"))
        row.addWidget(ElidedLabel(medium.alt_text or medium.title, "meta", "text2"), 1)
        if medium.alt_text:
            copy = Button(_("Copy alt text"), "ghost", size="small")
            named(copy, f"publishing.alt.{number}")
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(medium.alt_text))
            row.addWidget(copy)
        return row

    def _tell_done(self, step: str, words: str) -> None:
        if self._material is not None:
            self._done[self._material.variant_id, step] = words
            self._show_done(step)

    def _show_done(self, step: str) -> None:
        key = self._material.variant_id if self._material else 0
        self._steps[step].tell_done(self._done.get((key, step), ""))

    # The steps themselves

    @Slot()
    def copy_text(self) -> None:
        if self._copy.isEnabled() and self._material is not None:
            QGuiApplication.clipboard().setText(self._material.text)
            self._tell_done("text", _("copied"))

    @Slot()
    def open_page(self) -> None:
        """The page on which such a post is written, in the browser."""
        if self._open.isEnabled() and self._material is not None:
            QDesktopServices.openUrl(QUrl(self._material.compose_url or ""))
            self._tell_done("page", _("opened"))

    @Slot()
    def lay_media_out(self) -> None:
        """Into one folder of the content, which is shown then."""
        self._lay_into(self._folder())

    @Slot()
    def _on_elsewhere(self) -> None:
        title = _("In which folder shall the media lie?")
        ask_for_folder(self, _PURPOSE, title, self._lay_into, self._folder())

    def _lay_into(self, folder: Path) -> None:
        material, store = self._material, self._office.assets
        if material is not None and material.media:
            self._work.call(lambda: (material, lay_out(store, material, folder)))

    def _folder(self) -> Path:
        """Where the person wanted them last; else in a folder of ours among his documents."""
        known = self.window().findChildren(LastFolders)
        chosen = known[0].recall(_PURPOSE) if known else None
        places = QStandardPaths.StandardLocation
        documents = QStandardPaths.writableLocation(places.DocumentsLocation)
        return chosen or Path(documents) / "Kohkol"

    @Slot(object)
    def _on_laid_out(self, result: object) -> None:
        if not isinstance(result, tuple):
            return
        material, folder = result
        count = len(material.media)
        words = ngettext("%(n)d file in %(folder)s", "%(n)d files in %(folder)s", count)
        told = words % {"n": count, "folder": folder.name}
        self._done[material.variant_id, "media"] = told
        self._show_done("media")
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
