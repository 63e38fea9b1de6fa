"""The right pane: one inquiry with its head, its thread, and the answer below."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.language import _
from app.services.inquiries import InquiryView
from app.ui.inquiries.acts_menu import ActsMenu
from app.ui.inquiries.answer_pane import AnswerPane
from app.ui.inquiries.offers import Offer, Offers
from app.ui.inquiries.thread import Thread
from app.ui.inquiries.whole_head import WholeHead
from app.ui.theme import scaled
from app.ui.widgets import EmptyState, IconLabel, Pane, Rule, Scroll, line_edit

_LEAST_WIDTH = 344


class WholePane(Pane):
    """Shows one InquiryView; whatever is asked of it is the screen's to do."""

    asked = Signal(object)  # an Offer
    changed = Signal(str, object)  # "kind", "tone", "topic", "handler" and the value that is wanted
    remarked = Signal(str)
    content_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self.setMinimumWidth(scaled(_LEAST_WIDTH))
        self._view: InquiryView | None = None
        self._top = 0
        self._offers = Offers(frozenset(), may_type=False, why_not="")
        self._head = WholeHead()
        self.thread_view = Thread()
        self.answer = AnswerPane()
        self._empty = EmptyState(
            _("No inquiry chosen"), _("Choose one in the list to read and answer it.")
        )
        self._build()
        self._head.menu_asked.connect(self._on_menu_asked)
        self._head.content_asked.connect(self.content_asked)
        self.answer.asked.connect(self.asked)

    def _build(self) -> None:
        work = Pane("sunken")
        work.box.addWidget(self._head)
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
        self._head.show_whole(view.whole, now)
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
        """Let the clocks go on."""
        self._head.set_now(now)

    @Slot()
    def _on_remark_entered(self) -> None:
        if text := self._remark.text().strip():
            self.remarked.emit(text)

    def clear_remark(self) -> None:
        """It was added."""
        self._remark.clear()

    @Slot(QPoint)
    def _on_menu_asked(self, where: QPoint) -> None:
        if self._view is None:
            return
        menu = ActsMenu(self._view, self._offers, self)
        menu.asked.connect(self.asked)
        menu.changed.connect(self.changed)
        menu.popup(where)

    def first_focus(self) -> QWidget:
        """Where F6 leads: the answer if it can be typed, else the menu."""
        if self.answer.editor.isVisible():
            return self.answer.editor
        return self._head.menu
