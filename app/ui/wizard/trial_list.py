"""The files of the last step: what is wanted has its rows, everything else gets one of its own."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import _
from app.models.imports import ImportKind
from app.services.importing.previewing import Preview
from app.ui.widgets import Box, ChipLook, Rule
from app.ui.wizard.file_row import FileRow
from app.ui.wizard.trial_rows import TrialRow


class TrialList(Box):
    """Rows for a plan, a list of inquiries and a kop, and below them whatever else was dropped.

    A file is read in a row of its own; once it is known what it is, it moves where it is wanted.
    """

    changed = Signal()  # a file was put in or taken off

    def __init__(self, used_letterhead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self._lines.setSpacing(0)
        self._made = 0
        self._others: dict[TrialRow, QWidget] = {}
        later = _("Excel, CSV; may come later")
        inquiries_icon = "message-circle-question-mark"
        self._slots = {
            ImportKind.PLAN: TrialRow(
                "wizard.file.plan", _("Content plan"), later, "calendar-days"
            ),
            ImportKind.INQUIRIES: TrialRow(
                "wizard.file.inquiries", _("List of citizens' questions"), later, inquiries_icon
            ),
        }
        self._kop = FileRow(
            "wizard.file.letterhead", _("Picture of the letterhead"), _("PNG or JPG"), "image"
        )
        if used_letterhead:
            in_use = ChipLook(_("In use"), "circle-check", "good")
            self._kop.want(_("%(file)s, given before") % {"file": used_letterhead}, in_use)
        for number, row in enumerate((*self._slots.values(), self._kop)):
            if number:
                self._lines.addWidget(Rule())
            self._lines.addWidget(row)
            row.removed.connect(self.take_off)

    @property
    def letterhead(self) -> Path | None:
        """The picture that was dropped here."""
        return self._kop.file

    def previews(self) -> list[Preview]:
        rows: list[TrialRow] = [*self._slots.values(), *self._others]
        return [row.preview for row in rows if row.preview is not None]

    def holds(self, file: Path) -> bool:
        return any(row.file == file for row in (*self._slots.values(), self._kop, *self._others))

    def begin(self, file: Path) -> TrialRow:
        """A row in which the file is read."""
        self._made += 1
        row = TrialRow(f"wizard.file.{self._made}", file.name)
        row.show_reading(file)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addWidget(row)
        self._others[row] = held
        self._lines.addWidget(held)
        row.removed.connect(self.take_off)
        return row

    def place(self, row: TrialRow, file: Path, shown: Preview) -> None:
        """Show what was read: in the row that waits for such a file, else where it was read."""
        slot = self._slots.get(shown.kind)
        if slot is not None and slot.file is None:
            self._drop(row)
            row = slot
        row.show_preview(file, shown)
        self.changed.emit()

    def place_letterhead(self, row: TrialRow, file: Path) -> None:
        """The newest picture is the kop."""
        self._drop(row)
        self._kop.show_picture(file)
        self.changed.emit()

    @Slot(object)
    def take_off(self, row: FileRow) -> None:
        """Forget the file of this row."""
        if isinstance(row, TrialRow) and row in self._others:
            self._drop(row)
        else:
            row.show_wanted()
        self.changed.emit()

    def _drop(self, row: TrialRow) -> None:
        held = self._others.pop(row)
        self._lines.removeWidget(held)
        held.hide()
        held.deleteLater()
