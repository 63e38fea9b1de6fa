"""Beranda: the first thing that one sees, and every line of it leads somewhere."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import (
    _,
    month_text,
    ngettext,
    number_text,
    percent_text,
    weekday_text,
)
from app.services import home
from app.services.calendar import Tile
from app.services.home import ClockLine, Compliance, HomeView, Need
from app.services.obligations import Gap
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.home.gauge import Gauge
from app.ui.home.today import TodayCard
from app.ui.home.week import Legend, Week
from app.ui.home.words import need_line, place_of, target_of
from app.ui.theme import scaled
from app.ui.widgets import (
    Card,
    EmptyState,
    Label,
    Notice,
    Rule,
    Screen,
    Scroll,
    clear,
    clock_look,
    set_ground,
)
from app.ui.widgets.lines import Line, LineLook

_SIDE = 384
_NEEDS_SHOWN = 24  # the most urgent; nearly all of the rest are inquiries without a clock
_AFTER_PAINT = 50  # ms: what the regulation lacks takes longer than all the rest
_WATCHED = frozenset(
    {
        "content",
        "variant",
        "inquiry",
        "clock",
        "answer",
        "revision",
        "decision",
        "account",
        "assignment",
        "person",
        "report",
        "policy",
        "agency",
        "pause",
        "day_mark",
    }
)


class HomeScreen(Screen):
    """Reads one view of the whole; asked again on every change and each time it is entered."""

    tells_day = True

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("home")
        set_ground(self, "window")
        self._bridge = bridge
        self._view = QueryRunner(bridge, self)
        self._compliance_query = QueryRunner(bridge, self)
        self._outlook_query = QueryRunner(bridge, self)
        self._build()
        self._connect(bridge)
        self.reload()

    def _build(self) -> None:
        self._notice = Notice("home.notice", "bad")
        self._notice.hide()
        self._needs = Card(_("Needs your act"), _("the most urgent on top"))
        self._need_lines = _column_in(self._needs)
        self._week = Week()
        self._week_card = Card(_("This week"))
        self._week_card.box.addWidget(self._week, 1)
        self._week_card.box.addWidget(Rule())
        self._week_card.box.addWidget(Legend())
        self._clocks = Card(_("24-hour clocks"))
        self._today = TodayCard()
        self._compliance = Card(_("What the regulation still lacks"))
        self._report_gauge = Gauge("home.report", _("Annual report (Pasal 12)"))
        self._compliance.box.addWidget(self._report_gauge)
        self._gap_lines = QVBoxLayout()
        self._compliance.box.addLayout(self._gap_lines, 1)
        left = QVBoxLayout()
        left.setContentsMargins(20, 16, 0, 18)
        left.setSpacing(16)
        left.addWidget(self._needs, 5)
        left.addWidget(self._week_card, 4)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._side())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addLayout(row, 1)

    def _side(self) -> QWidget:
        """The right column; where it is higher than the window it scrolls."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 16, 20, 18)
        column.setSpacing(16)
        for card in (self._clocks, self._today):
            column.addWidget(card)
        column.addWidget(self._compliance, 1)
        scroll = Scroll(content, "window")
        scroll.setFixedWidth(scaled(_SIDE) + 36)
        return scroll

    def _connect(self, bridge: OfficeBridge) -> None:
        bridge.changed.connect(self._on_office_changed)
        self._view.answered.connect(self._show)
        self._view.failed.connect(self._on_failed)
        self._week.chosen.connect(self._on_week_chosen)
        self._compliance_query.answered.connect(self._show_compliance)
        self._compliance_query.failed.connect(self._on_failed)
        self._outlook_query.answered.connect(self._today.show_outlook)
        self._outlook_query.failed.connect(self._on_failed)
        self._today.led.connect(self._on_week_chosen)
        self._report_gauge.clicked.connect(lambda: self.leads.emit("reports", None))

    def reload(self) -> None:
        office = self._bridge.office
        if office.actor is not None:
            self._view.run(home.home_view, office.actor, office.now())

    def panes(self) -> tuple[QWidget, ...]:
        """The first line of each card."""
        cards = (self._needs, self._week_card, self._clocks, self._today, self._compliance)
        firsts = (card.findChild(Line) or card.findChild(QWidget, "home.week") for card in cards)
        return tuple(first for first in firsts if first is not None)

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & _WATCHED:
            self.reload()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        from app.wording import sentence

        self._notice.tell(sentence(error))

    @Slot(object)
    def _show(self, view: HomeView) -> None:
        self._notice.hide()
        greeting = _("Welcome, %(name)s")
        if view.greets_in_sundanese:
            greeting = _("Sampurasun, %(name)s")
        self.set_heading(greeting % {"name": view.addressed}, weekday_text(view.today))
        kept = self.focusWidget().objectName() if self.focusWidget() is not None else ""
        self._show_needs(view)
        self._show_week(view)
        self._show_clocks(view)
        self._today.show_view(view)
        QTimer.singleShot(_AFTER_PAINT, self, self._ask_compliance)
        if kept and (again := self.findChild(QWidget, kept)) is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_needs(self, view: HomeView) -> None:
        clear(self._need_lines)
        count = view.needs_in_all
        self._needs.counter.setText(number_text(count, 0) if count else "")
        self._needs.note.setVisible(bool(view.needs))
        for number, need in enumerate(view.needs[:_NEEDS_SHOWN]):
            name = f"home.need.{number}"
            line = Line(need_line(need, view.now), name)
            line.clicked.connect(lambda _on=False, need=need: self._lead_to_need(need))
            self._need_lines.addWidget(line)
        if (rest := count - _NEEDS_SHOWN) > 0:
            words = ngettext("%(n)d more", "%(n)d more", rest) % {"n": rest}
            more = Line(LineLook(words, icon="ellipsis", tile=False), "home.need.more")
            more.clicked.connect(lambda: self.leads.emit("inquiries", None))
            self._need_lines.addWidget(more)
        if not view.needs:
            self._need_lines.addWidget(
                EmptyState(_("Nothing waits for you"), _("What is due later stands in the week."))
            )
        self._need_lines.addStretch(1)

    @Slot()
    def _ask_compliance(self) -> None:
        now = self._bridge.office.now()
        self._outlook_query.run(home.plan_outlook, now)
        self._compliance_query.run(home.compliance, now)

    @Slot(object)
    def _show_compliance(self, found: Compliance) -> None:
        self._report_gauge.show_share(found.parts_complete, found.parts)
        self._show_gaps(found.gaps)

    def _show_week(self, view: HomeView) -> None:
        # a content that goes out twice is one content, in two entries
        waits = ("ready", "submitted")
        ready = len({tile.content_id for tile in view.week if tile.state.name in waits})
        count = len({tile.content_id for tile in view.week})
        words = ngettext("%(n)d content", "%(n)d contents", count) % {"n": count}
        waiting = ngettext("%(n)d awaits approval", "%(n)d await approval", ready) % {"n": ready}
        self._week_card.note.setText(f"{words}, {waiting}" if ready else words)
        self._week.show_week(view.monday, view.today, view.week)

    def _show_clocks(self, view: HomeView) -> None:
        clear(self._clocks.box)
        running = ngettext("%(n)d referral runs", "%(n)d referrals run", view.running)
        self._clocks.note.setText(running % {"n": view.running})
        for clock in view.clocks:
            self._clocks.box.addWidget(self._clock_line(clock, view))
        met, ended = view.punctuality.met, view.punctuality.ended
        words = _("No referral has ended this month.")
        if ended:
            words = _("%(month)s: %(met)d of %(ended)d answered within 24 hours (%(share)s)") % {
                "month": month_text(view.today).split(" ")[0],
                "met": met,
                "ended": ended,
                "share": percent_text(met / ended, 0),
            }
        self._clocks.box.addWidget(_foot_note(words))

    def _clock_line(self, clock: ClockLine, view: HomeView) -> Line:
        shown = clock_look(clock.started_at, clock.due_at, view.now, narrow=True)
        look = LineLook(clock.agency, clock.subject, clock=shown)
        line = Line(look, f"home.clock.{clock.reference}")
        line.clicked.connect(lambda: self.leads.emit("inquiries", clock.reference))
        return line

    def _show_gaps(self, gaps: Sequence[Gap]) -> None:
        from app.ui.gap_leads import gap_line

        clear(self._gap_lines)
        self._compliance.counter.setText(number_text(len(gaps), 0) if gaps else "")
        for gap in gaps:
            line = Line(gap_line(gap), f"home.gap.{gap.kind.value}")
            line.clicked.connect(lambda _on=False, gap=gap: self._lead_to_gap(gap))
            self._gap_lines.addWidget(line)
        if not gaps:
            self._gap_lines.addWidget(_foot_note(_("Nothing is lacking.")))
        self._gap_lines.addStretch(1)

    def _lead_to_need(self, need: Need) -> None:
        self.leads.emit(place_of(need), target_of(need))

    def _lead_to_gap(self, gap: Gap) -> None:
        from app.ui.gap_leads import place_of_gap, target_of_gap

        self.leads.emit(place_of_gap(gap), target_of_gap(gap))

    @Slot(object)
    def _on_week_chosen(self, chosen: Tile | date) -> None:
        self.leads.emit("calendar", chosen.reference if isinstance(chosen, Tile) else chosen)


def _column_in(card: Card) -> QVBoxLayout:
    """A column inside a card that scrolls once it is higher than the card."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    card.box.addWidget(Scroll(content))
    return column


def _foot_note(words: str) -> Label:
    note = Label(words, "meta", "text2", wrap=True)
    note.setContentsMargins(16, 10, 16, 10)
    return note
