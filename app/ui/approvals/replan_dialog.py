"""What waited past its moment gets another one and is put forward again."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QTime, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import WIB, _, wib
from app.services.approvals import QueueRow
from app.services.contents.resubmitting import plan_anew
from app.services.errors import InvalidValue
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import DayField, Dialog, Field, Label, Notice, TimeField
from app.wording import sentence


class ReplanDialog(Dialog):
    """Asks for day and hour, and does all the rest in one act."""

    help_page = "approvals"
    replanned = Signal()

    def __init__(self, bridge: OfficeBridge, row: QueueRow, parent: QWidget) -> None:
        super().__init__(
            "approvals.replan",
            _("Give it another moment?"),
            _("Its moment passed while it waited. It is put forward again with the new one."),
            icon="calendar-clock",
            note=row.reference,
            parent=parent,
        )
        self._revision_id = row.revision_id
        self._acts = ActRunner(bridge, self)
        self._refusal = Notice("approvals.replan.refusal", "bad", rounded=True)
        self._refusal.hide()
        first = wib(bridge.office.now()) + timedelta(days=1)
        at = wib(row.urgent_at).time() if row.urgent_at is not None else first.time()
        self._day = DayField("approvals.replan.day", QDate(first.year, first.month, first.day))
        self._time = TimeField("approvals.replan.time", QTime(at.hour, at.minute))
        self._day.setAccessibleName(_("Day"))
        self._time.setAccessibleName(_("Time"))
        when = QWidget()
        line = QHBoxLayout(when)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._day)
        line.addWidget(self._time)
        line.addWidget(Label("WIB", "body", "text2"), 1)
        self._field = Field(_("Goes out"), when)
        self.box.addWidget(self._refusal)
        self.box.addWidget(self._field)
        self.add_cancel()
        save = self.add_verb(
            _("Move and put forward"), "primary", name="save", slot=self._on_save, default=True
        )
        self._acts.busy.connect(save.setDisabled)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self._on_refused)

    @Slot()
    def _on_save(self) -> None:
        day, time = self._day.date(), self._time.time()
        clock = (time.hour(), time.minute())
        moment = datetime(day.year(), day.month(), day.day(), *clock, tzinfo=WIB)
        self._acts.run(plan_anew, self._revision_id, moment)

    @Slot(object)
    def _on_done(self, _result: object) -> None:
        self.accept()
        self.replanned.emit()

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, InvalidValue):
            self._field.set_error(sentence(error))
        else:
            self._refusal.tell(sentence(error))
