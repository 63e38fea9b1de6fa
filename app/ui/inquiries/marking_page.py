"""Marking the comments of one post (picture 11): the post, its comments, how the public spoke."""

from concurrent.futures import Future

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import _, number_text, short_day_text, wib
from app.models.comment import Tone
from app.services import comments
from app.services.asset_library import AssetLibrary
from app.services.comments import CommentRow, Mark, Order, PostComments, PostFacts, Taken
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.inquiries.comment_list import CommentTable
from app.ui.inquiries.comment_marks import MarkQueue, Pace
from app.ui.inquiries.comment_post import PostPane
from app.ui.inquiries.comment_progress import ProgressFoot
from app.ui.inquiries.comment_tally import TallyPane
from app.ui.widgets import (
    Button,
    Choice,
    IconButton,
    Notice,
    Pane,
    Part,
    Rule,
    Segments,
    named,
)
from app.wording import sentence

_UNMARKED, _MARKED, _ALL = "unmarked", "marked", "all"


class MarkingPage(QWidget):
    """Three panes; the middle one is marked by single keys, each a row and on to the next."""

    headed = Signal(str)  # which post it is, for the heading
    paste_asked = Signal()

    def __init__(self, bridge: OfficeBridge, library: AssetLibrary | None) -> None:
        super().__init__()
        self._bridge = bridge
        self._library = library
        self._key: str | None = None
        self._shown: PostComments | None = None
        self._is_new = False  # the post was opened just now: begin at its first unmarked comment
        self._is_asking = False
        self._is_stale = False  # something changed while the comments were asked for
        self._comments = QueryRunner(bridge, self)
        self._marks = MarkQueue(bridge, self)
        self._pace = Pace()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._post = PostPane()
        self._tally = TallyPane()
        self.table = CommentTable()
        self._foot = ProgressFoot()
        self._notice = Notice("comments.notice", "bad")
        self._notice.hide()
        middle = Pane("surface")
        for part in (self._toolbar(), Rule(), self._notice):
            middle.box.addWidget(part)
        middle.box.addWidget(self.table, 1)
        middle.box.addWidget(Rule())
        middle.box.addWidget(self._foot)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._post)
        across.addWidget(Rule(upright=True))
        across.addWidget(middle, 1)
        across.addWidget(Rule(upright=True))
        across.addWidget(self._tally)

    def _toolbar(self) -> QWidget:
        bar = self._tools = Pane("surface", across=True, margins=(20, 7, 16, 7), gap=8)
        self.which = Segments("comments.which", [], _("Which comments"))
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
        bar.box.addWidget(self.which)
        bar.box.addWidget(self._order)
        bar.box.addStretch(1)
        self._swap = named(
            IconButton("panel-right", _("Show the post or the tally")), "comments.swap"
        )
        self._swap.setCheckable(True)
        bar.box.addWidget(self._swap)
        bar.box.addWidget(self._paste)
        return bar

    def _connect(self) -> None:
        self._comments.answered.connect(self._on_comments)
        self._comments.failed.connect(self._on_not_answered)
        self._paste.clicked.connect(self.paste_asked)
        self._swap.toggled.connect(self._fit_panes)
        self.which.chosen.connect(self._list)
        self._order.chosen.connect(self._list)
        self.table.toned.connect(self._on_toned)
        self.table.inquiry_asked.connect(self._on_inquiry_asked)
        self.table.undo_asked.connect(self._on_undo_asked)
        self._marks.put_back.connect(self._on_put_back)
        self._marks.kept.connect(self._on_kept)
        self._marks.failed.connect(self.refuse)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_panes()

    @Slot()
    def _fit_panes(self) -> None:
        """Where not all three panes have room, the post and the tally take turns."""
        sides = self._post.width() + self._tally.width() + 2
        self.which.updateGeometry()  # its new counts have not reached the toolbar's layout yet
        needed = max(self._tools.sizeHint().width(), self.table.least_width())
        is_narrow = self.width() - sides < needed
        wants_tally = self._swap.isChecked()
        self._swap.setVisible(is_narrow)
        self._post.setVisible(not is_narrow or not wants_tally)
        self._tally.setVisible(not is_narrow or wants_tally)

    # Which post

    def show_post(self, key: str) -> None:
        """The comments of one post, at the first one that is not marked."""
        self._key = key
        self._is_new = True
        self._notice.hide()
        self._marks.forget()
        self._post.show_taken(None)
        self._ask(key)

    def leave(self) -> None:
        """No post is shown any more."""
        self._key = None
        self._shown = None

    def show_taken(self, taken: Taken) -> None:
        """What the last pasting brought."""
        self._post.show_taken(taken)

    @property
    def key(self) -> str | None:
        """The key of the post whose comments are marked."""
        return self._key

    @property
    def post(self) -> PostFacts | None:
        """What is known of that post, once the office has answered."""
        return self._shown.post if self._shown else None

    def reload(self) -> None:
        """Ask again for what is shown."""
        if self._is_asking:
            # Marks come faster than answers: an answer that is always overtaken never comes.
            self._is_stale = True
        elif self._key is not None:
            self._ask(self._key)

    def _ask(self, key: str) -> None:
        self._is_asking, self._is_stale = True, False
        self._comments.run(comments.comments_of, key)

    @Slot(object)
    def _on_comments(self, shown: PostComments) -> None:
        self._is_asking = False
        if shown.post.key != self._key:
            return
        if self._is_stale:
            self._ask(shown.post.key)
        is_other_post = self._shown is None or self._shown.post != shown.post
        self._shown = shown
        if is_other_post:
            self._show_post_facts(shown)
        tally = shown.tally
        markers = dict.fromkeys(row.marked_by for row in shown.comments if row.marked_by)
        self._tally.show_tally(tally, [marker for marker in markers if marker])
        self.which.set_parts(
            [
                Part(_UNMARKED, _("Not yet"), number_text(tally.unmarked, 0)),
                Part(_MARKED, _("Marked"), number_text(tally.marked, 0)),
                Part(_ALL, _("All"), number_text(tally.all, 0)),
            ]
        )
        if self._is_new:
            self.which.set_value(_ALL)
        self._fit_panes()
        self._list()
        self._foot.show_progress(tally, comments.folded(shown.comments), self._pace)

    def _show_post_facts(self, shown: PostComments) -> None:
        post = shown.post
        day = short_day_text(wib(post.published_at).date()) if post.published_at else ""
        title = post.title or _("Not in the calendar")
        self.headed.emit(", ".join(part for part in (title, day) if part))
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
        before = self.table.currentIndex().row()
        self.table.comments().replace(comments.folded(rows), self._shown.post.platform)
        if self._is_new:
            self._is_new = False
            first = self.table.comments().next_to_mark(-1)
            self._go_to(0 if first is None else first)
            self.table.setFocus()
        elif not self.table.currentIndex().isValid():
            self._go_to(max(0, before))

    def _wanted(self) -> list[CommentRow]:
        which = self.which.value()
        rows = self._shown.comments if self._shown else ()
        if which == _UNMARKED:
            return [row for row in rows if row.tone is None and not row.is_own]
        if which == _MARKED:
            return [row for row in rows if row.tone is not None]
        return list(rows)

    def _go_to(self, number: int) -> None:
        last = self.table.comments().rowCount() - 1
        if last >= 0:
            self.table.go_to(min(number, last))

    # Acts

    @Slot(object)
    def _on_toned(self, tone: Tone) -> None:
        row = self.table.current()
        if row is None:
            return
        self._notice.hide()
        self._pace.note()
        self._marks.mark(row.fold.ids, tone)
        here = self.table.currentIndex().row()
        following = self.table.comments().next_to_mark(here)
        self._go_to(here + 1 if following is None else following)

    @Slot()
    def _on_inquiry_asked(self) -> None:
        row = self.table.current()
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
        table = self.table.comments()
        for number in range(table.rowCount()):
            if mark.comment_id in table.row_at(number).fold.ids:
                self._go_to(number)
                return

    @Slot(Exception)
    def _on_not_answered(self, error: Exception) -> None:
        self._is_asking = False
        self.refuse(error)

    @Slot(Exception)
    def refuse(self, error: Exception) -> None:
        """Say above the comments why nothing was done."""
        self._notice.tell(sentence(error), "bad")
