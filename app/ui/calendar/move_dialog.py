"""Moving one content to another day with the keyboard."""

from datetime import date

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _
from app.ui.widgets import DayField, Dialog, Field


class MoveDialog(Dialog):
    """Asks for the day; the time of day stays."""

    chosen = Signal(object)  # the date

    def __init__(self, title: str, day: date, parent: QWidget) -> None:
        super().__init__(
            "calendar.move",
            _("Move “%(title)s” to…") % {"title": title},
            _("The time of day and the state stay as they are."),
            icon="calendar-days",
            parent=parent,
        )
        self._day = DayField("calendar.move.day", QDate(day.year, day.month, day.day))
        self.box.addWidget(Field(_("&Day"), self._day))
        self.add_cancel()
        self.add_verb(_("&Move"), "primary", name="yes", slot=self._on_move, default=True)
        self._day.setFocus()

    @Slot()
    def _on_move(self) -> None:
        self.chosen.emit(self._day.date().toPython())
        self.accept()
