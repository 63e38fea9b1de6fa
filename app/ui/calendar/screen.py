"""Kalender: month and list with the tray beside them; one content opens in the composer."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language import _, month_text, wib
from app.models.roles import AUTHORS
from app.services import calendar, contents
from app.services.calendar import Tile, Tray, TrayRow
from app.services.contents import Moved
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.calendar.composer.page import ComposerPage
from app.ui.calendar.list_view import TileList, key_of, tile_columns
from app.ui.calendar.month_access import install_month_access
from app.ui.calendar.month_plan import PlacedDay
from app.ui.calendar.month_view import MonthView
from app.ui.calendar.move_dialog import MoveDialog
from app.ui.calendar.tray import TrayPane
from app.ui.calendar.words import moved_text
from app.ui.importing.dialog import ImportDialog
from app.ui.shelf import thumbnails_of
from app.ui.theme import scaled, tokens
from app.ui.widgets import (
    Button,
    IconButton,
    Label,
    Notice,
    Pane,
    Part,
    RowRole,
    RowsModel,
    Rule,
    Screen,
    Segments,
    Telling,
    named,
)
from app.wording import sentence

_SHOWN = frozenset({"content", "variant", "decision", "asset", "policy"})
_MONTH, _LIST = "month", "list"


class CalendarScreen(Screen):
    """What goes out when. `show_target` takes a reference, a content's key or a date."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar")
        install_month_access()
        self._bridge = bridge
        self._month = wib(bridge.office.now()).date().replace(day=1)
        self._tiles = QueryRunner(bridge, self)
        self._tray_rows = QueryRunner(bridge, self)
        self._lookup = QueryRunner(bridge, self)
        self._moves = ActRunner(bridge, self)
        self._moved: Callable[[Moved], None] = lambda _moved: None
        self._build()
        self._connect(bridge)
        self._make_keys()
        self._head()
        self._view.set_current(wib(bridge.office.now()).date())
        self.reload()

    @property
    def _may_write(self) -> bool:
        actor = self._bridge.office.actor
        return actor is not None and actor.is_any(AUTHORS)

    @property
    def _shown(self) -> QWidget:
        """The month or the list, whichever is shown."""
        return self._list if self._views.currentWidget() is self._list else self._view

    # Building

    def _build(self) -> None:
        self._view = MonthView()
        self._rows = RowsModel(tile_columns(), self, key=key_of)
        self._list = TileList(self._rows)
        self._thumbnails = thumbnails_of(self._bridge)
        self._tray = TrayPane(self._thumbnails.picture)
        self._notice = Notice("calendar.notice", "bad")
        self._notice.hide()
        self._views = QStackedWidget()
        self._views.addWidget(self._view)
        self._views.addWidget(self._list)
        plan = QWidget()
        column = QVBoxLayout(plan)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._make_toolbar(), Rule(), self._notice):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._views, 1)
        row.addWidget(Rule(upright=True))
        row.addWidget(self._tray)
        column.addLayout(row, 1)
        self._composer = ComposerPage(self._bridge)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(plan)
        self._pages.addWidget(self._composer)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _make_toolbar(self) -> QWidget:
        bar = Pane("surface", across=True, margins=(20, 6, 20, 6), gap=8)
        bar.setFixedHeight(scaled(tokens().size["toolbar"]) + 4)
        self._earlier = named(
            IconButton("chevron-left", _("Month before"), "plain"), "calendar.earlier"
        )
        self._to_today = named(Button(_("&Today")), "calendar.today")
        self._later = named(
            IconButton("chevron-right", _("Month after"), "plain"), "calendar.later"
        )
        self._heading = named(Label("", "title"), "calendar.heading")
        self._kinds = Segments(
            "calendar.view", [Part(_MONTH, _("Month")), Part(_LIST, _("List"))], _("View")
        )
        self._new = named(Button(_("&New content"), "primary", "plus"), "calendar.new")
        self._new.setVisible(self._may_write)
        self._import = named(Button(_("Import…"), "plain", "upload"), "calendar.import")
        self._import.setVisible(self._may_write)
        for part in (self._earlier, self._to_today, self._later):
            bar.box.addWidget(part)
        bar.box.addSpacing(6)
        bar.box.addWidget(self._heading)
        bar.box.addSpacing(12)
        bar.box.addWidget(self._kinds)
        bar.box.addStretch(1)
        bar.box.addWidget(self._import)
        bar.box.addWidget(self._new)
        return bar

    def _connect(self, bridge: OfficeBridge) -> None:
        bridge.changed.connect(self._on_office_changed)
        self._tiles.answered.connect(self._show_tiles)
        self._tray_rows.answered.connect(self._show_tray)
        self._lookup.answered.connect(self._on_looked_up)
        for runner in (self._tiles, self._tray_rows, self._lookup, self._moves):
            runner.failed.connect(self._on_failed)
        self._moves.done.connect(self._on_moved)
        self._earlier.clicked.connect(lambda: self._turn(-1))
        self._later.clicked.connect(lambda: self._turn(1))
        self._to_today.clicked.connect(self.show_today)
        self._kinds.chosen.connect(self._show_kind)
        self._new.clicked.connect(lambda: self._compose(None))
        self._import.clicked.connect(self._on_import)
        self._view.opened.connect(self._on_tile_opened)
        self._view.day_opened.connect(self._on_day_opened)
        self._view.more_asked.connect(self._on_more_asked)
        self._view.move_asked.connect(self._move_tile)
        self._view.dropped.connect(self._on_dropped)
        self._view.page_asked.connect(self._turn)
        self._view.day_left.connect(self._show_month_of)
        self._list.opened.connect(lambda index: self._on_tile_opened(index.data(RowRole)))
        self._tray.opened.connect(self._on_idea_opened)
        self._thumbnails.arrived.connect(self._tray.repaint_pictures)
        self._composer.headed.connect(self._head)
        self._composer.closed.connect(self._on_composer_closed)
        self._composer.told.connect(self.tell)
        self._composer.leads.connect(self.leads)

    @Slot()
    def _on_import(self) -> None:
        ImportDialog(self._bridge, self).open()

    def _make_keys(self) -> None:
        """Single letters work only while one of the lists has the focus."""
        letters = (
            ("T", self.show_today),
            ("M", self._ask_where_to),
            ("B", lambda: self._show_kind(_MONTH)),
            ("D", lambda: self._show_kind(_LIST)),
        )
        for place in (self._view, self._list, self._tray.list):
            for key, slot in letters:
                shortcut = QShortcut(QKeySequence(key), place, slot)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        new = QShortcut(QKeySequence("Ctrl+N"), self, self._new.click)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What the frame asks of a place

    def _head(self) -> None:
        composer = self._composer
        if self._pages.currentWidget() is composer:
            self.set_heading(composer.title, composer.note, composer.chips, back=True)
        else:
            self.set_heading(_("Calendar"))

    def reload(self) -> None:
        first = calendar.first_day_shown(self._month.year, self._month.month)
        now = self._bridge.office.now()
        end = first + timedelta(weeks=calendar.WEEKS_SHOWN)
        self._tiles.run(calendar.tiles, first, end, now)
        self._tray_rows.run(calendar.undated)
        self._composer.reload()

    def show_target(self, target: object) -> None:
        if isinstance(target, date):
            self._close_composer()
            self._view.set_current(target)
            self._show_kind(_MONTH)
        elif isinstance(target, int):
            self._compose(target)
        elif isinstance(target, str):
            self._lookup.run(contents.content_of_reference, target)

    @Slot(object)
    def _on_looked_up(self, content_id: object) -> None:
        if isinstance(content_id, int):
            self._compose(content_id)

    def go_back(self) -> None:
        if self._pages.currentWidget() is self._composer:
            self._composer.leave()

    def panes(self) -> tuple[QWidget, ...]:
        if self._pages.currentWidget() is self._composer:
            return self._composer.panes()
        return (self._shown, self._tray.list)

    def keys(self) -> tuple[tuple[str, str], ...]:
        if self._pages.currentWidget() is self._composer:
            return self._composer.keys()
        return (
            ("← → ↑ ↓", _("to the next day, to the next content of the day")),
            ("PgUp PgDn", _("month before, month after")),
            ("T", _("today")),
            ("Enter", _("open the content, or make one on this day")),
            ("Alt+← → ↑ ↓", _("move the content by a day, by a week")),
            ("M", _("move the content to…")),
            ("B D", _("month, list")),
            ("Ctrl+N", _("new content")),
        )

    # Months

    def _turn(self, months: int) -> None:
        count = self._month.year * 12 + self._month.month - 1 + months
        self._show_month_of(date(count // 12, count % 12 + 1, 1))

    @Slot()
    def show_today(self) -> None:
        today = wib(self._bridge.office.now()).date()
        self._show_month_of(today)
        self._view.set_current(today)

    @Slot(object)
    def _show_month_of(self, day: date) -> None:
        self._month = day.replace(day=1)
        if self._view.current_day().replace(day=1) != self._month:
            self._view.set_current_quietly(day)
        self.reload()

    @Slot(object)
    def _show_kind(self, kind: object) -> None:
        self._kinds.set_value(kind)
        had_focus = self._shown.hasFocus()
        self._views.setCurrentWidget(self._view if kind == _MONTH else self._list)
        if had_focus:
            self._shown.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _show_tiles(self, tiles: list[Tile]) -> None:
        self._notice.hide()
        today = wib(self._bridge.office.now()).date()
        self._heading.setText(month_text(self._month))
        self._view.set_may_move(self._may_write)
        self._view.show_month(self._month, tiles, today)
        of_month = [tile for tile in tiles if tile.day.month == self._month.month]
        self._rows.replace(of_month)

    @Slot(object)
    def _show_tray(self, tray: Tray) -> None:
        self._tray.show_tray(tray, may_move=self._may_write)

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & _SHOWN:
            self.reload()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._notice.tell(sentence(error))
        self._view.update()

    # Moving

    @Slot(object, object)
    def _move_tile(self, tile: Tile, to_on: date) -> None:
        self._move(tile.content_id, tile.version, tile.title, tile.day, to_on)

    @Slot(int, object)
    def _on_dropped(self, content_id: int, to_on: date) -> None:
        row = self._tray.model.row_of(content_id)
        if row is not None:
            self._move(row.content_id, row.version, row.title, None, to_on)

    def _move(
        self,
        content_id: int,
        version: int,
        title: str,
        from_on: date | None,
        to_on: date | None,
        *,
        is_undo: bool = False,
    ) -> None:
        def tell(moved: Moved) -> None:
            if to_on is not None:
                self._view.set_current_quietly(to_on)
            words = moved_text(title, to_on, approval_is_void=moved.approval_is_void)
            undo = None if is_undo else (lambda: back(moved))
            self.tell(Telling(words, undo, "calendar-days"))

        def back(moved: Moved) -> None:
            self._move(content_id, moved.version, title, to_on, from_on, is_undo=True)

        self._moved = tell if not self._moves.is_busy else self._moved
        self._moves.run(contents.move, content_id, version, from_on, to_on)

    @Slot(object)
    def _on_moved(self, moved: Moved) -> None:
        self._moved(moved)

    def _ask_where_to(self) -> None:
        """M: the content that is current in the list with the focus."""
        if not self._may_write:
            return
        if self._tray.list.hasFocus() and (idea := self._tray.list.current_row()) is not None:
            dialog = MoveDialog(idea.title, self._view.current_day(), self)
            dialog.chosen.connect(lambda day: self._on_dropped(idea.content_id, day))
            dialog.open()
            return
        tile = self._current_tile()
        if tile is not None and tile.is_movable:
            dialog = MoveDialog(tile.title, tile.day, self)
            dialog.chosen.connect(lambda day: self._move_tile(tile, day))
            dialog.open()

    def _current_tile(self) -> Tile | None:
        if self._shown is self._view:
            return self._view.current_tile()
        row = self._list.current_row()
        return row if isinstance(row, Tile) else None

    @Slot(object)
    def _on_more_asked(self, placed: PlacedDay) -> None:
        """The list has room for all of the day."""
        self._show_kind(_LIST)
        self._list.select_key(key_of(placed.hidden[0]))
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    # The composer

    @Slot(object)
    def _on_tile_opened(self, tile: Tile) -> None:
        self._compose(tile.content_id)

    @Slot(object)
    def _on_idea_opened(self, row: TrayRow) -> None:
        self._compose(row.content_id)

    @Slot(object)
    def _on_day_opened(self, day: date) -> None:
        if self._may_write:
            self._compose(None, day)

    def _compose(self, content_id: int | None, day: date | None = None) -> None:
        self._pages.setCurrentWidget(self._composer)
        self._composer.open_content(content_id, day)
        self._head()

    def _close_composer(self) -> None:
        if self._pages.currentWidget() is self._composer:
            self._composer.leave()

    @Slot()
    def _on_composer_closed(self) -> None:
        self._pages.setCurrentIndex(0)
        self._head()
        self._shown.setFocus(Qt.FocusReason.OtherFocusReason)
