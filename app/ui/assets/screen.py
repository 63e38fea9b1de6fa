"""Aset: find, take in, describe, use. Three panes: what is wanted, the grid, the current asset."""

from typing import cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import _, ngettext, number_text
from app.services import assets
from app.services.assets import AssetDetail, AssetFigures, AssetRow, AssetSearch
from app.ui.assets.arrivals import Arrivals
from app.ui.assets.desk import AssetDesk
from app.ui.assets.filters import FilterPane
from app.ui.assets.library_pane import LibraryPane
from app.ui.assets.side_pane import SidePane
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.shelf import AssetPages, size_text, thumbnails_of
from app.ui.theme import scaled
from app.ui.widgets import Rule, Screen, Scroll, Telling
from app.wording import sentence

_FILTERS_WIDTH = 195
_DRAWER_BELOW = 1180 - 56  # of the window's width the narrow rail takes 56
_SHOWN_WHEN = frozenset({"asset", "content"})  # uses are counted too


class AssetsScreen(Screen):
    """The library. Whoever writes contents may add and describe; the others look."""

    def __init__(self, bridge: OfficeBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assets")
        self._bridge = bridge
        self._thumbnails = thumbnails_of(bridge)
        self._figures = QueryRunner(bridge, self)
        self._detail = QueryRunner(bridge, self)
        self._desk = AssetDesk(bridge, self)
        self._wanted_key: object = None
        self._build()
        self._pages = AssetPages(bridge, self._grid, self)
        self._arrivals = Arrivals(bridge, self._desk, self._library, self)
        self._connect()
        self._make_keys()
        self.set_heading(_("Assets"))
        self._show_permissions()
        self.reload()
        # What stopped intakes left behind goes quietly; if it can't now, then the next time.
        bridge.submit(bridge.office.sweep, lambda _done: None)

    def _build(self) -> None:
        self._filters = FilterPane()
        self._library = LibraryPane(self._thumbnails)
        self._grid = self._library.grid
        self._side = SidePane(self._thumbnails)
        left = Scroll(self._filters, "sunken")
        left.setFixedWidth(scaled(_FILTERS_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(Rule(upright=True))
        row.addWidget(self._library, 1)
        row.addWidget(self._side)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._on_office_changed)
        self._filters.changed.connect(self._find)
        self._library.searched.connect(self._find)
        self._library.all_asked.connect(self._on_all)
        self._library.add_asked.connect(self._arrivals.choose)
        self._library.panel.toggled.connect(self._fit_side)
        self._pages.shown.connect(self._on_pages_shown)
        self._grid.moved.connect(self._on_moved)
        self._grid.opened.connect(self._desk.edit)
        self._figures.answered.connect(self._on_figures)
        self._detail.answered.connect(self._on_detail)
        self._side.panel.edit_asked.connect(self._desk.edit)
        self._side.panel.use_chosen.connect(self._on_use_chosen)
        self._side.use.clicked.connect(self._desk.use)
        for source in (self._pages, self._figures, self._detail, self._desk, self._arrivals):
            source.failed.connect(self._on_failed)
        self._desk.busy.connect(self._side.use.setDisabled)
        self._desk.told.connect(self._on_told)
        self._arrivals.arrived.connect(self._on_arrived)
        self._arrivals.told.connect(self.told)

    def _make_keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, target, slot in (
            (QKeySequence(QKeySequence.StandardKey.Paste), self, self._arrivals.paste),
            (QKeySequence(QKeySequence.StandardKey.Find), self, self._library.search.setFocus),
            (QKeySequence("U"), self._grid, self._desk.use),
            (QKeySequence("H"), self._grid, self._desk.edit_rights),
        ):
            shortcut = QShortcut(keys, target, slot)
            shortcut.setContext(inside)

    def reload(self) -> None:
        self._thumbnails.forget_missing()
        self._ask_again()

    def _ask_again(self) -> None:
        self._pages.reload()
        self._figures.run(assets.asset_figures, self._desk.today)
        self._on_moved(self._grid.current_row())

    def show_target(self, target: object) -> None:
        """A reference such as `AST-2026-000001`: search for it."""
        self._filters.clear()
        self._library.search.setText(str(target))
        self._find()

    def panes(self) -> tuple[QWidget, ...]:
        return (self._filters.first(), self._library.search, self._grid, self._side.panel.edit)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Enter", _("change the facts")),
            ("H", _("change the rights")),
            ("U", _("use in a content")),
            ("Ctrl+V", _("take in what was copied")),
            ("Ctrl+F", _("search")),
        )

    def _show_permissions(self) -> None:
        may = self._desk.may_write
        self.setAcceptDrops(may)
        self._side.panel.edit.setVisible(may)
        self._library.allow_adding(may=may)

    @Slot()
    def _find(self) -> None:
        kind = self._filters.kind()
        self._pages.find(
            AssetSearch(
                text=self._library.search.text().strip(),
                kinds=frozenset({kind}) if kind else frozenset(),
                rights=self._filters.rights(),
            )
        )

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & _SHOWN_WHEN:
            self._ask_again()
        if "person" in aggregates:
            self._show_permissions()

    @Slot(object)
    def _on_figures(self, answer: object) -> None:
        figures = cast("AssetFigures", answer)
        self._filters.show_figures(figures)
        words = ngettext("%(count)s file, %(size)s", "%(count)s files, %(size)s", figures.count)
        told = {"count": number_text(figures.count, 0), "size": size_text(figures.size)}
        self.set_heading(_("Assets"), words % told if figures.count else "")

    @Slot(int)
    def _on_pages_shown(self, total: int) -> None:
        self._library.show_total(total, is_everything=self._pages.search == AssetSearch())
        if self._wanted_key is not None and self._grid.select_key(self._wanted_key):
            self._wanted_key = None
        elif total and self._grid.current_row() is None:
            self._grid.setCurrentIndex(self._grid.tiles.index(0, 0))
        self._fit_side()

    @Slot()
    def _fit_side(self) -> None:
        """In a narrow window the facts come when they are asked for."""
        is_narrow = self.width() < _DRAWER_BELOW
        panel = self._library.panel
        panel.setVisible(is_narrow)
        has_something = self._grid.tiles.rowCount() > 0
        self._side.setVisible(has_something and (panel.isChecked() or not is_narrow))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_side()

    @Slot(object)
    def _on_moved(self, row: object) -> None:
        if isinstance(row, AssetRow):
            self._detail.run(assets.asset, row.id)

    @Slot(object)
    def _on_detail(self, answer: object) -> None:
        detail = cast("AssetDetail | None", answer)
        if detail is not None:
            self._desk.take_up(detail)
            self._side.show_detail(detail, self._desk.today, may_write=self._desk.may_write)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._library.notice.tell(sentence(error))

    @Slot(object)
    def _on_told(self, telling: Telling) -> None:
        self._library.notice.hide()
        self.tell(telling)

    @Slot(str)
    def _on_use_chosen(self, reference: str) -> None:
        self.leads.emit("calendar", reference)

    @Slot()
    def _on_all(self) -> None:
        self._library.search.clear()
        self._filters.clear()

    # Files that come in

    @Slot(object)
    def _on_arrived(self, key: object) -> None:
        """The asset is chosen as soon as the grid has it."""
        self._wanted_key = key
        self._pages.reload()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._arrivals.hover(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._arrivals.leave()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._arrivals.drop(event)
