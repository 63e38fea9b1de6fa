"""The file that proves a decision: a screenshot from the clipboard or a file, a scan."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _
from app.ui.widgets import Button, DropArea, ElidedLabel, FileKind, named

Proof = Path | bytes  # a file, or a PNG that was pasted


class ProofField(QWidget):
    """Takes one file by drop, by choosing, or a picture by pasting."""

    changed = Signal()

    def __init__(self, name: str, words: str, *, pastes: bool, parent: QWidget | None = None):
        super().__init__(parent)
        self._proof: Proof | None = None
        named(self, name, words)
        drop = DropArea(
            f"{name}.drop", words, "paperclip", kinds=(FileKind.SCAN,), many=False, parent=self
        )
        drop.dropped.connect(self._on_dropped)
        self._told = named(ElidedLabel(_("Nothing added yet"), "body", "text2"), f"{name}.file")
        self._paste = named(
            Button(_("Paste picture"), "plain", "clipboard-paste", size="small"), f"{name}.paste"
        )
        self._paste.clicked.connect(self.paste)
        self._paste.setVisible(pastes)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._told, 1)
        row.addWidget(self._paste)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(drop)
        column.addLayout(row)

    @property
    def proof(self) -> Proof | None:
        """What was added; None before that."""
        return self._proof

    def use(self, proof: Proof) -> None:
        """Take this as the proof."""
        self._proof = proof
        name = proof.name if isinstance(proof, Path) else _("Picture from the clipboard")
        self._told.setText(name)
        self.changed.emit()

    @Slot()
    def paste(self) -> None:
        """Take the picture that lies on the clipboard."""
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self._told.setText(_("There is no picture on the clipboard."))
            return
        self.use(_as_png(image))

    @Slot(object)
    def _on_dropped(self, files: tuple[Path, ...]) -> None:
        self.use(files[0])


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's stub wants bytes here
    return bytes(buffer.data().data())
