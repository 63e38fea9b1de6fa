"""The foot of the middle: on which day, at what time, for all accounts or for this one."""

from datetime import datetime, time

from PySide6.QtCore import QDate, QTime, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.language import WIB, _, wib
from app.ui.calendar.composer.editing import Editing
from app.ui.theme import scaled
from app.ui.widgets import DayField, Label, Pane, TimeField, named, set_tip

_ONE_ROW = 575  # pixels that all of it needs beside one another


class ScheduleBar(Pane):
    """Edits the moment of the current target; `changed` comes when the person did."""

    changed = Signal()

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__("surface", margins=(16, 9, 12, 9), gap=6, parent=parent)
        self._editing = editing
        self._is_filling = False
        self._dated = named(QCheckBox(_("&Goes out")), "composer.dated")
        self._day = DayField("composer.day")
        self._day.setAccessibleName(_("Day"))
        self._timed = named(QCheckBox(), "composer.timed", _("With a time of day"))
        set_tip(self._timed, _("With a time of day"))
        self._time = TimeField("composer.time")
        self._time.setAccessibleName(_("Time (WIB)"))
        self._zone = Label("WIB", "body", "text2")
        self._shared = named(QCheckBox(_("same for all")), "composer.shared")
        set_tip(self._shared, _("Day and time are the same for all accounts"))
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for row in (self._first, self._second):
            row.setSpacing(7)
            self.box.addLayout(row)
        for part in (self._dated, self._day, self._timed, self._time, self._zone):
            self._first.addWidget(part)
        self._first.addStretch(1)
        self._first.addWidget(self._shared)
        self._dated.toggled.connect(self._on_changed)
        self._timed.toggled.connect(self._on_changed)
        self._day.dateChanged.connect(self._on_changed)
        self._time.timeChanged.connect(self._on_changed)
        self._shared.toggled.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where one row has no room for all, the last goes to a second."""
        super().resizeEvent(event)
        wanted = self._second if event.size().width() < scaled(_ONE_ROW) else self._first
        if wanted.indexOf(self._shared) < 0:
            wanted.addWidget(self._shared)

    def begin(self, today: QDate) -> None:
        """A new content is shown: what is not dated yet begins at this day, at nine."""
        self._is_filling = True
        self._day.setDate(today)
        self._time.setTime(QTime(9, 0))
        self._shared.setChecked(self._editing.planning.is_shared)
        self._is_filling = False

    def refresh(self, *, read_only: bool) -> None:
        """Show the current target's moment."""
        editing = self._editing
        day, at = editing.planning.moment()
        locked = read_only or (editing.target is not None and editing.is_decided(editing.target))
        self._is_filling = True
        self._dated.setChecked(day is not None)
        self._timed.setChecked(at is not None or day is None)
        if day is not None:
            self._day.setDate(QDate(day.year, day.month, day.day))
        if at is not None:
            local = wib(at)
            self._time.setTime(QTime(local.hour, local.minute))
        if not editing.planning.is_shared:
            self._shared.setChecked(False)
        self._is_filling = False
        self._dated.setEnabled(not locked)
        self._shared.setEnabled(not locked)
        self._shared.setVisible(len(editing.form.variants) > 1)
        self._enable(locked=locked)

    def _enable(self, *, locked: bool) -> None:
        dated = self._dated.isChecked() and not locked
        self._day.setEnabled(dated)
        self._timed.setEnabled(dated)
        self._time.setEnabled(dated and self._timed.isChecked())

    @Slot()
    def _on_changed(self) -> None:
        if self._is_filling:
            return
        picked = self._day.date()
        day = datetime(picked.year(), picked.month(), picked.day(), tzinfo=WIB).date()
        clock = self._time.time()
        at = datetime.combine(day, time(clock.hour(), clock.minute()), WIB)
        is_dated, is_timed = self._dated.isChecked(), self._timed.isChecked()
        shared = self._shared.isChecked() or len(self._editing.form.variants) <= 1
        self._editing.planning.plan(
            day if is_dated else None, at if is_dated and is_timed else None, for_all=shared
        )
        self._enable(locked=False)
        self.changed.emit()
