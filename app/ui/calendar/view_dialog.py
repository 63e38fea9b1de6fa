"""Keeping the calendar's view and filters under a name."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _
from app.ui.widgets import Dialog, Field, line_edit


class ViewDialog(Dialog):
    """Asks for the name; a view of the same name is replaced."""

    chosen = Signal(str)  # the name

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            "calendar.keep",
            _("Keep this view under a name"),
            _("View and filters are kept for you; nobody else sees them."),
            icon="bookmark",
            parent=parent,
        )
        self._line = line_edit("calendar.keep.name", limit=60)
        self._field = Field(_("&Name"), self._line)
        self.box.addWidget(self._field)
        self.add_cancel()
        self.add_verb(_("&Keep"), "primary", name="yes", slot=self._on_keep, default=True)

    @Slot()
    def _on_keep(self) -> None:
        name = self._line.text().strip()
        if not name:
            self._field.set_error(_("Write a name under which you find it again."))
            self._line.setFocus()
            return
        self.chosen.emit(name)
        self.accept()
