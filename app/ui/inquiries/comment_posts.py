"""The posts whose comments were pasted, with how far each is marked."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.language import _, number_text, short_day_text, short_moment_text, wib
from app.services.comments import PostRow
from app.ui.widgets import (
    Button,
    Cell,
    Column,
    EmptyState,
    Label,
    Pane,
    RowRole,
    RowsModel,
    Table,
    named,
)


class PostsPage(Pane):
    """Chooses the post whose comments are marked."""

    chosen = Signal(str)  # the key of the post
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._model = RowsModel(_columns(), self, key=attrgetter("key"))
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


def _columns() -> tuple[Column, ...]:
    """What it was, comments, not marked yet, last copied."""
    return (
        Column(_("Post"), _post_cell),
        Column(_("Comments"), lambda row: Cell(number_text(row.comments, 0)), is_number=True),
        Column(_("Not marked yet"), _unmarked_cell, is_number=True),
        Column(_("Last copied"), lambda row: Cell(short_moment_text(row.last_seen_at))),
    )


def _post_cell(row: PostRow) -> Cell:
    parts = [row.handle or row.key]
    if row.published_at is not None:
        parts.append(short_day_text(wib(row.published_at).date()))
    platforms = (row.platform,) if row.platform else ()
    return Cell(row.title or _("Not in the calendar"), " · ".join(parts), platforms=platforms)


def _unmarked_cell(row: PostRow) -> Cell:
    unmarked = row.comments - row.marked
    return Cell(number_text(unmarked, 0), ink="" if unmarked else "text2")
