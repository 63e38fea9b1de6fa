"""What the calendar offers beside its views: days of the office, and the menu that leads there."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.language import _
from app.services import days
from app.services.calendar import Tile
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.calendar.days.days_dialog import DaysDialog
from app.ui.calendar.days.repeat_dialog import RepeatDialog
from app.ui.calendar.days.saving import PlanSaving
from app.ui.calendar.days.warnings import PlanWarnings
from app.ui.theme import icon
from app.ui.widgets import IconButton, Telling, named


class PlanTools(QObject):
    """Asks for the days of what is shown; its widgets go into the calendar's toolbar."""

    days_known = Signal(object)  # the DayRows of the page
    failed = Signal(Exception)
    told = Signal(object)  # a Telling
    publishing_asked = Signal()
    material_asked = Signal()

    def __init__(
        self,
        bridge: OfficeBridge,
        over: QWidget,
        current_day: Callable[[], date],
        current_tile: Callable[[], Tile | None],
        *,
        may_write: bool,
    ) -> None:
        super().__init__(over)
        self._bridge, self._over, self._may_write = bridge, over, may_write
        self._current_day, self._current_tile = current_day, current_tile
        self._days = QueryRunner(bridge, self)
        self._days.answered.connect(self.days_known)
        self._days.failed.connect(self.failed)
        self.saving = PlanSaving(bridge, over, current_day)
        self.saving.told.connect(self.told)
        self.saving.failed.connect(self.failed)
        self.warnings = PlanWarnings(bridge, over)
        self.warnings.failed.connect(self.failed)
        self._menu = named(QMenu(over), "calendar.more.menu")
        self._add_entry(
            "days",
            "calendar-days",
            _("Days of the office…"),
            lambda: self.open_days(self._current_day()),
        )
        if may_write:
            words = _("Material from WhatsApp…")
            self._add_entry("material", "clipboard-paste", words, self.material_asked.emit)
            self._add_entry("repeat", "history", _("Repeat this content…"), self.open_repeat)
        words = _("Publish: due, held, set on platforms…")
        self._add_entry("publishing", "send", words, self.publishing_asked.emit)
        self._menu.addSeparator()
        self._add_savings()
        self.more = named(IconButton("ellipsis", _("More"), "plain"), "calendar.more")
        self.more.setMenu(self._menu)

    def _add_entry(self, name: str, icon_name: str, words: str, slot: Callable[[], None]) -> None:
        entry = self._menu.addAction(icon(icon_name), words)
        entry.setObjectName(f"calendar.more.{name}")
        entry.triggered.connect(slot)

    def _add_savings(self) -> None:
        """The plan as files for others."""
        saving = self.saving
        workbook, calendar = _("Month as a workbook (XLSX)…"), _("Plan as a calendar file (ICS)…")
        self._add_entry("xlsx", "download", workbook, saving.ask_for_table)
        self._add_entry("ics", "download", calendar, saving.ask_for_calendar)
        small, big = _("Month for the wall, A4 (PDF)…"), _("Month for the wall, A3 (PDF)…")
        self._add_entry("pdf_a4", "printer", small, lambda: saving.ask_for_paper("a4"))
        self._add_entry("pdf_a3", "printer", big, lambda: saving.ask_for_paper("a3"))

    def ask(self, first: date, end: date) -> None:
        """What is said of a month's page, and what its plan should be looked at for."""
        self._days.run(days.days, first, end)
        self.warnings.ask(first + (end - first) / 2)  # a day of the month that is shown

    def open_days(self, day: date) -> None:
        """The list of days, opened at this one."""
        DaysDialog(self._bridge, day, self._over, may_write=self._may_write).open()

    def open_repeat(self) -> None:
        """Of the content that is current; without one it is said what to do first."""
        tile = self._current_tile()
        if not self._may_write:
            return
        if tile is None:
            self.told.emit(Telling(_("Choose a content in the calendar first."), None, "info"))
            return
        dialog = RepeatDialog(self._bridge, tile.content_id, self._over)
        dialog.told.connect(self.told)
        dialog.open()
