"""The middle pane: search, the grid, what is said when it is empty, and the progress of intake."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.language import _, ngettext, number_text
from app.ui.shelf import Thumbnails
from app.ui.theme import scaled, tokens
from app.ui.widgets import (
    Button,
    EmptyState,
    IconButton,
    Label,
    Notice,
    Pane,
    ProgressFoot,
    Rule,
    SearchBox,
    named,
)
from app.ui.widgets.tiles import TileGrid


class LibraryPane(Pane):
    """Shows the grid, or why there is nothing in it."""

    searched = Signal()
    add_asked = Signal()
    all_asked = Signal()  # whatever is searched for, show everything again

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__("window", parent=parent)
        self.search = SearchBox("assets.search", _("Search title, words, reference"))
        self.grid = TileGrid("assets.grid", _("Assets"), thumbnails.picture)
        self.foot = ProgressFoot("assets.progress")
        self.notice = Notice("assets.notice", "bad")
        self._add = named(Button(_("&Add…"), "primary", "plus"), "assets.add")
        self._empty_add = named(Button(_("Add…"), "primary", "plus"), "assets.empty.add")
        self.panel = named(IconButton("panel-right", _("Facts of the file")), "assets.panel")
        self.panel.setCheckable(True)
        self.panel.hide()
        self._all = named(Button(_("Show all")), "assets.empty.all")
        self._count = named(Label("", "meta", "text2"), "assets.count")
        self._empty = EmptyState(_("No file yet"), "", self._empty_add)
        self._nothing = EmptyState(_("Nothing matches"), "", self._all)
        self.pages = QStackedWidget()
        self._lay_out()
        thumbnails.arrived.connect(self.grid.repaint_tiles)
        self.search.searched.connect(self._on_searched)
        self._all.clicked.connect(self.all_asked)
        for button in (self._add, self._empty_add):
            button.clicked.connect(self.add_asked)

    def _lay_out(self) -> None:
        bar = Pane(across=True, margins=(20, 0, 14, 0), gap=8)
        bar.setFixedHeight(scaled(tokens().size["topbar"]))
        bar.box.addWidget(self.search, 1)
        bar.box.addWidget(self._add)
        bar.box.addWidget(self.panel)
        line = Pane("window", across=True, margins=(6, 8, 14, 4))
        line.box.addWidget(self._count, 1)
        tiles = Pane("window", margins=(14, 0, 0, 0))
        tiles.box.addWidget(line)
        tiles.box.addWidget(self.grid, 1)
        for page in (tiles, self._empty, self._nothing):
            self.pages.addWidget(page)
        self.notice.hide()
        for part in (bar, Rule(), self.notice):
            self.box.addWidget(part)
        self.box.addWidget(self.pages, 1)
        self.box.addWidget(self.foot)

    def allow_adding(self, *, may: bool) -> None:
        """Whoever only looks is not asked to add."""
        self._add.setVisible(may)
        self._empty_add.setVisible(may)
        words = _("Drop files here, paste them, or choose them.")
        self._empty.set_words(_("No file yet"), words if may else "")

    @Slot(bool)
    def adding(self, is_busy: bool) -> None:
        """While files come in, no others are asked for; the foot says what is going on."""
        self._add.setDisabled(is_busy)
        self._empty_add.setDisabled(is_busy)

    def show_total(self, total: int, *, is_everything: bool) -> None:
        """How many match; `is_everything`: nothing was asked for in particular."""
        self.pages.setCurrentIndex(0 if total else 1 if is_everything else 2)
        words = ngettext("%(n)s file", "%(n)s files", total)
        self._count.setText(words % {"n": number_text(total, 0)})

    @Slot()
    def _on_searched(self) -> None:
        self.searched.emit()
