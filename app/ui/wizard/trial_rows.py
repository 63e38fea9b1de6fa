"""The rows of the last step: what was dropped, how its reading went, what is faulty."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, ngettext, number_text
from app.models.imports import ImportKind
from app.services.importing.faulty_file import save_faulty
from app.services.importing.previewing import Preview
from app.services.importing.reasons import reason_text
from app.ui.importing.rows import place_text
from app.ui.widgets import (
    Button,
    Chip,
    ChipLook,
    Dialog,
    ElidedLabel,
    FileKind,
    IconLabel,
    Label,
    Table,
    ask_where_to_save,
    named,
)

_ICONS = {
    ImportKind.PLAN: "calendar-days",
    ImportKind.INQUIRIES: "message-circle-question-mark",
    ImportKind.COMMENTS: "message-circle",
    ImportKind.ACCOUNTS: "radio",
    ImportKind.PEOPLE: "signature",
}
_MOST_SHOWN = 200


class TrialRow(QWidget):
    """One file, or one that is still wanted."""

    cancelled = Signal()

    def __init__(self, name: str, title: str, note: str, icon: str = "file-text") -> None:
        super().__init__()
        self._name = name
        self.preview: Preview | None = None
        self.is_free = True
        self._icon = IconLabel(icon, "text2", 20)
        self._title = Label(title, "strong")
        self._note = named(ElidedLabel(note, "meta", "text2"), f"{name}.note")
        self._chip = Chip(_none())
        self._cancel = named(Button(_("Cancel"), size="small"), f"{name}.cancel")
        self._faulty = named(Button("", size="small"), f"{name}.faulty")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        for part in (self._chip, self._cancel, self._faulty):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._cancel.hide()
        self._faulty.hide()
        self._cancel.clicked.connect(self.cancelled)
        self._faulty.clicked.connect(self._on_faulty_clicked)

    def show_reading(self, file: Path) -> None:
        self.is_free = False
        self._note.setText(file.name)
        self._chip.set_look(ChipLook(_("Reading"), "circle-dashed", "working"))
        self._cancel.show()
        self._faulty.hide()

    def show_preview(self, shown: Preview) -> None:
        """How many rows there are, how many are good, which are not."""
        self.preview = shown
        self._cancel.hide()
        self._title.setText(label(shown.kind))
        self._icon.set_icon(_ICONS.get(shown.kind, "file-text"), "text2")
        words = _("%(file)s · %(rows)s rows: %(good)s good, %(faulty)s faulty") % {
            "file": shown.file,
            "rows": number_text(shown.rows_read, 0),
            "good": number_text(len(shown.good), 0),
            "faulty": number_text(len(shown.faulty), 0),
        }
        others = (
            (_("%(n)s duplicate"), shown.duplicates),
            (_("%(n)s changed"), shown.changed),
            (_("%(n)s renewed"), shown.renewed),
        )
        rest = [text % {"n": number_text(len(rows), 0)} for text, rows in others if rows]
        self._note.setText(", ".join((words, *rest)))
        self._chip.set_look(ChipLook(_("Read"), "circle-check", "good"))
        count = len(shown.faulty)
        self._faulty.setText(ngettext("See %(n)d row", "See %(n)d rows", count) % {"n": count})
        self._faulty.setVisible(bool(count))

    def show_picture(self, file: Path) -> None:
        self._cancel.hide()
        self._note.setText(file.name)
        self._chip.set_look(ChipLook(_("Ready"), "circle-check", "good"))

    def show_trouble(self, file: Path, sentence: str) -> None:
        self._cancel.hide()
        self._note.setText(f"{file.name}: {sentence}")
        self._chip.set_look(ChipLook(_("Not read"), "circle-alert", "bad"))

    @Slot()
    def _on_faulty_clicked(self) -> None:
        if self.preview is not None:
            FaultyDialog(self.preview, self).open()


def _none() -> ChipLook:
    return ChipLook(_("None yet"), "circle-dashed", "muted", "dashed")


class FaultyDialog(Dialog):
    """The faulty rows with their reasons; they can be saved, corrected and taken in later."""

    def __init__(self, shown: Preview, parent: QWidget) -> None:
        count = len(shown.faulty)
        title = ngettext("%(n)d row can't be taken in", "%(n)d rows can't be taken in", count)
        super().__init__(
            "faulty",
            title % {"n": count},
            _("All others can. Save these, correct them in Excel, and take them in later."),
            width=760,
            note=shown.file,
            parent=parent,
        )
        self._shown = shown
        table = Table("faulty.table", _("Faulty rows"), "compact")
        model = QStandardItemModel(0, 3, table)
        model.setHorizontalHeaderLabels([_("Row"), _("Column"), _("Why")])
        for faulty in shown.faulty[:_MOST_SHOWN]:
            cells = (place_text(faulty.sheet, faulty.row), faulty.column, reason_text(faulty))
            model.appendRow([QStandardItem(cell) for cell in cells])
        table.setModel(model)
        table.set_widths(110, 160, 0)
        table.setMinimumHeight(260)
        self.box.addWidget(table)
        self.add_verb(_("&Save as a workbook…"), "plain", "download", name="save", slot=self._save)
        self.add_verb(_("&Close"), "primary", name="done", default=True).setFocus()

    @Slot()
    def _save(self) -> None:
        suffix = _("to correct")  # by itself: texts within an f-string are not found
        ask_where_to_save(
            self,
            "faulty.save",
            _("Save as a workbook"),
            f"{Path(self._shown.file).stem}-{suffix}.xlsx",
            FileKind.WORKBOOK,
            lambda file: save_faulty(self._shown.judged, file),
        )
