"""What a place says to the person: nothing here yet, take note, work goes on."""

from time import monotonic

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.language import _, ngettext, number_text
from app.ui.theme import colours, paint_frame, tokens
from app.ui.widgets.buttons import Button
from app.ui.widgets.icons import IconLabel
from app.ui.widgets.labels import Label
from app.ui.widgets.naming import named
from app.ui.widgets.weave import Weave

_MOST_LINES = 5  # of a strip; the whole is told in the tooltip
_SIGNS = {"waiting": "triangle-alert", "bad": "circle-alert", "good": "circle-check"}


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say it, wherever the focus is."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class EmptyState(QWidget):
    """Nothing here yet: the woven band, a title, one sentence, one or two acts."""

    def __init__(
        self,
        title: str,
        sentence: str = "",
        *acts: Button,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.title = Label(title, "heading", wrap=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = Label(sentence, "body", "text2", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMaximumWidth(360)
        self.sentence.setMinimumWidth(240)
        self.sentence.setVisible(bool(sentence))
        column.addStretch(1)
        column.addWidget(Weave(), 0, middle)
        column.addSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.sentence, 0, middle)
        row = QHBoxLayout()
        row.addStretch(1)
        for act in acts:
            row.addWidget(act)
        row.addStretch(1)
        column.addSpacing(4)
        column.addLayout(row)
        column.addStretch(1)

    def set_words(self, title: str, sentence: str) -> None:
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))


class Notice(QWidget):
    """A strip that tells something and stays: icon, strong words, sentence, perhaps an act.

    `tone`: waiting (take note), bad (something is wrong), planned or working (good to know), good.
    """

    def __init__(
        self,
        name: str,
        tone: str = "waiting",
        text: str = "",
        *acts: Button,
        strong: str = "",
        rounded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name)
        self._tone, self._rounded = tone, rounded
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16 if rounded else 20, 6, 12, 6)
        row.setSpacing(8)
        self._icon = IconLabel(_SIGNS.get(tone, "info"), tone)
        self._strong = Label(strong, "strong", tone)
        self._text = named(Label(text, "body", tone, wrap=True, most=_MOST_LINES), f"{name}.text")
        self._strong.setVisible(bool(strong))
        row.addWidget(self._icon)
        row.addWidget(self._strong)
        row.addWidget(self._text, 1)
        for act in acts:
            self.add_act(act)

    def add_act(self, act: Button) -> None:
        """A button at the strip's right end."""
        self._row.addWidget(act)

    def text(self) -> str:
        return self._text.text()

    def tell(self, text: str, tone: str = "", strong: str = "") -> None:
        """Show other words, and say them aloud; empty words hide the strip."""
        if tone:
            self._tone = tone
            self._icon.set_icon(_SIGNS.get(tone, "info"), tone)
            self._strong.set_ink(tone)
            self._text.set_ink(tone)
            self.update()  # the ground has the tone's colour too
        self._strong.setText(strong)
        self._strong.setVisible(bool(strong))
        self._text.setText(text)
        self.setVisible(bool(text or strong))
        if text:
            announce(self, f"{strong} {text}".strip())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(36, hint.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        radius = tokens().radius["card"] if self._rounded else 0
        edge = look.line if self._rounded else None
        rect = QRectF(self.rect())
        paint_frame(QPainter(self), rect, radius, look.tones[self._tone].soft, edge)


class ProgressFoot(QWidget):
    """Long work in the screen's foot, never in the way: what, n of m, how long still, Batalkan."""

    cancelled = Signal()  # the person wants it to stop

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self._started = 0.0
        self._what = Label("", "body")
        self._count = Label("", "meta", "text2")
        self._rest = Label("", "meta", "text2")
        self._bar = named(QProgressBar(), f"{name}.bar")
        self._bar.setTextVisible(False)
        self._cancel = named(Button(_("Cancel"), size="small"), f"{name}.cancel")
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._what, 1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.addWidget(self._rest, 1)
        foot.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addLayout(foot)

    def begin(self, what: str) -> None:
        """Show it, for work of which nothing is done yet."""
        self._started = monotonic()
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        self._count.setText("")
        self._rest.setText("")
        self._bar.setRange(0, 1)
        self._bar.setValue(0)
        self._cancel.setEnabled(True)
        self.show()

    @Slot(int, int)
    def set_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        words = {"done": number_text(done, 0), "total": number_text(total, 0)}
        self._count.setText(_("%(done)s of %(total)s") % words)
        self._rest.setText(_rest_text(monotonic() - self._started, done, total))

    @Slot()
    def end(self) -> None:
        self.hide()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self._cancel.setEnabled(False)
        self._rest.setText(_("Stopping…"))
        self.cancelled.emit()


def _rest_text(spent: float, done: int, total: int) -> str:
    """About how long it still takes; nothing is said before there is ground for it."""
    if spent < 2 or done <= 0 or done >= total:
        return ""
    seconds = round(spent / done * (total - done))
    if seconds < 60:
        return ngettext("about %(n)d second left", "about %(n)d seconds left", seconds) % {
            "n": max(seconds, 1)
        }
    minutes = round(seconds / 60)
    return ngettext("about %(n)d minute left", "about %(n)d minutes left", minutes) % {"n": minutes}
