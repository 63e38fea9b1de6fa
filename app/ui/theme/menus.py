"""How the style measures and paints the entries of menus."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionMenuItem

from app.ui.theme.fonts import font, scaled
from app.ui.theme.icons import paint_icon
from app.ui.theme.painting import paint_frame, paint_text, text_width
from app.ui.theme.tokens import Colours, tokens

_ROW = 28
_ICON_ROOM = 30
_PADDING = 10


def _parts(option: QStyleOptionMenuItem) -> tuple[str, str]:
    """The words without mnemonic, and the key."""
    words, _tab, key = option.text.partition("\t")
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&"), key


def _is_separator(option: QStyleOptionMenuItem) -> bool:
    return option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator


def entry_size(option: QStyleOptionMenuItem) -> QSize:
    if _is_separator(option):
        return QSize(40, 9)
    words, key = _parts(option)
    width = text_width(words, font()) + _ICON_ROOM + 2 * _PADDING
    if key:
        width += 24 + text_width(key, font("meta"))
    return QSize(round(width) + 8, scaled(_ROW))


def paint_entry(painter: QPainter, option: QStyleOptionMenuItem, look: Colours) -> None:
    rect = QRectF(option.rect)
    if _is_separator(option):
        painter.fillRect(QRectF(rect.left(), rect.center().y(), rect.width(), 1), look.line)
        return
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    if enabled and option.state & QStyle.StateFlag.State_Selected:
        paint_frame(painter, rect, tokens().radius["small"], look.selection)
    ink = look.text if enabled else look.text3
    spot = QRectF(rect.left() + _PADDING - 2, rect.top(), 16, rect.height())
    if option.checked:
        paint_icon(painter, spot, "check", look.accent)
    elif not option.icon.isNull() and option.icon.name():
        paint_icon(painter, spot, option.icon.name(), look.text2 if enabled else look.text3)
    words, key = _parts(option)
    paint_text(painter, rect.adjusted(_PADDING + 22, 0, -_PADDING, 0), words, "body", ink)
    if key:
        room = rect.adjusted(0, 0, -_PADDING, 0)
        paint_text(painter, room, key, "meta", look.text3, Qt.AlignmentFlag.AlignRight)
