"""The thread of one inquiry: all that was written, referred, answered and decided, by time."""

from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.language import _, day_text, length_text, short_moment_text
from app.models.answer import AnswerKind
from app.models.clock import Outcome
from app.models.gate import Verdict
from app.models.inquiry import InquiryOrigin
from app.models.referral import RUNNING, Direction, ReferralState
from app.services.approvals import RemarkRow
from app.services.citizens import citizen_text
from app.services.inquiries import (
    AnswerRow,
    CommentRow,
    DecidedRow,
    Held,
    InquiryView,
    InquiryWhole,
    ReferralRow,
)
from app.ui.inquiries.holding_bar import HoldingBar
from app.ui.inquiries.words import (
    full_moment_text,
    recorded_note,
    step_words,
)
from app.ui.theme import icon, scaled
from app.ui.widgets import (
    Avatar,
    Box,
    Button,
    ElidedLabel,
    IconButton,
    IconLabel,
    Label,
    ReadingLabel,
    StateChip,
    clear,
    named,
)

_SIDE = 28  # the column of avatars and icons


class Thread(QWidget):
    """Shows one view; what a person asks for on a card comes as a signal with its row."""

    referral_asked = Signal(str, object)  # "answer", "acknowledge", …; the ReferralRow
    explanation_asked = Signal(int)  # of this clock

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 12, 18, 12)
        self._column.setSpacing(12)

    def show_view(self, view: InquiryView, now: datetime, *, may_act: bool) -> None:
        """Everything of this inquiry, the oldest first."""
        clear(self._column)
        whole = view.whole
        entries: list[tuple[datetime, int, QWidget]] = []
        shown_bar = _bar_place(whole)
        for comment in whole.comments:
            entries.append((comment.written_at, 0, self._comment(whole, comment)))
        for referral in whole.referrals:
            bar = _bar(whole, referral, now) if referral.id == shown_bar else None
            card = self._referral(referral, bar, may_act=may_act)
            entries.append((referral.contacted_at, 1, card))
        for answer in whole.answers:
            if answer.is_sent:
                entries.append((answer.sent_at or answer.created_at, 4, _sent_card(answer)))
        for decision in whole.decisions:
            entries.append((decision.happened_at, 3, _decision_line(decision, whole)))
        for remark in whole.remarks:
            entries.append((remark.made_at, 2, _remark(remark)))
        for step in whole.history:
            if (words := step_words(step)) is not None:
                entries.append((step.happened_at, 2, _line(*words, step.happened_at)))
        for _when, _rank, widget in sorted(entries, key=lambda entry: entry[:2]):
            self._column.addWidget(widget)
        if shown_bar is None and len(whole.held) > 1:
            self._column.addWidget(_beside(None, HoldingBar(whole.held)))

    def _comment(self, whole: InquiryWhole, comment: CommentRow) -> QWidget:
        box, inner = _card()
        name = _asker(whole, comment)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidedLabel(name, "strong"), 1)
        head.addWidget(Label(full_moment_text(comment.written_at), "meta", "text2"))
        inner.addLayout(head)
        text = named(ReadingLabel(comment.text), f"inquiries.comment.{comment.id}")
        inner.addWidget(text)
        if comment.is_opening and (note := _opening_note(whole)):
            inner.addWidget(Label(note, "meta", "text2", wrap=True))
        return _beside(Avatar(name, _SIDE), box)

    def _referral(self, referral: ReferralRow, bar: QWidget | None, *, may_act: bool) -> QWidget:
        box, inner = _card()
        is_out = referral.direction is Direction.OUT
        words = _("Referred to %(agency)s") if is_out else _("%(agency)s asked us")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(words % {"agency": referral.agency}, "strong", wrap=True), 1)
        if referral.state is not ReferralState.SENT:
            chip = StateChip("referral", referral.state)
            head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(head)
        inner.addWidget(Label(_contact_words(referral), "meta", "text2", wrap=True))
        if referral.note:
            inner.addWidget(Label(referral.note, "body", wrap=True))
        if bar is not None:
            inner.addSpacing(2)
            inner.addWidget(bar)
        if referral.answer_text is not None and is_out:
            inner.addWidget(_agency_answer(referral))
        if referral.clock is not None:
            inner.addWidget(self._explain(referral), 0, Qt.AlignmentFlag.AlignLeft)
        if may_act and is_out and referral.state in RUNNING:
            inner.addLayout(self._referral_acts(referral))
        return _beside(IconLabel("forward", "away", 18), box)

    def _explain(self, referral: ReferralRow) -> QWidget:
        link = Button(_("How is this due time reckoned?"), "link")
        named(link, f"inquiries.explain.{referral.id}")
        clock = referral.clock
        if clock is not None:
            link.clicked.connect(lambda: self.explanation_asked.emit(clock.id))
        return link

    def _referral_acts(self, referral: ReferralRow) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        answer = Button(_("Record the agency's answer…"), icon_name="building-2", size="small")
        named(answer, f"inquiries.referral.{referral.id}.answer")
        answer.clicked.connect(lambda: self.referral_asked.emit("answer", referral))
        more = IconButton("ellipsis", _("What else the agency said"), "plain", size="small")
        named(more, f"inquiries.referral.{referral.id}.more")
        more.clicked.connect(lambda: self._open_menu(referral, more))
        row.addWidget(answer)
        row.addWidget(more)
        row.addStretch(1)
        return row

    def _open_menu(self, referral: ReferralRow, beside: QWidget) -> None:
        menu = QMenu(self)
        menu.setObjectName(f"inquiries.referral.{referral.id}.menu")
        entries: list[tuple[str, str, str]] = [
            ("building-2", _("The agency has received it"), "acknowledge"),
            ("corner-up-left", _("Not its authority…"), "not_competent"),
            ("eye-off", _("Recall the referral…"), "recall"),
        ]
        if referral.state is ReferralState.ACKNOWLEDGED:
            entries = entries[1:]
        for icon_name, words, act in entries:
            action = menu.addAction(icon(icon_name), words)
            action.setObjectName(f"inquiries.referral.{referral.id}.{act}")
            action.triggered.connect(
                lambda _on=False, act=act: self.referral_asked.emit(act, referral)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(beside.mapToGlobal(QPoint(0, beside.height() + 2)))


def _card() -> tuple[Box, QVBoxLayout]:
    box = Box("surface")
    inner = QVBoxLayout(box)
    inner.setContentsMargins(13, 9, 13, 10)
    inner.setSpacing(5)
    return box, inner


def _beside(mark: QWidget | None, widget: QWidget) -> QWidget:
    """An avatar or icon at the left of a card."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    side = QVBoxLayout()
    side.setContentsMargins(0, 0, 0, 0)
    if mark is not None:
        side.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
    side.addStretch(1)
    holder = QWidget()
    holder.setFixedWidth(scaled(_SIDE))
    holder.setLayout(side)
    row.addWidget(holder)
    row.addWidget(widget, 1)
    return whole


def _line(icon_name: str, words: str, when: datetime, ink: str = "text2") -> QWidget:
    text = Label(f"{words} · {short_moment_text(when)}", "meta", ink, wrap=True)
    return _beside(IconLabel(icon_name, ink, 14), text)


def _asker(whole: InquiryWhole, comment: CommentRow) -> str:
    if whole.origin is InquiryOrigin.AGENCY:
        return whole.asking_agency or ""
    return citizen_text(whole.platform, comment.handle, comment.citizen)


def _opening_note(whole: InquiryWhole) -> str:
    """When it was entered if that was later, and the asking agency's reference."""
    parts = [recorded_note(whole.received_at, whole.recorded_at)]
    if whole.asking_reference:
        parts.append(_("Reference %(reference)s") % {"reference": whole.asking_reference})
    if whole.handed_over_to:
        to = {"to": whole.handed_over_to, "number": whole.handed_over_number or "–"}
        parts.append(_("Handed over to %(to)s, number %(number)s") % to)
    if whole.remind_on:
        parts.append(_("To be asked again on %(day)s") % {"day": day_text(whole.remind_on)})
    if whole.closing_reason:
        parts.append(_("Dismissed: %(reason)s") % {"reason": whole.closing_reason})
    return " · ".join(part for part in parts if part)


def _contact_words(referral: ReferralRow) -> str:
    parts = [short_moment_text(referral.contacted_at)]
    if referral.contacted_by:
        parts[0] += " " + _("by %(who)s") % {"who": referral.contacted_by}
    parts[0] += f", {referral.means}"
    parts.append(recorded_note(referral.contacted_at, referral.contacted_recorded_at))
    return " · ".join(part for part in parts if part)


def _agency_answer(referral: ReferralRow) -> QWidget:
    box = Box("sunken")
    inner = QVBoxLayout(box)
    inner.setContentsMargins(11, 7, 11, 8)
    inner.setSpacing(3)
    parts = [_("Answer of %(agency)s") % {"agency": referral.agency_short}]
    if referral.answered_at is not None:
        parts.append(short_moment_text(referral.answered_at))
        recorded = referral.answered_recorded_at or referral.answered_at
        parts.append(recorded_note(referral.answered_at, recorded))
    inner.addWidget(Label(" · ".join(part for part in parts if part), "label", "text2", wrap=True))
    if late := _lateness(referral):
        inner.addWidget(Label(late, "meta", "bad", wrap=True))
    text = named(ReadingLabel(referral.answer_text or ""), f"inquiries.agency_answer.{referral.id}")
    inner.addWidget(text)
    return box


def _lateness(referral: ReferralRow) -> str:
    clock = referral.clock
    if clock is None or clock.outcome is not Outcome.BREACHED or clock.stopped_at is None:
        return ""
    late = length_text(clock.stopped_at - clock.due_at)
    return _("Late by %(t)s; that stays on record.") % {"t": late}


def _sent_card(answer: AnswerRow) -> QWidget:
    box, inner = _card()
    is_interim = answer.kind is AnswerKind.INTERIM
    words = _("Interim reply sent") if is_interim else _("Answer sent")
    inner.addWidget(Label(words, "strong"))
    parts = []
    if answer.sent_at is None:
        parts.append(_("nobody wrote down when"))
    else:
        parts.append(short_moment_text(answer.sent_at))
        parts.append(recorded_note(answer.sent_at, answer.sent_recorded_at or answer.sent_at))
    if answer.proof_note:
        parts.append(answer.proof_note)
    inner.addWidget(Label(" · ".join(part for part in parts if part), "meta", "text2", wrap=True))
    inner.addWidget(named(ReadingLabel(answer.text), f"inquiries.answer.{answer.id}"))
    if answer.proof_url:
        inner.addWidget(_proof(answer), 0, Qt.AlignmentFlag.AlignLeft)
    return _beside(IconLabel("send", "good", 18), box)


def _proof(answer: AnswerRow) -> QWidget:
    url = answer.proof_url or ""
    link = named(Button(_("Open the link"), "link", "link"), f"inquiries.proof.{answer.id}")
    link.setToolTip("")
    link.setAccessibleDescription(url)
    link.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(url)))
    return link


