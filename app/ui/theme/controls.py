"""How the style paints fields, marks, selection, heads and bars; what is where, the style says."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionHeader,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.theme.icons import paint_icon
from app.ui.theme.painting import paint_frame, paint_text, text_width
from app.ui.theme.tokens import Colours, tokens

_State = QStyle.StateFlag
_Sub = QStyle.SubControl

BAR = 12  # a scroll bar's breadth
HEAD_MARGIN = 10
GROOVE = 6
MARK = 16  # check boxes and radio buttons


def is_enabled(option: QStyleOption) -> bool:
    return bool(option.state & _State.State_Enabled)


def _is_wrong(widget: QWidget | None) -> bool:
    return widget is not None and bool(widget.property("wrong"))


def _is_read_only(widget: QWidget | None) -> bool:
    """What can be read and copied, but not written in; a combo box has no such state."""
    return isinstance(widget, QLineEdit | QPlainTextEdit) and widget.isReadOnly()


def bar_part(option: QStyleOptionSlider, sub: QStyle.SubControl) -> QRect:
    """A scroll bar without arrows: a groove, and in it what can be dragged."""
    bar = option.rect
    upright = option.orientation == Qt.Orientation.Vertical
    length = bar.height() if upright else bar.width()
    span = option.maximum - option.minimum + option.pageStep
    slider = max(32, length * option.pageStep // span) if span > 0 else length
    slider = min(slider, length)
    start = QStyle.sliderPositionFromValue(
        option.minimum,
        option.maximum,
        option.sliderPosition,
        length - slider,
        option.upsideDown,
    )
    parts = {
        _Sub.SC_ScrollBarSlider: (start, slider),
        _Sub.SC_ScrollBarSubPage: (0, start),
        _Sub.SC_ScrollBarAddPage: (start + slider, length - start - slider),
        _Sub.SC_ScrollBarGroove: (0, length),
    }
    if sub not in parts:
        return QRect()
    offset, size = parts[sub]
    if upright:
        return QRect(bar.left(), bar.top() + offset, bar.width(), size)
    return QRect(bar.left() + offset, bar.top(), size, bar.height())


def paint_field(
    painter: QPainter,
    rect: QRectF,
    option: QStyleOption,
    look: Colours,
    widget: QWidget | None,
) -> None:
    radius = tokens().radius["control"]
    if not is_enabled(option) or _is_read_only(widget):
        paint_frame(painter, rect, radius, look.sunken, look.line)
    elif _is_wrong(widget):
        paint_frame(painter, rect, radius, look.surface, look.tones["bad"].ink, 2)
    else:
        hovered = option.state & _State.State_MouseOver
        paint_frame(painter, rect, radius, look.surface, look.text2 if hovered else look.border)


def paint_box(
    painter: QPainter,
    rect: QRectF,
    option: QStyleOption,
    look: Colours,
    widget: QWidget | None,
) -> None:
    if isinstance(widget, QAbstractItemView):
        paint_frame(painter, rect, tokens().radius["control"], look.surface, look.border)
    elif isinstance(widget, QAbstractScrollArea):
        paint_field(painter, rect, option, look, widget)
    else:
        paint_frame(painter, rect, tokens().radius["card"], None, look.line)


def paint_check(painter: QPainter, rect: QRectF, option: QStyleOption, look: Colours) -> None:
    box = QRectF(0, 0, MARK, MARK)
    box.moveCenter(rect.center())
    on = bool(option.state & (_State.State_On | _State.State_NoChange))
    fill, edge = look.surface, look.border
    if on:
        fill = edge = look.accent if is_enabled(option) else look.text3
    elif not is_enabled(option):
        fill, edge = look.sunken, look.line
    paint_frame(painter, box, tokens().radius["small"], fill, edge, 1)
    if on:
        name = "minus" if option.state & _State.State_NoChange else "check"
        paint_icon(painter, box, name, look.on_accent, 12)


def paint_radio(painter: QPainter, rect: QRectF, option: QStyleOption, look: Colours) -> None:
    box = QRectF(0, 0, MARK, MARK)
    box.moveCenter(rect.center())
    accent = look.accent if is_enabled(option) else look.text3
    if option.state & _State.State_On:
        paint_frame(painter, box, MARK / 2, accent, accent)
        paint_frame(painter, box.adjusted(5, 5, -5, -5), 3, look.on_accent)
    else:
        edge = look.border if is_enabled(option) else look.line
        paint_frame(painter, box, MARK / 2, look.surface, edge)


def paint_selection(painter: QPainter, option: QStyleOption, look: Colours) -> None:
    if option.state & _State.State_Selected:
        painter.fillRect(option.rect, look.selection)
        first = (
            QStyleOptionViewItem.ViewItemPosition.Beginning,
            QStyleOptionViewItem.ViewItemPosition.OnlyOne,
            QStyleOptionViewItem.ViewItemPosition.Invalid,
        )
        if isinstance(option, QStyleOptionViewItem) and option.viewItemPosition in first:
            edge = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(edge, look.accent)
    elif option.state & _State.State_MouseOver:
        painter.fillRect(option.rect, look.sunken)


def paint_combo_label(
    painter: QPainter,
    option: QStyleOptionComboBox,
    look: Colours,
    widget: QWidget | None,
) -> None:
    rect = QRectF(option.rect).adjusted(11, 0, -30, 0)
    ink = look.text if is_enabled(option) else look.text3
    if prefix := prefix_of(widget):
        paint_text(painter, rect, prefix, "body", look.text2)
        rect.setLeft(rect.left() + text_width(prefix + "  ", painter.font()))
    elif isinstance(widget, QComboBox) and widget.currentIndex() < 0:
        ink = look.text3
    shown = option.currentText
    if isinstance(widget, QComboBox) and widget.currentIndex() < 0:
        shown = widget.placeholderText()
    paint_text(painter, rect, shown, "body", ink)


def paint_head(painter: QPainter, option: QStyleOptionHeader, look: Colours) -> None:
    # Qt takes the margin off above and below too, which would clip a letter's tail.
    rect = QRectF(option.rect).adjusted(0, -HEAD_MARGIN, 0, HEAD_MARGIN - 1)
    sort = option.sortIndicator
    if sort != QStyleOptionHeader.SortIndicator.None_:
        arrow = QRectF(rect.right() - 16, rect.top(), 16, rect.height())
        up = sort == QStyleOptionHeader.SortIndicator.SortDown
        paint_icon(painter, arrow, "chevron-down" if up else "chevron-up", look.text2, 14)
        rect.setRight(rect.right() - 18)
    paint_text(painter, rect, option.text, "label", look.text2, option.textAlignment)


def paint_progress(painter: QPainter, option: QStyleOptionProgressBar, look: Colours) -> None:
    groove = slim_bar(option.rect)
    span = option.maximum - option.minimum
    share = (option.progress - option.minimum) / span if span > 0 else 0.0
    filled = QRectF(groove)
    filled.setWidth(max(GROOVE, groove.width() * min(max(share, 0.0), 1.0)))
    if share > 0:
        paint_frame(painter, filled, GROOVE / 2, look.accent)


def paint_scroll_bar(
    painter: QPainter,
    option: QStyleOptionSlider,
    look: Colours,
    ground: QPalette.ColorRole,
) -> None:
    painter.fillRect(option.rect, option.palette.color(ground))
    if option.maximum <= option.minimum:
        return
    slider = QRectF(bar_part(option, _Sub.SC_ScrollBarSlider)).adjusted(3, 3, -3, -3)
    active = option.state & (_State.State_MouseOver | _State.State_Sunken)
    paint_frame(painter, slider, 3, look.text3 if active else look.border)


def ground_of(bar: QWidget | None) -> QPalette.ColorRole:
    """The ground of what a scroll bar belongs to: the bar lies on the same."""
    above = bar.parentWidget() if bar is not None else None
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    if isinstance(above, QAbstractScrollArea):
        return above.viewport().backgroundRole()
    return QPalette.ColorRole.Base


def prefix_of(widget: QWidget | None) -> str:
    return str(widget.property("prefix") or "") if widget is not None else ""


def slim_bar(rect: QRect) -> QRectF:
    bar = QRectF(rect.left(), 0, rect.width(), GROOVE)
    bar.moveCenter(QRectF(rect).center())
    return bar


def ring_radius(frame: QWidget | None) -> float:
    """The radius of what the ring surrounds; a round or square widget names its own."""
    inner = getattr(frame, "widget", lambda: None)()
    named = inner.property("radius") if isinstance(inner, QWidget) else None
    return float(named) if named is not None else float(tokens().radius["control"])
