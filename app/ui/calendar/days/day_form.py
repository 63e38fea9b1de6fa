"""Writing down one day, or a span of days: a note, a campaign, a quiet period, a holiday."""

from datetime import date

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.labels import label
from app.language import _, pgettext
from app.models.day import DayKind
from app.models.limits import LINE
from app.services import days
from app.services.days import DayForm, DayRow
from app.services.errors import InvalidValue
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import (
    Choice,
    DayField,
    Dialog,
    Field,
    Notice,
    line_edit,
    named,
    show_errors,
)
from app.wording import sentence

_NEW_FIRST = (
    DayKind.NOTE,
    DayKind.CAMPAIGN,
    DayKind.QUIET_PERIOD,
    DayKind.HOLIDAY,
    DayKind.COLLECTIVE_LEAVE,
    DayKind.OBSERVANCE,
)


class DayFormDialog(Dialog):
    """Saves by one act. `row` is what is corrected; without it something new begins on `day`."""

    def __init__(
        self, bridge: OfficeBridge, day: date, row: DayRow | None, parent: QWidget
    ) -> None:
        title = _("Correct “%(day)s”") % {"day": row.words} if row else _("New entry for a day")
        super().__init__("calendar.day", title, icon="calendar-days", width=520, parent=parent)
        self._row = row
        self._acts = ActRunner(bridge, self)
        self._notice = Notice("calendar.day.notice", "bad", rounded=True)
        self._notice.hide()
        self._kind = Choice("calendar.day.kind", [(label(kind), kind) for kind in _NEW_FIRST])
        self._first = DayField("calendar.day.first", _shown(row.first_on if row else day))
        self._last = DayField("calendar.day.last", _shown(row.last_on if row else day))
        self._words = line_edit("calendar.day.words", row.words if row else "", limit=LINE)
        self._reason = line_edit("calendar.day.reason", row.reason if row else "", limit=LINE)
        self._yearly = named(QCheckBox(_("The same days every &year")), "calendar.day.yearly")
        self._fields: dict[str, Field[QWidget]] = {}
        self._lay_out()
        self.add_cancel()
        save = self.add_verb(
            _("&Save"), "primary", name="save", slot=self._on_save, default=True, key="Ctrl ↵"
        )
        self._acts.busy.connect(save.setDisabled)
        self._acts.done.connect(self.accept)
        self._acts.failed.connect(self._on_failed)
        self._kind.chosen.connect(self._on_kind_chosen)
        self._first.dateChanged.connect(self._on_first_changed)
        if row is not None:
            self._kind.set_value(row.kind)
            self._yearly.setChecked(row.is_yearly)
        self._on_kind_chosen(self._kind.value())
        self._words.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        placed: tuple[tuple[str, str, QWidget, int, int, int], ...] = (
            ("words", _("&What the day is"), self._words, 0, 0, 2),
            ("kind", _("&Kind"), self._kind, 1, 0, 2),
            ("first_on", _("&First day"), self._first, 2, 0, 1),
            ("last_on", _("&Last day"), self._last, 2, 1, 1),
            ("reason", pgettext("field", "Reason"), self._reason, 3, 0, 2),
        )
        for name, words, control, line, column, span in placed:
            self._fields[name] = Field(words, control)
            grid.addWidget(self._fields[name], line, column, 1, span)
        grid.addWidget(self._yearly, 4, 0, 1, 2)
        self.box.addWidget(self._notice)
        self.box.addLayout(grid)

    @Slot(object)
    def _on_kind_chosen(self, kind: object) -> None:
        """Only a quiet period must say why; of others it is a remark."""
        is_quiet = kind is DayKind.QUIET_PERIOD
        words = pgettext("field", "Reason") if is_quiet else _("Remark")
        self._fields["reason"].label.setText(words)
        self._reason.setAccessibleName(words)

    @Slot(QDate)
    def _on_first_changed(self, first: QDate) -> None:
        if self._last.date() < first:
            self._last.setDate(first)

    def _form(self) -> DayForm:
        return DayForm(
            DayKind(str(self._kind.value())),
            _day_of(self._first),
            _day_of(self._last),
            self._words.text(),
            self._reason.text(),
            self._yearly.isChecked(),
        )

    @Slot()
    def _on_save(self) -> None:
        self._notice.tell("")
        show_errors([(field, "") for field in self._fields.values()])
        row = self._row
        if row is not None and row.id is not None:
            self._acts.run(days.change_day, row.id, row.version, self._form())
        else:
            self._acts.run(days.add_day, self._form(), row.origin if row else None)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        field = self._fields.get(error.field) if isinstance(error, InvalidValue) else None
        if field is not None:
            show_errors([(field, sentence(error))])
        else:
            self._notice.tell(sentence(error))


def _shown(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day_of(field: DayField) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
