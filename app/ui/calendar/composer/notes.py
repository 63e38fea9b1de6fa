"""What was said about a content: decisions, and remarks of the team to all of it or one account."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, short_moment_text
from app.services.contents import ContentView
from app.ui.widgets import IconLabel, Label, clear, line_edit


class Notes(QWidget):
    """The oldest first; what is written here never leaves the office."""

    remarked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = QVBoxLayout()
        self._remark = line_edit("composer.remark")
        self.say_about("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(11)
        column.addWidget(Label(_("Notes"), "label", "text2"))
        column.addLayout(self._told)
        column.addWidget(self._remark)
        self._remark.returnPressed.connect(self._on_remark)

    def say_about(self, account: str) -> None:
        """What is written next is about this account; empty: about the content."""
        words = _("Tell the team…")
        if account:
            words = _("About %(account)s…") % {"account": account}
        self._remark.setPlaceholderText(words)
        spoken = _("Remark to the team")
        self._remark.setAccessibleName(f"{spoken}: {account}" if account else spoken)

    def show_view(self, view: ContentView | None) -> None:
        clear(self._told)
        self._remark.setVisible(view is not None)
        if view is None:
            return
        for note in (view.category_word, view.material_note):
            if note:
                self._told.addWidget(Label(note, "meta", "text2", wrap=True))
        told = [
            (line.happened_at, "stamp", line.person, label(line.verdict), line.reason)
            for line in view.decisions
        ]
        told += [
            (remark.made_at, "message-circle", remark.person, remark.about, remark.text)
            for remark in view.remarks
        ]
        for moment, sign, person, about, text in sorted(told, key=lambda line: line[0]):
            head = QHBoxLayout()
            head.setSpacing(6)
            head.addWidget(IconLabel(sign, "text2", 14), 0, Qt.AlignmentFlag.AlignTop)
            words = " · ".join(part for part in (person, about) if part)
            head.addWidget(Label(words, "label", wrap=True), 1)
            head.addWidget(Label(short_moment_text(moment), "meta", "text2"))
            self._told.addLayout(head)
            if text:
                self._told.addWidget(Label(text, "body", "text2", wrap=True))

    @Slot()
    def _on_remark(self) -> None:
        text = self._remark.text().strip()
        if text:
            self._remark.clear()
            self.remarked.emit(text)
