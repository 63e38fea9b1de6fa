"""The plan: month or list with the tray beside them, and what can be done there."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language import _, month_text, ngettext, number_text, wib
from app.services import calendar
from app.services.calendar import Tile, Tray, TrayRow
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.calendar.days.tools import PlanTools
from app.ui.calendar.drafts_box import DraftsBox
from app.ui.calendar.list_view import TileList, key_of, tile_columns
from app.ui.calendar.month_view import MonthView
from app.ui.calendar.moving import Moving
from app.ui.calendar.tile_view import Target
from app.ui.calendar.toolbar import LIST, MONTH, Toolbar
from app.ui.calendar.tray import TrayPane
from app.ui.shelf import thumbnails_of
from app.ui.widgets import Button, Notice, RowRole, RowsModel, Rule, named
from app.wording import sentence


class PlanPage(QWidget):
    """Shows a month's tiles and the undated ideas; says what is to be opened."""

    opened = Signal(object, object)  # key of a content or None, and the day of a new one or None
    told = Signal(object)  # a Telling
    publishing_asked = Signal()

    def __init__(
        self, bridge: OfficeBridge, *, may_write: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._may_write = bridge.office, may_write
        self._month = self._today().replace(day=1)
        self._lists_uncategorised = False
        self._tiles = QueryRunner(bridge, self)
        self._tray_rows = QueryRunner(bridge, self)
        self._uncategorised = QueryRunner(bridge, self)
        self._moving = Moving(bridge, self)
        self._thumbnails = thumbnails_of(bridge)
        self._build(bridge)
        self._connect_work()
        self._connect_views()
        self._make_keys()
        self._view.set_current(self._today())

    def _today(self) -> date:
        return wib(self._office.now()).date()

    @property
    def shown(self) -> QWidget:
        """The month or the list, whichever is shown."""
        return self._list if self._views.currentWidget() is self._list else self._view

    def panes(self) -> tuple[QWidget, ...]:
        return (self.shown, self._tray.list)

    # Building

    def _build(self, bridge: OfficeBridge) -> None:
        self.toolbar = Toolbar(may_write=self._may_write)
        self._view = MonthView()
        self._view.set_may_move(self._may_write)
        self._tools = PlanTools(
            bridge,
            self,
            self._view.current_day,
            self._current_tile,
            may_write=self._may_write,
        )
        self.toolbar.add_tool(self._tools.more)
        self._rows = RowsModel(tile_columns(), self, key_of)
        self._list = TileList(self._rows)
        self.drafts = DraftsBox(bridge)
        self._tray = TrayPane(self._thumbnails.picture, self.drafts)
        self._notice = Notice("calendar.notice", "bad")
        self._worklist = Notice("calendar.worklist")
        end = named(Button(_("Back to the &month"), size="small"), "calendar.worklist.end")
        end.clicked.connect(lambda: self.show_kind(MONTH))
        self._worklist.add_act(end)
        for strip in (self._notice, self._worklist):
            strip.hide()
        self._views = QStackedWidget()
        self._views.addWidget(self._view)
        self._views.addWidget(self._list)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._views, 1)
        row.addWidget(Rule(upright=True))
        row.addWidget(self._tray)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.toolbar, Rule(), self._notice, self._worklist):
            column.addWidget(part)
        column.addLayout(row, 1)

    def _connect_work(self) -> None:
        self._tiles.answered.connect(self._show_tiles)
        self._tray_rows.answered.connect(self._show_tray)
        self._uncategorised.answered.connect(self._show_worklist)
        for runner in (self._tiles, self._tray_rows, self._uncategorised, self._moving):
            runner.failed.connect(self.complain)
        self._moving.arrived.connect(self._view.set_current_quietly)
        self._moving.told.connect(self.told)
        self._tools.days_known.connect(self._view.show_days)
        self._tools.failed.connect(self.complain)
        self._tools.told.connect(self.told)
        self._tools.publishing_asked.connect(self.publishing_asked)
        self.drafts.told.connect(self.told)
        self.drafts.failed.connect(self.complain)
        self._thumbnails.arrived.connect(self._tray.repaint_pictures)

    def _connect_views(self) -> None:
        self.toolbar.turned.connect(self._turn)
        self.toolbar.today_asked.connect(self.show_today)
        self.toolbar.kind_chosen.connect(self.show_kind)
        self.toolbar.new_asked.connect(lambda: self.opened.emit(None, None))
        self._view.opened.connect(self._on_tile_opened)
        self._view.day_opened.connect(self._on_day_opened)
        self._view.more_asked.connect(self._on_more_asked)
        self._view.move_asked.connect(self._moving.move_tile)
        self._view.dropped.connect(self._on_dropped)
        self._view.page_asked.connect(self._turn)
        self._view.day_left.connect(self._show_month_of)
        self._list.opened.connect(lambda index: self._on_tile_opened(index.data(RowRole)))
        self._tray.opened.connect(self._on_idea_opened)
        self.drafts.resumed.connect(lambda key: self.opened.emit(key or None, None))

    def _make_keys(self) -> None:
        """Single letters work only while one of the lists has the focus."""
        letters = (
            ("T", self.show_today),
            ("M", self._ask_where_to),
            ("H", self._open_days),
            ("U", self._tools.open_repeat),
            ("P", self.publishing_asked.emit),
            ("B", lambda: self.show_kind(MONTH)),
            ("D", lambda: self.show_kind(LIST)),
        )
        for place in (self._view, self._list, self._tray.list):
            for key, slot in letters:
                shortcut = QShortcut(QKeySequence(key), place, slot)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    # Asking

    def reload(self) -> None:
        first = calendar.first_day_shown(self._month.year, self._month.month)
        end = first + timedelta(weeks=calendar.WEEKS_SHOWN)
        self._tiles.run(calendar.tiles, first, end, self._office.now())
        self._tools.ask(first, end)
        self._tray_rows.run(calendar.undated)
        if self._may_write:
            self.drafts.reload()
        if self._lists_uncategorised:
            self._uncategorised.run(calendar.uncategorised, self._office.now())

    @Slot(Exception)
    def complain(self, error: Exception) -> None:
        self._notice.tell(sentence(error))
        self._view.update()

    # Showing

    @Slot(object)
    def _show_tiles(self, tiles: list[Tile]) -> None:
        self._notice.hide()
        self.toolbar.set_heading(month_text(self._month))
        self._view.show_month(self._month, tiles, self._today())
        if not self._lists_uncategorised:
            self._rows.replace([tile for tile in tiles if tile.day.month == self._month.month])

    @Slot(object)
    def _show_tray(self, tray: Tray) -> None:
        self._tray.show_tray(tray, may_move=self._may_write)

    @Slot(int)
    def _turn(self, months: int) -> None:
        count = self._month.year * 12 + self._month.month - 1 + months
        self._show_month_of(date(count // 12, count % 12 + 1, 1))

    @Slot()
    def show_today(self) -> None:
        self.show_day(self._today())

    def show_day(self, day: date) -> None:
        """Show the month of a day, and make that current."""
        self._show_month_of(day)
        self._view.set_current(day)

    @Slot(object)
    def _show_month_of(self, day: date) -> None:
        self._month = day.replace(day=1)
        if self._view.current_day().replace(day=1) != self._month:
            self._view.set_current_quietly(day)
        self._end_worklist()
        self.reload()

    @Slot(object)
    def show_kind(self, kind: object) -> None:
        """Month or list."""
        if self._end_worklist():
            self.reload()
        self._show_view(kind)

    def _show_view(self, kind: object) -> None:
        self.toolbar.set_kind(kind)
        had_focus = self.shown.hasFocus()
        self._views.setCurrentWidget(self._view if kind == MONTH else self._list)
        if had_focus:
            self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_more_asked(self, hidden: tuple[Tile, ...]) -> None:
        """The list has room for all of the day."""
        self.show_kind(LIST)
        self._list.select_key(key_of(hidden[0]))
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    # What has no category

    def show_uncategorised(self) -> None:
        """List what the public saw this year and nobody has categorised, to do it one by one."""
        self._lists_uncategorised = True
        self._show_view(LIST)
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    @Slot(object)
    def _show_worklist(self, tiles: list[Tile]) -> None:
        if not self._lists_uncategorised:
            return
        self._rows.replace(tiles)
        words = ngettext(
            "%(n)s content published this year has no category. Open it and choose one.",
            "%(n)s contents published this year have no category. Open each and choose one.",
            len(tiles),
        ) % {"n": number_text(len(tiles))}
        tone = "waiting"
        if not tiles:
            words, tone = _("Every content published this year has its category."), "good"
        self._worklist.tell(words, tone)

    def _end_worklist(self) -> bool:
        """Show the month again; True if something else was listed."""
        was_listed, self._lists_uncategorised = self._lists_uncategorised, False
        self._worklist.hide()
        return was_listed

    # Opening and moving

    @Slot(object)
    def _on_tile_opened(self, tile: Tile) -> None:
        self.opened.emit(tile.content_id, None)

    @Slot(object)
    def _on_idea_opened(self, row: TrayRow) -> None:
        self.opened.emit(row.content_id, None)

    @Slot(object)
    def _on_day_opened(self, day: date) -> None:
        if self._may_write:
            self.opened.emit(None, day)

    @Slot(int, object)
    def _on_dropped(self, content_id: int, target: Target) -> None:
        row = self._tray.model.row_of(content_id)
        if row is not None:
            self._moving.move_idea(row, target.day)

    def _open_days(self) -> None:
        """H: holidays, notes, campaigns around the current day."""
        self._tools.open_days(self._view.current_day())

    def _ask_where_to(self) -> None:
        """M: the content that is current in the list with the focus."""
        if not self._may_write:
            return
        idea = self._tray.list.current_row() if self._tray.list.hasFocus() else None
        tile = self._current_tile()
        if idea is not None:
            self._moving.ask_idea(idea, self._view.current_day())
        elif tile is not None and tile.is_movable:
            self._moving.ask_tile(tile)

    def _current_tile(self) -> Tile | None:
        if self.shown is self._view:
            return self._view.current_tile()
        row = self._list.current_row()
        return row if isinstance(row, Tile) else None
