"""The plan: one of five views with the tray beside it, and what can be done there."""

from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import wib
from app.services import calendar, calendar_filter
from app.services.calendar import Found, Tile, Tray
from app.services.calendar_filter import EVERYTHING, AccountChoice, Choices, Wanted
from app.services.calendar_views import ViewRow
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.calendar.days.tools import PlanTools
from app.ui.calendar.drafts_box import DraftsBox
from app.ui.calendar.filter_row import FilterRow
from app.ui.calendar.kinds import BOARD, KINDS, LIST, MONTH, WEEK, YEAR, heading, span, turned
from app.ui.calendar.own_views import OwnViews
from app.ui.calendar.plan_acts import PlanActs
from app.ui.calendar.strips import Strips
from app.ui.calendar.toolbar import Toolbar
from app.ui.calendar.tray import TrayPane
from app.ui.calendar.views import PlanViews
from app.ui.shelf import thumbnails_of
from app.ui.widgets import Rule
from app.wording import sentence


class PlanPage(QWidget):
    """Shows a page of the plan and the undated ideas; says what is to be opened."""

    opened = Signal(object, object)  # key of a content or None, and the day of a new one or None
    told = Signal(object)  # a Telling
    publishing_asked = Signal()

    def __init__(
        self, bridge: OfficeBridge, *, may_write: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._may_write = bridge.office, may_write
        self._day = self._today()
        self._wanted = EVERYTHING
        self._accounts: tuple[AccountChoice, ...] = ()
        self._lists_uncategorised = False
        self._tiles = QueryRunner(bridge, self)
        self._tray_rows = QueryRunner(bridge, self)
        self._uncategorised = QueryRunner(bridge, self)
        self._choices = QueryRunner(bridge, self)
        self._own_views = OwnViews(bridge, self)
        self._thumbnails = thumbnails_of(bridge)
        self._build(bridge)
        self._connect_work()
        self._connect_views()
        self._make_keys()
        self._views.set_current_quietly(self._today())

    def _today(self) -> date:
        return wib(self._office.now()).date()

    @property
    def shown(self) -> QWidget:
        """The view that is shown."""
        return self._views.shown

    def panes(self) -> tuple[QWidget, ...]:
        return (self.shown, self._tray.list) if self._tray.isVisibleTo(self) else (self.shown,)

    # Building

    def _build(self, bridge: OfficeBridge) -> None:
        self.toolbar = Toolbar(may_write=self._may_write)
        self._filters = FilterRow()
        self._views = PlanViews(may_move=self._may_write)
        self._tools = PlanTools(
            bridge,
            self,
            self._views.current_day,
            self._views.current_tile,
            may_write=self._may_write,
        )
        self.toolbar.add_tool(self._tools.more)
        self.toolbar.add_tool(self._tools.warnings.button)
        self.drafts = DraftsBox(bridge)
        self._tray = TrayPane(self._thumbnails.picture, self.drafts)
        self._acts = PlanActs(bridge, self, self._views, self._tray, may_write=self._may_write)
        self._tray_rule = Rule(upright=True)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._views, 1)
        row.addWidget(self._tray_rule)
        row.addWidget(self._tray)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.toolbar, Rule(), self._filters, Rule()):
            column.addWidget(part)
        self._strips = Strips(column, self)
        column.addLayout(row, 1)

    def _connect_work(self) -> None:
        self._tiles.answered.connect(self._show_answer)
        self._tray_rows.answered.connect(self._show_tray)
        self._uncategorised.answered.connect(self._show_worklist)
        self._choices.answered.connect(self._show_choices)
        for asking in (self._tiles, self._tray_rows, self._uncategorised, self._choices):
            asking.failed.connect(self.complain)
        for part in (self._acts, self._own_views, self._tools, self.drafts):
            part.failed.connect(self.complain)
        for teller in (self._acts, self._own_views, self._tools, self.drafts):
            teller.told.connect(self.told)
        self._own_views.known.connect(self._filters.show_views)
        self._own_views.left_as.connect(self._on_left_as)
        self._tools.days_known.connect(self._views.month.show_days)
        self._tools.warnings.content_asked.connect(lambda key: self.opened.emit(key, None))
        self._tools.warnings.day_asked.connect(self.show_day)
        self._tools.publishing_asked.connect(self.publishing_asked)
        self._tools.material_asked.connect(self._acts.collect)
        self._acts.opened.connect(self.opened)
        self._thumbnails.arrived.connect(self._tray.repaint_pictures)

    def _connect_views(self) -> None:
        self.toolbar.turned.connect(self._turn)
        self.toolbar.today_asked.connect(self.show_today)
        self.toolbar.kind_chosen.connect(self.choose_kind)
        self.toolbar.new_asked.connect(lambda: self.opened.emit(None, None))
        self._filters.wanted.connect(self._on_wanted)
        self._filters.view_chosen.connect(self._on_view_chosen)
        self._filters.save_asked.connect(self._on_save_asked)
        self._filters.drop_asked.connect(self._own_views.drop)
        self._strips.month_asked.connect(lambda: self.choose_kind(MONTH))
        self._strips.all_days_asked.connect(lambda: self.choose_kind(LIST))
        self._strips.many_asked.connect(self._acts.ask_where_to)
        self._strips.unmark_asked.connect(self._views.list.unmark_all)
        views = self._views
        views.more_asked.connect(self._on_more_asked)
        views.page_asked.connect(self._turn)
        views.day_left.connect(self._show_page_of)
        views.month_opened.connect(self._on_month_opened)
        views.marks_changed.connect(lambda: self._strips.tell_marked(views.marked()))
        self.drafts.resumed.connect(lambda key: self.opened.emit(key or None, None))

    def _make_keys(self) -> None:
        """Single letters work only while one of the lists has the focus."""
        letters = {
            "T": self.show_today,
            "M": self._acts.ask_where_to,
            "H": self._open_days,
            "P": self.publishing_asked.emit,
            "U": self._tools.open_repeat,
            "W": self._tools.warnings.open,
            "B": lambda: self.choose_kind(MONTH),
            "I": lambda: self.choose_kind(WEEK),
            "K": lambda: self.choose_kind(BOARD),
            "D": lambda: self.choose_kind(LIST),
            "A": lambda: self.choose_kind(YEAR),
        }
        for key, slot in letters.items():
            self._views.add_key(key, slot)
            shortcut = QShortcut(QKeySequence(key), self._tray.list, slot)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        find = QShortcut(QKeySequence("Ctrl+F"), self, self._filters.go_to_search)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._acts.paste)
        for shortcut in (find, paste):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # Asking

    def reload(self) -> None:
        self._ask_page()
        self._tray_rows.run(calendar.undated, self._wanted)
        self._choices.run(calendar_filter.choices)
        self._own_views.reload()
        if self._may_write:
            self.drafts.reload()

    @property
    def _searches_all_days(self) -> bool:
        return self._views.kind == LIST and bool(self._wanted.words)

    def _ask_page(self) -> None:
        """What the page of the current view shows; only the newest asking is answered."""
        kind, now = self._views.kind, self._office.now()
        if self._lists_uncategorised:
            self._uncategorised.run(calendar.uncategorised, now)
        elif self._searches_all_days:
            self._tiles.run(calendar.found, now, self._wanted)
        elif kind == YEAR:
            self._tiles.run(calendar.year, self._day.year, now, self._wanted)
        else:
            first, end = span(kind, self._day)
            self._tiles.run(calendar.tiles, first, end, now, self._wanted)
            self._tools.ask(*span(MONTH, self._day))

    @Slot(Exception)
    def complain(self, error: Exception) -> None:
        self._strips.notice.tell(sentence(error))
        self._views.refresh()

    # Showing

    @Slot(object)
    def _show_answer(self, answer: object) -> None:
        """An answer to an older kind of question is not asked for any more, and never comes."""
        self._strips.notice.hide()
        self.toolbar.set_heading(heading(self._views.kind, self._day))
        if isinstance(answer, Found):
            self._views.show_rows(answer.tiles)
            count = len(answer.tiles)
            self._strips.tell_fits(self._wanted, count, is_everywhere=True, is_cut=answer.is_cut)
        elif isinstance(answer, dict):
            counts = cast("dict[date, int]", answer)
            self._views.show_year(self._day, counts, self._office.now())
            self._strips.tell_fits(self._wanted, sum(counts.values()), is_everywhere=False)
        else:
            tiles = cast("list[Tile]", answer)
            self._views.show_tiles(self._day, tiles, self._accounts_shown(), self._office.now())
            self._strips.tell_fits(self._wanted, len(tiles), is_everywhere=False)

    def _accounts_shown(self) -> tuple[AccountChoice, ...]:
        """The accounts that the filters let pass."""
        wanted = self._wanted.account_id
        return tuple(each for each in self._accounts if wanted in (None, each.id))

    @Slot(object)
    def _show_tray(self, tray: Tray) -> None:
        self._tray.show_tray(tray, may_move=self._may_write)

    @Slot(object)
    def _show_choices(self, choices: Choices) -> None:
        self._filters.show_choices(choices)
        if choices.accounts != self._accounts:
            self._accounts = choices.accounts
            if self._views.kind == BOARD:
                self._ask_page()

    @Slot(int)
    def _turn(self, pages: int) -> None:
        self._show_page_of(turned(self._views.kind, self._day, pages))

    @Slot()
    def show_today(self) -> None:
        self.show_day(self._today())

    def show_day(self, day: date) -> None:
        """Show the page of a day, and make that current."""
        self._views.set_current_quietly(day)
        self._show_page_of(day)

    @Slot(object)
    def _show_page_of(self, day: date) -> None:
        self._day = day
        first, end = span(self._views.kind, day)
        if not first <= self._views.current_day() < end:
            self._views.set_current_quietly(day)
        self._end_worklist()
        self._ask_page()

    @Slot(object)
    def choose_kind(self, kind: object) -> None:
        """The person wants this kind of view, now and the next time."""
        self.show_kind(str(kind))
        self._own_views.keep_left(self._views.kind)

    def show_kind(self, kind: str) -> None:
        """Show this kind of view, on the page with the current day."""
        self._end_worklist()
        self._show_view(kind)
        self._ask_page()

    @Slot(str)
    def _on_left_as(self, kind: str) -> None:
        if kind in KINDS and not self._lists_uncategorised:
            self.show_kind(kind)

    def _show_view(self, kind: str) -> None:
        current = self._views.current_day()
        first, end = span(self._views.kind, self._day)
        if first <= current < end:
            self._day = current
        self.toolbar.set_kind(kind)
        self._views.show_kind(kind)
        self._strips.tell_marked(self._views.marked())
        for part in (self._tray, self._tray_rule):
            part.setVisible(kind != YEAR)

    @Slot(object)
    def _on_more_asked(self, hidden: tuple[Tile, ...]) -> None:
        """The list has room for all of the day."""
        self.show_kind(LIST)
        self._views.show_rows(hidden)
        self._views.select(hidden[0])
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_month_opened(self, day: date) -> None:
        """From the year into one of its months."""
        self._day = day
        self._views.set_current_quietly(day)
        self.choose_kind(MONTH)
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    # Filters and own views

    @Slot(object)
    def _on_wanted(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._end_worklist()
        self._ask_page()
        self._tray_rows.run(calendar.undated, wanted)

    @Slot(object)
    def _on_view_chosen(self, view: ViewRow) -> None:
        self._filters.show_wanted(view.wanted)
        self._wanted = self._filters.wanted_now()
        if view.kind in KINDS:
            self._show_view(view.kind)
        self._on_wanted(self._wanted)

    @Slot()
    def _on_save_asked(self) -> None:
        self._own_views.ask_name(self._views.kind, self._wanted)

    # What has no category

    def show_uncategorised(self) -> None:
        """List what the public saw this year and nobody has categorised, to do it one by one."""
        self._lists_uncategorised = True
        self._show_view(LIST)
        self._strips.hide_fits()
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    @Slot(object)
    def _show_worklist(self, tiles: list[Tile]) -> None:
        if self._lists_uncategorised:
            self._views.show_rows(tiles)
            self._strips.tell_worklist(len(tiles))

    def _end_worklist(self) -> None:
        self._lists_uncategorised = False
        self._strips.worklist.hide()

    def _open_days(self) -> None:
        """H: holidays, notes, campaigns around the current day."""
        self._tools.open_days(self._views.current_day())
