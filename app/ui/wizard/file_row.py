"""A row for one file: its name, how its reading went, and taking it off again."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _
from app.ui.widgets import (
    Button,
    Chip,
    ChipLook,
    ElidedLabel,
    IconButton,
    IconLabel,
    Label,
    named,
)


class FileRow(QWidget):
    """One file, or one that is still wanted.

    `file` is what lies in it; None while it waits for one. Delete takes the file off, as its button
    does.
    """

    cancelled = Signal(object)  # the row itself
    removed = Signal(object)  # the row itself

    def __init__(self, name: str, title: str, note: str = "", icon: str = "file-text") -> None:
        super().__init__()
        self.setObjectName(name)
        self.file: Path | None = None
        self._wanted = (title, note, icon, _none())
        self._icon = IconLabel(icon, "text2", 20)
        self._title = ElidedLabel(title, "strong")
        self._note = named(ElidedLabel(note, "meta", "text2"), f"{name}.note")
        self._warning = named(Label("", "meta", "text", wrap=True), f"{name}.warning")
        self._chip = named(Chip(_none()), f"{name}.state")
        self._cancel = named(Button(_("Cancel"), size="small"), f"{name}.cancel")
        self._remove = named(IconButton("x", _("Take off"), size="small"), f"{name}.remove")
        self._lay_out()
        self._hide_parts()
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for line in (self._title, self._note, self._warning):
            words.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        for part in self._parts_at_end():
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def _parts_at_end(self) -> tuple[QWidget, ...]:
        return self._chip, self._cancel, self._remove

    def _hide_parts(self) -> None:
        """What only some states show."""
        for part in (self._warning, self._cancel, self._remove):
            part.hide()

    def want(self, note: str, look: ChipLook) -> None:
        """What the row says while no file lies in it."""
        title, _note, icon, _look = self._wanted
        self._wanted = (title, note, icon, look)
        self.show_wanted()

    def show_wanted(self) -> None:
        """No file lies in it (any more)."""
        title, note, icon, look = self._wanted
        self._hide_parts()
        self.file = None
        self._title.setText(title)
        self._icon.set_icon(icon, "text2")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._chip.set_look(look)

    def show_reading(self, file: Path) -> None:
        self._hold(file, file.name, "")
        self._chip.set_look(ChipLook(_("Reading"), "circle-dashed", "working"))
        self._cancel.show()
        self._remove.hide()

    def show_picture(self, file: Path) -> None:
        self._hold(file, self._wanted[0], file.name)
        self._chip.set_look(ChipLook(_("Ready"), "circle-check", "good"))

    def show_trouble(self, file: Path, sentence: str) -> None:
        """Why the file is not taken; the sentence is shown whole."""
        self._hold(file, file.name, "")
        self._warn(sentence)
        self._chip.set_look(ChipLook(_("Not used"), "circle-alert", "bad"))

    def _hold(self, file: Path, title: str, note: str) -> None:
        self._hide_parts()
        self.file = file
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._remove.setAccessibleName(_("Take “%(file)s” off") % {"file": file.name})
        self._remove.show()

    def _warn(self, sentence: str) -> None:
        self._warning.setText(sentence)
        self._warning.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._remove.isVisible():
            self.removed.emit(self)
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.cancelled.emit(self)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.removed.emit(self)


def _none() -> ChipLook:
    return ChipLook(_("None yet"), "circle-dashed", "muted", "dashed")
