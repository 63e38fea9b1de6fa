"""A dialog to choose pictures and videos from a grid; it knows tiles, not assets."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import _, ngettext
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import SearchBox
from app.ui.widgets.labels import Label
from app.ui.widgets.naming import named
from app.ui.widgets.notices import Notice, ProgressFoot
from app.ui.widgets.tile_painter import Picture
from app.ui.widgets.tiles import TileGrid


class AssetPicker(Dialog):
    """Search, choose one or several, done. Whoever opens it fills its `grid`.

    What is not there yet can come from the PC: `add` asks for that, if whoever opens it shows it.
    """

    picked = Signal(object)  # tuple of the rows behind the chosen tiles
    searched = Signal(str)

    def __init__(
        self, picture: Callable[[str], Picture], parent: QWidget, *, many: bool = True
    ) -> None:
        super().__init__("asset_picker", _("Choose from the library"), parent=parent, width=820)
        self._search = SearchBox("asset_picker.search", _("Title, words, reference"))
        self.grid = TileGrid("asset_picker.grid", _("Assets"), picture, many=many)
        self.add = named(
            Button(_("&Add from this PC…"), "plain", "upload", size="small"), "asset_picker.add"
        )
        self.notice = Notice("asset_picker.notice", "bad", rounded=True)
        self.foot = ProgressFoot("asset_picker.foot")
        self._count = Label("", "meta", "text2", wrap=True)
        self._done: Button
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.grid.setMinimumHeight(320)
        self.add.hide()
        self.notice.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._count, 1)
        line.addWidget(self.add)
        self.box.addWidget(self._search)
        self.box.addLayout(line)
        for part in (self.notice, self.grid, self.foot):
            self.box.addWidget(part)
        self.box.setStretchFactor(self.grid, 1)
        self.add_cancel()
        self._done = self.add_verb(
            _("&Use"), "primary", "plus", name="use", slot=self._on_use, default=True
        )
        self._done.setEnabled(False)
        self._search.setFocus()

    def _connect(self) -> None:
        self._search.searched.connect(self.searched)
        self.grid.chosen.connect(self._on_chosen)
        self.grid.opened.connect(self._on_use)

    @Slot(int)
    def show_count(self, total: int) -> None:
        """How many match; an empty library says what to do."""
        words = ngettext("%(n)d file", "%(n)d files", total) % {"n": total}
        if not total and not self._search.text().strip():
            words = _("The library has no picture or video yet.")
        elif not total:
            words = _("Nothing matches.")
        self._count.setText(words)

    @Slot()
    def _on_chosen(self) -> None:
        self._done.setEnabled(bool(self.grid.chosen_rows()))

    @Slot()
    def _on_use(self, _row: object = None) -> None:
        rows = self.grid.chosen_rows()
        if rows:
            self.give(rows)

    def give(self, rows: tuple[object, ...]) -> None:
        """These are what the person wants."""
        self.accept()
        self.picked.emit(rows)
