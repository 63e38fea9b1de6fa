"""Plus Jakarta Sans in every size and weight that the look names, at the person's text scale."""

from typing import cast

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from app.resources import resource
from app.ui.theme.tokens import tokens

_SCALE = "textScale"
TYPE = "type"  # the dynamic property that names a widget's type role


def load_fonts() -> None:
    """Make the bundled family known to Qt; no installed font is relied on."""
    for file in sorted(resource("fonts").glob("PlusJakartaSans_*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    QFontDatabase.addApplicationFont(str(resource("fonts", "NotoEmoji-Regular.ttf")))


def text_scale() -> float:
    """The person's choice: 1.0, 1.125 or 1.25."""
    app = QApplication.instance()
    return cast("float", app.property(_SCALE) or 1.0) if app else 1.0


def keep_text_scale(app: QApplication, scale: float) -> None:
    """Remember the choice where every painter finds it."""
    app.setProperty(_SCALE, scale)


def scaled(pixels: float) -> int:
    """A length that grows with the text, such as a row's or a control's height."""
    return round(pixels * text_scale())


def font(role: str = "body") -> QFont:
    """The font of a type role; its figures are all equally wide."""
    look, kind = tokens(), tokens().types[role]
    made = QFont()
    made.setFamilies([*look.families, "Noto Emoji"])
    made.setPixelSize(scaled(kind.size))
    made.setWeight(QFont.Weight(kind.weight))
    for feature in look.features:
        made.setFeature(QFont.Tag(feature), 1)
    return made


def line_height(role: str) -> int:
    """From one line of wrapped text to the next."""
    return scaled(tokens().types[role].line)


def set_type(widget: QWidget, role: str) -> None:
    """Give a widget a type role; it follows the text scale from then on."""
    widget.setProperty(TYPE, role)
    widget.setFont(font(role))


def refresh_types(app: QApplication) -> None:
    """After the text scale has changed: every widget that has a type role takes its new size."""
    for widget in app.allWidgets():
        if role := widget.property(TYPE):
            widget.setFont(font(role))
