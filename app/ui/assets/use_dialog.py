"""Choosing the content in which a picture or video is shown."""

from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _, ngettext, short_moment_text
from app.services import asset_uses
from app.services.asset_uses import ContentRow
from app.services.assets import AssetRow
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.widgets import (
    Cell,
    ChipLook,
    Column,
    Dialog,
    Label,
    RowsModel,
    SearchBox,
    Table,
    state_chip,
)


def _columns() -> list[Column]:
    return [
        Column(_("Content"), lambda row: Cell(row.title, note=_note(row))),
        Column(_("State"), lambda row: _state_cell(state_chip("content", row.state))),
    ]


def _state_cell(chip: ChipLook) -> Cell:
    return Cell(chip.text, chip=chip)


def _note(row: ContentRow) -> str:
    variants = ngettext("%(n)d planned variant", "%(n)d planned variants", row.variants)
    when = short_moment_text(row.planned_at) if row.planned_at else ""
    parts = (row.reference, variants % {"n": row.variants}, when)
    return " · ".join(part for part in parts if part)


class UseDialog(Dialog):
    """Search for the content, choose it, done; `chosen` carries its row."""

    chosen = Signal(object)  # ContentRow

    def __init__(self, bridge: OfficeBridge, asset: AssetRow, parent: QWidget) -> None:
        super().__init__(
            "asset_use",
            _("Use in a content"),
            _("“%(title)s” is added to every planned variant; its alt text goes along.")
            % {"title": asset.title},
            parent=parent,
            width=620,
        )
        self._rows = QueryRunner(bridge, self)
        self._search = SearchBox("asset_use.search", _("Title or reference"))
        self._model = RowsModel(_columns(), self)
        self._table = Table("asset_use.table", _("Contents being edited"), rows="tall")
        self._none = Label("", "body", "text2", wrap=True)
        self._lay_out()
        self._wire()
        self._find("")

    def _lay_out(self) -> None:
        self._table.setModel(self._model)
        self._table.set_widths(0, 190)
        self._table.setMinimumHeight(300)
        for part in (self._search, self._none, self._table):
            self.box.addWidget(part)
        self.add_cancel()
        self._use = self.add_verb(
            _("&Use here"), "primary", "plus", name="use", slot=self._on_use, default=True
        )
        self._use.setEnabled(False)
        self._search.setFocus()

    def _wire(self) -> None:
        self._search.searched.connect(self._find)
        self._rows.answered.connect(self._on_answered)
        self._table.moved.connect(self._on_moved)
        self._table.opened.connect(self._on_use)

    @Slot(str)
    def _find(self, text: str) -> None:
        self._rows.run(asset_uses.contents_to_use_in, text)

    @Slot(object)
    def _on_answered(self, rows: object) -> None:
        found = cast("list[ContentRow]", rows)
        self._model.replace(found)
        self._none.setText("" if found else _("No content that is being edited matches."))
        self._none.setVisible(not found)
        self._use.setEnabled(self._table.current_row() is not None)

    @Slot(object)
    def _on_moved(self, _index: object) -> None:
        self._use.setEnabled(self._table.current_row() is not None)

    @Slot()
    def _on_use(self, _index: object = None) -> None:
        row = self._table.current_row()
        if row is not None:
            self.accept()
            self.chosen.emit(row)
