"""Marking comments (picture 11): one key each for the tone, then the next; J makes an inquiry."""

from collections.abc import Sequence
from concurrent.futures import Future

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from app.language import _, ngettext, number_text, short_day_text, wib
from app.models.comment import Tone
from app.services import comments
from app.services.asset_library import AssetLibrary
from app.services.comments import CommentRow, Mark, Order, PostChoice, PostComments, PostRow, Taken
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.inquiries.comment_list import CommentTable
from app.ui.inquiries.comment_marks import MarkQueue, Pace
from app.ui.inquiries.comment_paste import PasteDialog
from app.ui.inquiries.comment_post import PostPane
from app.ui.inquiries.comment_posts import PostsPage
from app.ui.inquiries.comment_tally import TallyPane, key_hints
from app.ui.theme import scaled
from app.ui.widgets import (
    Button,
    Choice,
    IconButton,
    Label,
    Notice,
    Pane,
    Part,
    Rule,
    Screen,
    Segments,
    Telling,
    named,
)
from app.wording import sentence

_UNMARKED, _MARKED, _ALL = "unmarked", "marked", "all"
_BAR = 180
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
        self._library = library
        self._key: str | None = None
        self._shown: PostComments | None = None
        self._is_new = False  # the post was opened just now: begin at its first unmarked comment
        self._is_asking = False
        self._is_stale = False  # something changed while the comments were asked for
        self._posts = QueryRunner(bridge, self)
        self._comments = QueryRunner(bridge, self)
        self._marks = MarkQueue(bridge, self)
        self._pace = Pace()
        self.setMinimumWidth(_LEAST_WIDTH)  # not that of three panes side by side
        self._build()
        self._connect(bridge)
        self.show_posts()

    def _build(self) -> None:
        self._page = PostsPage()
        self._post = PostPane()
        self._tally = TallyPane()
        self._table = CommentTable()
        self._notice = Notice("comments.notice", "bad")
        self._notice.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._page)
        self._pages.addWidget(self._marking())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def _marking(self) -> QWidget:
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        middle = Pane("surface")
        for part in (self._toolbar(), Rule(), self._notice):
            middle.box.addWidget(part)
        middle.box.addWidget(self._table, 1)
        middle.box.addWidget(Rule())
        middle.box.addWidget(self._foot())
        across.addWidget(self._post)
        across.addWidget(Rule(upright=True))
        across.addWidget(middle, 1)
        across.addWidget(Rule(upright=True))
        across.addWidget(self._tally)
        return page

    def _toolbar(self) -> QWidget:
        bar = self._tools = Pane("surface", across=True, margins=(20, 7, 16, 7), gap=8)
        self._which = Segments("comments.which", [], _("Which comments"))
        self._order = Choice(
            "comments.order",
            [
                (_("Oldest"), Order.OLDEST),
                (_("Newest"), Order.NEWEST),
                (_("Most liked"), Order.MOST_LIKED),
            ],
            prefix=_("Sort"),
        )
        self._paste = named(
            Button(_("Paste comments…"), "primary", "clipboard-paste"), "comments.paste_button"
        )
        bar.box.addWidget(self._which)
        bar.box.addWidget(self._order)
        bar.box.addStretch(1)
        self._swap = named(
            IconButton("panel-right", _("Show the post or the tally")), "comments.swap"
        )
        self._swap.setCheckable(True)
        bar.box.addWidget(self._swap)
        bar.box.addWidget(self._paste)
        return bar

    def _foot(self) -> QWidget:
        foot = Pane("surface", across=True, margins=(20, 10, 16, 10), gap=10)
        self._bar = named(QProgressBar(), "comments.progress", _("Marked so far"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(scaled(_BAR))
        self._done = named(Label("", "strong"), "comments.done")
        self._rest = named(Label("", "meta", "text2"), "comments.rest")
        foot.box.addWidget(self._bar)
        foot.box.addWidget(self._done)
        foot.box.addWidget(Label(_("marked"), "meta", "text2"), 1)
        foot.box.addWidget(self._rest)
        return foot

    def _connect(self, bridge: OfficeBridge) -> None:
        bridge.changed.connect(self._on_office_changed)
        self._posts.answered.connect(self._on_posts)
        self._posts.failed.connect(self._on_failed)
        self._comments.answered.connect(self._on_comments)
        self._comments.failed.connect(self._on_not_answered)
        self._page.chosen.connect(self.show_post)
        self._page.paste_asked.connect(self._on_paste_asked)
        self._paste.clicked.connect(self._on_paste_asked)
        self._swap.toggled.connect(self._fit_panes)
        self._which.chosen.connect(self._list)
        self._order.chosen.connect(self._list)
        self._table.toned.connect(self._on_toned)
        self._table.inquiry_asked.connect(self._on_inquiry_asked)
        self._table.undo_asked.connect(self._on_undo_asked)
        self._marks.put_back.connect(self._on_put_back)
        self._marks.kept.connect(self._on_kept)
        self._marks.failed.connect(self._on_failed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_panes()

    @Slot()
    def _fit_panes(self) -> None:
        """Where not all three panes have room, the post and the tally take turns."""
        sides = self._post.width() + self._tally.width() + 2
        is_narrow = self.width() - sides < self._tools.sizeHint().width()
        wants_tally = self._swap.isChecked()
        self._swap.setVisible(is_narrow)
        self._post.setVisible(not is_narrow or not wants_tally)
        self._tally.setVisible(not is_narrow or wants_tally)

    # What a place of the window does

    def reload(self) -> None:
        """Ask again for what is shown."""
        if self._key is None:
            self._posts.run(comments.posts_with_comments)
        elif self._is_asking:
            # Marks come faster than answers: an answer that is always overtaken never comes.
            self._is_stale = True
        else:
            self._ask_comments(self._key)

    def _ask_comments(self, key: str) -> None:
        self._is_asking, self._is_stale = True, False
        self._comments.run(comments.comments_of, key)

    def show_target(self, target: object) -> None:
        """Show the comments of the post with this key."""
        if isinstance(target, str):
            self.show_post(target)

    def go_back(self) -> None:
        """From the comments to the posts, from the posts out of here."""
        if self._key is None:
            self.closed.emit()
        else:
            self.show_posts()

    def panes(self) -> tuple[QWidget, ...]:
        return (self._page.table,) if self._key is None else (self._table, self._which)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return tuple((" ".join(caps), words) for caps, words in key_hints())

    @Slot()
    def show_posts(self) -> None:
        """The list of posts."""
        self._key = None
        self._shown = None
        self._pages.setCurrentIndex(0)
        self.set_heading(_("Comments"), back=True)
        self._page.table.setFocus()
        self.reload()

    @Slot(str)
    def show_post(self, key: str) -> None:
        """The comments of one post, at the first one that is not marked."""
        self._key = key
        self._is_new = True
        self._notice.hide()
        self._marks.forget()
        self._post.show_taken(None)
        self._pages.setCurrentIndex(1)
        self._ask_comments(key)

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & {"comment", "inquiry", "measurement"}:
            self.reload()

    @Slot(object)
    def _on_posts(self, rows: Sequence[PostRow]) -> None:
        self._page.replace(rows)

    @Slot(object)
    def _on_comments(self, shown: PostComments) -> None:
        self._is_asking = False
        if shown.post.key != self._key:
            return
        if self._is_stale:
            self._ask_comments(shown.post.key)
        is_other_post = self._shown is None or self._shown.post != shown.post
        self._shown = shown
        if is_other_post:
            self._show_post_facts(shown)
        tally = shown.tally
        markers = dict.fromkeys(row.marked_by for row in shown.comments if row.marked_by)
        self._tally.show_tally(tally, [marker for marker in markers if marker])
        self._which.set_parts(
            [
                Part(_UNMARKED, _("Not yet"), number_text(tally.unmarked, 0)),
                Part(_MARKED, _("Marked"), number_text(tally.marked, 0)),
                Part(_ALL, _("All"), number_text(tally.all, 0)),
            ]
        )
        if self._is_new:
            self._which.set_value(_ALL)
        self._fit_panes()
        self._list()
        self._show_progress()

    def _show_post_facts(self, shown: PostComments) -> None:
        post = shown.post
        day = short_day_text(wib(post.published_at).date()) if post.published_at else ""
        title = post.title or _("Not in the calendar")
        self.set_heading(_("Comments"), ", ".join(part for part in (title, day) if part), back=True)
        self._post.show_post(post)
        library, picture = self._library, post.picture
        if library is not None and picture is not None:
            self._bridge.submit(lambda: library.thumbnail(picture), self._on_picture)

    def _on_picture(self, done: Future[object]) -> None:
        drawn = QPixmap()
        if done.exception() is None and isinstance(content := done.result(), bytes):
            drawn.loadFromData(content)
        if not drawn.isNull():
            self._post.show_picture(drawn)

    @Slot()
    def _list(self) -> None:
        """The comments that the person wants to see, in his order, folded."""
        if self._shown is None:
            return
        rows = comments.in_order(self._wanted(), Order(str(self._order.value())))
        before = self._table.currentIndex().row()
        self._table.comments().replace(comments.folded(rows), self._shown.post.platform)
        if self._is_new:
            self._is_new = False
            first = self._table.comments().next_to_mark(-1)
            self._go_to(0 if first is None else first)
            self._table.setFocus()
        elif not self._table.currentIndex().isValid():
            self._go_to(max(0, before))

    def _wanted(self) -> list[CommentRow]:
        which = self._which.value()
        rows = self._shown.comments if self._shown else ()
        if which == _UNMARKED:
            return [row for row in rows if row.tone is None and not row.is_own]
        if which == _MARKED:
            return [row for row in rows if row.tone is not None]
        return list(rows)

    def _go_to(self, number: int) -> None:
        last = self._table.comments().rowCount() - 1
        if last >= 0:
            self._table.go_to(min(number, last))

    def _show_progress(self) -> None:
        if self._shown is None:
            return
        tally = self._shown.tally
        self._bar.setRange(0, max(1, tally.all))
        self._bar.setValue(tally.marked)
        counts = {"done": number_text(tally.marked, 0), "all": number_text(tally.all, 0)}
        self._done.setText(_("%(done)s of %(all)s") % counts)
        left = [fold for fold in comments.folded(self._shown.comments) if not fold.is_marked]
        rows = sum(not fold.comments[0].is_own for fold in left)
        minutes = self._pace.minutes_for(rows)
        words = ngettext("about %(n)d minute left", "about %(n)d minutes left", minutes)
        self._rest.setText(words % {"n": minutes} if rows else _("All are marked"))

    # Acts

    @Slot(object)
    def _on_toned(self, tone: Tone) -> None:
        row = self._table.current()
        if row is None:
            return
        self._notice.hide()
        self._pace.note()
        self._marks.mark(row.fold.ids, tone)
        here = self._table.currentIndex().row()
        following = self._table.comments().next_to_mark(here)
        self._go_to(here + 1 if following is None else following)

    @Slot()
    def _on_inquiry_asked(self) -> None:
        row = self._table.current()
        if row is not None:
            self._notice.hide()
            self._marks.make_inquiry(row.fold.ids)

    @Slot()
    def _on_undo_asked(self) -> None:
        self._notice.hide()
        self._marks.undo()

    @Slot()
    def _on_kept(self) -> None:
        """The last act can't be taken back, and no older one is instead."""
        words = _("An inquiry that was made can't be undone here. Dismiss it in the list instead.")
        self._notice.tell(words, "waiting")

    @Slot(object)
    def _on_put_back(self, mark: Mark) -> None:
        """The row whose mark was taken back is current again."""
        table = self._table.comments()
        for number in range(table.rowCount()):
            if mark.comment_id in table.row_at(number).fold.ids:
                self._go_to(number)
                return

    @Slot()
    def _on_paste_asked(self) -> None:
        dialog = PasteDialog(self._bridge, self, post=self._post_shown())
        dialog.taken.connect(self._on_taken)
        dialog.open()

    def _post_shown(self) -> PostChoice | None:
        if self._shown is None:
            return None
        post = self._shown.post
        return PostChoice(None, post.key, post.platform, post.handle, post.title, post.published_at)

    @Slot(object)
    def _on_taken(self, taken: Taken) -> None:
        if taken.post_key != self._key:
            self.show_post(taken.post_key)
        self._post.show_taken(taken)
        new = ngettext("%(n)d new comment", "%(n)d new comments", taken.new) % {"n": taken.new}
        self.tell(Telling(_("%(new)s stored.") % {"new": new}))

    @Slot(Exception)
    def _on_not_answered(self, error: Exception) -> None:
        self._is_asking = False
        self._on_failed(error)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._notice.tell(sentence(error), "bad")
