"""The top bar: what is shown, the clock of West Java, help."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import _, short_day_text, time_text, wib
from app.ui.theme import tokens
from app.ui.widgets import (
    Chip,
    ChipLook,
    ElidedLabel,
    IconButton,
    Label,
    clear,
    named,
    set_ground,
)


class TopBar(QWidget):
    """48 px above the place."""

    back_pressed = Signal()
    help_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("window.topbar")
        set_ground(self, "surface")
        self.setFixedHeight(tokens().size["topbar"])
        self._back = named(IconButton("arrow-left", _("Back")), "window.back")
        self._title = named(Label("", "title"), "window.title")
        self._note = named(ElidedLabel("", "body", "text2"), "window.note")
        self._clock = named(Label("", "strong", "text2"), "window.clock")
        self._help = named(IconButton("circle-question-mark", _("Help (F1)")), "window.help")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(self._back)
        row.addWidget(self._title)
        row.addLayout(self._chips)
        row.addWidget(self._note, 1)
        row.addWidget(self._clock)
        row.addWidget(self._help)
        self._back.hide()
        self._back.clicked.connect(self.back_pressed)
        self._help.clicked.connect(self.help_pressed)

    def show_heading(
        self, title: str, note: str, chips: Sequence[ChipLook], *, has_back: bool
    ) -> None:
        self._title.setText(title)
        self._note.setText(note)
        self._back.setVisible(has_back)
        clear(self._chips)
        for chip in chips:
            self._chips.addWidget(Chip(chip))

    def show_time(self, now: datetime, *, with_day: bool) -> None:
        """`Sel, 24 Nov · 09.42 WIB`; without the day where the heading has it."""
        day = f"{short_day_text(wib(now).date())} · " if with_day else ""
        self._clock.setText(f"{day}{time_text(now)} WIB")
