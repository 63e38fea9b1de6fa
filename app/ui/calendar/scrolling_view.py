"""A painted view of tiles with more in it than it has room for; what heads it stays in sight."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from app.ui.calendar.tile_view import TileView

_STEP = 48  # pixels for one step of the wheel's bar


class ScrollingTileView(TileView):
    """Has a bar at its right; `lay_out` asks `offset` and gives `set_most_offset`."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(name, spoken, parent)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setSingleStep(_STEP)
        self._bar.valueChanged.connect(self._on_scrolled)

    @property
    def offset(self) -> int:
        """How far the page is moved up."""
        return self._bar.value()

    @property
    def bar_width(self) -> int:
        """What the bar takes of the width; nothing while all is in sight."""
        return self._bar.sizeHint().width() if self._bar.maximum() else 0

    def set_most_offset(self, most: float, page: float) -> None:
        """How far the page can be moved up, and how much of it is seen at once."""
        self._bar.blockSignals(True)
        self._bar.setRange(0, round(most))
        self._bar.setPageStep(max(1, round(page)))
        self._bar.setVisible(most > 0)
        self._bar.blockSignals(False)

    def scroll_to(self, offset: float) -> None:
        self._bar.setValue(round(offset))

    def show_between(self, top: float, bottom: float, first: float, last: float) -> None:
        """Scroll until `top` to `bottom` lies between `first` and `last`, if it does not yet."""
        if top < first:
            self.scroll_to(self.offset - (first - top))
        elif bottom > last:
            self.scroll_to(self.offset + (bottom - last))

    @Slot(int)
    def _on_scrolled(self, _value: int) -> None:
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self._bar.sizeHint().width()
        self._bar.setGeometry(self.width() - width, 0, width, self.height())
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._bar.event(event)
