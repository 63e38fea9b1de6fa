"""The right pane: one inquiry with its head, its thread, and the answer below."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QPoint, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.labels import label
from app.language import _
from app.models.comment import Tone
from app.models.inquiry import DONE, InquiryKind
from app.services.inquiries import InquiryView
from app.services.platforms import platform_label
from app.ui.inquiries.answer_pane import AnswerPane
from app.ui.inquiries.offers import Offer, Offers
from app.ui.inquiries.thread import Thread
from app.ui.inquiries.words import TONE_ICONS, TONE_INKS, head_clock
from app.ui.theme import icon
from app.ui.widgets import (
    Button,
    ClockChip,
    ClockLook,
    ElidedLabel,
    EmptyState,
    IconButton,
    IconLabel,
    Label,
    Pane,
    PlatformBadge,
    Rule,
    Scroll,
    StateChip,
    clear,
    line_edit,
    named,
)

_HEAD_GAPS = 56  # pixels of the head's margins and spacing
_TITLE = 28  # letters of the content's title that the head has room for


class WholePane(Pane):
    """Shows one InquiryView; whatever is asked of it is the screen's to do."""

    asked = Signal(object)  # an Offer
    changed = Signal(str, object)  # "kind", "tone", "topic", "handler" and the value that is wanted
    remarked = Signal(str)
    content_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self.setMinimumWidth(400)
        self._view: InquiryView | None = None
        self._top = 0
        self._offers = Offers(frozenset(), may_type=False, why_not="")
        self.thread_view = Thread()
        self.answer = AnswerPane()
        self._empty = EmptyState(
            _("No inquiry chosen"), _("Choose one in the list to read and answer it.")
        )
        self._build()
        self.answer.asked.connect(self.asked)

    def _build(self) -> None:
        work = Pane("sunken")
        work.box.addWidget(self._head())
        work.box.addWidget(Rule())
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.thread_view)
        column.addWidget(self._remark_line())
        column.addStretch(1)
        self._scroll = Scroll(content, "sunken")
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._scroll.setObjectName("inquiries.thread")
        work.box.addWidget(self._scroll, 1)
        work.box.addWidget(Rule())
        work.box.addWidget(self.answer)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(work)
        self.box.addWidget(self._stack)

    def _head(self) -> QWidget:
        head = Pane("surface", margins=(18, 10, 10, 10), gap=6)
        first = QHBoxLayout()
        first.setSpacing(8)
        self._reference = named(Label("", "strong"), "inquiries.reference")
        self._state = named(StateChip("inquiry", "received"), "inquiries.state")
        self._clock = ClockChip(ClockLook("calm", ""))
        self._clock_below = ClockChip(ClockLook("calm", ""))
        self._more = named(IconButton("ellipsis", _("More acts"), size="small"), "inquiries.acts")
        self._more.clicked.connect(self.open_menu)
        first.addWidget(self._reference)
        first.addWidget(self._state)
        first.addStretch(1)
        first.addWidget(self._clock)
        first.addWidget(self._more)
        self._facts = QHBoxLayout()
        self._facts.setSpacing(7)
        second = QHBoxLayout()
        second.addLayout(self._facts, 1)
        second.addWidget(self._clock_below)
        head.box.addLayout(first)
        head.box.addLayout(second)
        return head

    def _remark_line(self) -> QWidget:
        line = Pane("sunken", across=True, margins=(25, 0, 18, 12), gap=17)
        line.box.addWidget(IconLabel("lock", "wood", 15))
        self._remark = line_edit(
            "inquiries.remark", placeholder=_("Internal remark for the team, never sent")
        )
        self._remark.setAccessibleName(_("Internal remark"))
        self._remark.returnPressed.connect(self._on_remark_entered)
        line.box.addWidget(self._remark, 1)
        return line

    def view(self) -> InquiryView | None:
        """What is shown; None while nothing is."""
        return self._view

    def offers(self) -> Offers:
        """What whoever is signed in may do with it."""
        return self._offers

    def show_nothing(self) -> None:
        """No row is current."""
        self.answer.keep()
        self._view = None
        self._stack.setCurrentIndex(0)

    def show_view(self, view: InquiryView, given: Offers, now: datetime) -> None:
        """Show an inquiry, or the same one as it stands now: scrolled and typed as before."""
        is_other = self._view is None or self._view.whole.id != view.whole.id
        is_being_read = self._is_being_read(view)
        self._view, self._offers = view, given
        if is_other:
            self._remark.clear()
        self._stack.setCurrentIndex(1)
        self._show_head(now)
        if not is_being_read:
            self._top = 0 if is_other else self._scroll.verticalScrollBar().value()
            self.thread_view.show_view(view, now, may_act=Offer.WRITE_AGAIN in given)
        self.answer.show_view(view, given)

    @Slot(int, int)
    def _on_range_changed(self, _least: int, most: int) -> None:
        """The new thread has got its height: back to where the old one was scrolled to."""
        if self._top and most >= self._top:
            self._scroll.verticalScrollBar().setValue(self._top)
            self._top = 0

    def _is_being_read(self, view: InquiryView) -> bool:
        """Somebody marks words in the thread, and nothing but time has changed in it."""
        before, focus = self._view, self.focusWidget()
        if before is None or focus is None or not self.thread_view.isAncestorOf(focus):
            return False
        return replace(before.whole, held=()) == replace(view.whole, held=())

    def set_now(self, now: datetime) -> None:
        """Let the clock go on."""
        self._show_clock(now)

    def _show_clock(self, now: datetime) -> None:
        if self._view is None:
            return
        whole = self._view.whole
        look = None if whole.state in DONE else head_clock(whole.clocks, now)
        for chip in (self._clock, self._clock_below):
            chip.setVisible(look is not None)
            if look is not None:
                chip.set_look(look)
        if look is not None:
            self._place_clock()

    def _place_clock(self) -> None:
        """Beside the state if there is room for both, else at the end of the line below."""
        beside = (self._reference, self._state, self._clock, self._more)
        needed = sum(part.sizeHint().width() for part in beside) + _HEAD_GAPS
        self._clock.setVisible(needed <= self.width())
        self._clock_below.setVisible(needed > self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._clock.isVisibleTo(self) or self._clock_below.isVisibleTo(self):
            self._place_clock()

    def _show_head(self, now: datetime) -> None:
        if self._view is None:
            return
        whole = self._view.whole
        self._reference.setText(whole.reference)
        self._state.set_state("inquiry", whole.state)
        self._show_clock(now)
        clear(self._facts)
        if whole.platform:
            spoken = platform_label(whole.platform)
            self._facts.addWidget(PlatformBadge(whole.platform, spoken))
        self._facts.addWidget(Label(label(whole.kind), "body"))
        opening = whole.opening
        if opening is not None and opening.tone is not None:
            self._dot()
            ink = TONE_INKS[opening.tone]
            self._facts.addWidget(IconLabel(TONE_ICONS[opening.tone], ink, 15))
            self._facts.addWidget(Label(label(opening.tone), "body", ink))
        if whole.topic:
            self._dot()
            self._facts.addWidget(Label(whole.topic, "body"))
        if whole.content_title and whole.content_reference:
            self._dot()
            self._facts.addWidget(self._content_link(whole.content_title), 1)
        self._facts.addWidget(ElidedLabel(""), 1)

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
        if self._view is not None and self._view.whole.content_reference:
            self.content_asked.emit(self._view.whole.content_reference)

    @Slot()
    def _on_remark_entered(self) -> None:
        if text := self._remark.text().strip():
            self.remarked.emit(text)

    def clear_remark(self) -> None:
        """It was added."""
        self._remark.clear()

    @Slot()
    def open_menu(self) -> None:
        """The acts that have no button of their own, and what the inquiry is about."""
        if self._view is None:
            return
        menu = QMenu(self)
        menu.setObjectName("inquiries.acts.menu")
        whole = self._view.whole
        for offer, icon_name, words in _menu_words():
            if offer in self._offers:
                self._add(menu, offer, icon_name, words)
        if Offer.WRITE_AGAIN in self._offers:
            menu.addSeparator()
            self._add_kinds(menu, whole.kind)
            self._add_tones(menu, whole.opening.tone if whole.opening else None)
            self._add_handlers(menu)
            topic = menu.addAction(icon("hash"), _("Topic…"))
            topic.setObjectName("inquiries.acts.topic")
            topic.triggered.connect(lambda: self.changed.emit("topic", whole.topic or ""))
        if whole.url:
            menu.addSeparator()
            menu.addAction(
                icon("link"),
                _("Open the post"),
                lambda: QDesktopServices.openUrl(QUrl(whole.url or "")),
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))

    def _add(self, menu: QMenu, offer: Offer, icon_name: str, words: str) -> None:
        action = menu.addAction(icon(icon_name), words)
        action.setObjectName(f"inquiries.acts.{offer}")
        action.triggered.connect(lambda: self.asked.emit(offer))

    def _add_kinds(self, menu: QMenu, current: InquiryKind) -> None:
        inner = menu.addMenu(_("Kind"))
        for kind in InquiryKind:
            action = self._choice(inner, label(kind), f"kind.{kind}", is_on=kind is current)
            action.triggered.connect(lambda _on=False, kind=kind: self.changed.emit("kind", kind))

    def _add_tones(self, menu: QMenu, current: Tone | None) -> None:
        inner = menu.addMenu(_("Tone"))
        for tone in Tone:
            action = self._choice(inner, label(tone), f"tone.{tone}", is_on=tone is current)
            action.triggered.connect(lambda _on=False, tone=tone: self.changed.emit("tone", tone))

    def _add_handlers(self, menu: QMenu) -> None:
        inner = menu.addMenu(_("Handler"))
        if self._view is None:
            return
        current = self._view.whole.handler_id
        entries: list[tuple[int | None, str]] = [(None, _("Nobody yet"))]
        entries += [(person.id, person.addressed) for person in self._view.handlers]
        for key, words in entries:
            action = self._choice(inner, words, f"handler.{key}", is_on=key == current)
            action.triggered.connect(lambda _on=False, key=key: self.changed.emit("handler", key))

    def _choice(self, menu: QMenu, words: str, name: str, *, is_on: bool) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.setObjectName(f"inquiries.acts.{name}")
        action.setCheckable(True)
        action.setChecked(is_on)
        return action

    def first_focus(self) -> QWidget:
        """Where F6 leads: the answer if it can be typed, else the menu."""
        if self.answer.editor.isVisible():
            return self.answer.editor
        return self._more


def _menu_words() -> tuple[tuple[Offer, str, str], ...]:
    return (
        (Offer.REFER, "forward", _("Refer…")),
        (Offer.WRITE_AGAIN, "message-circle", _("The citizen writes again…")),
        (Offer.INTERIM_EDIT_AGAIN, "pencil-line", _("Edit the interim reply again…")),
        (Offer.HAND_OVER, "arrow-right", _("Hand over to PPID / SP4N-LAPOR!…")),
        (Offer.SETTLE_REMINDER, "bell", _("Asked how far it is: settle the reminder")),
        (Offer.DISMISS, "archive", _("Dismiss…")),
    )
