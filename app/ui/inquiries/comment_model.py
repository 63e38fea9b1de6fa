"""The rows of the marking view: comments and folds, some of them open."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from app.services.comments import Fold, FoldKind, unfolded
from app.ui.inquiries.comment_words import spoken_text
from app.ui.widgets import ROOT, Index, KeyRole, RowRole


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of the list: a comment, a fold, or a comment out of an open fold."""

    fold: Fold
    is_open: bool = False
    is_inner: bool = False

    @property
    def is_fold(self) -> bool:
        return self.fold.kind is not FoldKind.SINGLE

    @property
    def key(self) -> str:
        return self.fold.key

    @property
    def may_be_marked(self) -> bool:
        return not any(row.is_own for row in self.fold.comments)


class CommentModel(QAbstractTableModel):
    """The folds as rows; knows which of them are open."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.platform: str | None = None
        self._folds: list[Fold] = []
        self._rows: list[ListRow] = []
        self._open: set[str] = set()

    def replace(self, folds: Sequence[Fold], platform: str | None) -> None:
        """Show these; rows that only changed their tone stay where they are."""
        self.platform = platform
        self._folds = list(folds)
        self._show(self._listed())

    def set_open(self, row: ListRow, is_open: bool) -> None:
        """Open a fold, or close it."""
        if is_open:
            self._open.add(row.key)
        else:
            self._open.discard(row.key)
        self._show(self._listed())

    def row_at(self, number: int) -> ListRow:
        return self._rows[number]

    def next_to_mark(self, after: int) -> int | None:
        """The next row that can have a tone and has none, looked for from `after` on."""
        for number in range(after + 1, len(self._rows)):
            row = self._rows[number]
            if row.may_be_marked and not row.fold.is_marked:
                return number
        return None

    def fold_around(self, number: int) -> int:
        """The row of the open fold that an inner row belongs to."""
        while number > 0 and self._rows[number].is_inner:
            number -= 1
        return number

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return spoken_text(row.fold, self.platform)
        if role == RowRole:
            return row
        return (row.key, row.is_inner) if role == KeyRole else None

    def _listed(self) -> list[ListRow]:
        rows: list[ListRow] = []
        for fold in self._folds:
            is_open = fold.key in self._open
            rows.append(ListRow(fold, is_open))
            if is_open:
                rows += [ListRow(inner, is_inner=True) for inner in unfolded(fold)]
        return rows

    def _show(self, rows: list[ListRow]) -> None:
        before = [(row.key, row.is_open, row.is_inner) for row in self._rows]
        if before == [(row.key, row.is_open, row.is_inner) for row in rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
