"""What the desk's dialogs share: one act in the end, told in the dialog itself if it is refused."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QDate, QTime, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.language import WIB, wib
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import Button, DayField, Dialog, Notice, TimeField, named
from app.wording import sentence


def qdate_of(day: date) -> QDate:
    """A day as Qt's fields take it."""
    return QDate(day.year, day.month, day.day)


def date_of(day: QDate) -> date:
    """A day out of Qt's fields."""
    return date(day.year(), day.month(), day.day())


class ActDialog(Dialog):
    """Closes when its act is done; a refusal stays readable above the buttons."""

    acted = Signal(object)  # what the act returned

    def __init__(
        self,
        bridge: OfficeBridge,
        name: str,
        title: str,
        sentence_below: str = "",
        *,
        icon: str = "",
        note: str = "",
        width: int = 520,
        parent: QWidget,
    ) -> None:
        super().__init__(
            name, title, sentence_below, icon=icon, note=note, width=width, parent=parent
        )
        self._bridge = bridge
        self._runner = ActRunner(bridge, self)
        self._runner.done.connect(self._on_done)
        self._runner.failed.connect(self.refuse)
        self._notice = Notice(f"{name}.notice", "bad", rounded=True)
        self._notice.hide()

    def finish(self, words: str, icon: str = "", *, kind: str = "primary") -> Button:
        """The last parts of the dialog: the notice, Cancel, and the verb that acts."""
        self.box.addWidget(self._notice)
        self.add_cancel()
        verb = self.add_verb(
            words,
            kind,
            icon,
            name="yes",
            slot=self.act,
            default=kind == "primary",
            key="Ctrl ↵" if kind == "primary" else "",
        )
        self._runner.busy.connect(verb.setDisabled)
        return verb

    def act(self) -> None:
        """Do what the dialog is for; each dialog says what."""
        raise NotImplementedError

    def run(self, act: Callable[..., object], *args: object, **facts: object) -> None:
        self._notice.hide()
        self._runner.run(act, *args, **facts)

    @Slot(object)
    def _on_done(self, result: object) -> None:
        self.acted.emit(result)
        self.accept()

    @Slot(Exception)
    def refuse(self, error: Exception) -> None:
        """Say why nothing was done, and what to do."""
        self._notice.tell(sentence(error))
        self.adjustSize()


class MomentField(QWidget):
    """When something happened: just now, or earlier on a day at a time (WIB)."""

    changed = Signal()

    def __init__(self, name: str, words: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        here = wib(now)
        self.earlier = named(QCheckBox(words), f"{name}.earlier")
        self.day = DayField(f"{name}.day", qdate_of(here.date()))
        self.time = TimeField(f"{name}.time", QTime(here.hour, here.minute))
        self.day.setAccessibleName(f"{words}: {self.day.displayFormat()}")
        self.time.setAccessibleName(words)
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(self.day)
        when.addWidget(self.time)
        when.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.earlier)
        column.addLayout(when)
        self._on_toggled(on=False)
        self.earlier.toggled.connect(lambda on: self._on_toggled(on=on))
        self.day.dateChanged.connect(lambda _day: self.changed.emit())
        self.time.timeChanged.connect(lambda _time: self.changed.emit())

    def _on_toggled(self, *, on: bool) -> None:
        self.day.setVisible(on)
        self.time.setVisible(on)
        self.changed.emit()

    def value(self) -> datetime | None:
        """None: just now."""
        if not self.earlier.isChecked():
            return None
        day, time = date_of(self.day.date()), self.time.time()
        return datetime(day.year, day.month, day.day, time.hour(), time.minute(), tzinfo=WIB)
