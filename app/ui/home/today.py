"""Beranda's card of today: what goes out, the days without content, warnings about the plan."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.language import _, date_pattern_text, ngettext, number_text, time_text
from app.services.calendar import Tile
from app.services.home import HomeView, PlanOutlook
from app.ui.widgets import Card, Label, Rule, clear, state_chip
from app.ui.widgets.lines import Line, LineLook

_DAYS_SHOWN = 8


class TodayCard(Card):
    """Filled at once; what needs the days of the office comes a little later."""

    led = Signal(object)  # the Tile or the date that a line leads to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Today"), parent=parent)
        self._view: HomeView | None = None
        self._outlook = PlanOutlook(frozenset(), 0)

    def show_view(self, view: HomeView) -> None:
        self._view = view
        self._fill(view)

    def show_outlook(self, outlook: PlanOutlook) -> None:
        if outlook != self._outlook:
            self._outlook = outlook
            if self._view is not None:
                self._fill(self._view)

    def _fill(self, view: HomeView) -> None:
        clear(self.box)
        today = [tile for tile in view.week if tile.day == view.today]
        for tile in today:
            self.box.addWidget(self._tile_line(tile))
        if not today:
            note = Label(_("Nothing goes out today."), "meta", "text2", wrap=True)
            note.setContentsMargins(16, 10, 16, 10)
            self.box.addWidget(note)
        lines = self._plan_lines(view)
        if lines:
            self.box.addWidget(Rule())
        for line in lines:
            self.box.addWidget(line)

    def _tile_line(self, tile: Tile) -> Line:
        chip = state_chip(tile.state.group, tile.state.name)
        look = LineLook(
            tile.title,
            icon=chip.icon,
            tone=chip.tone,
            tile=False,
            time=time_text(tile.at) if tile.at is not None else "–",
            platforms=tile.platforms,
        )
        return self._line(look, f"home.today.{tile.reference}", tile)

    def _plan_lines(self, view: HomeView) -> list[Line]:
        lines = []
        empty = [day for day in view.empty_days if day not in self._outlook.free_days]
        if empty:
            lines.append(self._plan_line(_empty_words(empty), "calendar-x", "empty_days", empty[0]))
        if count := self._outlook.warnings:
            words = ngettext(
                "%(n)s warning about this month's plan",
                "%(n)s warnings about this month's plan",
                count,
            ) % {"n": number_text(count)}
            lines.append(self._plan_line(words, "triangle-alert", "plan_warnings", view.today))
        return lines

    def _plan_line(self, words: str, icon: str, name: str, day: date) -> Line:
        look = LineLook(words, icon=icon, tone="waiting", tile=False, wraps=True)
        return self._line(look, f"home.{name}", day)

    def _line(self, look: LineLook, name: str, leads_to: Tile | date) -> Line:
        line = Line(look, name, ruled=False)
        line.clicked.connect(lambda: self.led.emit(leads_to))
        return line


def _empty_words(days: Sequence[date]) -> str:
    """`Belum ada konten pada 20, 23, 24 November`."""
    shown = ", ".join(str(day.day) for day in days[:_DAYS_SHOWN])
    return _("No content yet on %(days)s %(month)s") % {
        "days": shown + ("…" if len(days) > _DAYS_SHOWN else ""),
        "month": date_pattern_text(days[0], "MMMM"),
    }
