"""One line that an act needs: why an answer comes before the agency's, or the topic."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.language import _
from app.models.limits import TOPIC
from app.ui.widgets import Dialog, Field, line_edit, show_errors


class LineDialog(Dialog):
    """Asks for one line of text; `given` tells it."""

    given = Signal(str)

    def __init__(
        self,
        name: str,
        title: str,
        sentence: str,
        label: str,
        verb: str,
        *,
        text: str = "",
        note: str = "",
        needed: str = "",
        parent: QWidget,
    ) -> None:
        super().__init__(name, title, sentence, note=note, width=540, parent=parent)
        self._needed = needed
        self._line = Field(label, line_edit(f"{name}.line", text, limit=TOPIC))
        self.box.addWidget(self._line)
        self.add_cancel()
        self.add_verb(
            verb, "primary", name="yes", slot=self._on_verb_pressed, default=True, key="Ctrl ↵"
        )
        self._line.control.setFocus()

    def _on_verb_pressed(self) -> None:
        text = self._line.control.text().strip()
        if not text and self._needed:
            show_errors([(self._line, self._needed)])
            return
        self.given.emit(text)
        self.accept()


def reason_dialog(reference: str, parent: QWidget) -> LineDialog:
    """Why the answer does not wait for the agency."""
    return LineDialog(
        "reason",
        _("Answer before the agency does?"),
        _("Its 24 hours still run and run on. Say why the answer can be given now."),
        _("Reason"),
        _("Write the answer"),
        note=reference,
        needed=_("Write a reason, so that the others know what to do."),
        parent=parent,
    )


def topic_dialog(reference: str, topic: str, parent: QWidget) -> LineDialog:
    """What the inquiry is about, in one or two words."""
    return LineDialog(
        "topic",
        _("Topic"),
        _("One or two words by which such inquiries are counted together."),
        _("Topic"),
        _("Save"),
        text=topic,
        note=reference,
        parent=parent,
    )
