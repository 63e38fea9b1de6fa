"""How the style measures and paints push buttons: five kinds, three sizes.

`kind`: primary, plain, ghost, link, danger (outlined), danger_primary (filled: the verb of a
dialog about something that can't be undone). `controlSize`: small, normal, large.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QWidget

from app.ui.theme.fonts import font, scaled
from app.ui.theme.icons import paint_icon
from app.ui.theme.painting import paint_frame, text_width
from app.ui.theme.tokens import Colours, tokens

_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class _Measures:
    height: str
    padding: int
    role: str
    icon: int


_SIZES = {
    "small": _Measures("control_small", 10, "label", 16),
    "normal": _Measures("control", 13, "strong", 16),
    "large": _Measures("control_large", 16, "heading", 18),
}
_GAP = 8


@dataclass(frozen=True, slots=True)
class _Ink:
    text: QColor
    fill: QColor | None = None
    edge: QColor | None = None


def _said(widget: QWidget | None, name: str, default: str) -> str:
    return str((widget.property(name) if widget is not None else None) or default)


def _measures(widget: QWidget | None) -> _Measures:
    return _SIZES[_said(widget, "controlSize", "normal")]


def _padding(widget: QWidget | None, measures: _Measures) -> int:
    return 4 if _said(widget, "kind", "plain") == "link" else measures.padding


def button_size(option: QStyleOptionButton, widget: QWidget | None) -> QSize:
    """What a button needs for its icon, its words and its key."""
    measures = _measures(widget)
    height = scaled(tokens().size[measures.height])
    has_icon = not option.icon.isNull()
    width = 0.0
    if option.text:
        width += text_width(_visible(option.text), font(measures.role))
    if has_icon:
        width += measures.icon + (_GAP if option.text else 0)
    if key := _said(widget, "key", ""):
        width += _GAP + _key_width(key)
    if _has_menu(option):
        width += 4 + 16
    if not option.text and has_icon and not _has_menu(option):
        return QSize(height, height)
    return QSize(round(width) + 2 * _padding(widget, measures), height)


def paint_ground(
    painter: QPainter, option: QStyleOptionButton, look: Colours, widget: QWidget | None
) -> None:
    ink = _ink(option, look, widget)
    if ink.fill is not None or ink.edge is not None:
        paint_frame(painter, QRectF(option.rect), tokens().radius["control"], ink.fill, ink.edge)


def paint_label(
    painter: QPainter, option: QStyleOptionButton, look: Colours, widget: QWidget | None
) -> None:
    measures = _measures(widget)
    face = font(measures.role)
    ink = _ink(option, look, widget).text
    rect = QRectF(option.rect)
    words = text_width(_visible(option.text), face) if option.text else 0.0
    icon_width = 0.0 if option.icon.isNull() else float(measures.icon)
    gap = _GAP if words and icon_width else 0
    key = _said(widget, "key", "")
    key_width = _GAP + _key_width(key) if key else 0.0
    menu_width = 20.0 if _has_menu(option) else 0.0
    whole = icon_width + gap + words + key_width + menu_width
    pad = _padding(widget, measures)
    spare = rect.width() - whole
    left = rect.left() + (pad if _is_left_set(widget) or spare < 0 else spare / 2)
    icon_left, words_left = left, left + icon_width + gap
    if widget is not None and widget.property("iconAtEnd"):
        icon_left, words_left = left + words + gap, left
    if icon_width:
        spot = QRectF(icon_left, rect.top(), icon_width, rect.height())
        if name := option.icon.name():
            sign = look.ink(tone) if (tone := _said(widget, "iconInk", "")) else ink
            paint_icon(painter, spot, name, sign, measures.icon)
        else:
            side = measures.icon
            option.icon.paint(painter, spot.toRect().adjusted(0, 0, 0, 0))
            spot.setWidth(side)
    if option.text:
        painter.setFont(face)
        if _said(widget, "kind", "plain") == "link" and option.state & _State.State_MouseOver:
            underlined = painter.font()
            underlined.setUnderline(True)
            painter.setFont(underlined)
        painter.setPen(ink)
        room = rect.right() - pad - key_width - menu_width - words_left
        spot = QRectF(words_left, rect.top(), max(room, words), rect.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            spot,
            int(flags) | int(Qt.TextFlag.TextShowMnemonic) | int(Qt.TextFlag.TextSingleLine),
            option.text,
        )
    right = left + icon_width + gap + words
    if key:
        spot = QRectF(right + _GAP, rect.center().y() - 9, _key_width(key), 18)
        paint_key(painter, spot, key, ink, ink)
    if menu_width:
        spot = QRectF(right + 4, rect.top(), 16, rect.height())
        paint_icon(painter, spot, "chevron-down", ink)


def _key_width(key: str) -> float:
    return max(18.0, text_width(key, font("badge")) + 10)


def paint_key(painter: QPainter, rect: QRectF, key: str, ink: QColor, edge: QColor) -> None:
    """A key cap, as the hints in feet and buttons show it."""
    paint_frame(painter, rect, 3, None, edge)
    face = font("badge")
    face.setWeight(face.Weight.Medium)
    painter.setFont(face)
    painter.setPen(ink)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), key)


def key_size(key: str) -> QSize:
    return QSize(round(_key_width(key)), 18)


def _visible(text: str) -> str:
    """The words without the mnemonic's `&`."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _has_menu(option: QStyleOptionButton) -> bool:
    return bool(option.features & QStyleOptionButton.ButtonFeature.HasMenu)


def _is_left_set(widget: QWidget | None) -> bool:
    return widget is not None and widget.property("align") == "left"


def _ink(option: QStyleOptionButton, look: Colours, widget: QWidget | None) -> _Ink:
    kind = _said(widget, "kind", "plain")
    hovered = bool(option.state & _State.State_MouseOver)
    pressed = bool(option.state & _State.State_Sunken)
    checked = bool(option.state & _State.State_On)
    bad = look.tones["bad"]
    if not option.state & _State.State_Enabled:
        quiet = kind in ("ghost", "link")
        return _Ink(look.text3) if quiet else _Ink(look.text3, look.sunken, look.line)
    if kind == "primary":
        return _Ink(look.on_accent, look.accent_hover if hovered or pressed else look.accent)
    if kind == "danger_primary":
        return _Ink(look.surface, bad.ink)
    if kind == "danger":
        return _Ink(bad.ink, bad.soft if hovered or pressed else look.surface, bad.ink)
    if kind == "link":
        return _Ink(look.accent)
    if checked:
        return _Ink(look.accent, look.accent_soft, look.accent)
    if kind == "ghost":
        return _Ink(look.text2, look.line if hovered or pressed else None)
    return _Ink(look.text, look.sunken if hovered or pressed else look.surface, look.border)
