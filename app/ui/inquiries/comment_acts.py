"""The acts of the comment that is current, laid over its row."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from app.labels import label
from app.language import _
from app.ui.inquiries.comment_model import ListRow
from app.ui.inquiries.comment_words import TONE_ICONS, TONE_INKS, TONE_KEYS
from app.ui.widgets import Button, named, set_tip


class CommentActs(QWidget):
    """The acts of the current row, laid over it: three tones, and to make it an inquiry."""

    toned = Signal(object)  # the Tone
    inquiry_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._tones = QButtonGroup(self)
        self._tones.setExclusive(False)
        self._tones.idClicked.connect(self._on_tone_clicked)
        for number, tone in enumerate(TONE_KEYS):
            button = Button(
                label(tone), "plain", TONE_ICONS[tone], size="small", key=TONE_KEYS[tone]
            )
            button.setProperty("iconInk", TONE_INKS[tone])
            self._tones.addButton(named(button, f"comments.{tone}"), number)
            row.addWidget(button)
        row.addStretch(1)
        self.inquiry = Button(
            _("Make it an inquiry"), "plain", "message-circle-question-mark", size="small", key="J"
        )
        named(self.inquiry, "comments.inquiry").clicked.connect(self.inquiry_asked)
        row.addWidget(self.inquiry)

    @Slot(int)
    def _on_tone_clicked(self, number: int) -> None:
        self.toned.emit(list(TONE_KEYS)[number])

    def show_for(self, row: ListRow) -> None:
        """Allow what this row allows, and say why the rest is not."""
        self.setVisible(row.may_be_marked)
        is_free = not row.is_fold and row.fold.comments[0].inquiry_id is None
        self.inquiry.setEnabled(is_free)
        reason = ""
        if row.is_fold:
            reason = _("Open the fold first: an inquiry is of one citizen.")
        elif not is_free:
            reason = _("It is an inquiry already.")
        set_tip(self.inquiry, reason)