def _decision_line(decision: DecidedRow, whole: InquiryWhole) -> QWidget:
    about = next(answer for answer in whole.answers if answer.id == decision.answer_id)
    is_interim = about.kind is AnswerKind.INTERIM
    who = {"who": decision.decider, "reason": decision.reason}
    if decision.verdict is Verdict.RETURNED:
        words = _("%(who)s returned it: %(reason)s")
        return _line("corner-up-left", words % who, decision.happened_at, "bad")
    if decision.is_void:
        words = _("%(who)s approved it; the approval is void since it was edited again")
        return _line("undo-2", words % who, decision.happened_at)
    if decision.reported:
        words = _("Reported to the official and approved by %(who)s (Lampiran huruf C angka 5)")
    elif is_interim:
        words = _("%(who)s approved the interim reply")
    else:
        words = _("%(who)s approved the answer")
    return _line("badge-check", words % who, decision.happened_at, "good")


def _remark(remark: RemarkRow) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    head = QHBoxLayout()
    head.setSpacing(6)
    head.addWidget(Label(remark.person, "strong"))
    head.addWidget(Label(short_moment_text(remark.made_at), "meta", "text2"))
    head.addWidget(IconLabel("lock", "wood", 13))
    head.addWidget(Label(_("internal remark"), "meta", "wood"))
    head.addStretch(1)
    column.addLayout(head)
    column.addWidget(Label(remark.text, "body", wrap=True))
    return _beside(Avatar(remark.person, _SIDE), whole)


def _bar_place(whole: InquiryWhole) -> int | None:
    """The bar stands once: in the card of the newest referral that left us."""
    outgoing = [row.id for row in whole.referrals if row.direction is Direction.OUT]
    return outgoing[-1] if outgoing else None


def _bar(whole: InquiryWhole, referral: ReferralRow, now: datetime) -> QWidget:
    clock = referral.clock
    rest = clock.due_at - now if clock is not None and clock.is_running else timedelta()
    return HoldingBar(_at_least_a_minute(whole.held), rest)


def _at_least_a_minute(shares: tuple[Held, ...]) -> list[Held]:
    return [share for share in shares if share.length >= timedelta(minutes=1)]
