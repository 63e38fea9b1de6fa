"""The fields of a rule: how often, on which days, and until when."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QSpinBox, QWidget

from app.labels import label
from app.language import _, date_pattern_text, pgettext
from app.models.series import Frequency, ShortMonth
from app.services.recurrence import MOST_EVERY, Rule, fitting_nths
from app.ui.widgets import Choice, DayField, Field, named

_MONDAY = date(2024, 1, 1)  # any Monday, for the names of days
_NEVER, _UNTIL, _NUMBER = "never", "until", "number"
_MOST = 999


class RuleFields(QWidget):
    """Shows only what the chosen frequency needs."""

    changed = Signal()

    def __init__(self, first_on: date, rule: Rule | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first_on = first_on
        self._frequency = Choice(
            "calendar.repeat.frequency", [(label(frequency), frequency) for frequency in Frequency]
        )
        self._every = _spin("calendar.repeat.every", MOST_EVERY, 1)
        self._days = [self._day_box(number) for number in range(7)]
        self._nth = Choice("calendar.repeat.nth", _nth_entries(first_on))
        self._short = Choice(
            "calendar.repeat.short_month", [(label(kind), kind) for kind in ShortMonth]
        )
        self._end = Choice(
            "calendar.repeat.end",
            [
                (pgettext("repeat", "Never"), _NEVER),
                (pgettext("repeat", "On a day"), _UNTIL),
                (pgettext("repeat", "After a number"), _NUMBER),
            ],
        )
        later = QDate(first_on.year, first_on.month, first_on.day).addMonths(6)
        self._until = DayField("calendar.repeat.until", later)
        self._number = _spin("calendar.repeat.number", _MOST, 12)
        self.fields: dict[str, Field[QWidget]] = {}
        self._lay_out()
        self._show_rule(rule or Rule(Frequency.WEEKLY))
        self._connect()
        self._show_needed()

    def _day_box(self, number: int) -> QCheckBox:
        day = _MONDAY.replace(day=_MONDAY.day + number)
        box = named(QCheckBox(date_pattern_text(day, "EEE")), f"calendar.repeat.day.{number}")
        box.setAccessibleName(date_pattern_text(day, "EEEE"))
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        week = named(QWidget(), "calendar.repeat.days", _("Days of the week"))
        row = QHBoxLayout(week)
        row.setContentsMargins(0, 0, 0, 0)
        for box in self._days:
            row.addWidget(box)
        row.addStretch(1)
        placed: tuple[tuple[str, str, QWidget, int, int, int], ...] = (
            ("frequency", _("&Repeats"), self._frequency, 0, 0, 1),
            ("every", _("&Interval"), self._every, 0, 1, 1),
            ("weekdays", _("Days of the week"), week, 1, 0, 2),
            ("nth", _("&Which one of the month"), self._nth, 1, 0, 2),
            ("short_month", _("&Months without that date"), self._short, 1, 0, 2),
            ("end", _("&Ends"), self._end, 2, 0, 1),
            ("until_on", _("Last day"), self._until, 2, 1, 1),
            ("number", _("Occurrences in all"), self._number, 2, 1, 1),
        )
        for name, words, control, line, column, span in placed:
            self.fields[name] = Field(words, control)
            grid.addWidget(self.fields[name], line, column, 1, span)

    def _show_rule(self, rule: Rule) -> None:
        self._frequency.set_value(rule.frequency)
        self._every.setValue(rule.every)
        chosen = rule.weekdays or {self._first_on.weekday()}
        for number, box in enumerate(self._days):
            box.setChecked(number in chosen)
        self._nth.set_value(rule.nth)
        self._short.set_value(rule.short_month)
        self._end.set_value(_UNTIL if rule.until_on else _NUMBER if rule.number else _NEVER)
        if rule.until_on is not None:
            until = rule.until_on
            self._until.setDate(QDate(until.year, until.month, until.day))
        self._number.setValue(rule.number or self._number.value())

    def _connect(self) -> None:
        for choice in (self._frequency, self._nth, self._short, self._end):
            choice.chosen.connect(self._on_changed)
        for spin in (self._every, self._number):
            spin.valueChanged.connect(self._on_changed)
        for box in self._days:
            box.toggled.connect(self._on_changed)
        self._until.dateChanged.connect(self._on_changed)

    def _on_changed(self, _value: object) -> None:
        self._show_needed()
        self.changed.emit()

    def _show_needed(self) -> None:
        frequency, end = self._frequency.value(), self._end.value()
        is_late = self._first_on.day > 28
        by_date = frequency is Frequency.MONTHLY_BY_DAY and is_late
        by_leap_day = frequency is Frequency.YEARLY and (
            (self._first_on.month, self._first_on.day) == (2, 29)
        )
        self.fields["weekdays"].setVisible(frequency is Frequency.WEEKLY)
        self.fields["nth"].setVisible(frequency is Frequency.MONTHLY_BY_WEEKDAY)
        self.fields["short_month"].setVisible(by_date or by_leap_day)
        self.fields["until_on"].setVisible(end == _UNTIL)
        self.fields["number"].setVisible(end == _NUMBER)

    def rule(self) -> Rule:
        """What the fields say now."""
        frequency = Frequency(str(self._frequency.value()))
        nth, end, until = self._nth.value(), self._end.value(), self._until.date()
        chosen = frozenset(number for number, box in enumerate(self._days) if box.isChecked())
        by_weekday = frequency is Frequency.MONTHLY_BY_WEEKDAY
        return Rule(
            frequency,
            self._every.value(),
            chosen if frequency is Frequency.WEEKLY else frozenset(),
            nth if by_weekday and isinstance(nth, int) else None,
            ShortMonth(str(self._short.value())),
            date(until.year(), until.month(), until.day()) if end == _UNTIL else None,
            self._number.value() if end == _NUMBER else None,
        )


def _spin(name: str, most: int, value: int) -> QSpinBox:
    spin = named(QSpinBox(), name)
    spin.setRange(1, most)
    spin.setValue(value)
    return spin


def _nth_entries(day: date) -> list[tuple[str, object]]:
    """`Jumat ke-4`, `Jumat terakhir`: what the first occurrence is in its month."""
    weekday = date_pattern_text(day, "EEEE")
    return [
        (
            _("the last %(day)s") % {"day": weekday}
            if nth == -1
            else _("%(day)s number %(n)d") % {"day": weekday, "n": nth},
            nth,
        )
        for nth in fitting_nths(day)
    ]
