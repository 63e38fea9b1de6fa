"""The comments of posts, a page inside Pertanyaan: the posts, and the marking of one of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.language import _, ngettext
from app.services import comments
from app.services.asset_library import AssetLibrary
from app.services.comments import PostChoice, PostRow, Taken
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.inquiries.comment_paste import PasteDialog
from app.ui.inquiries.comment_posts import PostsPage
from app.ui.inquiries.comment_tally import key_hints
from app.ui.inquiries.marking_page import MarkingPage
from app.ui.widgets import Screen, Telling

_LEAST_WIDTH = 480


class CommentsView(Screen):
    """The posts with comments, and the marking of one post's.

    `closed` comes when the person goes back from the posts. With a library the post's picture is
    shown.
    """

    closed = Signal()

    def __init__(
        self,
        bridge: OfficeBridge,
        parent: QWidget | None = None,
        library: AssetLibrary | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._posts = QueryRunner(bridge, self)
        self.setMinimumWidth(_LEAST_WIDTH)  # not that of three panes side by side
        self._page = PostsPage()
        self._marking = MarkingPage(bridge, library)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._page)
        self._pages.addWidget(self._marking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._connect(bridge)
        self.show_posts()

    def _connect(self, bridge: OfficeBridge) -> None:
        bridge.changed.connect(self._on_office_changed)
        self._posts.answered.connect(self._on_posts)
        self._posts.failed.connect(self._marking.refuse)
        self._page.chosen.connect(self.show_post)
        self._page.paste_asked.connect(self._on_paste_asked)
        self._marking.paste_asked.connect(self._on_paste_asked)
        self._marking.headed.connect(self._on_headed)

    # What a place of the window does

    def reload(self) -> None:
        """Ask again for what is shown."""
        if self._marking.key is None:
            self._posts.run(comments.posts_with_comments)
        else:
            self._marking.reload()

    def show_target(self, target: object) -> None:
        """Show the comments of the post with this key."""
        if isinstance(target, str):
            self.show_post(target)

    def go_back(self) -> None:
        """From the comments to the posts, from the posts out of here."""
        if self._marking.key is None:
            self.closed.emit()
        else:
            self.show_posts()

    def panes(self) -> tuple[QWidget, ...]:
        marking = self._marking
        return (self._page.table,) if marking.key is None else (marking.table, marking.which)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return tuple((" ".join(caps), words) for caps, words in key_hints())

    @Slot()
    def show_posts(self) -> None:
        """The list of posts."""
        self._marking.leave()
        self._pages.setCurrentWidget(self._page)
        self.set_heading(_("Comments"), back=True)
        self._page.table.setFocus()
        self.reload()

    @Slot(str)
    def show_post(self, key: str) -> None:
        """The comments of one post, at the first one that is not marked."""
        self._pages.setCurrentWidget(self._marking)
        self._marking.show_post(key)

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & {"comment", "inquiry", "measurement"}:
            self.reload()

    @Slot(object)
    def _on_posts(self, rows: Sequence[PostRow]) -> None:
        self._page.replace(rows)

    @Slot(str)
    def _on_headed(self, note: str) -> None:
        self.set_heading(_("Comments"), note, back=True)

    # Pasting

    @Slot()
    def _on_paste_asked(self) -> None:
        dialog = PasteDialog(self._bridge, self, post=self._post_shown())
        dialog.taken.connect(self._on_taken)
        dialog.open()

    def _post_shown(self) -> PostChoice | None:
        post = self._marking.post
        if post is None:
            return None
        return PostChoice(None, post.key, post.platform, post.handle, post.title, post.published_at)

    @Slot(object)
    def _on_taken(self, taken: Taken) -> None:
        if taken.post_key != self._marking.key:
            self.show_post(taken.post_key)
        self._marking.show_taken(taken)
        new = ngettext("%(n)d new comment", "%(n)d new comments", taken.new) % {"n": taken.new}
        self.tell(Telling(_("%(new)s stored.") % {"new": new}))
