"""The left pane: what kind of file, and what its rights are; a second click takes a wish back."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, number_text
from app.models.asset import AssetKind, RightsState
from app.services.assets import AssetFigures
from app.ui.shelf import kind_icon
from app.ui.theme import (
    colours,
    font,
    paint_frame,
    paint_icon,
    paint_text,
    scaled,
    text_width,
    tokens,
)
from app.ui.widgets import Label, named, state_chip

_PAD = 6
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Wish(QAbstractButton):
    """One line of the pane: icon, words, how many."""

    def __init__(self, name: str, value: StrEnum, words: str, icon: str, ink: str) -> None:
        super().__init__()
        named(self, name)
        self.value = value
        self._icon, self._ink = icon, ink
        self._count = ""
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        self._count = number_text(count, 0)
        self.setAccessibleName(f"{self.text()} {self._count}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(150), scaled(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        pane = self.parentWidget()
        if step is None or not isinstance(pane, FilterPane):
            super().keyPressEvent(event)
            return
        pane.step(self, step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        rect = QRectF(self.rect())
        on = self.isChecked()
        if on or self.underMouse():
            ground = look.selection if on else look.line
            paint_frame(painter, rect, tokens().radius["small"], ground)
        ink = look.ink(self._ink)
        paint_icon(painter, QRectF(_PAD, 0, 16, rect.height()), self._icon, ink)
        count = text_width(self._count, font("meta"))
        left = _PAD + 16 + 8
        room = QRectF(left, 0, rect.width() - left - count - 2 * _PAD, rect.height())
        paint_text(painter, room, self.text(), "strong" if on else "body", look.text)
        spot = QRectF(rect.right() - count - _PAD, 0, count + 1, rect.height())
        paint_text(painter, spot, self._count, "meta", look.text2)


class FilterPane(QWidget):
    """Jenis and Hak pakai, each with its figures."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "assets.filters", _("Filter"))
        self._kinds = [
            _Wish(f"assets.kind.{kind}", kind, label(kind), kind_icon(kind), "text2")
            for kind in (AssetKind.PICTURE, AssetKind.VIDEO, AssetKind.OTHER, AssetKind.DOCUMENT)
        ]
        self._rights = [
            _Wish(f"assets.rights.{state}", state, chip.text, chip.icon, chip.tone)
            for state in RightsState
            for chip in (state_chip("rights", state),)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 14)
        column.setSpacing(0)
        for title, wishes in ((_("Kind"), self._kinds), (_("Rights"), self._rights)):
            heading = Label(title, "label", "text2")
            heading.setContentsMargins(_PAD, 0, 0, 4)
            column.addWidget(heading)
            for wish in wishes:
                column.addWidget(wish)
                wish.clicked.connect(self._on_clicked)
            column.addSpacing(12)
        column.addStretch(1)

    def first(self) -> QWidget:
        """Where the focus goes when the pane is entered."""
        return self._kinds[0]

    def kind(self) -> AssetKind | None:
        value = _on(self._kinds)
        return value if isinstance(value, AssetKind) else None

    def rights(self) -> RightsState | None:
        value = _on(self._rights)
        return value if isinstance(value, RightsState) else None

    def clear(self) -> None:
        """Take every wish back."""
        for wish in (*self._kinds, *self._rights):
            wish.setChecked(False)
        self.changed.emit()

    def show_figures(self, figures: AssetFigures) -> None:
        _count(self._kinds, figures.by_kind)
        _count(self._rights, figures.by_rights)

    def step(self, origin: _Wish, by: int) -> None:
        """On to the next line with the arrow keys."""
        wishes = [*self._kinds, *self._rights]
        at = wishes.index(origin) + by
        if 0 <= at < len(wishes):
            wishes[at].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        clicked = self.sender()
        for group in (self._kinds, self._rights):
            if clicked in group:
                for wish in group:
                    wish.setChecked(wish is clicked and wish.isChecked())
        self.changed.emit()


def _on(wishes: list[_Wish]) -> StrEnum | None:
    return next((wish.value for wish in wishes if wish.isChecked()), None)


def _count(
    wishes: list[_Wish], figures: Mapping[AssetKind, int] | Mapping[RightsState, int]
) -> None:
    by_value = {str(value): count for value, count in figures.items()}
    for wish in wishes:
        wish.set_count(by_value.get(str(wish.value), 0))
