"""The answer below the thread: typed, kept by itself, brought to the official, sent."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.language import _, number_text, time_text
from app.models.inquiry import InquiryState
from app.models.referral import Direction, ReferralState
from app.services.inquiries import InquiryView, InquiryWhole, reply_length
from app.services.standard_answers import filled_in
from app.ui.inquiries.answer_buttons import AnswerButtons
from app.ui.inquiries.offers import Offers
from app.ui.widgets import Button, Label, Pane, TextArea, named

_AUTOSAVE = 1500  # ms without typing before what is typed is kept


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the editor, and over what it was typed.

    `answer_id` None: the answer is not begun yet. `seen` is the version of the answer that was
    shown.
    """

    inquiry_id: int
    answer_id: int | None
    seen: int
    text: str
    referral_id: int | None
    standard_answer_id: int | None


class AnswerPane(Pane):
    """Shows the answer of one view; asks the screen for what a button says."""

    asked = Signal(object)  # an Offer
    available_asked = Signal()
    kept = Signal(object)  # Typed, to be kept as this person's draft

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", margins=(18, 10, 18, 14), gap=8, parent=parent)
        self._view: InquiryView | None = None
        self._loaded = ""
        self._seen = 0
        self._standard_answer_id: int | None = None
        self._buttons = AnswerButtons()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_AUTOSAVE)
        self._build()
        self._buttons.asked.connect(self.asked)
        self._pause.timeout.connect(self.keep)
        self.editor.textChanged.connect(self._on_text_changed)
        self._available.clicked.connect(self.available_asked)

    def _build(self) -> None:
        self._heading = Label(_("Answer"), "heading")
        self._status = named(Label("", "meta", "text2"), "inquiries.answer_status")
        self._available = named(Button("", "link", "book-open"), "inquiries.available")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading)
        head.addWidget(self._status, 1)
        head.addWidget(self._available)
        self._returned = named(Label("", "body", "bad", wrap=True), "inquiries.returned")
        self.editor = TextArea("inquiries.answer", _("Write the answer…"), lines=3, reading=True)
        self.editor.setAccessibleName(_("Answer"))
        self.editor.setMaximumHeight(self.editor.minimumHeight())
        self._reported = named(QCheckBox(), "inquiries.reported")
        self._why_not = named(Label("", "meta", "text2", wrap=True), "inquiries.why_not")
        self.box.addLayout(head)
        for part in (self._returned, self.editor, self._reported, self._why_not):
            self.box.addWidget(part)
        self._counter = named(Label("", "meta", "text2"), "inquiries.counter")
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._counter)
        below.addStretch(1)
        for button in self._buttons.below_editor():
            below.addWidget(button)
        self.box.addLayout(below)
        self.box.addWidget(self._buttons)

    def show_view(self, view: InquiryView, given: Offers) -> None:
        """Show another inquiry, or the same one as it stands now; typed text is never lost."""
        is_other = self._view is None or self._view.whole.id != view.whole.id
        if is_other:
            self.keep()
        self._view = view
        self._load(view, is_other=is_other)
        self._show_reported(view.whole)
        self._show_acts(view, given)
        self._show_status(view)
        self._show_count()

    def _load(self, view: InquiryView, *, is_other: bool) -> None:
        answer = view.whole.answer
        saved, version = (answer.text, answer.version) if answer else ("", 0)
        text = self.editor.toPlainText()
        if is_other and view.draft is not None:
            self._set_text(str(view.draft.body.get("text", "")))
            self._seen = view.draft.base_version
        elif is_other or text in (self._loaded, saved):
            self._set_text(saved)
            self._seen = version
        self._loaded = saved
        if is_other:
            self._standard_answer_id = answer.standard_answer_id if answer else None

    def _set_text(self, text: str) -> None:
        if text != self.editor.toPlainText():
            self.editor.blockSignals(True)
            self.editor.setPlainText(text)
            self.editor.blockSignals(False)
            self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def _show_reported(self, whole: InquiryWhole) -> None:
        answered = _agency_answers(whole)
        self._reported.setVisible(bool(answered) and whole.state is not InquiryState.ANSWERED)
        if not answered:
            self._reported.setChecked(False)
            return
        self._reported.setText(
            _("Built on the answer of %(agency)s (reported to the official)")
            % {"agency": answered[-1][1].replace("&", "&&")}
        )
        answer = whole.answer
        is_built = answer.referral_id is not None if answer else True
        self._reported.setChecked(is_built)
        self._reported.setEnabled(whole.state is not InquiryState.AWAITING_APPROVAL)

    def _show_acts(self, view: InquiryView, given: Offers) -> None:
        whole = view.whole
        has_text = given.may_type or bool(whole.answer and whole.answer.text)
        self.editor.setVisible(has_text)
        self.editor.setReadOnly(not given.may_type)
        self._heading.setVisible(has_text)
        self._status.setVisible(has_text)
        self._buttons.show_acts(whole, given)
        self._why_not.setText(given.why_not)
        self._why_not.setVisible(bool(given.why_not))
        self._counter.setVisible(given.may_type)
        fitting = len(view.fitting)
        self._available.setText(_("Ready answers (%(n)d)") % {"n": fitting})
        self._available.setVisible(given.may_type)
        answer = whole.answer
        returned = answer.returned_reason if answer else None
        is_returned = bool(returned) and whole.state is InquiryState.DRAFTED
        self._returned.setText(_("Returned: %(reason)s") % {"reason": returned or ""})
        self._returned.setVisible(is_returned)

    def _show_status(self, view: InquiryView) -> None:
        self._status.setText(_status(view))

    def show_kept(self, when: datetime) -> None:
        """Autosave has kept what was typed."""
        self._status.setText(_("draft, kept %(time)s") % {"time": time_text(when)})

    def typed(self) -> Typed | None:
        """What stands in the editor now."""
        view = self._view
        if view is None:
            return None
        answer = view.whole.answer
        answered = _agency_answers(view.whole)
        built = self._reported.isChecked() and bool(answered)
        chosen = answer.referral_id if answer and answer.referral_id else None
        referral_id = (chosen or answered[-1][0]) if built else None
        return Typed(
            view.whole.id,
            answer.id if answer else None,
            self._seen,
            self.editor.toPlainText(),
            referral_id,
            self._standard_answer_id,
        )

    def is_changed(self) -> bool:
        """Something was typed that is not saved."""
        return self.editor.toPlainText().strip() != self._loaded.strip()

    def insert(self, text: str, standard_answer_id: int) -> None:
        """Put a ready answer at the cursor, its placeholders filled; nothing is replaced."""
        self._standard_answer_id = standard_answer_id
        self.editor.textCursor().insertText(filled_in(text, self._placeholders()))
        self.editor.setFocus()

    def _placeholders(self) -> dict[str, str]:
        opening = self._view.whole.opening if self._view else None
        name = (opening.citizen or "").split(" ")[0].lstrip("@") if opening else ""
        return {"sapaan": f"Kak {name}".strip(), "nama": name} if name else {"sapaan": "Kak"}

    def adopt(self, text: str, seen: int) -> None:
        """Take a colleague's words into the editor, as the ones that are saved."""
        self._loaded, self._seen = text, seen
        self._set_text(text)
        self._show_count()

    def overwrite_next(self, seen: int) -> None:
        """The person has seen the colleague's version and saves over it."""
        self._seen = seen

    def copy_answer(self) -> None:
        """Put exactly the words that were approved on the clipboard."""
        answer = self._view.whole.answer if self._view else None
        if answer is not None:
            QGuiApplication.clipboard().setText(answer.text)

    @Slot()
    def _on_text_changed(self) -> None:
        self._show_count()
        if not self.editor.isReadOnly():
            self._pause.start()

    @Slot()
    def keep(self) -> None:
        """Let what was typed be kept now, if it is not yet."""
        if not self._pause.isActive() and self.sender() is not self._pause:
            return
        self._pause.stop()
        typed = self.typed()
        if typed is not None and not self.editor.isReadOnly():
            self.kept.emit(typed)

    def forget_pause(self) -> None:
        """It is being saved: nothing is left to keep."""
        self._pause.stop()

    def _show_count(self) -> None:
        platform = self._view.whole.platform if self._view else None
        found, limit = reply_length(self.editor.toPlainText(), platform)
        words = number_text(found, 0)
        if limit:
            words = _("%(n)s of %(limit)s") % {"n": words, "limit": number_text(limit, 0)}
        is_over = bool(limit) and found > (limit or 0)
        if is_over:
            words += " " + _("· %(n)s too many") % {"n": number_text(found - (limit or 0), 0)}
        self._counter.setText(words)
        self._counter.set_ink("bad" if is_over else "text2")


def _agency_answers(whole: InquiryWhole) -> list[tuple[int, str]]:
    """Key and agency of each answered referral, the newest answer last."""
    answered = [
        row
        for row in whole.referrals
        if row.direction is Direction.OUT and row.state is ReferralState.ANSWERED
    ]
    answered.sort(key=lambda row: row.answered_at or row.contacted_at)
    return [(row.id, row.agency_short) for row in answered]


def _status(view: InquiryView) -> str:
    whole, answer = view.whole, view.whole.answer
    if whole.state is InquiryState.AWAITING_APPROVAL and answer is not None:
        who = view.decider or _("an official")
        return _("awaits %(who)s, code %(code)s") % {
            "who": who,
            "code": answer.revision_code or "",
        }
    if whole.state is InquiryState.APPROVED and answer is not None:
        return _("approved, code %(code)s") % {"code": answer.revision_code or ""}
    if view.draft is not None:
        return _("draft, kept %(time)s") % {"time": time_text(view.draft.saved_at)}
    if answer is not None and answer.author is not None:
        return _("draft of %(who)s") % {"who": answer.author}
    return ""
