"""The style: Fusion underneath, with our frames, marks, arrows, bars and selection on top.

Every colour is read from the palette at the moment of painting, so a change of theme needs no
more than a new palette. What a control is comes from dynamic properties: `kind` and `controlSize`
of a button, `wrong` of a field, `prefix` of a combo box.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.theme import buttons, menus
from app.ui.theme.fonts import scaled
from app.ui.theme.icons import icon_pixmap, paint_icon
from app.ui.theme.painting import paint_frame, paint_text, text_width
from app.ui.theme.tokens import Colours, colours, tokens

_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Metric = QStyle.PixelMetric
_Hint = QStyle.StyleHint
_Sub = QStyle.SubControl

_BAR = 12  # a scroll bar's breadth
_HEAD_MARGIN = 10
_GROOVE = 6
_MARK = 16  # check boxes and radio buttons
_STANDARD_ICONS = {
    QStyle.StandardPixmap.SP_LineEditClearButton: "x",
    QStyle.StandardPixmap.SP_DialogCloseButton: "x",
    QStyle.StandardPixmap.SP_ArrowLeft: "chevron-left",
    QStyle.StandardPixmap.SP_ArrowRight: "chevron-right",
    QStyle.StandardPixmap.SP_ArrowBack: "arrow-left",
}


def _enabled(option: QStyleOption) -> bool:
    return bool(option.state & _State.State_Enabled)


def _is_wrong(widget: QWidget | None) -> bool:
    return widget is not None and bool(widget.property("wrong"))


class KohkolStyle(QProxyStyle):
    """Draws the controls as the look's pictures show them."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._metrics = {
            _Metric.PM_DefaultFrameWidth: 2,
            _Metric.PM_ScrollBarExtent: _BAR,
            _Metric.PM_ScrollBarSliderMin: 32,
            _Metric.PM_ScrollView_ScrollBarSpacing: 0,
            _Metric.PM_FocusFrameHMargin: tokens().size["focus"] + 1,
            _Metric.PM_FocusFrameVMargin: tokens().size["focus"] + 1,
            _Metric.PM_ButtonShiftHorizontal: 0,
            _Metric.PM_ButtonShiftVertical: 0,
            _Metric.PM_IndicatorWidth: _MARK,
            _Metric.PM_IndicatorHeight: _MARK,
            _Metric.PM_ExclusiveIndicatorWidth: _MARK,
            _Metric.PM_ExclusiveIndicatorHeight: _MARK,
            _Metric.PM_CheckBoxLabelSpacing: 8,
            _Metric.PM_RadioButtonLabelSpacing: 8,
            _Metric.PM_SmallIconSize: 16,
            _Metric.PM_ButtonIconSize: 16,
            _Metric.PM_MenuPanelWidth: 1,
            _Metric.PM_MenuHMargin: 4,
            _Metric.PM_MenuVMargin: 4,
            _Metric.PM_HeaderMargin: _HEAD_MARGIN,
            _Metric.PM_ToolTipLabelFrameWidth: 6,
            _Metric.PM_LayoutLeftMargin: 0,
            _Metric.PM_LayoutTopMargin: 0,
            _Metric.PM_LayoutRightMargin: 0,
            _Metric.PM_LayoutBottomMargin: 0,
            _Metric.PM_LayoutHorizontalSpacing: 8,
            _Metric.PM_LayoutVerticalSpacing: 8,
        }
        self._hints = {
            _Hint.SH_EtchDisabledText: 0,
            _Hint.SH_ComboBox_Popup: 0,
            _Hint.SH_ItemView_ShowDecorationSelected: 1,
            _Hint.SH_ItemView_ActivateItemOnSingleClick: 0,
            _Hint.SH_FocusFrame_AboveWidget: 1,
            _Hint.SH_Widget_Animation_Duration: 0,
            _Hint.SH_ScrollBar_LeftClickAbsolutePosition: 1,
            _Hint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
        }

    # What a widget needs once

    def polish(self, target: object) -> None:
        super().polish(target)  # type: ignore[call-overload]
        if isinstance(target, QMenu):
            target.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        if isinstance(target, QAbstractItemView):
            target.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def standardIcon(
        self,
        which: QStyle.StandardPixmap,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        if name := _STANDARD_ICONS.get(which):
            colour = colours(widget.palette() if widget else self.standardPalette()).text2
            return QIcon(icon_pixmap(name, colour, 16, 2.0))
        return super().standardIcon(which, option, widget)

    # Sizes

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        known = self._metrics.get(metric)
        return known if known is not None else super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        known = self._hints.get(hint)
        return known if known is not None else super().styleHint(hint, option, widget, returned)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        if kind == QStyle.ContentsType.CT_PushButton and isinstance(option, QStyleOptionButton):
            return buttons.button_size(option, widget)
        if kind == QStyle.ContentsType.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            return menus.entry_size(option)
        control = scaled(tokens().size["control"])
        if kind == QStyle.ContentsType.CT_LineEdit:
            return QSize(size.width() + 20, control)
        if kind in (QStyle.ContentsType.CT_ComboBox, QStyle.ContentsType.CT_SpinBox):
            prefix = _prefix(widget)
            extra = text_width(prefix + " ", widget.font()) if prefix and widget else 0
            small = widget is not None and widget.property("controlSize") == "small"
            height = scaled(tokens().size["control_small"]) if small else control
            return QSize(size.width() + 44 + round(extra), height)
        if kind == QStyle.ContentsType.CT_HeaderSection and isinstance(option, QStyleOptionHeader):
            width = text_width(option.text, widget.font()) if widget else size.width()
            return QSize(round(width) + 36, scaled(30))
        return super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # may be null

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        rect = super().subElementRect(element, option, widget)  # type: ignore[arg-type]  # may be null
        framed = isinstance(option, QStyleOptionFrame) and option.lineWidth > 0
        if element == QStyle.SubElement.SE_LineEditContents and framed:
            return option.rect.adjusted(8, 2, -8, -2)
        return rect

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        sub: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return self._bar_part(option, sub)
        if control == _Complex.CC_ComboBox and sub == _Sub.SC_ComboBoxEditField:
            return option.rect.adjusted(9, 1, -28, -1)
        if control == _Complex.CC_ComboBox and sub == _Sub.SC_ComboBoxArrow:
            return QRect(option.rect.right() - 28, option.rect.top(), 28, option.rect.height())
        if control == _Complex.CC_SpinBox and sub == _Sub.SC_SpinBoxEditField:
            return option.rect.adjusted(9, 1, -26, -1)
        return super().subControlRect(control, option, sub, widget)  # type: ignore[arg-type]  # may be null

    def _bar_part(self, option: QStyleOptionSlider, sub: QStyle.SubControl) -> QRect:
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

    # Painting

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        look = colours(option.palette)
        rect = QRectF(option.rect)
        if element in (_Primitive.PE_PanelLineEdit, _Primitive.PE_FrameLineEdit):
            if isinstance(option, QStyleOptionFrame) and option.lineWidth > 0:
                self._field(painter, rect, option, look, widget)
        elif element == _Primitive.PE_Frame:
            self._frame(painter, rect, option, look, widget)
        elif element == _Primitive.PE_IndicatorCheckBox:
            self._check_mark(painter, rect, option, look)
        elif element == _Primitive.PE_IndicatorRadioButton:
            self._radio_mark(painter, rect, option, look)
        elif element == _Primitive.PE_IndicatorItemViewItemCheck:
            self._check_mark(painter, rect, option, look)
        elif element == _Primitive.PE_PanelItemViewItem:
            self._selection(painter, option, look)
        elif element == _Primitive.PE_FrameFocusRect:
            if widget is None or isinstance(widget, QAbstractItemView):
                paint_frame(painter, rect.adjusted(1, 1, -1, -1), 4, None, look.focus, 2)
        elif element == _Primitive.PE_PanelMenu:
            paint_frame(painter, rect, tokens().radius["card"], look.surface, look.border)
        elif element == _Primitive.PE_PanelTipLabel:
            painter.fillRect(option.rect, look.tooltip)
        elif element == _Primitive.PE_IndicatorArrowDown:
            paint_icon(painter, rect, "chevron-down", look.text2)
        elif element in (_Primitive.PE_FrameMenu, _Primitive.PE_PanelItemViewRow):
            pass
        elif element in (
            _Primitive.PE_IndicatorSpinUp,
            _Primitive.PE_IndicatorSpinDown,
        ):
            name = "chevron-up" if element == _Primitive.PE_IndicatorSpinUp else "chevron-down"
            paint_icon(painter, rect, name, look.text2, 12)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        look = colours(option.palette)
        if isinstance(option, QStyleOptionButton) and element in (
            _Control.CE_PushButtonBevel,
            _Control.CE_PushButtonLabel,
        ):
            if element == _Control.CE_PushButtonBevel:
                buttons.paint_ground(painter, option, look, widget)
            else:
                buttons.paint_label(painter, option, look, widget)
        elif element == _Control.CE_ComboBoxLabel and isinstance(option, QStyleOptionComboBox):
            self._combo_label(painter, option, look, widget)
        elif element == _Control.CE_HeaderSection or element == _Control.CE_HeaderEmptyArea:
            painter.fillRect(option.rect, look.sunken)
            bottom = option.rect.bottom()
            painter.fillRect(option.rect.left(), bottom, option.rect.width(), 1, look.line)
        elif element == _Control.CE_HeaderLabel and isinstance(option, QStyleOptionHeader):
            self._head(painter, option, look)
        elif element == _Control.CE_MenuItem and isinstance(option, QStyleOptionMenuItem):
            menus.paint_entry(painter, option, look)
        elif element == _Control.CE_FocusFrame:
            reach = tokens().size["focus"] + 1
            radius = _ring_radius(widget) + reach
            paint_frame(painter, QRectF(option.rect), radius, None, look.focus, 2)
        elif element == _Control.CE_ProgressBarGroove:
            paint_frame(painter, _slim(option.rect), _GROOVE / 2, look.line)
        elif element == _Control.CE_ProgressBarContents and isinstance(
            option, QStyleOptionProgressBar
        ):
            self._progress(painter, option, look)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        look = colours(option.palette)
        rect = QRectF(option.rect)
        if control == _Complex.CC_ComboBox:
            self._field(painter, rect, option, look, widget)
            arrow = QRectF(option.rect.right() - 28, rect.top(), 24, rect.height())
            ink = look.text2 if _enabled(option) else look.text3
            paint_icon(painter, arrow, "chevron-down", ink)
        elif control == _Complex.CC_SpinBox and isinstance(option, QStyleOptionSpinBox):
            self._field(painter, rect, option, look, widget)
            for sub, name in (
                (_Sub.SC_SpinBoxUp, "chevron-up"),
                (_Sub.SC_SpinBoxDown, "chevron-down"),
            ):
                if option.subControls & sub:
                    part = self.subControlRect(control, option, sub, widget)
                    paint_icon(painter, part, name, look.text2, 12)
        elif control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            self._scroll_bar(painter, option, look, _ground_of(widget))
        else:
            super().drawComplexControl(control, option, painter, widget)

    def _field(
        self,
        painter: QPainter,
        rect: QRectF,
        option: QStyleOption,
        look: Colours,
        widget: QWidget | None,
    ) -> None:
        radius = tokens().radius["control"]
        if not _enabled(option):
            paint_frame(painter, rect, radius, look.sunken, look.line)
        elif _is_wrong(widget):
            paint_frame(painter, rect, radius, look.surface, look.tones["bad"].ink, 2)
        else:
            hovered = option.state & _State.State_MouseOver
            paint_frame(painter, rect, radius, look.surface, look.text2 if hovered else look.border)

    def _frame(
        self,
        painter: QPainter,
        rect: QRectF,
        option: QStyleOption,
        look: Colours,
        widget: QWidget | None,
    ) -> None:
        if isinstance(widget, QAbstractItemView):
            paint_frame(painter, rect, tokens().radius["control"], look.surface, look.border)
        elif isinstance(widget, QAbstractScrollArea):
            self._field(painter, rect, option, look, widget)
        else:
            paint_frame(painter, rect, tokens().radius["card"], None, look.line)

    def _check_mark(
        self, painter: QPainter, rect: QRectF, option: QStyleOption, look: Colours
    ) -> None:
        box = QRectF(0, 0, _MARK, _MARK)
        box.moveCenter(rect.center())
        on = bool(option.state & (_State.State_On | _State.State_NoChange))
        fill, edge = look.surface, look.border
        if on:
            fill = edge = look.accent if _enabled(option) else look.text3
        elif not _enabled(option):
            fill, edge = look.sunken, look.line
        paint_frame(painter, box, tokens().radius["small"], fill, edge, 1)
        if on:
            name = "minus" if option.state & _State.State_NoChange else "check"
            paint_icon(painter, box, name, look.on_accent, 12)

    def _radio_mark(
        self, painter: QPainter, rect: QRectF, option: QStyleOption, look: Colours
    ) -> None:
        box = QRectF(0, 0, _MARK, _MARK)
        box.moveCenter(rect.center())
        accent = look.accent if _enabled(option) else look.text3
        if option.state & _State.State_On:
            paint_frame(painter, box, _MARK / 2, accent, accent)
            paint_frame(painter, box.adjusted(5, 5, -5, -5), 3, look.on_accent)
        else:
            edge = look.border if _enabled(option) else look.line
            paint_frame(painter, box, _MARK / 2, look.surface, edge)

    def _selection(self, painter: QPainter, option: QStyleOption, look: Colours) -> None:
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

    def _combo_label(
        self,
        painter: QPainter,
        option: QStyleOptionComboBox,
        look: Colours,
        widget: QWidget | None,
    ) -> None:
        rect = QRectF(option.rect).adjusted(11, 0, -30, 0)
        ink = look.text if _enabled(option) else look.text3
        if prefix := _prefix(widget):
            paint_text(painter, rect, prefix, "body", look.text2)
            rect.setLeft(rect.left() + text_width(prefix + "  ", painter.font()))
        elif isinstance(widget, QComboBox) and widget.currentIndex() < 0:
            ink = look.text3
        shown = option.currentText
        if isinstance(widget, QComboBox) and widget.currentIndex() < 0:
            shown = widget.placeholderText()
        paint_text(painter, rect, shown, "body", ink)

    def _head(self, painter: QPainter, option: QStyleOptionHeader, look: Colours) -> None:
        # Qt takes the margin off above and below too, which would clip a letter's tail.
        rect = QRectF(option.rect).adjusted(0, -_HEAD_MARGIN, 0, _HEAD_MARGIN - 1)
        sort = option.sortIndicator
        if sort != QStyleOptionHeader.SortIndicator.None_:
            arrow = QRectF(rect.right() - 16, rect.top(), 16, rect.height())
            up = sort == QStyleOptionHeader.SortIndicator.SortDown
            paint_icon(painter, arrow, "chevron-down" if up else "chevron-up", look.text2, 14)
            rect.setRight(rect.right() - 18)
        paint_text(painter, rect, option.text, "label", look.text2, option.textAlignment)

    def _progress(self, painter: QPainter, option: QStyleOptionProgressBar, look: Colours) -> None:
        groove = _slim(option.rect)
        span = option.maximum - option.minimum
        share = (option.progress - option.minimum) / span if span > 0 else 0.0
        filled = QRectF(groove)
        filled.setWidth(max(_GROOVE, groove.width() * min(max(share, 0.0), 1.0)))
        if share > 0:
            paint_frame(painter, filled, _GROOVE / 2, look.accent)

    def _scroll_bar(
        self,
        painter: QPainter,
        option: QStyleOptionSlider,
        look: Colours,
        ground: QPalette.ColorRole,
    ) -> None:
        painter.fillRect(option.rect, option.palette.color(ground))
        if option.maximum <= option.minimum:
            return
        slider = QRectF(self._bar_part(option, _Sub.SC_ScrollBarSlider)).adjusted(3, 3, -3, -3)
        active = option.state & (_State.State_MouseOver | _State.State_Sunken)
        paint_frame(painter, slider, 3, look.text3 if active else look.border)


def _ground_of(bar: QWidget | None) -> QPalette.ColorRole:
    """The ground of what a scroll bar belongs to: the bar lies on the same."""
    above = bar.parentWidget() if bar is not None else None
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    if isinstance(above, QAbstractScrollArea):
        return above.viewport().backgroundRole()
    return QPalette.ColorRole.Base


def _prefix(widget: QWidget | None) -> str:
    return str(widget.property("prefix") or "") if widget is not None else ""


def _slim(rect: QRect) -> QRectF:
    bar = QRectF(rect.left(), 0, rect.width(), _GROOVE)
    bar.moveCenter(QRectF(rect).center())
    return bar


def _ring_radius(frame: QWidget | None) -> float:
    """The radius of what the ring surrounds; a round or square widget names its own."""
    inner = getattr(frame, "widget", lambda: None)()
    named = inner.property("radius") if isinstance(inner, QWidget) else None
    return float(named) if named is not None else float(tokens().radius["control"])
