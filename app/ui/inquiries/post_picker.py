"""Finding the post whose comments are pasted: by words, a day, or its whole address."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import _, date_pattern_text, wib
from app.services import comments
from app.services.comments import PostChoice
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.widgets import Cell, Column, Label, RowsModel, SearchBox, Table, platform_letters


class PostPicker(QWidget):
    """The posts found for what stands in `search`, which whoever shows this places.

    Enter or a click chooses; a whole address is chosen by itself.
    """

    chosen = Signal(object)  # the PostChoice, or None once other words are typed
    refused = Signal(str)  # why nothing can be kept under the post that the person wanted
    wanted = Signal()  # the person searches: the list should be seen

    def __init__(self, bridge: OfficeBridge, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = QueryRunner(bridge, self)
        self._post: PostChoice | None = None
        self._asked = ""  # the words of the posts that are listed
        self._is_entered = False  # Enter was pressed before the posts came
        self.search = SearchBox(f"{name}.search", _("Title, account, day, or the post's address"))
        self.list = Table(f"{name}.list", _("Posts found"), rows="tall")
        columns = (Column(_("Post"), _post_cell), Column("", _link_cell))
        self._nothing = Label(
            _("No post fits. Search in other words, or paste its address."), "body", "text2"
        )
        self._nothing.hide()
        self._model = RowsModel(columns, self, key=lambda post: post.key or post.variant_id)
        self.list.setModel(self._model)
        self.list.set_widths(0, 180)
        self.list.horizontalHeader().hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        self._found.answered.connect(self._on_found)
        self.search.textEdited.connect(self._on_edited)
        self.search.searched.connect(self._on_searched)
        self.search.installEventFilter(self)
        self.list.clicked.connect(self._on_opened)
        self.list.opened.connect(self._on_opened)
        self.find_posts("")

    def post(self) -> PostChoice | None:
        """The one that is chosen."""
        return self._post

    def set_post(self, post: PostChoice) -> None:
        """Choose this one; its words stand in the line."""
        self._post = post
        self.search.blockSignals(True)
        self.search.setText(post_words(post))
        self.search.setCursorPosition(0)
        self.search.blockSignals(False)
        self.chosen.emit(post)

    def find_posts(self, words: str) -> None:
        """Ask for the posts of these words."""
        self._asked = words
        self._found.run(comments.find_posts, words)

    @Slot(str)
    def _on_edited(self, _words: str) -> None:
        if self._post is not None:
            self._post = None
            self.chosen.emit(None)
        self.wanted.emit()

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        if self._post is None:
            self.find_posts(words)
        elif not words:  # the line was emptied by its button
            self._on_edited(words)
            self.find_posts(words)

    @Slot(object)
    def _on_found(self, posts: Sequence[PostChoice]) -> None:
        self._model.replace(posts)
        self._nothing.setVisible(not posts)
        is_entered, self._is_entered = self._is_entered, False
        if self._post is not None or not posts:
            return
        if is_entered or (len(posts) == 1 and "/" in self._asked):
            self._choose(posts[0])
        elif self._asked:
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _on_entered(self) -> None:
        """Enter chooses the current post; of words just typed, the first that is found."""
        words = self.search.text().strip()
        if self._post is None and words != self._asked:
            self._is_entered = True
            self.find_posts(words)
        elif self._post is None and isinstance(row := self.list.current_row(), PostChoice):
            self._choose(row)

    @Slot(QModelIndex)
    def _on_opened(self, _index: QModelIndex) -> None:
        row = self.list.current_row()
        if isinstance(row, PostChoice):
            self._choose(row)

    def _choose(self, post: PostChoice) -> None:
        if post.key is None:
            self.refused.emit(
                _("The link of this post is not recorded. Paste the post's address here instead.")
            )
            return
        self.set_post(post)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line one goes up and down the list; whoever comes there wants to see it."""
        if watched is self.search and event.type() == QEvent.Type.FocusIn and self._post is None:
            self.wanted.emit()
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._on_key(event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the list; Enter must not press the dialog's button as well."""
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers():
                self._on_entered()
            case _:
                return False
        return True

    def _step(self, by: int) -> None:
        self.wanted.emit()
        last = self._model.rowCount() - 1
        if last >= 0:
            row = min(max(self.list.currentIndex().row() + by, 0), last)
            self.list.setCurrentIndex(self._model.index(row, 0))


def post_words(post: PostChoice) -> str:
    """`IG · Dongeng Sabtu Pagi · 21 Nov 2026`, or the address of a post outside the calendar."""
    letters = platform_letters(post.platform) if post.platform else ""
    parts = (letters, post.title or _bare(post.key or ""), _day(post))
    return " · ".join(part for part in parts if part)


def _post_cell(post: PostChoice) -> Cell:
    note = " · ".join(part for part in (post.handle or "", _day(post)) if part)
    if post.title is None:
        note = " · ".join(part for part in (_("Not in the calendar"), post.handle or "") if part)
    platforms = (post.platform,) if post.platform else ()
    return Cell(post.title or _bare(post.key or ""), note, platforms=platforms)


def _link_cell(post: PostChoice) -> Cell:
    return Cell("" if post.key else _("no link recorded"), ink="text2")


def _day(post: PostChoice) -> str:
    if post.published_at is None:
        return ""
    return date_pattern_text(wib(post.published_at).date(), "d MMM yyyy")


def _bare(key: str) -> str:
    return key.removeprefix("https://")
