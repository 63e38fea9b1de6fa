"""All days of a year: what the program knows, what the office says, and what can be done."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.labels import category_label, label
from app.language import _, pgettext
from app.models.day import DayKind
from app.services import days
from app.services.days import DayRow
from app.services.shipped_days import knows_collective_leave
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.calendar.days.day_form import DayFormDialog
from app.ui.calendar.days.words import certainty_text, span_text
from app.ui.widgets import (
    Button,
    Cell,
    Choice,
    Column,
    Dialog,
    IconButton,
    Label,
    Notice,
    RowsModel,
    Table,
    named,
)
from app.wording import sentence

_ALL = "all"


class DaysDialog(Dialog):
    """Opens at a day; whoever may not write reads."""

    def __init__(
        self, bridge: OfficeBridge, day: date, parent: QWidget, *, may_write: bool
    ) -> None:
        super().__init__(
            "calendar.days",
            _("Days of the office"),
            _("Holidays and observances are known; everything can be corrected, added or hidden."),
            icon="calendar-days",
            width=820,
            parent=parent,
        )
        self._bridge, self._day, self._year = bridge, day, day.year
        self._may_write = may_write
        self._asked = QueryRunner(bridge, self)
        self._acts = ActRunner(bridge, self)
        self._rows: Sequence[DayRow] = ()
        self._notice = Notice("calendar.days.notice", "bad", rounded=True)
        self._leave = Notice("calendar.days.leave", "waiting", rounded=True)
        self._heading = named(Label("", "heading"), "calendar.days.year")
        kinds: list[tuple[str, object]] = [(_("All"), _ALL)]
        kinds += [(label(kind), kind) for kind in DayKind]
        self._kind = Choice("calendar.days.kind", kinds, prefix=_("Kind"))
        self._model = RowsModel(_columns(), self, _key_of)
        self._table = Table("calendar.days.table", _("Days of the year"), "compact")
        self._table.setModel(self._model)
        self._table.set_widths(178, 150, 0, 190)
        self._table.setMinimumHeight(300)
        self._fill_in()
        self._connect(bridge)
        self._on_moved(QModelIndex())
        self._reload()
        self._table.setFocus()

    def _fill_in(self) -> None:
        head = QHBoxLayout()
        earlier = named(
            IconButton("chevron-left", _("Year before"), "plain"), "calendar.days.earlier"
        )
        later = named(IconButton("chevron-right", _("Year after"), "plain"), "calendar.days.later")
        earlier.clicked.connect(lambda: self._turn(-1))
        later.clicked.connect(lambda: self._turn(1))
        for part in (earlier, self._heading, later):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self._kind)
        self.box.addLayout(head)
        for strip in (self._notice, self._leave):
            strip.hide()
            self.box.addWidget(strip)
        self.box.addWidget(self._table, 1)
        acts = QHBoxLayout()
        self._add = named(Button(_("&Add…"), "plain", "plus"), "calendar.days.add")
        self._change = named(Button(_("Co&rrect…"), "plain", "pencil-line"), "calendar.days.change")
        self._hide = named(Button(_("&Hide"), "plain", "eye-off"), "calendar.days.hide")
        self._remove = named(Button("", "plain", "undo-2"), "calendar.days.remove")
        for act in (self._add, self._change, self._hide, self._remove):
            act.setVisible(self._may_write)
            acts.addWidget(act)
        acts.addStretch(1)
        self.box.addLayout(acts)
        self.add_cancel(_("&Close"))

    def _connect(self, bridge: OfficeBridge) -> None:
        bridge.changed.connect(self._on_office_changed)
        self._asked.answered.connect(self._show)
        self._asked.failed.connect(self._complain)
        self._acts.failed.connect(self._complain)
        self._kind.chosen.connect(self._fill)
        self._table.moved.connect(self._on_moved)
        self._table.opened.connect(self._on_opened)
        self._add.clicked.connect(lambda: self._edit(None))
        self._change.clicked.connect(lambda: self._edit(self._current()))
        self._hide.clicked.connect(self._on_hide)
        self._remove.clicked.connect(self._on_remove)

    def _reload(self) -> None:
        self._heading.setText(str(self._year))
        self._asked.run(days.days_of_year, self._year)

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if "day_mark" in aggregates:
            self._reload()

    def _turn(self, years: int) -> None:
        self._year += years
        self._reload()

    @Slot(object)
    def _show(self, rows: Sequence[DayRow]) -> None:
        self._notice.tell("")
        self._rows = rows
        unknown = _("Cuti bersama %(year)s is not decided or not known here. Add it once it is.")
        is_known = knows_collective_leave(self._year) or any(
            row.kind is DayKind.COLLECTIVE_LEAVE for row in rows
        )
        self._leave.tell("" if is_known else unknown % {"year": self._year})
        self._fill(self._kind.value())

    @Slot(object)
    def _fill(self, kind: object) -> None:
        shown = [row for row in self._rows if kind in (_ALL, row.kind)]
        self._model.replace(shown)
        if not self._table.currentIndex().isValid():
            nearest = next((row for row in shown if row.last_on >= self._day), None)
            if nearest is not None:
                self._table.select_key(_key_of(nearest))
        self._on_moved(self._table.currentIndex())

    def _current(self) -> DayRow | None:
        row = self._table.current_row()
        return row if isinstance(row, DayRow) else None

    @Slot(QModelIndex)
    def _on_moved(self, _index: QModelIndex) -> None:
        """What can be done with the row that is current."""
        row = self._current()
        self._change.setEnabled(row is not None)
        self._hide.setEnabled(row is not None and row.id is None)
        self._remove.setEnabled(row is not None and row.id is not None)
        stands_in = row is not None and row.origin is not None
        self._remove.setText(_("As &before") if stands_in else _("&Remove"))

    @Slot(QModelIndex)
    def _on_opened(self, _index: QModelIndex) -> None:
        if self._may_write:
            self._edit(self._current())

    def _edit(self, row: DayRow | None) -> None:
        day = self._day if self._day.year == self._year else date(self._year, 1, 1)
        DayFormDialog(self._bridge, day, row, self).open()

    @Slot()
    def _on_hide(self) -> None:
        row = self._current()
        if row is not None and row.origin is not None:
            self._acts.run(days.hide_day, row.origin, row.first_on.year)

    @Slot()
    def _on_remove(self) -> None:
        row = self._current()
        if row is not None and row.id is not None:
            self._acts.run(days.remove_day, row.id, row.version)

    @Slot(Exception)
    def _complain(self, error: Exception) -> None:
        self._notice.tell(sentence(error))


def _key_of(row: DayRow) -> tuple[object, ...]:
    return row.origin or row.id, row.first_on


def _columns() -> list[Column]:
    return [
        Column(_("Day"), lambda row: Cell(span_text(row))),
        Column(_("Kind"), lambda row: Cell(label(row.kind), ink="text2")),
        Column(
            _("What the day is"),
            lambda row: Cell(
                row.words,
                ink="text3" if row.is_hidden else "",
                type_role="strong",
                tip=_tip_of(row),
            ),
        ),
        Column(pgettext("field", "Certainty"), lambda row: Cell(certainty_text(row), ink="text2")),
    ]


def _tip_of(row: DayRow) -> str:
    """Its remark, or what a content about it would belong to."""
    if row.reason or row.category is None:
        return row.reason
    return _("Fits the category %(category)s") % {"category": category_label(row.category)}
