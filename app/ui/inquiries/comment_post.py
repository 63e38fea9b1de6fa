"""The post above its comments: what the public saw, and what the platform counted."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, date_pattern_text, number_text, short_moment_text
from app.models.measurement import Measure
from app.services.comments import PostFacts, Taken
from app.ui.theme import scaled
from app.ui.widgets import (
    Avatar,
    Box,
    Button,
    ElidedLabel,
    IconLabel,
    Label,
    Pane,
    PlatformBadge,
    Rule,
    Scroll,
    clear,
    named,
)

WIDTH = 271
_PICTURE = 237
_LONGEST_TEXT = 110
# What a platform is asked for; of two in a line the first that it knows is shown.
_FIGURES: tuple[tuple[str, tuple[Measure, ...]], ...] = (
    ("heart", (Measure.LIKES, Measure.REACTIONS)),
    ("message-circle", (Measure.COMMENTS,)),
    ("forward", (Measure.SHARES,)),
    ("bookmark", (Measure.SAVES,)),
    ("radio", (Measure.REACH, Measure.VIEWS, Measure.IMPRESSIONS)),
)


class PostPane(Pane):
    """The left pane of the marking view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self.setFixedWidth(scaled(WIDTH))
        self._note = named(Label("", "meta", "text2", wrap=True), "comments.post.note")
        self._taken: Taken | None = None
        self._as_of = ""
        self._text = ""
        self._build()

    def _build(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(9)
        self.box.addWidget(Scroll(content, "sunken"), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(10)
        foot.addWidget(Rule())
        foot.addWidget(self._note)
        self.box.addLayout(foot)

    def show_post(self, post: PostFacts) -> None:
        clear(self._column)
        self._column.addWidget(self._card(post))
        if post.published_at is not None:
            moment = _("Published %(moment)s WIB") % {
                "moment": short_moment_text(post.published_at)
            }
            self._column.addWidget(Label(moment, "meta", "text2"))
        for sign, measures in _FIGURES:
            self._column.addLayout(_figure_row(sign, measures, post))
        self._column.addStretch(1)
        self._as_of = _as_of_text(post)
        self._write_note()

    def show_taken(self, taken: Taken | None) -> None:
        """What the last pasting brought, at the foot."""
        self._taken = taken
        self._write_note()

    def show_picture(self, picture: QPixmap) -> None:
        """The post's first picture, above its text."""
        ratio = self.devicePixelRatioF()
        side = round(scaled(_PICTURE) * ratio)
        mode = Qt.AspectRatioMode.KeepAspectRatio
        fitted = picture.scaled(side, side, mode, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        self._picture.setPixmap(fitted)
        self._picture.show()

    def _card(self, post: PostFacts) -> QWidget:
        card = Box()
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(_account_row(post))
        self._picture = QLabel()
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.hide()
        column.addWidget(self._picture)
        column.addLayout(self._words(post))
        return card

    def _words(self, post: PostFacts) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(10, 6, 10, 10)
        column.setSpacing(2)
        if post.title:
            column.addWidget(Label(post.title, "strong", wrap=True))
        self._text = post.text or ""
        words = self._text
        if post.title is None:
            words = _("This post is not in the calendar.")
        is_long = len(words) > _LONGEST_TEXT
        shown = words[:_LONGEST_TEXT].rstrip() + "…" if is_long else words
        self._caption = Label(shown, "body", wrap=True)
        column.addWidget(self._caption)
        if post.title is None:
            column.addWidget(ElidedLabel(post.key, "meta", "text2"))
        self._more = named(Button(_("more"), "link", size="small"), "comments.post.more")
        self._more.clicked.connect(self._on_more_clicked)
        self._more.setVisible(is_long)
        column.addWidget(self._more)
        return column

    @Slot()
    def _on_more_clicked(self) -> None:
        self._caption.setText(self._text)
        self._more.hide()

    def _write_note(self) -> None:
        parts = [self._as_of]
        if self._taken is not None:
            count = self._taken.new + self._taken.known
            parts.append(
                _("%(count)s pasted: %(new)s new, %(known)s there already.")
                % {
                    "count": number_text(count, 0),
                    "new": number_text(self._taken.new, 0),
                    "known": number_text(self._taken.known, 0),
                }
            )
        self._note.setText(" ".join(parts))


def _account_row(post: PostFacts) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(10, 6, 10, 6)
    row.setSpacing(8)
    name = post.handle or post.account_name or _("Unknown account")
    row.addWidget(Avatar(post.account_name or name))
    row.addWidget(ElidedLabel(name, "body"), 1)
    if post.platform:
        row.addWidget(PlatformBadge(post.platform))
    return row


def _figure_row(sign: str, measures: tuple[Measure, ...], post: PostFacts) -> QHBoxLayout:
    known = next((measure for measure in measures if measure in post.figures), None)
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(IconLabel(sign))
    row.addWidget(Label(label(known or measures[0]), "body"), 1)
    if known is None:
        row.addWidget(Label(_("No data"), "meta", "text2"))
    else:
        row.addWidget(Label(number_text(post.figures[known], 0), "strong"))
    return row


def _as_of_text(post: PostFacts) -> str:
    if post.figures_as_of is None:
        return _("No figures of this post have been imported.")
    return _("Figures as of %(day)s.") % {"day": date_pattern_text(post.figures_as_of, "d MMM")}
