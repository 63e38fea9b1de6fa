"""The banner of the emergency pause: on every screen until the pause has ended."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.language import _
from app.ui.theme import colours
from app.ui.widgets import Button, IconLabel, Label, announce, clear, named, set_tip

_MOST = 240  # characters; the tooltip has all of a longer reason


@dataclass(frozen=True, slots=True)
class PauseLine:
    """One pause in force: what it holds, then who, when and why. `may_end`: this person may."""

    key: int
    what: str
    told: str
    may_end: bool


class PauseBanner(QWidget):
    """One line a pause, in the colour that nothing else has."""

    looked = Signal()  # the person wants to see what is held
    end_asked = Signal(int)  # the key of the pause

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "pause", _("Emergency pause"))
        self._shown: tuple[PauseLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(20, 5, 12, 5)
        self._lines.setSpacing(4)
        self.hide()

    def show_pauses(self, pauses: Sequence[PauseLine]) -> None:
        """Show these; a new one is said aloud. With none the banner goes."""
        if tuple(pauses) == self._shown:
            return
        known = {line.key for line in self._shown}
        self._shown = tuple(pauses)
        clear(self._lines)
        for line in pauses:
            self._lines.addLayout(self._line(line))
            if line.key not in known:
                announce(self, f"{line.what}. {line.told}")
        self.setVisible(bool(pauses))

    def _line(self, line: PauseLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("siren", "on_pause"))
        row.addWidget(named(Label(line.what, "strong", "on_pause"), f"pause.{line.key}.what"))
        told = named(
            Label(_short(line.told), "body", "on_pause", wrap=True), f"pause.{line.key}.told"
        )
        set_tip(told, line.told)
        row.addWidget(told, 1)
        look = named(Button(_("What is held"), size="small"), f"pause.{line.key}.look")
        look.clicked.connect(self.looked)
        row.addWidget(look)
        if line.may_end:
            end = named(Button(_("End the pause…"), size="small"), f"pause.{line.key}.end")
            end.clicked.connect(lambda: self.end_asked.emit(line.key))
            row.addWidget(end)
        return row

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colours(self.palette()).pause)


def _short(told: str) -> str:
    """What somebody typed must not take the screen away from everybody."""
    return told if len(told) <= _MOST else told[: _MOST - 1].rstrip() + "…"
