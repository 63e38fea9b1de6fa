"""The plan as files: the month as a workbook, as a calendar file, and as a sheet for the wall."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _
from app.services.database import world_error
from app.services.plan_paper import month_paper
from app.services.printing.month_contents import WallPaper
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import FileKind, Telling, ask_where_to_save


class PlanSaving(QObject):
    """Asks where to save and writes there on a worker; a file is replaced only by a whole one."""

    told = Signal(object)  # a Telling
    failed = Signal(Exception)

    def __init__(
        self, bridge: OfficeBridge, over: QWidget, current_day: Callable[[], date]
    ) -> None:
        super().__init__(over)
        self._office, self._over, self._current_day = bridge.office, over, current_day
        self._work = ActRunner(bridge, self)
        self._work.done.connect(self._on_saved)
        self._work.failed.connect(self.failed)

    def ask_for_table(self) -> None:
        """The month that is shown, as XLSX."""
        month = self._current_day()
        self._ask(f"Rencana-Konten-{month:%Y-%m}.xlsx", FileKind.WORKBOOK, self._table_of(month))

    def ask_for_calendar(self) -> None:
        """All that has a day, as ICS."""
        self._ask("Kalender-Konten.ics", FileKind.CALENDAR, self._write_calendar)

    def ask_for_paper(self, paper: WallPaper) -> None:
        """The month that is shown, as PDF."""
        month = self._current_day()
        name = f"Rencana-Konten-{month:%Y-%m}-{paper.upper()}.pdf"
        self._ask(name, FileKind.PDF, self._paper_of(month, paper))

    def _ask(self, name: str, kind: FileKind, write: Callable[[Path], None]) -> None:
        purpose = f"calendar.save.{kind.value[0]}"
        then = self._saver(kind, write)
        ask_where_to_save(self._over, purpose, _("Save the plan"), name, kind, then)

    def _saver(self, kind: FileKind, write: Callable[[Path], None]) -> Callable[[Path], None]:
        def save(chosen: Path) -> None:
            target = chosen if chosen.suffix else chosen.with_suffix(f".{kind.value[0]}")

            def work() -> Path:
                try:
                    write(target)
                except OSError as error:
                    raise world_error(error, target) from error
                return target

            self._work.call(work)

        return save

    @Slot(object)
    def _on_saved(self, target: Path) -> None:
        self.told.emit(Telling(_("%(file)s is saved.") % {"file": target.name}, None, "download"))

    # On a worker: the libraries that write are imported only there

    def _table_of(self, month: date) -> Callable[[Path], None]:
        def write(target: Path) -> None:
            from app.services.exporting import FileFormat, month_table, write_table
            from app.services.printing import paper

            table = self._office.read(month_table, month, self._office.now())

            def draw(unfinished: Path) -> None:
                with unfinished.open("wb") as file:
                    write_table(table, FileFormat.XLSX, file)

            paper.write(target, draw)

        return write

    def _write_calendar(self, target: Path) -> None:
        from app.services.exporting import calendar_entries, write_calendar
        from app.services.printing import paper

        entries, now = self._office.read(calendar_entries), self._office.now()

        def draw(unfinished: Path) -> None:
            with unfinished.open("wb") as file:
                write_calendar(entries, file, now)

        paper.write(target, draw)

    def _paper_of(self, month: date, paper: WallPaper) -> Callable[[Path], None]:
        def write(target: Path) -> None:
            from app.services.printing.month import write_month

            office = self._office
            write_month(
                office.read(month_paper, month, office.now(), office.is_demo), target, paper
            )

        return write
