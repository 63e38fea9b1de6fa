"""A row of the last step: what a file holds, and which of its rows are faulty."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _, ngettext, number_text
from app.models.imports import ImportKind
from app.services.importing.previewing import Preview
from app.ui.importing.telling import deciders_text
from app.ui.widgets import Button, ChipLook, named
from app.ui.wizard.faulty_dialog import FaultyDialog
from app.ui.wizard.file_row import FileRow

_ICONS = {
    ImportKind.PLAN: "calendar-days",
    ImportKind.INQUIRIES: "message-circle-question-mark",
    ImportKind.COMMENTS: "message-circle",
    ImportKind.ACCOUNTS: "radio",
    ImportKind.PEOPLE: "signature",
}


class TrialRow(FileRow):
    """A file that becomes rows of the office; `preview` says which."""

    def __init__(self, name: str, title: str, note: str = "", icon: str = "file-text") -> None:
        self._faulty = named(Button("", size="small"), f"{name}.faulty")
        self.preview: Preview | None = None
        super().__init__(name, title, note, icon)
        self._faulty.clicked.connect(self._on_faulty_clicked)

    def _parts_at_end(self) -> tuple[QWidget, ...]:
        return self._chip, self._cancel, self._faulty, self._remove

    def _hide_parts(self) -> None:
        super()._hide_parts()
        self.preview = None
        self._faulty.hide()

    def show_preview(self, file: Path, shown: Preview) -> None:
        """How many rows there are, how many are good, which are not."""
        self._hold(file, label(shown.kind), _counts(shown))
        self.preview = shown
        self._icon.set_icon(_ICONS.get(shown.kind, "file-text"), "text2")
        self._warn(deciders_text(shown))
        self._chip.set_look(ChipLook(_("Read"), "circle-check", "good"))
        count = len(shown.faulty)
        self._faulty.setText(ngettext("See %(n)d row", "See %(n)d rows", count) % {"n": count})
        self._faulty.setVisible(bool(count))

    @Slot()
    def _on_faulty_clicked(self) -> None:
        if self.preview is not None:
            FaultyDialog(self.preview, self).open()


def _counts(shown: Preview) -> str:
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
    return ", ".join((words, *rest))
