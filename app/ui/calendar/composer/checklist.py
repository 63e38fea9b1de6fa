"""The list of checks: what is required, later or advised; a line is ticked once it is fulfilled."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.lacks import lack_text
from app.language import _
from app.services.contents import Lack
from app.ui.calendar.composer.checks import Check, Weight, checks_of, is_to_submit
from app.ui.calendar.composer.editing import Editing
from app.ui.widgets import Button, IconLabel, Label, clear, named

# How a check that is not fulfilled looks.
_SIGNS = {
    Weight.REQUIRED: ("circle-alert", "bad"),
    Weight.LATER: ("circle-dashed", "text2"),
    Weight.ADVISED: ("triangle-alert", "waiting"),
}


class Checklist(QWidget):
    """Each line that is not ticked says what to do and leads there."""

    led = Signal(object)  # a Lack: show where it is mended

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[bool, bool, tuple[Check, ...]] | None = None
        self._heading = Label("", "heading")
        self._count = named(Label("", "meta", "text2"), "composer.checks")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._lines)

    def show_checks(self, editing: Editing, *, leads: bool) -> None:
        """Show them; made anew only when one has changed, for this runs with every key.

        Without `leads` nothing can be mended, so that no line leads anywhere.
        """
        checks = checks_of(editing)
        shown = (is_to_submit(editing), leads, checks)
        if shown == self._shown:
            return
        self._shown = shown
        required = [check for check in checks if check.weight is Weight.REQUIRED]
        fulfilled = sum(not check.lacks for check in required)
        self._heading.setText(
            _("Required before it is submitted")
            if is_to_submit(editing)
            else _("Required before its approval is requested")
        )
        self._count.setText(_("%(n)d of %(total)d") % {"n": fulfilled, "total": len(required)})
        clear(self._lines)
        self._show_lines(checks, leads=leads)

    def _show_lines(self, checks: Sequence[Check], *, leads: bool) -> None:
        number, weight = 0, Weight.REQUIRED
        for check in checks:
            if check.weight is not weight:
                weight = check.weight
                self._lines.addSpacing(4)
                self._lines.addWidget(Label(_headings()[weight], "label", "text2", wrap=True))
            if not check.lacks:
                self._lines.addWidget(_line("circle-check", "good", check.words, "text2"))
            for lack in check.lacks:
                line = _line(*_SIGNS[weight], lack_text(lack), "text")
                if leads:
                    self._add_lead(line, lack, number)
                self._lines.addWidget(line)
                number += 1

    def _add_lead(self, line: QWidget, lack: Lack, number: int) -> None:
        lead = named(Button(_("Show"), "link", size="small"), f"composer.check.{number}")
        lead.setAccessibleDescription(lack_text(lack))
        lead.clicked.connect(lambda: self.led.emit(lack))
        box = line.layout()
        if box is not None:
            box.addWidget(lead)


def _headings() -> dict[Weight, str]:
    return {
        Weight.LATER: _("Required later, before its approval is requested"),
        Weight.ADVISED: _("Advised; it goes on without"),
    }


def _line(sign: str, ink: str, words: str, words_ink: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(sign, ink, 16))
    row.addWidget(Label(words, "body", words_ink, wrap=True), 1)
    return line
