"""Moving many contents at once: by a number of days, or all to one day; the hours stay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QSpinBox, QStackedWidget, QWidget

from app.language import _, ngettext, number_text
from app.services.calendar import Tile
from app.services.calendar_moving import Fate
from app.ui.widgets import DayField, Dialog, Field, Notice, Part, Segments, named

_BY, _TO = "by", "to"
_MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Shift:
    """Where each goes: so many days on or back, or to one day."""

    days: int = 0
    to_on: date | None = None

    def of(self, day: date) -> date:
        return self.to_on or day + timedelta(days=self.days)


class MoveManyDialog(Dialog):
    """Says first how many are moved, which stay, and which approvals would be void."""

    chosen = Signal(object)  # a Shift

    def __init__(self, tiles: Sequence[Tile], fate: Fate, parent: QWidget) -> None:
        movable = [tile for tile in tiles if tile.is_movable]
        going = [tile for tile in movable if tile.content_id not in fate.staying]
        super().__init__(
            "calendar.move_many",
            _count_words(len(going)),
            _("Each keeps its time of day and its state."),
            icon="calendar-days",
            parent=parent,
        )
        self._notice = Notice("calendar.move_many.notice", "waiting", rounded=True)
        self._notice.tell(
            _fate_words(len(tiles) - len(movable), len(movable) - len(going), fate.falling)
        )
        self._way = Segments(
            "calendar.move_many.way",
            [Part(_BY, _("By a number of days")), Part(_TO, _("To one day"))],
            _("How they are moved"),
        )
        self._days = named(QSpinBox(), "calendar.move_many.days")
        self._days.setRange(-_MOST_DAYS, _MOST_DAYS)
        self._days.setValue(7)
        first = min((tile.day for tile in going), default=date(2026, 1, 1))
        day = QDate(first.year, first.month, first.day)
        self._day = DayField("calendar.move_many.day", day)
        self._fields = QStackedWidget()
        self._fields.addWidget(Field(_("&Days; less than 0 is earlier"), self._days))
        self._fields.addWidget(Field(_("&Day"), self._day))
        for part in (self._notice, self._way, self._fields):
            self.box.addWidget(part)
        self._way.chosen.connect(self._on_way_chosen)
        self.add_cancel()
        move = self.add_verb(_("&Move"), "primary", name="yes", slot=self._on_move, default=True)
        move.setEnabled(bool(going))
        self._days.setFocus()

    @Slot(object)
    def _on_way_chosen(self, way: object) -> None:
        self._fields.setCurrentIndex(0 if way == _BY else 1)

    @Slot()
    def _on_move(self) -> None:
        to_on = self._day.date().toPython()
        is_by = self._way.value() == _BY
        self.chosen.emit(Shift(days=self._days.value()) if is_by else Shift(to_on=_date(to_on)))
        self.accept()


def _date(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(f"no date: {value!r}")
    return value


def _count_words(count: int) -> str:
    words = ngettext("Move %(n)s content", "Move %(n)s contents", count)
    return words % {"n": number_text(count, 0)}


def _fate_words(over: int, waiting: int, falling: int) -> str:
    """What becomes of them besides; empty if nothing does."""
    told = (
        (
            falling,
            ngettext(
                "%(n)s of them is approved: its approval will be void.",
                "%(n)s of them are approved: their approvals will be void.",
                falling,
            ),
        ),
        (
            waiting,
            ngettext(
                "%(n)s more waits for a decision and stays.",
                "%(n)s more wait for a decision and stay.",
                waiting,
            ),
        ),
        (
            over,
            ngettext(
                "%(n)s more is published or over and stays.",
                "%(n)s more are published or over and stay.",
                over,
            ),
        ),
    )
    return " ".join(words % {"n": number_text(count, 0)} for count, words in told if count)
