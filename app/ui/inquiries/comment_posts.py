"""The posts whose comments were pasted, with how far each is marked."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.language import _, number_text, short_day_text, short_moment_text, wib
from app.services.comments import PostRow
from app.ui.widgets import (
    ROOT,
    Button,
    EmptyState,
    Index,
    InkRole,
    KeyRole,
    Label,
    NoteRole,
    Pane,
    PlatformsRole,
    RowRole,
    Table,
    named,
)

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PostModel(QAbstractTableModel):
    """Posts as rows: what it was, comments, not marked yet, last pasted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[PostRow] = []

    def replace(self, rows: Sequence[PostRow]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if across is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (1, 2):
            return _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Post"), _("Comments"), _("Not marked yet"), _("Last pasted"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], index.column()
        if role == RowRole:
            return row
        if role == KeyRole:
            return row.key
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(row)[column]
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (1, 2):
            return _RIGHT
        if role == InkRole and column == 2 and row.marked == row.comments:
            return "text2"
        if column == 0 and role == NoteRole:
            return _note(row)
        if column == 0 and role == PlatformsRole and row.platform:
            return (row.platform,)
        return None


class PostsPage(Pane):
    """Chooses the post whose comments are marked."""

    chosen = Signal(str)  # the key of the post
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._model = PostModel(self)
        self.table = Table("comments.posts", _("Posts with comments"), rows="tall")
        self.table.setModel(self._model)
        self.table.set_widths(0, 110, 140, 170)
        self.paste = named(
            Button(_("Paste comments…"), "primary", "clipboard-paste"), "comments.posts.paste"
        )
        self._first = named(
            Button(_("Paste comments…"), "primary", "clipboard-paste"), "comments.posts.first"
        )
        empty = EmptyState(
            _("No comments yet"),
            _("Copy the comment column of a post in the browser and paste it here."),
            self._first,
        )
        head = Pane("surface", across=True, margins=(20, 6, 16, 6), gap=8)
        head.box.addWidget(Label(_("Posts with comments"), "heading"), 1)
        head.box.addWidget(self.paste)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(full)
        self._pages.addWidget(empty)
        self.box.addWidget(self._pages)
        self.table.opened.connect(self._on_opened)
        self.table.clicked.connect(self._on_opened)
        self.paste.clicked.connect(self.paste_asked)
        self._first.clicked.connect(self.paste_asked)

    def replace(self, rows: Sequence[PostRow]) -> None:
        self._model.replace(rows)
        self._pages.setCurrentIndex(0 if rows else 1)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        row = index.data(RowRole)
        if isinstance(row, PostRow):
            self.chosen.emit(row.key)


def _cells(row: PostRow) -> tuple[str, str, str, str]:
    return (
        row.title or _("Not in the calendar"),
        number_text(row.comments, 0),
        number_text(row.comments - row.marked, 0),
        short_moment_text(row.last_seen_at),
    )


def _note(row: PostRow) -> str:
    parts = [row.handle or row.key]
    if row.published_at is not None:
        parts.append(short_day_text(wib(row.published_at).date()))
    return " · ".join(parts)
