"""A page of Kantor that is one list: search if it is long, a table, and what can be done."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.widgets import (
    Button,
    Column,
    EmptyState,
    Pane,
    RowRole,
    RowsModel,
    Rule,
    SearchBox,
    Table,
    named,
)


class ListPage(QWidget):
    """Shows rows; the current one is what its buttons act on."""

    opened = Signal(object)  # the row that the person opens
    searched = Signal(str)

    def __init__(
        self,
        name: str,
        spoken: str,
        columns: Sequence[Column],
        widths: Sequence[int],
        *,
        rows: str = "row",
        search: str = "",
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._rows = RowsModel(columns, self)
        self.table = Table(name, spoken, rows)
        self.table.setModel(self._rows)
        self.table.set_widths(*widths)
        self.table.opened.connect(self._on_opened)
        self.bar = Pane("window", across=True, margins=(20, 8, 20, 8), gap=8)
        if search:
            box = SearchBox(f"{name}.search", search)
            box.setFixedWidth(320)
            box.searched.connect(self.searched)
            self.bar.box.addWidget(box)
        self.bar.box.addStretch(1)
        self._needing_row: list[Button] = []
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(Rule())
        column.addWidget(self._stack, 1)
        self.table.moved.connect(self._on_moved)

    def add_verb(self, verb: str, words: str, slot: Callable[[], object]) -> None:
        """A button for the current row; it sleeps until there is one."""
        button = named(Button(words, size="small"), f"{self._name}.{verb}")
        button.clicked.connect(slot)
        button.setEnabled(False)
        self.bar.box.addWidget(button)
        self._needing_row.append(button)

    def add_primary(self, verb: str, words: str, slot: Callable[[], object]) -> None:
        """The button that adds a row."""
        button = named(Button(words, "primary", "plus", size="small"), f"{self._name}.{verb}")
        button.clicked.connect(slot)
        self.bar.box.addWidget(button)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Replace the rows; the current one stays current."""
        self._rows.replace(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self._rows.index(0, 0))
        self._on_moved(self.table.currentIndex())

    def current(self) -> Any:
        """The current row, or None."""
        return self.table.currentIndex().data(RowRole)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(RowRole))

    @Slot(QModelIndex)
    def _on_moved(self, index: QModelIndex) -> None:
        for button in self._needing_row:
            button.setEnabled(index.isValid())
