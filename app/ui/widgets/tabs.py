"""One of several: tabs with a line beneath, and segments joined in one frame. Arrow keys move."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

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
from app.ui.widgets.badges import paint_platform
from app.ui.widgets.naming import named, set_tip


@dataclass(frozen=True, slots=True)
class Part:
    """One tab or segment: its value, words, a count or note, a platform's badge or an icon."""

    value: object
    text: str
    count: str = ""
    platform: str = ""
    icon: str = ""


class _Switch(QAbstractButton):
    """What tabs and segments have in common: one of a group is on, arrows go to the next."""

    def __init__(self, part: Part, spoken: str) -> None:
        super().__init__()
        self.part = part
        self.setCheckable(True)
        self.setText(part.text)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if not part.text:
            set_tip(self, spoken)

    def show_part(self, part: Part) -> None:
        """Show other words and another count for the same value."""
        if part == self.part:
            return
        self.part = part
        self.setText(part.text)
        self.setAccessibleName(f"{part.text or part.value} {part.count}".strip())
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        row = self.parentWidget()
        if step is None or not isinstance(row, _Row):
            super().keyPressEvent(event)
            return
        row.step(self, step)


class _Tab(_Switch):
    _PAD = 3

    def _widths(self) -> tuple[float, float, float]:
        badge = scaled(21) + 8 if self.part.platform else 0
        words = text_width(self.part.text, font("strong"))
        count = text_width(self.part.count, font("meta")) + 7 if self.part.count else 0
        return badge, words, count

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths())) + 2 * self._PAD, scaled(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        rect = QRectF(self.rect())
        badge, words, _count = self._widths()
        left = rect.left() + self._PAD
        if self.part.platform:
            at = QRectF(left, rect.center().y() - scaled(16) / 2, 0, 0).topLeft()
            paint_platform(painter, at, self.part.platform, look)
        on = self.isChecked()
        ink = look.text if on or self.underMouse() else look.text2
        room = QRectF(left + badge, rect.top(), words + 1, rect.height())
        paint_text(painter, room, self.part.text, "strong" if on else "body", ink)
        if self.part.count:
            room = QRectF(left + badge + words + 7, rect.top(), rect.width(), rect.height())
            paint_text(painter, room, self.part.count, "meta", look.text2)
        if on:
            painter.fillRect(QRectF(0, rect.bottom() - 2, rect.width(), 3), look.accent)


class _Segment(_Switch):
    _PAD = 12
    first = last = False

    def sizeHint(self) -> QSize:
        count = text_width(self.part.count, font("meta")) + 6 if self.part.count else 0
        icon = 16 if self.part.icon else 0
        words = text_width(self.part.text, font("strong"))
        width = round(words + count + icon) + 2 * self._PAD
        return QSize(width, scaled(tokens().size["control"]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        on = self.isChecked()
        rect = QRectF(self.rect())
        self._paint_ground(painter, rect)
        ink = look.accent if on else look.text2 if self.isEnabled() else look.text3
        left = rect.left() + self._PAD
        if self.part.icon:
            paint_icon(painter, QRectF(left, 0, 16, rect.height()), self.part.icon, ink)
            left += 16
        role = "strong" if on else "body"
        words = text_width(self.part.text, font("strong"))
        spare = words - text_width(self.part.text, font(role))
        room = QRectF(left + spare / 2, rect.top(), words + 1, rect.height())
        paint_text(painter, room, self.part.text, role, ink)
        if self.part.count:
            room = QRectF(left + words + 6, rect.top(), rect.width(), rect.height())
            paint_text(painter, room, self.part.count, "meta", ink)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """One frame around all segments: each draws the part of it that lies in its room."""
        look = colours(self.palette())
        radius = tokens().radius["control"]
        whole = rect.adjusted(0 if self.first else -20, 0, 0 if self.last else 20, 0)
        fill = look.accent_soft if self.isChecked() else look.surface
        if self.underMouse() and not self.isChecked() and self.isEnabled():
            fill = look.sunken
        painter.save()
        painter.setClipRect(rect)
        paint_frame(painter, whole, radius, fill, look.border)
        painter.restore()
        if not self.first:
            painter.fillRect(QRectF(0, 1, 1, rect.height() - 2), look.line)


class _Row(QWidget):
    """A row of switches, one of them on."""

    chosen = Signal(object)  # the value of the part that the person chose

    def __init__(
        self, name: str, parts: Sequence[Part], spoken: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._switches: list[_Switch] = []
        self.set_parts(parts)

    def _make(self, part: Part, spoken: str) -> _Switch:
        raise NotImplementedError

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Show these; the value that was on stays on if it is still there, else the first is.

        Where only words and counts differ the switches stay, and with them the focus.
        """
        if [part.value for part in parts] == [switch.part.value for switch in self._switches]:
            for switch, part in zip(self._switches, parts, strict=True):
                switch.show_part(part)
            return
        kept = self.value()
        for switch in self._switches:
            self._group.removeButton(switch)
            self._line.removeWidget(switch)
            switch.hide()
            switch.deleteLater()
        self._switches = []
        for number, part in enumerate(parts):
            words = part.text or str(part.value)
            switch = self._make(part, f"{words} {part.count}".strip())
            key = part.value if isinstance(part.value, str) else number
            switch.setObjectName(f"{self.objectName()}.{key}")
            self._group.addButton(switch)
            self._line.insertWidget(number, switch)
            self._switches.append(switch)
        self._mark_ends()
        if self._switches:
            values = [switch.part.value for switch in self._switches]
            self._switches[values.index(kept) if kept in values else 0].setChecked(True)
            self._lead_tab()

    def _lead_tab(self) -> None:
        """Tab reaches the one that is on, arrows go on from it; Qt forgets it in new groups."""
        for switch in self._switches:
            on = switch.isChecked()
            policy = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
            switch.setFocusPolicy(policy)

    def _mark_ends(self) -> None:
        """Segments round their outer corners."""

    def value(self) -> object:
        """The value of the part that is on; None without parts."""
        on = self._group.checkedButton()
        return on.part.value if isinstance(on, _Switch) else None

    def set_value(self, value: object) -> None:
        for switch in self._switches:
            if switch.part.value == value:
                switch.setChecked(True)
        self._lead_tab()

    def step(self, origin: _Switch, by: int) -> None:
        """Go on from one switch to its neighbour and choose it."""
        target = self._switches[(self._switches.index(origin) + by) % len(self._switches)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()

    def _on_clicked(self, switch: QAbstractButton) -> None:
        if isinstance(switch, _Switch):
            self._lead_tab()
            self.chosen.emit(switch.part.value)


class Tabs(_Row):
    """Underlined tabs: `Tabs("inquiries.tabs", [Part("open", "Terbuka", "9"), …])`."""

    def __init__(
        self, name: str, parts: Sequence[Part], spoken: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parts, spoken, parent)
        self._line.setSpacing(20)
        self._line.addStretch(1)

    def _make(self, part: Part, spoken: str) -> _Switch:
        return _Tab(part, spoken)


class Segments(_Row):
    """Segments in one frame: *Bulan | Minggu | Daftar*."""

    def __init__(
        self, name: str, parts: Sequence[Part], spoken: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parts, spoken, parent)
        self._line.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _make(self, part: Part, spoken: str) -> _Switch:
        return _Segment(part, spoken)

    def _mark_ends(self) -> None:
        for number, switch in enumerate(self._switches):
            if isinstance(switch, _Segment):
                switch.first = number == 0
                switch.last = number == len(self._switches) - 1
