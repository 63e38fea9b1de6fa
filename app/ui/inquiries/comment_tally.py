"""How the public spoke: counts per tone, what became an inquiry, and the keys to mark with."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, number_text, percent_text
from app.models.comment import Tone
from app.services.comments import Tally
from app.ui.inquiries.comment_words import TONE_ICONS, TONE_INKS
from app.ui.theme import colours, scaled
from app.ui.widgets import IconLabel, KeyCap, Label, Pane, Rule, named

WIDTH = 267
_BAR = 8


class ShareBar(QWidget):
    """A part of a whole as a bar, in the ink of a tone; the number beside it says it in words."""

    def __init__(self, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ink, self._share = ink, 0.0

    def set_share(self, share: float) -> None:
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, _BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        rect = QRectF(self.rect())
        painter.fillRect(rect, look.line)
        rect.setWidth(rect.width() * self._share)
        painter.fillRect(rect, look.ink(self._ink))


class _ToneLine(QWidget):
    """One tone: sign, word, number, share, bar."""

    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self._count = named(Label("0", "strong"), f"comments.tally.{tone}")
        self._percent = Label("", "body", "text2")
        self._percent.setFixedWidth(scaled(38))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = ShareBar("text3" if tone is Tone.NEUTRAL else TONE_INKS[tone])
        grid = QVBoxLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel(TONE_ICONS[tone], TONE_INKS[tone]))
        head.addWidget(Label(label(tone), "body"), 1)
        head.addWidget(self._count)
        head.addWidget(self._percent)
        below = QHBoxLayout()
        below.setContentsMargins(26, 0, 0, 0)
        below.addWidget(self._bar)
        grid.addLayout(head)
        grid.addLayout(below)

    def show_count(self, count: int, marked: int) -> None:
        share = count / marked if marked else 0.0
        self._count.setText(number_text(count, 0))
        self._percent.setText(percent_text(share, 0) if marked else "")
        self._bar.set_share(share)


class TallyPane(Pane):
    """The right pane of the marking view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self.setFixedWidth(scaled(WIDTH))
        self._marked = named(Label("0", "meta", "text2"), "comments.tally.marked")
        self._tones = {tone: _ToneLine(tone) for tone in Tone}
        self._inquiries = named(Label("0", "strong"), "comments.tally.inquiries")
        self._unmarked = named(Label("0", "strong"), "comments.tally.unmarked")
        self._note = named(Label("", "meta", "text2", wrap=True, most=4), "comments.tally.note")
        self._build()

    def _build(self) -> None:
        counts = _column((18, 12, 18, 12), 7)
        counts.addLayout(_line(None, Label(_("Tone of the comments"), "heading"), self._marked))
        for line in self._tones.values():
            counts.addWidget(line)
        counts.addSpacing(4)
        counts.addWidget(Rule())
        counts.addSpacing(4)
        asked = Label(_("Became an inquiry"), "body")
        counts.addLayout(_line("message-circle-question-mark", asked, self._inquiries))
        counts.addSpacing(2)
        counts.addLayout(_line("circle-dashed", Label(_("Not marked yet"), "body"), self._unmarked))
        keys = _column((18, 12, 18, 12), 8)
        keys.addWidget(Label(_("Keys"), "label", "text2"))
        for caps, words in key_hints():
            keys.addLayout(_key_line(caps, words))
        foot = _column((18, 12, 18, 12), 0)
        foot.addWidget(self._note)
        self.box.addLayout(counts)
        self.box.addWidget(Rule())
        self.box.addLayout(keys)
        self.box.addStretch(1)
        self.box.addWidget(Rule())
        self.box.addLayout(foot)

    def show_tally(self, tally: Tally, markers: Sequence[str]) -> None:
        """The counts, and who marked (as one speaks of them)."""
        counts = {
            Tone.POSITIVE: tally.positive,
            Tone.NEUTRAL: tally.neutral,
            Tone.NEGATIVE: tally.negative,
        }
        for tone, count in counts.items():
            self._tones[tone].show_count(count, tally.marked)
        self._marked.setText(number_text(tally.marked, 0))
        self._inquiries.setText(number_text(tally.inquiries, 0))
        self._unmarked.setText(number_text(tally.unmarked, 0))
        counted = _(
            "Counted for the annual report, Pasal 12 ayat (3) huruf c. "
            "One mark on a fold is for all that it holds."
        )
        if markers:
            marked_by = _("Marked by %(people)s.") % {"people": ", ".join(markers)}
            counted = f"{marked_by} {counted}"
        self._note.setText(counted)


def key_hints() -> tuple[tuple[tuple[str, ...], str], ...]:
    """The keys of the marking view and what they do."""
    return (
        (("+", "0", "-"), _("mark, then the next")),
        (("J",), _("make it an inquiry")),
        (("↑", "↓"), _("move without marking")),
        (("→",), _("open a fold")),
        (("Ctrl Z",), _("take a mark back")),
    )


def _key_line(caps: Sequence[str], words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(5)
    place = QWidget()
    place.setFixedWidth(scaled(64))
    inside = QHBoxLayout(place)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(5)
    for cap in caps:
        inside.addWidget(KeyCap(cap))
    inside.addStretch(1)
    row.addWidget(place)
    row.addWidget(Label(words, "body", "text2"), 1)
    return row


def _line(sign: str | None, words: Label, count: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    if sign:
        row.addWidget(IconLabel(sign, "text"))
    row.addWidget(words, 1)
    row.addWidget(count)
    return row


def _column(margins: tuple[int, int, int, int], gap: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(*margins)
    column.setSpacing(gap)
    return column
