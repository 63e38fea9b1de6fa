"""The week on Beranda: seven columns, a few entries each, the rest counted."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.language import _, date_pattern_text, ngettext, time_text
from app.services.calendar import Tile
from app.ui.theme import (
    Paragraph,
    colours,
    font,
    paint_icon,
    paint_text,
    scaled,
    text_width,
)
from app.ui.widgets import Button, Label, clear, named, state_chip

_MOST = 3
_PAD = 9


class WeekEntry(QAbstractButton):
    """What one content does on one day: icon, time, title in two lines."""

    def __init__(self, tile: Tile) -> None:
        super().__init__()
        self.tile = tile
        self._time = time_text(tile.at) if tile.at is not None else _("all day")
        chip = state_chip(tile.state.group, tile.state.name)
        self._icon, self._tone = chip.icon, chip.tone
        named(self, f"home.week.{tile.reference}", f"{self._time} {tile.title}, {chip.text}")
        self.setProperty("radius", 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(60, scaled(18) + 2 * scaled(15) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        ink = look.ink(self._tone)
        head = QRectF(_PAD, 0, self.width() - _PAD, scaled(18))
        paint_icon(painter, QRectF(head.left(), 0, 14, head.height()), self._icon, ink, 14)
        paint_text(painter, head.adjusted(18, 0, 0, 0), self._time, "label", ink)
        title = Paragraph(self.tile.title, "meta", self.width() - _PAD - 5, most=2, step=15)
        title.paint(painter, QPointF(_PAD, head.bottom()), look.text2)
        if self.underMouse():
            painter.fillRect(QRectF(_PAD, self.height() - 2, self.width() - 2 * _PAD, 1), ink)


class _Day(QWidget):
    """One column; today's is tinted."""

    def __init__(self, day: date, *, is_today: bool, is_last: bool) -> None:
        super().__init__()
        self._is_today, self._is_last = is_today, is_last
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 1, 6)
        self.column.setSpacing(3)
        head = Label(date_pattern_text(day, "EEE d"), "label", "accent" if is_today else "text2")
        head.setContentsMargins(_PAD, 0, 0, 2)
        self.column.addWidget(head)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        if self._is_today:
            painter.fillRect(self.rect(), look.accent_soft)
        if not self._is_last:
            painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), look.line)


class Week(QWidget):
    """Seven days from Monday on."""

    chosen = Signal(object)  # the Tile, or the date whose rest is asked for

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setMinimumHeight(scaled(34) + 2 * scaled(54))

    def show_week(self, monday: date, today: date, tiles: Sequence[Tile]) -> None:
        clear(self._row)
        for number in range(7):
            day = monday + timedelta(days=number)
            column = _Day(day, is_today=day == today, is_last=number == 6)
            self._fill(column, day, [tile for tile in tiles if tile.day == day])
            self._row.addWidget(column, 1)

    def _fill(self, column: _Day, day: date, tiles: Sequence[Tile]) -> None:
        shown = tiles if len(tiles) <= _MOST else tiles[: _MOST - 1]
        for tile in shown:
            entry = WeekEntry(tile)
            entry.clicked.connect(lambda _checked=False, tile=tile: self.chosen.emit(tile))
            column.column.addWidget(entry)
        if rest := len(tiles) - len(shown):
            words = ngettext("%(n)d more", "%(n)d more", rest) % {"n": rest}
            more = named(Button(words, "link", size="small"), f"home.week.more.{day}")
            more.clicked.connect(lambda: self.chosen.emit(day))
            column.column.addWidget(more)
        column.column.addStretch(1)


class Legend(QWidget):
    """What the icons of the week mean."""

    _STATES = (
        ("content", "published"),
        ("content", "scheduled"),
        ("content", "ready"),
        ("content", "approved"),
        ("content", "editing"),
        ("content", "returned"),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(scaled(32))
        self._chips = [state_chip(group, state) for group, state in self._STATES]
        self.setAccessibleName(", ".join(chip.text for chip in self._chips))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        left = 16.0
        for chip in self._chips:
            words = chip.text.lower()
            width = text_width(words, font("meta"))
            if left + 22 + width > self.width() - 8:
                break
            spot = QRectF(left, 0, 14, self.height())
            paint_icon(painter, spot, chip.icon, look.ink(chip.tone), 14)
            room = QRectF(left + 21, 0, width + 2, self.height())
            paint_text(painter, room, words, "meta", look.text2)
            left += 21 + width + 14
