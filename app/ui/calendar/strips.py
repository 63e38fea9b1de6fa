"""The strips over the views: what is wrong, what is listed, what fits, what is marked."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from app.language import _, ngettext, number_text
from app.services.calendar import Tile
from app.services.calendar_filter import EVERYTHING, Wanted
from app.ui.widgets import Button, Notice, named


class Strips(QObject):
    """At most one line for each of the four; hidden while there is nothing to say."""

    month_asked = Signal()  # away from the list of what lacks a category
    all_days_asked = Signal()  # look for the words in all days
    many_asked = Signal()  # move what is marked
    unmark_asked = Signal()

    def __init__(self, box: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self.notice = Notice("calendar.notice", "bad")
        self.worklist = Notice("calendar.worklist")
        self._fits = Notice("calendar.fits", "planned")
        self._marked = Notice("calendar.marked", "working")
        end = named(Button(_("Back to the &month"), size="small"), "calendar.worklist.end")
        everywhere = Button(_("Search all days"), size="small")
        self._everywhere = named(everywhere, "calendar.fits.all_days")
        unmark = named(Button(_("Unmark"), "link", size="small"), "calendar.marked.none")
        many = named(Button(_("Move them…"), size="small"), "calendar.marked.move")
        self.worklist.add_act(end)
        self._fits.add_act(self._everywhere)
        self._marked.add_act(unmark)
        self._marked.add_act(many)
        for strip in (self.notice, self.worklist, self._fits, self._marked):
            box.addWidget(strip)
            strip.hide()
        end.clicked.connect(self.month_asked)
        self._everywhere.clicked.connect(self.all_days_asked)
        many.clicked.connect(self.many_asked)
        unmark.clicked.connect(self.unmark_asked)

    def tell_worklist(self, count: int) -> None:
        """How many contents have no category."""
        words = ngettext(
            "%(n)s content published this year has no category. Open it and choose one.",
            "%(n)s contents published this year have no category. Open each and choose one.",
            count,
        ) % {"n": number_text(count)}
        tone = "waiting"
        if not count:
            words, tone = _("Every content published this year has its category."), "good"
        self.worklist.tell(words, tone)

    def tell_fits(
        self, wanted: Wanted, count: int, *, is_everywhere: bool, is_cut: bool = False
    ) -> None:
        """How much fits the filters; nothing without any."""
        if wanted == EVERYTHING:
            self._fits.tell("")
            return
        self._everywhere.setVisible(bool(wanted.words) and not is_everywhere)
        self._fits.tell(_fits_words(count, is_everywhere=is_everywhere, is_cut=is_cut))

    @Slot()
    def hide_fits(self) -> None:
        self._fits.tell("")

    def tell_marked(self, tiles: Sequence[Tile]) -> None:
        """How many are marked to be moved together."""
        count = len(tiles)
        words = ngettext("%(n)s content chosen.", "%(n)s contents chosen.", count)
        self._marked.tell(words % {"n": number_text(count, 0)} if count else "")


def _fits_words(count: int, *, is_everywhere: bool, is_cut: bool) -> str:
    number = {"n": number_text(count, 0)}
    if is_cut:
        return _("The newest that fit are listed. More fit: search for more words.")
    if not count and is_everywhere:
        return _("No content fits these filters.")
    if not count:
        return _("Nothing on this page fits these filters.")
    if is_everywhere:
        return ngettext("%(n)s content fits.", "%(n)s contents fit.", count) % number
    words = ngettext("%(n)s content on this page fits.", "%(n)s contents on this page fit.", count)
    return words % number
