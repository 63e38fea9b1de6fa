"""One table model for the lists of Kantor: columns are functions of a frozen row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from app.ui.widgets import (
    ROOT,
    AvatarRole,
    ChipLook,
    ChipRole,
    Index,
    InkRole,
    KeyRole,
    NoteRole,
    PlatformsRole,
    RowRole,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows; `text` is also what a screen reader says."""

    text: str
    note: str = ""
    ink: str = ""
    chip: ChipLook | None = None
    platform: str = ""
    avatar: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and what a row has under it."""

    heading: str
    cell: Callable[[Any], Cell]


class RowsModel(QAbstractTableModel):
    """Frozen rows with an `id`, as Qt sees them."""

    def __init__(self, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Any, ...] = ()

    def replace(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._columns[section].heading
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.FontRole, Qt.ItemDataRole.DecorationRole):
            return None
        row = self._rows[index.row()]
        if role == RowRole:
            return row
        if role == KeyRole:
            return row.id
        cell = self._columns[index.column()].cell(row)
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: cell.text,
            NoteRole: cell.note,
            InkRole: cell.ink or None,
            ChipRole: cell.chip,
            PlatformsRole: (cell.platform,) if cell.platform else (),
            AvatarRole: cell.avatar or None,
        }
        return answers.get(role)
