"""One table model for lists of frozen rows: columns are functions of a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Slot

from app.ui.widgets.chips import ChipLook
from app.ui.widgets.naming import tip_text
from app.ui.widgets.tables import (
    ROOT,
    AvatarRole,
    ChipRole,
    Index,
    InkRole,
    KeyRole,
    NoteRole,
    PlatformsRole,
    RowRole,
    TypeRole,
)

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows; `text`, or `spoken` in its place, is what a screen reader says."""

    text: str
    note: str = ""
    ink: str = ""
    type_role: str = ""
    chip: ChipLook | None = None
    platforms: tuple[str, ...] = ()
    avatar: str = ""
    spoken: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and what a row has under it; numbers stand at the right."""

    heading: str
    cell: Callable[[Any], Cell]
    is_number: bool = False


class RowsModel(QAbstractTableModel):
    """Frozen rows as Qt sees them; `key` tells one from the others when they are replaced."""

    def __init__(
        self,
        columns: Sequence[Column],
        parent: QObject,
        key: Callable[[Any], object] = attrgetter("id"),
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: tuple[Any, ...] = ()

    @Slot(object)
    def replace(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return _RIGHT
        return column.heading if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.FontRole, Qt.ItemDataRole.DecorationRole):
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == RowRole:
            return row
        if role == KeyRole:
            return self._key(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else None
        return _answers(column.cell(row)).get(role)


def _answers(cell: Cell) -> dict[int, object]:
    return {
        Qt.ItemDataRole.DisplayRole: cell.text,
        Qt.ItemDataRole.AccessibleTextRole: cell.spoken or None,
        Qt.ItemDataRole.ToolTipRole: tip_text(cell.tip) or None,
        NoteRole: cell.note,
        InkRole: cell.ink or None,
        TypeRole: cell.type_role or None,
        ChipRole: cell.chip,
        PlatformsRole: cell.platforms,
        AvatarRole: cell.avatar or None,
    }
