"""Choices as cards: a radio mark, strong words, a quiet note."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from app.ui.theme import colours, paint_frame, paint_text, scaled, tokens
from app.ui.widgets.naming import named


@dataclass(frozen=True, slots=True)
class Option:
    """One card: its value, its words, a note below them."""

    value: str
    title: str
    note: str = ""


class _Card(QRadioButton):
    """A radio button that is as large as its card."""

    def __init__(self, option: Option, name: str) -> None:
        super().__init__(option.title)
        self.option = option
        named(self, name, option.title)
        self.setAccessibleDescription(option.note)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, scaled(56 if self.option.note else 40))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def hitButton(self, _pos: QPoint) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        rect = QRectF(self.rect())
        on = self.isChecked()
        fill = look.accent_soft if on else look.sunken if self.underMouse() else look.surface
        edge = look.accent if on else look.border
        paint_frame(painter, rect, tokens().radius["control"], fill, edge, 2 if on else 1)
        mark = QStyleOptionButton()
        self.initStyleOption(mark)
        line = scaled(19)
        top = rect.center().y() - (line if self.option.note else line / 2)
        mark.rect = QRectF(12, top, 16, line).toRect()
        element = QStyle.PrimitiveElement.PE_IndicatorRadioButton
        self.style().drawPrimitive(element, mark, painter, self)
        room = QRectF(38, top, rect.width() - 46, line)
        ink = look.text if self.isEnabled() else look.text3
        paint_text(painter, room, self.option.title, "strong", ink)
        if self.option.note:
            paint_text(painter, room.translated(0, line - 2), self.option.note, "meta", look.text2)


class CardChoice(QWidget):
    """Cards in a grid, one of them chosen; arrow keys go from one to the next."""

    chosen = Signal(str)  # the value of the card

    def __init__(
        self,
        name: str,
        spoken: str,
        options: Sequence[Option],
        columns: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        self._cards: dict[str, _Card] = {}
        for number, option in enumerate(options):
            card = self._cards[option.value] = _Card(option, f"{name}.{option.value}")
            self._group.addButton(card)
            grid.addWidget(card, number // columns, number % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self._group.buttonClicked.connect(self._on_clicked)
        if options:
            self.set_value(options[0].value)

    def value(self) -> str:
        card = self._group.checkedButton()
        return card.option.value if isinstance(card, _Card) else ""

    def set_value(self, value: str) -> None:
        self._cards[value].setChecked(True)

    def card(self, value: str) -> QWidget:
        """The card itself, to focus or to disable."""
        return self._cards[value]

    @Slot(QAbstractButton)
    def _on_clicked(self, _card: QAbstractButton) -> None:
        self.chosen.emit(self.value())
