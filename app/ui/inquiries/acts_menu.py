"""The menu beside the heading of an inquiry: acts without a button, and what it is about."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from app.labels import label
from app.language import _
from app.models.comment import Tone
from app.models.inquiry import InquiryKind
from app.services.inquiries import InquiryView
from app.ui.inquiries.offers import Offer, Offers
from app.ui.theme import icon


class ActsMenu(QMenu):
    """Made anew each time it is opened, for what may be done changes."""

    asked = Signal(object)  # an Offer
    changed = Signal(str, object)  # "kind", "tone", "topic", "handler" and the value that is wanted

    def __init__(self, view: InquiryView, given: Offers, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inquiries.acts.menu")
        whole = view.whole
        for offer, icon_name, words in _menu_words():
            if offer in given:
                self._add_offer(offer, icon_name, words)
        if Offer.WRITE_AGAIN in given:
            self.addSeparator()
            self._add_kinds(whole.kind)
            self._add_tones(whole.opening.tone if whole.opening else None)
            self._add_handlers(view)
            topic = self.addAction(icon("hash"), _("Topic…"))
            topic.setObjectName("inquiries.acts.topic")
            topic.triggered.connect(lambda: self.changed.emit("topic", whole.topic or ""))
        if whole.url:
            self.addSeparator()
            url = QUrl(whole.url)
            self.addAction(icon("link"), _("Open the post"), lambda: QDesktopServices.openUrl(url))
        self.aboutToHide.connect(self.deleteLater)

    def _add_offer(self, offer: Offer, icon_name: str, words: str) -> None:
        action = self.addAction(icon(icon_name), words)
        action.setObjectName(f"inquiries.acts.{offer}")
        action.triggered.connect(lambda: self.asked.emit(offer))

    def _add_kinds(self, current: InquiryKind) -> None:
        inner = self.addMenu(_("Kind"))
        for kind in InquiryKind:
            action = _choice(inner, label(kind), f"kind.{kind}", is_on=kind is current)
            action.triggered.connect(lambda _on=False, kind=kind: self.changed.emit("kind", kind))

    def _add_tones(self, current: Tone | None) -> None:
        inner = self.addMenu(_("Tone"))
        for tone in Tone:
            action = _choice(inner, label(tone), f"tone.{tone}", is_on=tone is current)
            action.triggered.connect(lambda _on=False, tone=tone: self.changed.emit("tone", tone))

    def _add_handlers(self, view: InquiryView) -> None:
        inner = self.addMenu(_("Handler"))
        current = view.whole.handler_id
        entries: list[tuple[int | None, str]] = [(None, _("Nobody yet"))]
        entries += [(person.id, person.addressed) for person in view.handlers]
        for key, words in entries:
            action = _choice(inner, words, f"handler.{key}", is_on=key == current)
            action.triggered.connect(lambda _on=False, key=key: self.changed.emit("handler", key))


def _choice(menu: QMenu, words: str, name: str, *, is_on: bool) -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    action.setObjectName(f"inquiries.acts.{name}")
    action.setCheckable(True)
    action.setChecked(is_on)
    return action


def _menu_words() -> tuple[tuple[Offer, str, str], ...]:
    return (
        (Offer.REFER, "forward", _("Refer…")),
        (Offer.WRITE_AGAIN, "message-circle", _("The citizen writes again…")),
        (Offer.INTERIM_EDIT_AGAIN, "pencil-line", _("Edit the interim reply again…")),
        (Offer.HAND_OVER, "arrow-right", _("Hand over to PPID / SP4N-LAPOR!…")),
        (Offer.SETTLE_REMINDER, "bell", _("Asked how far it is: settle the reminder")),
        (Offer.DISMISS, "archive", _("Dismiss…")),
    )
