"""The head of one inquiry: its number and state, what it is about, its clocks, its menu."""

from datetime import datetime

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.labels import label
from app.language import _
from app.models.inquiry import DONE
from app.services.inquiries import InquiryWhole
from app.services.platform_names import platform_label
from app.ui.inquiries.clock_lines import ClockLines
from app.ui.inquiries.words import TONE_ICONS, TONE_INKS
from app.ui.widgets import (
    Button,
    ElidedLabel,
    IconButton,
    IconLabel,
    Label,
    Pane,
    PlatformBadge,
    StateChip,
    clear,
    named,
)

_TITLE = 28  # letters of the content's title that the head has room for


class WholeHead(Pane):
    """Shows the facts of one inquiry in two lines, and its running clocks below them."""

    menu_asked = Signal(QPoint)  # where the menu belongs, on the screen
    content_asked = Signal(str)  # the reference of the content that it is about

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", margins=(18, 10, 10, 10), gap=6, parent=parent)
        self._content: str | None = None
        self._reference = named(Label("", "strong"), "inquiries.reference")
        self._state = named(StateChip("inquiry", "received"), "inquiries.state")
        self.menu = named(IconButton("ellipsis", _("More acts"), size="small"), "inquiries.acts")
        self._facts = QHBoxLayout()
        self._facts.setSpacing(7)
        self._clocks = named(ClockLines(), "inquiries.clocks")
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._reference)
        first.addWidget(self._state)
        first.addStretch(1)
        first.addWidget(self.menu)
        self.box.addLayout(first)
        self.box.addLayout(self._facts)
        self.box.addWidget(self._clocks)
        self.menu.clicked.connect(self._on_menu_clicked)

    def show_whole(self, whole: InquiryWhole, now: datetime) -> None:
        """The head of this inquiry as it stands now."""
        self._content = whole.content_reference
        self._reference.setText(whole.reference)
        self._state.set_state("inquiry", whole.state)
        if whole.state in DONE:
            self._clocks.hide()
        else:
            self._clocks.show_clocks(whole, now)
        self._show_facts(whole)

    def set_now(self, now: datetime) -> None:
        """Let the clocks go on."""
        self._clocks.set_now(now)

    def _show_facts(self, whole: InquiryWhole) -> None:
        clear(self._facts)
        if whole.platform:
            self._facts.addWidget(PlatformBadge(whole.platform, platform_label(whole.platform)))
        self._facts.addWidget(Label(label(whole.kind), "body"))
        opening = whole.opening
        if opening is not None and opening.tone is not None:
            self._dot()
            ink = TONE_INKS[opening.tone]
            self._facts.addWidget(IconLabel(TONE_ICONS[opening.tone], ink, 15))
            self._facts.addWidget(Label(label(opening.tone), "body", ink))
        if whole.topic:
            self._dot()
            self._facts.addWidget(ElidedLabel(whole.topic, "body"), 1)
        if whole.content_title and whole.content_reference:
            self._dot()
            self._facts.addWidget(self._content_link(whole.content_title))
        self._facts.addStretch(1)

    def _dot(self) -> None:
        self._facts.addWidget(Label("·", "body", "text3"))

    def _content_link(self, title: str) -> QWidget:
        shown = title if len(title) <= _TITLE else title[: _TITLE - 1] + "…"
        link = named(Button(shown.replace("&", "&&"), "link"), "inquiries.content")
        link.setAccessibleName(_("Content: %(title)s") % {"title": title})
        link.clicked.connect(self._on_content_clicked)
        return link

    @Slot()
    def _on_content_clicked(self) -> None:
        if self._content is not None:
            self.content_asked.emit(self._content)

    @Slot()
    def _on_menu_clicked(self) -> None:
        self.menu_asked.emit(self.menu.mapToGlobal(QPoint(0, self.menu.height() + 2)))
