"""Letting a content repeat: its rule, the dates that follow, and making occurrences ahead."""

from dataclasses import dataclass
from datetime import date
from itertools import islice

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, ngettext, weekday_text, wib
from app.services import recurrence
from app.services.errors import InvalidValue
from app.services.recurrence import MOST_AT_ONCE, OccurrenceRow, Repeating, Rule
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.calendar.days.rule_fields import RuleFields
from app.ui.widgets import (
    Button,
    Cell,
    Column,
    Dialog,
    Field,
    Notice,
    RowsModel,
    Table,
    Telling,
    named,
    show_errors,
)
from app.wording import sentence

_PROPOSED = 12


@dataclass(frozen=True, slots=True)
class _Line:
    """A date of the list; `made` is None of one that is made next."""

    day: date
    made: OccurrenceRow | None


class RepeatDialog(Dialog):
    """Opens for one content, the first of a series or one of its occurrences."""

    told = Signal(object)  # a Telling

    def __init__(self, bridge: OfficeBridge, content_id: int, parent: QWidget) -> None:
        super().__init__(
            "calendar.repeat",
            _("Repeat a content"),
            _(
                "Every occurrence becomes a content of its own: it is approved by itself and has "
                "its own proof. Nothing is made or goes out by itself."
            ),
            icon="history",
            width=620,
            parent=parent,
        )
        self._bridge, self._content_id = bridge, content_id
        self._today = wib(bridge.office.now()).date()
        self._asked = QueryRunner(bridge, self)
        self._acts = ActRunner(bridge, self)
        self._view: Repeating | None = None
        self._rule: RuleFields | None = None
        self._notice = Notice("calendar.repeat.notice", "bad", rounded=True)
        self._notice.hide()
        self._place = QVBoxLayout()
        self._model = RowsModel(_columns(), self, lambda line: line.day)
        self._list = Table("calendar.repeat.dates", _("Dates of the series"), "compact")
        self._list.setModel(self._model)
        self._list.set_widths(230, 160, 0)
        self._list.setMinimumHeight(190)
        self._count = named(QSpinBox(), "calendar.repeat.count")
        self._count.setRange(1, MOST_AT_ONCE)
        self._count.setValue(_PROPOSED)
        self._end = Button(_("E&nd the series"), "ghost", "ban")
        named(self._end, "calendar.repeat.end_series")
        self._fill_in()
        self._asked.answered.connect(self._show)
        self._asked.failed.connect(self._on_failed)
        self._acts.failed.connect(self._on_failed)
        self._acts.done.connect(self._on_done)
        self._acts.busy.connect(self._make.setDisabled)
        self._count.valueChanged.connect(self._preview)
        self._end.clicked.connect(self._on_end)
        self._ask()

    def _fill_in(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(Field(_("&How many to make now"), self._count))
        foot.addStretch(1)
        foot.addWidget(self._end)
        self.box.addWidget(self._notice)
        self.box.addLayout(self._place)
        self.box.addWidget(self._list, 1)
        self.box.addLayout(foot)
        self.add_cancel(_("&Close"))
        self._save = self.add_verb(_("&Save the rule"), name="save", slot=self._on_save)
        self._make = self.add_verb(
            "", "primary", name="make", slot=self._on_make, default=True, key="Ctrl ↵"
        )
        for verb in (self._save, self._make, self._end):
            verb.setEnabled(False)

    def _ask(self) -> None:
        self._asked.run(recurrence.repeating, self._content_id, self._today)

    @Slot(object)
    def _show(self, view: Repeating) -> None:
        self._view = view
        self.heading.setText(_("Repeat “%(title)s”") % {"title": view.title})
        first_on = view.series.first_on if view.series else view.day
        if first_on is None:
            error = InvalidValue("content", "without_day", view.reference)
            self._notice.tell(sentence(error))
            return
        if self._rule is None:
            self._rule = RuleFields(first_on, view.series.rule if view.series else None)
            self._rule.changed.connect(self._preview)
            self._place.addWidget(self._rule)
            self.adjustSize()
        self._end.setEnabled(view.series is not None and not view.series.is_ended)
        self._save.setEnabled(True)
        self._preview()

    @Slot()
    def _preview(self) -> None:
        """The dates that would be made by what the fields say now, below those that are made."""
        made = self._view.series.made if self._view and self._view.series else ()
        following = self._following()
        lines = [_Line(row.occurs_on, row) for row in made]
        self._model.replace(lines + [_Line(day, None) for day in following])
        words = ngettext("&Make %(n)d occurrence", "&Make %(n)d occurrences", len(following))
        self._make.setText(words % {"n": len(following)})
        self._make.setEnabled(bool(following) and not self._acts.is_busy)

    def _following(self) -> tuple[date, ...]:
        view, fields = self._view, self._rule
        if view is None or fields is None:
            return ()
        series = view.series
        first_on = series.first_on if series else view.day
        if first_on is None:
            return ()
        taken = {row.occurs_on for row in series.made} if series else {first_on}
        days = (
            day
            for day in recurrence.dates(fields.rule(), first_on)
            if day not in taken and day >= self._today
        )
        return tuple(islice(days, self._count.value()))

    def _saved(self, view: Repeating, rule: Rule) -> int:
        """Save the rule where it is new or changed; returns the key of the series."""
        office = self._bridge.office
        series = view.series
        if series is None:
            return office.act(recurrence.repeat, view.content_id, view.version, rule)
        if series.rule != rule or series.is_ended:
            office.act(recurrence.change_rule, series.id, series.version, rule)
        return series.id

    @Slot()
    def _on_save(self) -> None:
        self._clear_errors()
        view, fields = self._view, self._rule
        if view is not None and fields is not None:
            rule = fields.rule()
            self._acts.call(lambda: self._saved(view, rule))

    @Slot()
    def _on_make(self) -> None:
        self._clear_errors()
        view, fields, days = self._view, self._rule, self._following()
        if view is None or fields is None:
            return
        rule, office = fields.rule(), self._bridge.office

        def work() -> tuple[int, ...]:
            return office.act(recurrence.make_occurrences, self._saved(view, rule), days)

        self._acts.call(work)

    @Slot()
    def _on_end(self) -> None:
        series = self._view.series if self._view else None
        if series is not None:
            self._acts.run(recurrence.end_series, series.id, series.version)

    @Slot(object)
    def _on_done(self, made: object) -> None:
        if isinstance(made, tuple):
            words = ngettext(
                "%(n)d occurrence made; it is collected.",
                "%(n)d occurrences made; they are collected.",
                len(made),
            )
            self.told.emit(Telling(words % {"n": len(made)}, None, "history"))
        self._ask()

    def _clear_errors(self) -> None:
        self._notice.tell("")
        if self._rule is not None:
            show_errors([(field, "") for field in self._rule.fields.values()])

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        fields = self._rule.fields if self._rule else {}
        field = fields.get(error.field) if isinstance(error, InvalidValue) else None
        if field is not None:
            show_errors([(field, sentence(error))])
        else:
            self._notice.tell(sentence(error))
            self._ask()


def _columns() -> list[Column]:
    return [
        Column(_("Day"), lambda line: Cell(weekday_text(line.day))),
        Column(_("State"), lambda line: Cell(_state_of(line), ink="text2")),
        Column(_("Reference"), lambda line: Cell(line.made.reference if line.made else "–")),
    ]


def _state_of(line: _Line) -> str:
    return label(line.made.state) if line.made else _("is made next")
