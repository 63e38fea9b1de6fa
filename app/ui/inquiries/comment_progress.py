"""The foot of the marking view: how far one is, and about how long the rest takes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QProgressBar, QWidget

from app.language import _, ngettext, number_text
from app.services.comments import Fold, Tally
from app.ui.inquiries.comment_marks import Pace
from app.ui.theme import scaled
from app.ui.widgets import Label, Pane, named

_BAR = 180


class ProgressFoot(Pane):
    """A bar, `84 dari 300 ditandai`, and the minutes that are left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", across=True, margins=(20, 10, 16, 10), gap=10, parent=parent)
        self._bar = named(QProgressBar(), "comments.progress", _("Marked so far"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(scaled(_BAR))
        self._done = named(Label("", "strong"), "comments.done")
        self._rest = named(Label("", "meta", "text2"), "comments.rest")
        self.box.addWidget(self._bar)
        self.box.addWidget(self._done)
        self.box.addWidget(Label(_("marked"), "meta", "text2"), 1)
        self.box.addWidget(self._rest)

    def show_progress(self, tally: Tally, folds: Sequence[Fold], pace: Pace) -> None:
        """How many comments are marked, and how long the rows that are left take at this pace."""
        self._bar.setRange(0, max(1, tally.all))
        self._bar.setValue(tally.marked)
        counts = {"done": number_text(tally.marked, 0), "all": number_text(tally.all, 0)}
        self._done.setText(_("%(done)s of %(all)s") % counts)
        rows = sum(not fold.is_marked and not fold.comments[0].is_own for fold in folds)
        minutes = pace.minutes_for(rows)
        words = ngettext("about %(n)d minute left", "about %(n)d minutes left", minutes)
        self._rest.setText(words % {"n": minutes} if rows else _("All are marked"))
