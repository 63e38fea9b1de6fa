"""Text on the screen: plain, in a type role, in a colour role that follows the theme."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from app.ui.theme import Paragraph, colours, set_type, text_scale
from app.ui.widgets.naming import tip_text

_ANYWHERE = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_SLACK = 2.0  # pixels by which Qt's two ways of measuring a line differ
_USUAL = 420  # pixels: the width that a wrapped label would like
_NARROWEST = 240  # pixels: for a narrower one no height is claimed beforehand
_WIDTHS_KEPT = 4  # of a wrapped label: what layouts try before they settle
_ENOUGH = 320  # pixels: no line asks for more, however long the words are that somebody typed


class Label(QLabel):
    """Plain text in a type role and an ink; with `wrap` it keeps the role's line height.

    A single line that is longer than its room is cut with an ellipsis; the tooltip has all of it.
    Of a wrapped one the same holds for the lines after the first `most`, if it is given.
    `ink` is a colour role (`text2`, `accent`, `wood` …) or a tone (`bad`, `good` …).
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        ink: str = "text",
        *,
        wrap: bool = False,
        most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role, self._ink, self._most = role, ink, most
        self._laid_out: dict[tuple[str, str, int, float], Paragraph] = {}
        set_type(self, role)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def set_ink(self, ink: str) -> None:
        self._ink = ink
        self.update()

    def set_role(self, role: str) -> None:
        self._role = role
        set_type(self, role)

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return super().heightForWidth(width)
        return round(self._paragraph(width).height) + self._vertical_margins()

    def sizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().sizeHint()
        natural = round(self._paragraph(16_000).natural_width) + 1 + self._side_margins()
        width = min(natural, _USUAL)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            hint = super().minimumSizeHint()
            return QSize(min(hint.width(), _ENOUGH), hint.height())
        # In a column still being laid out it is a few pixels wide: windows grow, and never shrink.
        laid_out = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        width = max(self.width(), _NARROWEST) if laid_out else _USUAL
        return QSize(60, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.wordWrap() and event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().paintEvent(event)
            return
        look = colours(self.palette())
        colour = look.ink(self._ink) if self.isEnabled() else look.text3
        painter = QPainter(self)
        rect = self.contentsRect()
        if self.wordWrap():
            paragraph = self._paragraph(self.width())
            top = float(rect.top())
            if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
                top += max(0.0, (rect.height() - paragraph.height) / 2)
            paragraph.paint(painter, QPointF(rect.left(), top), colour, self.alignment())
            return
        painter.setPen(colour)
        painter.setFont(self.font())
        flags = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        mnemonic = Qt.TextFlag.TextHideMnemonic if self.buddy() is not None else 0
        painter.drawText(rect, int(flags) | int(mnemonic), self.shown_text())

    def shown_text(self) -> str:
        """What is painted; a cut label shows less than `text()`."""
        if self.wordWrap() or "\n" in self.text():
            return self.text()
        return self._cut(self.text())

    def _is_cut(self) -> bool:
        if self.wordWrap():
            return self._paragraph(self.width()).is_cut
        return self.shown_text() != self.text()

    def _cut(self, line: str) -> str:
        room = self.contentsRect().width() + _SLACK
        mnemonic = Qt.TextFlag.TextShowMnemonic if self.buddy() is not None else Qt.TextFlag(0)
        metrics, right = QFontMetricsF(self.font()), Qt.TextElideMode.ElideRight
        return metrics.elidedText(line, right, room, mnemonic.value)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            if self._is_cut():
                self.setToolTip(tip_text(self.text()))
            elif self.toolTip() == tip_text(self.text()):
                self.setToolTip("")
        return super().event(event)

    def _paragraph(self, width: int) -> Paragraph:
        """Laid out once for a width: a layout asks again and again, and again to paint."""
        asked = (self.text(), self._role, width - self._side_margins(), text_scale())
        if asked not in self._laid_out:
            if len(self._laid_out) >= _WIDTHS_KEPT:
                self._laid_out.clear()
            self._laid_out[asked] = Paragraph(*asked[:3], most=self._most)
        return self._laid_out[asked]

    def _side_margins(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    def _vertical_margins(self) -> int:
        margins = self.contentsMargins()
        return margins.top() + margins.bottom()


class ElidedLabel(Label):
    """One line that takes the room there is and is content with very little."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        ink: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, ink, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(24)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + 1, hint.height())

    def shown_text(self) -> str:
        return self._cut(self.text().replace("\n", " "))


class ReadingLabel(Label):
    """Text that a person judges or copies: 15 px, wrapped, selectable with mouse and keyboard."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "read", "text", wrap=True, parent=parent)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt's own is not reached by Tab
        self.setProperty("radius", 2)

    def heightForWidth(self, width: int) -> int:
        # Here Qt itself draws, with its own line height, so it measures too.
        self._break_long_words()
        return max(0, super(Label, self).heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._break_long_words()
        super().paintEvent(event)

    def _break_long_words(self) -> None:
        """Let an address that no line holds go on in the next one.

        Qt's label breaks between words only, and says so to its document whenever it lays the text
        out anew: measuring makes it do that first.
        """
        super(Label, self).heightForWidth(self.width())
        document = self.findChild(QTextDocument)
        if document is None:
            return
        option = document.defaultTextOption()
        if option.wrapMode() is not _ANYWHERE:
            option.setWrapMode(_ANYWHERE)
            document.setDefaultTextOption(option)
