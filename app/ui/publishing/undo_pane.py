"""Posts that go out on platforms whatever the plan says: cancelled there, ticked off one by one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import _
from app.services.publishing import Undo
from app.ui.publishing.lists import PostTable, undo_columns
from app.ui.widgets import Button, Notice, Pane, RowRole, RowsModel, Rule, named


class UndoPane(QWidget):
    """X, Space or the button ticks the current one off."""

    undone = Signal(int)  # the key of what was cancelled on the platform
    opened = Signal(int)  # the key of a content

    def __init__(self, *, may_publish: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowsModel(undo_columns(), self, lambda row: row.schedule_id)
        self.table = PostTable("publishing.undos", _("Posts to cancel on platforms"), self._rows)
        self.table.set_widths(0, 190, 130, 290)
        told = Notice(
            "publishing.undos.told",
            "waiting",
            _("These go out on their platforms whatever is planned here. Cancel each one there."),
        )
        self._undone = named(
            Button(_("Cancelled there"), "primary", "check", key="X"), "publishing.undone"
        )
        foot = Pane("surface", across=True, margins=(20, 8, 20, 8), gap=8)
        foot.box.addStretch(1)
        foot.box.addWidget(self._undone)
        foot.setVisible(may_publish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (told, self.table, Rule(), foot):
            column.addWidget(part)
        self._undone.clicked.connect(self._on_undone)
        self.table.opened.connect(self._on_opened)
        if may_publish:
            for key in ("X", "Space"):
                shortcut = QShortcut(QKeySequence(key), self.table, self._on_undone)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def show_undos(self, undos: Sequence[Undo]) -> None:
        self._rows.replace(undos)

    @Slot(bool)
    def set_busy(self, busy: bool) -> None:
        self._undone.setDisabled(busy)

    @Slot()
    def _on_undone(self) -> None:
        row = self.table.current_row()
        if isinstance(row, Undo):
            self.undone.emit(row.schedule_id)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(RowRole).content_id)
