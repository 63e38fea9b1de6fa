"""Small questions about one post: another moment, why it is skipped, where it is scheduled."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QTime, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import WIB, _, wib
from app.services.publishing import Slot as PostSlot
from app.services.publishing import likely_place
from app.ui.publishing.words import account_text
from app.ui.widgets import DayField, Dialog, Field, TimeField, line_edit, show_errors
from app.wording import sentence


class _MomentDialog(Dialog):
    """Asks for a day and a time of West Java."""

    def _add_moment(self, moment: datetime) -> None:
        local = wib(moment)
        self._day = DayField(f"{self.objectName()}.day", QDate(local.year, local.month, local.day))
        self._time = TimeField(f"{self.objectName()}.time", QTime(local.hour, local.minute))
        self.day_field = Field(_("&Day"), self._day)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.day_field, 1)
        row.addWidget(Field(_("&Time (WIB)"), self._time))
        self.box.addLayout(row)

    def _moment(self) -> datetime:
        picked, clock = self._day.date(), self._time.time()
        day = date(picked.year(), picked.month(), picked.day())
        return datetime.combine(day, time(clock.hour(), clock.minute()), WIB)

    def complain(self, error: Exception) -> None:
        """Say what is wrong, where the moment is chosen."""
        show_errors([(self.day_field, sentence(error))])
        self.adjustSize()


class ReplanDialog(_MomentDialog):
    """Another moment for one post; offers the next day at the same time."""

    given = Signal(object)  # the moment

    def __init__(self, slot: PostSlot, now: datetime, parent: QWidget) -> None:
        super().__init__(
            "publishing.move",
            _("Move it to…"),
            _("It goes out on this account at another moment; its text stays as it is."),
            icon="calendar-days",
            note=account_text(slot.post_kind, slot.handle),
            parent=parent,
        )
        self._add_moment(_next_of(slot.planned_at, now))
        self.add_cancel()
        self.add_verb(_("&Move"), "primary", name="yes", slot=self._on_given, default=True)
        self._day.setFocus()

    @Slot()
    def _on_given(self) -> None:
        self.given.emit(self._moment())


class ScheduleDialog(_MomentDialog):
    """Where a post was scheduled on the platform itself, and for when."""

    given = Signal(str, object)  # the place, the moment

    def __init__(self, slot: PostSlot, now: datetime, parent: QWidget) -> None:
        super().__init__(
            "publishing.schedule",
            _("Scheduled on the platform"),
            _("It goes out there by itself. Whatever stops it here, it has to be cancelled there."),
            icon="calendar-clock",
            note=account_text(slot.post_kind, slot.handle),
            width=500,
            parent=parent,
        )
        self._place = line_edit("publishing.schedule.place", likely_place(slot.platform))
        self._place_field = Field(_("&Where"), self._place)
        self.box.addWidget(self._place_field)
        self._add_moment(max(slot.planned_at, now + timedelta(minutes=30)))
        self.add_cancel()
        self.add_verb(_("&Note it"), "primary", name="yes", slot=self._on_given, default=True)
        self._place.setFocus()

    @Slot()
    def _on_given(self) -> None:
        place = self._place.text().strip()
        lacking = _("Write where it is scheduled, for example Meta Business Suite.")
        if show_errors([(self._place_field, "" if place else lacking)]):
            self.given.emit(place, self._moment())


class SkipDialog(Dialog):
    """Why it does not go out; one line, so that Enter is enough."""

    given = Signal(str)

    def __init__(self, slot: PostSlot, parent: QWidget) -> None:
        super().__init__(
            "publishing.skip",
            _("Skip this post?"),
            _("It will not go out there; the reason stays on record."),
            note=account_text(slot.post_kind, slot.handle),
            parent=parent,
        )
        self._reason = line_edit("publishing.skip.reason")
        self._field = Field(_("&Reason"), self._reason)
        self.box.addWidget(self._field)
        self.add_cancel()
        self.add_verb(_("&Skip"), "primary", name="yes", slot=self._on_given, default=True)
        self._reason.setFocus()

    @Slot()
    def _on_given(self) -> None:
        reason = self._reason.text().strip()
        if show_errors([(self._field, "" if reason else _("Write a reason."))]):
            self.given.emit(reason)
            self.accept()


def _next_of(planned_at: datetime, now: datetime) -> datetime:
    """The same time of day on the next day that is still to come."""
    days = max(0, (wib(now).date() - wib(planned_at).date()).days)
    moment = planned_at + timedelta(days=days)
    return moment if moment > now else moment + timedelta(days=1)
