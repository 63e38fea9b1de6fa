"""What begins with a referral: until when the agency is to answer, and by which rule."""

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _, ngettext, pgettext, short_moment_text, time_text, weekday_text, wib
from app.services.inquiries import ReferralMessage
from app.ui.theme import colours, scaled
from app.ui.widgets import Box, Label, named, paint_ring

_OF_THE_RULE = 24  # hours; any other number is the agency's own policy


class _Ring(QWidget):
    """A whole ring: all of the time is still there."""

    def sizeHint(self) -> QSize:
        return QSize(scaled(28), scaled(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        side = scaled(26)
        at = QPointF((self.width() - side) / 2, (self.height() - side) / 2)
        rect = QRectF(at.x(), at.y(), side, side)
        paint_ring(QPainter(self), rect, 1.0, look, "planned", 5.0)


class DueBox(Box):
    """The end of the clock in words, how it is reckoned, and when it will be marked."""

    def __init__(self) -> None:
        super().__init__("planned")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(12)
        ring = _Ring()
        ring.setFixedSize(ring.sizeHint())
        self._due = named(Label("", "heading", "planned", wrap=True), "refer.due")
        self._rule = named(Label("", "meta", wrap=True), "refer.rule")
        self._marked = Label(_("Marked when 6 hours and when 2 hours are left"), "meta", "text2")
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in (self._due, self._rule, self._marked):
            column.addWidget(label)
        row.addWidget(ring, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.hide()

    def show_due(self, message: ReferralMessage, contacted_at: datetime) -> None:
        """What this message promises, if the agency was contacted then."""
        hours = round((message.due_at - contacted_at).total_seconds() / 3600)
        day = weekday_text(wib(message.due_at).date())
        due = {"due": f"{day}, {time_text(message.due_at)} WIB"}
        self._due.setText(
            pgettext("clock", "Due %(due)s") % due if hours else _("No due time: none is set.")
        )
        self._rule.setText(_rule_words(hours, message, contacted_at) if hours else "")
        self._rule.setVisible(bool(hours))
        self._marked.setVisible(bool(hours))
        self.show()


def _rule_words(hours: int, message: ReferralMessage, contacted_at: datetime) -> str:
    facts = {"n": hours, "start": short_moment_text(contacted_at)}
    if not message.is_bound:
        words = ngettext(
            "%(n)d hour from %(start)s on, as a request: the Pergub does not bind this agency and "
            "is not cited.",
            "%(n)d hours from %(start)s on, as a request: the Pergub does not bind this agency and "
            "is not cited.",
            hours,
        )
    elif hours == _OF_THE_RULE:
        words = _(
            "%(n)d hours from %(start)s on, by Lampiran huruf C angka 4 of the Pergub; weekends "
            "and holidays count."
        )
    else:
        words = ngettext(
            "%(n)d hour from %(start)s on, by our agency's policy; weekends and holidays count.",
            "%(n)d hours from %(start)s on, by our agency's policy; weekends and holidays count.",
            hours,
        )
    return words % facts
