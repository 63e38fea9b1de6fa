"""The style: Fusion underneath, with our frames, marks, arrows, bars and selection on top.

Every colour is read from the palette at the moment of painting, so a change of theme needs no
more than a new palette. What a control is comes from dynamic properties: `kind` and `controlSize`
of a button, `wrong` of a field, `prefix` of a combo box.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
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
    QWidget,
)

from app.ui.theme import buttons, controls, menus
from app.ui.theme.fonts import scaled
from app.ui.theme.icons import icon_pixmap, paint_icon
from app.ui.theme.painting import paint_frame, text_width
from app.ui.theme.tokens import colours, tokens

_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Metric = QStyle.PixelMetric
_Hint = QStyle.StyleHint
_Sub = QStyle.SubControl

_STANDARD_ICONS = {
    QStyle.StandardPixmap.SP_LineEditClearButton: "x",
    QStyle.StandardPixmap.SP_DialogCloseButton: "x",
    QStyle.StandardPixmap.SP_ArrowLeft: "chevron-left",
    QStyle.StandardPixmap.SP_ArrowRight: "chevron-right",
    QStyle.StandardPixmap.SP_ArrowBack: "arrow-left",
}


class KohkolStyle(QProxyStyle):
    """Draws the controls as the look's pictures show them."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._metrics = {
            _Metric.PM_DefaultFrameWidth: 2,
            _Metric.PM_ScrollBarExtent: controls.BAR,
            _Metric.PM_ScrollBarSliderMin: 32,
            _Metric.PM_ScrollView_ScrollBarSpacing: 0,
            _Metric.PM_FocusFrameHMargin: tokens().size["focus"] + 1,
            _Metric.PM_FocusFrameVMargin: tokens().size["focus"] + 1,
            _Metric.PM_ButtonShiftHorizontal: 0,
            _Metric.PM_ButtonShiftVertical: 0,
            _Metric.PM_IndicatorWidth: controls.MARK,
            _Metric.PM_IndicatorHeight: controls.MARK,
            _Metric.PM_ExclusiveIndicatorWidth: controls.MARK,
            _Metric.PM_ExclusiveIndicatorHeight: controls.MARK,
            _Metric.PM_CheckBoxLabelSpacing: 8,
            _Metric.PM_RadioButtonLabelSpacing: 8,
            _Metric.PM_SmallIconSize: 16,
            _Metric.PM_ButtonIconSize: 16,
            _Metric.PM_MenuPanelWidth: 1,
            _Metric.PM_MenuHMargin: 4,
            _Metric.PM_MenuVMargin: 4,
            _Metric.PM_HeaderMargin: controls.HEAD_MARGIN,
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
            prefix = controls.prefix_of(widget)
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
            return controls.bar_part(option, sub)
        if control == _Complex.CC_ComboBox and sub == _Sub.SC_ComboBoxEditField:
            return option.rect.adjusted(9, 1, -28, -1)
        if control == _Complex.CC_ComboBox and sub == _Sub.SC_ComboBoxArrow:
            return QRect(option.rect.right() - 28, option.rect.top(), 28, option.rect.height())
        if control == _Complex.CC_SpinBox and sub == _Sub.SC_SpinBoxEditField:
            return option.rect.adjusted(9, 1, -26, -1)
        return super().subControlRect(control, option, sub, widget)  # type: ignore[arg-type]  # may be null

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
                controls.paint_field(painter, rect, option, look, widget)
        elif element == _Primitive.PE_Frame:
            controls.paint_box(painter, rect, option, look, widget)
        elif element == _Primitive.PE_IndicatorCheckBox:
            controls.paint_check(painter, rect, option, look)
        elif element == _Primitive.PE_IndicatorRadioButton:
            controls.paint_radio(painter, rect, option, look)
        elif element == _Primitive.PE_IndicatorItemViewItemCheck:
            controls.paint_check(painter, rect, option, look)
        elif element == _Primitive.PE_PanelItemViewItem:
            controls.paint_selection(painter, option, look)
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
            controls.paint_combo_label(painter, option, look, widget)
        elif element == _Control.CE_HeaderSection or element == _Control.CE_HeaderEmptyArea:
            painter.fillRect(option.rect, look.sunken)
            bottom = option.rect.bottom()
            painter.fillRect(option.rect.left(), bottom, option.rect.width(), 1, look.line)
        elif element == _Control.CE_HeaderLabel and isinstance(option, QStyleOptionHeader):
            controls.paint_head(painter, option, look)
        elif element == _Control.CE_MenuItem and isinstance(option, QStyleOptionMenuItem):
            menus.paint_entry(painter, option, look)
        elif element == _Control.CE_FocusFrame:
            reach = tokens().size["focus"] + 1
            radius = controls.ring_radius(widget) + reach
            paint_frame(painter, QRectF(option.rect), radius, None, look.focus, 2)
        elif element == _Control.CE_ProgressBarGroove:
            paint_frame(painter, controls.slim_bar(option.rect), controls.GROOVE / 2, look.line)
        elif element == _Control.CE_ProgressBarContents and isinstance(
            option, QStyleOptionProgressBar
        ):
            controls.paint_progress(painter, option, look)
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
            controls.paint_field(painter, rect, option, look, widget)
            arrow = QRectF(option.rect.right() - 28, rect.top(), 24, rect.height())
            ink = look.text2 if controls.is_enabled(option) else look.text3
            paint_icon(painter, arrow, "chevron-down", ink)
        elif control == _Complex.CC_SpinBox and isinstance(option, QStyleOptionSpinBox):
            controls.paint_field(painter, rect, option, look, widget)
            for sub, name in (
                (_Sub.SC_SpinBoxUp, "chevron-up"),
                (_Sub.SC_SpinBoxDown, "chevron-down"),
            ):
                if option.subControls & sub:
                    part = self.subControlRect(control, option, sub, widget)
                    paint_icon(painter, part, name, look.text2, 12)
        elif control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            controls.paint_scroll_bar(painter, option, look, controls.ground_of(widget))
        else:
            super().drawComplexControl(control, option, painter, widget)
