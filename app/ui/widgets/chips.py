"""Chips: a state as icon, word and form. One painter for widgets and for cells of tables."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import (
    Colours,
    colours,
    font,
    paint_frame,
    paint_icon,
    paint_text,
    scaled,
    text_width,
    tokens,
)
from app.ui.widgets.state_words import state_word

_PAD = 9
_GAP = 5
_ICON = 14


@dataclass(frozen=True, slots=True)
class ChipLook:
    """What a chip shows; `form`: soft, solid, dashed, outline, plain; `tone`: see the tokens."""

    text: str
    icon: str = ""
    tone: str = "neutral"
    form: str = "soft"


def state_chip(group: str, state: str) -> ChipLook:
    """The chip of a state; `group`: content, variant, inquiry, referral, rights, report."""
    look = tokens().states[group][state]
    return ChipLook(state_word(group, state), look.icon, look.tone, look.form)


def chip_size(look: ChipLook) -> QSize:
    icon = _ICON + _GAP if look.icon else 0
    width = text_width(look.text, font("label")) + icon + 2 * _PAD
    return QSize(round(width) + 1, scaled(tokens().size["chip"]))


def chip_inks(look: ChipLook, scheme: Colours) -> tuple[QColor, QColor | None, QColor | None]:
    """Ink, ground and edge of a chip in a scheme."""
    tone = scheme.tones[look.tone]
    match look.form:
        case "solid":
            return scheme.surface, tone.ink, None
        case "dashed":
            return tone.ink, None, scheme.border
        case "outline":
            return tone.ink, tone.soft, tone.ink
        case "plain":
            return tone.ink, None, None
        case _:
            return tone.ink, tone.soft, None


def paint_chip(painter: QPainter, at: QPointF, look: ChipLook, scheme: Colours) -> QRectF:
    """Draw the chip with its left top corner at `at`; returns what it covers."""
    size = chip_size(look)
    rect = QRectF(at.x(), at.y(), size.width(), size.height())
    ink, ground, edge = chip_inks(look, scheme)
    paint_frame(painter, rect, rect.height() / 2, ground, edge, dashed=look.form == "dashed")
    left = rect.left() + (_PAD if look.form != "plain" else 0)
    if look.icon:
        spot = QRectF(left, rect.top(), _ICON, rect.height())
        paint_icon(painter, spot, look.icon, ink, _ICON)
        left += _ICON + _GAP
    room = QRectF(left, rect.top(), rect.right() - left, rect.height())
    paint_text(painter, room, look.text, "label", ink)
    return rect


class Chip(QWidget):
    """A chip as a widget."""

    def __init__(self, look: ChipLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = look
        self.set_look(look)

    def look(self) -> ChipLook:
        return self._look

    def set_look(self, look: ChipLook) -> None:
        self._look = look
        self.setAccessibleName(look.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._look)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QPointF(0, 0), self._look, colours(self.palette()))


class StateChip(Chip):
    """The chip of a state of a flow: the only way that states are shown."""

    def __init__(self, group: str, state: str, parent: QWidget | None = None) -> None:
        super().__init__(state_chip(group, state), parent)

    def set_state(self, group: str, state: str) -> None:
        self.set_look(state_chip(group, state))
